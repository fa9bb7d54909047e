/** What other ways to save the same states would program, counted beside the store in the same run. */
import type { Checkpoint } from "../process/index.ts";
import { FIRST_PROCESS } from "../device/index.ts";
import type { Device } from "../device/index.ts";
import type { Store } from "../store/index.ts";

/** Bytes programmed by each way, over all checkpoints. None counts records, cleaning or erases: each is a floor of its kind. */
export interface Baselines {
  /** A dump of all memory that the process's heap takes, at every checkpoint: its lines, the free ones among them, the nursery. */
  readonly wholeHeapCopy: number;
  /** The same of the lines in use only. */
  readonly allocatedHeapCopy: number;
  /** The 4 KiB pages that changed, whole. */
  readonly changedPages: number;
  /** The bytes that changed, each run of them with 8 bytes that say where. */
  readonly journalOfChangedBytes: number;
}

const PAGE_BYTES = 4096;
const RUN_HEAD_BYTES = 8;
/** A gap that is shorter than a run's head is copied with it. */
const GAP_MAX = RUN_HEAD_BYTES;

/** Watches the checkpoints of the first process of a device. */
export class CopyCounter {
  readonly #lineBytes: number;
  readonly #held = new Map<number, Uint8Array>();
  /** Lines that are not of Java's heap: classes, frames, tables. */
  #otherLines = 0;
  #wholeHeapCopy = 0;
  #allocatedHeapCopy = 0;
  #changedPages = 0;
  #journal = 0;

  constructor(lineBytes: number) {
    this.#lineBytes = lineBytes;
  }

  get baselines(): Baselines {
    return {
      wholeHeapCopy: this.#wholeHeapCopy,
      allocatedHeapCopy: this.#allocatedHeapCopy,
      changedPages: this.#changedPages,
      journalOfChangedBytes: this.#journal,
    };
  }

  note({ store, process }: Device, made: Checkpoint): void {
    const lines = store.linesOf(FIRST_PROCESS, made.commit);
    const pages = new Set(lines.map((line) => Math.floor((line * this.#lineBytes) / PAGE_BYTES)));
    this.#changedPages += pages.size * Math.max(PAGE_BYTES, this.#lineBytes);
    this.#allocatedHeapCopy += store.lineCount(FIRST_PROCESS) * this.#lineBytes;
    const { map, memory } = process.heap;
    const [from, to] = [map.tenuredStart, map.tenuredStart + map.tenuredBytes];
    for (const line of lines) {
      const address = line * this.#lineBytes;
      if (!this.#held.has(line) && (address < from || address >= to)) this.#otherLines++;
      this.#noteLine(store, line);
    }
    this.#wholeHeapCopy += memory.total + this.#otherLines * this.#lineBytes;
  }

  #noteLine(store: Store, line: number): void {
    const bytes = new Uint8Array(this.#lineBytes);
    store.read(FIRST_PROCESS, line, bytes);
    this.#journal += journalBytes(this.#held.get(line) ?? new Uint8Array(this.#lineBytes), bytes);
    this.#held.set(line, bytes);
  }
}

/** Bytes of a journal entry that turns `before` into `after`. */
export function journalBytes(before: Uint8Array, after: Uint8Array): number {
  let total = 0;
  let runEnd = -Infinity;
  for (let at = 0; at < after.length; at++) {
    if (before[at] === after[at]) continue;
    total += at - runEnd <= GAP_MAX ? at + 1 - runEnd : RUN_HEAD_BYTES + 1;
    runEnd = at + 1;
  }
  return total;
}
