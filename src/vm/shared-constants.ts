/**
 * The class files of a ROM share one constant pool. `docs/rom-format.md` draws the format; this is its twin.
 *
 * The shared pool is the archive's entry "~": every constant that any class has, once. A class is stored as
 *
 *      0  u2 constant_pool_count of the class file
 *      2  u2 number of explicit constants
 *      4  one bit for each index from 1 on (least significant first): 1 if the constant there is the expected one
 *      .  u2 shared index of each explicit constant, in order of the class's own indexes
 *      .  the class file from access_flags on, unchanged
 *
 * All numbers are big-endian, as in class files. The expected constant is the oldest one that an earlier constant of the class
 * refers to and that has not come yet: compilers write pools in that order, so few constants are explicit. Magic and version
 * (61.0) are not stored.
 */
import { assert } from "../base/index.ts";
import type { ArchiveClass } from "./archive.ts";
import { CONSTANT } from "./classfile/constants.ts";
import { readUint16 } from "./classfile/reader.ts";

/** Name of the archive entry that holds the shared pool; comes last, and no class can have it. */
export const SHARED_CONSTANTS_ENTRY = "~";

const MAGIC_AND_VERSION = [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61];
const SHARED_CONSTANTS_MAX = 0xffff;
const COMPACT_HEAD_BYTES = 4;

/** The shared pool: where each constant lies. Constants that refer to others do so by shared index. */
export class SharedConstants {
  readonly bytes: Uint8Array;
  readonly #offsets: Uint32Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#offsets = offsetsOf(bytes, 2, readUint16(bytes, 0));
  }

  get count(): number {
    return this.#offsets.length - 1;
  }

  /** Offset of a constant's tag; that of `count` is the end. */
  offset(index: number): number {
    return this.#offsets[index];
  }

  /** Puts the class file together. `shift`: how much further back what follows the constants lies than in the compact form. */
  expand(compact: Uint8Array): { readonly bytes: Uint8Array; readonly shift: number } {
    const count = readUint16(compact, 0);
    const own = this.#ownConstants(compact, count);
    const restAt = COMPACT_HEAD_BYTES + bitmapBytes(count) + readUint16(compact, 2) * 2;
    let poolBytes = 0;
    for (let index = 1; index < count; index++)
      poolBytes += own[index] < 0 ? 0 : this.#byteLength(own[index]);
    const bytes = new Uint8Array(MAGIC_AND_VERSION.length + 2 + poolBytes + compact.length - restAt);
    bytes.set(MAGIC_AND_VERSION);
    bytes[8] = count >>> 8;
    bytes[9] = count & 0xff;
    const restTo = this.#writePool(bytes, own);
    bytes.set(compact.subarray(restAt), restTo);
    return { bytes, shift: restTo - restAt };
  }

  #byteLength(index: number): number {
    return this.#offsets[index + 1] - this.#offsets[index];
  }

  /** The shared index of each constant of a class; -1 where an index is not used. */
  #ownConstants(compact: Uint8Array, count: number): Int32Array {
    const own = new Int32Array(count).fill(-1);
    const expected = new Expectation(this.bytes, (index) => this.#offsets[index]);
    let explicitAt = COMPACT_HEAD_BYTES + bitmapBytes(count);
    for (let index = 1; index < count; index++) {
      const bit = (compact[COMPACT_HEAD_BYTES + ((index - 1) >>> 3)] >>> ((index - 1) & 7)) & 1;
      const shared = bit === 1 ? expected.next() : readUint16(compact, explicitAt);
      if (bit === 0) explicitAt += 2;
      own[index] = shared;
      expected.seen(shared);
      if (isWide(this.bytes[this.#offsets[shared]])) index++;
    }
    return own;
  }

  /** Writes the constants with the class's own indexes; the offset behind them. */
  #writePool(bytes: Uint8Array, own: Int32Array): number {
    const ownIndexes = new Map<number, number>();
    own.forEach((shared, index) => ownIndexes.set(shared, index));
    let at = MAGIC_AND_VERSION.length + 2;
    for (let index = 1; index < own.length; index++) {
      const shared = own[index];
      if (shared < 0) continue;
      const from = this.#offsets[shared];
      bytes.set(this.bytes.subarray(from, this.#offsets[shared + 1]), at);
      for (const place of referencePlaces(this.bytes[from])) {
        const target = ownIndexes.get(readUint16(this.bytes, from + place)) ?? 0;
        bytes[at + place] = target >>> 8;
        bytes[at + place + 1] = target & 0xff;
      }
      at += this.#byteLength(shared);
    }
    return at;
  }
}

/** Classes with their constants merged, and the entry with the shared pool. Files of another version stay as they are not allowed. */
export function shareConstants(classes: readonly ArchiveClass[]): ArchiveClass[] {
  const pool = new PoolBuilder();
  const owns = classes.map((one) => pool.add(one));
  const bytes = pool.toBytes();
  const shared = new SharedConstants(bytes);
  const compact = classes.map((one, at) => {
    const made = { name: one.name, bytes: compactForm(one.bytes, owns[at], shared) };
    const again = shared.expand(made.bytes).bytes;
    assert(sameBytes(again, one.bytes), `${one.name} does not survive the merging of constants`);
    return made;
  });
  return [...compact, { name: SHARED_CONSTANTS_ENTRY, bytes }];
}

/** Collects the constants of all classes. A constant's key is its text with references resolved, so equal ones meet. */
class PoolBuilder {
  readonly #indexes = new Map<string, number>();
  readonly #constants: Uint8Array[] = [];

  /** The shared index of each constant of the class. */
  add(one: ArchiveClass): Int32Array {
    const file = one.bytes;
    const version = file.subarray(0, MAGIC_AND_VERSION.length);
    assert(sameBytes(version, Uint8Array.from(MAGIC_AND_VERSION)), `${one.name} is not of version 61.0`);
    const count = readUint16(file, 8);
    const offsets = offsetsOf(file, 10, count - 1, true);
    const own = new Int32Array(count).fill(-1);
    const share = (index: number): number => {
      if (own[index] >= 0) return own[index];
      const constant = file.slice(offsets[index - 1], offsets[index]);
      for (const place of referencePlaces(constant[0])) {
        const target = share(readUint16(constant, place));
        constant[place] = target >>> 8;
        constant[place + 1] = target & 0xff;
      }
      own[index] = this.#index(constant);
      return own[index];
    };
    for (let index = 1; index < count; index++) {
      share(index);
      if (isWide(file[offsets[index - 1]])) index++;
    }
    return own;
  }

  #index(constant: Uint8Array): number {
    const key = String.fromCharCode(...constant);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = this.#constants.push(constant) - 1;
    assert(index < SHARED_CONSTANTS_MAX, "too many different constants for one pool");
    this.#indexes.set(key, index);
    return index;
  }

  toBytes(): Uint8Array {
    const byteCount = this.#constants.reduce((sum, each) => sum + each.length, 2);
    const bytes = new Uint8Array(byteCount);
    bytes.set([this.#constants.length >>> 8, this.#constants.length & 0xff]);
    let at = 2;
    for (const constant of this.#constants) {
      bytes.set(constant, at);
      at += constant.length;
    }
    return bytes;
  }
}

function compactForm(file: Uint8Array, own: Int32Array, shared: SharedConstants): Uint8Array {
  const count = own.length;
  const expected = new Expectation(shared.bytes, (index) => shared.offset(index));
  const bits = new Uint8Array(bitmapBytes(count));
  const explicit: number[] = [];
  for (let index = 1; index < count; index++) {
    if (own[index] < 0) continue;
    if (expected.peek() === own[index]) {
      bits[(index - 1) >>> 3] |= 1 << ((index - 1) & 7);
      expected.next();
    } else explicit.push(own[index] >>> 8, own[index] & 0xff);
    expected.seen(own[index]);
  }
  const rest = file.subarray(offsetsOf(file, 10, count - 1, true)[count - 1]);
  const bytes = new Uint8Array(COMPACT_HEAD_BYTES + bits.length + explicit.length + rest.length);
  const explicitCount = explicit.length / 2;
  bytes.set([count >>> 8, count & 0xff, explicitCount >>> 8, explicitCount & 0xff]);
  bytes.set(bits, COMPACT_HEAD_BYTES);
  bytes.set(explicit, COMPACT_HEAD_BYTES + bits.length);
  bytes.set(rest, COMPACT_HEAD_BYTES + bits.length + explicit.length);
  return bytes;
}

/** The constants that those before refer to, in the order in which a compiler writes them. */
class Expectation {
  readonly #pool: Uint8Array;
  readonly #offset: (index: number) => number;
  readonly #come = new Set<number>();
  readonly #waiting: number[] = [];
  #first = 0;

  constructor(pool: Uint8Array, offset: (index: number) => number) {
    this.#pool = pool;
    this.#offset = offset;
  }

  /** A constant has come; what it refers to is expected behind what is expected already. */
  seen(shared: number): void {
    this.#come.add(shared);
    const at = this.#offset(shared);
    for (const place of referencePlaces(this.#pool[at]))
      this.#waiting.push(readUint16(this.#pool, at + place));
  }

  /** -1 if nothing is expected. */
  peek(): number {
    while (this.#first < this.#waiting.length && this.#come.has(this.#waiting[this.#first])) this.#first++;
    return this.#first < this.#waiting.length ? this.#waiting[this.#first] : -1;
  }

  next(): number {
    const shared = this.peek();
    assert(shared >= 0, "a constant is expected");
    return shared;
  }
}

/** Where in a constant (counted from its tag) two-byte references to other constants lie. */
function referencePlaces(tag: number): readonly number[] {
  switch (tag) {
    case CONSTANT.Class:
    case CONSTANT.String:
    case CONSTANT.MethodType:
    case CONSTANT.Module:
    case CONSTANT.Package:
      return ONE_REFERENCE;
    case CONSTANT.Fieldref:
    case CONSTANT.Methodref:
    case CONSTANT.InterfaceMethodref:
    case CONSTANT.NameAndType:
      return TWO_REFERENCES;
    case CONSTANT.MethodHandle:
      return SECOND_BYTE;
    case CONSTANT.Dynamic:
    case CONSTANT.InvokeDynamic:
      return THIRD_BYTE;
    default:
      return NO_REFERENCE;
  }
}

const NO_REFERENCE: readonly number[] = [];
const ONE_REFERENCE: readonly number[] = [1];
const TWO_REFERENCES: readonly number[] = [1, 3];
const SECOND_BYTE: readonly number[] = [2];
const THIRD_BYTE: readonly number[] = [3];

/** Bytes of a constant whose length does not depend on it, with its tag. */
function fixedBytes(tag: number): number {
  switch (tag) {
    case CONSTANT.Class:
    case CONSTANT.String:
    case CONSTANT.MethodType:
    case CONSTANT.Module:
    case CONSTANT.Package:
      return 3;
    case CONSTANT.MethodHandle:
      return 4;
    case CONSTANT.Long:
    case CONSTANT.Double:
      return 9;
    default:
      return 5;
  }
}

function isWide(tag: number): boolean {
  return tag === CONSTANT.Long || tag === CONSTANT.Double;
}

/** Offsets of `count` constants from `start` on, and of what is behind them; in a class file wide ones count twice. */
function offsetsOf(bytes: Uint8Array, start: number, count: number, wideTwice = false): Uint32Array {
  const offsets = new Uint32Array(count + 1);
  let at = start;
  for (let index = 0; index < count; index++) {
    offsets[index] = at;
    const tag = bytes[at];
    at += tag === CONSTANT.Utf8 ? 3 + readUint16(bytes, at + 1) : fixedBytes(tag);
    if (wideTwice && isWide(tag)) offsets[++index] = at;
  }
  offsets[count] = at;
  return offsets;
}

function bitmapBytes(poolCount: number): number {
  return (poolCount + 6) >>> 3;
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
