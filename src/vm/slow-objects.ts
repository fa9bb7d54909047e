/** Constants and new objects. */
import { arrayBytes, instanceBytes, isLarge, newArray, newInstance, reserve } from "./allocate.ts";
import { ACC } from "./classfile/class-file.ts";
import { dirtyAgainLines } from "./class-records.ts";
import { CONSTANT } from "./classfile/constants.ts";
import { dynamicConstant } from "./dynamic.ts";
import { initialize } from "./initialize.ts";
import { settle } from "./invoke.ts";
import { OBJECT } from "./layout.ts";
import { externalName } from "./messages.ts";
import { mirrorOf } from "./mirrors.ts";
import { resolveArrayOf, resolveClass } from "./resolve.ts";
import type { RuntimeClass } from "./runtime.ts";
import type { MachineState } from "./state.ts";
import { intern } from "./strings.ts";
import { OUTCOME } from "./vm.ts";

/** HotSpot's limit; the heap is full long before. */
const MAX_ARRAY_LENGTH = 0x7ffffffd;
const TOO_LONG = "Requested array size exceeds VM limit";

const LDC = 18;
const LDC2_W = 20;

/** The whole of ldc, ldc_w and ldc2_w. */
export function loadConstant(state: MachineState, opcode: number): void {
  const { u8, pc, method } = state;
  if (method === null) return;
  const index = opcode === LDC ? u8[pc + 1] : (u8[pc + 1] << 8) | u8[pc + 2];
  const value = constantWord(state, method.owner, index);
  if (value === undefined) return settle(state, state.trouble);
  state.i32[state.sp++] = value;
  if (opcode === LDC2_W) state.i32[state.sp++] = method.owner.poolWords[index + 1];
  state.pc += opcode === LDC ? 2 : 3;
  state.ticks++;
}

function constantWord(state: MachineState, from: RuntimeClass, index: number): number | undefined {
  const constants = from.file?.constants;
  switch (constants?.tagAt(index)) {
    case CONSTANT.String: {
      const string = intern(state, constants.text(index));
      // Only what never moves may be kept: a string that String.intern entered can still lie in the nursery.
      if (string >= state.map.tenuredStart) from.poolWords[index] = string;
      return string === 0 ? trouble(state) : string;
    }
    case CONSTANT.Class: {
      const of = resolveClass(state, from, index);
      if (of === undefined) return undefined;
      const mirror = mirrorOf(state, of);
      from.poolWords[index] = mirror;
      return mirror === 0 ? trouble(state) : mirror;
    }
    case CONSTANT.MethodHandle:
    case CONSTANT.MethodType:
    case CONSTANT.Dynamic:
      return dynamicConstant(state, from, index);
    default:
      return from.poolWords[index];
  }
}

function trouble(state: MachineState): undefined {
  state.trouble = OUTCOME.AGAIN;
  return undefined;
}

function poolIndex(state: MachineState): number {
  return (state.u8[state.pc + 1] << 8) | state.u8[state.pc + 2];
}

/** `new`: the class is resolved and initialised first; then, as later in the main loop, the object made. */
export function makeInstance(state: MachineState): void {
  const { method } = state;
  if (method === null) return;
  const of = resolveClass(state, method.owner, poolIndex(state));
  if (of === undefined) return settle(state, state.trouble);
  const young = of.readyBytes > 0 ? newYoung(state, of, of.readyBytes) : 0;
  if (young !== 0) {
    state.i32[state.sp++] = young;
    state.pc += 3;
    state.ticks++;
    return;
  }
  if ((of.access & (ACC.ABSTRACT | ACC.INTERFACE)) !== 0 || of.isArray) {
    return settle(state, state.throwJava("java/lang/InstantiationError", externalName(of)));
  }
  const outcome = initialize(state, of);
  if (outcome !== OUTCOME.VALUE) return settle(state, outcome);
  const bytes = instanceBytes(of);
  if (!reserve(state, bytes)) return settle(state, OUTCOME.AGAIN);
  if (of.initialized) of.readyBytes = bytes;
  const address = newInstance(state, of);
  state.i32[state.sp++] = address;
  state.pc += 3;
  state.ticks++;
}

/** The usual case without a reservation: an object for the nursery, which has room for it. 0: neither. */
function newYoung(state: MachineState, of: RuntimeClass, bytes: number): number {
  if (isLarge(state, bytes)) return 0;
  const address = state.heap.allocate(bytes);
  state.refreshViews();
  if (address !== 0) state.i32[address >> 2] = of.id;
  return address;
}

/** The whole of newarray. */
export function makeArray(state: MachineState): void {
  const kind = state.u8[state.pc + 1];
  finishArray(state, state.classAt(state.firstDynamicId + kind - 4), 2);
}

/** The whole of anewarray. */
export function makeArrayOf(state: MachineState): void {
  const { method } = state;
  if (method === null) return;
  const of = resolveArrayOf(state, method.owner, poolIndex(state));
  if (of === undefined) return settle(state, state.trouble);
  finishArray(state, of, 3);
}

function finishArray(state: MachineState, of: RuntimeClass, length: number): void {
  const count = state.i32[state.sp - 1];
  if (count < 0) return settle(state, state.throwJava("java/lang/NegativeArraySizeException", `${count}`));
  if (count > MAX_ARRAY_LENGTH) return settle(state, state.throwJava("java/lang/OutOfMemoryError", TOO_LONG));
  const bytes = arrayBytes(of, count);
  let address = newYoung(state, of, bytes);
  if (address !== 0) state.i32[(address + OBJECT.ARRAY_LENGTH) >> 2] = count;
  else {
    if (!reserve(state, bytes)) return settle(state, OUTCOME.AGAIN);
    address = newArray(state, of, count);
  }
  state.i32[state.sp - 1] = address;
  state.pc += length;
  state.ticks++;
}

/** The whole of multianewarray; all arrays are reserved at once, so that none moves while the others are made. */
export function makeMultiArray(state: MachineState): void {
  const { method, i32, sp } = state;
  if (method === null) return;
  const of = resolveClass(state, method.owner, poolIndex(state));
  if (of === undefined) return settle(state, state.trouble);
  const dimensions = state.u8[state.pc + 3];
  const counts = Array.from(i32.subarray(sp - dimensions, sp));
  const negative = counts.find((count) => count < 0);
  if (negative !== undefined) {
    return settle(state, state.throwJava("java/lang/NegativeArraySizeException", `${negative}`));
  }
  if (!reserve(state, multiBytes(of, counts, 0))) return settle(state, OUTCOME.AGAIN);
  // No checkpoint can come between the arrays.
  switch (state.heap.roomToDirty(headerLines(state, of, counts), dirtyAgainLines(state))) {
    case "yes":
      break;
    case "checkpoint":
      return settle(state, OUTCOME.AGAIN);
    case "never":
      return settle(state, state.throwJava("java/lang/OutOfMemoryError", "Java heap space"));
  }
  const address = makeLevel(state, of, counts, 0);
  state.sp -= dimensions;
  state.i32[state.sp++] = address;
  state.pc += 4;
  state.ticks++;
}

function multiBytes(of: RuntimeClass, counts: readonly number[], level: number): number {
  const own = arrayBytes(of, counts[level]);
  if (level + 1 >= counts.length || of.component === undefined) return own;
  return own + counts[level] * multiBytes(of.component, counts, level + 1);
}

/** Lines that the headers of the arrays may dirty: what the nursery does not hold is born tenured. */
function headerLines(state: MachineState, of: RuntimeClass, counts: readonly number[]): number {
  const bytes = multiBytes(of, counts, 0);
  return isLarge(state, bytes) ? Math.min(arrayCount(counts), 2 * (bytes >> state.lineShift) + 2) : 0;
}

function arrayCount(counts: readonly number[]): number {
  let arrays = 1;
  let total = 1;
  for (const count of counts.slice(0, -1)) total += arrays *= count;
  return total;
}

function makeLevel(state: MachineState, of: RuntimeClass, counts: readonly number[], level: number): number {
  state.beginStep();
  const array = newArray(state, of, counts[level]);
  if (level + 1 >= counts.length || of.component === undefined) return array;
  for (let index = 0; index < counts[level]; index++) {
    const element = makeLevel(state, of.component, counts, level + 1);
    state.setReference(array + OBJECT.ARRAY_DATA + index * 4, element);
  }
  return array;
}
