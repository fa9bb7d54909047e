import { EXIT, UserError } from "../base/index.ts";
import { FlashChip, MemoryCarrier, partByName } from "../flash/index.ts";
import type { Carrier } from "../flash/index.ts";
import { heapMap, heapOptionsFor } from "../heap/index.ts";
import { installBytes, installProgram, readProgram } from "../process/index.ts";
import type { Program } from "../process/index.ts";
import { Store, chipMemory } from "../store/index.ts";
import { FIRST_PROCESS, damaged } from "./device.ts";
import { sizesOf } from "./profiles.ts";
import type { Profile } from "./profiles.ts";

/** A chip of the profile's part over `carrier`, or in memory. */
export function chipFor(profile: Profile, carrier?: Carrier): FlashChip {
  const part = partByName(profile.part);
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
export function manufacture(chip: FlashChip, profile: Profile, rom: Uint8Array, program: Program): void {
  const memory = chipMemory(chip);
  Store.format(memory, { lineBytes: profile.lineBytes, keepStates: profile.keepStates });
  const mounted = Store.mount(memory);
  if (mounted.kind === "damaged")
    throw new Error(`a store that was just formatted is damaged: ${mounted.what}`);
  const map = heapMap(heapOptionsFor({ ...sizesOf(profile), rom }));
  installProgram(mounted.store, program, {
    process: FIRST_PROCESS,
    codeStart: map.codeStart,
    codeBytes: profile.codeBytes,
  });
}

/** Begins process 1 anew on the same flash: its states are dropped, its program is installed again. */
export function reinstall(chip: FlashChip, profile: Profile, rom: Uint8Array): void {
  const mounted = Store.mount(chipMemory(chip));
  if (mounted.kind === "damaged") throw damaged(mounted.what, mounted.where);
  const { store } = mounted;
  const map = heapMap(heapOptionsFor({ ...sizesOf(profile), rom }));
  const place = { process: FIRST_PROCESS, codeStart: map.codeStart, codeBytes: profile.codeBytes };
  const program = readProgram(store, place);
  store.dropProcess(FIRST_PROCESS);
  installBytes(store, program, place);
}
