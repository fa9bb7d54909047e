import type { FlashChip } from "../flash/index.ts";

/** How a program or erase ended; after `failed` the block should not be used again. */
export type MemoryStatus = "ok" | "failed";

/**
 * The memory that a store lies in. Addresses are bytes from 0, blocks count from 0. A program stays inside one
 * page. Power cuts pass through as exceptions; the store never catches one.
 */
export interface StoreMemory {
  readonly eraseBlockBytes: number;
  readonly eraseBlockCount: number;
  readonly programPageBytes: number;
  /** Bytes that are programmed together: records are aligned to it. */
  readonly programUnitBytes: number;
  /** Whether a page takes several programs, of different units, between erases. */
  readonly subPagePrograms: boolean;
  /** Whether programmed bytes may be programmed again to clear further bits. */
  readonly reprogram: boolean;
  read(address: number, into: Uint8Array): void;
  /** Where a read has to wait for long: ranges that are about to be read, all asked for at once. */
  fetch?(ranges: readonly { readonly address: number; readonly byteCount: number }[]): void;
  program(address: number, bytes: Uint8Array): MemoryStatus;
  erase(block: number): MemoryStatus;
  /** Erases that the block has had, torn and failed ones included. */
  eraseCount(block: number): number;
  /** All programs and erases before it are durable before any after it. */
  barrier(): void;
  /** Device time that its operations have taken so far, in nanoseconds. */
  deviceNanos(): number;
}

/** The memory that a flash chip is: its operations are durable in the order in which they are made. */
export function chipMemory(chip: FlashChip): StoreMemory {
  const { part } = chip;
  return {
    eraseBlockBytes: part.eraseBlockBytes,
    eraseBlockCount: chip.blockCount,
    programPageBytes: part.pageBytes,
    programUnitBytes: part.programUnitBytes,
    subPagePrograms: part.programsPerPage === null && part.programUnitBytes < part.pageBytes,
    reprogram: part.reprogram === "and",
    read: (address, into) => chip.read(address, into),
    program: (address, bytes) => chip.program(address, bytes),
    erase: (block) => chip.eraseBlock(block),
    eraseCount: (block) => chip.eraseCount(block),
    barrier: () => undefined,
    deviceNanos: () => chip.counters.deviceNanos,
  };
}

/** A memory that counts what is read of it. */
export class CountingMemory implements StoreMemory {
  readonly eraseBlockBytes: number;
  readonly eraseBlockCount: number;
  readonly programPageBytes: number;
  readonly programUnitBytes: number;
  readonly subPagePrograms: boolean;
  readonly reprogram: boolean;
  readonly #memory: StoreMemory;
  #reads = 0;
  #bytes = 0;

  constructor(memory: StoreMemory) {
    this.#memory = memory;
    this.eraseBlockBytes = memory.eraseBlockBytes;
    this.eraseBlockCount = memory.eraseBlockCount;
    this.programPageBytes = memory.programPageBytes;
    this.programUnitBytes = memory.programUnitBytes;
    this.subPagePrograms = memory.subPagePrograms;
    this.reprogram = memory.reprogram;
  }

  get reads(): number {
    return this.#reads;
  }

  get bytes(): number {
    return this.#bytes;
  }

  read(address: number, into: Uint8Array): void {
    this.#reads++;
    this.#bytes += into.length;
    this.#memory.read(address, into);
  }

  fetch(ranges: readonly { readonly address: number; readonly byteCount: number }[]): void {
    this.#memory.fetch?.(ranges);
  }

  program(address: number, bytes: Uint8Array): MemoryStatus {
    return this.#memory.program(address, bytes);
  }

  erase(block: number): MemoryStatus {
    return this.#memory.erase(block);
  }

  eraseCount(block: number): number {
    return this.#memory.eraseCount(block);
  }

  barrier(): void {
    this.#memory.barrier();
  }

  deviceNanos(): number {
    return this.#memory.deviceNanos();
  }
}
