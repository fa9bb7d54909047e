/** Where the parts of a valid class file lie, so that a mutation can aim at them. */
import type { ClassFile } from "../../src/vm/classfile/class-file.ts";
import { readInt32, readUint16 } from "../../src/vm/classfile/reader.ts";

export interface ClassLayout {
  /** Offsets of constant pool entries (their tags), by index; 0 where there is none. */
  readonly constants: readonly number[];
  /** Offsets of two-byte fields by what they are. */
  readonly access: readonly number[];
  readonly members: readonly number[];
  readonly supers: readonly number[];
  readonly codes: readonly CodeLayout[];
  /** Every attribute: offset of its name index, and of its end. */
  readonly attributes: readonly { readonly at: number; readonly end: number }[];
}

export interface CodeLayout {
  /** Offset of max_stack; max_locals follows. */
  readonly maxStackAt: number;
  readonly from: number;
  readonly length: number;
  /** Offset of the exception table's first entry, and how many there are. */
  readonly handlersAt: number;
  readonly handlerCount: number;
  readonly stackMapAt: number;
  readonly stackMapLength: number;
}

export function layoutOf(file: ClassFile): ClassLayout {
  const { bytes } = file;
  const constants = [0];
  let at = 10;
  for (let index = 1; index < readUint16(bytes, 8); index++) {
    constants[index] = at;
    const tag = bytes[at];
    at += tag === 1 ? 3 + readUint16(bytes, at + 1) : 1 + bodyBytes(tag);
    if (tag === 5 || tag === 6) constants[++index] = 0;
  }
  const access = [at];
  const supers = [at + 2, at + 4, at + 6];
  const interfaceCount = readUint16(bytes, at + 6);
  at += 8;
  for (let i = 0; i < interfaceCount; i++, at += 2) supers.push(at);
  const members: number[] = [];
  const attributes: { at: number; end: number }[] = [];
  for (let kind = 0; kind < 2; kind++) {
    const count = readUint16(bytes, at);
    at += 2;
    for (let i = 0; i < count; i++) {
      access.push(at);
      members.push(at + 2, at + 4);
      at = skipAttributes(bytes, at + 6, attributes);
    }
  }
  skipAttributes(bytes, at, attributes);
  const codes = file.methods
    .flatMap(({ code }) => (code === undefined ? [] : [code]))
    .map((code) => ({
      maxStackAt: code.offset - 8,
      from: code.offset,
      length: code.length,
      handlersAt: code.offset + code.length + 2,
      handlerCount: code.handlers.length / 4,
      stackMapAt: code.stackMapOffset,
      stackMapLength: code.stackMapLength,
    }));
  for (const { handlersAt, handlerCount } of codes) {
    skipAttributes(bytes, handlersAt + 8 * handlerCount, attributes);
  }
  return { constants, access, members, supers, codes, attributes };
}

function bodyBytes(tag: number): number {
  if (tag === 5 || tag === 6) return 8;
  if (tag === 15) return 3;
  return [7, 8, 16, 19, 20].includes(tag) ? 2 : 4;
}

function skipAttributes(bytes: Uint8Array, from: number, into: { at: number; end: number }[]): number {
  let at = from + 2;
  for (let i = readUint16(bytes, from); i > 0; i--) {
    const end = at + 6 + readInt32(bytes, at + 2);
    into.push({ at, end });
    at = end;
  }
  return at;
}
