/**
 * A program as it lies on a chip before and while its process runs: a class archive with a launch record, the lines of a number of its own
 * in the store. The process copies from it into its CODE section what it loads.
 */
import { EXIT, UserError, formatBytes } from "../base/index.ts";
import type { LineSource } from "../heap/index.ts";
import type { ProcessCommit, Store } from "../store/index.ts";
import { openArchive, writeArchive } from "../vm/index.ts";
import type { ArchiveBytes, ClassArchive } from "../vm/index.ts";

/** Name of the archive entry that says what to run. No class can have it. */
const LAUNCH_ENTRY = "META-INF/launch";
/** The program of process P is stored under the number P + this. */
const PROGRAM_NUMBERS = 0x8000;

export interface Launch {
  readonly mainClass: string;
  readonly arguments: readonly string[];
  /** System properties: key, value, key, value. */
  readonly properties?: readonly string[];
  /** Where assertions are on, in the words of `java`: `-ea`, `-da:some.Class`, `-ea:some.package...`; the last that fits counts. */
  readonly assertions?: readonly string[];
  /** How often the program was updated on the device: `versionOf`. */
  readonly version?: number;
}

/** States remember the version that they belong to. */
export function versionOf({ version }: Launch): number {
  return version ?? 0;
}

export interface Program {
  /** Binary names with slashes → class file bytes. */
  readonly classes: ReadonlyMap<string, Uint8Array>;
  readonly launch: Launch;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Whether a number of the store is a program's, not a process's. */
export function isProgram(number: number): boolean {
  return number >= PROGRAM_NUMBERS;
}

/** The number under which the store holds the program of `process`. */
export function programNumber(process: number): number {
  return PROGRAM_NUMBERS + process;
}

/** Commits the program of `process`. Throws `UserError` if the flash is too small for it. */
export function installProgram(store: Store, process: number, program: Program): void {
  const result = store.commit({ processes: [programCommit(store, process, program)] });
  if (result.kind !== "committed") throw flashFull(`installing ${program.launch.mainClass}`, store);
}

/** The lines of the program, to be committed by themselves or with others. */
export function programCommit(store: Store, process: number, program: Program): ProcessCommit {
  const bytes = programBytes(program);
  const lineCount = Math.ceil(bytes.length / store.lineBytes);
  const lines = Array.from({ length: lineCount }, (_, line) => {
    const piece = new Uint8Array(store.lineBytes);
    piece.set(bytes.subarray(line * store.lineBytes, (line + 1) * store.lineBytes));
    return { line, bytes: piece };
  });
  return { process: programNumber(process), lines, lineCount, drops: [] };
}

function programBytes(program: Program): Uint8Array {
  const entries = [...program.classes].map(([name, bytes]) => ({ name, bytes }));
  entries.push({ name: LAUNCH_ENTRY, bytes: encoder.encode(JSON.stringify(program.launch)) });
  return writeArchive(entries);
}

/** The program of a process, read from the store entry by entry. */
export class StoredProgram {
  readonly #archive: ClassArchive;
  readonly #process: number;

  /** Throws `UserError` if the store holds no program for `process`. */
  constructor(store: Store, process: number) {
    const opening = openArchive(storedBytes(store, programNumber(process)));
    if (opening.kind === "damaged") throw noProgram(process, `${opening.what}, ${opening.where}`);
    this.#archive = opening.archive;
    this.#process = process;
  }

  get launch(): Launch {
    const bytes = this.find(LAUNCH_ENTRY);
    if (bytes === undefined) throw noProgram(this.#process, "no launch record");
    return JSON.parse(decoder.decode(bytes)) as Launch;
  }

  /** All of it, as `installProgram` takes it. */
  get program(): Program {
    const classes = new Map<string, Uint8Array>();
    for (let index = 0; index < this.#archive.classCount; index++) {
      const entry = this.#archive.entry(index);
      if (entry.name !== LAUNCH_ENTRY) classes.set(entry.name, this.#archive.classFile(entry));
    }
    return { classes, launch: this.launch };
  }

  /** Class file by binary name with slashes. */
  find(name: string): Uint8Array | undefined {
    const entry = this.#archive.find(name);
    return entry === undefined ? undefined : this.#archive.classFile(entry);
  }
}

function* linesOver(offset: number, byteCount: number, lineBytes: number): Iterable<number> {
  const last = Math.floor((offset + byteCount - 1) / lineBytes);
  for (let line = Math.floor(offset / lineBytes); line <= last; line++) yield line;
}

function storedBytes(store: Store, number: number): ArchiveBytes {
  const { lineBytes } = store;
  const line = new Uint8Array(lineBytes);
  const lineCount = [...store.lineNumbers(number)].length;
  let held = -1;
  const hold = (wanted: number): Uint8Array => {
    if (held !== wanted) {
      line.fill(0);
      store.read(number, wanted, line);
      held = wanted;
    }
    return line;
  };
  return {
    byteLength: lineCount * lineBytes,
    readByte: (offset) => hold(Math.floor(offset / lineBytes))[offset % lineBytes] as number,
    copyOut: (offset, byteCount) => {
      const bytes = new Uint8Array(byteCount);
      store.fetch(number, linesOver(offset, byteCount, lineBytes));
      for (let done = 0; done < byteCount;) {
        const at = (offset + done) % lineBytes;
        const piece = hold(Math.floor((offset + done) / lineBytes)).subarray(at, at + byteCount - done);
        bytes.set(piece, done);
        done += piece.length;
      }
      return bytes;
    },
  };
}

function noProgram(process: number, why: string): UserError {
  return new UserError({
    what: `the image holds no program that can be started (${why})`,
    where: `process ${process}`,
    whatToDo: "build it again with `dormouse image build`",
    exitStatus: EXIT.badInput,
  });
}

/** The error for a store that cannot take a commit; names the next larger size of a chip. */
export function flashFull(where: string, store: Store): UserError {
  const nextBytes = 2 ** (1 + Math.ceil(Math.log2(store.capacityLines * store.lineBytes + 32768)));
  return new UserError({
    what: "the flash chip is full: nothing was committed, the last checkpoint stays",
    where,
    whatToDo: `give --flash ${formatBytes(nextBytes)} or a profile with a larger part, or a program with a smaller live heap`,
    exitStatus: EXIT.cannotCreate,
  });
}

/** The lines of one process as its heap reads them. */
export function lineSource(store: Store, process: number): LineSource {
  return { lineBytes: store.lineBytes, read: (line, into) => store.read(process, line, into) };
}
