import { closeSync, openSync, writeSync } from "node:fs";
import { EXIT, UserError } from "../base/index.ts";
import type { DeviceStats } from "../device/index.ts";

/**
 * Opens the file that `--stats` names (`-`: standard error; undefined: nowhere) before anything else happens, and returns what writes the
 * counts to it as JSON. Throws `UserError` if it cannot be written.
 */
export function statsFile(path: string | undefined): (stats: DeviceStats) => void {
  if (path === undefined) return () => undefined;
  const descriptor = path === "-" ? 2 : orRefuse(path, () => openSync(path, "w"));
  return (stats) => {
    orRefuse(path, () => writeSync(descriptor, `${JSON.stringify(stats, null, 2)}\n`));
    if (descriptor !== 2) closeSync(descriptor);
  };
}

function orRefuse<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new UserError({
      what: `the counts cannot be written (${error instanceof Error ? error.message : String(error)})`,
      where: `--stats ${path}`,
      whatToDo: "give a file that can be written, or - for standard error",
      exitStatus: EXIT.cannotCreate,
    });
  }
}
