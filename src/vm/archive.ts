/**
 * The class archive: many class files in one run of bytes, found by name. The ROM of the class library is one, and
 * so is what an application brings into the CODE section of its heap. All numbers are little-endian; offsets count
 * from the archive's first byte.
 *
 *      0  magic "DMCA"          16  directory offset
 *      4  version (1)           20  names offset
 *      8  class count           24  blobs offset
 *     12  archive bytes         28  CRC-32C of all bytes from 32 on
 *     32  directory: one entry of 16 bytes per class, in ascending order of the name's bytes:
 *         name offset, name bytes, blob offset, blob bytes
 *      .  names: modified UTF-8 as in the class file, internal form ("java/lang/Object"), no terminator
 *      .  blobs: the class files, each on a boundary of 8 bytes, in the order of the directory
 *
 * The archive's length is a multiple of 8, so archives can lie one behind the other. The class index of a class is
 * its place in the directory. The same classes always make the same bytes.
 */
import { assert, crc32, readUint32, writeUint32 } from "../base/index.ts";

const magic = 0x41434d44;
const formatVersion = 1;
const headerBytes = 32;
const entryBytes = 16;
const blobAlignment = 8;

/** Where an archive's bytes are: plain bytes, or lines of a heap that become resident when they are read. */
export interface ArchiveBytes {
  readonly byteLength: number;
  readByte(offset: number): number;
  /** A copy of the bytes from `offset` on. */
  copyOut(offset: number, byteCount: number): Uint8Array;
}

export interface ArchiveClass {
  /** Internal form: "java/lang/Object". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One class of an archive: its name and where its class file lies in the archive. */
export interface ArchiveEntry {
  readonly index: number;
  readonly name: string;
  readonly blobOffset: number;
  readonly blobBytes: number;
}

export type ArchiveOpening =
  | { readonly kind: "archive"; readonly archive: ClassArchive }
  | { readonly kind: "damaged"; readonly what: string; readonly where: string };

/** A reader; it holds nothing but what the header says, and reads all else where the archive lies. */
export class ClassArchive {
  readonly #source: ArchiveBytes;
  readonly #directoryOffset: number;
  readonly classCount: number;
  readonly archiveBytes: number;

  constructor(source: ArchiveBytes, header: ArchiveHeader) {
    this.#source = source;
    this.#directoryOffset = header.directoryOffset;
    this.classCount = header.classCount;
    this.archiveBytes = header.archiveBytes;
  }

  entry(index: number): ArchiveEntry {
    assert(index >= 0 && index < this.classCount, `class index ${index} of ${this.classCount}`);
    return {
      index,
      name: decodeModifiedUtf8(this.#nameBytes(index)),
      blobOffset: this.#directoryWord(index, 2),
      blobBytes: this.#directoryWord(index, 3),
    };
  }

  /** The class of that name (internal form), by binary search; undefined where the archive has none. */
  find(name: string): ArchiveEntry | undefined {
    const wanted = encodeModifiedUtf8(name);
    let low = 0;
    let high = this.classCount - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.#compareName(middle, wanted);
      if (order === 0) return this.entry(middle);
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  /** A copy of a class file. */
  classFile(entry: ArchiveEntry): Uint8Array {
    return this.#source.copyOut(entry.blobOffset, entry.blobBytes);
  }

  #directoryWord(index: number, word: number): number {
    return sourceWord(this.#source, this.#directoryOffset + index * entryBytes + word * 4);
  }

  #nameBytes(index: number): Uint8Array {
    return this.#source.copyOut(this.#directoryWord(index, 0), this.#directoryWord(index, 1));
  }

  #compareName(index: number, wanted: Uint8Array): number {
    const nameOffset = this.#directoryWord(index, 0);
    const nameBytes = this.#directoryWord(index, 1);
    const common = Math.min(nameBytes, wanted.length);
    for (let at = 0; at < common; at++) {
      const difference = this.#source.readByte(nameOffset + at) - wanted[at];
      if (difference !== 0) return difference;
    }
    return nameBytes - wanted.length;
  }
}

/** An archive that lies in plain bytes (a ROM image). */
export function plainArchiveBytes(bytes: Uint8Array): ArchiveBytes {
  return {
    byteLength: bytes.length,
    readByte: (offset) => bytes[offset],
    copyOut: (offset, byteCount) => bytes.slice(offset, offset + byteCount),
  };
}

/** Reads the header only; `checkArchive` reads the rest. */
export function openArchive(source: ArchiveBytes): ArchiveOpening {
  if (source.byteLength < headerBytes) return damaged("shorter than the header of a class archive", "header");
  if (sourceWord(source, 0) !== magic) return damaged("not a class archive (magic)", "byte 0");
  const version = sourceWord(source, 4);
  if (version !== formatVersion) {
    return damaged(`class archive version ${version}, this build reads version ${formatVersion}`, "byte 4");
  }
  const header = readHeader(source);
  const directoryEnd = header.directoryOffset + header.classCount * entryBytes;
  if (header.archiveBytes > source.byteLength) return damaged("the archive is cut short", "byte 12");
  if (directoryEnd > header.archiveBytes) return damaged("the directory leaves the archive", "byte 8");
  return { kind: "archive", archive: new ClassArchive(source, header) };
}

/** Opens an archive in plain bytes and verifies its checksum and every entry of its directory. */
export function checkArchive(bytes: Uint8Array): ArchiveOpening {
  const opening = openArchive(plainArchiveBytes(bytes));
  if (opening.kind === "damaged") return opening;
  const { archive } = opening;
  if (crc32(bytes.subarray(headerBytes, archive.archiveBytes)) !== readUint32(bytes, 28)) {
    return damaged("checksum of the archive", "byte 28");
  }
  for (let index = 0; index < archive.classCount; index++) {
    const entry = archive.entry(index);
    if (entry.blobOffset + entry.blobBytes > archive.archiveBytes) {
      return damaged(`class ${entry.name} leaves the archive`, `directory entry ${index}`);
    }
  }
  return opening;
}

/** The archive of `classes` in any order; two classes of one name are a failed assertion. */
export function writeArchive(classes: readonly ArchiveClass[]): Uint8Array {
  const sorted = classes.map((one) => ({ name: encodeModifiedUtf8(one.name), bytes: one.bytes }));
  sorted.sort((left, right) => compareBytes(left.name, right.name));
  for (let index = 1; index < sorted.length; index++) {
    const twice = compareBytes(sorted[index - 1].name, sorted[index].name) === 0;
    assert(!twice, `two classes named ${decodeModifiedUtf8(sorted[index].name)}`);
  }
  const namesOffset = headerBytes + sorted.length * entryBytes;
  const nameBytes = sorted.reduce((sum, one) => sum + one.name.length, 0);
  const blobsOffset = align(namesOffset + nameBytes);
  const archiveBytes = sorted.reduce((end, one) => end + align(one.bytes.length), blobsOffset);
  const bytes = new Uint8Array(archiveBytes);
  let nameAt = namesOffset;
  let blobAt = blobsOffset;
  sorted.forEach((one, index) => {
    const fields = [nameAt, one.name.length, blobAt, one.bytes.length];
    fields.forEach((value, word) => writeUint32(bytes, headerBytes + index * entryBytes + word * 4, value));
    bytes.set(one.name, nameAt);
    bytes.set(one.bytes, blobAt);
    nameAt += one.name.length;
    blobAt += align(one.bytes.length);
  });
  const checksum = crc32(bytes.subarray(headerBytes));
  const header = [
    magic,
    formatVersion,
    sorted.length,
    archiveBytes,
    headerBytes,
    namesOffset,
    blobsOffset,
    checksum,
  ];
  header.forEach((value, word) => writeUint32(bytes, word * 4, value));
  return bytes;
}

interface ArchiveHeader {
  readonly classCount: number;
  readonly archiveBytes: number;
  readonly directoryOffset: number;
}

function readHeader(source: ArchiveBytes): ArchiveHeader {
  return {
    classCount: sourceWord(source, 8),
    archiveBytes: sourceWord(source, 12),
    directoryOffset: sourceWord(source, 16),
  };
}

function sourceWord(source: ArchiveBytes, offset: number): number {
  const low = source.readByte(offset) | (source.readByte(offset + 1) << 8);
  const high = source.readByte(offset + 2) | (source.readByte(offset + 3) << 8);
  return (low | (high << 16)) >>> 0;
}

function damaged(what: string, where: string): ArchiveOpening {
  return { kind: "damaged", what, where };
}

function align(byteCount: number): number {
  return Math.ceil(byteCount / blobAlignment) * blobAlignment;
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const common = Math.min(left.length, right.length);
  for (let at = 0; at < common; at++) if (left[at] !== right[at]) return left[at] - right[at];
  return left.length - right.length;
}

/** Modified UTF-8 of JVMS 4.4.7: NUL in two bytes, supplementary characters as two surrogates of three bytes each. */
export function encodeModifiedUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 1 && unit <= 0x7f) bytes.push(unit);
    else if (unit <= 0x7ff) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return Uint8Array.from(bytes);
}

/** The inverse of `encodeModifiedUtf8` for bytes that it made; malformed bytes give some text, never a failure. */
export function decodeModifiedUtf8(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at++];
    if (lead < 0x80) text += String.fromCharCode(lead);
    else if ((lead & 0xe0) === 0xc0) text += String.fromCharCode(((lead & 0x1f) << 6) | (bytes[at++] & 0x3f));
    else {
      const middle = bytes[at++] & 0x3f;
      text += String.fromCharCode(((lead & 0xf) << 12) | (middle << 6) | (bytes[at++] & 0x3f));
    }
  }
  return text;
}
