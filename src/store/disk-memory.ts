import { assert } from "../base/index.ts";
import type { BlockDevice, DiskRange, DiskWrite } from "./block-device.ts";
import { contains, joined, joinedExtents, overlap, without } from "./disk-ranges.ts";
import type { Extent, Range } from "./disk-ranges.ts";
import { alignUp } from "./format.ts";
import { PageCache, overlay } from "./page-cache.ts";
import type { MemoryStatus, StoreMemory } from "./port.ts";

/** Counted since it was made. A round trip is one call of the disk: many requests, one wait. */
export interface DiskCounts {
  roundTrips: number;
  reads: number;
  bytesRead: number;
  writes: number;
  bytesWritten: number;
  zeroings: number;
  flushes: number;
}

/** What may go to the disk with the request to be durable by itself; more than so many are flushed together. */
const durableWritesMax = 4;
/** Bytes that wait at most before they are sent: more than a commit of 100 lines. */
const pendingBytesMax = 64 * 1024;
/** Pages that were read last: the records of a block lie side by side. */
const readPagesMax = 4;
/** Pages that were written in part: two in each block that the log is open in. */
const writtenPagesMax = 8;
const pageBytesLeast = 4096;
/** Device time of a round trip, and of a byte at 100 Mbit/s: fixed figures, so that a run depends on no network. */
const roundTripNanos = 1_000_000;
const byteNanos = 80;

/**
 * A disk as the memory that a store lies in. There are no erase blocks underneath, and no wear: "erasing" tells the disk that it need not keep
 * the bytes. Bytes lie inverted on the disk, so that zeros there are ones here.
 *
 * What is programmed waits until an ordering barrier asks for it. It is then sent at once, and flushed where it is more than a few
 * writes: a commit of lines that lie together costs two round trips, and never more than three.
 */
export class DiskMemory implements StoreMemory {
  readonly eraseBlockBytes: number;
  readonly eraseBlockCount: number;
  readonly programPageBytes = 4096;
  readonly programUnitBytes = 16;
  readonly subPagePrograms = true;
  readonly reprogram = true;
  /** Device RAM of the buffers. */
  readonly ramBytes: number;
  readonly counts: DiskCounts = {
    roundTrips: 0,
    reads: 0,
    bytesRead: 0,
    writes: 0,
    bytesWritten: 0,
    zeroings: 0,
    flushes: 0,
  };
  readonly #disk: BlockDevice;
  readonly #pageBytes: number;
  #pending: Extent[] = [];
  #pendingZeros: Range[] = [];
  #pendingBytes = 0;
  /** Acknowledged and perhaps not durable. */
  #isUnflushed = false;
  /** Pages as they are on the disk. */
  readonly #readPages = new PageCache(readPagesMax);
  readonly #writtenPages = new PageCache(writtenPagesMax);
  /** A bit for each page that was erased and not written since, in this power-on. */
  readonly #blankPages: Uint8Array;
  /** By address; gone with the next program or erase. */
  readonly #fetched = new Map<number, Uint8Array>();

  constructor(disk: BlockDevice, eraseBlockBytes: number) {
    this.#disk = disk;
    this.#pageBytes = Math.max(pageBytesLeast, disk.blockBytes);
    assert(eraseBlockBytes % this.#pageBytes === 0, "erase blocks are whole pages");
    this.eraseBlockBytes = eraseBlockBytes;
    this.eraseBlockCount = Math.floor(disk.byteCount / eraseBlockBytes);
    this.#blankPages = new Uint8Array(Math.ceil(disk.byteCount / this.#pageBytes / 8));
    const pagesMax = readPagesMax + writtenPagesMax;
    this.ramBytes = pagesMax * this.#pageBytes + pendingBytesMax + this.#blankPages.length;
  }

  read(address: number, into: Uint8Array): void {
    if (this.#isPending(address, into.length)) this.#send(false);
    const fetched = this.#fetched.get(address);
    if (fetched !== undefined && fetched.length >= into.length) {
      into.set(fetched.subarray(0, into.length));
      return;
    }
    for (let done = 0; done < into.length;) {
      const at = address + done;
      const page = this.#pageToRead(Math.floor(at / this.#pageBytes));
      const part = page.subarray(at % this.#pageBytes).subarray(0, into.length - done);
      into.set(part, done);
      done += part.length;
    }
  }

  /** Reads the ranges in one round trip. Reads that begin where one of them does find it, until something is programmed. */
  fetch(ranges: readonly Range[]): void {
    if (ranges.some(({ address, byteCount }) => this.#isPending(address, byteCount))) this.#send(false);
    const { blockBytes } = this.#disk;
    const whole = ranges.map(({ address, byteCount }) => {
      const from = address - (address % blockBytes);
      return { address: from, into: new Uint8Array(alignUp(address + byteCount, blockBytes) - from) };
    });
    this.#readBlocks(whole);
    this.#fetched.clear();
    for (const [index, { address, byteCount }] of ranges.entries()) {
      const from = address - whole[index].address;
      this.#fetched.set(address, whole[index].into.subarray(from, from + byteCount));
    }
  }

  program(address: number, bytes: Uint8Array): MemoryStatus {
    if (overlap(this.#pending, address, bytes.length) || this.#pendingBytes + bytes.length > pendingBytesMax)
      this.#send(false);
    this.#fetched.clear();
    this.#pending.push({ address, bytes: bytes.slice() });
    this.#pendingBytes += bytes.length;
    return "ok";
  }

  erase(block: number): MemoryStatus {
    const address = block * this.eraseBlockBytes;
    if (overlap(this.#pending, address, this.eraseBlockBytes)) this.#send(false);
    for (const from of this.#fetched.keys()) {
      if (Math.floor(from / this.eraseBlockBytes) === block) this.#fetched.delete(from);
    }
    this.#pendingZeros.push({ address, byteCount: this.eraseBlockBytes });
    this.#forgetPages(address, this.eraseBlockBytes);
    return "ok";
  }

  /** Nothing wears here. */
  eraseCount(): number {
    return 0;
  }

  barrier(): void {
    const waiting = this.#pending.length + this.#pendingZeros.length;
    const isDurable = this.#disk.hasDurableWrites && !this.#isUnflushed && this.#pendingZeros.length === 0;
    if (waiting > 0) this.#send(isDurable);
    if (!this.#isUnflushed) return;
    this.counts.roundTrips++;
    this.counts.flushes++;
    this.#disk.flush();
    this.#isUnflushed = false;
  }

  deviceNanos(): number {
    const { roundTrips, bytesRead, bytesWritten } = this.counts;
    return roundTrips * roundTripNanos + (bytesRead + bytesWritten) * byteNanos;
  }

  /** Power goes: of what waits only that leaves which `survives` picks, zeros after programs. */
  lose(survives: (index: number) => boolean): void {
    const { length } = this.#pending;
    this.#pending = this.#pending.filter((_, index) => survives(index));
    this.#pendingZeros = this.#pendingZeros.filter((_, index) => survives(length + index));
    this.#send(false);
  }

  #send(mayBeDurable: boolean): void {
    const extents = this.#wholeBlocks(joinedExtents(this.#pending));
    const isDurable = mayBeDurable && extents.length <= durableWritesMax;
    const requests: DiskWrite[] = [];
    for (const { address, bytes } of extents) {
      requests.push(
        ...this.#pieces(address, bytes.length, (from, to) => inverted(bytes, from, to), isDurable),
      );
      this.counts.writes++;
      this.counts.bytesWritten += bytes.length;
      this.#update(address, bytes);
    }
    // What was erased and then programmed is only written: no two requests of a round may overlap.
    for (const { address, byteCount } of without(joined(this.#pendingZeros), extents)) {
      requests.push(...this.#pieces(address, byteCount, (from, to) => to - from, false));
      this.counts.zeroings++;
    }
    this.#pending = [];
    this.#pendingZeros = [];
    this.#pendingBytes = 0;
    if (requests.length === 0) return;
    this.counts.roundTrips++;
    this.#disk.write(requests);
    if (!isDurable) this.#isUnflushed = true;
  }

  /** Requests no larger than the disk takes. */
  #pieces(
    address: number,
    byteCount: number,
    content: (from: number, to: number) => Uint8Array | number,
    isDurable: boolean,
  ): DiskWrite[] {
    const pieces: DiskWrite[] = [];
    for (let from = 0; from < byteCount; from += this.#disk.requestBytesMax) {
      const to = Math.min(byteCount, from + this.#disk.requestBytesMax);
      pieces.push({ address: address + from, bytes: content(from, to), isDurable });
    }
    return pieces;
  }

  /** Extents that begin and end where blocks of the disk do; what they lack is as it was. */
  #wholeBlocks(extents: readonly Extent[]): Extent[] {
    const { blockBytes } = this.#disk;
    if (blockBytes === 1) return [...extents];
    const whole = joined(
      extents.map(({ address, bytes }) => {
        const from = address - (address % blockBytes);
        return { address: from, byteCount: alignUp(address + bytes.length, blockBytes) - from };
      }),
    ).map(({ address, byteCount }) => ({ address, bytes: new Uint8Array(byteCount) }));
    this.#fillEdges(whole, extents);
    let next = 0;
    for (const one of whole) {
      for (; next < extents.length && extents[next].address < one.address + one.bytes.length; next++) {
        one.bytes.set(extents[next].bytes, extents[next].address - one.address);
      }
    }
    return whole;
  }

  /** Fills blocks that no extent covers wholly with what they hold: what is not known is read together. */
  #fillEdges(whole: readonly Extent[], extents: readonly Extent[]): void {
    const { blockBytes } = this.#disk;
    const edges: DiskRange[] = [];
    for (const { address, bytes } of whole) {
      for (let at = 0; at < bytes.length; at += blockBytes) {
        if (extents.some((each) => contains(each, address + at, blockBytes))) continue;
        edges.push({ address: address + at, into: bytes.subarray(at, at + blockBytes) });
      }
    }
    const numbers = new Set(edges.map(({ address }) => Math.floor(address / this.#pageBytes)));
    const pages = new Map([...numbers].map((number) => [number, this.#known(number)]));
    const missing = [...pages].filter(([, page]) => page === undefined);
    const read = missing.map(([number]) => ({
      address: number * this.#pageBytes,
      into: new Uint8Array(this.#pageBytes),
    }));
    this.#readBlocks(read);
    for (const { address, into } of read) pages.set(address / this.#pageBytes, into);
    for (const { address, into } of edges) {
      const page = pages.get(Math.floor(address / this.#pageBytes));
      into.set(page?.subarray(address % this.#pageBytes).subarray(0, into.length) ?? []);
    }
    for (const [number, page] of pages) if (page !== undefined) this.#writtenPages.put(number, page);
  }

  #pageToRead(number: number): Uint8Array {
    let page = this.#known(number);
    if (page === undefined) {
      page = new Uint8Array(this.#pageBytes);
      this.#readBlocks([{ address: number * this.#pageBytes, into: page }]);
      this.#readPages.put(number, page);
    }
    return page;
  }

  /** The page as it is on the disk, where that is known without asking. */
  #known(number: number): Uint8Array | undefined {
    const isBlank = (this.#blankPages[number >>> 3] & (1 << (number & 7))) !== 0;
    if (isBlank) return new Uint8Array(this.#pageBytes).fill(0xff);
    return this.#writtenPages.get(number) ?? this.#readPages.get(number);
  }

  /** What is about to be on the disk. */
  #update(address: number, bytes: Uint8Array): void {
    for (const number of this.#pagesOf(address, bytes.length)) {
      this.#blankPages[number >>> 3] &= ~(1 << (number & 7));
      for (const pages of [this.#readPages, this.#writtenPages]) {
        overlay(pages.get(number), number * this.#pageBytes, address, bytes);
      }
    }
  }

  /** Erased pages are known to be blank. */
  #forgetPages(address: number, byteCount: number): void {
    for (const number of this.#pagesOf(address, byteCount)) {
      this.#blankPages[number >>> 3] |= 1 << (number & 7);
      this.#readPages.forget(number);
      this.#writtenPages.forget(number);
    }
  }

  *#pagesOf(address: number, byteCount: number): Iterable<number> {
    const last = Math.floor((address + byteCount - 1) / this.#pageBytes);
    for (let number = Math.floor(address / this.#pageBytes); number <= last; number++) yield number;
  }

  #readBlocks(ranges: readonly DiskRange[]): void {
    const pieces: DiskRange[] = [];
    for (const { address, into } of ranges) {
      this.counts.bytesRead += into.length;
      for (let from = 0; from < into.length; from += this.#disk.requestBytesMax) {
        pieces.push({
          address: address + from,
          into: into.subarray(from, from + this.#disk.requestBytesMax),
        });
      }
    }
    if (pieces.length === 0) return;
    this.counts.roundTrips++;
    this.counts.reads += pieces.length;
    this.#disk.read(pieces);
    for (const { into } of pieces) invert(into);
  }

  #isPending(address: number, byteCount: number): boolean {
    return overlap(this.#pending, address, byteCount) || overlap(this.#pendingZeros, address, byteCount);
  }
}

function inverted(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const result = bytes.slice(from, to);
  invert(result);
  return result;
}

function invert(bytes: Uint8Array): void {
  for (let index = 0; index < bytes.length; index++) bytes[index] ^= 0xff;
}
