import {
  alignUp,
  deadGroupBytes,
  decodeFirstWord,
  decodeGroupHeader,
  decodeHeader,
  groupLengthField,
  areBlank,
  groupPasses,
  headerBytes,
  isBlank,
  transactionMax,
} from "./format.ts";
import type { BlockHeader, FirstWord, NoGroup } from "./format.ts";
import { readUint32 } from "../base/index.ts";
import { readItems } from "./items.ts";
import type { GroupBody, ItemVisitor, MapItem } from "./items.ts";
import { decodeTag, tagBytes } from "./page-tag.ts";
import type { PageTag } from "./page-tag.ts";
import { fetchStarts } from "./port.ts";
import type { StoreMemory } from "./port.ts";

export interface ScannedGroup extends GroupBody {
  readonly offset: number;
  readonly length: number;
  readonly isCommit: boolean;
  /** Slot index in the block of the first line that it names, and how many slots it takes. */
  readonly firstSlot: number;
  readonly slotCount: number;
  /** Which part of a map checkpoint it is, where only its first bytes were read: `bytes` is empty then. */
  readonly part?: MapItem;
}

/** How a block's records end: nothing follows, what was made to die or never named, or a group that does not pass. */
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
  WrittenBlock | { readonly kind: "blank" | "dead" | "garbage" | "bad"; readonly block: number };

/** Records are read ahead by so much: a part that reads whole pages anyhow gains nothing by less than a page. */
const chunkBytes = 32;
/** Read of a block to tell a blank one from one whose first program was torn. */
const wholeScanBytes = 256;
/** Enough for a group header and a map item. */
const mapPeekBytes = 48;

/** Reads the records of blocks, not the lines. */
export class Scanner {
  readonly #memory: StoreMemory;
  readonly #trustChecksum: boolean;
  /** What was read of the block from `#base` on: a group at a time, as blocks may be larger than RAM. */
  #records = new Uint8Array(512);
  #base = 0;
  readonly #word = new Uint8Array(4);
  readonly #tag = new Uint8Array(tagBytes);
  readonly #chunkBytes: number;
  /** Groups of the map that were read whole, by address: what was made sure of is not read again. */
  readonly #bodies = new Map<number, GroupBody>();
  #loaded = 0;
  #block = 0;

  constructor(memory: StoreMemory, trustChecksum: boolean) {
    this.#memory = memory;
    this.#trustChecksum = trustChecksum;
    this.#chunkBytes = memory.pages === undefined ? chunkBytes : memory.programPageBytes;
  }

  get ramBytes(): number {
    return this.#records.length;
  }

  scanAll(): ScannedBlock[] {
    return Array.from({ length: this.#memory.eraseBlockCount }, (_, block) =>
      this.scan(block, wholeScanBytes),
    );
  }

  /** The first words of all blocks. */
  peekAll(): FirstWord[] {
    fetchStarts(this.#memory, chunkBytes);
    const words: FirstWord[] = [];
    for (let block = 0; block < this.#memory.eraseBlockCount; block++) words.push(this.#peek(block));
    return words;
  }

  /** The first word of the block, which says what it may be. */
  #peek(block: number): FirstWord {
    if (this.#memory.pages !== undefined) {
      const tag = this.#tagOf(block, 0);
      // A torn tag may pass at the next boot: the block is looked into as if it had just been opened.
      if (tag === "torn") return { kind: "written", openedBy: transactionMax, isMap: false };
      if (typeof tag === "string") return { kind: "blank" };
      const { openedBy, isMap } = tag.header;
      return { kind: "written", openedBy, isMap };
    }
    this.#memory.read(block * this.#memory.eraseBlockBytes, this.#word);
    return decodeFirstWord(readUint32(this.#word, 0));
  }

  /** All groups of the block with their bytes. */
  scan(block: number, firstBytes = chunkBytes): ScannedBlock {
    this.#block = block;
    this.#base = this.#loaded = 0;
    if (this.#memory.pages !== undefined) return this.#scanPages(block);
    this.#load(firstBytes);
    if (areBlank(new Int32Array(this.#records.buffer), firstBytes >>> 2)) return { kind: "blank", block };
    const header = decodeHeader(this.#records.subarray(0, firstBytes), block, this.#trustChecksum);
    if (typeof header === "string") return { kind: header, block };
    return this.#scanGroups(block, header);
  }

  #scanGroups(block: number, header: BlockHeader): WrittenBlock {
    const groups: ScannedGroup[] = [];
    const align = 2 ** (header.recordShift % 32);
    let at = headerBytes;
    let slots = 0;
    const written = (end: RecordEnd): WrittenBlock => ({
      ...{ kind: "written", block, header, groups, end, endOffset: at },
    });
    for (;;) {
      const limit = this.#memory.eraseBlockBytes - slots * header.lineBytes;
      if (at + deadGroupBytes > limit) return written("blank");
      const group = this.#groupAt(at, limit, header);
      if (typeof group === "string") return written(group);
      const slotCount = slotsOf(group);
      if (slotCount < 0 || slotCount * header.lineBytes > limit - at - group.length) {
        return written("torn");
      }
      groups.push({ ...group, offset: at, firstSlot: slots, slotCount });
      slots += slotCount;
      at = alignUp(at + group.length, align);
    }
  }

  /** The tag of a page of the block; `bad` of its first page where the block is marked. */
  #tagOf(block: number, pageInBlock: number): PageTag | "blank" | "torn" | "bad" {
    const { pages, eraseBlockBytes, programPageBytes: pageBytes } = this.#memory;
    const page = (block * eraseBlockBytes) / pageBytes + pageInBlock;
    pages?.readTag(page, this.#tag);
    if (pageInBlock === 0 && pages?.isBad(block) === true) return "bad";
    return decodeTag(this.#tag, { page, block, pageBytes }, this.#trustChecksum);
  }

  /** A block of NAND: lines and the group that names them, page after page. */
  #scanPages(block: number): ScannedBlock {
    const { eraseBlockBytes, programPageBytes: pageBytes } = this.#memory;
    const first = this.#tagOf(block, 0);
    if (typeof first === "string") return { kind: first === "torn" ? "garbage" : first, block };
    const { header } = first;
    const groups: ScannedGroup[] = [];
    let [at, linesAt] = [0, 0];
    let end: RecordEnd = "blank";
    while (at < eraseBlockBytes) {
      const tag = at === 0 ? first : this.#tagOf(block, at / pageBytes);
      if (typeof tag === "string") {
        // Lines that no group names may be torn as a dead group may be.
        if (tag !== "blank") end = "torn";
        else if (at > linesAt) end = "dead";
        break;
      }
      if (tag.kind === "lines") {
        at += pageBytes;
        continue;
      }
      const group = this.#groupBehind(at, linesAt, header);
      if (group === undefined) {
        end = "torn";
        break;
      }
      groups.push(group);
      at = alignUp(at + group.length, pageBytes);
      linesAt = at;
    }
    return { kind: "written", block, header, groups, end, endOffset: at };
  }

  /** The group at `at`, whose lines begin at `linesAt`; undefined where it does not pass. */
  #groupBehind(at: number, linesAt: number, header: BlockHeader): ScannedGroup | undefined {
    const { eraseBlockBytes, programPageBytes: pageBytes } = this.#memory;
    this.#base = this.#loaded = at;
    const group = this.#groupAt(at, eraseBlockBytes, header);
    if (typeof group === "string") return undefined;
    const slotCount = slotsOf(group);
    if (slotCount < 0 || alignUp(linesAt + slotCount * header.lineBytes, pageBytes) !== at) return undefined;
    return { ...group, offset: at, firstSlot: linesAt / Math.min(header.lineBytes, pageBytes), slotCount };
  }

  #groupAt(at: number, limit: number, header: BlockHeader): (GroupBody & Found) | RecordEnd {
    this.#forgetBefore(at);
    this.#load(Math.min(limit, at + chunkBytes));
    const end = Math.min(at + groupLengthField(this.#records, 0), limit);
    if (!isBlank(this.#records, 0, deadGroupBytes)) this.#load(end);
    const found = decodeGroupHeader(this.#records.subarray(0, limit - at), 0, header.openedBy);
    if (typeof found === "string") {
      const isClean = isBlank(this.#records, 0, Math.min(this.#loaded, limit) - at);
      return found === "blank" && !isClean ? "torn" : found;
    }
    const { length } = found;
    if (at + length > limit) return "torn";
    if (this.#trustChecksum && !groupPasses(this.#records, 0, length, header.crc)) return "torn";
    return { ...found, bytes: this.#records.slice(0, length) };
  }

  /**
   * A block of the map: of each group only what tells which part it is. With `isNewest` it is made sure that its last group
   * passes, as it may be torn; of the others it shows when they are read.
   */
  scanMap(block: number, isNewest: boolean): ScannedBlock {
    const { eraseBlockBytes } = this.#memory;
    const header = this.#headerOf(block);
    if (typeof header === "string") return { kind: header, block };
    const groups: ScannedGroup[] = [];
    const align = 2 ** (header.recordShift % 32);
    let at = this.#memory.pages === undefined ? headerBytes : 0;
    let end: RecordEnd = "blank";
    while (at + deadGroupBytes <= eraseBlockBytes) {
      const group = this.#peekGroup(block, at, header);
      if (typeof group === "string") {
        end = group;
        break;
      }
      groups.push({ ...group, offset: at, firstSlot: 0, slotCount: 0 });
      at = alignUp(at + group.length, align);
    }
    const last = groups.at(-1);
    if (isNewest && last !== undefined && this.readBody(block, header, last) === undefined) {
      groups.pop();
      return { kind: "written", block, header, groups, end: "torn", endOffset: last.offset };
    }
    return { kind: "written", block, header, groups, end, endOffset: at };
  }

  #headerOf(block: number): BlockHeader | "blank" | "dead" | "garbage" | "bad" {
    if (this.#memory.pages !== undefined) {
      const tag = this.#tagOf(block, 0);
      if (typeof tag === "string") return tag === "torn" ? "garbage" : tag;
      return tag.header;
    }
    const first = new Uint8Array(headerBytes);
    this.#memory.read(block * this.#memory.eraseBlockBytes, first);
    return decodeHeader(first, block, this.#trustChecksum);
  }

  #peekGroup(block: number, at: number, header: BlockHeader): (GroupBody & Found & HasPart) | NoGroup {
    const { eraseBlockBytes } = this.#memory;
    const bytes = new Uint8Array(Math.min(mapPeekBytes, eraseBlockBytes - at));
    this.#memory.read(block * eraseBlockBytes + at, bytes);
    const found = decodeGroupHeader(bytes, 0, header.openedBy);
    if (typeof found === "string") {
      return found === "blank" && !isBlank(bytes, 0, bytes.length) ? "torn" : found;
    }
    if (at + found.length > eraseBlockBytes) return "torn";
    let part: MapItem | undefined;
    const { transaction, itemsAt } = found;
    // Its first item is read as if the group ended with what was read: other items may end too early then.
    readItems({ bytes, transaction, itemsAt }, visitorOf({ map: (item) => void (part ??= item) }));
    return part === undefined ? "torn" : { ...found, bytes: new Uint8Array(0), part };
  }

  /** The whole group, or undefined where it does not pass. */
  readBody(block: number, header: BlockHeader, group: ScannedGroup): GroupBody | undefined {
    const address = block * this.#memory.eraseBlockBytes + group.offset;
    const known = this.#bodies.get(address);
    if (known !== undefined) return known;
    const bytes = new Uint8Array(group.length);
    this.#memory.read(address, bytes);
    if (this.#trustChecksum && !groupPasses(bytes, 0, bytes.length, header.crc)) return undefined;
    const body = { bytes, itemsAt: group.itemsAt, transaction: group.transaction };
    this.#bodies.set(address, body);
    return body;
  }

  /** Makes the records of the block known up to `end`. */
  #load(end: number): void {
    const { eraseBlockBytes } = this.#memory;
    const to = Math.min(alignUp(end, this.#chunkBytes), eraseBlockBytes);
    if (to <= this.#loaded) return;
    if (to - this.#base > this.#records.length) {
      const longer = new Uint8Array(alignUp(to - this.#base, this.#records.length));
      longer.set(this.#records);
      this.#records = longer;
    }
    const into = this.#records.subarray(this.#loaded - this.#base, to - this.#base);
    this.#memory.read(this.#block * eraseBlockBytes + this.#loaded, into);
    this.#loaded = to;
  }

  #forgetBefore(at: number): void {
    this.#records.copyWithin(0, at - this.#base, Math.max(this.#loaded, at) - this.#base);
    this.#base = at;
    this.#loaded = Math.max(this.#loaded, at);
  }
}

interface Found {
  readonly length: number;
  readonly isCommit: boolean;
}

interface HasPart {
  readonly part: MapItem;
}

/** Slots that a group's items take, or -1 where its items are not what the format says. */
function slotsOf(group: GroupBody): number {
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
  map: () => undefined,
  places: () => undefined,
  copied: () => undefined,
};

/** A visitor that hears only of some items. */
export function visitorOf(wanted: Partial<ItemVisitor>): ItemVisitor {
  return { ...ignoreItems, ...wanted };
}
