import { FlashChip, eraseNanos, programNanos } from "../flash/index.ts";
import { flushLinesFloor } from "../heap/index.ts";
import type { Store } from "../store/index.ts";
import { heapOptionsOf } from "./board.ts";
import type { Board, DeviceOptions } from "./board.ts";
import { HoldUpBudget } from "./hold-up.ts";
import { holdUpOf } from "./profiles.ts";

/**
 * The board's supply as it fails: a warning comes, the hold-up runs, then power is gone. The program or erase that does not end before is torn.
 * It counts the chip's time; what the processor does until it heeds the warning is told to it.
 */
export class Supply {
  /** What a heap may have to flush; undefined where power goes without a warning. */
  readonly heapLimit: { readonly flushLinesMax: number } | undefined;
  readonly holdUpNanos: number;
  /** Absent where the store is on another machine, whose power is its own. */
  readonly #chip: FlashChip | undefined;
  readonly #store: Store;
  readonly #nanosPerTick: number;
  #deadline = Infinity;

  /** Makes the store ready for what is flushed on a warning. Throws `UserError` where the hold-up is too short for a process. */
  constructor(board: Board, options: DeviceOptions, store: Store) {
    const { profile, chip } = board;
    const isChip = chip instanceof FlashChip;
    this.#chip = isChip ? chip : undefined;
    this.#store = store;
    this.#nanosPerTick = 1e9 / profile.ticksPerSecond;
    const holdUp = holdUpOf(profile);
    const budget = holdUp && isChip ? new HoldUpBudget(holdUp, profile, chip.part, store) : undefined;
    this.holdUpNanos = budget?.nanos ?? 0;
    if (budget === undefined) return;
    budget.require(flushLinesFloor(heapOptionsOf(board, options, store.ramBytes)));
    store.keepReadyFor(budget.lines);
    this.heapLimit = { flushLinesMax: budget.lines };
  }

  get isGuarding(): boolean {
    return this.heapLimit !== undefined;
  }

  get isFailing(): boolean {
    return this.#deadline !== Infinity;
  }

  /** Of the hold-up, what is left; negative where it did not last. */
  get leftNanos(): number {
    return this.#deadline - this.#nowNanos;
  }

  /** The warning came so many ticks of the processor ago. */
  fail(ticksAgo: number): void {
    this.#warn(ticksAgo * this.#nanosPerTick);
    const chip = this.#chip;
    chip?.observe((kind, _address, bytes) => this.#before(chip, kind, bytes?.length ?? 0));
  }

  /** The warning comes as the program or erase of that number begins, counted from power-on. */
  failAt(operation: number): void {
    const chip = this.#chip;
    chip?.observe((kind, _address, bytes) => {
      if (!this.isFailing && chip.operationCount >= operation) this.#warn(0);
      if (this.isFailing) this.#before(chip, kind, bytes?.length ?? 0);
    });
  }

  /** Nobody listens any more: the power is gone. */
  end(): void {
    this.#chip?.observe(null);
  }

  get #nowNanos(): number {
    return this.#chip?.deviceNanos ?? 0;
  }

  #warn(agoNanos: number): void {
    this.#deadline = this.#nowNanos + this.holdUpNanos - agoNanos;
    this.#store.hurry();
  }

  #before(chip: FlashChip, kind: "program" | "erase", byteCount: number): void {
    const { part, operationCount, counters } = chip;
    const nanos = kind === "erase" ? eraseNanos(part, "max") : programNanos(part, byteCount, "max");
    if (counters.deviceNanos + nanos > this.#deadline)
      chip.armCut({ operation: operationCount, seed: operationCount });
  }
}
