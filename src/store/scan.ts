import {
  alignUp,
  decodeGroup,
  decodeHeader,
  groupHeaderBytes,
  groupLengthField,
  headerBytes,
} from "./format.ts";
import { isBlank, lineEntryBytes, movedEntryBytes } from "./format.ts";
import type { BlockHeader } from "./format.ts";
import { readItems } from "./items.ts";
import type { ItemVisitor } from "./items.ts";
import type { StoreMemory } from "./port.ts";

export interface ScannedGroup {
  readonly offset: number;
  readonly transaction: number;
  readonly isCommit: boolean;
  /** The whole group. */
  readonly bytes: Uint8Array;
  /** Slot index in the block of the first line that it names, and how many slots it takes. */
  readonly firstSlot: number;
  readonly slotCount: number;
}

/** How a block's records end: nothing follows, a group that was made to die, or one that does not pass. */
export type RecordEnd = "blank" | "dead" | "torn";

export interface WrittenBlock {
  readonly kind: "written";
  readonly block: number;
  readonly header: BlockHeader;
  readonly groups: readonly ScannedGroup[];
  readonly end: RecordEnd;
  /** Where a next group would begin. */
  readonly endOffset: number;
}

export type ScannedBlock =
  WrittenBlock | { readonly kind: "blank" | "dead" | "garbage"; readonly block: number };

/** Reads the records of blocks, not the lines, and counts what that costs. */
export class Scanner {
  readonly #memory: StoreMemory;
  readonly #trustChecksum: boolean;
  readonly #records: Uint8Array;
  #loaded = 0;
  #block = 0;
  #reads = 0;
  #bytes = 0;

  constructor(memory: StoreMemory, trustChecksum: boolean) {
    this.#memory = memory;
    this.#trustChecksum = trustChecksum;
    this.#records = new Uint8Array(memory.eraseBlockBytes);
  }

  get reads(): number {
    return this.#reads;
  }

  get bytes(): number {
    return this.#bytes;
  }

  scanAll(): ScannedBlock[] {
    return Array.from({ length: this.#memory.eraseBlockCount }, (_, block) => this.scan(block));
  }

  scan(block: number): ScannedBlock {
    this.#block = block;
    this.#loaded = 0;
    const first = Math.max(this.#memory.programPageBytes, 256);
    this.#load(first);
    const header = decodeHeader(this.#records.subarray(0, first), block, this.#trustChecksum);
    if (typeof header === "string") return { kind: header, block };
    return this.#scanGroups(block, header);
  }

  #scanGroups(block: number, header: BlockHeader): WrittenBlock {
    const groups: ScannedGroup[] = [];
    const align = 2 ** (header.recordShift % 32);
    let at = headerBytes;
    let slots = 0;
    for (;;) {
      const limit = this.#memory.eraseBlockBytes - slots * header.lineBytes;
      if (at + groupHeaderBytes > limit)
        return { kind: "written", block, header, groups, end: "blank", endOffset: at };
      this.#load(Math.min(limit, alignUp(at + groupHeaderBytes, this.#memory.programPageBytes)));
      const end = Math.min(at + groupLengthField(this.#records, at), limit);
      if (!isBlank(this.#records, at, at + groupHeaderBytes)) this.#load(end);
      const group = decodeGroup(
        this.#records.subarray(0, Math.max(end, at + groupHeaderBytes)),
        at,
        header.crc,
        this.#trustChecksum,
      );
      if (typeof group === "string") {
        const isClean = group === "blank" && isBlank(this.#records, at, Math.min(this.#loaded, limit));
        const recordEnd = group === "dead" ? "dead" : isClean ? "blank" : "torn";
        return { kind: "written", block, header, groups, end: recordEnd, endOffset: at };
      }
      const bytes = this.#records.slice(at, at + group.length);
      const slotCount = slotsOf(bytes);
      if (
        slotCount < 0 ||
        (slots + slotCount) * header.lineBytes > this.#memory.eraseBlockBytes - at - group.length
      ) {
        return { kind: "written", block, header, groups, end: "torn", endOffset: at };
      }
      const { transaction, isCommit } = group;
      groups.push({ offset: at, transaction, isCommit, bytes, firstSlot: slots, slotCount });
      slots += slotCount;
      at = alignUp(at + group.length, align);
    }
  }

  /** Makes the records of the block known up to `end`, by whole pages. */
  #load(end: number): void {
    const { programPageBytes, eraseBlockBytes } = this.#memory;
    const to = Math.min(alignUp(end, programPageBytes), eraseBlockBytes);
    if (to <= this.#loaded) return;
    this.#memory.read(this.#block * eraseBlockBytes + this.#loaded, this.#records.subarray(this.#loaded, to));
    this.#reads++;
    this.#bytes += to - this.#loaded;
    this.#loaded = to;
  }
}

/** Slots that a group's items take, or -1 where its items are not what the format says. */
function slotsOf(group: Uint8Array): number {
  let slots = 0;
  const counter: ItemVisitor = {
    ...ignoreItems,
    lines: (_process, count) => void (slots += count),
    skip: (count) => void (slots += count),
  };
  return readItems(group, counter) ? slots : -1;
}

const ignoreItems: ItemVisitor = {
  lines: () => undefined,
  skip: () => undefined,
  drop: () => undefined,
  process: () => undefined,
  device: () => undefined,
  fences: () => undefined,
  label: () => undefined,
};

/** A visitor that hears only of some items. */
export function visitorOf(wanted: Partial<ItemVisitor>): ItemVisitor {
  return { ...ignoreItems, ...wanted };
}

/** Bytes of one entry of a lines or moved item. */
export function entryBytesOf(isMoved: boolean): number {
  return isMoved ? movedEntryBytes : lineEntryBytes;
}
