/**
 * Reads big-endian fields of a class file. The first thing that is wrong is remembered with its offset and every later
 * read yields zero, so a parser needs no exception: it asks `failure` where a wrong value could do harm.
 */
export class ClassFileReader {
  readonly bytes: Uint8Array;
  readonly end: number;
  offset: number;
  /** The class that is read, for messages. */
  className = "Unknown";
  failure: { readonly what: string; readonly offset: number } | undefined;

  constructor(bytes: Uint8Array, offset = 0, end = bytes.length) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = end;
    this.failure = undefined;
  }

  get failed(): boolean {
    return this.failure !== undefined;
  }

  fail(what: string, offset = this.offset): void {
    this.failure ??= { what, offset };
  }

  /** Fails with the class file's name behind what is wrong. */
  failIn(what: string): void {
    this.fail(`${what} in class file ${this.className}`);
  }

  u1(): number {
    return this.has(1) ? this.bytes[this.offset++] : 0;
  }

  u2(): number {
    if (!this.has(2)) return 0;
    const at = this.offset;
    this.offset = at + 2;
    return (this.bytes[at] << 8) | this.bytes[at + 1];
  }

  /** Unsigned, so a length above 2^31 does not turn negative. */
  u4(): number {
    if (!this.has(4)) return 0;
    const at = this.offset;
    this.offset = at + 4;
    return readInt32(this.bytes, at) >>> 0;
  }

  /** Steps over `length` bytes and returns where they start. */
  skip(length: number): number {
    const at = this.offset;
    if (this.has(length)) this.offset = at + length;
    return at;
  }

  private has(length: number): boolean {
    if (this.failure !== undefined) return false;
    if (this.offset + length <= this.end) return true;
    this.fail("Truncated class file");
    return false;
  }
}

export function readUint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] << 8) | bytes[at + 1];
}

export function readInt32(bytes: Uint8Array, at: number): number {
  return (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
}
