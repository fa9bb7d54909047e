/** Classes as the verifier sees them where no machine runs: made from class files alone. */
import { ACC, type ClassFile } from "../classfile/class-file.ts";
import { verifyClass } from "./verify-class.ts";
import type { LoadClass, SeenClass } from "./world.ts";

/** Finds classes among these files; undefined for one that is not there, or one of whose supers is not. */
export function seenClasses(files: ReadonlyMap<string, ClassFile>): LoadClass {
  const seen = new Map<string, SeenClass>();
  const load: LoadClass = (name) => {
    const known = seen.get(name) ?? makeSeen(files, name, load);
    if (known !== undefined) seen.set(name, known);
    return known;
  };
  return load;
}

/** What is wrong with the classes of a closed library, one text a class; nothing if all verify. */
export function verifyLibrary(files: ReadonlyMap<string, ClassFile>): string[] {
  const load = seenClasses(files);
  const complaints: string[] = [];
  for (const [name, file] of files) {
    const of = load(name);
    const verdict = of === undefined ? undefined : verifyClass(of, file, load);
    if (verdict?.kind === "refused") complaints.push(`${name}: ${verdict.problem.message}`);
    else if (verdict?.kind !== "verified") complaints.push(`${name}: a class that it needs is missing`);
  }
  return complaints;
}

function makeSeen(
  files: ReadonlyMap<string, ClassFile>,
  name: string,
  load: LoadClass,
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
