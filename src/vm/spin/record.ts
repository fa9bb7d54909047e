/** toString, hashCode and equals of records (java.lang.runtime.ObjectMethods), with the JDK's results. */
import { ACC, type ClassFile } from "../classfile/class-file.ts";
import { append, appendText, beginBuilder, endBuilder, linkOnlyClass } from "./concat.ts";
import { CodeWriter, INVOKE } from "./code-writer.ts";
import { wrapperOf } from "./conversions.ts";

const IFEQ = 153;
const IFNE = 154;
const IF_ICMPNE = 160;
const IF_ACMPNE = 166;
const IMUL = 104;
const IADD = 96;
const LCMP = 148;
const BIPUSH_31 = [16, 31] as const;

export interface RecordField {
  readonly owner: string;
  readonly name: string;
  readonly descriptor: string;
}

export interface RecordShape {
  readonly host: ClassFile;
  readonly spunName: string;
  readonly methodName: "toString" | "hashCode" | "equals";
  readonly recordName: string;
  /** Component names in order; the fields hold their values. */
  readonly names: readonly string[];
  readonly fields: readonly RecordField[];
  readonly linkDescriptor: string;
}

export function spinRecordMethod(shape: RecordShape): Uint8Array {
  const writer = linkOnlyClass(shape.host, shape.spunName);
  const code = new CodeWriter(writer, 1);
  if (shape.methodName === "toString") writeToString(code, shape);
  else if (shape.methodName === "hashCode") writeHashCode(code, shape);
  else writeEquals(code, shape);
  writer.addMethod(ACC.STATIC, "link", shape.linkDescriptor, code.finish());
  return writer.finish();
}

function writeToString(code: CodeWriter, shape: RecordShape): void {
  beginBuilder(code);
  code.classConstant(shape.recordName);
  code.invoke(INVOKE.VIRTUAL, "java/lang/Class", "getSimpleName", "()Ljava/lang/String;");
  append(code, "Ljava/lang/String;");
  shape.fields.forEach((field, index) => {
    appendText(code, `${index === 0 ? "[" : ", "}${shape.names[index]}=`);
    loadComponent(code, field, 0);
    append(code, field.descriptor);
  });
  appendText(code, shape.fields.length === 0 ? "[]" : "]");
  endBuilder(code);
}

/** 31 × the hash so far + the component's, from 0. */
function writeHashCode(code: CodeWriter, shape: RecordShape): void {
  code.constant(0);
  for (const field of shape.fields) {
    code.op(BIPUSH_31[0], 1);
    code.op(BIPUSH_31[1], 0);
    code.op(IMUL, -1);
    loadComponent(code, field, 0);
    const primitive = isPrimitive(field);
    const owner = primitive ? wrapperOf(field.descriptor) : "java/util/Objects";
    code.invoke(
      INVOKE.STATIC,
      owner,
      "hashCode",
      `(${primitive ? field.descriptor : "Ljava/lang/Object;"})I`,
    );
    code.op(IADD, -1);
  }
  code.return("I");
}

/** The last component is compared first, which a component's own equals can see. */
function writeEquals(code: CodeWriter, shape: RecordShape): void {
  const differs = code.label();
  const notSame = code.label();
  code.load("L", 0);
  code.load("L", 1);
  code.branch(IF_ACMPNE, 2, notSame);
  code.constant(1);
  code.return("I");
  code.place(notSame);
  code.load("L", 1);
  code.instanceOf(shape.recordName);
  code.branch(IFEQ, 1, differs);
  code.load("L", 1);
  code.cast(shape.recordName);
  code.store("L", 1);
  for (const field of [...shape.fields].reverse()) {
    loadComponent(code, field, 0);
    loadComponent(code, field, 1);
    switch (field.descriptor) {
      case "J":
        code.op(LCMP, -3);
        code.branch(IFNE, 1, differs);
        break;
      case "F":
      case "D":
        code.invoke(
          INVOKE.STATIC,
          wrapperOf(field.descriptor),
          "compare",
          `(${field.descriptor.repeat(2)})I`,
        );
        code.branch(IFNE, 1, differs);
        break;
      default:
        if (isPrimitive(field)) {
          code.branch(IF_ICMPNE, 2, differs);
        } else {
          code.invoke(
            INVOKE.STATIC,
            "java/util/Objects",
            "equals",
            "(Ljava/lang/Object;Ljava/lang/Object;)Z",
          );
          code.branch(IFEQ, 1, differs);
        }
    }
  }
  code.constant(1);
  code.return("I");
  code.place(differs);
  code.constant(0);
  code.return("I");
}

function loadComponent(code: CodeWriter, field: RecordField, local: number): void {
  code.load("L", local);
  code.getField(field.owner, field.name, field.descriptor);
}

function isPrimitive(field: RecordField): boolean {
  return field.descriptor.length === 1;
}
