import { LEASE_TABLE_BYTES, leaseTableAddress } from "../heap/index.ts";
import type { VirtualHeap } from "../heap/index.ts";
import type { Store } from "../store/index.ts";
import { LEASE_RECORD_BYTES, decodeLease, encodeLease } from "./lease.ts";
import type { Lease } from "./lease.ts";

/** Where the records lie: a heap in memory, or what the newest state in the store holds of it. */
export interface LeaseBytes {
  read(offset: number, byteCount: number): Uint8Array;
  write(offset: number, bytes: Uint8Array): void;
}

/** Records that a process can have at a time. */
export const LEASES_MAX = LEASE_TABLE_BYTES / LEASE_RECORD_BYTES;

/** The leases of a process, in the lines behind its header: in every checkpoint, and where it was after a rollback. */
export class LeaseTable {
  readonly #bytes: LeaseBytes;
  /** A cache of the lines. */
  readonly #known: (Lease | undefined)[];
  #count: number;
  readonly #noteCount: (count: number) => void;

  /**
   * Reads all records, at a safe point. `count` says how many slots were ever used, so that a process without leases touches none of the
   * lines; `noteCount` keeps a larger one.
   */
  constructor(bytes: LeaseBytes, count: number, noteCount: (count: number) => void) {
    this.#bytes = bytes;
    this.#count = count;
    this.#noteCount = noteCount;
    this.#known = Array.from({ length: count }, (_, slot) =>
      decodeLease(bytes.read(slot * LEASE_RECORD_BYTES, LEASE_RECORD_BYTES)),
    );
  }

  get all(): readonly Lease[] {
    return this.#known.filter((lease) => lease !== undefined);
  }

  get(number: number): Lease | undefined {
    return this.#known.find((lease) => lease?.number === number);
  }

  /** False: all slots are taken. */
  add(lease: Lease): boolean {
    const free = this.#known.findIndex((one) => one === undefined);
    const slot = free < 0 ? this.#count : free;
    if (slot >= LEASES_MAX) return false;
    if (slot === this.#count) this.#noteCount(++this.#count);
    this.#put(slot, lease);
    return true;
  }

  /** Changes the record of a lease that is there. Returns the new one. */
  change(number: number, change: Partial<Lease>): Lease {
    const slot = this.#slotOf(number);
    const lease = { ...(this.#known[slot] as Lease), ...change };
    this.#put(slot, lease);
    return lease;
  }

  remove(number: number): void {
    const slot = this.#slotOf(number);
    this.#known[slot] = undefined;
    this.#bytes.write(slot * LEASE_RECORD_BYTES, new Uint8Array(LEASE_RECORD_BYTES));
  }

  #slotOf(number: number): number {
    return this.#known.findIndex((lease) => lease?.number === number);
  }

  #put(slot: number, lease: Lease): void {
    this.#known[slot] = lease;
    this.#bytes.write(slot * LEASE_RECORD_BYTES, encodeLease(lease));
  }
}

/** The records of a heap in memory, which are first read at a safe point. */
export function heapLeases(heap: VirtualHeap): LeaseBytes {
  const { leaseTableStart, windowLines, lineShift } = heap.map;
  // Read at power-on, many at a time: a safe point whenever half of the window may be used.
  const perSafePoint = Math.max(1, ((windowLines >> 1) << lineShift) / LEASE_RECORD_BYTES);
  let reads = 0;
  return {
    read: (offset, byteCount) => {
      if (++reads % perSafePoint === 0) heap.safePoint(0, 0);
      return heap.copyOut(leaseTableStart + offset, byteCount);
    },
    write: (offset, bytes) => heap.copyIn(leaseTableStart + offset, bytes),
  };
}

/** The records of the newest state in the store; what is written is collected in `lines`, to be committed. */
export class StoredLeases implements LeaseBytes {
  readonly #store: Store;
  readonly #process: number;
  readonly #lines = new Map<number, Uint8Array>();

  constructor(store: Store, process: number) {
    this.#store = store;
    this.#process = process;
  }

  read(offset: number, byteCount: number): Uint8Array {
    const bytes = new Uint8Array(byteCount);
    this.#eachPiece(offset, byteCount, (line, at, done, length) =>
      bytes.set(this.#line(line).subarray(at, at + length), done),
    );
    return bytes;
  }

  write(offset: number, bytes: Uint8Array): void {
    this.#eachPiece(offset, bytes.length, (line, at, done, length) => {
      const held = this.#line(line);
      held.set(bytes.subarray(done, done + length), at);
      this.#lines.set(line, held);
    });
  }

  /** What was written. */
  get lines(): readonly { readonly line: number; readonly bytes: Uint8Array }[] {
    return [...this.#lines].map(([line, bytes]) => ({ line, bytes }));
  }

  #line(line: number): Uint8Array {
    const held = this.#lines.get(line);
    if (held !== undefined) return held;
    const bytes = new Uint8Array(this.#store.lineBytes);
    this.#store.read(this.#process, line, bytes);
    return bytes;
  }

  #eachPiece(
    offset: number,
    byteCount: number,
    act: (line: number, at: number, done: number, length: number) => void,
  ): void {
    const { lineBytes } = this.#store;
    const start = leaseTableAddress(lineBytes) + offset;
    for (let done = 0; done < byteCount;) {
      const at = (start + done) % lineBytes;
      const length = Math.min(lineBytes - at, byteCount - done);
      act(Math.floor((start + done) / lineBytes), at, done, length);
      done += length;
    }
  }
}

/** The leases of a process that is not in RAM, as its newest state holds them. */
export function storedLeases(store: Store, process: number, slots: number): readonly Lease[] {
  return new LeaseTable(new StoredLeases(store, process), slots, () => undefined).all;
}
