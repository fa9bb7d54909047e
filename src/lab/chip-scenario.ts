import { SeededRandom } from "../base/index.ts";
import { FlashChip, MemoryCarrier, PowerCut } from "../flash/index.ts";
import type { ChipOptions, Part } from "../flash/index.ts";
import { PendingOperations, overwrite } from "./reordering.ts";
import type { Operation, Readings, RunEnd, RunOptions, Scenario, Verdict } from "./scenario.ts";

/** Code that keeps something on a chip, told so that a campaign can cut it. All of it is synchronous and does the same each time. */
export interface ChipProgram<Opened> {
  readonly name: string;
  readonly part: Part;
  readonly chip?: ChipOptions;
  /** What is done to a new chip in the factory, where nothing is cut. */
  prepare?(chip: FlashChip): void;
  /**
   * Recovers what the chip holds and makes it usable. Called after each power-on. With `reorders`, all that was done before `barrier` is called
   * is durable before anything after it.
   */
  open(chip: FlashChip, barrier: () => void): Opened;
  /** What is done, in order. A step that has returned has happened, and must not be lost; each is all or nothing. */
  readonly steps: readonly ((opened: Opened) => void)[];
  /** All that the user of the code sees, as text. */
  show(opened: Opened): string;
  /** Invariants: says what does not hold. Asked at the first boot after a cut, and at the end. */
  check?(opened: Opened): readonly string[];
  /** How many of the steps that are left are done after a cut; all if absent. */
  readonly stepsAfterCut?: number;
  /** A trial is one boot and a look at all that it shows: the quickest that compares everything. */
  readonly looksOnce?: boolean;
  /** The chip is behind a cache that writes back in any order between two barriers. */
  readonly reorders?: boolean;
}

/** What was done when the power went: so many steps had returned. */
export interface StepMark {
  readonly done: number;
}

const BOOTS = 3;
/** Boots before the last one that are cut themselves, at an operation and in a shape drawn for each. */
const CUT_BOOTS = 2;
const ORACLES = ["opens", "before-or-after", "monotonic", "check", "goes-on"] as const;

/** A campaign's view of a `ChipProgram`. Oracles: `docs/testing.md`. */
export function chipScenario<Opened>(program: ChipProgram<Opened>): Scenario<StepMark> {
  return new ChipScenario(program);
}

class ChipScenario<Opened> implements Scenario<StepMark> {
  readonly name: string;
  readonly oracles = ORACLES;
  readonly #program: ChipProgram<Opened>;
  readonly #origin: MemoryCarrier;
  /** What the cache in front of each chip under way still holds. */
  readonly #pending = new WeakMap<FlashChip, PendingOperations>();
  /** What is shown after so many steps. */
  #shown: readonly string[] = [];

  constructor(program: ChipProgram<Opened>) {
    this.#program = program;
    this.name = program.name;
    this.#origin = MemoryCarrier.forPart(program.part);
    program.prepare?.(new FlashChip(program.part, this.#origin, program.chip));
  }

  freshChip(): FlashChip {
    return new FlashChip(this.#program.part, this.#origin.fork(), this.#program.chip);
  }

  run(chip: FlashChip, options: RunOptions<StepMark>): RunEnd<StepMark> {
    const { steps, show } = this.#program;
    let done = 0;
    const shown: string[] = [];
    return this.#untilCut(
      chip,
      options,
      () => {
        const opened = this.#open(chip);
        shown.push(show(opened));
        for (const step of steps) {
          step(opened);
          done++;
          shown.push(show(opened));
        }
        if (options.cut === undefined) this.#shown = shown;
      },
      () => ({ done }),
    );
  }

  recover(chip: FlashChip, mark: StepMark, options: RunOptions<StepMark>): RunEnd<StepMark> {
    const open = (): void => {
      try {
        this.#open(chip);
      } catch (error) {
        if (error instanceof PowerCut) throw error;
        // What is wrong here the trial of the same chip will say.
      }
    };
    const end = this.#untilCut(chip, options, open, () => mark);
    chip.observe(null);
    return end;
  }

  judge(chip: FlashChip, mark: StepMark, readings: Readings): readonly Verdict[] {
    let least = mark.done;
    let last: Opened | undefined;
    const boots = this.#program.looksOnce === true ? 1 : BOOTS;
    for (let boot = 1; boot <= boots; boot++) {
      chip.probe.unstableBits = readings[boot - 1] ?? "any";
      const wrong = boot === BOOTS ? this.#cutBoots(chip, mark.done) : undefined;
      if (wrong !== undefined) return [wrong];
      chip.powerOn();
      const opened = attempt("opens", () => this.#open(chip));
      if (opened.kind === "failed") return [opened.verdict];
      const looked = attempt("check", () => this.#look(opened.value, least, mark.done, boot));
      if (looked.kind === "failed") return [looked.verdict];
      if (typeof looked.value !== "number") return [looked.value];
      least = looked.value;
      last = opened.value;
    }
    return last === undefined || boots === 1 ? [] : this.#goOn(chip, last, least);
  }

  tear(chip: FlashChip, operation: Operation, shape: string): FlashChip | undefined {
    return this.#pending.get(chip)?.tear(operation, shape);
  }

  keyOf({ done }: StepMark): string {
    return String(done);
  }

  #open(chip: FlashChip): Opened {
    return this.#program.open(chip, () => this.#pending.get(chip)?.barrier(chip));
  }

  /** Boots that end too early: what was shown before them must be there after them, too. What is drawn is a function of the trial. */
  #cutBoots(chip: FlashChip, done: number): Verdict | undefined {
    const writes = chip.operationCount;
    if (writes === 0) return undefined;
    const random = new SeededRandom(chip.counters.programmedBytes * 1024 + done);
    for (let number = 0; number < CUT_BOOTS; number++) {
      chip.powerOn();
      chip.armCut({ operation: random.below(writes), seed: random.nextUint32() });
      try {
        this.#open(chip);
      } catch (error) {
        if (!(error instanceof PowerCut)) return failed("opens", error);
      }
    }
    return undefined;
  }

  /** How many steps the state holds, or what is wrong with it. Equal states of different steps count as the newest that may be. */
  #look(opened: Opened, least: number, done: number, boot: number): number | Verdict {
    const text = this.#program.show(opened);
    const isChecked = boot === 1 && this.#program.looksOnce !== true;
    const [finding] = isChecked ? (this.#program.check?.(opened) ?? []) : [];
    if (finding !== undefined) return { oracle: "check", what: `boot ${boot}: ${finding}` };
    const newest = Math.min(done + 1, this.#program.steps.length);
    for (let steps = newest; steps >= least; steps--) if (this.#shown[steps] === text) return steps;
    const older = this.#shown.lastIndexOf(text, least);
    if (older >= 0) {
      const what = `boot ${boot} shows what ${older} steps made, ${least} were there before`;
      return { oracle: boot === 1 ? "before-or-after" : "monotonic", what };
    }
    return {
      oracle: "before-or-after",
      what: `boot ${boot} shows what never was, after ${done} steps: ${JSON.stringify(text.slice(0, 100))}`,
    };
  }

  /** The steps that are left make what they make without a cut, and the next boots show it. */
  #goOn(chip: FlashChip, opened: Opened, from: number): readonly Verdict[] {
    const { steps, show, check, stepsAfterCut } = this.#program;
    const to = Math.min(steps.length, from + (stepsAfterCut ?? Infinity));
    const end = attempt("goes-on", () => {
      for (const step of steps.slice(from, to)) step(opened);
      return [show(opened), ...(check?.(opened) ?? [])];
    });
    if (end.kind === "failed") return [end.verdict];
    const [text, finding] = end.value;
    if (finding !== undefined) return [{ oracle: "check", what: `at the end: ${finding}` }];
    if (text === this.#shown[to]) return this.#lookAtEnd(chip, text);
    return [{ oracle: "goes-on", what: "the steps that were left do not lead to where the uncut run was" }];
  }

  #lookAtEnd(chip: FlashChip, text: string): readonly Verdict[] {
    for (const reading of ["zeros", "ones"] as const) {
      chip.probe.unstableBits = reading;
      chip.powerOn();
      const shown = attempt("opens", () => this.#program.show(this.#open(chip)));
      if (shown.kind === "failed") return [shown.verdict];
      if (shown.value !== text)
        return [{ oracle: "goes-on", what: "what was done after the cut is not there" }];
    }
    return [];
  }

  /** Runs `action` from a power-on to its end or to the cut. */
  #untilCut(
    chip: FlashChip,
    options: RunOptions<StepMark>,
    action: () => void,
    mark: () => StepMark,
  ): RunEnd<StepMark> {
    const { cut, atOperation } = options;
    chip.powerOn();
    const pending = this.#program.reorders === true ? new PendingOperations(chip) : undefined;
    if (pending !== undefined) this.#pending.set(chip, pending);
    else if (cut !== undefined) chip.armCut(cut);
    let left: FlashChip | undefined;
    if (atOperation !== undefined || pending !== undefined) {
      chip.observe((kind, address, bytes) => {
        const operation = { number: chip.operationCount, kind, address, bytes };
        atOperation?.(operation, mark);
        if (pending === undefined) return;
        if (cut !== undefined && cut.operation === operation.number) {
          left = pending.tear(operation, cut.shape);
          throw new PowerCut(cut);
        }
        pending.note(operation);
      });
    }
    try {
      action();
      return { kind: "ended" };
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      if (left !== undefined) overwrite(chip, left);
      return { kind: "cut", mark: mark() };
    } finally {
      this.#pending.delete(chip);
    }
  }
}

type Attempt<Value> =
  { readonly kind: "done"; readonly value: Value } | { readonly kind: "failed"; readonly verdict: Verdict };

function attempt<Value>(oracle: string, action: () => Value): Attempt<Value> {
  try {
    return { kind: "done", value: action() };
  } catch (error) {
    return { kind: "failed", verdict: failed(oracle, error) };
  }
}

function failed(oracle: string, error: unknown): Verdict {
  return { oracle, what: error instanceof Error ? error.message : String(error) };
}
