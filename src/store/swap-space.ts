/**
 * Room on the chip for what RAM cannot hold while the power is on. Its blocks leave their first page blank, so that the next mount takes
 * them for blank ones: nothing that lies here outlasts the power, and no cut can harm anything by it.
 */
import { blockState } from "./block-state.ts";
import type { BlockTable } from "./block-table.ts";
import type { Geometry } from "./format.ts";
import { tagBytes } from "./page-tag.ts";
import type { StoreMemory } from "./port.ts";

interface HeldBlock {
  readonly block: number;
  live: number;
}

export class SwapSpace {
  /** Bytes of one piece; whole program pages. */
  readonly pieceBytes: number;
  readonly piecesPerBlock: number;
  readonly #memory: StoreMemory;
  readonly #blocks: BlockTable;
  readonly #blockBytes: number;
  readonly #pageBytes: number;
  readonly #held = new Map<number, HeldBlock>();
  #current = -1;
  #next = 0;
  #bytesProgrammed = 0;

  constructor(memory: StoreMemory, geometry: Geometry, blocks: BlockTable, pieceBytesMin: number) {
    this.#memory = memory;
    this.#blocks = blocks;
    this.#blockBytes = geometry.blockBytes;
    this.#pageBytes = geometry.pageBytes;
    this.pieceBytes = Math.max(pieceBytesMin, geometry.pageBytes);
    this.piecesPerBlock = geometry.blockBytes / this.pieceBytes - 1;
  }

  get blockCount(): number {
    return this.#held.size;
  }

  get bytesProgrammed(): number {
    return this.#bytesProgrammed;
  }

  get ramBytes(): number {
    return this.#held.size * 8;
  }

  /** Where the piece lies now, or -1 where no block is to be had. */
  write(bytes: Uint8Array): number {
    for (;;) {
      if (this.#current < 0 || this.#next >= this.piecesPerBlock) {
        if (!this.#openBlock()) return -1;
      }
      const block = this.#current;
      const where = block * this.piecesPerBlock + this.#next++;
      if (!this.#program(this.#addressOf(where), bytes)) {
        this.#current = -1;
        this.#blocks.retire(block);
        this.#releaseIfEmpty(block);
        continue;
      }
      const held = this.#held.get(block);
      if (held !== undefined) held.live++;
      return where;
    }
  }

  read(where: number, into: Uint8Array): void {
    this.#memory.read(this.#addressOf(where), into);
  }

  /** The piece is not needed any more. */
  free(where: number): void {
    const block = this.blockOf(where);
    const held = this.#held.get(block);
    if (held !== undefined) held.live--;
    this.#releaseIfEmpty(block);
  }

  blockOf(where: number): number {
    return Math.floor(where / this.piecesPerBlock);
  }

  /** The block, of those that are full, with the fewest pieces that are needed; -1 where there is none. */
  leastNeeded(): number {
    let found: HeldBlock | undefined;
    for (const held of this.#held.values()) {
      if (held.block !== this.#current && held.live < (found?.live ?? Infinity)) found = held;
    }
    return found?.block ?? -1;
  }

  #openBlock(): boolean {
    const full = this.#current;
    const block = this.#blocks.open({ mostWorn: false, isMap: true, by: 0 });
    if (block < 0) return false;
    this.#held.set(block, { block, live: 0 });
    this.#current = block;
    this.#next = 0;
    if (full >= 0) this.#releaseIfEmpty(full);
    return true;
  }

  #releaseIfEmpty(block: number): void {
    if (block === this.#current || this.#held.get(block)?.live !== 0) return;
    this.#held.delete(block);
    if (this.#blocks.stateOf(block) !== blockState.bad) this.#blocks.release(block);
  }

  /** The first piece of each block stays blank. */
  #addressOf(where: number): number {
    const block = this.blockOf(where);
    return block * this.#blockBytes + (where - block * this.piecesPerBlock + 1) * this.pieceBytes;
  }

  #program(address: number, bytes: Uint8Array): boolean {
    const { pages } = this.#memory;
    for (let done = 0; done < bytes.length; done += this.#pageBytes) {
      const part = bytes.subarray(done, done + this.#pageBytes);
      this.#bytesProgrammed += part.length;
      const status =
        pages === undefined
          ? this.#memory.program(address + done, part)
          : pages.programPage((address + done) / this.#pageBytes, part, new Uint8Array(tagBytes));
      if (status === "failed") return false;
    }
    return true;
  }
}
