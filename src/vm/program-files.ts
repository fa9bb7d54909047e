/** What can be told of an application's class files before any machine runs them. */
import { ACC } from "./classfile/class-file.ts";
import type { ClassFile } from "./classfile/class-file.ts";
import { CONSTANT } from "./classfile/constants.ts";
import { parseClassFile } from "./classfile/parse.ts";

/** Looks an application class up by its internal name. */
export type FindClassFile = (name: string) => Uint8Array | undefined;

const INTERNAL_NAME = /^[\p{L}\p{N}_$]+(?:[/][\p{L}\p{N}_$]+)*$/u;
const NAME_IN_DESCRIPTOR = /L([^;<>()[]+);/g;

/**
 * All that a class file can name as a class, in internal form: class constants, types in descriptors, and string constants that could be
 * given to `Class.forName`. Nothing for bytes that are no class file.
 */
export function namesIn(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  const result = parseClassFile(bytes);
  if (result.kind !== "class") return names;
  const { constants } = result.file;
  constants.tags.forEach((tag, index) => {
    if (tag !== CONSTANT.Utf8) return;
    const text = constants.utf8(index);
    for (const [, name] of text.matchAll(NAME_IN_DESCRIPTOR)) if (name !== undefined) names.add(name);
    const whole = text.replaceAll(".", "/");
    if (INTERNAL_NAME.test(whole)) names.add(whole);
  });
  return names;
}

/** Why `java` would not start this class as a main class, or undefined if it would. */
export function mainMethodProblem(bytes: Uint8Array, name: string, find: FindClassFile): string | undefined {
  const result = parseClassFile(bytes);
  if (result.kind === "unsupported-version") return result.what;
  if (result.kind !== "class") return `the class file is broken: ${result.what}, byte ${result.offset}`;
  if (result.file.name !== name) return `the class file holds class ${result.file.name.replaceAll("/", ".")}`;
  return hasMain(result.file, find) ? undefined : "the class has no public static void main(String[])";
}

function hasMain(file: ClassFile, find: FindClassFile): boolean {
  const seen = new Set<string>();
  let at: ClassFile | undefined = file;
  while (at !== undefined && !seen.has(at.name)) {
    seen.add(at.name);
    if (at.methods.some(isMain)) return true;
    at = superFile(at, find);
  }
  return false;
}

function isMain(method: ClassFile["methods"][number]): boolean {
  const both = ACC.PUBLIC | ACC.STATIC;
  return (
    method.name === "main" &&
    method.descriptor === "([Ljava/lang/String;)V" &&
    (method.access & both) === both
  );
}

function superFile(file: ClassFile, find: FindClassFile): ClassFile | undefined {
  const bytes = file.superName === undefined ? undefined : find(file.superName);
  const result = bytes === undefined ? undefined : parseClassFile(bytes);
  return result?.kind === "class" ? result.file : undefined;
}
