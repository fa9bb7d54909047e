/** Cuts a scenario of store operations at every program and erase, in every torn shape, and looks at the boots after. */
import { SeededRandom, assert } from "../src/base/index.ts";
import {
  FlashChip,
  MemoryCarrier,
  PowerCut,
  eraseShapes,
  formatCut,
  programShapes,
} from "../src/flash/index.ts";
import type { CutPoint, Part } from "../src/flash/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";
import type { MountResult, StoreFault } from "../src/store/index.ts";
import { StoreModel, draw, perform, textOf } from "./store-model.ts";
import type { Mix, StoreOperation } from "./store-model.ts";

export interface CampaignOptions {
  readonly part: Part;
  readonly lineBytes: number;
  readonly keepStates: number;
  readonly seed: number;
  readonly mix: Mix;
  /** Operations before the power-on whose programs and erases are cut. */
  readonly warmUp: number;
  /** Operations that are cut. */
  readonly operations: number;
  /** Every so many cuts, all cuts inside the recovery are tried too. */
  readonly nestedEvery: number;
  readonly fault?: StoreFault;
  /** RAM for the map; absent: as much as it takes. */
  readonly mapRamBytes?: number;
  /** Ends the campaign at its first failure. */
  readonly stopAtFailure?: boolean;
}

export interface CampaignResult {
  /** Programs and erases of the undisturbed run. */
  readonly operations: number;
  readonly cuts: number;
  readonly nestedCuts: number;
  /** Each begins with the cut that replays it. */
  readonly failures: readonly string[];
}

/** What one boot showed: the text of the store, or why there is none. */
interface Boot {
  readonly text: string;
  readonly problem: string | undefined;
  readonly store: Store | undefined;
}

export function runCampaign(options: CampaignOptions): CampaignResult {
  return new Campaign(options).run();
}

class Campaign {
  readonly #options: CampaignOptions;
  readonly #origin: MemoryCarrier;
  readonly #operations: StoreOperation[] = [];
  /** What the store shows before each operation, and after the last. */
  readonly #texts: string[] = [];
  /** Shapes of each program and erase of the undisturbed run. */
  readonly #shapes: (readonly string[])[] = [];
  readonly #failures: string[] = [];
  #cuts = 0;
  #nestedCuts = 0;

  constructor(options: CampaignOptions) {
    this.#options = options;
    const { part, lineBytes, keepStates } = options;
    const chip = new FlashChip(part, MemoryCarrier.forPart(part));
    Store.format(chipMemory(chip), { lineBytes, keepStates });
    const random = new SeededRandom(options.seed);
    const model = new StoreModel(keepStates);
    this.#drawAndRun(chip, random, model, options.warmUp, []);
    this.#origin = chip.carrier as MemoryCarrier;
    const second = new FlashChip(part, this.#origin.fork());
    second.observe((_kind, _address, bytes) => {
      this.#shapes.push(shapesOf(bytes, part));
    });
    this.#texts.push(model.text());
    this.#drawAndRun(second, random, model, options.operations, this.#operations);
  }

  run(): CampaignResult {
    const { nestedEvery, stopAtFailure } = this.#options;
    for (let operation = 0; operation < this.#shapes.length; operation++) {
      for (const shape of this.#shapes[operation]) {
        this.#cutOnce({ operation, shape }, nestedEvery > 0 && this.#cuts % nestedEvery === 0);
        this.#cuts++;
        if (stopAtFailure === true && this.#failures.length > 0) return this.#result();
      }
    }
    return this.#result();
  }

  #result(): CampaignResult {
    return {
      operations: this.#shapes.length,
      cuts: this.#cuts,
      nestedCuts: this.#nestedCuts,
      failures: this.#failures,
    };
  }

  #drawAndRun(
    chip: FlashChip,
    random: SeededRandom,
    model: StoreModel,
    count: number,
    into: StoreOperation[],
  ): void {
    const store = this.#mustMount(chip);
    for (let step = 0; step < count; step++) {
      const operation = draw(random, model, this.#options.mix);
      const result = perform(store, operation);
      if (result?.kind === "committed") model.apply(operation, result.commit);
      into.push(operation);
      this.#texts.push(model.text());
    }
    if (into !== this.#operations) this.#texts.length = 0;
  }

  #mustMount(chip: FlashChip): Store {
    const result = this.#mount(chip);
    assert(result.kind === "mounted", "an undisturbed store mounts");
    return result.store;
  }

  #cutOnce(point: CutPoint, withNested: boolean): void {
    const { part } = this.#options;
    const carrier = this.#origin.fork();
    const chip = new FlashChip(part, carrier, { seed: point.operation });
    chip.armCut(point);
    const reached = this.#runUntilCut(chip);
    const allowed = [this.#texts[reached], this.#texts[Math.min(reached + 1, this.#texts.length - 1)]];
    if (withNested) this.#cutRecovery(point, carrier, allowed, reached);
    this.#watchBoots([point], carrier, allowed, reached);
  }

  /** How many operations had ended when the power went. */
  #runUntilCut(chip: FlashChip): number {
    let reached = 0;
    try {
      const mounted = this.#mount(chip);
      if (mounted.kind !== "mounted") return 0;
      for (const operation of this.#operations) {
        perform(mounted.store, operation);
        reached++;
      }
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
    return reached;
  }

  #mount(chip: FlashChip): MountResult {
    const { fault, mapRamBytes } = this.#options;
    return Store.mount(chipMemory(chip), {
      ...(fault === undefined ? {} : { fault }),
      ...(mapRamBytes === undefined ? {} : { mapRamBytes, oldVersionsMax: Infinity }),
    });
  }

  /** Cuts the boot after a cut at each of its own operations, in each shape. */
  #cutRecovery(point: CutPoint, carrier: MemoryCarrier, allowed: readonly string[], reached: number): void {
    const { part } = this.#options;
    const shapes: (readonly string[])[] = [];
    const chip = new FlashChip(part, carrier.fork(), { seed: 1 });
    chip.observe((_kind, _address, bytes) => {
      shapes.push(shapesOf(bytes, part));
    });
    this.#mount(chip);
    for (const [operation, ofOne] of shapes.entries()) {
      for (const shape of ofOne) {
        const inner = new FlashChip(part, carrier.fork(), { seed: 1 });
        inner.armCut({ operation, shape });
        try {
          this.#mount(inner);
        } catch (error) {
          if (!(error instanceof PowerCut)) throw error;
        }
        this.#nestedCuts++;
        this.#watchBoots([point, { operation, shape }], inner.carrier as MemoryCarrier, allowed, reached);
      }
    }
  }

  /** Four boots with nothing between them but power off; then the store must take a further commit. */
  #watchBoots(
    cut: readonly CutPoint[],
    carrier: MemoryCarrier,
    allowed: readonly string[],
    reached: number,
  ): void {
    let shown: string | undefined;
    let last: Boot | undefined;
    for (let number = 1; number <= 4; number++) {
      const chip = new FlashChip(this.#options.part, carrier, { seed: number * 7919 });
      last = this.#boot(chip, number === 1);
      const problem =
        last.problem ??
        (shown === undefined && !allowed.includes(last.text)
          ? `a state that never was:\n${last.text}`
          : undefined) ??
        (shown !== undefined && shown !== last.text ? `another state than the boot before` : undefined);
      if (problem !== undefined) {
        this.#failures.push(`${formatCut(cut)}: operation ${reached}, boot ${number}: ${problem}`);
        return;
      }
      shown = last.text;
    }
    const problem = last?.store === undefined ? "no store" : goesOn(last.store);
    if (problem !== undefined)
      this.#failures.push(`${formatCut(cut)}: operation ${reached}, going on: ${problem}`);
  }

  #boot(chip: FlashChip, withCheck: boolean): Boot {
    const mounted = this.#mount(chip);
    if (mounted.kind !== "mounted") {
      return { text: "", problem: `damaged: ${mounted.where}: ${mounted.what}`, store: undefined };
    }
    const { store } = mounted;
    const findings = this.#options.fault === undefined && withCheck ? store.check() : [];
    const problem = findings.length === 0 ? undefined : `${findings[0].where}: ${findings[0].what}`;
    return { text: textOf(store), problem, store };
  }
}

/** Shapes of an operation: a program of those bytes, or an erase. */
function shapesOf(bytes: Uint8Array | null, part: Part): readonly string[] {
  return bytes === null ? eraseShapes() : programShapes(bytes.length, part.programUnitBytes);
}

function goesOn(store: Store): string | undefined {
  const result = perform(store, {
    kind: "commit",
    processes: [{ process: 1, lines: [{ line: 3, seed: 12345 }], drops: [] }],
    device: 77,
  });
  if (result?.kind !== "committed") return result?.kind ?? "nothing";
  const findings = store.check();
  if (findings.length > 0) return `${findings[0].where}: ${findings[0].what}`;
  return textOf(store).includes("3=12345") ? undefined : "the commit is not shown";
}
