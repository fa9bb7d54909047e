import { closeSync, fstatSync, openSync, writeSync } from "node:fs";
import { EXIT, UserError } from "../base/index.ts";
import type { ConsolePort } from "../process/index.ts";
import { StandardInput } from "./console-input.ts";

/**
 * A console whose outside is this process's standard output and error, and whose input is standard input. It knows what has been written since
 * this emulator was started, so that power cuts within one emulator repeat nothing; what an earlier emulator had written it cannot know.
 */
export class StandardConsole implements ConsolePort {
  readonly #input: StandardInput | undefined;
  readonly #written: [number | undefined, number | undefined] = [undefined, undefined];

  /** `hasInput`: whether standard input is this console's. */
  constructor(hasInput = true) {
    this.#input = hasInput ? new StandardInput() : undefined;
  }

  write(channel: 1 | 2, bytes: Uint8Array, sequence: number): void {
    writeFully(channel, bytes);
    this.#written[channel - 1] = sequence + bytes.length;
  }

  acknowledged(channel: 1 | 2): number | undefined {
    return this.#written[channel - 1];
  }

  read(offset: number, max: number): Uint8Array | "end" | "wait" {
    return this.#input?.read(offset, max) ?? "end";
  }

  hasInput(): boolean {
    return this.#input?.hasNews() ?? false;
  }

  beforeBoot(): void {
    this.#input?.forgetAsked();
  }
}

/**
 * A console that appends channel 1 to a file. The file's length is the acknowledgement, so that output is exactly once even when the
 * emulator is killed between a commit and the release of its output.
 */
export class FileConsole implements ConsolePort {
  readonly #descriptor: number;
  readonly #input: StandardInput | undefined;
  #errorsWritten: number | undefined;

  /** `hasInput`: whether standard input is this console's. */
  constructor(path: string, hasInput = true) {
    this.#input = hasInput ? new StandardInput() : undefined;
    this.#descriptor = openConsoleFile(path);
  }

  write(channel: 1 | 2, bytes: Uint8Array, sequence: number): void {
    writeFully(channel === 1 ? this.#descriptor : 2, bytes);
    if (channel === 2) this.#errorsWritten = sequence + bytes.length;
  }

  acknowledged(channel: 1 | 2): number | undefined {
    return channel === 1 ? fstatSync(this.#descriptor).size : this.#errorsWritten;
  }

  read(offset: number, max: number): Uint8Array | "end" | "wait" {
    return this.#input?.read(offset, max) ?? "end";
  }

  hasInput(): boolean {
    return this.#input?.hasNews() ?? false;
  }

  beforeBoot(): void {
    this.#input?.forgetAsked();
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
