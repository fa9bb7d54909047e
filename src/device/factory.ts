import { EXIT, UserError } from "../base/index.ts";
import { FlashChip, MemoryCarrier } from "../flash/index.ts";
import type { Carrier } from "../flash/index.ts";
import { StoredProgram, installProgram } from "../process/index.ts";
import type { Program } from "../process/index.ts";
import { Store, chipMemory } from "../store/index.ts";
import { damaged } from "./damaged.ts";
import { FIRST_PROCESS } from "./session.ts";
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
export function manufacture(chip: FlashChip, profile: Profile, program: Program): void {
  const memory = chipMemory(chip);
  Store.format(memory, { lineBytes: profile.lineBytes, keepStates: profile.keepStates });
  const mounted = Store.mount(memory);
  if (mounted.kind === "damaged")
    throw new Error(`a store that was just formatted is damaged: ${mounted.what}`);
  installProgram(mounted.store, FIRST_PROCESS, program);
}

/** The program of process 1. Throws `UserError` for a chip that holds none. */
export function installedProgram(chip: FlashChip): Program {
  const mounted = Store.mount(chipMemory(chip));
  if (mounted.kind === "damaged") throw damaged(mounted.what, mounted.where);
  return new StoredProgram(mounted.store, FIRST_PROCESS).program;
}

/** Begins process 1 anew on the same flash: its states are dropped, its program stays. */
export function restart(chip: FlashChip): void {
  const mounted = Store.mount(chipMemory(chip));
  if (mounted.kind === "damaged") throw damaged(mounted.what, mounted.where);
  if (mounted.store.processes().includes(FIRST_PROCESS)) mounted.store.dropProcess(FIRST_PROCESS);
}

/** Begins anew on an erased chip: every block is erased, which wears it, and the program is installed again. */
export function wipe(chip: FlashChip, profile: Profile): void {
  const program = installedProgram(chip);
  for (let block = 0; block < chip.blockCount; block++) chip.eraseBlock(block);
  manufacture(chip, profile, program);
}
