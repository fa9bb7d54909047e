/** The code twin of `docs/flash-format.md`: blocks, headers and groups here, what groups hold in `items.ts`. */
import { crc32, readUint16, readUint32, writeUint16, writeUint32 } from "../base/index.ts";
import type { StoreMemory } from "./port.ts";

export const formatVersion = 1;
export const headerBytes = 24;
export const groupHeaderBytes = 12;
/** Bytes from the start of a block that are zero once it is dead. */
export const deadHeaderBytes = 4;
export const linesHeaderBytes = 5;
export const lineEntryBytes = 8;
export const movedEntryBytes = 12;
export const keepStatesMax = 64;
export const deviceBytesMax = 128;
export const labelBytesMax = 64;
/** No transaction has this number: numbers above it are used up. */
export const transactionMax = 0xffff_fff0;

const magic = 0x524f_4d44;
const layoutTwoEnded = 1;
const commitFlag = 1;

export const itemKind = {
  lines: 1,
  moved: 2,
  skip: 3,
  drop: 4,
  process: 5,
  device: 6,
  fences: 7,
  label: 8,
} as const;

/** What a store needs to know of its memory, derived once. */
export interface Geometry {
  readonly blockBytes: number;
  readonly blockCount: number;
  readonly pageBytes: number;
  readonly lineBytes: number;
  readonly keepStates: number;
  /** A of the format: where groups may begin. */
  readonly recordAlign: number;
  /** A program of records is padded to a multiple of it: the program unit, or the page where it is programmed whole. */
  readonly programUnit: number;
  /** Most line slots that a block can have beside one group. */
  readonly slotsPerBlock: number;
  /** Whether a record can be made to die by programming zeros over it. */
  readonly canKill: boolean;
}

/** Bytes of the smallest first group that names one line, header included. */
const smallestRecords = headerBytes + groupHeaderBytes + linesHeaderBytes + movedEntryBytes;

export function geometryOf(memory: StoreMemory, lineBytes: number, keepStates: number): Geometry {
  const recordAlign = recordAlignOf(memory);
  const recordFloor = alignUp(smallestRecords, recordAlign);
  return {
    blockBytes: memory.eraseBlockBytes,
    blockCount: memory.eraseBlockCount,
    pageBytes: memory.programPageBytes,
    lineBytes,
    keepStates,
    recordAlign,
    programUnit: memory.subPagePrograms ? memory.programUnitBytes : memory.programPageBytes,
    slotsPerBlock: Math.floor((memory.eraseBlockBytes - recordFloor) / lineBytes),
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
  const block = Math.floor(slot / geometry.slotsPerBlock);
  const index = slot - block * geometry.slotsPerBlock;
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
  /** Seed of the CRCs of the block's groups. */
  readonly crc: number;
}

/** Writes a header at the start of `into` and returns its CRC. */
export function encodeHeader(
  into: Uint8Array,
  geometry: Geometry,
  fields: { readonly block: number; readonly eraseCount: number; readonly openedBy: number },
): number {
  writeUint32(into, 0, magic);
  into[4] = formatVersion;
  into[5] = layoutTwoEnded;
  into[6] = Math.log2(geometry.recordAlign);
  into[7] = geometry.keepStates;
  writeUint16(into, 8, geometry.lineBytes / 256);
  writeUint16(into, 10, 0);
  writeUint32(into, 12, fields.eraseCount);
  writeUint32(into, 16, fields.openedBy);
  const crc = crc32(into.subarray(0, 20), fields.block);
  writeUint32(into, 20, crc);
  return crc;
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
  if (word !== magic) return "garbage";
  if (trustChecksum && crc !== crc32(bytes.subarray(0, 20), block)) return "garbage";
  return {
    version: bytes[4],
    layout: bytes[5],
    recordShift: bytes[6],
    keepStates: bytes[7],
    lineBytes: readUint16(bytes, 8) * 256,
    eraseCount: readUint32(bytes, 12),
    openedBy: readUint32(bytes, 16),
    crc,
  };
}

/** Whether this program can read what the header announces; the reason where it cannot. */
export function headerProblem(header: BlockHeader, memory: StoreMemory): string | undefined {
  if (header.version !== formatVersion) {
    return `the store has format version ${header.version}, this program reads version ${formatVersion}`;
  }
  if (header.layout !== layoutTwoEnded) return `the store has layout ${header.layout}, unknown here`;
  if (header.recordShift !== Math.log2(recordAlignOf(memory))) {
    return `records are aligned to 2^${header.recordShift}, this chip needs ${recordAlignOf(memory)}`;
  }
  if (header.keepStates < 1 || header.keepStates > keepStatesMax) {
    return `keepStates is ${header.keepStates}`;
  }
  return lineBytesProblem(memory, header.lineBytes);
}

export function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (bytes[index] !== 0xff) return false;
  return true;
}

/** Closes a group whose items already stand at `start + groupHeaderBytes`; `length` includes the header. */
export function sealGroup(
  bytes: Uint8Array,
  group: {
    readonly start: number;
    readonly length: number;
    readonly transaction: number;
    readonly isCommit: boolean;
    readonly headerCrc: number;
  },
): void {
  const { start, length } = group;
  writeUint32(bytes, start + 4, group.transaction);
  writeUint16(bytes, start + 8, length);
  bytes[start + 10] = group.isCommit ? commitFlag : 0;
  bytes[start + 11] = 0;
  writeUint32(bytes, start, crc32(bytes.subarray(start + 4, start + length), group.headerCrc));
}

export interface GroupHeader {
  readonly transaction: number;
  readonly length: number;
  readonly isCommit: boolean;
}

/**
 * What stands at `start`. `bytes` holds the records of a block from its first byte to at least the end of the group
 * header; `load(end)` makes them reach `end` and says whether the block is that long.
 */
export function decodeGroup(
  bytes: Uint8Array,
  start: number,
  headerCrc: number,
  trustChecksum: boolean,
): GroupHeader | "blank" | "dead" | "torn" {
  if (isBlank(bytes, start, start + groupHeaderBytes)) return "blank";
  let bits = 0;
  for (let index = 0; index < groupHeaderBytes; index++) bits |= bytes[start + index];
  if (bits === 0) return "dead";
  const length = readUint16(bytes, start + 8);
  if (length < groupHeaderBytes || start + length > bytes.length) return "torn";
  if (
    trustChecksum &&
    readUint32(bytes, start) !== crc32(bytes.subarray(start + 4, start + length), headerCrc)
  ) {
    return "torn";
  }
  return {
    transaction: readUint32(bytes, start + 4),
    length,
    isCommit: (bytes[start + 10] & commitFlag) !== 0,
  };
}

/** Length field of the group at `start`, to know how much to load before it is decoded. */
export function groupLengthField(bytes: Uint8Array, start: number): number {
  return readUint16(bytes, start + 8);
}
