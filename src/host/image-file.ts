import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { inflateRawSync } from "node:zlib";
import { assert, crc32 } from "../base/index.ts";
import { MemoryCarrier, definePart, geometryOf } from "../flash/index.ts";
import type { Carrier, Part } from "../flash/index.ts";
import { ImageCarrier } from "./image-carrier.ts";
import type { WriteAt } from "./image-carrier.ts";
import { ImageError, damaged, fileSystemError, notPermitted } from "./image-error.ts";
import {
  decodeHeader,
  encodeHeader,
  hasMagic,
  headerBytes,
  imageVersion,
  isHeaderFault,
  layOut,
  readTableEntry,
  slotOffset,
  tableEntryBytes,
  writeTableEntry,
} from "./image-format.ts";
import type { ImageHeader, Section, TableEntry } from "./image-format.ts";
import { lockImage } from "./lock.ts";
import type { ImageLock } from "./lock.ts";
import { fflate } from "./on-demand.ts";

/** Whatever the board needs to boot the image; any JSON object. */
export type ImageManifest = Readonly<Record<string, unknown>>;

export interface ImageContents {
  readonly part: Part;
  readonly manifest: ImageManifest;
  /** The class library's ROM; may be empty. */
  readonly rom: Uint8Array;
  /** The chip as it is to be in the file; a new one, all ones, if absent. */
  readonly chip?: Carrier;
}

/** What is where in an image file, as it was opened; docs/image-file.md has the words. */
export interface ImageLayout {
  readonly formatVersion: number;
  readonly fileBytes: number;
  readonly manifestBytes: number;
  readonly romBytes: number;
  readonly romStoredBytes: number;
  readonly tableOffset: number;
  readonly slotsOffset: number;
  readonly slotBytes: number;
  readonly slotCount: number;
  readonly touchedBlocks: number;
  readonly unstableBlocks: number;
}

/** An image that is open and locked. */
export interface OpenImage {
  readonly path: string;
  readonly part: Part;
  readonly manifest: ImageManifest;
  readonly rom: Uint8Array;
  readonly carrier: Carrier;
  readonly layout: ImageLayout;
  /** Flushes, unlocks and closes the file. Closing twice is harmless. */
  close(): void;
}

/** A ROM larger than this is no ROM of ours: a bound on what a header can make us allocate. */
const romBytesMax = 256 * 1024 * 1024;
const writeToFile: WriteAt = (fd, bytes, offset, length, position) =>
  writeSync(fd, bytes, offset, length, position);

/**
 * Makes an image file. It appears at `path` whole or not at all. A file that is there already is refused, or with
 * `replace` taken over, if it is an image that nobody has open. `write` is there for tests of a full disk.
 *
 * Throws `ImageError`; nothing is left behind then, and what was at `path` is as it was.
 */
export function createImage(
  path: string,
  contents: ImageContents,
  options: { readonly replace?: boolean; readonly write?: WriteAt } = {},
): void {
  requireFolder(path);
  const old = existsSync(path) ? lockForReplacement(path, options.replace === true) : undefined;
  const newPath = `${path}.new-${process.pid}`;
  try {
    writeNewFile(newPath, imageBytes(contents), options.write ?? writeToFile);
    moveIntoPlace(newPath, path, old !== undefined);
  } catch (error) {
    if (existsSync(newPath)) unlinkSync(newPath);
    throw fileSystemError(error, path);
  } finally {
    old?.close();
  }
}

function requireFolder(path: string): void {
  if (path !== "" && existsSync(dirname(path))) return;
  throw new ImageError(
    "no-folder",
    "there is no folder for the image",
    path,
    "make the folder, or name another one",
  );
}

/**
 * Opens an image and locks it. With `readOnly` the file is never written: what is done to the chip stays in memory
 * and goes with it; the file must not be in use all the same. `write` is there for tests.
 *
 * Throws `ImageError`, the file as it was: when the file is missing, no image, of another version, damaged, in use
 * by another emulator, or read-only while `readOnly` is not asked for.
 */
export function openImage(
  path: string,
  options: { readonly readOnly?: boolean; readonly write?: WriteAt } = {},
): OpenImage {
  const readOnly = options.readOnly === true;
  const { fd, lock } = openLocked(path, readOnly);
  const release = (): void => {
    lock.release();
    closeSync(fd);
  };
  try {
    return readImage(path, fd, readOnly ? null : (options.write ?? writeToFile), release);
  } catch (error) {
    release();
    throw fileSystemError(error, path);
  }
}

function openLocked(path: string, readOnly: boolean): { fd: number; lock: ImageLock } {
  let fd = -1;
  try {
    const stat = statSync(path);
    if (!stat.isFile())
      throw notAnImage(path, stat.isDirectory() ? "this is a folder" : "this is no regular file");
    // Root may write what is marked read-only; the mark is meant all the same.
    if (!readOnly && (stat.mode & 0o222) === 0) throw notPermitted(path);
    fd = openSync(path, readOnly ? "r" : "r+");
    return { fd, lock: lockImage(path, fd, readOnly ? "read" : "write") };
  } catch (error) {
    if (fd !== -1) closeSync(fd);
    throw fileSystemError(error, path);
  }
}

function readImage(path: string, fd: number, write: WriteAt | null, release: () => void): OpenImage {
  const fileBytes = fstatSync(fd).size;
  const header = decodeHeader(readAt(fd, 0, Math.min(fileBytes, headerBytes)), fileBytes);
  if (isHeaderFault(header)) {
    if (header.kind === "damaged") throw damaged(path, header.what, header.offset);
    if (header.kind === "not-an-image") throw notAnImage(path, header.what);
    const whatToDo = "use the Dormouse that made it, or build the image anew with dormouse image build";
    throw new ImageError("other-version", header.what, path, whatToDo);
  }
  const part = readPart(path, fd, header);
  const manifest = parseObject(
    path,
    "manifest",
    header.manifest,
    readSection(path, fd, "manifest", header.manifest),
  );
  const rom = readRom(path, fd, header);
  const slotCount = Math.max(0, Math.floor((fileBytes - header.slotsOffset) / header.slotBytes));
  const entries = readTable(path, fd, header, slotCount);
  const carrier = new ImageCarrier({ path, fd, header, write, slotCount }, entries);
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    carrier.close();
    try {
      if (write !== null) fsyncSync(fd);
    } finally {
      release();
    }
  };
  const layout: ImageLayout = {
    formatVersion: imageVersion,
    fileBytes,
    manifestBytes: header.manifest.bytes,
    romBytes: header.romInflatedBytes,
    romStoredBytes: header.rom.bytes,
    tableOffset: header.tableOffset,
    slotsOffset: header.slotsOffset,
    slotBytes: header.slotBytes,
    slotCount,
    touchedBlocks: entries.filter((entry) => entry.cellSlot !== 0).length,
    unstableBlocks: entries.filter((entry) => entry.unstableSlot !== 0).length,
  };
  return { path, part, manifest, rom, carrier, layout, close };
}

function readPart(path: string, fd: number, header: ImageHeader): Part {
  const fields = parseObject(path, "part", header.part, readSection(path, fd, "part", header.part));
  let part: Part;
  try {
    part = definePart(fields as unknown as Part);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw damaged(path, `the part in the image cannot be (${reason})`, header.part.offset);
  }
  const { cellBlockBytes, blockCount } = geometryOf(part);
  const fits = cellBlockBytes === header.blockBytes && blockCount <= header.blockCount;
  if (!fits) throw damaged(path, "the part in the image does not fit its header", header.part.offset);
  return part;
}

function readRom(path: string, fd: number, header: ImageHeader): Uint8Array {
  const deflated = readSection(path, fd, "ROM", header.rom);
  let rom: Uint8Array | undefined;
  try {
    if (header.romInflatedBytes <= romBytesMax) {
      rom = new Uint8Array(inflateRawSync(deflated, { maxOutputLength: romBytesMax }));
    }
  } catch {
    // Told below: there is no ROM then.
  }
  if (rom?.length !== header.romInflatedBytes) {
    throw damaged(path, "the ROM in the image does not unpack", header.rom.offset);
  }
  return rom;
}

function readTable(path: string, fd: number, header: ImageHeader, slotCount: number): readonly TableEntry[] {
  const table = readAt(fd, header.tableOffset, header.blockCount * tableEntryBytes);
  const usedSlots = new Set<number>();
  return Array.from({ length: header.blockCount }, (_, blockIndex) => {
    const at = blockIndex * tableEntryBytes;
    const entry = readTableEntry(table, at, blockIndex);
    if (entry === undefined) {
      const what = `the table entry of erase block ${blockIndex} fails its checksum`;
      throw damaged(path, what, header.tableOffset + at);
    }
    for (const slot of [entry.cellSlot, entry.unstableSlot]) {
      if (slot > slotCount) {
        throw damaged(
          path,
          `the image is cut short before erase block ${blockIndex}`,
          slotOffset(header, slot),
        );
      }
      if (usedSlots.has(slot)) {
        throw damaged(path, `erase block ${blockIndex} claims room of another`, header.tableOffset + at);
      }
      if (slot !== 0) usedSlots.add(slot);
    }
    return entry;
  });
}

function readSection(path: string, fd: number, name: string, section: Section): Uint8Array {
  const bytes = readAt(fd, section.offset, section.bytes);
  if (bytes.length === section.bytes && crc32(bytes) === section.crc) return bytes;
  throw damaged(path, `the ${name} in the image fails its checksum`, section.offset);
}

function parseObject(path: string, name: string, section: Section, bytes: Uint8Array): ImageManifest {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as ImageManifest;
  } catch {
    // Told below, with what is no object at all.
  }
  throw damaged(path, `the ${name} in the image is no JSON object`, section.offset);
}

/** `length` bytes from `position` on, fewer at the end of the file. */
function readAt(fd: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const got = readSync(fd, bytes, done, length - done, position + done);
    if (got === 0) break;
    done += got;
  }
  return bytes.subarray(0, done);
}

/** Pieces of a new file and where they go, in ascending order. */
type Pieces = readonly { readonly offset: number; readonly bytes: Uint8Array }[];

function imageBytes(contents: ImageContents): Pieces {
  const { part, rom } = contents;
  const chip = contents.chip ?? MemoryCarrier.forPart(part);
  const { cellBlockBytes, blockCount } = geometryOf(part);
  assert(chip.blockBytes === cellBlockBytes, "the chip is one of the part");
  assert(chip.blockCount >= blockCount, "the chip has the size of the part");
  const sections = {
    part: new TextEncoder().encode(JSON.stringify(part)),
    manifest: new TextEncoder().encode(JSON.stringify(contents.manifest)),
    rom: fflate().deflateSync(rom, { level: 9 }),
  };
  const header = layOut(chip, sections, rom.length);
  const table = new Uint8Array(chip.blockCount * tableEntryBytes);
  const slots: Uint8Array[] = [];
  const place = (bytes: Uint8Array | null): number => (bytes === null ? 0 : slots.push(bytes));
  for (let blockIndex = 0; blockIndex < chip.blockCount; blockIndex++) {
    const cells = chip.cellsOf(blockIndex);
    const cellSlot = place(cells?.every((byte) => byte === 0xff) === true ? null : cells);
    const unstableSlot = place(chip.unstableOf(blockIndex));
    const entry = { cellSlot, eraseCount: chip.eraseCount(blockIndex), unstableSlot };
    writeTableEntry(table, blockIndex * tableEntryBytes, blockIndex, entry);
  }
  return [
    { offset: 0, bytes: encodeHeader(header) },
    { offset: header.part.offset, bytes: sections.part },
    { offset: header.manifest.offset, bytes: sections.manifest },
    { offset: header.rom.offset, bytes: sections.rom },
    { offset: header.tableOffset, bytes: table },
    ...slots.map((cells, index) => {
      const bytes = new Uint8Array(header.slotBytes);
      bytes.set(cells);
      return { offset: slotOffset(header, index + 1), bytes };
    }),
  ];
}

function writeNewFile(newPath: string, pieces: Pieces, write: WriteAt): void {
  const fd = openSync(newPath, "wx", 0o644);
  try {
    for (const { offset, bytes } of pieces) {
      for (let done = 0; done < bytes.length;) {
        done += write(fd, bytes, done, bytes.length - done, offset + done);
      }
    }
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** A link refuses to replace; where the file system has no links a rename must do. */
function moveIntoPlace(newPath: string, path: string, replace: boolean): void {
  if (replace) {
    renameSync(newPath, path);
    return;
  }
  try {
    linkSync(newPath, path);
    unlinkSync(newPath);
  } catch (error) {
    if (existsSync(path)) throw alreadyThere(path, "name another file, or remove this one");
    if (!existsSync(newPath)) throw error;
    renameSync(newPath, path);
  }
}

/** The image that a new one is to replace, locked so that no emulator loses its chip. */
function lockForReplacement(path: string, replace: boolean): { close(): void } {
  if (!replace) throw alreadyThere(path, "name another file, or remove this one");
  const { fd, lock } = openLocked(path, false);
  const close = (): void => {
    lock.release();
    closeSync(fd);
  };
  if (hasMagic(readAt(fd, 0, headerBytes))) return { close };
  close();
  throw alreadyThere(path, "it is no image and is not replaced: name another file, or remove this one");
}

function alreadyThere(path: string, whatToDo: string): ImageError {
  return new ImageError("exists", "the file is there already", path, whatToDo);
}

function notAnImage(path: string, what: string): ImageError {
  return new ImageError("not-an-image", what, path, "name an image, or build one with dormouse image build");
}
