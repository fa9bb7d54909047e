import { readSync } from "node:fs";
import { assert } from "../base/index.ts";
import { MemoryCarrier } from "../flash/index.ts";
import type { Carrier } from "../flash/index.ts";
import { damaged, fileSystemError } from "./image-error.ts";
import { encodeTableEntry, slotOffset, tableEntryBytes } from "./image-format.ts";
import type { ImageHeader, TableEntry } from "./image-format.ts";

/** Writes `length` bytes of `bytes` from `offset` on at `position` of the file; returns how many it wrote. */
export type WriteAt = (
  fd: number,
  bytes: Uint8Array,
  offset: number,
  length: number,
  position: number,
) => number;

/** An open file that holds a chip. `write` null: changes stay in memory. */
export interface ChipFile {
  readonly path: string;
  readonly fd: number;
  readonly header: ImageHeader;
  readonly write: WriteAt | null;
  /** Whole slots that the file has room for now. */
  readonly slotCount: number;
}

/**
 * The cells of a chip in an image file. Each operation has reached the file, by one or more writes, before it
 * returns; a `kill -9` between any two writes, or inside one, leaves what some torn operation leaves:
 *
 * - bits of a touched block are programmed in place by one write inside one page of the host: a prefix of it at worst;
 * - everything else (a block's first program, erases, torn erases, unstable bits) is written to a free slot first and
 *   then takes effect by one 16-byte write of the block's table entry, which happens or does not.
 *
 * Blocks are read from the file when first asked for and then kept in memory. When a write fails, that error is
 * thrown then and by every later operation: the file is as a power cut at the failing write leaves it.
 */
export class ImageCarrier implements Carrier {
  readonly blockBytes: number;
  readonly blockCount: number;
  readonly #file: ChipFile;
  readonly #mirror: MemoryCarrier;
  /** 1 where the mirror has the cells of the block. */
  readonly #loaded: Uint8Array;
  readonly #cellSlots: Uint32Array;
  readonly #unstableSlots: Uint32Array;
  readonly #freeSlots: number[] = [];
  #slotCount: number;
  #failure: unknown = undefined;
  #closed = false;

  /** `entries` are the table of the file, already checked: each slot is used once and lies inside the file. */
  constructor(file: ChipFile, entries: readonly TableEntry[]) {
    const { blockBytes, blockCount } = file.header;
    assert(entries.length === blockCount, "the table has an entry for each block");
    this.blockBytes = blockBytes;
    this.blockCount = blockCount;
    this.#file = file;
    this.#mirror = new MemoryCarrier(blockBytes, blockCount);
    this.#loaded = new Uint8Array(blockCount);
    this.#cellSlots = Uint32Array.from(entries, (entry) => entry.cellSlot);
    this.#unstableSlots = Uint32Array.from(entries, (entry) => entry.unstableSlot);
    this.#slotCount = file.slotCount;
    const used = new Set([...this.#cellSlots, ...this.#unstableSlots]);
    for (let slot = file.slotCount; slot > 0; slot--) if (!used.has(slot)) this.#freeSlots.push(slot);
    for (const [blockIndex, entry] of entries.entries()) {
      const unstable = entry.unstableSlot === 0 ? null : this.#readSlot(entry.unstableSlot);
      this.#mirror.adopt(blockIndex, null, unstable, entry.eraseCount);
    }
  }

  get unstableBlockCount(): number {
    return this.#mirror.unstableBlockCount;
  }

  read(address: number, into: Uint8Array): void {
    const last = Math.floor((address + into.length - 1) / this.blockBytes);
    for (let block = Math.floor(address / this.blockBytes); block <= last; block++) this.#load(block);
    this.#mirror.read(address, into);
  }

  accepts(address: number, bytes: Uint8Array): boolean {
    this.#load(Math.floor(address / this.blockBytes));
    return this.#mirror.accepts(address, bytes);
  }

  isBlank(address: number, byteCount: number): boolean {
    this.#load(Math.floor(address / this.blockBytes));
    return this.#mirror.isBlank(address, byteCount);
  }

  program(address: number, bytes: Uint8Array): void {
    const blockIndex = Math.floor(address / this.blockBytes);
    this.#load(blockIndex);
    const unstableBefore = this.#mirror.unstableOf(blockIndex);
    this.#mirror.program(address, bytes);
    if (this.#cellSlots[blockIndex] === 0) {
      this.#placeBlock(blockIndex);
    } else {
      const cells = this.#mirror.cellsOf(blockIndex);
      assert(cells !== null, "a programmed block has cells");
      const offset = address % this.blockBytes;
      const position = slotOffset(this.#file.header, this.#cellSlots[blockIndex]) + offset;
      this.#write(cells, offset, bytes.length, position);
      if (this.#mirror.unstableOf(blockIndex) !== unstableBefore) this.#placeUnstable(blockIndex);
    }
  }

  programAccepted(address: number, bytes: Uint8Array): boolean {
    const isAccepted = this.accepts(address, bytes);
    if (isAccepted) this.program(address, bytes);
    return isAccepted;
  }

  erase(blockIndex: number): void {
    this.#requireUsable();
    this.#mirror.erase(blockIndex);
    this.#loaded[blockIndex] = 1;
    this.#commitEntry(blockIndex, 0, 0);
  }

  replace(blockIndex: number, cells: Uint8Array, unstable: Uint8Array | null): void {
    this.#requireUsable();
    this.#mirror.replace(blockIndex, cells, unstable);
    this.#loaded[blockIndex] = 1;
    this.#placeBlock(blockIndex);
  }

  markUnstable(address: number, mask: Uint8Array): void {
    const blockIndex = Math.floor(address / this.blockBytes);
    this.#load(blockIndex);
    this.#mirror.markUnstable(address, mask);
    this.#placeUnstable(blockIndex);
  }

  wear(blockIndex: number, cycles: number): void {
    this.#requireUsable();
    this.#mirror.wear(blockIndex, cycles);
    this.#commitEntry(blockIndex, this.#cellSlots[blockIndex], this.#unstableSlots[blockIndex]);
  }

  eraseCount(blockIndex: number): number {
    return this.#mirror.eraseCount(blockIndex);
  }

  cellsOf(blockIndex: number): Uint8Array | null {
    this.#load(blockIndex);
    return this.#mirror.cellsOf(blockIndex);
  }

  unstableOf(blockIndex: number): Uint8Array | null {
    return this.#mirror.unstableOf(blockIndex);
  }

  /** No operation is allowed afterwards. The file stays open: it belongs to whoever opened it. */
  close(): void {
    this.#closed = true;
  }

  #requireUsable(): void {
    assert(!this.#closed, "the image is closed");
    if (this.#failure !== undefined) throw this.#failure;
  }

  #load(blockIndex: number): void {
    this.#requireUsable();
    if (this.#loaded[blockIndex] === 1) return;
    const slot = this.#cellSlots[blockIndex];
    if (slot !== 0) {
      const unstable = this.#mirror.unstableOf(blockIndex);
      const cells = this.#readSlot(slot);
      this.#mirror.adopt(blockIndex, cells, unstable?.slice() ?? null, this.#mirror.eraseCount(blockIndex));
    }
    this.#loaded[blockIndex] = 1;
  }

  /** Writes cells and unstable bits of the block to fresh slots, then its entry. */
  #placeBlock(blockIndex: number): void {
    const cellSlot = this.#writeToFreeSlot(this.#mirror.cellsOf(blockIndex));
    this.#commitEntry(blockIndex, cellSlot, this.#writeToFreeSlot(this.#mirror.unstableOf(blockIndex)));
  }

  #placeUnstable(blockIndex: number): void {
    const unstableSlot = this.#writeToFreeSlot(this.#mirror.unstableOf(blockIndex));
    this.#commitEntry(blockIndex, this.#cellSlots[blockIndex], unstableSlot);
  }

  /** The slot that now holds `bytes`, or 0 for null. */
  #writeToFreeSlot(bytes: Uint8Array | null): number {
    if (bytes === null || this.#file.write === null) return 0;
    const slot = this.#freeSlots.pop() ?? ++this.#slotCount;
    const { slotBytes } = this.#file.header;
    const padded = bytes.length === slotBytes ? bytes : new Uint8Array(slotBytes);
    if (padded !== bytes) padded.set(bytes);
    this.#write(padded, 0, slotBytes, slotOffset(this.#file.header, slot));
    return slot;
  }

  /** The one write by which a change to a block takes effect; then the slots it had before are free. */
  #commitEntry(blockIndex: number, cellSlot: number, unstableSlot: number): void {
    const eraseCount = this.#mirror.eraseCount(blockIndex);
    const entry = encodeTableEntry(blockIndex, { cellSlot, eraseCount, unstableSlot });
    this.#write(entry, 0, tableEntryBytes, this.#file.header.tableOffset + blockIndex * tableEntryBytes);
    const oldCellSlot = this.#cellSlots[blockIndex];
    const oldUnstableSlot = this.#unstableSlots[blockIndex];
    if (oldCellSlot !== 0 && oldCellSlot !== cellSlot) this.#freeSlots.push(oldCellSlot);
    if (oldUnstableSlot !== 0 && oldUnstableSlot !== unstableSlot) this.#freeSlots.push(oldUnstableSlot);
    this.#cellSlots[blockIndex] = cellSlot;
    this.#unstableSlots[blockIndex] = unstableSlot;
  }

  #write(bytes: Uint8Array, offset: number, length: number, position: number): void {
    const { fd, path, write } = this.#file;
    if (write === null) return;
    try {
      for (let done = 0; done < length;) {
        done += write(fd, bytes, offset + done, length - done, position + done);
      }
    } catch (error) {
      this.#failure = fileSystemError(error, path);
      throw this.#failure;
    }
  }

  #readSlot(slot: number): Uint8Array {
    const { fd, path, header } = this.#file;
    const bytes = new Uint8Array(this.blockBytes);
    const position = slotOffset(header, slot);
    let done = 0;
    try {
      while (done < bytes.length) {
        const got = readSync(fd, bytes, done, bytes.length - done, position + done);
        if (got === 0) break;
        done += got;
      }
    } catch (error) {
      throw fileSystemError(error, path);
    }
    if (done < bytes.length) throw damaged(path, "the image is cut short inside a block", position + done);
    return bytes;
  }
}
