import { assert } from "../base/index.ts";
import type { LineTable } from "./line-table.ts";
import type { SwapSpace } from "./swap-space.ts";

/** Bytes of an entry: slot + 1, or 0 where the line is absent, and birth. */
const entryBytes = 8;
/** Frames below which no operation could be done. */
const framesMin = 4;
/** A frame's own fields: which chunk, whether it was changed, when it was used. */
const frameFieldBytes = 16;
/** Neighbouring chunks that the directory keeps together, and what it takes for them. */
const groupChunks = 16;
const groupBytes = 6 + groupChunks * 4;
const nowhere = 0;

/** A chunk in RAM. */
interface Frame {
  process: number;
  chunk: number;
  readonly slots: Uint32Array;
  readonly births: Uint32Array;
  isDirty: boolean;
  isPinned: boolean;
  usedAt: number;
}

/**
 * A line table of which only some chunks of neighbouring lines are in RAM, the ones used last; the others lie in swap space. RAM keeps a directory of
 * where each chunk lies, about 5 bytes for one. `framesAllowed` says how many chunks may be in RAM now.
 */
export class PagedMap implements LineTable {
  readonly #swap: SwapSpace;
  readonly #framesAllowed: (frameBytes: number) => number;
  readonly #chunkLines: number;
  readonly #bytes: Uint8Array;
  readonly #words: Uint32Array;
  readonly #frames: Frame[] = [];
  #clock = 0;
  /** Of each group of chunks, sorted: its process, its number. */
  #process = new Uint16Array(8);
  #group = new Uint32Array(8);
  /** Of each chunk of each group: where it lies in swap space + 1, or `nowhere`. */
  #where = new Uint32Array(8 * groupChunks);
  #count = 0;
  /** Chunks that lie in swap space. */
  #pieces = 0;
  #loads = 0;

  constructor(swap: SwapSpace, framesAllowed: (frameBytes: number) => number) {
    this.#swap = swap;
    this.#framesAllowed = framesAllowed;
    this.#chunkLines = swap.pieceBytes / entryBytes;
    this.#bytes = new Uint8Array(swap.pieceBytes);
    this.#words = new Uint32Array(this.#bytes.buffer);
  }

  /** Chunks that were read from swap space. */
  get loads(): number {
    return this.#loads;
  }

  get ramBytes(): number {
    const directory = this.#group.length * groupBytes;
    return this.frameRamBytes + directory + this.#bytes.length + this.#swap.ramBytes;
  }

  get frameRamBytes(): number {
    return this.#frames.length * this.#frameBytes;
  }

  find(process: number, line: number): number {
    const chunk = Math.floor(line / this.#chunkLines);
    const frame = this.#frameOf(process, chunk, false);
    if (frame < 0) return -1;
    const index = line - chunk * this.#chunkLines;
    return this.#frames[frame].slots[index] === 0 ? -1 : frame * this.#chunkLines + index;
  }

  slotAt(entry: number): number {
    const frame = this.#frames[Math.floor(entry / this.#chunkLines)];
    return frame.slots[entry % this.#chunkLines] - 1;
  }

  birthAt(entry: number): number {
    const frame = this.#frames[Math.floor(entry / this.#chunkLines)];
    return frame.births[entry % this.#chunkLines];
  }

  set(process: number, line: number, slot: number, birth: number): void {
    const chunk = Math.floor(line / this.#chunkLines);
    const frame = this.#frames[this.#frameOf(process, chunk, true)];
    const index = line - chunk * this.#chunkLines;
    frame.slots[index] = slot + 1;
    frame.births[index] = birth;
    frame.isDirty = true;
  }

  moveTo(entry: number, slot: number): void {
    const frame = this.#frames[Math.floor(entry / this.#chunkLines)];
    assert(frame.slots[entry % this.#chunkLines] !== 0, "only a present line moves");
    frame.slots[entry % this.#chunkLines] = slot + 1;
    frame.isDirty = true;
  }

  remove(entry: number): void {
    const frame = this.#frames[Math.floor(entry / this.#chunkLines)];
    frame.slots[entry % this.#chunkLines] = 0;
    frame.isDirty = true;
  }

  forEach(process: number, first: number, last: number, visit: (line: number, entry: number) => void): void {
    const end = Math.floor(last / this.#chunkLines);
    let chunk = Math.floor(first / this.#chunkLines);
    while (chunk <= end) {
      const at = this.#placeOf(process, groupOf(chunk));
      if (at >= this.#count || this.#process[at] !== process) return;
      chunk = Math.max(chunk, this.#group[at] * groupChunks);
      for (const next = (this.#group[at] + 1) * groupChunks; chunk < next && chunk <= end; chunk++) {
        this.#forEachIn(process, chunk, (line, entry) => {
          if (line >= first && line <= last) visit(line, entry);
        });
      }
    }
  }

  #forEachIn(process: number, chunk: number, visit: (line: number, entry: number) => void): void {
    const index = this.#frameOf(process, chunk, false);
    if (index < 0) return;
    const frame = this.#frames[index];
    frame.isPinned = true;
    for (let offset = 0; offset < this.#chunkLines; offset++) {
      if (frame.slots[offset] === 0) continue;
      visit(chunk * this.#chunkLines + offset, index * this.#chunkLines + offset);
    }
    frame.isPinned = false;
  }

  forEachInSlots(
    from: number,
    to: number,
    visit: (process: number, line: number, birth: number, slot: number) => void,
  ): void {
    for (const process of new Set(this.#process.subarray(0, this.#count))) {
      this.forEach(process, 0, 0xffff_ffff, (line, entry) => {
        const slot = this.slotAt(entry);
        if (slot >= from && slot < to) visit(process, line, this.birthAt(entry), slot);
      });
    }
  }

  get #frameBytes(): number {
    return this.#chunkLines * entryBytes + frameFieldBytes;
  }

  /** The frame that holds the chunk, or -1 where there is no such chunk and none is to be made. */
  #frameOf(process: number, chunk: number, makes: boolean): number {
    for (let index = 0; index < this.#frames.length; index++) {
      const frame = this.#frames[index];
      if (frame.chunk !== chunk || frame.process !== process) continue;
      frame.usedAt = ++this.#clock;
      return index;
    }
    const where = this.#whereOf(process, chunk);
    if (where === nowhere && !makes) return -1;
    const index = this.#freeFrame();
    if (where === nowhere) this.#enter(process, groupOf(chunk));
    // Making room may have moved it.
    this.#fill(this.#frames[index], process, chunk, this.#whereOf(process, chunk));
    return index;
  }

  #whereOf(process: number, chunk: number): number {
    const at = this.#placeOf(process, groupOf(chunk));
    return this.#isAt(at, process, groupOf(chunk))
      ? this.#where[at * groupChunks + (chunk % groupChunks)]
      : nowhere;
  }

  #isAt(at: number, process: number, group: number): boolean {
    return at < this.#count && this.#process[at] === process && this.#group[at] === group;
  }

  #fill(frame: Frame, process: number, chunk: number, where: number): void {
    frame.process = process;
    frame.chunk = chunk;
    frame.isDirty = false;
    frame.usedAt = ++this.#clock;
    if (where === nowhere) {
      frame.slots.fill(0);
      return;
    }
    this.#loads++;
    this.#swap.read(where - 1, this.#bytes);
    frame.slots.set(this.#words.subarray(0, this.#chunkLines));
    frame.births.set(this.#words.subarray(this.#chunkLines));
  }

  /** A frame whose chunk, if it had one, is safe in swap space. Where that is full there are more frames than allowed. */
  #freeFrame(): number {
    const allowed = this.trim();
    if (this.#frames.length < allowed) return this.#addFrame();
    const oldest = this.#oldest();
    return oldest >= 0 && this.#writeBack(this.#frames[oldest]) ? oldest : this.#addFrame();
  }

  /** Fewer chunks in RAM, where more are there than are allowed now; returns how many those are. */
  trim(): number {
    const allowed = Math.max(framesMin, this.#framesAllowed(this.#frameBytes));
    while (this.#frames.length > allowed && this.#dropLast());
    return allowed;
  }

  /** Fewer frames: the last one goes, what it held moves into the place of the one that was used longest ago. */
  #dropLast(): boolean {
    const oldest = this.#oldest();
    const last = this.#frames.length - 1;
    if (oldest < 0 || this.#frames[last].isPinned || !this.#writeBack(this.#frames[oldest])) return false;
    this.#frames[oldest] = this.#frames[last];
    this.#frames.pop();
    return true;
  }

  #addFrame(): number {
    const slots = new Uint32Array(this.#chunkLines);
    const births = new Uint32Array(this.#chunkLines);
    this.#frames.push({ process: -1, chunk: -1, slots, births, isDirty: false, isPinned: false, usedAt: 0 });
    return this.#frames.length - 1;
  }

  #oldest(): number {
    let found = -1;
    for (const [index, frame] of this.#frames.entries()) {
      if (frame.isPinned || (found >= 0 && this.#frames[found].usedAt <= frame.usedAt)) continue;
      found = index;
    }
    return found;
  }

  /** False: there is no room. */
  #writeBack(frame: Frame): boolean {
    if (!frame.isDirty) return true;
    this.#words.set(frame.slots);
    this.#words.set(frame.births, this.#chunkLines);
    const where = this.#swap.write(this.#bytes);
    if (where < 0) return false;
    frame.isDirty = false;
    const at = this.#placeOf(frame.process, groupOf(frame.chunk));
    this.#moved(at * groupChunks + (frame.chunk % groupChunks), where);
    this.#collect();
    return true;
  }

  #moved(at: number, where: number): void {
    const before = this.#where[at];
    this.#where[at] = where + 1;
    if (before === nowhere) this.#pieces++;
    else this.#swap.free(before - 1);
  }

  /** Empties blocks of the swap space while it takes half as much again as it needs to. */
  #collect(): void {
    const most = swapBlocks(this.#pieces, this.#swap.piecesPerBlock);
    for (let round = 0; round < 4 && this.#swap.blockCount > most; round++) {
      const victim = this.#swap.leastNeeded();
      for (let at = 0; victim >= 0 && at < this.#count * groupChunks; at++) {
        const where = this.#where[at];
        if (where === nowhere || this.#swap.blockOf(where - 1) !== victim) continue;
        this.#swap.read(where - 1, this.#bytes);
        const moved = this.#swap.write(this.#bytes);
        if (moved < 0) return;
        this.#moved(at, moved);
      }
    }
  }

  /** First place in the directory that is not before the group. */
  #placeOf(process: number, group: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const isBefore =
        this.#process[middle] < process || (this.#process[middle] === process && this.#group[middle] < group);
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #enter(process: number, group: number): void {
    const at = this.#placeOf(process, group);
    if (this.#isAt(at, process, group)) return;
    if (this.#count === this.#group.length) {
      const length = this.#count + Math.max(8, this.#count >>> 3);
      this.#process = longer(this.#process, new Uint16Array(length));
      this.#group = longer(this.#group, new Uint32Array(length));
      this.#where = longer(this.#where, new Uint32Array(length * groupChunks));
    }
    this.#process.copyWithin(at + 1, at, this.#count);
    this.#group.copyWithin(at + 1, at, this.#count);
    this.#where.copyWithin((at + 1) * groupChunks, at * groupChunks, this.#count * groupChunks);
    this.#process[at] = process;
    this.#group[at] = group;
    this.#where.fill(nowhere, at * groupChunks, (at + 1) * groupChunks);
    this.#count++;
  }
}

function groupOf(chunk: number): number {
  return Math.floor(chunk / groupChunks);
}

/** Erase blocks that so many chunks may take up in swap space. */
export function swapBlocks(chunkCount: number, piecesPerBlock: number): number {
  return Math.ceil((chunkCount * 1.5) / piecesPerBlock) + 2;
}

function longer<A extends Uint16Array | Uint32Array>(from: A, into: A): A {
  into.set(from);
  return into;
}
