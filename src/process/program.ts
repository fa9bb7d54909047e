/**
 * A program as it lies in a store heap before its process begins: the class archive and the launch record, in the CODE section.
 */
import { UserError, EXIT } from "../base/index.ts";
import type { LineSource } from "../heap/index.ts";
import type { Store } from "../store/index.ts";
import { archiveBytes, writeArchive } from "../vm/index.ts";

/** Name of the archive entry that says what to run. No class can have it. */
export const LAUNCH_ENTRY = "META-INF/launch";

export interface Launch {
  readonly mainClass: string;
  readonly arguments: readonly string[];
}

export interface Program {
  /** Binary names with slashes → class file bytes. */
  readonly classes: ReadonlyMap<string, Uint8Array>;
  readonly launch: Launch;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The bytes that `installProgram` lays at the start of the CODE section. */
export function programBytes(program: Program): Uint8Array {
  const entries = new Map(program.classes);
  entries.set(LAUNCH_ENTRY, encoder.encode(JSON.stringify(program.launch)));
  return writeArchive(entries);
}

export function parseLaunch(bytes: Uint8Array): Launch {
  return JSON.parse(decoder.decode(bytes)) as Launch;
}

/** Where a program is installed to. `codeStart` is the address of the CODE section, `codeBytes` its size. */
export interface CodePlace {
  readonly process: number;
  readonly codeStart: number;
  readonly codeBytes: number;
}

/**
 * Commits the program's lines as the first state of process `place.process`. Half of CODE is left for classes that are made while the
 * program runs. Throws `UserError` if the program is too large for the profile or the flash.
 */
export function installProgram(store: Store, program: Program, place: CodePlace): void {
  installBytes(store, programBytes(program), place, program.launch.mainClass);
}

/** `installProgram` for bytes that `programBytes` or `readProgram` gave. */
export function installBytes(store: Store, bytes: Uint8Array, place: CodePlace, name = "program"): void {
  if (bytes.length > place.codeBytes) {
    throw new UserError({
      what: `the program's classes take ${bytes.length} bytes, the profile has room for ${place.codeBytes}`,
      where: name,
      whatToDo: "use a larger profile, or give a smaller class path",
      exitStatus: EXIT.config,
    });
  }
  const lines = codeLines(bytes, place.codeStart, store.lineBytes);
  const result = store.commit({
    processes: [{ process: place.process, lines, lineCount: lines.length, drops: [] }],
  });
  if (result.kind !== "committed") throw flashFull(`installing ${name}`);
}

/** The program of a process as `installBytes` takes it. Throws `UserError` if the store heap holds none. */
export function readProgram(store: Store, place: CodePlace): Uint8Array {
  const first = new Uint8Array(store.lineBytes);
  const firstLine = place.codeStart / store.lineBytes;
  const length = store.read(place.process, firstLine, first) ? archiveBytes(first) : undefined;
  if (length === undefined || length > place.codeBytes) throw noProgram(place.process);
  const bytes = new Uint8Array(Math.ceil(length / store.lineBytes) * store.lineBytes);
  for (let offset = 0; offset < length; offset += store.lineBytes) {
    const line = bytes.subarray(offset, offset + store.lineBytes);
    if (!store.read(place.process, firstLine + offset / store.lineBytes, line))
      throw noProgram(place.process);
  }
  return bytes.subarray(0, length);
}

/** The error for a process without a program. */
export function noProgram(process: number): UserError {
  return new UserError({
    what: "the image holds no program",
    where: `process ${process}`,
    whatToDo: "build it again with `dormouse image build`",
    exitStatus: EXIT.badInput,
  });
}

function codeLines(
  bytes: Uint8Array,
  start: number,
  lineBytes: number,
): { line: number; bytes: Uint8Array }[] {
  const lines = [];
  for (let offset = 0; offset < bytes.length; offset += lineBytes) {
    const line = new Uint8Array(lineBytes);
    line.set(bytes.subarray(offset, offset + lineBytes));
    lines.push({ line: (start + offset) / lineBytes, bytes: line });
  }
  return lines;
}

/** The error for a store that cannot take a commit. */
export function flashFull(where: string): UserError {
  return new UserError({
    what: "the flash chip is full: the checkpoint was not made, the last one stays",
    where,
    whatToDo: "use --flash or a profile with a larger part, or a program with a smaller live heap",
    exitStatus: EXIT.cannotCreate,
  });
}

/** The lines of one process as its heap reads them. */
export function lineSource(store: Store, process: number): LineSource {
  return { lineBytes: store.lineBytes, read: (line, into) => store.read(process, line, into) };
}
