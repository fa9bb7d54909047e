import { assert } from "../base/index.ts";
import { type ClassArchive, openArchive, plainArchiveBytes } from "./archive.ts";
import type { ClassFile } from "./classfile/class-file.ts";
import { parseClassFile } from "./classfile/parse.ts";
import { KNOWN_FIELDS } from "./known-fields.ts";
import { SHARED_CONSTANTS_ENTRY, SharedConstants } from "./shared-constants.ts";

/**
 * The class library of a ROM, parsed when asked. A ROM never changes, so one library serves all machines of the host
 * program that run from the same bytes.
 */
export class RomLibrary {
  readonly classCount: number;
  private readonly archive: ClassArchive;
  private readonly indexes = new Map<string, number>();
  private readonly files: (ClassFile | undefined)[];
  private readonly offsets: Int32Array;
  private readonly constants: SharedConstants;

  constructor(archive: ClassArchive) {
    this.archive = archive;
    this.classCount = archive.classCount;
    this.files = new Array<ClassFile | undefined>(archive.classCount).fill(undefined);
    this.offsets = new Int32Array(archive.classCount);
    const shared = archive.find(SHARED_CONSTANTS_ENTRY);
    assert(shared !== undefined, "the ROM has no constants");
    this.constants = new SharedConstants(archive.classFile(shared));
  }

  /** -1 if the library has no such class. */
  indexOf(name: string): number {
    const known = this.indexes.get(name);
    if (known !== undefined) return known;
    const index = this.archive.find(name)?.index ?? -1;
    this.indexes.set(name, index);
    return index;
  }

  /**
   * What to add to an offset in the class file to have its place in the ROM, for all that lies behind the constant pool. The
   * constants are elsewhere: see `shared-constants.ts`.
   */
  offsetOf(index: number): number {
    this.file(index);
    return this.offsets[index];
  }

  /** All classes, parsed; module-info, which compilers want, is none. */
  *classFiles(): Iterable<ClassFile> {
    for (let index = 0; index < this.classCount; index++) {
      const { name } = this.archive.entry(index);
      if (name !== SHARED_CONSTANTS_ENTRY && name !== "module-info") yield this.file(index);
    }
  }

  file(index: number): ClassFile {
    const known = this.files[index];
    if (known !== undefined) return known;
    const entry = this.archive.entry(index);
    const { bytes, shift } = this.constants.expand(this.archive.classFile(entry));
    const result = parseClassFile(bytes, undefined, true);
    assert(result.kind === "class", `ROM class ${entry.name} is broken`);
    this.offsets[index] = entry.blobOffset - shift;
    this.files[index] = result.file;
    return result.file;
  }
}

const libraries = new WeakMap<Uint8Array, RomLibrary>();

/** Why these bytes are no class library that this machine can run from; undefined if they are one. */
export function romProblem(rom: Uint8Array): string | undefined {
  if (libraries.has(rom)) return undefined;
  const opening = openArchive(plainArchiveBytes(rom));
  if (opening.kind === "damaged") return `${opening.what}, ${opening.where}`;
  if (opening.archive.find(SHARED_CONSTANTS_ENTRY) === undefined)
    return "it is of an older format, without shared constants";
  return missingField(romLibrary(rom));
}

/** A library for another version of the machine lacks fields that this one counts on. */
function missingField(library: RomLibrary): string | undefined {
  for (const [className, name] of Object.values(KNOWN_FIELDS)) {
    const index = library.indexOf(className);
    const isThere = index >= 0 && library.file(index).fields.some((field) => field.name === name);
    if (!isThere) return `it is for another version of the machine: ${className} has no field ${name}`;
  }
  return undefined;
}

/** The library in these bytes; a failed assertion if they are no class archive. */
export function romLibrary(rom: Uint8Array): RomLibrary {
  const known = libraries.get(rom);
  if (known !== undefined) return known;
  const opening = openArchive(plainArchiveBytes(rom));
  assert(opening.kind === "archive", "the ROM is not a class archive");
  const library = new RomLibrary(opening.archive);
  libraries.set(rom, library);
  return library;
}
