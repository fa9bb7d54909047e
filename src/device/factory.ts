import { EXIT, UserError } from "../base/index.ts";
import { FlashChip, MemoryCarrier } from "../flash/index.ts";
import type { Carrier } from "../flash/index.ts";
import { StoredProgram, flashFull, installProgram } from "../process/index.ts";
import type { Program } from "../process/index.ts";
import { Store } from "../store/index.ts";
import { memoryOf, mountStore } from "./medium.ts";
import type { Medium } from "./medium.ts";
import { FIRST_PROCESS } from "./process-table.ts";
import { partOf } from "./profiles.ts";
import type { Profile } from "./profiles.ts";

/** A chip of the profile's part over `carrier`, or in memory. */
export function chipFor(profile: Profile, carrier?: Carrier): FlashChip {
  const part = partOf(profile);
  if (part === undefined) {
    throw new UserError({
      what: `there is no part "${profile.part}"`,
      where: `profile ${profile.name}, field part`,
      whatToDo: "name one of the parts that the flash floor knows",
      exitStatus: EXIT.config,
    });
  }
  return new FlashChip(part, carrier ?? MemoryCarrier.forPart(part));
}

/** What happens before a device is sold: formats the chip and installs the program as process 1, which has not begun. */
export function manufacture(chip: Medium, profile: Profile, program: Program): void {
  const memory = memoryOf(chip);
  Store.format(memory, { lineBytes: profile.lineBytes, keepStates: profile.keepStates });
  const mounted = Store.mount(memory);
  if (mounted.kind === "damaged")
    throw new Error(`a store that was just formatted is damaged: ${mounted.what}`);
  installProgram(mounted.store, FIRST_PROCESS, program);
}

/**
 * Formats `target` and commits to it all that the device of `source` is: programs, the newest state of each process, the device's own state. In one
 * commit: a cut leaves a medium that holds no process. Throws `UserError` where it is too small.
 */
export function copyProcesses(source: Medium, target: Medium, profile: Profile): void {
  const from = mountStore(source);
  Store.format(memoryOf(target), { lineBytes: profile.lineBytes, keepStates: profile.keepStates });
  const to = mountStore(target);
  const device = from.device();
  const result = to.commit({
    processes: from.processes().map((process) => ({
      process,
      lines: linesOf(from, process),
      lineCount: from.lineCount(process),
      drops: [],
    })),
    ...(device !== undefined && { device }),
  });
  if (result.kind !== "committed") throw flashFull("copying the processes", to);
}

function* linesOf(store: Store, process: number): Iterable<{ line: number; bytes: Uint8Array }> {
  for (const line of store.lineNumbers(process)) {
    const bytes = new Uint8Array(store.lineBytes);
    store.read(process, line, bytes);
    yield { line, bytes };
  }
}

/** The program of process 1. Throws `UserError` for a chip that holds none. */
export function installedProgram(chip: Medium): Program {
  return new StoredProgram(mountStore(chip), FIRST_PROCESS).program;
}

/** Begins process 1 anew on the same flash: its states are dropped, its program stays. Throws `UserError` where nothing can be committed. */
export function restart(chip: Medium): void {
  const store = mountStore(chip);
  if (!store.processes().includes(FIRST_PROCESS)) return;
  if (store.dropProcess(FIRST_PROCESS).kind !== "committed") throw flashFull("beginning anew", store);
}

/** Begins anew on an erased chip: every block is erased, which wears it, and the program is installed again. */
export function wipe(chip: Medium, profile: Profile): void {
  const program = installedProgram(chip);
  for (let block = 0; block < chip.blockCount; block++) chip.eraseBlock(block);
  manufacture(chip, profile, program);
}
