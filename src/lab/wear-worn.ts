/** Wears a chip out for good, to see how far the estimate of its life was right. */
import { UserError } from "../base/index.ts";
import { FlashChip, definePart } from "../flash/index.ts";
import type { Part } from "../flash/index.ts";
import { restart } from "../device/index.ts";
import type { Device } from "../device/index.ts";
import type { Store } from "../store/index.ts";
import { MICROS_PER_YEAR, wearSpread } from "./wear-figures.ts";
import type { Life } from "./wear-figures.ts";
import { deviceOn } from "./wear-device.ts";
import type { WearSubject } from "./wear-device.ts";

/** When something was first seen, on the clock of all runs together. */
export interface WearMilestone {
  readonly micros: number;
  readonly erases: number;
  readonly badBlocks: number;
}

/** What `--until-worn` saw, beside what one run of the program had let expect. */
export interface WornReport {
  readonly estimatedMicros: number;
  /** A block has had all the erases that its maker promises: what was estimated. */
  readonly rated: WearMilestone | null;
  /** The first block that failed. */
  readonly firstFailure: WearMilestone | null;
  /** From here on nothing could be committed. */
  readonly endOfLife: (WearMilestone & { readonly why: string }) | null;
  /** Runs of the program, or stretches of one that does not end; those that were skipped are not among them. */
  readonly runs: number;
  /** Runs that were not made, because each was like the last: their wear was added at once. */
  readonly runsSkipped: number;
  /** False: ended early. */
  readonly isComplete: boolean;
}

/** Of a program that neither ends nor is stopped: device time of a stretch. */
const STRETCH_MICROS = 60e6;
/** Runs of a new chip that are really made before any is skipped. */
const RUNS_FIRST = 3;
/** Once blocks fail, runs are skipped by so much of the wear that the chip has had. */
const FAILING_STEP = 0.03;
/** Erases of each block that stay to be made for real before something is due. */
const MARGIN_ERASES = 4;

/**
 * Runs the program again and again on one chip that ages, until nothing can be committed. Where each run wears like the one before and no
 * block is near its end, many runs are skipped: every block has had their erases at once.
 */
export function runUntilWorn(subject: WearSubject, estimate: Life): WornReport {
  return new Wearing(subject, estimate.years * MICROS_PER_YEAR).run();
}

class Wearing {
  readonly #subject: WearSubject;
  readonly #chip: FlashChip;
  readonly #estimatedMicros: number;
  #micros = 0;
  #skippedErases = 0;
  #runs = 0;
  #runsSkipped = 0;
  #isAnew = false;
  #contents: ReturnType<Store["contents"]> = [];
  #rated: WearMilestone | null = null;
  #firstFailure: WearMilestone | null = null;

  constructor(subject: WearSubject, estimatedMicros: number) {
    this.#subject = subject;
    this.#chip = new FlashChip(outwornOnly(subject.part), subject.carrier.fork(), { ageing: true, seed: 1 });
    this.#estimatedMicros = estimatedMicros;
  }

  run(): WornReport {
    try {
      while (!this.#subject.isOver()) this.#runAndSkip();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return this.#report({ ...this.#milestone(this.#micros), why: error.what });
    }
    return this.#report(null);
  }

  #report(endOfLife: WornReport["endOfLife"]): WornReport {
    return {
      ...{ estimatedMicros: this.#estimatedMicros, rated: this.#rated, firstFailure: this.#firstFailure },
      ...{ endOfLife, runs: this.#runs, runsSkipped: this.#runsSkipped, isComplete: endOfLife !== null },
    };
  }

  #runAndSkip(): void {
    const erasesBefore = this.#chip.counters.erases;
    const microsBefore = this.#micros;
    if (this.#isAnew) restart(this.#chip);
    this.#runOnce();
    this.#runs++;
    if (this.#runs >= RUNS_FIRST)
      this.#skip(this.#chip.counters.erases - erasesBefore, this.#micros - microsBefore);
  }

  #runOnce(): void {
    const { forMicros } = this.#subject;
    const device = deviceOn(this.#subject, this.#chip);
    device.run({ ticks: 0 });
    const before = this.#micros - device.clockMicros;
    const follow = (): void => void (this.#micros = before + device.clockMicros);
    device.onCheckpoint = () => {
      follow();
      this.#note(device);
    };
    device.stopAtCheckpoint = this.#subject.isOver;
    const stop = device.run({ untilMicros: device.clockMicros + (forMicros ?? STRETCH_MICROS) });
    this.#isAnew = stop.kind === "exited";
    follow();
    this.#contents = device.store.contents();
    device.powerOff();
  }

  #note({ store }: Device): void {
    const { enduranceCycles } = this.#subject.part;
    if (this.#rated === null && store.stats.eraseCount.max >= enduranceCycles)
      this.#rated = this.#milestone(this.#micros);
    if (this.#firstFailure === null && this.#chip.counters.failures > 0)
      this.#firstFailure = { ...this.#milestone(this.#micros), badBlocks: store.stats.badBlocks };
  }

  #milestone(micros: number): WearMilestone {
    const badBlocks = this.#contents.filter(({ kind }) => kind === "bad").length;
    return { micros, erases: this.#chip.counters.erases + this.#skippedErases, badBlocks };
  }

  /** Adds the wear of as many runs as leave the next thing that is due to be seen in a real one. */
  #skip(runErases: number, runMicros: number): void {
    const goodBlocks = this.#contents.filter(({ kind }) => kind !== "bad").length;
    const { max } = wearSpread(this.#chip);
    const perRun = runErases / goodBlocks;
    const toNext = Math.floor(this.#nextErases() - max - MARGIN_ERASES - perRun);
    const cycles = this.#firstFailure === null ? toNext : Math.max(toNext, Math.floor(max * FAILING_STEP));
    if (cycles < perRun || cycles < 1) return;
    this.#chip.age({ cycles });
    const share = cycles / perRun;
    this.#runsSkipped += Math.round(share);
    this.#micros += share * runMicros;
    this.#skippedErases += cycles * goodBlocks;
  }

  /** Erase count at which something will happen: all promised erases, or the end of the weakest block. */
  #nextErases(): number {
    const lives = this.#contents.map(({ kind }, block) =>
      kind === "bad" ? Infinity : (this.#chip.ageing?.lifeCycles(block) ?? Infinity),
    );
    const weakest = lives.reduce((least, life) => Math.min(least, life), Infinity);
    return this.#rated === null ? Math.min(weakest, this.#subject.part.enduranceCycles) : weakest;
  }
}

/** Wears out as the part does, and tells it: what fails silently, fades or is disturbed by reading is a matter of data, not of life. */
function outwornOnly(part: Part): Part {
  return definePart({
    ...part,
    ageing: { ...part.ageing, silentShare: 0, retentionBitRate: 0, disturbBitRate: 0 },
  });
}
