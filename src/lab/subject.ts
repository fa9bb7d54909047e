import { FlashChip } from "../flash/index.ts";
import type { MemoryCarrier } from "../flash/index.ts";
import { Device, chipFor } from "../device/index.ts";
import type { CheckpointPolicy, Profile } from "../device/index.ts";
import type { Channel, ConsolePort } from "../process/index.ts";
import type { StoreFault } from "../store/index.ts";

/** What a campaign cuts: a device as it leaves the factory, or as an image holds it. */
export interface Subject {
  readonly profile: Profile;
  readonly rom: Uint8Array;
  /** The chip before the first power-on. A campaign forks it and never changes it. */
  readonly carrier: MemoryCarrier;
  readonly checkpoint: CheckpointPolicy;
  /** What the console's input holds, all of it there from the beginning. */
  readonly input: Uint8Array;
  /** A store broken on purpose: what the lab must find. */
  readonly fault?: StoreFault;
}

/** A console that keeps what left the device. Its outside outlasts power cuts. */
export class RecordingConsole implements ConsolePort {
  readonly #bytes: [number[], number[]] = [[], []];
  readonly #input: Uint8Array;

  constructor(input: Uint8Array, seen?: RecordingConsole) {
    this.#input = input;
    if (seen !== undefined) this.#bytes = [[...seen.#bytes[0]], [...seen.#bytes[1]]];
  }

  write(channel: Channel, bytes: Uint8Array): void {
    const into = this.#bytes[channel - 1] as number[];
    for (const byte of bytes) into.push(byte);
  }

  acknowledged(channel: Channel): number {
    return (this.#bytes[channel - 1] as number[]).length;
  }

  read(offset: number, max: number): Uint8Array | "end" {
    return offset < this.#input.length ? this.#input.subarray(offset, offset + max) : "end";
  }

  seen(channel: Channel): Uint8Array {
    return Uint8Array.from(this.#bytes[channel - 1] as number[]);
  }
}

/** A device of the subject over `chip`, talking to `console`. */
export function deviceOf(subject: Subject, chip: FlashChip, console: ConsolePort): Device {
  return new Device(
    { profile: subject.profile, chip, rom: subject.rom, console },
    {
      checkpoint: subject.checkpoint,
      output: "commit",
      pace: "max",
      amnesia: false,
      evictAlways: false,
      cutsAsked: 0,
      ...(subject.fault !== undefined && { fault: subject.fault }),
    },
  );
}

/** A chip of the subject's profile over a fork of its carrier. */
export function forkChip(subject: Subject): FlashChip {
  return chipFor(subject.profile, subject.carrier.fork());
}
