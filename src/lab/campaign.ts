import { SeededRandom } from "../base/index.ts";
import { PowerCut, eraseShapes, formatCut, programShapes } from "../flash/index.ts";
import type { CutPoint, FlashChip } from "../flash/index.ts";
import type { Device } from "../device/index.ts";
import type { Reference } from "./oracle.ts";
import { runReference } from "./reference.ts";
import type { Operation } from "./reference.ts";
import { RecordingConsole, deviceOf } from "./subject.ts";
import type { Subject } from "./subject.ts";
import { nothingKnown, powerOnOnly, runTrial } from "./trial.ts";
import type { Known } from "./trial.ts";

/** Which cuts a campaign tries. */
export interface CampaignPlan {
  /** Try so many cut points, drawn evenly over the run; undefined: every one. */
  readonly sample: number | undefined;
  readonly seed: number;
  /** 1: cuts of the run. 2: also cuts while recovering from those. And so on. */
  readonly depth: number;
  /** This campaign's part of the operations: those whose number is `index` modulo `count`. */
  readonly shard: { readonly index: number; readonly count: number };
  /** Asked before each trial; true ends the campaign early, and what is left is reported as not tried. */
  readonly isOver: () => boolean;
  readonly onProgress: (progress: {
    readonly done: number;
    readonly of: number;
    readonly failures: number;
  }) => void;
}

export interface CampaignFailure {
  /** The cut, as `--replay` takes it. */
  readonly replay: string;
  readonly oracle: string;
  readonly what: string;
}

/** What a campaign found. `possible` counts all cut points of depth 1 in all shapes, of all shards. */
export interface CampaignReport {
  readonly operations: number;
  readonly possible: number;
  readonly tried: number;
  readonly nested: number;
  readonly notTried: number;
  /** Trials whose end was known from an equal state, and was not run again. */
  readonly sharedEnds: number;
  readonly shapes: Readonly<Record<string, number>>;
  readonly failures: readonly CampaignFailure[];
}

/** Torn shapes of an operation that a campaign tries. */
function shapesOf(operation: Operation): readonly string[] {
  return operation.bytes === null
    ? eraseShapes()
    : programShapes(operation.bytes.length, operation.unitBytes);
}

interface Tally {
  possible: number;
  tried: number;
  nested: number;
  notTried: number;
  shapes: Record<string, number>;
  failures: CampaignFailure[];
}

/**
 * Runs the subject once more; at each program and erase the chip is forked, the operation is torn on the fork in each of its shapes, and the
 * fork is booted and judged (`runTrial`). So a campaign costs one run and its trials, not a run per trial.
 */
export function runCampaign(subject: Subject, plan: CampaignPlan): CampaignReport {
  return new Campaign(subject, plan).run();
}

class Campaign {
  readonly #subject: Subject;
  readonly #plan: CampaignPlan;
  readonly #known: Known = nothingKnown();
  readonly #tally: Tally = { possible: 0, tried: 0, nested: 0, notTried: 0, shapes: {}, failures: [] };
  #chosen: ReadonlySet<number> | undefined;
  #planned = 0;

  constructor(subject: Subject, plan: CampaignPlan) {
    this.#subject = subject;
    this.#plan = plan;
  }

  run(): CampaignReport {
    const reference = runReference(this.#subject);
    this.#choose(reference.pointCount);
    let index = 0;
    runReference(this.#subject, (device, console, operation) => {
      for (const shape of shapesOf(operation)) {
        this.#tally.possible++;
        if (this.#isOurs(operation.number, index++)) this.#try(reference, device, console, operation, shape);
      }
    });
    return {
      operations: reference.operationCount,
      ...this.#tally,
      sharedEnds: this.#known.shared,
    };
  }

  /** Draws a stratified sample: one point from each of `sample` equal parts of the run. */
  #choose(pointCount: number): void {
    const { sample, seed } = this.#plan;
    this.#planned = pointCount;
    if (sample === undefined || sample >= pointCount) return;
    const random = new SeededRandom(seed);
    const chosen = new Set<number>();
    for (let stratum = 0; stratum < sample; stratum++) {
      const from = Math.floor((stratum * pointCount) / sample);
      const to = Math.floor(((stratum + 1) * pointCount) / sample);
      chosen.add(from + random.below(to - from));
    }
    this.#chosen = chosen;
    this.#planned = sample;
  }

  #isOurs(operation: number, index: number): boolean {
    const { shard } = this.#plan;
    return operation % shard.count === shard.index && (this.#chosen?.has(index) ?? true);
  }

  #try(
    reference: Reference,
    device: Device,
    console: RecordingConsole,
    operation: Operation,
    shape: string,
  ): void {
    if (this.#plan.isOver()) {
      this.#tally.notTried++;
      return;
    }
    this.#tally.tried++;
    this.#tally.shapes[shape] = (this.#tally.shapes[shape] ?? 0) + 1;
    const torn = tear(device.board.chip, operation, shape);
    this.#judge(reference, torn, console, device.acknowledgedCheckpoint, [
      { operation: operation.number, shape },
    ]);
    this.#plan.onProgress({
      done: this.#tally.tried,
      of: Math.ceil(this.#planned / this.#plan.shard.count),
      failures: this.#tally.failures.length,
    });
  }

  #judge(
    reference: Reference,
    chip: FlashChip,
    console: RecordingConsole,
    acknowledged: number,
    points: readonly CutPoint[],
  ): void {
    if (points.length < this.#plan.depth) this.#nest(reference, chip, console, acknowledged, points);
    const verdicts = runTrial({
      subject: this.#subject,
      reference,
      chip,
      console: new RecordingConsole(this.#subject.input, console),
      acknowledged,
      known: this.#known,
    });
    const [first] = verdicts;
    if (first !== undefined) this.#tally.failures.push({ replay: formatCut(points), ...first });
  }

  /** Boots a fork of a chip that was cut, and cuts that boot at each of its operations. */
  #nest(
    reference: Reference,
    chip: FlashChip,
    console: RecordingConsole,
    acknowledged: number,
    points: readonly CutPoint[],
  ): void {
    const recovering = chip.fork();
    const device = deviceOf(this.#subject, recovering, new RecordingConsole(this.#subject.input, console));
    recovering.observe((kind, address, bytes) => {
      const operation = {
        kind,
        address,
        bytes,
        number: recovering.operationCount,
        unitBytes: recovering.part.programUnitBytes,
      };
      for (const shape of shapesOf(operation)) {
        if (this.#plan.isOver()) return;
        this.#tally.nested++;
        const torn = tear(recovering, operation, shape);
        this.#judge(reference, torn, console, acknowledged, [
          ...points,
          { operation: operation.number, shape },
        ]);
      }
    });
    powerOnOnly(device);
    recovering.observe(null);
  }
}

/** A fork of `chip` on which the operation that is about to happen has been torn. */
function tear(chip: FlashChip, operation: Operation, shape: string): FlashChip {
  const fork = chip.fork();
  fork.armCut({ operation: operation.number, shape });
  try {
    if (operation.bytes === null) fork.eraseBlock(operation.address / fork.part.eraseBlockBytes);
    else fork.program(operation.address, operation.bytes);
  } catch (error) {
    if (error instanceof PowerCut) return fork;
    throw error;
  }
  throw new Error(`operation ${operation.number} was not torn`);
}
