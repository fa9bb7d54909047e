/** String concatenation (StringConcatFactory): "link" takes the arguments and appends them to a StringBuilder. */
import { ACC, type ClassFile } from "../classfile/class-file.ts";
import { descriptorWords, parameterDescriptors } from "../classfile/descriptors.ts";
import { ClassWriter } from "./class-writer.ts";
import { CodeWriter, INVOKE } from "./code-writer.ts";

const builder = "java/lang/StringBuilder";

/** One piece of the result: text known now, the next argument, or a Class constant. */
export type ConcatPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "argument" }
  | { readonly kind: "class"; readonly name: string };

export function spinConcat(
  host: ClassFile,
  spunName: string,
  linkDescriptor: string,
  pieces: readonly ConcatPiece[],
): Uint8Array {
  const writer = linkOnlyClass(host, spunName);
  const parameters = parameterDescriptors(linkDescriptor);
  const code = new CodeWriter(writer, 0);
  beginBuilder(code);
  let next = 0;
  let local = 0;
  for (const piece of pieces) {
    if (piece.kind === "text") appendText(code, piece.text);
    if (piece.kind === "class") {
      code.classConstant(piece.name);
      append(code, "Ljava/lang/Object;");
    }
    if (piece.kind !== "argument") continue;
    const descriptor = parameters[next++];
    code.load(descriptor, local);
    append(code, descriptor);
    local += descriptorWords(descriptor);
  }
  endBuilder(code);
  writer.addMethod(ACC.STATIC, "link", linkDescriptor, code.finish());
  return writer.finish();
}

/** A class with nothing but the static "link" that replaces a call site. */
export function linkOnlyClass(host: ClassFile, spunName: string): ClassWriter {
  return new ClassWriter({
    name: spunName,
    access: ACC.FINAL | ACC.SUPER | ACC.SYNTHETIC,
    superName: "java/lang/Object",
    interfaces: [],
    nestHost: host.nestHost ?? host.name,
  });
}

export function beginBuilder(code: CodeWriter): void {
  code.new(builder);
  code.dup();
  code.invoke(INVOKE.SPECIAL, builder, "<init>", "()V");
}

export function appendText(code: CodeWriter, text: string): void {
  if (text === "") return;
  code.string(text);
  append(code, "Ljava/lang/String;");
}

/** Appends the top of the stack as String.valueOf writes a value of this type. */
export function append(code: CodeWriter, descriptor: string): void {
  const isReference = descriptor[0] === "L" || descriptor[0] === "[";
  let type = descriptor === "B" || descriptor === "S" ? "I" : descriptor;
  if (isReference && descriptor !== "Ljava/lang/String;") type = "Ljava/lang/Object;";
  code.invoke(INVOKE.VIRTUAL, builder, "append", `(${type})L${builder};`);
}

export function endBuilder(code: CodeWriter): void {
  code.invoke(INVOKE.VIRTUAL, builder, "toString", "()Ljava/lang/String;");
  code.return("L");
}
