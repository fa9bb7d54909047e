/** Objects, arrays and strings, born under `heap.reserve`: nothing here fails once a reservation was made. */
import { assert } from "../base/index.ts";
import { OBJECT } from "./layout.ts";
import type { RuntimeClass } from "./runtime.ts";
import type { MachineState } from "./state.ts";

/** Sizes are multiples of 8, since objects are 8-byte aligned. */
export function instanceBytes(of: RuntimeClass): number {
  return (of.instanceBytes + 7) & ~7;
}

/** Not a number the heap could hold if the array is too long for an address space. */
export function arrayBytes(of: RuntimeClass, length: number): number {
  return Math.ceil((of.dataOffset + length * 2 ** of.elementShift) / 8) * 8;
}

/** True if `bytes` can be had now; otherwise `state.neededBytes` tells the collector. */
export function reserve(state: MachineState, bytes: number): boolean {
  const room = state.heap.reserve(bytes);
  state.refreshViews();
  if (!room) state.noRoom(bytes);
  return room;
}

export function newInstance(state: MachineState, of: RuntimeClass): number {
  const address = allocate(state, instanceBytes(of));
  state.i32[address >> 2] = of.id;
  return address;
}

export function newArray(state: MachineState, of: RuntimeClass, length: number): number {
  const address = allocate(state, arrayBytes(of, length));
  writeArrayHeader(state, address, of, length);
  return address;
}

/** Objects that never move: mirrors, tables, threads, interned strings. */
export function newTenuredInstance(state: MachineState, of: RuntimeClass): number {
  const address = allocateTenured(state, instanceBytes(of));
  state.setWord(address, of.id);
  return address;
}

export function newTenuredArray(state: MachineState, of: RuntimeClass, length: number): number {
  const address = allocateTenured(state, arrayBytes(of, length));
  writeArrayHeader(state, address, of, length);
  return address;
}

function writeArrayHeader(state: MachineState, address: number, of: RuntimeClass, length: number): void {
  state.setWord(address, of.id);
  state.setWord(address + OBJECT.ARRAY_LENGTH, length);
}

/** Too large for the nursery. */
export function isLarge(state: MachineState, bytes: number): boolean {
  return bytes > state.map.nurseryBytes >> 2;
}

/** Where the nursery cannot hold all that was reserved, the rest is born tenured. */
function allocate(state: MachineState, bytes: number): number {
  const { heap } = state;
  if (isLarge(state, bytes)) return allocateTenured(state, bytes);
  const young = heap.allocate(bytes);
  const address = young === 0 ? heap.allocateTenured(bytes) : young;
  assert(address !== 0, "allocation failed although it was reserved");
  state.refreshViews();
  return address;
}

function allocateTenured(state: MachineState, bytes: number): number {
  const address = isLarge(state, bytes) ? state.heap.allocateLarge(bytes) : state.heap.allocateTenured(bytes);
  assert(address !== 0, "tenured allocation failed although it was reserved");
  state.refreshViews();
  return address;
}
