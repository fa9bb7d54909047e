/** The code twin of `docs/flash-format.md`: blocks, headers and groups here, what groups hold in `items.ts`. */
import { crc32, readUint16, readUint32, writeUint16, writeUint32 } from "../base/index.ts";
import type { StoreMemory } from "./port.ts";

export const formatVersion = 2;
export const headerBytes = 24;
/** Bytes of a group header without its last field, the varint of transaction and flag. */
export const groupFixedBytes = 6;
/** Bytes of zeros that let a group die; every group is at least so long when padded to its alignment. */
export const deadGroupBytes = 8;
/** Bytes from the start of a block that are zero once it is dead. */
export const deadHeaderBytes = 4;
/** Most bytes that one entry of a moved item can take: line, CRC, commit. */
export const movedEntryBytesMax = 14;
export const keepStatesMax = 64;
export const deviceBytesMax = 128;
export const labelBytesMax = 64;
/** No transaction has this number: numbers above it are used up. */
export const transactionMax = 0x7fff_fff0;

/** Layout and version of what is told by the tags of pages (`page-tag.ts`). */
export const layoutInOrder = 2;
export const pageFormatVersion = 3;
const magic = 0x524f_4d44;
const layoutTwoEnded = 1;
const mapBlockBit = 0x8000_0000;

export const itemKind = {
  lines: 1,
  moved: 2,
  skip: 3,
  drop: 4,
  process: 5,
  device: 6,
  fences: 7,
  label: 8,
  map: 9,
  places: 10,
  copied: 11,
} as const;

/** What a store needs to know of its memory, derived once. */
export interface Geometry {
  /** Layout 2: pages are programmed in order, each once, a group behind the lines that it names. */
  readonly inOrder: boolean;
  readonly blockBytes: number;
  readonly blockCount: number;
  readonly pageBytes: number;
  readonly lineBytes: number;
  readonly keepStates: number;
  /** A of the format: where groups may begin. */
  readonly recordAlign: number;
  /** A program of records is padded to a multiple of it: the program unit, or the page where it is programmed whole. */
  readonly programUnit: number;
  /** Each group takes at least a page: few groups are worth more than lines that lie with their like. */
  readonly wholePages: boolean;
  /** Where the first group of a block begins, its lines not counted. */
  readonly recordStart: number;
  /** Slots that a block has: beside one group, or in order. */
  readonly slotsPerBlock: number;
  /** From a line to the next in slots: more than 1 only in order, where a slot is no larger than a page. */
  readonly slotsPerLine: number;
  /** Whether a record can be made to die by programming zeros over it. */
  readonly canKill: boolean;
}

/** Bytes of the smallest first group that names one line, header included. */
const smallestRecords = headerBytes + groupFixedBytes + 1 + 3 + movedEntryBytesMax;

export function geometryOf(memory: StoreMemory, lineBytes: number, keepStates: number): Geometry {
  const recordAlign = recordAlignOf(memory);
  const recordFloor = alignUp(smallestRecords, recordAlign);
  const inOrder = memory.pages !== undefined;
  const slotBytes = inOrder ? Math.min(lineBytes, memory.programPageBytes) : lineBytes;
  return {
    inOrder,
    blockBytes: memory.eraseBlockBytes,
    blockCount: memory.eraseBlockCount,
    pageBytes: memory.programPageBytes,
    lineBytes,
    keepStates,
    recordAlign,
    wholePages: !memory.subPagePrograms,
    programUnit: memory.subPagePrograms ? memory.programUnitBytes : memory.programPageBytes,
    recordStart: inOrder ? 0 : headerBytes,
    slotsPerBlock: Math.floor((memory.eraseBlockBytes - (inOrder ? 0 : recordFloor)) / slotBytes),
    slotsPerLine: lineBytes / slotBytes,
    canKill: memory.reprogram,
  };
}

export function recordAlignOf(memory: StoreMemory): number {
  return memory.subPagePrograms ? Math.max(4, memory.programUnitBytes) : memory.programPageBytes;
}

/** Whether such lines fit such a memory; the reason where they do not. */
export function lineBytesProblem(memory: StoreMemory, lineBytes: number): string | undefined {
  if (!Number.isInteger(lineBytes) || lineBytes <= 0 || lineBytes % 256 !== 0) {
    return `lines of ${lineBytes} bytes are not a multiple of 256`;
  }
  if (lineBytes > memory.eraseBlockBytes / 2) {
    return `lines of ${lineBytes} bytes exceed half an erase block of ${memory.eraseBlockBytes}`;
  }
  if (memory.pages !== undefined) {
    return Number.isInteger(Math.log2(lineBytes))
      ? undefined
      : `lines of ${lineBytes} bytes on NAND are no power of two`;
  }
  const wholePages = lineBytes % memory.programPageBytes === 0;
  if (!wholePages && !(memory.subPagePrograms && memory.programPageBytes % lineBytes === 0)) {
    return `lines of ${lineBytes} bytes do not fit program pages of ${memory.programPageBytes}`;
  }
  return undefined;
}

export function alignUp(value: number, align: number): number {
  return Math.ceil(value / align) * align;
}

/** First byte of a slot, counted from the start of the chip. Slots count through all blocks. */
export function slotAddress(geometry: Geometry, slot: number): number {
  const { slotsPerBlock } = geometry;
  const block = Math.floor(slot / slotsPerBlock);
  const index = slot - block * slotsPerBlock;
  if (geometry.inOrder)
    return block * geometry.blockBytes + (index * geometry.lineBytes) / geometry.slotsPerLine;
  return (block + 1) * geometry.blockBytes - (index + 1) * geometry.lineBytes;
}

export interface BlockHeader {
  readonly version: number;
  readonly layout: number;
  readonly recordShift: number;
  readonly keepStates: number;
  readonly lineBytes: number;
  readonly eraseCount: number;
  readonly openedBy: number;
  /** Holds parts of map checkpoints and no lines. */
  readonly isMap: boolean;
  /** Seed of the CRCs of the block's groups. */
  readonly crc: number;
}

/** Writes a header at the start of `into` and returns its CRC. */
export function encodeHeader(
  into: Uint8Array,
  geometry: Geometry,
  fields: {
    readonly block: number;
    readonly eraseCount: number;
    readonly openedBy: number;
    readonly isMap: boolean;
  },
): number {
  writeUint32(into, 0, firstWordOf(fields));
  writeUint32(into, 4, magic);
  into[8] = formatVersion;
  into[9] = layoutTwoEnded;
  into[10] = Math.log2(geometry.recordAlign);
  into[11] = geometry.keepStates;
  writeUint16(into, 12, geometry.lineBytes / 256);
  writeUint16(into, 14, 0);
  writeUint32(into, 16, fields.eraseCount);
  const crc = crc32(into.subarray(0, 20), fields.block);
  writeUint32(into, 20, crc);
  return crc;
}

export function firstWordOf({
  openedBy,
  isMap,
}: {
  readonly openedBy: number;
  readonly isMap: boolean;
}): number {
  return openedBy + (isMap ? mapBlockBit : 0);
}

/** What the first four bytes of a block say. A written block is told for sure only by its whole header. */
export type FirstWord =
  | { readonly kind: "blank" | "dead" }
  | { readonly kind: "written"; readonly openedBy: number; readonly isMap: boolean };

const deadWord: FirstWord = { kind: "dead" };
const blankWord: FirstWord = { kind: "blank" };

export function decodeFirstWord(word: number): FirstWord {
  if (word === 0) return deadWord;
  if (word === 0xffff_ffff) return blankWord;
  return { kind: "written", openedBy: word % mapBlockBit, isMap: word >= mapBlockBit };
}

/** What the first bytes of a block say: a header, or which of the other kinds of section 1 it is. */
export function decodeHeader(
  bytes: Uint8Array,
  block: number,
  trustChecksum: boolean,
): BlockHeader | "blank" | "dead" | "garbage" {
  const word = readUint32(bytes, 0);
  if (word === 0) return "dead";
  if (isBlank(bytes, 0, bytes.length)) return "blank";
  const crc = readUint32(bytes, 20);
  const isSealed = crc === crc32(bytes.subarray(0, 20), block);
  if (word === magic && bytes[4] === 1 && isSealed) return headerOfVersion1(bytes);
  if (readUint32(bytes, 4) !== magic || (trustChecksum && !isSealed)) return "garbage";
  const { openedBy, isMap } = { openedBy: word % mapBlockBit, isMap: word >= mapBlockBit };
  return {
    version: bytes[8],
    layout: bytes[9],
    recordShift: bytes[10],
    keepStates: bytes[11],
    lineBytes: readUint16(bytes, 12) * 256,
    eraseCount: readUint32(bytes, 16),
    ...{ openedBy, isMap, crc },
  };
}

/** Known only so that a store of version 1 is refused by its version and not taken for garbage. */
function headerOfVersion1(bytes: Uint8Array): BlockHeader {
  return {
    version: 1,
    layout: bytes[5],
    recordShift: bytes[6],
    keepStates: bytes[7],
    lineBytes: readUint16(bytes, 8) * 256,
    eraseCount: readUint32(bytes, 12),
    openedBy: readUint32(bytes, 16),
    isMap: false,
    crc: readUint32(bytes, 20),
  };
}

/** Whether this program can read what the header announces; the reason where it cannot. */
export function headerProblem(header: BlockHeader, memory: StoreMemory): string | undefined {
  const inOrder = memory.pages !== undefined;
  const version = inOrder ? pageFormatVersion : formatVersion;
  if (header.version !== version) {
    return `the store has format version ${header.version}, this program reads version ${version}`;
  }
  if (header.layout !== (inOrder ? layoutInOrder : layoutTwoEnded))
    return `the store has layout ${header.layout}, unknown here`;
  if (header.recordShift !== Math.log2(recordAlignOf(memory))) {
    return `records are aligned to 2^${header.recordShift}, this chip needs ${recordAlignOf(memory)}`;
  }
  if (header.keepStates < 1 || header.keepStates > keepStatesMax) {
    return `keepStates is ${header.keepStates}`;
  }
  return lineBytesProblem(memory, header.lineBytes);
}

/** Whether the first `count` words are as after an erase: what most blocks of a young chip are asked. */
export function areBlank(words: Int32Array, count: number): boolean {
  for (let index = 0; index < count; index++) if (words[index] !== -1) return false;
  return true;
}

export function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (bytes[index] !== 0xff) return false;
  return true;
}

/** Bytes of the header of a group of `transaction` in a block that `openedBy` opened. */
export function groupHeaderBytes(transaction: number, openedBy: number): number {
  return groupFixedBytes + varintBytes((transaction - openedBy) * 2 + 1);
}

/** Closes a group whose items already stand after its header; `length` includes the header. */
export function sealGroup(
  bytes: Uint8Array,
  group: {
    readonly start: number;
    readonly length: number;
    readonly transaction: number;
    readonly isCommit: boolean;
    readonly header: { readonly openedBy: number; readonly crc: number };
  },
): void {
  const { start, length, transaction, isCommit, header } = group;
  writeUint16(bytes, start + 4, length);
  writeVarint(bytes, start + groupFixedBytes, (transaction - header.openedBy) * 2 + (isCommit ? 1 : 0));
  writeUint32(bytes, start, crc32(bytes.subarray(start + 4, start + length), header.crc));
}

export interface GroupHeader {
  readonly transaction: number;
  readonly length: number;
  readonly isCommit: boolean;
  /** Where its items begin, counted from its start. */
  readonly itemsAt: number;
}

/** Why no group stands at a place. */
export type NoGroup = "blank" | "dead" | "torn";

/** What the header at `start` announces, not verified. `bytes` reaches at least `start + groupHeaderBytesMax`, or to the end of what can be a group. */
export function decodeGroupHeader(bytes: Uint8Array, start: number, openedBy: number): GroupHeader | NoGroup {
  if (isBlank(bytes, start, start + deadGroupBytes)) return "blank";
  let bits = 0;
  for (let index = 0; index < deadGroupBytes; index++) bits |= bytes[start + index];
  if (bits === 0) return "dead";
  const length = readUint16(bytes, start + 4);
  const cursor = { at: start + groupFixedBytes };
  const field = readVarint(bytes, cursor);
  const itemsAt = cursor.at - start;
  if (field < 0 || length < itemsAt) return "torn";
  const transaction = openedBy + Math.floor(field / 2);
  return transaction > transactionMax ? "torn" : { transaction, length, isCommit: field % 2 === 1, itemsAt };
}

/** Whether the group of that length at `start` passes; `bytes` holds all of it. */
export function groupPasses(bytes: Uint8Array, start: number, length: number, headerCrc: number): boolean {
  return readUint32(bytes, start) === crc32(bytes.subarray(start + 4, start + length), headerCrc);
}

/** Length field of the group at `start`, to know how much to load before it is decoded. */
export function groupLengthField(bytes: Uint8Array, start: number): number {
  return readUint16(bytes, start + 4);
}

export const groupHeaderBytesMax = groupFixedBytes + 5;

/** Bytes of an LEB128 number. */
export function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes++;
  return bytes;
}

/** Returns the offset after it. */
export function writeVarint(into: Uint8Array, at: number, value: number): number {
  let end = at;
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) into[end++] = (rest % 128) | 0x80;
  into[end++] = rest;
  return end;
}

/** -1 where the bytes end first or the number is longer than it can be. */
export function readVarint(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  let scale = 1;
  for (let index = 0; index < 5; index++) {
    if (cursor.at >= bytes.length) return -1;
    const byte = bytes[cursor.at++];
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
    scale *= 128;
  }
  return -1;
}

/** Small numbers of either sign as small numbers. */
export function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

export function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
