import { SeededRandom, assert } from "../base/index.ts";
import { eraseShapes, isShapeOf, parseShape, programShapes } from "./cut.ts";
import type { CutPoint, TornShape } from "./cut.ts";
import { ChipMisuse } from "./misuse.ts";

/** Programs and erases are what cuts are counted over. */
export type OperationKind = "program" | "erase";

/** Where the next cut is: at a point, or at an operation in a shape drawn by `seed` from those it can have. */
export type ArmedCut = CutPoint | { readonly operation: number; readonly seed: number };

/** A shape, and the point that says so. */
export interface TornNow {
  readonly shape: TornShape;
  readonly point: CutPoint;
}

/** Counts operations since power-on and says when one of them is to be torn. */
export class CutTrigger {
  /** Programs and erases completed since power-on. */
  operationCount = 0;
  #armed: ArmedCut | null = null;
  /** `#armed?.operation`, or -1: one comparison per operation. */
  #armedOperation = -1;

  /** As `FlashChip.armCut`. */
  arm(cut: ArmedCut | null): void {
    assert(cut === null || cut.operation >= this.operationCount, "a cut lies ahead, not behind");
    if (cut !== null && "shape" in cut) parseShape(cut.shape);
    this.#armed = cut;
    this.#armedOperation = cut?.operation ?? -1;
  }

  /** After power-on: nothing is armed. */
  reset(operationCount: number): void {
    this.operationCount = operationCount;
    this.arm(null);
  }

  get nextIsTorn(): boolean {
    return this.operationCount === this.#armedOperation;
  }

  /** How the operation that comes now is torn. Throws `ChipMisuse` where it cannot have that shape. */
  shapeOf(kind: OperationKind, byteCount: number, programUnitBytes: number): TornNow {
    const armed = this.#armed;
    assert(armed !== null, "a cut is armed");
    const shapes = kind === "program" ? programShapes(byteCount, programUnitBytes) : eraseShapes();
    const text = "shape" in armed ? armed.shape : shapes[new SeededRandom(armed.seed).below(shapes.length)];
    const shape = parseShape(text);
    if (!isShapeOf(kind, shape)) {
      throw new ChipMisuse(
        `operation ${armed.operation} is ${kind === "erase" ? "an" : "a"} ${kind}: no ${text}`,
      );
    }
    return { shape, point: { operation: armed.operation, shape: text } };
  }
}
