/** Finds the map checkpoint in force and the blocks that were written since, reading little else. */
import type { FirstWord } from "./format.ts";
import type { GroupBody } from "./items.ts";
import type { StoreFault } from "./log-writer.ts";
import type { ScannedBlock, ScannedGroup, Scanner, WrittenBlock } from "./scan.ts";

/** One part of a checkpoint. */
export interface MapPart {
  readonly block: WrittenBlock;
  readonly group: ScannedGroup;
  readonly body: GroupBody;
}

export interface FoundMap {
  /** Transaction from which on the log has to be read. */
  readonly start: number;
  readonly horizon: number;
  readonly parts: readonly MapPart[];
  /** Blocks that may hold something from `start` on, and those of the map that were looked at. */
  readonly scanned: readonly ScannedBlock[];
  /** First words of all blocks. */
  readonly words: readonly FirstWord[];
  /** False only with a planted fault, which the digests would find and a scan of the whole chip make good. */
  readonly isProved: boolean;
}

interface PartialMap {
  readonly start: number;
  readonly parts: Map<number, { readonly block: WrittenBlock; readonly group: ScannedGroup }>;
  partCount: number;
}

/** Undefined where no checkpoint is in force, or the newest one does not pass: the whole chip is scanned then. */
export function findMap(scanner: Scanner, fault?: StoreFault): FoundMap | undefined {
  return new MapSearch(scanner, fault).find();
}

class MapSearch {
  readonly #scanner: Scanner;
  readonly #words: readonly FirstWord[];
  readonly #scanned = new Map<number, ScannedBlock>();
  readonly #walked: ScannedBlock[] = [];
  readonly #found = new Map<number, PartialMap>();
  readonly #tried = new Set<number>();
  readonly #fault: StoreFault | undefined;

  constructor(scanner: Scanner, fault: StoreFault | undefined) {
    this.#scanner = scanner;
    this.#fault = fault;
    this.#words = scanner.peekAll();
  }

  find(): FoundMap | undefined {
    const blocks = this.#mapBlocks();
    for (const { block, openedBy } of blocks) {
      this.#walk(block, openedBy === blocks[0].openedBy);
      for (const map of this.#complete()) {
        this.#tried.add(map.start);
        const since = this.#since(map);
        if (this.#isCommitted(map, since)) return this.#load(map, since);
      }
    }
    return undefined;
  }

  /** Newest first. */
  #mapBlocks(): { readonly block: number; readonly openedBy: number }[] {
    const blocks: { readonly block: number; readonly openedBy: number }[] = [];
    for (const [block, word] of this.#words.entries()) {
      if (word.kind === "written" && word.isMap) blocks.push({ block, openedBy: word.openedBy });
    }
    return blocks.sort((left, right) => right.openedBy - left.openedBy);
  }

  #walk(block: number, isNewest: boolean): void {
    const scanned = this.#scanner.scanMap(block, isNewest);
    this.#scanned.set(block, scanned);
    this.#walked.push(scanned);
    if (scanned.kind !== "written" || !scanned.header.isMap) return;
    for (const group of scanned.groups) {
      if (group.part === undefined) continue;
      const { start, part, partCount } = group.part;
      const map = this.#found.get(start) ?? { start, parts: new Map(), partCount: 0 };
      this.#found.set(start, map);
      map.parts.set(part, { block: scanned, group });
      if (partCount > 0) map.partCount = partCount;
    }
  }

  /** Those of which all parts were seen, newest first. */
  #complete(): PartialMap[] {
    const complete = [...this.#found.values()].filter(
      ({ start, parts, partCount }) =>
        !this.#tried.has(start) && partCount > 0 && parts.size === partCount && parts.has(0),
    );
    return complete.sort((left, right) => right.start - left.start);
  }

  /** What may hold groups from the start on. */
  #since(map: PartialMap): ScannedBlock[] {
    const open = map.parts.get(0)?.group.part?.open ?? [];
    const start = this.#fault === "map-late" ? lastTransaction(map) : map.start;
    const since: ScannedBlock[] = [];
    for (const [block, word] of this.#words.entries()) {
      if (word.kind !== "written") continue;
      if (word.openedBy < start && !open.includes(block)) continue;
      let scanned = this.#scanned.get(block);
      if (scanned === undefined) {
        // Newer blocks of the map were all walked; this one looks as if it were one.
        scanned = this.#scanner.scan(block);
        this.#scanned.set(block, scanned);
      }
      since.push(scanned);
    }
    return [...new Set([...since, ...this.#walked])];
  }

  /** Whether the transaction of its last part is committed. */
  #isCommitted(map: PartialMap, since: readonly ScannedBlock[]): boolean {
    const last = lastTransaction(map);
    return since.some(
      (one) =>
        one.kind === "written" && one.groups.some((group) => group.isCommit && group.transaction >= last),
    );
  }

  #load(map: PartialMap, scanned: readonly ScannedBlock[]): FoundMap | undefined {
    const parts: MapPart[] = [];
    for (let index = 0; index < map.partCount; index++) {
      const part = map.parts.get(index);
      const body = part && this.#scanner.readBody(part.block.block, part.block.header, part.group);
      if (part === undefined || body === undefined) return undefined;
      parts.push({ ...part, body });
    }
    const horizon = parts[0].group.part?.horizon ?? 0;
    const start = this.#fault === "map-late" ? lastTransaction(map) : map.start;
    return { start, horizon, parts, scanned, words: this.#words, isProved: this.#fault === undefined };
  }
}

function lastTransaction(map: PartialMap): number {
  let last = map.start;
  for (const { group } of map.parts.values()) last = Math.max(last, group.transaction);
  return last;
}
