/** The records of classes in CODE: how they are written, in pieces where lines to dirty are few, and read. */
import { assert } from "../base/index.ts";
import { HEADER } from "./layout.ts";
import type { MachineState } from "./state.ts";

/**
 * CODE is a run of records, one for each class that is not of the ROM, in the order of their ids, each 8-byte aligned:
 * [0] bytes of the body, [1] kind, [2] class id of the host of a spun class, [3] 0, then the body: a class file, or the
 * descriptor of an array class.
 */
export const RECORD_HEAD_BYTES = 16;
/** OLD: a class file whose methods still run on stacks although the class has a newer one; [2] is the class's id. */
export const RECORD = { CLASS: 1, ARRAY: 2, SPUN: 3, OLD: 4 } as const;
/** Header, thread and mirrors: lines that any instruction may touch. */
const DIRTY_AGAIN_LINES = 12;
/** Lines that a piece, and what a step does besides, may dirty. */
const PIECE_LINES = 4;

/** Lines that become dirty between a checkpoint and the instruction that runs first after it, the frame's included. */
export function dirtyAgainLines(state: MachineState): number {
  return DIRTY_AGAIN_LINES + linesOf(state, (state.method?.frameWords ?? 0) * 4);
}

/** Lines that so many bytes may lie in, and one more. */
export function linesOf(state: MachineState, bytes: number): number {
  return (bytes >> state.lineShift) + 2;
}

export function recordEnd(start: number, bodyBytes: number): number {
  return (start + RECORD_HEAD_BYTES + bodyBytes + 7) & ~7;
}

export function writeRecord(state: MachineState, kind: number, hostId: number, body: Uint8Array): void {
  const start = state.heap.header(HEADER.CODE_BYTES);
  const end = recordEnd(start, body.length);
  const address = state.map.codeStart + start;
  assert(end <= state.map.codeBytes, "CODE is full");
  state.setWord(address, body.length);
  state.setWord(address + 4, kind);
  state.setWord(address + 8, hostId);
  for (let at = 0; at < body.length;) at = writePiece(state, address + RECORD_HEAD_BYTES, body, at);
  state.heap.setHeader(HEADER.CODE_BYTES, end);
  state.heap.setHeader(HEADER.NEXT_CLASS_ID, state.heap.header(HEADER.NEXT_CLASS_ID) + 1);
}

/**
 * The body of the next record, where it is too long to be written between two checkpoints: behind the last record it does not count yet. Line
 * by line, as far as there is room; true once all of it stands there, to be found as it should be when the record is written.
 */
export function writeAhead(state: MachineState, body: Uint8Array): boolean {
  const address = state.map.codeStart + state.heap.header(HEADER.CODE_BYTES) + RECORD_HEAD_BYTES;
  for (let at = 0; at < body.length;) {
    if (state.heap.roomToDirty(PIECE_LINES, 0) === "checkpoint") return false;
    at = writePiece(state, address, body, at);
  }
  return true;
}

/** Writes what lies in the line of `body[at]` and differs. Returns where the next line begins. */
function writePiece(state: MachineState, address: number, body: Uint8Array, at: number): number {
  state.beginStep();
  const lineEnd = (((address + at) >>> state.lineShift) + 1) << state.lineShift;
  const end = Math.min(body.length, lineEnd - address);
  state.touch(address + at);
  const isWritten = state.u8
    .subarray(address + at, address + end)
    .every((byte, index) => byte === body[at + index]);
  if (isWritten) return end;
  state.touchDirty(address + at);
  state.u8.set(body.subarray(at, end), address + at);
  return end;
}

/** `length` bytes of CODE, line by line. */
export function readBytes(state: MachineState, address: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const lineBytes = 1 << state.lineShift;
  for (let at = 0; at < length;) {
    const to = Math.min(length, at + lineBytes - ((address + at) & (lineBytes - 1)));
    state.beginStep();
    state.touch(address + at);
    bytes.set(state.u8.subarray(address + at, address + to), at);
    at = to;
  }
  return bytes;
}
