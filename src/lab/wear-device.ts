/** The device that a wear run watches. */
import type { FlashChip, MemoryCarrier, Part } from "../flash/index.ts";
import { Device } from "../device/index.ts";
import type { Board, CheckpointPolicy, Profile } from "../device/index.ts";
import type { ConsolePort } from "../process/index.ts";

/** What is measured: a device, and how long it is watched. */
export interface WearSubject {
  readonly profile: Profile;
  readonly rom: Uint8Array;
  /** The chip before the first power-on: forked, never changed. */
  readonly carrier: MemoryCarrier;
  readonly part: Part;
  readonly checkpoint: CheckpointPolicy;
  /** Stop after so much device time. */
  readonly forMicros?: number;
  /** Stop after so many checkpoints. */
  readonly checkpoints?: number;
  /** Give up after so many ticks or checkpoints: the program may be endless. */
  readonly giveUpAfter?: { readonly ticks: number; readonly checkpoints: number };
  /** Asked now and then; true ends the run early, and the report says so. */
  readonly isOver: () => boolean;
}

export const silentConsole: ConsolePort = {
  write: () => undefined,
  acknowledged: () => undefined,
  read: () => "end",
};

/** A device of the subject over that chip; what it says is not heard unless `console` is given. */
export function deviceOn(
  { profile, rom, checkpoint }: Pick<WearSubject, "profile" | "rom" | "checkpoint">,
  chip: FlashChip,
  console: ConsolePort = silentConsole,
): Device {
  const board: Board = { profile, chip, rom, console };
  return new Device(board, {
    checkpoint,
    output: "commit",
    pace: "max",
    amnesia: false,
    evictAlways: false,
    cutsAsked: 0,
  });
}
