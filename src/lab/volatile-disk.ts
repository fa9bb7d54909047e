import { SeededRandom, assert } from "../base/index.ts";
import { PowerCut } from "../flash/index.ts";
import type { BlockDevice, DiskRange, DiskWrite } from "../store/index.ts";

export interface VolatileDiskOptions {
  readonly byteCount: number;
  /** Written whole or not at all. */
  readonly blockBytes: number;
  readonly hasDurableWrites: boolean;
  /** A fault for the lab's own tests: it acknowledges flushes and durable writes, and does nothing about them. */
  readonly ignoresFlushes?: boolean | undefined;
}

/** What was acknowledged, or was on its way, and is not durable. */
interface Waiting {
  readonly address: number;
  readonly bytes: Uint8Array;
}

const pageBytes = 4096;
const sectorBytesLeast = 512;

/**
 * A disk on another machine that acknowledges a write when it has it in a cache. When power goes, at any request, of all that is not durable any
 * part may have reached the disk, in any order, a request in flight in pieces too: each block that was written holds what one of the requests
 * since the last flush wrote, or what it held then. A seed decides which.
 */
export class VolatileDisk implements BlockDevice {
  readonly byteCount: number;
  readonly blockBytes: number;
  readonly requestBytesMax = 1024 * 1024;
  readonly hasDurableWrites: boolean;
  /** Writes and flushes since power-on. */
  requestCount = 0;
  /** Told of each request when it is on its way and has not been answered. */
  onRequest: (() => void) | undefined;
  readonly #ignoresFlushes: boolean;
  readonly #durable: Map<number, Uint8Array>;
  readonly #owned = new Set<number>();
  #waiting: Waiting[] = [];
  #cut: { readonly request: number; readonly seed: number } | null = null;

  constructor(options: VolatileDiskOptions, durable = new Map<number, Uint8Array>()) {
    this.byteCount = options.byteCount;
    this.blockBytes = options.blockBytes;
    this.hasDurableWrites = options.hasDurableWrites;
    this.#ignoresFlushes = options.ignoresFlushes ?? false;
    this.#durable = durable;
  }

  /** A second disk that holds what is durable here; pages are shared until one of them changes. */
  fork(ignoresFlushes = this.#ignoresFlushes): VolatileDisk {
    this.#owned.clear();
    const { byteCount, blockBytes, hasDurableWrites } = this;
    const options = { byteCount, blockBytes, hasDurableWrites, ignoresFlushes };
    return new VolatileDisk(options, new Map(this.#durable));
  }

  /** The disk as it would be found if power went now; the seed decides what it holds. Here all goes on. */
  cutNow(seed: number): VolatileDisk {
    const cut = this.fork();
    cut.#waiting = [...this.#waiting];
    cut.#lose(new SeededRandom(seed));
    return cut;
  }

  /** Power goes instead of the answer to the request after `request` others, counted from now; what is left is drawn by `seed`. */
  armCut(request: number, seed: number): void {
    this.requestCount = 0;
    this.#cut = { request, seed };
  }

  read(ranges: readonly DiskRange[]): void {
    for (const { address, into } of ranges) {
      this.#requireBlocks(address, into.length);
      this.#readDurable(address, into);
      for (const { address: from, bytes } of this.#waiting) {
        const begin = Math.max(address, from);
        const end = Math.min(address + into.length, from + bytes.length);
        if (begin < end) into.set(bytes.subarray(begin - from, end - from), begin - address);
      }
    }
  }

  write(requests: readonly DiskWrite[]): void {
    const writes = requests.map(({ address, bytes }) => {
      const content = typeof bytes === "number" ? new Uint8Array(bytes) : bytes.slice();
      this.#requireBlocks(address, content.length);
      return { address, bytes: content };
    });
    this.#requireApart(writes);
    this.#waiting.push(...writes);
    // A cut at any of them finds all of them on their way.
    for (const { isDurable } of requests) {
      assert(!isDurable || this.hasDurableWrites, "this disk knows no durable writes");
      this.#count();
    }
    if (requests.every(({ isDurable }) => isDurable) && !this.#ignoresFlushes) {
      for (const { address, bytes } of this.#waiting.splice(-requests.length))
        this.#writeDurable(address, bytes);
    }
  }

  flush(): void {
    this.#count();
    if (this.#ignoresFlushes) return;
    for (const { address, bytes } of this.#waiting) this.#writeDurable(address, bytes);
    this.#waiting = [];
  }

  #count(): void {
    if (this.#cut?.request === this.requestCount) {
      this.#lose(new SeededRandom(this.#cut.seed));
      throw new PowerCut({ operation: this.requestCount, shape: `any${this.#cut.seed}` });
    }
    this.onRequest?.();
    this.requestCount++;
  }

  /** Requests survive in an order that is drawn, as a whole, in part or not at all. */
  #lose(random: SeededRandom): void {
    const waiting = [...this.#waiting];
    this.#waiting = [];
    const blockBytes = Math.max(this.blockBytes, sectorBytesLeast);
    const share = random.below(4);
    while (waiting.length > 0) {
      const [{ address, bytes }] = waiting.splice(random.below(waiting.length), 1);
      const isWhole = random.below(2) === 0;
      if (isWhole && random.below(4) < share) this.#writeDurable(address, bytes);
      for (let at = address; !isWhole && at < address + bytes.length;) {
        const end = Math.min(address + bytes.length, (Math.floor(at / blockBytes) + 1) * blockBytes);
        if (random.below(4) < share) this.#writeDurable(at, bytes.subarray(at - address, end - address));
        at = end;
      }
    }
  }

  #readDurable(address: number, into: Uint8Array): void {
    for (let at = address; at < address + into.length;) {
      const page = this.#durable.get(Math.floor(at / pageBytes));
      const from = at % pageBytes;
      const length = Math.min(pageBytes - from, address + into.length - at);
      if (page === undefined) into.fill(0, at - address, at - address + length);
      else into.set(page.subarray(from, from + length), at - address);
      at += length;
    }
  }

  #writeDurable(address: number, bytes: Uint8Array): void {
    for (let at = address; at < address + bytes.length;) {
      const number = Math.floor(at / pageBytes);
      const from = at % pageBytes;
      const length = Math.min(pageBytes - from, address + bytes.length - at);
      if (!this.#owned.has(number)) {
        this.#durable.set(number, this.#durable.get(number)?.slice() ?? new Uint8Array(pageBytes));
        this.#owned.add(number);
      }
      this.#durable.get(number)?.set(bytes.subarray(at - address, at - address + length), from);
      at += length;
    }
  }

  #requireBlocks(address: number, byteCount: number): void {
    assert(
      address >= 0 && address + byteCount <= this.byteCount,
      `${byteCount} bytes at ${address} lie on the disk`,
    );
    assert(address % this.blockBytes === 0 && byteCount % this.blockBytes === 0, "requests are whole blocks");
  }

  #requireApart(writes: readonly Waiting[]): void {
    const inOrder = [...writes].sort((left, right) => left.address - right.address);
    for (let index = 1; index < inOrder.length; index++) {
      const { address, bytes } = inOrder[index - 1];
      assert(address + bytes.length <= inOrder[index].address, "requests in flight do not overlap");
    }
  }
}
