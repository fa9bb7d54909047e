import { assert } from "../base/index.ts";
import { AilingBlocks } from "./ailing-blocks.ts";
import { deadHeaderBytes } from "./format.ts";
import { blockState, noStale } from "./block-state.ts";
import { HeldBlocks } from "./held-blocks.ts";
import type { BlockState } from "./block-state.ts";
import type { Geometry } from "./format.ts";
import type { StoreMemory } from "./port.ts";

/** Bytes of a record, about: a drop takes 15. */
const recordBytes = 16;

/**
 * What is known of each erase block. A block becomes `spent` by itself when it is closed and nothing in it is needed:
 * no line version, no record, and not the newest commit group.
 */
export class BlockTable {
  readonly ailing = new AilingBlocks();
  readonly #memory: StoreMemory;
  readonly #geometry: Geometry;
  readonly #held: HeldBlocks;
  readonly #state: Uint8Array;
  /** Line versions in the block that a kept state needs. */
  readonly #lines: Uint16Array;
  /** Records in the block that are needed: process and device items, drops, labels, fences. */
  readonly #records: Uint16Array;
  /** Smallest birth of a version in the block that the newest state of its process does not show. */
  readonly #oldestStale: Uint32Array;
  readonly #eraseCounts: Uint32Array;
  /** Transaction that opened the block, while it is written. */
  readonly #openedBy: Uint32Array;
  /** 1 where the block holds parts of map checkpoints: it is never cleaned, the map is written anew. */
  readonly #isMap: Uint8Array;
  /** 1 where the oldest stale version is not known, only a bound of it: the records have not been read since the mount. */
  readonly #isCoarse: Uint8Array;
  #freeCount = 0;
  #erasedCount = 0;
  #badCount = 0;
  #eraseCountMax = 0;
  #newestCommitBlock = -1;
  #erases = 0;

  constructor(memory: StoreMemory, geometry: Geometry) {
    const { blockCount } = geometry;
    this.#memory = memory;
    this.#geometry = geometry;
    this.#state = new Uint8Array(blockCount);
    this.#held = new HeldBlocks(this.#state);
    this.#lines = new Uint16Array(blockCount);
    this.#records = new Uint16Array(blockCount);
    this.#oldestStale = new Uint32Array(blockCount).fill(noStale);
    this.#eraseCounts = new Uint32Array(blockCount);
    this.#openedBy = new Uint32Array(blockCount);
    this.#isMap = new Uint8Array(blockCount);
    this.#isCoarse = new Uint8Array(blockCount);
    this.#freeCount = blockCount;
    for (let block = 0; block < blockCount; block++) {
      this.#eraseCounts[block] = memory.eraseCount(block);
      this.#eraseCountMax = Math.max(this.#eraseCountMax, this.#eraseCounts[block]);
      if (memory.pages?.isBad(block) === true) this.retire(block);
    }
  }

  /** Blocks that can be filled, at once or after an erase. */
  get freeCount(): number {
    return this.#freeCount;
  }

  get erasedCount(): number {
    return this.#erasedCount;
  }

  get badCount(): number {
    return this.#badCount;
  }

  get eraseCountMax(): number {
    return this.#eraseCountMax;
  }

  /** Erases that this object has made. */
  get erases(): number {
    return this.#erases;
  }

  get newestCommitBlock(): number {
    return this.#newestCommitBlock;
  }

  get ramBytes(): number {
    const counts = [this.#state, this.#lines, this.#records, this.#oldestStale, this.#eraseCounts];
    const arrays = [...counts, this.#openedBy, this.#isMap, this.#isCoarse];
    return arrays.reduce((sum, array) => sum + array.byteLength, 0);
  }

  stateOf(block: number): BlockState {
    return this.#state[block] as BlockState;
  }

  linesIn(block: number): number {
    return this.#lines[block];
  }

  recordsIn(block: number): number {
    return this.#records[block];
  }

  openedByOf(block: number): number {
    return this.#openedBy[block];
  }

  eraseCountOf(block: number): number {
    return this.#eraseCounts[block];
  }

  blockOfSlot(slot: number): number {
    return Math.floor(slot / this.#geometry.slotsPerBlock);
  }

  /** The table learns at a mount that the block is written. */
  adopt(block: number, by: { readonly openedBy: number; readonly isMap: boolean }): void {
    assert(this.#state[block] === blockState.raw, "a block is adopted once");
    this.#openedBy[block] = by.openedBy;
    this.#isMap[block] = by.isMap ? 1 : 0;
    this.#state[block] = blockState.closed;
    this.#freeCount--;
  }

  /** Free blocks stay as they are until the result is called (`HeldBlocks.hold`); the last resort is used when no other can be erased. */
  hold(named: readonly number[], rawMin: number): () => void {
    this.#freeCount -= this.#held.hold(named, rawMin);
    return () => void (this.#freeCount += this.#held.releaseAll());
  }

  /** An open block that never held a record is free again. */
  release(block: number): void {
    this.#state[block] = blockState.raw;
    this.#freeCount++;
  }

  /** After all needed things of a mount were counted: written blocks in which nothing is needed are spent. */
  settleAll(newestCommitBlock: number): void {
    this.#newestCommitBlock = newestCommitBlock;
    for (let block = 0; block < this.#state.length; block++) this.#settle(block);
  }

  addLine(slot: number): void {
    this.#lines[this.blockOfSlot(slot)]++;
  }

  removeLine(slot: number): void {
    const block = this.blockOfSlot(slot);
    assert(this.#lines[block] > 0, `block ${block} has no line to lose`);
    this.#lines[block]--;
    this.#settle(block);
  }

  addRecord(block: number): void {
    this.#records[block]++;
  }

  removeRecord(block: number): void {
    assert(this.#records[block] > 0, `block ${block} has no record to lose`);
    this.#records[block]--;
    this.#settle(block);
  }

  /** A version in that slot is no longer shown by its process's newest state. */
  noteStale(slot: number, birth: number): void {
    this.noteStaleIn(this.blockOfSlot(slot), birth);
  }

  /** The same of any record with a commit number that is no longer needed. */
  noteStaleIn(block: number, birth: number): void {
    if (birth < this.#oldestStale[block]) this.#oldestStale[block] = birth;
  }

  /** No version in the block that is stale now was born before `birth`; which is the oldest is not known. */
  boundStaleIn(block: number, birth: number): void {
    this.#oldestStale[block] = birth;
    this.#isCoarse[block] = 1;
  }

  /** Blocks of which only the bound is known; from now on the owner tells what is stale in them. */
  takeCoarse(): number[] {
    const blocks: number[] = [];
    for (let block = 0; block < this.#isCoarse.length; block++) {
      if (this.#isCoarse[block] === 0) continue;
      this.#isCoarse[block] = 0;
      if (this.#isFree(block)) continue;
      this.#oldestStale[block] = noStale;
      blocks.push(block);
    }
    return blocks;
  }

  /** Versions born before it are all needed or gone: nothing stale and older lies on the chip. */
  staleHorizon(): number {
    let oldest: number = noStale;
    for (let block = 0; block < this.#oldestStale.length; block++) {
      if (this.#oldestStale[block] < oldest) oldest = this.#oldestStale[block];
    }
    return oldest;
  }

  /** The closed block with the oldest stale version, or -1. */
  oldestStaleBlock(): number {
    let found = -1;
    for (let block = 0; block < this.#oldestStale.length; block++) {
      if (!this.#isMovable(block) || this.#oldestStale[block] === noStale) continue;
      if (found < 0 || this.#oldestStale[block] < this.#oldestStale[found]) found = block;
    }
    return found;
  }

  setNewestCommit(block: number): void {
    const before = this.#newestCommitBlock;
    this.#newestCommitBlock = block;
    if (before >= 0) this.#settle(before);
  }

  close(block: number): void {
    assert(this.#state[block] === blockState.open, "an open block closes");
    this.#state[block] = blockState.closed;
    this.#settle(block);
  }

  /** What is in the block stays readable; it is not written again. */
  retire(block: number): void {
    if (this.#state[block] === blockState.bad) return;
    if (this.#isFree(block)) this.#freeCount--;
    if (this.#state[block] === blockState.erased) this.#erasedCount--;
    this.#state[block] = blockState.bad;
    this.#badCount++;
    if (this.#isEmpty(block) && block !== this.#newestCommitBlock) this.#markBad(block);
    else this.ailing.note(block, false);
  }

  /** Reads of the block had to be corrected: what is in it should move before it can be corrected no more. */
  noteWeak(block: number): void {
    if (this.#isFree(block) || this.#state[block] === blockState.bad) return;
    this.ailing.note(block, this.#isMap[block] !== 0);
  }

  /** A block that should be emptied and can be, or -1. Failed ones that are empty are marked. */
  ailingBlock(): number {
    for (const block of this.ailing.blocks) {
      if (block === this.#newestCommitBlock || this.#state[block] === blockState.open) continue;
      if (!this.#isEmpty(block)) return block;
      this.ailing.forget(block);
      if (this.#state[block] === blockState.bad) this.#markBad(block);
    }
    return -1;
  }

  /**
   * An erased block, now open, for the transaction `by`: the least worn free one, or with `mostWorn` the most worn. -1 where there is none that
   * can be erased.
   */
  open(how: { readonly mostWorn: boolean; readonly isMap: boolean; readonly by: number }): number {
    const { mostWorn } = how;
    for (;;) {
      const least = this.#erasedCount > 0 && !mostWorn ? blockState.erased : blockState.raw;
      const wanted = this.#pick(mostWorn, least, blockState.erased);
      if (wanted < 0) {
        const released = this.#held.releaseLastResort();
        if (released === 0) return -1;
        this.#freeCount += released;
        continue;
      }
      if (this.#state[wanted] !== blockState.erased && !this.erase(wanted)) continue;
      this.#state[wanted] = blockState.open;
      this.#openedBy[wanted] = how.by;
      this.#isMap[wanted] = how.isMap ? 1 : 0;
      this.#erasedCount--;
      this.#freeCount--;
      return wanted;
    }
  }

  /** Erases one more free block ahead of its use. False where all free blocks are erased already. */
  eraseAhead(): boolean {
    const wanted = this.#pick(false, blockState.raw, blockState.spent);
    return wanted >= 0 && this.erase(wanted);
  }

  /** The header dies, then the block is erased. False where the erase failed: the block is bad then. */
  erase(block: number): boolean {
    const memory = this.#memory;
    assert(this.#isFree(block), `block ${block} is erased while something in it is needed`);
    if (this.#state[block] === blockState.spent && this.#geometry.canKill) {
      memory.barrier();
      memory.program(block * this.#geometry.blockBytes, new Uint8Array(deadHeaderBytes));
      memory.barrier();
    }
    this.#erases++;
    const status = memory.erase(block);
    this.#eraseCounts[block] = memory.eraseCount(block);
    this.#eraseCountMax = Math.max(this.#eraseCountMax, this.#eraseCounts[block]);
    if (status === "failed") {
      this.retire(block);
      return false;
    }
    if (this.#state[block] !== blockState.erased) this.#erasedCount++;
    this.#state[block] = blockState.erased;
    this.#oldestStale[block] = noStale;
    this.#isCoarse[block] = 0;
    this.ailing.forget(block);
    return true;
  }

  /**
   * The closed block whose cleaning is worth most, or -1: room gained × age ÷ lines read and written (Rosenblum and
   * Ousterhout's cost and benefit). Lines in an old block will live on: its room is kept for long, while those of a young one
   * may soon be gone by themselves. Records count as the part of a line that they take.
   */
  victim(committed: number, linesPerBlock: number, excluded: (block: number) => boolean): number {
    const recordLines = recordBytes / this.#geometry.lineBytes;
    let found = -1;
    let foundWorth = 0;
    for (let block = 0; block < this.#state.length; block++) {
      if (!this.#isMovable(block)) continue;
      const load = this.#lines[block] + this.#records[block] * recordLines;
      const age = committed - this.#openedBy[block] + 1;
      const worth = ((linesPerBlock - load) * age) / (linesPerBlock + load);
      if ((worth > foundWorth || found < 0) && !excluded(block)) {
        found = block;
        foundWorth = worth;
      }
    }
    return found;
  }

  /** The least worn closed block, or -1. */
  leastWornClosed(): number {
    let found = -1;
    for (let block = 0; block < this.#state.length; block++) {
      if (!this.#isMovable(block)) continue;
      if (found < 0 || this.#eraseCounts[block] < this.#eraseCounts[found]) found = block;
    }
    return found;
  }

  wear(): { readonly min: number; readonly mean: number; readonly max: number } {
    let min = this.#eraseCountMax;
    let [sum, good] = [0, 0];
    for (const [block, count] of this.#eraseCounts.entries()) {
      if (this.#state[block] === blockState.bad) continue;
      min = Math.min(min, count);
      sum += count;
      good++;
    }
    return { min, mean: sum / Math.max(1, good), max: this.#eraseCountMax };
  }

  /** What is needed in it can be moved elsewhere. */
  #isMovable(block: number): boolean {
    return (
      this.#state[block] === blockState.closed &&
      block !== this.#newestCommitBlock &&
      this.#isMap[block] === 0
    );
  }

  #isEmpty(block: number): boolean {
    return this.#lines[block] === 0 && this.#records[block] === 0;
  }

  /** The block holds nothing needed; where blocks can be marked, the next mount will not look into it. */
  #markBad(block: number): void {
    const { pages } = this.#memory;
    if (pages === undefined) return;
    this.#oldestStale[block] = noStale;
    if (!pages.isBad(block)) pages.markBad(block);
  }

  #isFree(block: number): boolean {
    return this.#state[block] <= blockState.erased;
  }

  /** The least or most worn block in a state from `least` to `most`, or -1. */
  #pick(mostWorn: boolean, least: BlockState, most: BlockState): number {
    let found = -1;
    for (let block = 0; block < this.#state.length; block++) {
      const state = this.#state[block];
      if (state > most || state < least) continue;
      if (found < 0) found = block;
      else if (mostWorn && this.#eraseCounts[block] > this.#eraseCounts[found]) found = block;
      else if (!mostWorn && this.#eraseCounts[block] < this.#eraseCounts[found]) found = block;
    }
    return found;
  }

  #settle(block: number): void {
    if (this.#state[block] !== blockState.closed || block === this.#newestCommitBlock) return;
    if (!this.#isEmpty(block)) return;
    this.#state[block] = blockState.spent;
    this.#freeCount++;
  }
}
