/**
 * The class behind a lambda or method reference (LambdaMetafactory.metafactory and altMetafactory): final, in the nest
 * of the class that has the lambda, a field for each captured value, one method for the interface's and one for each
 * bridge, all doing the same.
 */
import { ACC, type ClassFile } from "../classfile/class-file.ts";
import type { MethodHandleConstant } from "../classfile/constants.ts";
import { parameterDescriptors, descriptorWords, returnDescriptor } from "../classfile/descriptors.ts";
import { ClassWriter } from "./class-writer.ts";
import { CodeWriter, INVOKE } from "./code-writer.ts";
import { convert } from "./conversions.ts";

/** Reference kinds of a method handle (JVMS table 5.4.3.5-A). */
export const HANDLE = {
  GET_FIELD: 1,
  INVOKE_VIRTUAL: 5,
  INVOKE_STATIC: 6,
  INVOKE_SPECIAL: 7,
  NEW: 8,
  INVOKE_INTERFACE: 9,
} as const;

export interface LambdaShape {
  readonly host: ClassFile;
  readonly spunName: string;
  readonly interfaceNames: readonly string[];
  readonly methodName: string;
  /** Descriptors that the method is declared with: the interface's erased one first, then bridges. */
  readonly methodDescriptors: readonly string[];
  /** What the interface's type arguments make of it. */
  readonly instantiated: string;
  readonly implementation: MethodHandleConstant;
  /** Descriptors of the captured values. */
  readonly captured: readonly string[];
  /** "link" with this descriptor makes an instance. */
  readonly linkDescriptor: string;
}

export function spinLambda(shape: LambdaShape): Uint8Array {
  const writer = new ClassWriter({
    name: shape.spunName,
    access: ACC.FINAL | ACC.SUPER | ACC.SYNTHETIC,
    superName: "java/lang/Object",
    interfaces: shape.interfaceNames,
    nestHost: shape.host.nestHost ?? shape.host.name,
  });
  shape.captured.forEach((descriptor, index) => {
    writer.addField(ACC.PRIVATE | ACC.FINAL, fieldName(index), descriptor);
  });
  addConstructor(writer, shape);
  addFactory(writer, shape);
  for (const descriptor of new Set(shape.methodDescriptors)) addMethod(writer, shape, descriptor);
  return writer.finish();
}

function fieldName(index: number): string {
  return `arg$${index + 1}`;
}

function addConstructor(writer: ClassWriter, shape: LambdaShape): void {
  const code = new CodeWriter(writer, 1);
  code.load("L", 0);
  code.invoke(INVOKE.SPECIAL, "java/lang/Object", "<init>", "()V");
  let local = 1;
  shape.captured.forEach((descriptor, index) => {
    code.load("L", 0);
    code.load(descriptor, local);
    code.putField(shape.spunName, fieldName(index), descriptor);
    local += descriptorWords(descriptor);
  });
  code.return("V");
  writer.addMethod(ACC.PRIVATE, "<init>", `(${shape.captured.join("")})V`, code.finish());
}

function addFactory(writer: ClassWriter, shape: LambdaShape): void {
  const code = new CodeWriter(writer, 0);
  code.new(shape.spunName);
  code.dup();
  let local = 0;
  for (const descriptor of shape.captured) {
    code.load(descriptor, local);
    local += descriptorWords(descriptor);
  }
  code.invoke(INVOKE.SPECIAL, shape.spunName, "<init>", `(${shape.captured.join("")})V`);
  code.return("L");
  writer.addMethod(ACC.STATIC, "link", shape.linkDescriptor, code.finish());
}

function addMethod(writer: ClassWriter, shape: LambdaShape, descriptor: string): void {
  const { implementation } = shape;
  const { className } = implementation.member;
  const declared = parameterDescriptors(descriptor);
  const code = new CodeWriter(writer, 1 + declared.reduce((sum, one) => sum + descriptorWords(one), 0));
  if (implementation.kind === HANDLE.NEW) {
    code.new(className);
    code.dup();
  }
  shape.captured.forEach((captured, index) => {
    code.load("L", 0);
    code.getField(shape.spunName, fieldName(index), captured);
  });
  const wanted = implementationParameters(implementation).slice(shape.captured.length);
  const actual = parameterDescriptors(shape.instantiated);
  let local = 1;
  declared.forEach((parameter, index) => {
    code.load(parameter, local);
    convert(code, parameter, wanted[index], actual[index]);
    local += descriptorWords(parameter);
  });
  invokeImplementation(code, implementation);
  const result = returnDescriptor(descriptor);
  convert(code, implementationResult(implementation), result, result);
  code.return(result);
  writer.addMethod(ACC.PUBLIC, shape.methodName, descriptor, code.finish());
}

export function implementationParameters({ kind, member }: MethodHandleConstant): string[] {
  const parameters = parameterDescriptors(member.descriptor);
  return kind === HANDLE.INVOKE_STATIC || kind === HANDLE.NEW
    ? parameters
    : [`L${member.className};`, ...parameters];
}

export function implementationResult({ kind, member }: MethodHandleConstant): string {
  return kind === HANDLE.NEW ? `L${member.className};` : returnDescriptor(member.descriptor);
}

function invokeImplementation(code: CodeWriter, { kind, member }: MethodHandleConstant): void {
  const { className, name, descriptor, ofInterface } = member;
  let opcode: number = ofInterface ? INVOKE.INTERFACE : INVOKE.VIRTUAL;
  if (kind === HANDLE.INVOKE_STATIC) opcode = INVOKE.STATIC;
  if (kind === HANDLE.NEW) opcode = INVOKE.SPECIAL;
  code.invoke(opcode, className, name, descriptor, ofInterface);
}
