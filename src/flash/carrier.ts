/**
 * The port under the chip: where its cells are. A carrier keeps bits, wear and unstable bits, and knows nothing of
 * time, power or rules; what an operation means is decided above, by `FlashChip`.
 *
 * What stays true of every carrier:
 * - a block that was never touched, or was erased and not programmed since, reads as all ones and costs no room;
 * - an unstable bit is a one in the cells: it is a cell whose charge lies near the threshold, so that each read may
 *   tell a zero. Programming it to zero or erasing the block makes it stable;
 * - operations stay inside one erase block, except `read`.
 */
export interface Carrier {
  /** Of the whole block: on NAND with its spare areas and hidden bytes (`geometry.ts`). */
  readonly blockBytes: number;
  readonly blockCount: number;
  /** Erase blocks that hold unstable bits now. While it is 0 a read has nothing to disturb. */
  readonly unstableBlockCount: number;
  /** The cells, taking unstable bits for ones. `into.length` bytes from `address`; may span blocks. */
  read(address: number, into: Uint8Array): void;
  /** Whether programming `bytes` at `address` needs no zero to become a one. */
  accepts(address: number, bytes: Uint8Array): boolean;
  /** Whether all cells from `address` on are ones. */
  isBlank(address: number, byteCount: number): boolean;
  /** Cells become cells AND `bytes`; a bit that is now zero is stable. */
  program(address: number, bytes: Uint8Array): void;
  /** Programs `bytes` if `accepts` would say so, in one go; otherwise changes nothing and returns false. */
  programAccepted(address: number, bytes: Uint8Array): boolean;
  /** All ones, nothing unstable, one more erase counted. */
  erase(blockIndex: number): void;
  /**
   * What a torn erase leaves: `cells` and `unstable` (a mask over the block, null for none), one more erase counted.
   * Both arrays are copied.
   */
  replace(blockIndex: number, cells: Uint8Array, unstable: Uint8Array | null): void;
  /** Makes the bits of `mask` from `address` on unstable; those of them that are zero stay stable zeros. */
  markUnstable(address: number, mask: Uint8Array): void;
  /** Counts `cycles` more erases of the block; its cells stay. Ageing does this. */
  wear(blockIndex: number, cycles: number): void;
  eraseCount(blockIndex: number): number;
  /** Cells of a block to look at, not to change; null where all are ones. */
  cellsOf(blockIndex: number): Uint8Array | null;
  /** Mask of the unstable bits of a block to look at, not to change; null where there are none. */
  unstableOf(blockIndex: number): Uint8Array | null;
}
