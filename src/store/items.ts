/** The items of groups, section 5 of `docs/flash-format.md`: how each is written and read. */
import { assert, readUint16, readUint32, writeUint16, writeUint32 } from "../base/index.ts";
import { deviceBytesMax, itemKind, labelBytesMax, readVarint, unzigzag, writeVarint } from "./format.ts";

/** A group that passed: its items are read relative to its transaction. */
export interface GroupBody {
  /** The whole group. */
  readonly bytes: Uint8Array;
  readonly itemsAt: number;
  readonly transaction: number;
}

/** Told of each item of a group in order. `offset` of lines points at the first entry inside the group's bytes. */
export interface ItemVisitor {
  lines(process: number, count: number, isMoved: boolean, offset: number): void;
  skip(count: number): void;
  drop(process: number, first: number, count: number, commit: number): void;
  process(item: ProcessItem): void;
  device(bytes: Uint8Array): void;
  fences(fences: readonly Fence[]): void;
  label(process: number, state: number, text: string): void;
  map(item: MapItem): void;
  places(item: PlacesItem): void;
  /** The item that follows is in force as one of that transaction in that block. */
  copied(block: number, transaction: number): void;
}

/** What each part of a map checkpoint begins with. */
export interface MapItem {
  /** Transaction of its first part: it tells the store as it was before that one. */
  readonly start: number;
  readonly part: number;
  /** 0 but in the last part. */
  readonly partCount: number;
  /** No version that is stale at the start was born before. */
  readonly horizon: number;
  /** Blocks that were being filled at the start. */
  readonly open: readonly number[];
}

/** Where lines of one process lie, see `map-places.ts`. */
export interface PlacesItem {
  readonly process: number;
  readonly count: number;
  readonly firstBlock: number;
  readonly lineBase: number;
  readonly lineBits: number;
  readonly bits: Uint8Array;
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

/** Reads the items of a group. False where they are not what the format says. */
export function readItems(group: GroupBody, visitor: ItemVisitor): boolean {
  let at = group.itemsAt;
  while (at < group.bytes.length) {
    const next = readItem(group.bytes, at, group.transaction, visitor);
    if (next < 0) return false;
    at = next;
  }
  return true;
}

/** Returns the offset after the item, or -1. */
function readItem(group: Uint8Array, at: number, transaction: number, visitor: ItemVisitor): number {
  switch (group[at]) {
    case itemKind.lines:
    case itemKind.moved:
      return readLines(group, at, visitor);
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
    case itemKind.map:
      return readMap(group, at, transaction, visitor);
    case itemKind.places:
      return readPlaces(group, at, visitor);
    case itemKind.copied: {
      const cursor = { at: at + 1 };
      const block = readVarint(group, cursor);
      const back = readVarint(group, cursor);
      if (block < 0 || back < 0 || back > transaction || cursor.at >= group.length) return -1;
      visitor.copied(block, transaction - back);
      return cursor.at;
    }
    default:
      return -1;
  }
}

function readLines(group: Uint8Array, at: number, visitor: ItemVisitor): number {
  const isMoved = group[at] === itemKind.moved;
  const cursor = { at: at + 1 };
  const process = readVarint(group, cursor);
  const count = readVarint(group, cursor);
  if (process < 0 || process > 0xffff || count < 0 || count > 0xffff) return -1;
  const offset = cursor.at;
  for (let entry = 0; entry < count; entry++) {
    if (readVarint(group, cursor) < 0) return -1;
    cursor.at += 4;
    if (isMoved && readVarint(group, cursor) < 0) return -1;
  }
  if (cursor.at > group.length) return -1;
  visitor.lines(process, count, isMoved, offset);
  return cursor.at;
}

/** Visits the entries that `ItemVisitor.lines` was told of. */
export function readLineEntries(
  group: GroupBody,
  { count, isMoved, offset }: { readonly count: number; readonly isMoved: boolean; readonly offset: number },
  visit: (line: number, crc: number, birth: number) => void,
): void {
  const { bytes, transaction } = group;
  const cursor = { at: offset };
  let line = 0;
  for (let entry = 0; entry < count; entry++) {
    line += unzigzag(readVarint(bytes, cursor));
    const crc = readUint32(bytes, cursor.at);
    cursor.at += 4;
    visit(line, crc, isMoved ? transaction - readVarint(bytes, cursor) : transaction);
  }
}

function readMap(group: Uint8Array, at: number, transaction: number, visitor: ItemVisitor): number {
  const cursor = { at: at + 1 };
  const back = readVarint(group, cursor);
  const part = readVarint(group, cursor);
  const partCount = readVarint(group, cursor);
  const horizon = readVarint(group, cursor);
  const openCount = readVarint(group, cursor);
  const open: number[] = [];
  for (let index = 0; index < openCount; index++) open.push(readVarint(group, cursor));
  const smallest = Math.min(back, part, partCount, horizon, openCount, ...open);
  if (smallest < 0 || back > transaction) return -1;
  visitor.map({ start: transaction - back, part, partCount, horizon, open });
  return cursor.at;
}

function readPlaces(group: Uint8Array, at: number, visitor: ItemVisitor): number {
  const cursor = { at: at + 1 };
  const process = readVarint(group, cursor);
  const count = readVarint(group, cursor);
  const firstBlock = readVarint(group, cursor);
  const lineBase = readVarint(group, cursor);
  const lineBits = readVarint(group, cursor);
  const byteCount = readVarint(group, cursor);
  if (Math.min(process, count, firstBlock, lineBase, lineBits, byteCount) < 0 || lineBits > 32) return -1;
  const end = cursor.at + byteCount;
  if (end > group.length) return -1;
  const bits = group.subarray(cursor.at, end);
  visitor.places({ process, count, firstBlock, lineBase, lineBits, bits });
  return end;
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
  const cursor = { at: at + 1 };
  const process = readVarint(group, cursor);
  const counts = cursor.at + 4;
  if (process < 0 || counts + 2 > group.length) return -1;
  const digest = readUint32(group, cursor.at);
  cursor.at = counts + 2;
  const states: { commit: number; isLabelled: boolean }[] = [];
  let commit = transaction;
  for (let index = 0; index < group[counts]; index++) {
    const value = readVarint(group, cursor);
    commit -= Math.floor(value / 2);
    if (value < 0 || commit < 0) return -1;
    states.push({ commit, isLabelled: value % 2 === 1 });
  }
  const voids: { from: number; to: number }[] = [];
  for (let index = 0; index < group[counts + 1]; index++) {
    const back = readVarint(group, cursor);
    const length = readVarint(group, cursor);
    const to = transaction - back;
    if (back < 0 || length < 0 || to - length < 0) return -1;
    voids.push({ from: to - length, to });
  }
  visitor.process({ process, digest, states, voids });
  return cursor.at;
}

/** The number as an LEB128 field of its own. */
export function encodeVarints(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 5);
  let end = 0;
  for (const value of values) end = writeVarint(bytes, end, value);
  return bytes.slice(0, end);
}

export function encodeProcess(item: ProcessItem, transaction: number): Uint8Array {
  assert(item.states.length < 256 && item.voids.length < 256, `process ${item.process} has too many states`);
  const bytes = new Uint8Array(12 + item.states.length * 5 + item.voids.length * 10);
  bytes[0] = itemKind.process;
  let end = writeVarint(bytes, 1, item.process);
  writeUint32(bytes, end, item.digest);
  bytes[end + 4] = item.states.length;
  bytes[end + 5] = item.voids.length;
  end += 6;
  let previous = transaction;
  for (const state of item.states) {
    end = writeVarint(bytes, end, (previous - state.commit) * 2 + (state.isLabelled ? 1 : 0));
    previous = state.commit;
  }
  for (const range of item.voids) {
    end = writeVarint(bytes, end, transaction - range.to);
    end = writeVarint(bytes, end, range.to - range.from);
  }
  return bytes.slice(0, end);
}

/** Begins a part of a map checkpoint that `transaction` writes. */
export function encodeMap(item: MapItem, transaction: number): Uint8Array {
  const { start, part, partCount, horizon, open } = item;
  const fields = encodeVarints(transaction - start, part, partCount, horizon, open.length, ...open);
  return Uint8Array.of(itemKind.map, ...fields);
}

export function encodePlaces(item: PlacesItem): Uint8Array {
  const { process, count, firstBlock, lineBase, lineBits, bits } = item;
  const fields = encodeVarints(process, count, firstBlock, lineBase, lineBits, bits.length);
  const bytes = new Uint8Array(1 + fields.length + bits.length);
  bytes[0] = itemKind.places;
  bytes.set(fields, 1);
  bytes.set(bits, 1 + fields.length);
  return bytes;
}

/** `item` as it stands in `block`, where a group of `of` holds it. */
export function encodeCopied(item: Uint8Array, block: number, of: number, transaction: number): Uint8Array {
  const fields = encodeVarints(block, transaction - of);
  const bytes = new Uint8Array(1 + fields.length + item.length);
  bytes[0] = itemKind.copied;
  bytes.set(fields, 1);
  bytes.set(item, 1 + fields.length);
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
