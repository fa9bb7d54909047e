import { eraseShapes, programShapes } from "../flash/index.ts";
import type { CutPoint, FlashChip } from "../flash/index.ts";

/** A program or erase (no bytes) that is about to happen. `number` counts from power-on. */
export interface Operation {
  readonly number: number;
  readonly kind: "program" | "erase";
  readonly address: number;
  readonly bytes: Uint8Array | null;
}

/** An oracle that said no. */
export interface Verdict {
  /** Name of the oracle (`docs/testing.md`). */
  readonly oracle: string;
  readonly what: string;
}

type UnstableReading = FlashChip["probe"]["unstableBits"];

/** How unstable bits read at the first boot after a cut, at the second, and from the third on. */
export type Readings = readonly [UnstableReading, UnstableReading, UnstableReading];

/** Told before each program and erase; `mark` says what the outside knows at that instant. */
export type AtOperation<Mark> = (operation: Operation, mark: () => Mark) => void;

export interface RunOptions<Mark> {
  readonly cut?: CutPoint;
  readonly atOperation?: AtOperation<Mark>;
}

export type RunEnd<Mark> = { readonly kind: "ended" } | { readonly kind: "cut"; readonly mark: Mark };

/**
 * What a campaign cuts. All of it is a function of its arguments: two calls do the same, to the bit.
 *
 * A *mark* is what the outside knows at an instant (what was acknowledged, what was said), and what is judged after a cut at that instant.
 * Marks are never changed.
 */
export interface Scenario<Mark> {
  readonly name: string;
  /** Names of the oracles that `judge` asks. */
  readonly oracles: readonly string[];
  /** The chip as it is before the first power-on. */
  freshChip(): FlashChip;
  /** Powers the chip on and runs to the end or to the cut. The first call must have none: what it does is what all others are held against. */
  run(chip: FlashChip, options: RunOptions<Mark>): RunEnd<Mark>;
  /** Powers a chip on that was cut, and stops when it has recovered or is cut again. What goes wrong is for `judge` to say. */
  recover(chip: FlashChip, mark: Mark, options: RunOptions<Mark>): RunEnd<Mark>;
  /** Boots a chip that was cut at least three times and says what does not hold. Changes the chip. */
  judge(chip: FlashChip, mark: Mark, readings: Readings): readonly Verdict[];
  /**
   * What power leaves that goes at `operation`, as a chip of its own; `chip` is told of the operation at this moment. Absent or
   * undefined: the operation torn in that shape, and all before it done.
   */
  tear?(chip: FlashChip, operation: Operation, shape: string): FlashChip | undefined;
  /** Equal for marks that are judged alike, and only for those. */
  keyOf(mark: Mark): string;
}

/** Torn shapes of an operation that a campaign tries. */
export function shapesOf(byteCount: number | null, programUnitBytes: number): readonly string[] {
  return byteCount === null ? eraseShapes() : programShapes(byteCount, programUnitBytes);
}

/** Tells `atOperation` of each operation of the chip from now on. */
export function watch<Mark>(
  chip: FlashChip,
  atOperation: AtOperation<Mark> | undefined,
  mark: () => Mark,
): void {
  if (atOperation === undefined) return;
  chip.observe((kind, address, bytes) => {
    atOperation({ number: chip.operationCount, kind, address, bytes }, mark);
  });
}
