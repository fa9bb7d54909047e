/**
 * What it would cost to write every store through: the device as it is, but with a commit at every safe point, so that nothing is in RAM
 * only. That is far too slow for a whole run, so it is done in windows: the chip is forked right after a checkpoint, and a second device
 * goes on from it for some safe points. What a window has shown holds for the stretch before it, and the last for the rest.
 */
import { FlashChip } from "../flash/index.ts";
import type { MemoryCarrier } from "../flash/index.ts";
import type { Device } from "../device/index.ts";
import type { WearSubject } from "./wear-device.ts";

export interface WriteThrough {
  /** Scaled from the windows to all ticks of the run. */
  readonly bytesProgrammed: number;
  readonly windows: number;
  /** What was really run: ticks, commits and bytes of all windows. */
  readonly measured: { readonly ticks: number; readonly commits: number; readonly bytesProgrammed: number };
}

/** Commits of a window; the first, which follows power-on, does not count. */
const WINDOW_COMMITS = 24;
/** The next window is at the checkpoint whose number is so much larger. */
const GROWTH = 1.25;
const FIRST_WINDOW = 4;

export class WriteThroughProbe {
  readonly #subject: WearSubject;
  readonly #deviceOn: (chip: FlashChip) => Device;
  #nextWindow = FIRST_WINDOW;
  #fromTicks = 0;
  #bytesPerTick = 0;
  #scaled = 0;
  #windows = 0;
  readonly #measured = { ticks: 0, commits: 0, bytesProgrammed: 0 };

  /** `deviceOn` makes a device that commits at every safe point. */
  constructor(subject: WearSubject, deviceOn: (chip: FlashChip) => Device) {
    this.#subject = subject;
    this.#deviceOn = deviceOn;
  }

  /** After a checkpoint of the run, whose chip `carrier` is. */
  note(checkpoint: number, ticks: number, carrier: MemoryCarrier): void {
    if (checkpoint < this.#nextWindow) return;
    this.#nextWindow = Math.ceil(checkpoint * GROWTH) + FIRST_WINDOW;
    this.#measure(new FlashChip(this.#subject.part, carrier.fork()));
    this.#scale(ticks);
  }

  /** `ticks` are those of the whole run. */
  result(ticks: number): WriteThrough {
    this.#scale(ticks);
    return { bytesProgrammed: Math.round(this.#scaled), windows: this.#windows, measured: this.#measured };
  }

  #scale(toTicks: number): void {
    this.#scaled += this.#bytesPerTick * (toTicks - this.#fromTicks);
    this.#fromTicks = toTicks;
  }

  #measure(chip: FlashChip): void {
    const device = this.#deviceOn(chip);
    let commits = 0;
    let from = { ticks: 0, bytes: 0 };
    const now = (): typeof from => ({ ticks: device.ticks, bytes: chip.counters.programmedBytes });
    device.onCheckpoint = () => {
      if (++commits === 1) from = now();
    };
    device.stopAtCheckpoint = () => commits >= WINDOW_COMMITS;
    device.run();
    const to = now();
    device.powerOff();
    if (to.ticks === from.ticks || commits < 2) return;
    this.#bytesPerTick = (to.bytes - from.bytes) / (to.ticks - from.ticks);
    this.#windows++;
    this.#measured.ticks += to.ticks - from.ticks;
    this.#measured.commits += commits - 1;
    this.#measured.bytesProgrammed += to.bytes - from.bytes;
  }
}
