/** The items of groups, section 5 of `docs/flash-format.md`: how each is written and read. */
import { assert, readUint16, readUint32, writeUint16, writeUint32 } from "../base/index.ts";
import {
  deviceBytesMax,
  groupHeaderBytes,
  itemKind,
  labelBytesMax,
  lineEntryBytes,
  linesHeaderBytes,
  movedEntryBytes,
} from "./format.ts";

/** Told of each item of a group in order. Offsets of lines point at entries inside the group's bytes. */
export interface ItemVisitor {
  lines(process: number, count: number, isMoved: boolean, bytes: Uint8Array, offset: number): void;
  skip(count: number): void;
  drop(process: number, first: number, count: number, commit: number): void;
  process(item: ProcessItem): void;
  device(bytes: Uint8Array): void;
  fences(fences: readonly Fence[]): void;
  label(process: number, state: number, text: string): void;
}

export interface Fence {
  readonly block: number;
  readonly offset: number;
  readonly eraseCount: number;
}

export interface ProcessItem {
  readonly process: number;
  readonly digest: number;
  /** Newest first. */
  readonly states: readonly { readonly commit: number; readonly isLabelled: boolean }[];
  readonly voids: readonly { readonly from: number; readonly to: number }[];
}

/** Reads the items of a group, whose bytes begin with its header. False where they are not what the format says. */
export function readItems(group: Uint8Array, visitor: ItemVisitor): boolean {
  const transaction = readUint32(group, 4);
  let at = groupHeaderBytes;
  while (at < group.length) {
    const next = readItem(group, at, transaction, visitor);
    if (next < 0) return false;
    at = next;
  }
  return true;
}

/** Returns the offset after the item, or -1. */
function readItem(group: Uint8Array, at: number, transaction: number, visitor: ItemVisitor): number {
  switch (group[at]) {
    case itemKind.lines:
    case itemKind.moved: {
      if (at + linesHeaderBytes > group.length) return -1;
      const isMoved = group[at] === itemKind.moved;
      const count = readUint16(group, at + 3);
      const end = at + linesHeaderBytes + count * (isMoved ? movedEntryBytes : lineEntryBytes);
      if (end > group.length) return -1;
      visitor.lines(readUint16(group, at + 1), count, isMoved, group, at + linesHeaderBytes);
      return end;
    }
    case itemKind.skip:
      if (at + 3 > group.length) return -1;
      visitor.skip(readUint16(group, at + 1));
      return at + 3;
    case itemKind.drop:
      if (at + 15 > group.length) return -1;
      visitor.drop(
        readUint16(group, at + 1),
        readUint32(group, at + 3),
        readUint32(group, at + 7),
        readUint32(group, at + 11),
      );
      return at + 15;
    case itemKind.process:
      return readProcess(group, at, transaction, visitor);
    case itemKind.device: {
      const end = at + 2 + group[at + 1];
      if (!(end <= group.length)) return -1;
      visitor.device(group.slice(at + 2, end));
      return end;
    }
    case itemKind.fences:
      return readFences(group, at, visitor);
    case itemKind.label: {
      const end = at + 8 + group[at + 7];
      if (!(end <= group.length)) return -1;
      const text = new TextDecoder().decode(group.subarray(at + 8, end));
      visitor.label(readUint16(group, at + 1), readUint32(group, at + 3), text);
      return end;
    }
    default:
      return -1;
  }
}

function readFences(group: Uint8Array, at: number, visitor: ItemVisitor): number {
  if (at + 3 > group.length) return -1;
  const count = readUint16(group, at + 1);
  if (at + 3 + count * 12 > group.length) return -1;
  const fences: Fence[] = [];
  for (let index = 0; index < count; index++) {
    const entry = at + 3 + index * 12;
    fences.push({
      block: readUint32(group, entry),
      offset: readUint32(group, entry + 4),
      eraseCount: readUint32(group, entry + 8),
    });
  }
  visitor.fences(fences);
  return at + 3 + count * 12;
}

function readProcess(group: Uint8Array, at: number, transaction: number, visitor: ItemVisitor): number {
  if (at + 9 > group.length) return -1;
  const cursor = { at: at + 9 };
  const states: { commit: number; isLabelled: boolean }[] = [];
  let commit = transaction;
  for (let index = 0; index < group[at + 7]; index++) {
    const value = readVarint(group, cursor);
    commit -= Math.floor(value / 2);
    if (value < 0 || commit < 0) return -1;
    states.push({ commit, isLabelled: value % 2 === 1 });
  }
  const voids: { from: number; to: number }[] = [];
  for (let index = 0; index < group[at + 8]; index++) {
    const back = readVarint(group, cursor);
    const length = readVarint(group, cursor);
    const to = transaction - back;
    if (back < 0 || length < 0 || to - length < 0) return -1;
    voids.push({ from: to - length, to });
  }
  visitor.process({
    process: readUint16(group, at + 1),
    digest: readUint32(group, at + 3),
    states,
    voids,
  });
  return cursor.at;
}

/** -1 where the bytes end first or the number is longer than it can be. */
function readVarint(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  let scale = 1;
  for (let index = 0; index < 5; index++) {
    if (cursor.at >= bytes.length) return -1;
    const byte = bytes[cursor.at++];
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
    scale *= 128;
  }
  return -1;
}

function pushVarint(into: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    into.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  into.push(rest);
}

export function encodeProcess(item: ProcessItem, transaction: number): Uint8Array {
  assert(item.states.length < 256 && item.voids.length < 256, `process ${item.process} has too many states`);
  const tail: number[] = [];
  let previous = transaction;
  for (const state of item.states) {
    pushVarint(tail, (previous - state.commit) * 2 + (state.isLabelled ? 1 : 0));
    previous = state.commit;
  }
  for (const range of item.voids) {
    pushVarint(tail, transaction - range.to);
    pushVarint(tail, range.to - range.from);
  }
  const bytes = new Uint8Array(9 + tail.length);
  bytes[0] = itemKind.process;
  writeUint16(bytes, 1, item.process);
  writeUint32(bytes, 3, item.digest);
  bytes[7] = item.states.length;
  bytes[8] = item.voids.length;
  bytes.set(tail, 9);
  return bytes;
}

export function encodeDrop(process: number, first: number, count: number, commit: number): Uint8Array {
  const bytes = new Uint8Array(15);
  bytes[0] = itemKind.drop;
  writeUint16(bytes, 1, process);
  writeUint32(bytes, 3, first);
  writeUint32(bytes, 7, count);
  writeUint32(bytes, 11, commit);
  return bytes;
}

export function encodeDevice(device: Uint8Array): Uint8Array {
  assert(device.length <= deviceBytesMax, `the device's record has ${device.length} bytes`);
  const bytes = new Uint8Array(2 + device.length);
  bytes[0] = itemKind.device;
  bytes[1] = device.length;
  bytes.set(device, 2);
  return bytes;
}

export function encodeFences(fences: readonly Fence[]): Uint8Array {
  const bytes = new Uint8Array(3 + fences.length * 12);
  bytes[0] = itemKind.fences;
  writeUint16(bytes, 1, fences.length);
  for (const [index, fence] of fences.entries()) {
    writeUint32(bytes, 3 + index * 12, fence.block);
    writeUint32(bytes, 7 + index * 12, fence.offset);
    writeUint32(bytes, 11 + index * 12, fence.eraseCount);
  }
  return bytes;
}

export function encodeLabel(process: number, state: number, text: string): Uint8Array {
  const label = new TextEncoder().encode(text);
  assert(label.length <= labelBytesMax, `a label of ${label.length} bytes is longer than ${labelBytesMax}`);
  const bytes = new Uint8Array(8 + label.length);
  bytes[0] = itemKind.label;
  writeUint16(bytes, 1, process);
  writeUint32(bytes, 3, state);
  bytes[7] = label.length;
  bytes.set(label, 8);
  return bytes;
}

/** What one line of the newest state adds to its process's digest. */
export function mixLine(line: number, commit: number): number {
  let mixed = Math.imul(line ^ 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(commit, 0xc2b2_ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x297a_2d39);
  return (mixed ^ (mixed >>> 16)) | 0;
}
