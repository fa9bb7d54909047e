import { FlashChip, MemoryCarrier, PowerCut } from "../flash/index.ts";
import type { Part } from "../flash/index.ts";
import type { Readings, RunEnd, RunOptions, Scenario, Verdict } from "./scenario.ts";
import { watch } from "./scenario.ts";

/** Code that keeps something on a chip, told so that a campaign can cut it. All of it is synchronous and does the same each time. */
export interface ChipProgram<Opened> {
  readonly name: string;
  readonly part: Part;
  /** What is done to a new chip in the factory, where nothing is cut. */
  prepare?(chip: FlashChip): void;
  /** Recovers what the chip holds and makes it usable. Called after each power-on. */
  open(chip: FlashChip): Opened;
  /** What is done, in order. A step that has returned has happened, and must not be lost; each is all or nothing. */
  readonly steps: readonly ((opened: Opened) => void)[];
  /** All that the user of the code sees, as text. */
  show(opened: Opened): string;
  /** Invariants: says what does not hold. */
  check?(opened: Opened): readonly string[];
}

/** What was done when the power went: so many steps had returned. */
export interface StepMark {
  readonly done: number;
}

const BOOTS = 3;
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
  /** What is shown after so many steps. */
  #shown: readonly string[] = [];

  constructor(program: ChipProgram<Opened>) {
    this.#program = program;
    this.name = program.name;
    this.#origin = MemoryCarrier.forPart(program.part);
    program.prepare?.(new FlashChip(program.part, this.#origin));
  }

  freshChip(): FlashChip {
    return new FlashChip(this.#program.part, this.#origin.fork());
  }

  run(chip: FlashChip, options: RunOptions<StepMark>): RunEnd<StepMark> {
    const { steps, show } = this.#program;
    let done = 0;
    watch(chip, options.atOperation, () => ({ done }));
    const shown: string[] = [];
    return untilCut(
      chip,
      options,
      () => {
        const opened = this.#program.open(chip);
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
    watch(chip, options.atOperation, () => mark);
    const open = (): void => {
      try {
        this.#program.open(chip);
      } catch (error) {
        if (error instanceof PowerCut) throw error;
        // What is wrong here the trial of the same chip will say.
      }
    };
    const end = untilCut(chip, options, open, () => mark);
    chip.observe(null);
    return end;
  }

  judge(chip: FlashChip, mark: StepMark, readings: Readings): readonly Verdict[] {
    let least = mark.done;
    let last: Opened | undefined;
    for (let boot = 1; boot <= BOOTS; boot++) {
      chip.probe.unstableBits = readings[boot - 1] ?? "any";
      chip.powerOn();
      const opened = attempt("opens", () => this.#program.open(chip));
      if (opened.kind === "failed") return [opened.verdict];
      const looked = attempt("check", () => this.#look(opened.value, least, mark.done, boot));
      if (looked.kind === "failed") return [looked.verdict];
      if (typeof looked.value !== "number") return [looked.value];
      least = looked.value;
      last = opened.value;
    }
    return last === undefined ? [] : this.#goOn(chip, last, least);
  }

  keyOf({ done }: StepMark): string {
    return String(done);
  }

  /** How many steps the state holds, or what is wrong with it. Equal states of different steps count as the newest that may be. */
  #look(opened: Opened, least: number, done: number, boot: number): number | Verdict {
    const text = this.#program.show(opened);
    const [finding] = this.#program.check?.(opened) ?? [];
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

  /** The steps that are left make the end that they make without a cut, and the next boot shows it. */
  #goOn(chip: FlashChip, opened: Opened, from: number): readonly Verdict[] {
    const { steps, show, check } = this.#program;
    const end = attempt("goes-on", () => {
      for (const step of steps.slice(from)) step(opened);
      return [show(opened), ...(check?.(opened) ?? [])];
    });
    if (end.kind === "failed") return [end.verdict];
    const [text, finding] = end.value;
    if (finding !== undefined) return [{ oracle: "check", what: `at the end: ${finding}` }];
    if (text === this.#shown[steps.length]) return this.#lookAtEnd(chip, text);
    return [{ oracle: "goes-on", what: "the steps that were left do not lead to the end of the uncut run" }];
  }

  #lookAtEnd(chip: FlashChip, text: string): readonly Verdict[] {
    for (const reading of ["zeros", "ones"] as const) {
      chip.probe.unstableBits = reading;
      chip.powerOn();
      const shown = attempt("opens", () => this.#program.show(this.#program.open(chip)));
      if (shown.kind === "failed") return [shown.verdict];
      if (shown.value !== text)
        return [{ oracle: "goes-on", what: "what was done after the cut is not there" }];
    }
    return [];
  }
}

/** Runs `action` from a power-on to its end or to the cut. */
function untilCut<Mark>(
  chip: FlashChip,
  options: RunOptions<Mark>,
  action: () => void,
  mark: () => Mark,
): RunEnd<Mark> {
  chip.powerOn();
  if (options.cut !== undefined) chip.armCut(options.cut);
  try {
    action();
    return { kind: "ended" };
  } catch (error) {
    if (error instanceof PowerCut) return { kind: "cut", mark: mark() };
    throw error;
  }
}

type Attempt<Value> =
  { readonly kind: "done"; readonly value: Value } | { readonly kind: "failed"; readonly verdict: Verdict };

function attempt<Value>(oracle: string, action: () => Value): Attempt<Value> {
  try {
    return { kind: "done", value: action() };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return { kind: "failed", verdict: { oracle, what } };
  }
}
