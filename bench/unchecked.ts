/**
 * What the line checks cost: the same interpreter without them, on the same heap. The build's sources are copied, and the copy's
 * interpreter gets a second dispatch loop whose tests of line states are gone. A kernel runs with the checks first, until all
 * that it touches is resident and dirty; then, with no checkpoint and no eviction, the tests decide nothing any more.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageFolder } from "../src/host/index.ts";
import type * as Kernels from "./kernels.ts";

interface Switched {
  uncheckedLines?: boolean;
}

export function chooseUnchecked(unchecked: boolean): void {
  (globalThis as Switched).uncheckedLines = unchecked;
}

/** The kernels over the copy of the build. */
export async function copiedKernels(): Promise<typeof Kernels> {
  const build = join(packageFolder(), "build");
  const copy = join(build, "unchecked");
  rmSync(copy, { recursive: true, force: true });
  for (const part of ["src", "bench"]) cpSync(join(build, part), join(copy, part), { recursive: true });
  const path = join(copy, "src", "vm", "interpret.js");
  writeFileSync(path, withUncheckedLoop(readFileSync(path, "utf8")));
  return (await import(pathToFileURL(join(copy, "bench", "kernels.js")).href)) as typeof Kernels;
}

function withUncheckedLoop(source: string): string {
  const start = source.indexOf("function execute(");
  const end = source.indexOf("\n}\n", start) + 3;
  const loop = source.slice(start, end);
  const unchecked = loop
    .replace("function execute(", "function executeUnchecked(")
    // An unresolved static field has address 0, and only the check finds it.
    .replaceAll("const address = ((field & ~3) + base) | 0;", "$&\nif (field === 0) break;")
    .replaceAll(/lineState\[[^[\]]*\] (?:=== 0|!== 2)/g, "false")
    .replaceAll(/lineState\[[^[\]]*\] !== 0/g, "true");
  if (unchecked.includes("lineState["))
    throw new Error("a check of a line has a form that is not known here");
  const called = source.replace(
    "if (execute(",
    "if ((globalThis.uncheckedLines ? executeUnchecked : execute)(",
  );
  if (called === source) throw new Error("the dispatch loop is called in a form that is not known here");
  return `${called}\n${unchecked}`;
}
