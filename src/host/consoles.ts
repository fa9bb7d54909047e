import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { EXIT, UserError } from "../base/index.ts";
import type { ConsolePort } from "../process/index.ts";

/** A console whose outside is this process's standard output and error, and whose input is standard input. */
export class StandardConsole implements ConsolePort {
  readonly #input: InputFile | undefined;

  /** `hasInput`: whether standard input is this console's. */
  constructor(hasInput = true) {
    this.#input = hasInput ? new InputFile(0) : undefined;
  }

  write(channel: 1 | 2, bytes: Uint8Array): void {
    writeFully(channel, bytes);
  }

  acknowledged(): undefined {
    return undefined;
  }

  read(offset: number, max: number): Uint8Array | "end" | "wait" {
    return this.#input?.read(offset, max) ?? "end";
  }
}

/**
 * A console that appends channel 1 to a file. The file's length is the acknowledgement, so that output is exactly once even when the
 * emulator is killed between a commit and the release of its output.
 */
export class FileConsole implements ConsolePort {
  readonly #descriptor: number;
  readonly #input: InputFile | undefined;

  /** `hasInput`: whether standard input is this console's. */
  constructor(path: string, hasInput = true) {
    this.#descriptor = openConsoleFile(path);
    this.#input = hasInput ? new InputFile(0) : undefined;
  }

  write(channel: 1 | 2, bytes: Uint8Array): void {
    writeFully(channel === 1 ? this.#descriptor : 2, bytes);
  }

  acknowledged(channel: 1 | 2): number | undefined {
    return channel === 1 ? fstatSync(this.#descriptor).size : undefined;
  }

  read(offset: number, max: number): Uint8Array | "end" | "wait" {
    return this.#input?.read(offset, max) ?? "end";
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** A console in memory: what the lab looks at. */
export class MemoryConsole implements ConsolePort {
  readonly output: Uint8Array[] = [];
  readonly errors: Uint8Array[] = [];

  write(channel: 1 | 2, bytes: Uint8Array): void {
    (channel === 1 ? this.output : this.errors).push(bytes.slice());
  }

  acknowledged(): undefined {
    return undefined;
  }

  read(): "end" {
    return "end";
  }
}

function openConsoleFile(path: string): number {
  try {
    return openSync(path, "a");
  } catch (error) {
    throw new UserError({
      what: `the console file cannot be opened (${error instanceof Error ? error.message : String(error)})`,
      where: `--console ${path}`,
      whatToDo: "give a file that can be written",
      exitStatus: EXIT.cannotCreate,
    });
  }
}

/** Input that can be read again from any offset, since a power cut takes back what was consumed after the last checkpoint. */
class InputFile {
  readonly #descriptor: number;
  #kept = new Uint8Array(0);
  #ended = false;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  read(offset: number, max: number): Uint8Array | "end" | "wait" {
    while (!this.#ended && this.#kept.length <= offset) {
      const got = this.#fill();
      if (got === "wait") return "wait";
    }
    return offset >= this.#kept.length ? "end" : this.#kept.slice(offset, offset + max);
  }

  #fill(): "more" | "wait" {
    const chunk = new Uint8Array(65536);
    const length = readOnce(this.#descriptor, chunk);
    if (length === undefined) return "wait";
    if (length === 0) this.#ended = true;
    const kept = new Uint8Array(this.#kept.length + length);
    kept.set(this.#kept);
    kept.set(chunk.subarray(0, length), this.#kept.length);
    this.#kept = kept;
    return "more";
  }
}

/** Bytes read, 0 at the end, undefined if nothing has come yet. A terminal that went away is an end. */
function readOnce(descriptor: number, into: Uint8Array): number | undefined {
  try {
    return readSync(descriptor, into);
  } catch (error) {
    switch (codeOf(error)) {
      case "EAGAIN":
        return undefined;
      case "EOF":
      case "EIO":
      case "EISDIR":
      case "EBADF":
        return 0;
      default:
        throw error;
    }
  }
}

/** Writes all of `bytes`; waits while a pipe is full. A reader that has gone away ends the emulator as it ends other programs. */
function writeFully(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const code = codeOf(error);
      if (code === "EPIPE") process.exit(141);
      if (code !== "EAGAIN") throw writeError(error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function writeError(error: unknown): UserError {
  return new UserError({
    what: `the console output could not be written (${error instanceof Error ? error.message : String(error)})`,
    where: "console",
    whatToDo: "make room on the disk and boot again: the device goes on from its last checkpoint",
    exitStatus: EXIT.inputOutput,
  });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
