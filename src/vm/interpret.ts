/**
 * The interpreter's main loop: the one long function of this machine, and its only copy of what the bytecodes mean. It
 * executes in place from `u8`, keeps the running frame's registers in locals, and completes an instruction only while
 * everything it needs is resident, resolved and in range; all else leaves through the one exit below the switch for
 * `slowStep`, after which the registers are read anew. Frames under execution are dirty, so operands and locals need no
 * check. A null reference fails the residency check, because no line below the largest field offset is ever present.
 *
 * Ticks: one a bytecode, counted when it is completed. Polls: after backward branches, calls and returns, once `ticks`
 * has reached `limit`.
 *
 * Its form is what V8 makes fast code of (docs/engine.md): no call in the loop, `| 0` wherever a register changes, every
 * view read once before the loop.
 */
import { poll, setPollTick } from "./collect.ts";
import type { RuntimeMethod } from "./runtime.ts";
import { slowStep } from "./slow.ts";
import type { MachineState } from "./state.ts";
import { arena } from "../heap/index.ts";

// Constants of this module, so that V8 compiles their addresses and lengths into the code.
const U8 = arena.u8;
const I8 = arena.i8;
const U16 = arena.u16;
const I16 = arena.i16;
const I32 = arena.i32;
const F32 = arena.f32;
const LINE_STATE = arena.lineState;

const scratchF64 = new Float64Array(2);
const scratchI32 = new Int32Array(scratchF64.buffer);
const TWO_32 = 2 ** 32;
const TWO_63 = 2 ** 63;
/** Longs up to this are exact as numbers. */
const MAX_EXACT = 2 ** 53 - 1;
const MAX_RUN_TICKS = 0x3fffffff;
/** Tenured slots and the nursery references stored in them, in turn; told to the heap before anything else can ask it. */
const STORES_MAX = 256;
const stores = new Int32Array(STORES_MAX);

/** Runs the current thread until `state.stop` is set or no thread runs. */
export function interpret(state: MachineState): void {
  while (state.method !== null && state.stop === undefined) {
    setPollTick(state);
    if (execute(state, state.method)) poll(state);
    else slowStep(state);
  }
}

/** Executes bytecodes up to a poll that is due (true), or to an instruction that it cannot complete (false). */
function execute(state: MachineState, running: RuntimeMethod): boolean {
  // V8 finds that they are constants here, before the loop, but not reliably in it.
  const u8 = U8;
  const i8 = I8;
  const u16 = U16;
  const i16 = I16;
  const i32 = I32;
  const f32 = F32;
  const lineState = LINE_STATE;
  const d = scratchF64;
  const w = scratchI32;
  const { heap, classes } = state;
  const base = heap.region.base | 0;
  const wordBase = base >> 2;
  const shift = state.lineShift | 0;
  const lineDelta = (heap.region.lineBase - (base >> shift)) | 0;
  const tenuredStart = state.map.tenuredStart | 0;
  const tenuredBase = (tenuredStart + base) | 0;
  const codeStart = state.map.codeStart | 0;
  const primitiveArrays = (state.firstDynamicId - 4) | 0;
  const evictEpoch = heap.evictEpoch;
  const dirtyLow = (state.dirtyLow + wordBase) | 0;
  const dirtyHigh = (state.dirtyHigh + wordBase) | 0;
  const limit = Math.max(0, Math.min(state.pollTick - state.ticks, MAX_RUN_TICKS)) | 0;
  const young = heap.youngRoom;
  const easyBytes = young.easyMax | 0;
  const youngEnd = young.openEnd | 0;
  let youngTop = young.top | 0;
  let stored = 0;
  let ticks = 0;
  let pc = (state.pc + base) | 0;
  let sp = (state.sp + wordBase) | 0;
  let fp = (state.fp + wordBase) | 0;
  let lp = (fp + 4) | 0;
  let method = running;
  let code = (method.codeAddress + base) | 0;
  let owner = method.owner;
  let poolWords = owner.poolWords;
  let polling = false;
  let callee: RuntimeMethod | null = null;
  let returning = -1;
  for (;;) {
    ticks = (ticks + 1) | 0;
    switch (u8[pc]) {
      case 0: {
        pc = (pc + 1) | 0;
        continue;
      }
      case 1: {
        i32[sp] = 0;
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 2:
      case 3:
      case 4:
      case 5:
      case 6:
      case 7:
      case 8: {
        i32[sp] = u8[pc] - 3;
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 9:
      case 10: {
        i32[sp] = u8[pc] - 9;
        i32[(sp + 1) | 0] = 0;
        sp = (sp + 2) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 11:
      case 12:
      case 13: {
        f32[sp] = u8[pc] - 11;
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 14:
      case 15: {
        i32[sp] = 0;
        i32[(sp + 1) | 0] = u8[pc] === 14 ? 0 : 0x3ff00000;
        sp = (sp + 2) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 16: {
        i32[sp] = i8[(pc + 1) | 0];
        sp = (sp + 1) | 0;
        pc = (pc + 2) | 0;
        continue;
      }
      case 17: {
        i32[sp] = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        sp = (sp + 1) | 0;
        pc = (pc + 3) | 0;
        continue;
      }
      case 18: {
        const value = poolWords[u8[(pc + 1) | 0]];
        if (value === 0) break;
        i32[sp] = value;
        sp = (sp + 1) | 0;
        pc = (pc + 2) | 0;
        continue;
      }
      case 19: {
        const value = poolWords[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]];
        if (value === 0) break;
        i32[sp] = value;
        sp = (sp + 1) | 0;
        pc = (pc + 3) | 0;
        continue;
      }
      case 20: {
        const index = (u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        if ((poolWords[index] | poolWords[index + 1]) === 0) break;
        i32[sp] = poolWords[index];
        i32[(sp + 1) | 0] = poolWords[index + 1];
        sp = (sp + 2) | 0;
        pc = (pc + 3) | 0;
        continue;
      }
      case 21:
      case 23:
      case 25: {
        i32[sp] = i32[(lp + u8[(pc + 1) | 0]) | 0];
        sp = (sp + 1) | 0;
        pc = (pc + 2) | 0;
        continue;
      }
      case 22:
      case 24: {
        const at = lp + u8[(pc + 1) | 0];
        i32[sp] = i32[at];
        i32[(sp + 1) | 0] = i32[at + 1];
        sp = (sp + 2) | 0;
        pc = (pc + 2) | 0;
        continue;
      }
      case 42: {
        const self = i32[lp];
        // The usual pair, aload_0 and getfield, in one step: half of all field reads.
        if (u8[(pc + 1) | 0] === 180) {
          const field = poolWords[(u8[(pc + 2) | 0] << 8) | u8[(pc + 3) | 0]];
          const address = (self + (field & ~3) + base) | 0;
          if (field !== 0 && (field & 1) === 0 && lineState[((address >> shift) + lineDelta) | 0] !== 0) {
            i32[sp] = i32[address >> 2];
            sp = (sp + 1) | 0;
            pc = (pc + 4) | 0;
            ticks = (ticks + 1) | 0;
            continue;
          }
        }
        i32[sp] = self;
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 26:
      case 34: {
        i32[sp] = i32[lp];
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 27:
      case 35:
      case 43: {
        i32[sp] = i32[(lp + 1) | 0];
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 28:
      case 36:
      case 44: {
        i32[sp] = i32[(lp + 2) | 0];
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 29:
      case 37:
      case 45: {
        i32[sp] = i32[(lp + 3) | 0];
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 30:
      case 38: {
        i32[sp] = i32[lp];
        i32[(sp + 1) | 0] = i32[(lp + 1) | 0];
        sp = (sp + 2) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 31:
      case 39: {
        i32[sp] = i32[(lp + 1) | 0];
        i32[(sp + 1) | 0] = i32[(lp + 2) | 0];
        sp = (sp + 2) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 32:
      case 40: {
        i32[sp] = i32[(lp + 2) | 0];
        i32[(sp + 1) | 0] = i32[(lp + 3) | 0];
        sp = (sp + 2) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 33:
      case 41: {
        i32[sp] = i32[(lp + 3) | 0];
        i32[(sp + 1) | 0] = i32[(lp + 4) | 0];
        sp = (sp + 2) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 46:
      case 48:
      case 50: {
        const array = (i32[(sp - 2) | 0] + base) | 0;
        const index = i32[(sp - 1) | 0];
        if (
          lineState[(((array + 8) >> shift) + lineDelta) | 0] === 0 ||
          index >>> 0 >= i32[(array + 8) >> 2] >>> 0
        )
          break;
        const address = array + 12 + (index << 2);
        if (lineState[((address >> shift) + lineDelta) | 0] === 0) break;
        i32[(sp - 2) | 0] = i32[address >> 2];
        sp = (sp - 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 47:
      case 49: {
        const array = (i32[(sp - 2) | 0] + base) | 0;
        const index = i32[(sp - 1) | 0];
        if (
          lineState[(((array + 8) >> shift) + lineDelta) | 0] === 0 ||
          index >>> 0 >= i32[(array + 8) >> 2] >>> 0
        )
          break;
        const address = array + 16 + (index << 3);
        if (lineState[((address >> shift) + lineDelta) | 0] === 0) break;
        i32[(sp - 2) | 0] = i32[address >> 2];
        i32[(sp - 1) | 0] = i32[(address >> 2) + 1];
        pc = (pc + 1) | 0;
        continue;
      }
      case 51: {
        const array = (i32[(sp - 2) | 0] + base) | 0;
        const index = i32[(sp - 1) | 0];
        if (
          lineState[(((array + 8) >> shift) + lineDelta) | 0] === 0 ||
          index >>> 0 >= i32[(array + 8) >> 2] >>> 0
        )
          break;
        const address = array + 12 + index;
        if (lineState[((address >> shift) + lineDelta) | 0] === 0) break;
        i32[(sp - 2) | 0] = i8[address];
        sp = (sp - 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 52: {
        const array = (i32[(sp - 2) | 0] + base) | 0;
        const index = i32[(sp - 1) | 0];
        if (
          lineState[(((array + 8) >> shift) + lineDelta) | 0] === 0 ||
          index >>> 0 >= i32[(array + 8) >> 2] >>> 0
        )
          break;
        const address = array + 12 + (index << 1);
        if (lineState[((address >> shift) + lineDelta) | 0] === 0) break;
        i32[(sp - 2) | 0] = u16[address >> 1];
        sp = (sp - 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 53: {
        const array = (i32[(sp - 2) | 0] + base) | 0;
        const index = i32[(sp - 1) | 0];
        if (
          lineState[(((array + 8) >> shift) + lineDelta) | 0] === 0 ||
          index >>> 0 >= i32[(array + 8) >> 2] >>> 0
        )
          break;
        const address = array + 12 + (index << 1);
        if (lineState[((address >> shift) + lineDelta) | 0] === 0) break;
        i32[(sp - 2) | 0] = i16[address >> 1];
        sp = (sp - 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 54:
      case 56:
      case 58: {
        sp = (sp - 1) | 0;
        i32[(lp + u8[(pc + 1) | 0]) | 0] = i32[sp];
        pc = (pc + 2) | 0;
        continue;
      }
      case 55:
      case 57: {
        const at = lp + u8[(pc + 1) | 0];
        sp = (sp - 2) | 0;
        i32[at] = i32[sp];
        i32[at + 1] = i32[(sp + 1) | 0];
        pc = (pc + 2) | 0;
        continue;
      }
      case 59:
      case 67:
      case 75: {
        sp = (sp - 1) | 0;
        i32[lp] = i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 60:
      case 68:
      case 76: {
        sp = (sp - 1) | 0;
        i32[(lp + 1) | 0] = i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 61:
      case 69:
      case 77: {
        sp = (sp - 1) | 0;
        i32[(lp + 2) | 0] = i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 62:
      case 70:
      case 78: {
        sp = (sp - 1) | 0;
        i32[(lp + 3) | 0] = i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 63:
      case 71: {
        sp = (sp - 2) | 0;
        i32[lp] = i32[sp];
        i32[(lp + 1) | 0] = i32[(sp + 1) | 0];
        pc = (pc + 1) | 0;
        continue;
      }
      case 64:
      case 72: {
        sp = (sp - 2) | 0;
        i32[(lp + 1) | 0] = i32[sp];
        i32[(lp + 2) | 0] = i32[(sp + 1) | 0];
        pc = (pc + 1) | 0;
        continue;
      }
      case 65:
      case 73: {
        sp = (sp - 2) | 0;
        i32[(lp + 2) | 0] = i32[sp];
        i32[(lp + 3) | 0] = i32[(sp + 1) | 0];
        pc = (pc + 1) | 0;
        continue;
      }
      case 66:
      case 74: {
        sp = (sp - 2) | 0;
        i32[(lp + 3) | 0] = i32[sp];
        i32[(lp + 4) | 0] = i32[(sp + 1) | 0];
        pc = (pc + 1) | 0;
        continue;
      }
      case 79:
      case 81: {
        const array = (i32[(sp - 3) | 0] + base) | 0;
        const index = i32[(sp - 2) | 0];
        if (
          lineState[(((array + 8) >> shift) + lineDelta) | 0] === 0 ||
          index >>> 0 >= i32[(array + 8) >> 2] >>> 0
        )
          break;
        const address = array + 12 + (index << 2);
        if (lineState[((address >> shift) + lineDelta) | 0] !== 2) break;
        i32[address >> 2] = i32[(sp - 1) | 0];
        sp = (sp - 3) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 80:
      case 82: {
        const array = (i32[(sp - 4) | 0] + base) | 0;
        const index = i32[(sp - 3) | 0];
        if (
          lineState[(((array + 8) >> shift) + lineDelta) | 0] === 0 ||
          index >>> 0 >= i32[(array + 8) >> 2] >>> 0
        )
          break;
        const address = array + 16 + (index << 3);
        if (lineState[((address >> shift) + lineDelta) | 0] !== 2) break;
        i32[address >> 2] = i32[(sp - 2) | 0];
        i32[(address >> 2) + 1] = i32[(sp - 1) | 0];
        sp = (sp - 4) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 83: {
        const array = (i32[(sp - 3) | 0] + base) | 0;
        const index = i32[(sp - 2) | 0];
        const value = i32[(sp - 1) | 0];
        if (
          lineState[((array >> shift) + lineDelta) | 0] === 0 ||
          lineState[(((array + 8) >> shift) + lineDelta) | 0] === 0
        )
          break;
        if (index >>> 0 >= i32[(array + 8) >> 2] >>> 0) break;
        const address = array + 12 + (index << 2);
        if (lineState[((address >> shift) + lineDelta) | 0] !== 2) break;
        if (value !== 0) {
          const component = classes[i32[array >> 2] & 0xffff]?.component;
          if (component === undefined || lineState[(((value + base) >> shift) + lineDelta) | 0] === 0) break;
          const id = i32[(value + base) >> 2] & 0xffff;
          if (id !== component.id && classes[id]?.isA[component.id & 15] !== component.id) break;
          if (address >= tenuredBase && value < tenuredStart) {
            if (stored === STORES_MAX) break;
            stores[stored] = (address - base) | 0;
            stores[(stored + 1) | 0] = value;
            stored = (stored + 2) | 0;
          }
        }
        i32[address >> 2] = value;
        sp = (sp - 3) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 84: {
        const array = (i32[(sp - 3) | 0] + base) | 0;
        const index = i32[(sp - 2) | 0];
        if (
          lineState[(((array + 8) >> shift) + lineDelta) | 0] === 0 ||
          index >>> 0 >= i32[(array + 8) >> 2] >>> 0
        )
          break;
        const address = array + 12 + index;
        if (lineState[((address >> shift) + lineDelta) | 0] !== 2) break;
        u8[address] = i32[(sp - 1) | 0];
        sp = (sp - 3) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 85:
      case 86: {
        const array = (i32[(sp - 3) | 0] + base) | 0;
        const index = i32[(sp - 2) | 0];
        if (
          lineState[(((array + 8) >> shift) + lineDelta) | 0] === 0 ||
          index >>> 0 >= i32[(array + 8) >> 2] >>> 0
        )
          break;
        const address = array + 12 + (index << 1);
        if (lineState[((address >> shift) + lineDelta) | 0] !== 2) break;
        u16[address >> 1] = i32[(sp - 1) | 0];
        sp = (sp - 3) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 87: {
        sp = (sp - 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 88: {
        sp = (sp - 2) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 89: {
        i32[sp] = i32[(sp - 1) | 0];
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 90: {
        const top = i32[(sp - 1) | 0];
        i32[(sp - 1) | 0] = i32[(sp - 2) | 0];
        i32[(sp - 2) | 0] = top;
        i32[sp] = top;
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 91: {
        const top = i32[(sp - 1) | 0];
        i32[(sp - 1) | 0] = i32[(sp - 2) | 0];
        i32[(sp - 2) | 0] = i32[(sp - 3) | 0];
        i32[(sp - 3) | 0] = top;
        i32[sp] = top;
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 92: {
        i32[sp] = i32[(sp - 2) | 0];
        i32[(sp + 1) | 0] = i32[(sp - 1) | 0];
        sp = (sp + 2) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 93: {
        const top = i32[(sp - 1) | 0];
        const second = i32[(sp - 2) | 0];
        i32[(sp - 1) | 0] = i32[(sp - 3) | 0];
        i32[(sp - 2) | 0] = top;
        i32[(sp - 3) | 0] = second;
        i32[sp] = second;
        i32[(sp + 1) | 0] = top;
        sp = (sp + 2) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 94: {
        const top = i32[(sp - 1) | 0];
        const second = i32[(sp - 2) | 0];
        i32[(sp - 1) | 0] = i32[(sp - 3) | 0];
        i32[(sp - 2) | 0] = i32[(sp - 4) | 0];
        i32[(sp - 3) | 0] = top;
        i32[(sp - 4) | 0] = second;
        i32[sp] = second;
        i32[(sp + 1) | 0] = top;
        sp = (sp + 2) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 95: {
        const top = i32[(sp - 1) | 0];
        i32[(sp - 1) | 0] = i32[(sp - 2) | 0];
        i32[(sp - 2) | 0] = top;
        pc = (pc + 1) | 0;
        continue;
      }
      case 96: {
        sp = (sp - 1) | 0;
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] + i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 100: {
        sp = (sp - 1) | 0;
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] - i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 104: {
        sp = (sp - 1) | 0;
        i32[(sp - 1) | 0] = Math.imul(i32[(sp - 1) | 0], i32[sp]);
        pc = (pc + 1) | 0;
        continue;
      }
      case 108: {
        const divisor = i32[(sp - 1) | 0];
        if (divisor === 0) break;
        sp = (sp - 1) | 0;
        i32[(sp - 1) | 0] = (i32[(sp - 1) | 0] / divisor) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 112: {
        const divisor = i32[(sp - 1) | 0];
        if (divisor === 0) break;
        sp = (sp - 1) | 0;
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] % divisor;
        pc = (pc + 1) | 0;
        continue;
      }
      case 116: {
        i32[(sp - 1) | 0] = -i32[(sp - 1) | 0];
        pc = (pc + 1) | 0;
        continue;
      }
      case 120: {
        sp = (sp - 1) | 0;
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] << i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 122: {
        sp = (sp - 1) | 0;
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] >> i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 124: {
        sp = (sp - 1) | 0;
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] >>> i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 126: {
        sp = (sp - 1) | 0;
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] & i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 128: {
        sp = (sp - 1) | 0;
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] | i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 130: {
        sp = (sp - 1) | 0;
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] ^ i32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 97: {
        sp = (sp - 2) | 0;
        const low = i32[(sp - 2) | 0];
        const sum = (low + i32[sp]) | 0;
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] + i32[(sp + 1) | 0] + (sum >>> 0 < low >>> 0 ? 1 : 0);
        i32[(sp - 2) | 0] = sum;
        pc = (pc + 1) | 0;
        continue;
      }
      case 101: {
        sp = (sp - 2) | 0;
        const low = i32[(sp - 2) | 0];
        const right = i32[sp];
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] - i32[(sp + 1) | 0] - (low >>> 0 < right >>> 0 ? 1 : 0);
        i32[(sp - 2) | 0] = low - right;
        pc = (pc + 1) | 0;
        continue;
      }
      case 105: {
        sp = (sp - 2) | 0;
        const low = i32[(sp - 2) | 0];
        const right = i32[sp];
        const l0 = low & 0xffff;
        const l1 = low >>> 16;
        const r0 = right & 0xffff;
        const r1 = right >>> 16;
        const middle = (Math.imul(l1, r0) >>> 0) + (Math.imul(l0, r0) >>> 16);
        const middle2 = (Math.imul(l0, r1) >>> 0) + (middle & 0xffff);
        const high = (Math.imul(l1, r1) >>> 0) + (middle >>> 16) + (middle2 >>> 16);
        i32[(sp - 1) | 0] = high + Math.imul(low, i32[(sp + 1) | 0]) + Math.imul(i32[(sp - 1) | 0], right);
        i32[(sp - 2) | 0] = Math.imul(low, right);
        pc = (pc + 1) | 0;
        continue;
      }
      case 109: {
        const left = i32[(sp - 3) | 0] * TWO_32 + (i32[(sp - 4) | 0] >>> 0);
        const divisor = i32[(sp - 1) | 0] * TWO_32 + (i32[(sp - 2) | 0] >>> 0);
        if (
          divisor === 0 ||
          left > MAX_EXACT ||
          left < -MAX_EXACT ||
          divisor > MAX_EXACT ||
          divisor < -MAX_EXACT
        )
          break;
        const quotient = (left - (left % divisor)) / divisor;
        sp = (sp - 2) | 0;
        i32[(sp - 2) | 0] = quotient;
        i32[(sp - 1) | 0] = Math.floor(quotient / TWO_32);
        pc = (pc + 1) | 0;
        continue;
      }
      case 113: {
        const left = i32[(sp - 3) | 0] * TWO_32 + (i32[(sp - 4) | 0] >>> 0);
        const divisor = i32[(sp - 1) | 0] * TWO_32 + (i32[(sp - 2) | 0] >>> 0);
        if (
          divisor === 0 ||
          left > MAX_EXACT ||
          left < -MAX_EXACT ||
          divisor > MAX_EXACT ||
          divisor < -MAX_EXACT
        )
          break;
        const remainder = left % divisor;
        sp = (sp - 2) | 0;
        i32[(sp - 2) | 0] = remainder;
        i32[(sp - 1) | 0] = Math.floor(remainder / TWO_32);
        pc = (pc + 1) | 0;
        continue;
      }
      case 117: {
        const low = -i32[(sp - 2) | 0] | 0;
        i32[(sp - 1) | 0] = ~i32[(sp - 1) | 0] + (low === 0 ? 1 : 0);
        i32[(sp - 2) | 0] = low;
        pc = (pc + 1) | 0;
        continue;
      }
      case 121: {
        sp = (sp - 1) | 0;
        const count = i32[sp] & 63;
        const low = i32[(sp - 2) | 0];
        if (count >= 32) {
          i32[(sp - 1) | 0] = low << (count - 32);
          i32[(sp - 2) | 0] = 0;
        } else if (count > 0) {
          i32[(sp - 1) | 0] = (i32[(sp - 1) | 0] << count) | (low >>> (32 - count));
          i32[(sp - 2) | 0] = low << count;
        }
        pc = (pc + 1) | 0;
        continue;
      }
      case 123: {
        sp = (sp - 1) | 0;
        const count = i32[sp] & 63;
        const high = i32[(sp - 1) | 0];
        if (count >= 32) {
          i32[(sp - 2) | 0] = high >> (count - 32);
          i32[(sp - 1) | 0] = high >> 31;
        } else if (count > 0) {
          i32[(sp - 2) | 0] = (i32[(sp - 2) | 0] >>> count) | (high << (32 - count));
          i32[(sp - 1) | 0] = high >> count;
        }
        pc = (pc + 1) | 0;
        continue;
      }
      case 125: {
        sp = (sp - 1) | 0;
        const count = i32[sp] & 63;
        const high = i32[(sp - 1) | 0];
        if (count >= 32) {
          i32[(sp - 2) | 0] = high >>> (count - 32);
          i32[(sp - 1) | 0] = 0;
        } else if (count > 0) {
          i32[(sp - 2) | 0] = (i32[(sp - 2) | 0] >>> count) | (high << (32 - count));
          i32[(sp - 1) | 0] = high >>> count;
        }
        pc = (pc + 1) | 0;
        continue;
      }
      case 127: {
        sp = (sp - 2) | 0;
        i32[(sp - 2) | 0] = i32[(sp - 2) | 0] & i32[sp];
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] & i32[(sp + 1) | 0];
        pc = (pc + 1) | 0;
        continue;
      }
      case 129: {
        sp = (sp - 2) | 0;
        i32[(sp - 2) | 0] = i32[(sp - 2) | 0] | i32[sp];
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] | i32[(sp + 1) | 0];
        pc = (pc + 1) | 0;
        continue;
      }
      case 131: {
        sp = (sp - 2) | 0;
        i32[(sp - 2) | 0] = i32[(sp - 2) | 0] ^ i32[sp];
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] ^ i32[(sp + 1) | 0];
        pc = (pc + 1) | 0;
        continue;
      }
      case 98: {
        sp = (sp - 1) | 0;
        f32[(sp - 1) | 0] = f32[(sp - 1) | 0] + f32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 102: {
        sp = (sp - 1) | 0;
        f32[(sp - 1) | 0] = f32[(sp - 1) | 0] - f32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 106: {
        sp = (sp - 1) | 0;
        f32[(sp - 1) | 0] = f32[(sp - 1) | 0] * f32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 110: {
        sp = (sp - 1) | 0;
        f32[(sp - 1) | 0] = f32[(sp - 1) | 0] / f32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 114: {
        sp = (sp - 1) | 0;
        f32[(sp - 1) | 0] = f32[(sp - 1) | 0] % f32[sp];
        pc = (pc + 1) | 0;
        continue;
      }
      case 118: {
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] ^ 0x80000000;
        pc = (pc + 1) | 0;
        continue;
      }
      case 99: {
        w[0] = i32[(sp - 4) | 0];
        w[1] = i32[(sp - 3) | 0];
        w[2] = i32[(sp - 2) | 0];
        w[3] = i32[(sp - 1) | 0];
        d[0] = d[0] + d[1];
        sp = (sp - 2) | 0;
        i32[(sp - 2) | 0] = w[0];
        i32[(sp - 1) | 0] = w[1];
        pc = (pc + 1) | 0;
        continue;
      }
      case 103: {
        w[0] = i32[(sp - 4) | 0];
        w[1] = i32[(sp - 3) | 0];
        w[2] = i32[(sp - 2) | 0];
        w[3] = i32[(sp - 1) | 0];
        d[0] = d[0] - d[1];
        sp = (sp - 2) | 0;
        i32[(sp - 2) | 0] = w[0];
        i32[(sp - 1) | 0] = w[1];
        pc = (pc + 1) | 0;
        continue;
      }
      case 107: {
        w[0] = i32[(sp - 4) | 0];
        w[1] = i32[(sp - 3) | 0];
        w[2] = i32[(sp - 2) | 0];
        w[3] = i32[(sp - 1) | 0];
        d[0] = d[0] * d[1];
        sp = (sp - 2) | 0;
        i32[(sp - 2) | 0] = w[0];
        i32[(sp - 1) | 0] = w[1];
        pc = (pc + 1) | 0;
        continue;
      }
      case 111: {
        w[0] = i32[(sp - 4) | 0];
        w[1] = i32[(sp - 3) | 0];
        w[2] = i32[(sp - 2) | 0];
        w[3] = i32[(sp - 1) | 0];
        d[0] = d[0] / d[1];
        sp = (sp - 2) | 0;
        i32[(sp - 2) | 0] = w[0];
        i32[(sp - 1) | 0] = w[1];
        pc = (pc + 1) | 0;
        continue;
      }
      case 115: {
        w[0] = i32[(sp - 4) | 0];
        w[1] = i32[(sp - 3) | 0];
        w[2] = i32[(sp - 2) | 0];
        w[3] = i32[(sp - 1) | 0];
        d[0] = d[0] % d[1];
        sp = (sp - 2) | 0;
        i32[(sp - 2) | 0] = w[0];
        i32[(sp - 1) | 0] = w[1];
        pc = (pc + 1) | 0;
        continue;
      }
      case 119: {
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] ^ 0x80000000;
        pc = (pc + 1) | 0;
        continue;
      }
      case 132: {
        const at = (lp + u8[(pc + 1) | 0]) | 0;
        i32[at] = i32[at] + i8[(pc + 2) | 0];
        pc = (pc + 3) | 0;
        // The end of most loops: the goto behind it in the same step.
        if (u8[pc] !== 167) continue;
        ticks = (ticks + 1) | 0;
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 133: {
        i32[sp] = i32[(sp - 1) | 0] >> 31;
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 134: {
        f32[(sp - 1) | 0] = i32[(sp - 1) | 0];
        pc = (pc + 1) | 0;
        continue;
      }
      case 135: {
        d[0] = i32[(sp - 1) | 0];
        i32[(sp - 1) | 0] = w[0];
        i32[sp] = w[1];
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 136: {
        sp = (sp - 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 137: {
        // JVMS 6.5 l2f rounds once: a long that is no exact double must not be rounded to one first. Below the 24 bits that
        // count, any set bit does what all of them do: it decides between halves.
        sp = (sp - 1) | 0;
        const low = i32[(sp - 1) | 0];
        const high = i32[sp];
        const value = high * TWO_32 + (low >>> 0);
        f32[(sp - 1) | 0] =
          value <= MAX_EXACT && value >= -MAX_EXACT
            ? value
            : high * TWO_32 + ((low & 0xffff0000) >>> 0) + ((low & 0xffff) !== 0 ? 0x8000 : 0);
        pc = (pc + 1) | 0;
        continue;
      }
      case 138: {
        d[0] = i32[(sp - 1) | 0] * TWO_32 + (i32[(sp - 2) | 0] >>> 0);
        i32[(sp - 2) | 0] = w[0];
        i32[(sp - 1) | 0] = w[1];
        pc = (pc + 1) | 0;
        continue;
      }
      case 139: {
        const value = f32[(sp - 1) | 0];
        i32[(sp - 1) | 0] = value >= 2147483647 ? 2147483647 : value <= -2147483648 ? -2147483648 : value | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 140: {
        const value = f32[(sp - 1) | 0];
        if (value >= TWO_63 || value <= -TWO_63) {
          i32[(sp - 1) | 0] = value > 0 ? -1 : 0;
          i32[sp] = value > 0 ? 0x7fffffff : -0x80000000;
        } else {
          const whole = Math.trunc(value);
          i32[(sp - 1) | 0] = whole;
          i32[sp] = Math.floor(whole / TWO_32);
        }
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 141: {
        d[0] = f32[(sp - 1) | 0];
        i32[(sp - 1) | 0] = w[0];
        i32[sp] = w[1];
        sp = (sp + 1) | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 142: {
        w[0] = i32[(sp - 2) | 0];
        w[1] = i32[(sp - 1) | 0];
        sp = (sp - 1) | 0;
        const value = d[0];
        i32[(sp - 1) | 0] = value >= 2147483647 ? 2147483647 : value <= -2147483648 ? -2147483648 : value | 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 143: {
        w[0] = i32[(sp - 2) | 0];
        w[1] = i32[(sp - 1) | 0];
        const value = d[0];
        if (value >= TWO_63 || value <= -TWO_63) {
          i32[(sp - 2) | 0] = value > 0 ? -1 : 0;
          i32[(sp - 1) | 0] = value > 0 ? 0x7fffffff : -0x80000000;
        } else {
          const whole = Math.trunc(value);
          i32[(sp - 2) | 0] = whole;
          i32[(sp - 1) | 0] = Math.floor(whole / TWO_32);
        }
        pc = (pc + 1) | 0;
        continue;
      }
      case 144: {
        w[0] = i32[(sp - 2) | 0];
        w[1] = i32[(sp - 1) | 0];
        sp = (sp - 1) | 0;
        f32[(sp - 1) | 0] = d[0];
        pc = (pc + 1) | 0;
        continue;
      }
      case 145: {
        i32[(sp - 1) | 0] = (i32[(sp - 1) | 0] << 24) >> 24;
        pc = (pc + 1) | 0;
        continue;
      }
      case 146: {
        i32[(sp - 1) | 0] = i32[(sp - 1) | 0] & 0xffff;
        pc = (pc + 1) | 0;
        continue;
      }
      case 147: {
        i32[(sp - 1) | 0] = (i32[(sp - 1) | 0] << 16) >> 16;
        pc = (pc + 1) | 0;
        continue;
      }
      case 148: {
        sp = (sp - 3) | 0;
        const leftHigh = i32[sp];
        const rightHigh = i32[(sp + 2) | 0];
        const leftLow = i32[(sp - 1) | 0] >>> 0;
        const rightLow = i32[(sp + 1) | 0] >>> 0;
        if (leftHigh !== rightHigh) i32[(sp - 1) | 0] = leftHigh < rightHigh ? -1 : 1;
        else i32[(sp - 1) | 0] = leftLow < rightLow ? -1 : leftLow > rightLow ? 1 : 0;
        pc = (pc + 1) | 0;
        continue;
      }
      case 149: {
        sp = (sp - 1) | 0;
        const left = f32[(sp - 1) | 0];
        const right = f32[sp];
        i32[(sp - 1) | 0] = left < right ? -1 : left > right ? 1 : left === right ? 0 : -1;
        pc = (pc + 1) | 0;
        continue;
      }
      case 150: {
        sp = (sp - 1) | 0;
        const left = f32[(sp - 1) | 0];
        const right = f32[sp];
        i32[(sp - 1) | 0] = left < right ? -1 : left > right ? 1 : left === right ? 0 : 1;
        pc = (pc + 1) | 0;
        continue;
      }
      case 151: {
        w[0] = i32[(sp - 4) | 0];
        w[1] = i32[(sp - 3) | 0];
        w[2] = i32[(sp - 2) | 0];
        w[3] = i32[(sp - 1) | 0];
        sp = (sp - 3) | 0;
        i32[(sp - 1) | 0] = d[0] < d[1] ? -1 : d[0] > d[1] ? 1 : d[0] === d[1] ? 0 : -1;
        pc = (pc + 1) | 0;
        continue;
      }
      case 152: {
        w[0] = i32[(sp - 4) | 0];
        w[1] = i32[(sp - 3) | 0];
        w[2] = i32[(sp - 2) | 0];
        w[3] = i32[(sp - 1) | 0];
        sp = (sp - 3) | 0;
        i32[(sp - 1) | 0] = d[0] < d[1] ? -1 : d[0] > d[1] ? 1 : d[0] === d[1] ? 0 : 1;
        pc = (pc + 1) | 0;
        continue;
      }
      case 153: {
        sp = (sp - 1) | 0;
        if (i32[sp] !== 0) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 154: {
        sp = (sp - 1) | 0;
        if (i32[sp] === 0) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 155: {
        sp = (sp - 1) | 0;
        if (i32[sp] >= 0) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 156: {
        sp = (sp - 1) | 0;
        if (i32[sp] < 0) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 157: {
        sp = (sp - 1) | 0;
        if (i32[sp] <= 0) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 158: {
        sp = (sp - 1) | 0;
        if (i32[sp] > 0) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 159:
      case 165: {
        sp = (sp - 2) | 0;
        if (i32[sp] !== i32[(sp + 1) | 0]) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 160:
      case 166: {
        sp = (sp - 2) | 0;
        if (i32[sp] === i32[(sp + 1) | 0]) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 161: {
        sp = (sp - 2) | 0;
        if (i32[sp] >= i32[(sp + 1) | 0]) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 162: {
        sp = (sp - 2) | 0;
        if (i32[sp] < i32[(sp + 1) | 0]) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 163: {
        sp = (sp - 2) | 0;
        if (i32[sp] <= i32[(sp + 1) | 0]) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 164: {
        sp = (sp - 2) | 0;
        if (i32[sp] > i32[(sp + 1) | 0]) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 198: {
        sp = (sp - 1) | 0;
        if (i32[sp] !== 0) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 199: {
        sp = (sp - 1) | 0;
        if (i32[sp] === 0) {
          pc = (pc + 3) | 0;
          continue;
        }
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 167: {
        const distance = (i8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 200: {
        const at = (pc + 1) | 0;
        const distance =
          (u8[at] << 24) | (u8[(at + 1) | 0] << 16) | (u8[(at + 2) | 0] << 8) | u8[(at + 3) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 170: {
        let at = code + ((pc - code + 4) & ~3);
        const lowAt = (at + 4) | 0;
        const highAt = (at + 8) | 0;
        const low =
          (u8[lowAt] << 24) | (u8[(lowAt + 1) | 0] << 16) | (u8[(lowAt + 2) | 0] << 8) | u8[(lowAt + 3) | 0];
        const high =
          (u8[highAt] << 24) |
          (u8[(highAt + 1) | 0] << 16) |
          (u8[(highAt + 2) | 0] << 8) |
          u8[(highAt + 3) | 0];
        sp = (sp - 1) | 0;
        const key = i32[sp];
        if (key >= low && key <= high) at = (at + 12 + ((key - low) << 2)) | 0;
        const distance =
          (u8[at] << 24) | (u8[(at + 1) | 0] << 16) | (u8[(at + 2) | 0] << 8) | u8[(at + 3) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 171: {
        const table = code + ((pc - code + 4) & ~3);
        const countAt = (table + 4) | 0;
        sp = (sp - 1) | 0;
        const key = i32[sp];
        let least = 0;
        let most =
          (((u8[countAt] << 24) |
            (u8[(countAt + 1) | 0] << 16) |
            (u8[(countAt + 2) | 0] << 8) |
            u8[(countAt + 3) | 0]) -
            1) |
          0;
        let at = table;
        while (least <= most) {
          const middle = (least + most) >> 1;
          const keyAt = (table + 8 + (middle << 3)) | 0;
          const found =
            (u8[keyAt] << 24) |
            (u8[(keyAt + 1) | 0] << 16) |
            (u8[(keyAt + 2) | 0] << 8) |
            u8[(keyAt + 3) | 0];
          if (found === key) {
            at = (keyAt + 4) | 0;
            break;
          }
          if (found < key) least = (middle + 1) | 0;
          else most = (middle - 1) | 0;
        }
        const distance =
          (u8[at] << 24) | (u8[(at + 1) | 0] << 16) | (u8[(at + 2) | 0] << 8) | u8[(at + 3) | 0];
        pc = (pc + distance) | 0;
        if (distance > 0 || ticks < limit) continue;
        polling = true;
        break;
      }
      case 172:
      case 174:
      case 176: {
        returning = 1;
        break;
      }
      case 173:
      case 175: {
        returning = 2;
        break;
      }
      case 177: {
        returning = 0;
        break;
      }
      case 178: {
        const field = poolWords[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]];
        const address = ((field & ~3) + base) | 0;
        if (lineState[((address >> shift) + lineDelta) | 0] === 0) break;
        i32[sp] = i32[address >> 2];
        sp = (sp + 1) | 0;
        if ((field & 1) !== 0) {
          i32[sp] = i32[((address >> 2) + 1) | 0];
          sp = (sp + 1) | 0;
        }
        pc = (pc + 3) | 0;
        continue;
      }
      case 179: {
        const field = poolWords[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]];
        const address = ((field & ~3) + base) | 0;
        if (lineState[((address >> shift) + lineDelta) | 0] !== 2) break;
        if ((field & 1) !== 0) {
          sp = (sp - 1) | 0;
          i32[((address >> 2) + 1) | 0] = i32[sp];
        }
        const value = i32[(sp - 1) | 0];
        if ((field & 2) !== 0 && value !== 0 && value < tenuredStart) {
          if (stored === STORES_MAX) break;
          stores[stored] = (address - base) | 0;
          stores[(stored + 1) | 0] = value;
          stored = (stored + 2) | 0;
        }
        i32[address >> 2] = value;
        sp = (sp - 1) | 0;
        pc = (pc + 3) | 0;
        continue;
      }
      case 180: {
        const field = poolWords[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]];
        const address = (i32[(sp - 1) | 0] + (field & ~3) + base) | 0;
        if (field === 0 || lineState[((address >> shift) + lineDelta) | 0] === 0) break;
        i32[(sp - 1) | 0] = i32[address >> 2];
        if ((field & 1) !== 0) {
          i32[sp] = i32[((address >> 2) + 1) | 0];
          sp = (sp + 1) | 0;
        }
        pc = (pc + 3) | 0;
        continue;
      }
      case 181: {
        const field = poolWords[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]];
        if ((field & 1) !== 0) {
          const address = (i32[(sp - 3) | 0] + (field & ~3) + base) | 0;
          if (lineState[((address >> shift) + lineDelta) | 0] !== 2) break;
          i32[address >> 2] = i32[(sp - 2) | 0];
          i32[((address >> 2) + 1) | 0] = i32[(sp - 1) | 0];
          sp = (sp - 3) | 0;
        } else {
          const address = (i32[(sp - 2) | 0] + (field & ~3) + base) | 0;
          if (field === 0 || lineState[((address >> shift) + lineDelta) | 0] !== 2) break;
          const value = i32[(sp - 1) | 0];
          if ((field & 2) !== 0 && address >= tenuredBase && value !== 0 && value < tenuredStart) {
            if (stored === STORES_MAX) break;
            stores[stored] = (address - base) | 0;
            stores[(stored + 1) | 0] = value;
            stored = (stored + 2) | 0;
          }
          i32[address >> 2] = value;
          sp = (sp - 2) | 0;
        }
        pc = (pc + 3) | 0;
        continue;
      }
      case 182:
      case 185: {
        const target = owner.poolMethods[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]];
        if (target === null) break;
        const receiver = (i32[(sp - target.argumentWords) | 0] + base) | 0;
        if (lineState[((receiver >> shift) + lineDelta) | 0] === 0) break;
        const receiverClass = classes[i32[receiver >> 2] & 0xffff];
        if (receiverClass === undefined) break;
        if (target.vtableIndex >= 0) callee = receiverClass.vtable[target.vtableIndex];
        else if (!target.isOfInterface) callee = target;
        else if (receiverClass.selectedSerials[target.serial & 31] === target.serial) {
          callee = receiverClass.selectedMethods[target.serial & 31];
        }
        break;
      }
      case 183: {
        const target = owner.poolMethods[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]];
        if (target === null || i32[(sp - target.argumentWords) | 0] === 0) break;
        callee = target;
        break;
      }
      case 184: {
        callee = owner.poolMethods[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]];
        break;
      }
      case 186: {
        const index = (u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0];
        const constant = poolWords[index];
        if (constant !== 0) {
          i32[sp] = constant;
          sp = (sp + 1) | 0;
          pc = (pc + 5) | 0;
          continue;
        }
        callee = owner.poolMethods[index];
        break;
      }
      case 187: {
        const of = owner.poolClasses[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]];
        if (of === null) break;
        const bytes = of.readyBytes | 0;
        if (bytes === 0 || bytes > easyBytes || bytes > youngEnd - youngTop) break;
        i32[(youngTop + base) >> 2] = of.id;
        i32[sp] = youngTop;
        youngTop = (youngTop + bytes) | 0;
        sp = (sp + 1) | 0;
        pc = (pc + 3) | 0;
        continue;
      }
      case 188: {
        const length = i32[(sp - 1) | 0];
        const kind = u8[(pc + 1) | 0];
        if (length >>> 0 > 0xffffff) break;
        const bytes = (((kind & 3) === 3 ? 16 : 12) + (length << (kind & 3)) + 7) & ~7;
        if (bytes > easyBytes || bytes > youngEnd - youngTop) break;
        i32[(youngTop + base) >> 2] = primitiveArrays + kind;
        i32[(youngTop + base + 8) >> 2] = length;
        i32[(sp - 1) | 0] = youngTop;
        youngTop = (youngTop + bytes) | 0;
        pc = (pc + 2) | 0;
        continue;
      }
      case 189: {
        const arrayClass = owner.poolClasses[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]]?.arrayClass;
        const length = i32[(sp - 1) | 0];
        if (arrayClass === undefined || length >>> 0 > 0xffffff) break;
        const bytes = (12 + (length << 2) + 7) & ~7;
        if (bytes > easyBytes || bytes > youngEnd - youngTop) break;
        i32[(youngTop + base) >> 2] = arrayClass.id;
        i32[(youngTop + base + 8) >> 2] = length;
        i32[(sp - 1) | 0] = youngTop;
        youngTop = (youngTop + bytes) | 0;
        pc = (pc + 3) | 0;
        continue;
      }
      case 190: {
        const address = (i32[(sp - 1) | 0] + 8 + base) | 0;
        if (lineState[((address >> shift) + lineDelta) | 0] === 0) break;
        i32[(sp - 1) | 0] = i32[address >> 2];
        pc = (pc + 1) | 0;
        continue;
      }
      case 192: {
        const reference = i32[(sp - 1) | 0];
        if (reference !== 0) {
          const target = owner.poolClasses[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]];
          const at = (reference + base) | 0;
          if (target === null || lineState[((at >> shift) + lineDelta) | 0] === 0) break;
          const id = i32[at >> 2] & 0xffff;
          if (id !== target.id && classes[id]?.isA[target.id & 15] !== target.id) break;
        }
        pc = (pc + 3) | 0;
        continue;
      }
      case 193: {
        const reference = i32[(sp - 1) | 0];
        if (reference !== 0) {
          const target = owner.poolClasses[(u8[(pc + 1) | 0] << 8) | u8[(pc + 2) | 0]];
          const at = (reference + base) | 0;
          if (target === null || lineState[((at >> shift) + lineDelta) | 0] === 0) break;
          const id = i32[at >> 2] & 0xffff;
          if (id === target.id || classes[id]?.isA[target.id & 15] === target.id) i32[(sp - 1) | 0] = 1;
          else if (classes[id]?.isNotA[target.id & 15] === target.id) i32[(sp - 1) | 0] = 0;
          else break;
        }
        pc = (pc + 3) | 0;
        continue;
      }
      default:
        break;
    }
    // Shared ends of calls, returns and backward branches; whatever falls through is a slow step.
    if (callee !== null) {
      const target: RuntimeMethod = callee;
      callee = null;
      const newFp = (sp - target.argumentWords) | 0;
      if (
        target.isPlain &&
        newFp + target.frameWords <= dirtyHigh &&
        (target.codeAddress < codeStart || target.codeEpoch === evictEpoch)
      ) {
        for (let at = (sp - 1) | 0; at >= newFp; at = (at - 1) | 0) i32[(at + 4) | 0] = i32[at];
        i32[fp] = (pc - code) | ((newFp - fp - method.operandBase) << 16);
        i32[newFp] = 0;
        i32[(newFp + 1) | 0] = target.id;
        i32[(newFp + 2) | 0] = ((fp << 2) - base) | 0;
        i32[(newFp + 3) | 0] = 0;
        fp = newFp;
        lp = (fp + 4) | 0;
        sp = (fp + target.operandBase) | 0;
        method = target;
        owner = target.owner;
        poolWords = owner.poolWords;
        code = (target.codeAddress + base) | 0;
        pc = code;
        if (ticks < limit) continue;
        polling = true;
      }
    } else if (returning >= 0) {
      const words = returning;
      returning = -1;
      const link = i32[(fp + 2) | 0];
      const callerFp = ((link >> 2) + wordBase) | 0;
      if (method.isPlain && (link & 3) === 0 && callerFp >= dirtyLow && link !== 0) {
        const methodId = i32[(callerFp + 1) | 0];
        const callerClass = classes[methodId >>> 16];
        if (callerClass !== undefined) {
          const caller = callerClass.methods[methodId & 0xffff];
          if (
            callerFp + caller.frameWords <= dirtyHigh &&
            (caller.codeAddress < codeStart || caller.codeEpoch === evictEpoch)
          ) {
            const resultAt = (sp - words) | 0;
            const position = i32[callerFp];
            sp = (callerFp + caller.operandBase + (position >>> 16)) | 0;
            if (words > 0) {
              i32[sp] = i32[resultAt];
              sp = (sp + 1) | 0;
              if (words > 1) {
                i32[sp] = i32[(resultAt + 1) | 0];
                sp = (sp + 1) | 0;
              }
            }
            fp = callerFp;
            lp = (fp + 4) | 0;
            method = caller;
            owner = callerClass;
            poolWords = owner.poolWords;
            code = (caller.codeAddress + base) | 0;
            pc = (code + (position & 0xffff)) | 0;
            pc = (pc + (u8[pc] >= 185 ? 5 : 3)) | 0;
            if (ticks < limit) continue;
            polling = true;
          }
        }
      }
    }
    break;
  }
  state.pc = (pc - base) | 0;
  state.sp = (sp - wordBase) | 0;
  state.fp = (fp - wordBase) | 0;
  state.method = method;
  // An instruction that was not completed costs its tick when it is.
  state.ticks += polling ? ticks : ticks - 1;
  young.top = youngTop;
  for (let at = 0; at < stored; at += 2) heap.recordStore(stores[at], stores[at + 1]);
  return polling;
}
