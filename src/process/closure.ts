/**
 * Which classes of a class path a program needs: what its main class names, and what those name, in constant pools. String constants
 * count too (`Class.forName("x.Y")`), so that an image holds all that it can be asked for.
 */
import { namesIn } from "../vm/index.ts";

/** Looks a class up by its binary name with slashes. */
export type FindClass = (name: string) => Uint8Array | undefined;

/**
 * The closure over `find` from `mainClass` (with slashes). Class files that cannot be parsed are taken as they are: the machine says what
 * is wrong with them if the program ever uses them.
 */
export function classClosure(mainClass: string, find: FindClass): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const seen = new Set<string>([mainClass]);
  const open = [mainClass];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const bytes = find(name);
    if (bytes === undefined) continue;
    found.set(name, bytes);
    for (const next of namesIn(bytes)) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return found;
}
