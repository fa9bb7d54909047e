/**
 * The store as a campaign cuts it: drawn operations of several processes with kept states, on a chip that may fail in all the ways that a
 * store must survive.
 *
 *     npm run build && npx dormouse cut --all --depth 2 --nested-every 10 build/test/cuts/store-plain.js
 */
import { SeededRandom, assert } from "../src/base/index.ts";
import type { ChipOptions, FlashChip, Part } from "../src/flash/index.ts";
import { chipScenario } from "../src/lab/index.ts";
import type { ChipProgram, Scenario, StepMark } from "../src/lab/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";
import type { MountOptions, StoreFault } from "../src/store/index.ts";
import { StoreModel, draw, perform, textOf } from "./store-model.ts";
import type { Mix, StoreOperation } from "./store-model.ts";

export interface StoreCutOptions {
  readonly name: string;
  readonly part: Part;
  readonly lineBytes: number;
  readonly keepStates: number;
  readonly seed: number;
  readonly mix: Mix;
  /** Operations before the power-on whose programs and erases are cut. */
  readonly warmUp: number;
  /** Commits, rollbacks, drops and idle times that are cut. */
  readonly operations: number;
  readonly stepsAfterCut: number;
  readonly chip?: ChipOptions;
  /** Every so many operations the next erase block fails for good. */
  readonly failEvery?: number;
  /** Years that pass between two operations, for a chip that ages. */
  readonly yearsBetween?: number;
  readonly reorders?: boolean;
  /** RAM for the map: parts of it lie on the chip. */
  readonly mapRamBytes?: number;
  /** A mistake planted on purpose: nothing waits for what must be durable first. */
  readonly ignoresBarriers?: boolean;
  readonly fault?: StoreFault;
}

export interface OpenedStore {
  readonly chip: FlashChip;
  readonly store: Store;
}

/** An operation that names a state by its place among the kept ones, not by the number of the commit that made it. */
interface Step {
  readonly operation: StoreOperation;
  readonly stateIndex: number;
}

export function storeScenario(options: StoreCutOptions): Scenario<StepMark> {
  return chipScenario(storeProgram(options));
}

export function storeProgram(options: StoreCutOptions): ChipProgram<OpenedStore> {
  const { part, lineBytes, keepStates, fault, mapRamBytes } = options;
  const steps = drawSteps(options);
  const sound: MountOptions =
    mapRamBytes === undefined ? {} : { mapRamBytes, oldVersionsMax: Number.MAX_SAFE_INTEGER };
  const mount: MountOptions = fault === undefined ? sound : { ...sound, fault };
  const doStep = (step: Step, number: number, { chip, store }: OpenedStore): void => {
    if (options.yearsBetween !== undefined) chip.age({ years: options.yearsBetween });
    const { failEvery } = options;
    if (failEvery !== undefined && number % failEvery === failEvery - 1) failNext(chip, number / failEvery);
    performStep(store, step);
  };
  return {
    name: `store: ${options.name}`,
    part,
    ...(options.chip !== undefined && { chip: options.chip }),
    ...(options.reorders !== undefined && { reorders: options.reorders }),
    stepsAfterCut: options.stepsAfterCut,
    prepare: (chip) => {
      Store.format(chipMemory(chip), { lineBytes, keepStates });
      const opened = open(chip, sound);
      steps.slice(0, options.warmUp).forEach((step, number) => doStep(step, number, opened));
    },
    open: (chip, barrier) => open(chip, mount, options.ignoresBarriers === true ? undefined : barrier),
    steps: steps.slice(options.warmUp).map(
      (step, index) =>
        (opened: OpenedStore): void =>
          doStep(step, options.warmUp + index, opened),
    ),
    show: ({ store }) => textOf(store, false),
    check: ({ store }) =>
      fault === undefined ? store.check().map(({ where, what }) => `${where}: ${what}`) : [],
  };
}

/** The texts of a plain model that the store must show after each step: the oracle of the uncut run. */
export function modelTexts(options: StoreCutOptions): readonly string[] {
  const model = new StoreModel(options.keepStates);
  const random = new SeededRandom(options.seed);
  const texts: string[] = [];
  for (let number = 0; number < options.warmUp + options.operations; number++) {
    if (number >= options.warmUp) texts.push(model.text(false));
    model.apply(draw(random, model, options.mix), number + 1);
  }
  return [...texts, model.text(false)];
}

function drawSteps({ keepStates, seed, mix, warmUp, operations }: StoreCutOptions): readonly Step[] {
  const model = new StoreModel(keepStates);
  const random = new SeededRandom(seed);
  return Array.from({ length: warmUp + operations }, (_, number) => {
    const operation = draw(random, model, mix);
    const stateIndex =
      "state" in operation
        ? (model.processes.get(operation.process) ?? []).findIndex(({ commit }) => commit === operation.state)
        : -1;
    model.apply(operation, number + 1);
    return { operation, stateIndex };
  });
}

function open(chip: FlashChip, options: MountOptions, barrier = (): void => undefined): OpenedStore {
  const mounted = Store.mount({ ...chipMemory(chip), barrier }, options);
  assert(mounted.kind === "mounted", mounted.kind === "damaged" ? `${mounted.where}: ${mounted.what}` : "");
  return { chip, store: mounted.store };
}

function performStep(store: Store, { operation, stateIndex }: Step): void {
  const named =
    "state" in operation
      ? { ...operation, state: store.states(operation.process)[stateIndex].state }
      : operation;
  const result = perform(store, named);
  assert(result === undefined || result.kind === "committed", `${operation.kind} is ${result?.kind ?? ""}`);
}

/** The blocks fail one after the other, far apart, and half of them stay. */
function failNext(chip: FlashChip, count: number): void {
  const block = (Math.floor(count) * 5 + 3) % chip.blockCount;
  if (Math.floor(count) < chip.blockCount / 4) chip.failBlock(block);
}
