import { constants, fstatSync, openSync, readSync } from "node:fs";

const CHUNK_BYTES = 65536;

/**
 * Standard input as a console's input: bytes by offset, since a power cut takes back what was consumed after the last checkpoint.
 *
 * A regular file is the whole input of the process from its first byte, however often the emulator is started. A pipe or terminal brings new
 * bytes to each emulator: they begin where the process's committed input ends. Before bytes are fetched from one, `read` says `wait` once, so that
 * the process checkpoints first; it never blocks.
 */
export class StandardInput {
  #descriptor: number | undefined;
  #isFile = false;
  /** Offset of the first byte that this emulator was given. */
  #base = 0;
  #kept = new Uint8Array(CHUNK_BYTES);
  #keptBytes = 0;
  #ended = false;
  #isAsked = false;

  read(offset: number, max: number): Uint8Array | "end" | "wait" {
    const descriptor = (this.#descriptor ??= this.#open(offset));
    if (this.#isFile) return readFileAt(descriptor, offset, max);
    const at = offset - this.#base;
    if (at < this.#keptBytes) return this.#kept.slice(at, Math.min(this.#keptBytes, at + max));
    if (this.#ended) return "end";
    const isAsked = this.#isAsked;
    this.#isAsked = true;
    return isAsked && this.#fill(descriptor) ? this.read(offset, max) : "wait";
  }

  /** Whether the last read said `wait` and would say something else now. */
  hasNews(): boolean {
    return this.#descriptor !== undefined && this.#isAsked && this.#fill(this.#descriptor);
  }

  /** The next read that needs more says `wait` first. */
  forgetAsked(): void {
    this.#isAsked = false;
  }

  #open(offset: number): number {
    if (isRegularFile(0)) {
      this.#isFile = true;
      return 0;
    }
    this.#base = offset;
    return openWithoutWaiting();
  }

  /** False if nothing has come. */
  #fill(descriptor: number): boolean {
    if (this.#kept.length < this.#keptBytes + CHUNK_BYTES) {
      const larger = new Uint8Array(this.#kept.length * 2);
      larger.set(this.#kept);
      this.#kept = larger;
    }
    const length = readOnce(descriptor, this.#kept, this.#keptBytes);
    if (length === undefined) return false;
    this.#isAsked = false;
    this.#ended = length === 0;
    this.#keptBytes += length;
    return true;
  }
}

function isRegularFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false; // closed: the first read says that it has ended
  }
}

/** A descriptor of standard input whose reads return at once. */
function openWithoutWaiting(): number {
  try {
    return openSync("/dev/stdin", constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    // A socket cannot be opened again; Node makes it return at once when it is touched.
    void process.stdin;
    return 0;
  }
}

function readFileAt(descriptor: number, offset: number, max: number): Uint8Array | "end" {
  const bytes = new Uint8Array(Math.min(max, CHUNK_BYTES));
  const length = readSync(descriptor, bytes, 0, bytes.length, offset);
  return length === 0 ? "end" : bytes.subarray(0, length);
}

/** Bytes read, 0 at the end, undefined if nothing has come yet. A terminal that went away is an end. */
function readOnce(descriptor: number, into: Uint8Array, at: number): number | undefined {
  try {
    return readSync(descriptor, into, at, CHUNK_BYTES, null);
  } catch (error) {
    switch (error instanceof Error && "code" in error ? error.code : undefined) {
      case "EAGAIN":
        return undefined;
      case "EOF":
      case "EIO":
      case "EISDIR":
      case "EBADF":
      case "ENOTCONN":
        return 0;
      default:
        throw error;
    }
  }
}
