/** Classes as the verifier sees them where no machine runs: made from class files alone. */
import { ACC, type ClassFile } from "../classfile/class-file.ts";
import { verifyClass } from "./verify-class.ts";
import type { SeenClass } from "./world.ts";

/** What is wrong with the classes of a closed library, one text a class; nothing if all verify. */
export function verifyLibrary(files: ReadonlyMap<string, ClassFile>): string[] {
  const seen = new Map<string, SeenClass>();
  const missing: string[] = [];
  const load = (name: string): SeenClass | undefined => {
    const known = seen.get(name) ?? makeSeen(files, name, load);
    if (known === undefined) missing.push(name);
    else seen.set(name, known);
    return known;
  };
  const complaints: string[] = [];
  for (const [name, file] of files) {
    const of = load(name);
    if (of === undefined) continue;
    const verdict = verifyClass(of, file, load);
    if (verdict.kind === "refused") complaints.push(`${name}: ${verdict.problem.message}`);
    if (verdict.kind === "broken-off") complaints.push(`${name}: there is no class ${missing.at(-1) ?? ""}`);
  }
  return complaints;
}

function makeSeen(
  files: ReadonlyMap<string, ClassFile>,
  name: string,
  load: (name: string) => SeenClass | undefined,
): SeenClass | undefined {
  const file = files.get(name);
  if (file === undefined) return undefined;
  const { access, methods, fields } = file;
  return {
    name,
    access,
    methods,
    fields,
    isInterface: (access & ACC.INTERFACE) !== 0,
    superClass: file.superName === undefined ? undefined : load(file.superName),
    interfaces: file.interfaceNames.flatMap((each) => load(each) ?? []),
  };
}
