import { crc32 } from "../base/index.ts";
import { FlashChip } from "../flash/index.ts";
import type { MemoryCarrier } from "../flash/index.ts";
import { Device, chipFor } from "../device/index.ts";
import type { CheckpointPolicy, Profile } from "../device/index.ts";
import type { Channel, ConsolePort } from "../process/index.ts";
import type { StoreFault } from "../store/index.ts";

/** What a campaign cuts: a device as it leaves the factory, or as an image holds it. */
export interface Subject {
  /** As reports call it. */
  readonly name: string;
  readonly profile: Profile;
  readonly rom: Uint8Array;
  /** The chip before the first power-on. A campaign forks it and never changes it. */
  readonly carrier: MemoryCarrier;
  readonly checkpoint: CheckpointPolicy;
  /** What the console's input holds, all of it there from the beginning. */
  readonly input: Uint8Array;
  /** When output leaves the device; `commit`, the checkpoint that covers it, if absent. */
  readonly output?: "commit" | "immediate";
  /** A store broken on purpose: what the lab must find. */
  readonly fault?: StoreFault;
  /** The user's own oracle: asked of each device that has booted after a cut, says what does not hold. */
  readonly check?: (device: Device) => readonly string[];
}

/** A console that keeps what left the device. Its outside outlasts power cuts. */
export class RecordingConsole implements ConsolePort {
  readonly #seen: [Uint8Array, Uint8Array];
  readonly #input: Uint8Array;
  #key: string | undefined;

  /** What `seen` has seen up to now was seen by this one too. */
  constructor(input: Uint8Array, seen?: RecordingConsole) {
    this.#input = input;
    this.#seen = [seen?.seen(1) ?? new Uint8Array(0), seen?.seen(2) ?? new Uint8Array(0)];
  }

  /** What was seen up to now; what either of them hears later the other does not. */
  copy(): RecordingConsole {
    return new RecordingConsole(this.#input, this);
  }

  /** Equal where the same was seen. */
  get key(): string {
    return (this.#key ??= this.#seen.map((bytes) => `${bytes.length}:${crc32(bytes)}`).join("/"));
  }

  write(channel: Channel, bytes: Uint8Array): void {
    const before = this.seen(channel);
    const after = new Uint8Array(before.length + bytes.length);
    after.set(before);
    after.set(bytes, before.length);
    this.#seen[channel - 1] = after;
    this.#key = undefined;
  }

  acknowledged(channel: Channel): number {
    return this.seen(channel).length;
  }

  read(offset: number, max: number): Uint8Array | "end" {
    return offset < this.#input.length ? this.#input.subarray(offset, offset + max) : "end";
  }

  /** Never changed afterwards. */
  seen(channel: Channel): Uint8Array {
    return this.#seen[channel - 1] as Uint8Array;
  }
}

/** A device of the subject over `chip`, talking to `console`. */
export function deviceOf(subject: Subject, chip: FlashChip, console: ConsolePort): Device {
  return new Device(
    { profile: subject.profile, chip, rom: subject.rom, console },
    {
      checkpoint: subject.checkpoint,
      output: subject.output ?? "commit",
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
