/**
 * The code twin of docs/image-file.md: where which byte of an image file is. Nothing here touches a file.
 */
import { crc32, readUint32, writeUint32 } from "../base/index.ts";

export const imageVersion = 1;
export const headerBytes = 4096;
export const tableEntryBytes = 16;
/** Slots start and end at multiples of this, so that no single write of the chip crosses a page of the host. */
export const slotAlignmentBytes = 4096;

const magic = Uint8Array.from("DORMOUSE", (letter) => letter.charCodeAt(0));
const versionOffset = 8;
const headerCrcOffset = 12;
const geometryOffset = 16;
const partOffset = 32;
const manifestOffset = 48;
const romOffset = 64;
const tableOffset = 80;
const slotsOffset = 96;
const usedHeaderBytes = 100;

/** A run of bytes of the file and their CRC-32C. */
export interface Section {
  readonly offset: number;
  readonly bytes: number;
  readonly crc: number;
}

export interface ImageHeader {
  readonly blockBytes: number;
  readonly blockCount: number;
  readonly slotBytes: number;
  readonly part: Section;
  readonly manifest: Section;
  /** The deflated ROM. */
  readonly rom: Section;
  readonly romInflatedBytes: number;
  readonly tableOffset: number;
  readonly slotsOffset: number;
}

/** The state of one erase block. Slots count from 1; 0 is none. */
export interface TableEntry {
  readonly cellSlot: number;
  readonly eraseCount: number;
  readonly unstableSlot: number;
}

/** What is wrong with a header, and at which byte of the file. */
export interface HeaderFault {
  readonly kind: "not-an-image" | "other-version" | "damaged";
  readonly what: string;
  readonly offset: number;
}

export function slotBytesFor(blockBytes: number): number {
  return alignUp(blockBytes, slotAlignmentBytes);
}

/** Lays out a file: sections one behind the other, then the table, then slots. */
export function layOut(
  geometry: { readonly blockBytes: number; readonly blockCount: number },
  contents: { readonly part: Uint8Array; readonly manifest: Uint8Array; readonly rom: Uint8Array },
  romInflatedBytes: number,
): ImageHeader {
  const sectionAt = (offset: number, bytes: Uint8Array): Section => ({
    offset,
    bytes: bytes.length,
    crc: crc32(bytes),
  });
  const part = sectionAt(headerBytes, contents.part);
  const manifest = sectionAt(alignUp(part.offset + part.bytes, 16), contents.manifest);
  const rom = sectionAt(alignUp(manifest.offset + manifest.bytes, 16), contents.rom);
  const table = alignUp(rom.offset + rom.bytes, 16);
  return {
    ...geometry,
    slotBytes: slotBytesFor(geometry.blockBytes),
    part,
    manifest,
    rom,
    romInflatedBytes,
    tableOffset: table,
    slotsOffset: alignUp(table + geometry.blockCount * tableEntryBytes, slotAlignmentBytes),
  };
}

export function encodeHeader(header: ImageHeader): Uint8Array {
  const bytes = new Uint8Array(headerBytes);
  bytes.set(magic);
  writeUint32(bytes, versionOffset, imageVersion);
  writeUint32(bytes, geometryOffset, header.blockBytes);
  writeUint32(bytes, geometryOffset + 4, header.blockCount);
  writeUint32(bytes, geometryOffset + 8, header.slotBytes);
  writeSection(bytes, partOffset, header.part);
  writeSection(bytes, manifestOffset, header.manifest);
  writeSection(bytes, romOffset, header.rom);
  writeUint32(bytes, romOffset + 12, header.romInflatedBytes);
  writeUint32(bytes, tableOffset, header.tableOffset);
  writeUint32(bytes, tableOffset + 4, header.blockCount * tableEntryBytes);
  writeUint32(bytes, slotsOffset, header.slotsOffset);
  writeUint32(bytes, headerCrcOffset, crc32(bytes));
  return bytes;
}

/** Whether a file that begins with these bytes calls itself an image, sound or not. */
export function hasMagic(bytes: Uint8Array): boolean {
  return bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte);
}

/**
 * Reads the header from the first `headerBytes` of a file, or fewer where the file is shorter. The magic is checked
 * first, then the CRC, then the version: magic, version and CRC keep their places in every version.
 */
export function decodeHeader(bytes: Uint8Array, fileBytes: number): ImageHeader | HeaderFault {
  if (bytes.length === 0) return { kind: "not-an-image", what: "the file is empty", offset: 0 };
  const begun = magic.subarray(0, Math.min(bytes.length, magic.length));
  if (!begun.every((byte, index) => bytes[index] === byte)) {
    return { kind: "not-an-image", what: "the file is no Dormouse image", offset: 0 };
  }
  if (bytes.length < headerBytes) {
    return { kind: "damaged", what: "the image is cut short inside its header", offset: bytes.length };
  }
  const unsigned = new Uint8Array(bytes.subarray(0, headerBytes));
  writeUint32(unsigned, headerCrcOffset, 0);
  if (crc32(unsigned) !== readUint32(bytes, headerCrcOffset)) {
    return { kind: "damaged", what: "the header of the image fails its checksum", offset: headerCrcOffset };
  }
  const version = readUint32(bytes, versionOffset);
  if (version !== imageVersion) {
    const what = `the image has format version ${version}, this Dormouse reads version ${imageVersion}`;
    return { kind: "other-version", what, offset: versionOffset };
  }
  return checkedHeader(bytes, fileBytes);
}

export function isHeaderFault(result: ImageHeader | HeaderFault): result is HeaderFault {
  return "kind" in result;
}

export function encodeTableEntry(blockIndex: number, entry: TableEntry): Uint8Array {
  const bytes = new Uint8Array(tableEntryBytes);
  writeTableEntry(bytes, 0, blockIndex, entry);
  return bytes;
}

export function writeTableEntry(
  table: Uint8Array,
  offset: number,
  blockIndex: number,
  entry: TableEntry,
): void {
  writeUint32(table, offset, entry.cellSlot);
  writeUint32(table, offset + 4, entry.eraseCount);
  writeUint32(table, offset + 8, entry.unstableSlot);
  writeUint32(table, offset + 12, entryCrc(table, offset, blockIndex));
}

/** Undefined where the entry fails its CRC. */
export function readTableEntry(
  table: Uint8Array,
  offset: number,
  blockIndex: number,
): TableEntry | undefined {
  if (readUint32(table, offset + 12) !== entryCrc(table, offset, blockIndex)) return undefined;
  return {
    cellSlot: readUint32(table, offset),
    eraseCount: readUint32(table, offset + 4),
    unstableSlot: readUint32(table, offset + 8),
  };
}

export function slotOffset(header: ImageHeader, slot: number): number {
  return header.slotsOffset + (slot - 1) * header.slotBytes;
}

const indexField = new Uint8Array(4);

/** Over the block index too: an entry in another block's place is no entry. */
function entryCrc(table: Uint8Array, offset: number, blockIndex: number): number {
  writeUint32(indexField, 0, blockIndex);
  return crc32(table.subarray(offset, offset + 12), crc32(indexField));
}

function checkedHeader(bytes: Uint8Array, fileBytes: number): ImageHeader | HeaderFault {
  const header: ImageHeader = {
    blockBytes: readUint32(bytes, geometryOffset),
    blockCount: readUint32(bytes, geometryOffset + 4),
    slotBytes: readUint32(bytes, geometryOffset + 8),
    part: readSection(bytes, partOffset),
    manifest: readSection(bytes, manifestOffset),
    rom: readSection(bytes, romOffset),
    romInflatedBytes: readUint32(bytes, romOffset + 12),
    tableOffset: readUint32(bytes, tableOffset),
    slotsOffset: readUint32(bytes, slotsOffset),
  };
  const tableBytes = readUint32(bytes, tableOffset + 4);
  const { part, manifest, rom } = header;
  const inOrder =
    part.offset >= headerBytes &&
    manifest.offset >= part.offset + part.bytes &&
    rom.offset >= manifest.offset + manifest.bytes &&
    header.tableOffset >= rom.offset + rom.bytes &&
    header.tableOffset % tableEntryBytes === 0 &&
    header.slotsOffset >= header.tableOffset + tableBytes &&
    header.slotsOffset % slotAlignmentBytes === 0;
  const sized =
    header.blockBytes > 0 &&
    header.slotBytes === slotBytesFor(header.blockBytes) &&
    tableBytes === header.blockCount * tableEntryBytes;
  if (!inOrder || !sized || bytes.subarray(usedHeaderBytes).some((byte) => byte !== 0)) {
    return { kind: "damaged", what: "the header of the image makes no sense", offset: geometryOffset };
  }
  if (fileBytes < header.tableOffset + tableBytes) {
    return { kind: "damaged", what: "the image is cut short before its blocks begin", offset: fileBytes };
  }
  return header;
}

function writeSection(bytes: Uint8Array, at: number, section: Section): void {
  writeUint32(bytes, at, section.offset);
  writeUint32(bytes, at + 4, section.bytes);
  writeUint32(bytes, at + 8, section.crc);
}

function readSection(bytes: Uint8Array, at: number): Section {
  return { offset: readUint32(bytes, at), bytes: readUint32(bytes, at + 4), crc: readUint32(bytes, at + 8) };
}

function alignUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}
