import { assert } from "../base/index.ts";
import type { BlockDevice, DiskRange, DiskWrite } from "./block-device.ts";
import { alignUp } from "./format.ts";
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
const pendingBytesMax = 32 * 1024;
/** What was read or written last: the records of a block lie side by side. */
const pagesMax = 8;
const pageBytesLeast = 4096;
/** Device time of a round trip, and of a byte at 100 Mbit/s: fixed figures, so that a run depends on no network. */
const roundTripNanos = 1_000_000;
const byteNanos = 80;

interface Extent {
  readonly address: number;
  readonly bytes: Uint8Array;
}

interface Range {
  readonly address: number;
  readonly byteCount: number;
}

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
  /** Pages as they are on the disk, by number; the one used least recently is first. */
  readonly #pages = new Map<number, Uint8Array>();
  /** By address; gone with the next program or erase. */
  readonly #fetched = new Map<number, Uint8Array>();

  constructor(disk: BlockDevice, eraseBlockBytes: number) {
    this.#disk = disk;
    this.#pageBytes = Math.max(pageBytesLeast, disk.blockBytes);
    assert(eraseBlockBytes % this.#pageBytes === 0, "erase blocks are whole pages");
    this.eraseBlockBytes = eraseBlockBytes;
    this.eraseBlockCount = Math.floor(disk.byteCount / eraseBlockBytes);
    this.ramBytes = pagesMax * this.#pageBytes + pendingBytesMax;
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
      const page = this.#page(Math.floor(at / this.#pageBytes));
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
    if (this.#isPending(address, bytes.length)) this.#send(false);
    if (this.#pendingBytes + bytes.length > pendingBytesMax) this.#send(false);
    this.#fetched.clear();
    this.#pending.push({ address, bytes: bytes.slice() });
    this.#pendingBytes += bytes.length;
    return "ok";
  }

  erase(block: number): MemoryStatus {
    const address = block * this.eraseBlockBytes;
    if (this.#isPending(address, this.eraseBlockBytes)) this.#send(false);
    for (const from of this.#fetched.keys()) {
      if (Math.floor(from / this.eraseBlockBytes) === block) this.#fetched.delete(from);
    }
    this.#pendingZeros.push({ address, byteCount: this.eraseBlockBytes });
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
    for (const { address, byteCount } of this.#pendingZeros) {
      requests.push(...this.#pieces(address, byteCount, (from, to) => to - from, false));
      this.counts.zeroings++;
      this.#update(address, new Uint8Array(byteCount).fill(0xff));
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
    let next = 0;
    for (const one of whole) {
      const isCovered = (at: number): boolean => extents.some((each) => contains(each, at, blockBytes));
      for (let at = 0; at < one.bytes.length; at += blockBytes) {
        if (!isCovered(one.address + at))
          this.#readCached(one.address + at, one.bytes.subarray(at, at + blockBytes));
      }
      for (; next < extents.length && extents[next].address < one.address + one.bytes.length; next++) {
        one.bytes.set(extents[next].bytes, extents[next].address - one.address);
      }
    }
    return whole;
  }

  /** A block of the disk, as it is there now. */
  #readCached(address: number, into: Uint8Array): void {
    const page = this.#page(Math.floor(address / this.#pageBytes));
    const from = address % this.#pageBytes;
    into.set(page.subarray(from, from + into.length));
  }

  #page(number: number): Uint8Array {
    let page = this.#pages.get(number);
    if (page === undefined) {
      page = new Uint8Array(this.#pageBytes);
      this.#readBlocks([{ address: number * this.#pageBytes, into: page }]);
    }
    this.#pages.delete(number);
    this.#pages.set(number, page);
    if (this.#pages.size > pagesMax) {
      const [oldest] = this.#pages.keys();
      this.#pages.delete(oldest);
    }
    return page;
  }

  /** What is about to be on the disk. */
  #update(address: number, bytes: Uint8Array): void {
    for (const [number, page] of this.#pages) {
      const from = Math.max(address, number * this.#pageBytes);
      const to = Math.min(address + bytes.length, (number + 1) * this.#pageBytes);
      if (from < to) page.set(bytes.subarray(from - address, to - address), from - number * this.#pageBytes);
    }
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
    const end = address + byteCount;
    return (
      this.#pending.some((one) => one.address < end && address < one.address + one.bytes.length) ||
      this.#pendingZeros.some((one) => one.address < end && address < one.address + one.byteCount)
    );
  }
}

function contains(one: Extent, address: number, byteCount: number): boolean {
  return one.address <= address && address + byteCount <= one.address + one.bytes.length;
}

/** Ranges in order, those that touch or overlap made one. */
function joined(ranges: readonly Range[]): { address: number; byteCount: number }[] {
  const inOrder = [...ranges].sort((left, right) => left.address - right.address);
  const all: { address: number; byteCount: number }[] = [];
  for (const { address, byteCount } of inOrder) {
    const last = all.at(-1);
    if (last === undefined || last.address + last.byteCount < address) all.push({ address, byteCount });
    else last.byteCount = Math.max(last.byteCount, address + byteCount - last.address);
  }
  return all;
}

/** The same of extents, none of which overlap. */
function joinedExtents(extents: readonly Extent[]): Extent[] {
  const whole = joined(extents.map(({ address, bytes }) => ({ address, byteCount: bytes.length })));
  const inOrder = [...extents].sort((left, right) => left.address - right.address);
  let next = 0;
  return whole.map(({ address, byteCount }) => {
    const bytes = new Uint8Array(byteCount);
    for (; next < inOrder.length && inOrder[next].address < address + byteCount; next++) {
      bytes.set(inOrder[next].bytes, inOrder[next].address - address);
    }
    return { address, bytes };
  });
}

function inverted(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const result = bytes.slice(from, to);
  invert(result);
  return result;
}

function invert(bytes: Uint8Array): void {
  for (let index = 0; index < bytes.length; index++) bytes[index] ^= 0xff;
}
