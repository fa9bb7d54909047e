/** Fields and elements of objects: residency, resolution, null, bounds, array stores and casts. */
import { settle } from "./invoke.ts";
import { OBJECT } from "./layout.ts";
import { castMessage, explainNull, externalName } from "./messages.ts";
import { resolveClass, resolveField, staticAddress } from "./resolve.ts";
import { FIELD_FLAG, type RuntimeField } from "./runtime.ts";
import { isAssignable } from "./select.ts";
import type { MachineState } from "./state.ts";
import type { Outcome } from "./vm.ts";

const GETSTATIC = 178;
const GETFIELD = 180;
const CHECKCAST = 192;
const AASTORE = 83;
/** Words of the element under an array store, by opcode from iastore on. */
const STORE_WORDS = [1, 2, 1, 2, 1, 1, 1, 1];
/** log2 of the element size by opcode, from iaload or iastore on. */
const ELEMENT_SHIFTS = [2, 3, 2, 3, 2, 0, 1, 1];

function poolIndex(state: MachineState): number {
  return (state.u8[state.pc + 1] << 8) | state.u8[state.pc + 2];
}

export function throwNull(state: MachineState): void {
  settle(state, state.throwJava("java/lang/NullPointerException", explainNull(state)));
}

/** Resolves, or loads the line; then the instruction finds what it needs. */
export function accessField(state: MachineState, opcode: number): void {
  const { method } = state;
  if (method === null) return;
  const isWrite = opcode !== GETFIELD;
  const known = method.owner.poolWords[poolIndex(state)];
  if (known === 0) {
    const field = resolveField(state, method.owner, poolIndex(state), false, isWrite);
    if (field === undefined) settle(state, state.trouble);
    return;
  }
  const valueWords = isWrite ? ((known & FIELD_FLAG.WIDE) !== 0 ? 2 : 1) : 0;
  const reference = state.i32[state.sp - 1 - valueWords];
  if (reference === 0) return throwNull(state);
  const address = reference + (known & ~FIELD_FLAG.MASK);
  if (isWrite) state.touchDirty(address);
  else state.touch(address);
}

export function accessStatic(state: MachineState, opcode: number): void {
  const { method } = state;
  if (method === null) return;
  const isWrite = opcode !== GETSTATIC;
  const known = method.owner.poolWords[poolIndex(state)];
  if (known !== 0) {
    if (isWrite) state.touchDirty(known & ~FIELD_FLAG.MASK);
    else state.touch(known & ~FIELD_FLAG.MASK);
    return;
  }
  const field = resolveField(state, method.owner, poolIndex(state), true, isWrite);
  if (field === undefined) return settle(state, state.trouble);
  // While its class is being initialised a static field is found anew each time.
  if (!field.owner.initialized) completeStatic(state, field, isWrite);
}

function completeStatic(state: MachineState, field: RuntimeField, isWrite: boolean): void {
  const address = staticAddress(field);
  const words = field.isWide ? 2 : 1;
  if (isWrite) {
    state.sp -= words;
    if (field.isReference) state.setReference(address, state.i32[state.sp]);
    else for (let at = 0; at < words; at++) state.setWord(address + at * 4, state.i32[state.sp + at]);
  } else {
    for (let at = 0; at < words; at++) state.i32[state.sp++] = state.word(address + at * 4);
  }
  state.pc += 3;
  state.ticks++;
}

export function accessArray(state: MachineState, opcode: number): void {
  const isWrite = opcode >= 79;
  const kind = isWrite ? opcode - 79 : opcode - 46;
  const top = state.sp - (isWrite ? STORE_WORDS[kind] : 0);
  const index = state.i32[top - 1];
  const array = state.i32[top - 2];
  if (array === 0) return throwNull(state);
  const length = state.arrayLength(array);
  if (index < 0 || index >= length) {
    const message = `Index ${index} out of bounds for length ${length}`;
    return settle(state, state.throwJava("java/lang/ArrayIndexOutOfBoundsException", message));
  }
  if (opcode === AASTORE) return storeReference(state, array, index);
  const shift = ELEMENT_SHIFTS[kind];
  const address = array + (shift === 3 ? OBJECT.ARRAY_WIDE_DATA : OBJECT.ARRAY_DATA) + index * 2 ** shift;
  if (isWrite) state.touchDirty(address);
  else state.touch(address);
}

/** The whole of aastore, index and array checked. */
function storeReference(state: MachineState, array: number, index: number): void {
  const value = state.i32[state.sp - 1];
  const { component } = state.classOf(array);
  if (value !== 0 && component !== undefined) {
    const of = state.classOf(value);
    if (!isAssignable(of, component)) {
      return settle(state, state.throwJava("java/lang/ArrayStoreException", externalName(of)));
    }
  }
  state.setReference(array + OBJECT.ARRAY_DATA + index * 4, value);
  state.sp -= 3;
  state.pc++;
  state.ticks++;
}

export function lengthOfArray(state: MachineState): void {
  const array = state.i32[state.sp - 1];
  if (array === 0) return throwNull(state);
  state.touch(array + OBJECT.ARRAY_LENGTH);
}

/** The whole of checkcast and instanceof. */
export function checkCast(state: MachineState, opcode: number): void {
  const { method } = state;
  if (method === null) return;
  const target = resolveClass(state, method.owner, poolIndex(state));
  if (target === undefined) return settle(state, state.trouble);
  const reference = state.i32[state.sp - 1];
  const of = reference === 0 ? undefined : state.classOf(reference);
  const fits = of !== undefined && isAssignable(of, target);
  if (opcode !== CHECKCAST) state.i32[state.sp - 1] = fits ? 1 : 0;
  else if (of !== undefined && !fits) {
    const outcome: Outcome = state.throwJava("java/lang/ClassCastException", castMessage(state, of, target));
    return settle(state, outcome);
  }
  state.pc += 3;
  state.ticks++;
}
