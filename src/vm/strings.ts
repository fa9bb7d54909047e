/** java.lang.String objects: a char[] of UTF-16 code units behind a String, and the table of interned ones. */
import {
  arrayBytes,
  instanceBytes,
  newArray,
  newInstance,
  newTenuredArray,
  newTenuredInstance,
  reserve,
} from "./allocate.ts";
import { dirtyAgainLines, linesOf } from "./class-records.ts";
import { arrayClassOf, knownClass } from "./classes.ts";
import { HEADER, OBJECT } from "./layout.ts";
import type { MachineState } from "./state.ts";

const FIRST_INTERN_SLOTS = 64;
/** Bounds the arguments of one String.fromCharCode where lines are long. */
const MAX_CHUNK_BYTES = 8192;

export function stringBytes(state: MachineState, length: number): number {
  return instanceBytes(knownClass(state, "java/lang/String")) + arrayBytes(charArray(state), length);
}

/** Under a reservation of `stringBytes`. */
export function newString(state: MachineState, text: string): number {
  const value = newArray(state, charArray(state), text.length);
  const string = newInstance(state, knownClass(state, "java/lang/String"));
  writeChars(state, value, text);
  state.setReference(string + state.known.stringValue, value);
  return string;
}

export function readString(state: MachineState, string: number): string {
  const value = state.word(string + state.known.stringValue);
  return value === 0 ? "" : readChars(state, value);
}

/** Reads line by line; only what is read at the moment is assumed to be resident. */
export function readChars(state: MachineState, value: number): string {
  const end = value + OBJECT.ARRAY_DATA + state.arrayLength(value) * 2;
  let text = "";
  for (let at = value + OBJECT.ARRAY_DATA; at < end;) {
    const to = Math.min(end, lineEnd(state, at));
    state.beginStep();
    state.touch(at);
    text += String.fromCharCode(...state.u16.subarray(at >> 1, to >> 1));
    at = to;
  }
  return text;
}

function writeChars(state: MachineState, value: number, text: string): void {
  const start = value + OBJECT.ARRAY_DATA;
  const end = start + text.length * 2;
  for (let at = start; at < end;) {
    const to = Math.min(end, lineEnd(state, at));
    state.beginStep();
    state.touchDirty(at);
    for (; at < to; at += 2) state.u16[at >> 1] = text.charCodeAt((at - start) >> 1);
  }
}

function lineEnd(state: MachineState, address: number): number {
  return Math.min(((address >>> state.lineShift) + 1) << state.lineShift, address + MAX_CHUNK_BYTES);
}

/**
 * The interned string of this text; 0 if there is no room now. Where there is none yet it becomes `existing`, a string of
 * this text, or else a new one, which never moves.
 */
export function intern(state: MachineState, text: string, existing = 0): number {
  const found = findInterned(state, text);
  if (found.string !== 0) return found.string;
  const table = state.heap.header(HEADER.INTERN_TABLE);
  const slots = table === 0 ? 0 : state.arrayLength(table);
  if ((state.heap.header(HEADER.INTERN_COUNT) + 1) * 2 > slots) {
    if (!growTable(state, table, slots)) return 0;
    return intern(state, text, existing);
  }
  const string = existing === 0 ? newTenuredString(state, text) : existing;
  if (string === 0) return 0;
  // The hash is stored, which String.hashCode would do when first asked: growing the table then reads no characters.
  state.setWord(string + state.known.stringHash, hashOf(text));
  state.setReference(found.slot, string);
  state.heap.setHeader(HEADER.INTERN_COUNT, state.heap.header(HEADER.INTERN_COUNT) + 1);
  return string;
}

function newTenuredString(state: MachineState, text: string): number {
  const bytes = stringBytes(state, text.length);
  if (!mayDirty(state, bytes) || !reserve(state, bytes)) return 0;
  const value = newTenuredArray(state, charArray(state), text.length);
  const string = newTenuredInstance(state, knownClass(state, "java/lang/String"));
  writeChars(state, value, text);
  state.setReference(string + state.known.stringValue, value);
  return string;
}

function findInterned(state: MachineState, text: string): { string: number; slot: number } {
  const table = state.heap.header(HEADER.INTERN_TABLE);
  if (table === 0) return { string: 0, slot: 0 };
  const mask = state.arrayLength(table) - 1;
  const hash = hashOf(text);
  for (let index = spread(hash) & mask; ; index = (index + 1) & mask) {
    state.beginStep();
    const slot = table + OBJECT.ARRAY_DATA + index * 4;
    const string = state.word(slot);
    if (string === 0) return { string: 0, slot };
    if (state.word(string + state.known.stringHash) === hash && readString(state, string) === text) {
      return { string, slot };
    }
  }
}

function growTable(state: MachineState, table: number, slots: number): boolean {
  const objectArray = arrayClassOf(state, knownClass(state, "java/lang/Object"));
  const grown = Math.max(FIRST_INTERN_SLOTS, slots * 2);
  if (!mayDirty(state, arrayBytes(objectArray, grown)) || !reserve(state, arrayBytes(objectArray, grown)))
    return false;
  const to = newTenuredArray(state, objectArray, grown);
  for (let index = 0; index < slots; index++) {
    state.beginStep();
    const string = state.word(table + OBJECT.ARRAY_DATA + index * 4);
    if (string === 0) continue;
    let at = spread(state.word(string + state.known.stringHash)) & (grown - 1);
    while (state.word(to + OBJECT.ARRAY_DATA + at * 4) !== 0) at = (at + 1) & (grown - 1);
    state.setReference(to + OBJECT.ARRAY_DATA + at * 4, string);
  }
  state.heap.setHeader(HEADER.INTERN_TABLE, to);
  return true;
}

/** Whether so many bytes may be written at once; false: a checkpoint is due before. */
function mayDirty(state: MachineState, bytes: number): boolean {
  if (!state.heap.stopsAtSteps) return true;
  return state.heap.roomToDirty(linesOf(state, bytes), dirtyAgainLines(state)) !== "checkpoint";
}

function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

function spread(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}

function charArray(state: MachineState): ReturnType<typeof knownClass> {
  return state.classAt(state.firstDynamicId + 1);
}
