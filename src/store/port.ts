import type { ReadQuality } from "./page-ecc.ts";

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
  /** Where pages are programmed in order and have spare areas: `program` is not used then, `programPage` is. */
  readonly pages?: PageMemory;
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

/** What NAND offers beside bytes: section 11 of `docs/flash-format.md`. Pages count over the whole chip. */
export interface PageMemory {
  /** How the last `read` went; after `lost` the bytes are what was read. */
  readonly lastRead: ReadQuality;
  /** Blocks in which a read had to be corrected since this was asked last. */
  takeCorrected(): readonly number[];
  readTag(page: number, into: Uint8Array): void;
  /** Programs the page whole, `FF` behind `bytes`: once between erases, and no earlier page of the block afterwards. */
  programPage(page: number, bytes: Uint8Array, tag: Uint8Array): MemoryStatus;
  /** Marked as bad, by the factory or by `markBad`. */
  isBad(block: number): boolean;
  /** From now on the block is not used, after the next power-on neither. */
  markBad(block: number): void;
}

/** The first bytes of all blocks are about to be read. */
export function fetchStarts(memory: StoreMemory, byteCount: number): void {
  if (memory.fetch === undefined) return;
  const blocks = Array.from({ length: memory.eraseBlockCount }, (_, block) => block);
  memory.fetch(blocks.map((block) => ({ address: block * memory.eraseBlockBytes, byteCount })));
}

/** A memory that counts what is read of it. */
export class CountingMemory implements StoreMemory {
  readonly eraseBlockBytes: number;
  readonly eraseBlockCount: number;
  readonly programPageBytes: number;
  readonly programUnitBytes: number;
  readonly subPagePrograms: boolean;
  readonly reprogram: boolean;
  readonly pages?: PageMemory;
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
    if (memory.pages !== undefined) this.pages = this.#counted(memory.pages);
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

  #counted(pages: PageMemory): PageMemory {
    const count = (bytes: number): void => {
      this.#reads++;
      this.#bytes += bytes;
    };
    return {
      get lastRead() {
        return pages.lastRead;
      },
      takeCorrected: () => pages.takeCorrected(),
      readTag: (page, into) => {
        count(into.length);
        pages.readTag(page, into);
      },
      programPage: (page, bytes, tag) => pages.programPage(page, bytes, tag),
      isBad: (block) => pages.isBad(block),
      markBad: (block) => pages.markBad(block),
    };
  }
}
