import { decodeModifiedUtf8 } from "./modified-utf8.ts";
import { type ClassFileReader, readInt32, readUint16 } from "./reader.ts";

/** Tags of constant pool entries (JVMS 4.4). */
export const CONSTANT = {
  Utf8: 1,
  Integer: 3,
  Float: 4,
  Long: 5,
  Double: 6,
  Class: 7,
  String: 8,
  Fieldref: 9,
  Methodref: 10,
  InterfaceMethodref: 11,
  NameAndType: 12,
  MethodHandle: 15,
  MethodType: 16,
  Dynamic: 17,
  InvokeDynamic: 18,
  Module: 19,
  Package: 20,
} as const;

/** A field or method as a class file names it. */
export interface MemberReference {
  readonly className: string;
  readonly name: string;
  readonly descriptor: string;
  /** True for an InterfaceMethodref. */
  readonly ofInterface: boolean;
}

export interface MethodHandleConstant {
  /** Reference kind 1 to 9 (JVMS table 5.4.3.5-A). */
  readonly kind: number;
  readonly member: MemberReference;
}

export interface DynamicConstant {
  readonly bootstrapIndex: number;
  readonly name: string;
  readonly descriptor: string;
}

const BODY_BYTES = new Uint8Array(256);
for (const tag of [7, 8, 16, 19, 20]) BODY_BYTES[tag] = 2;
for (const tag of [3, 4, 9, 10, 11, 12, 17, 18]) BODY_BYTES[tag] = 4;
for (const tag of [5, 6]) BODY_BYTES[tag] = 8;
BODY_BYTES[15] = 3;

/**
 * The constant pool, decoded when asked. Indexes are checked once, when the pool is read, so that every accessor may
 * trust what an entry points to; a caller that has an index from elsewhere asks `tagAt` first.
 */
export class ConstantPool {
  readonly bytes: Uint8Array;
  readonly tags: Uint8Array;
  private readonly offsets: Int32Array;
  private readonly texts: (string | undefined)[];

  constructor(bytes: Uint8Array, tags: Uint8Array, offsets: Int32Array) {
    this.bytes = bytes;
    this.tags = tags;
    this.offsets = offsets;
    this.texts = new Array<string | undefined>(tags.length).fill(undefined);
  }

  /** Number of indexes, the unused index 0 and the second halves of long and double included. */
  get count(): number {
    return this.tags.length;
  }

  /** 0 for an index that is out of range or names no entry. */
  tagAt(index: number): number {
    return index < this.tags.length ? this.tags[index] : 0;
  }

  utf8(index: number): string {
    const known = this.texts[index];
    if (known !== undefined) return known;
    const at = this.offsets[index];
    const text = decodeModifiedUtf8(this.bytes, at + 2, at + 2 + readUint16(this.bytes, at));
    this.texts[index] = text;
    return text;
  }

  /** Bits of an Integer or Float, or the high word of a Long or Double. */
  word(index: number): number {
    return readInt32(this.bytes, this.offsets[index]);
  }

  /** The low word of a Long or Double. */
  lowWord(index: number): number {
    return readInt32(this.bytes, this.offsets[index] + 4);
  }

  /** Internal name ("java/lang/String", "[I") of a Class; also the text of a String, Module, Package or MethodType. */
  text(index: number): string {
    return this.utf8(this.first(index));
  }

  className(index: number): string {
    return this.text(index);
  }

  nameAndType(index: number): { readonly name: string; readonly descriptor: string } {
    return { name: this.utf8(this.first(index)), descriptor: this.utf8(this.second(index)) };
  }

  member(index: number): MemberReference {
    const { name, descriptor } = this.nameAndType(this.second(index));
    const className = this.text(this.first(index));
    return { className, name, descriptor, ofInterface: this.tags[index] === CONSTANT.InterfaceMethodref };
  }

  methodHandle(index: number): MethodHandleConstant {
    const { kind, memberIndex } = this.handleParts(index);
    return { kind, member: this.member(memberIndex) };
  }

  handleParts(index: number): { readonly kind: number; readonly memberIndex: number } {
    const at = this.offsets[index];
    return { kind: this.bytes[at], memberIndex: readUint16(this.bytes, at + 1) };
  }

  /** Offset of an entry's body in the class file. */
  offsetOf(index: number): number {
    return this.offsets[index];
  }

  dynamic(index: number): DynamicConstant {
    return { bootstrapIndex: this.first(index), ...this.nameAndType(this.second(index)) };
  }

  /** First and second 2-byte index of an entry. */
  first(index: number): number {
    return readUint16(this.bytes, this.offsets[index]);
  }

  second(index: number): number {
    return readUint16(this.bytes, this.offsets[index] + 2);
  }
}

/** Class file version from which on a tag may be used. */
const TAG_SINCE: Readonly<Record<number, number>> = {
  [CONSTANT.MethodHandle]: 51,
  [CONSTANT.MethodType]: 51,
  [CONSTANT.InvokeDynamic]: 51,
  [CONSTANT.Dynamic]: 55,
};
const MODULES_SINCE = 53;

/** Reads the pool without looking into it; on a broken one `reader.failure` is set and the result must not be used. */
export function readConstantPool(reader: ClassFileReader, majorVersion: number): ConstantPool {
  const count = reader.u2();
  if (count === 0 && !reader.failed) reader.failIn("Illegal constant pool size 0");
  const tags = new Uint8Array(count);
  const offsets = new Int32Array(count);
  for (let index = 1; index < count && !reader.failed; index++) {
    const tag = reader.u1();
    const isModule = tag === CONSTANT.Module || tag === CONSTANT.Package;
    const isKnown = tag === CONSTANT.Utf8 || BODY_BYTES[tag] > 0;
    if (!isKnown || (isModule && majorVersion < MODULES_SINCE)) {
      if (!reader.failed) reader.failIn(`Unknown constant tag ${tag}`);
    } else if (majorVersion < (TAG_SINCE[tag] ?? 0)) {
      reader.failIn(`Class file version does not support constant tag ${tag}`);
    }
    tags[index] = tag;
    offsets[index] = reader.offset;
    reader.skip(tag === CONSTANT.Utf8 ? reader.u2() : BODY_BYTES[tag]);
    if (tag === CONSTANT.Long || tag === CONSTANT.Double) index++;
  }
  return new ConstantPool(reader.bytes, tags, offsets);
}
