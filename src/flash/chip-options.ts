import type { Figure } from "./cost.ts";
import type { OperationKind } from "./cut-trigger.ts";

/** Told of each program (its bytes) and erase (null, and the block's address) just before its cells change. */
export type OperationObserver = (kind: OperationKind, address: number, bytes: Uint8Array | null) => void;

export interface ChipOptions {
  /** Decides what unstable bits read as, which blocks are bad from the factory, and how each block ages; 0 if absent. */
  readonly seed?: number;
  /** Spoil what silicon would spoil, and count it, instead of throwing `ChipMisuse`. */
  readonly lenient?: boolean;
  /** Which of the part's figures time and energy are summed at; `typical` if absent. */
  readonly figure?: Figure;
  /** Whether blocks wear out and bits fade (`ageing.ts`); not if absent. */
  readonly ageing?: boolean;
}

/** A range of addresses that neither programs nor erases; `to` is excluded. */
export interface AddressRange {
  readonly from: number;
  readonly to: number;
}
