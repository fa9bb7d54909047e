/**
 * The interpreter's main loop: the one long function of this machine, and its only copy of what the bytecodes mean. It
 * executes in place from `u8`, keeps the running frame's registers in locals, and completes an instruction only while
 * everything it needs is resident, resolved and in range; all else leaves through the one exit below the switch for
 * `slowStep`, after which the registers are read anew. Frames under execution are dirty, so operands and locals need no
 * check. A null reference fails the residency check, because no line below the largest field offset is ever present.
 *
 * Ticks: one a bytecode, counted when it is completed. Polls: after backward branches, calls and returns, once `ticks`
 * has reached `limit`.
 */
import { poll, setPollTick } from "./collect.ts";
import type { RuntimeMethod } from "./runtime.ts";
import { slowStep } from "./slow.ts";
import type { MachineState } from "./state.ts";

const scratchF64 = new Float64Array(2);
const scratchI32 = new Int32Array(scratchF64.buffer);
const TWO_32 = 2 ** 32;
const MAX_RUN_TICKS = 0x3fffffff;

/** Runs the current thread until `state.stop` is set or no thread runs. */
export function interpret(state: MachineState): void {
  const d = scratchF64;
  const w = scratchI32;
  const heap = state.heap;
  const classes = state.classes;
  const shift = state.lineShift;
  const tenuredStart = state.map.tenuredStart;
  const codeStart = state.map.codeStart;
  const quarterNursery = state.map.nurseryBytes >> 2;
  const primitiveArrays = state.firstDynamicId - 4;
  for (;;) {
    let method: RuntimeMethod | null = state.method;
    if (method === null || state.stop !== undefined) return;
    setPollTick(state);
    const u8 = state.u8;
    const i8 = state.i8;
    const u16 = state.u16;
    const i16 = state.i16;
    const i32 = state.i32;
    const f32 = state.f32;
    const lineState = state.lineState;
    const evictEpoch = heap.evictEpoch;
    const viewEpoch = heap.viewEpoch;
    const dirtyLow = state.dirtyLow;
    const dirtyHigh = state.dirtyHigh;
    const startTicks = state.ticks;
    let limit = Math.max(0, Math.min(state.pollTick - startTicks, MAX_RUN_TICKS));
    let ticks = 0;
    let pc = state.pc;
    let sp = state.sp;
    let fp = state.fp;
    let lp = fp + 4;
    let code = method.codeAddress;
    let owner = method.owner;
    let poolWords = owner.poolWords;
    let polling = false;
    let callee: RuntimeMethod | null = null;
    let returning = -1;
    for (;;) {
      ticks++;
      switch (u8[pc]) {
        case 0: {
          pc += 1;
          continue;
        }
        case 1: {
          i32[sp++] = 0;
          pc += 1;
          continue;
        }
        case 2:
        case 3:
        case 4:
        case 5:
        case 6:
        case 7:
        case 8: {
          i32[sp++] = u8[pc] - 3;
          pc += 1;
          continue;
        }
        case 9:
        case 10: {
          i32[sp] = u8[pc] - 9;
          i32[sp + 1] = 0;
          sp += 2;
          pc += 1;
          continue;
        }
        case 11:
        case 12:
        case 13: {
          f32[sp++] = u8[pc] - 11;
          pc += 1;
          continue;
        }
        case 14:
        case 15: {
          i32[sp] = 0;
          i32[sp + 1] = u8[pc] === 14 ? 0 : 0x3ff00000;
          sp += 2;
          pc += 1;
          continue;
        }
        case 16: {
          i32[sp++] = i8[pc + 1];
          pc += 2;
          continue;
        }
        case 17: {
          i32[sp++] = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += 3;
          continue;
        }
        case 18: {
          const value = poolWords[u8[pc + 1]];
          if (value === 0) break;
          i32[sp++] = value;
          pc += 2;
          continue;
        }
        case 19: {
          const value = poolWords[(u8[pc + 1] << 8) | u8[pc + 2]];
          if (value === 0) break;
          i32[sp++] = value;
          pc += 3;
          continue;
        }
        case 20: {
          const index = (u8[pc + 1] << 8) | u8[pc + 2];
          i32[sp] = poolWords[index];
          i32[sp + 1] = poolWords[index + 1];
          sp += 2;
          pc += 3;
          continue;
        }
        case 21:
        case 23:
        case 25: {
          i32[sp++] = i32[lp + u8[pc + 1]];
          pc += 2;
          continue;
        }
        case 22:
        case 24: {
          const at = lp + u8[pc + 1];
          i32[sp] = i32[at];
          i32[sp + 1] = i32[at + 1];
          sp += 2;
          pc += 2;
          continue;
        }
        case 26:
        case 34:
        case 42: {
          i32[sp++] = i32[lp + 0];
          pc += 1;
          continue;
        }
        case 27:
        case 35:
        case 43: {
          i32[sp++] = i32[lp + 1];
          pc += 1;
          continue;
        }
        case 28:
        case 36:
        case 44: {
          i32[sp++] = i32[lp + 2];
          pc += 1;
          continue;
        }
        case 29:
        case 37:
        case 45: {
          i32[sp++] = i32[lp + 3];
          pc += 1;
          continue;
        }
        case 30:
        case 38: {
          i32[sp] = i32[lp + 0];
          i32[sp + 1] = i32[lp + 1];
          sp += 2;
          pc += 1;
          continue;
        }
        case 31:
        case 39: {
          i32[sp] = i32[lp + 1];
          i32[sp + 1] = i32[lp + 2];
          sp += 2;
          pc += 1;
          continue;
        }
        case 32:
        case 40: {
          i32[sp] = i32[lp + 2];
          i32[sp + 1] = i32[lp + 3];
          sp += 2;
          pc += 1;
          continue;
        }
        case 33:
        case 41: {
          i32[sp] = i32[lp + 3];
          i32[sp + 1] = i32[lp + 4];
          sp += 2;
          pc += 1;
          continue;
        }
        case 46:
        case 48:
        case 50: {
          const array = i32[sp - 2];
          const index = i32[sp - 1];
          if (lineState[(array + 8) >> shift] === 0 || index >>> 0 >= i32[(array + 8) >> 2] >>> 0) break;
          const address = array + 12 + (index << 2);
          if (lineState[address >> shift] === 0) break;
          i32[sp - 2] = i32[address >> 2];
          sp -= 1;
          pc += 1;
          continue;
        }
        case 47:
        case 49: {
          const array = i32[sp - 2];
          const index = i32[sp - 1];
          if (lineState[(array + 8) >> shift] === 0 || index >>> 0 >= i32[(array + 8) >> 2] >>> 0) break;
          const address = array + 16 + (index << 3);
          if (lineState[address >> shift] === 0) break;
          i32[sp - 2] = i32[address >> 2];
          i32[sp - 1] = i32[(address >> 2) + 1];
          pc += 1;
          continue;
        }
        case 51: {
          const array = i32[sp - 2];
          const index = i32[sp - 1];
          if (lineState[(array + 8) >> shift] === 0 || index >>> 0 >= i32[(array + 8) >> 2] >>> 0) break;
          const address = array + 12 + index;
          if (lineState[address >> shift] === 0) break;
          i32[sp - 2] = i8[address];
          sp -= 1;
          pc += 1;
          continue;
        }
        case 52: {
          const array = i32[sp - 2];
          const index = i32[sp - 1];
          if (lineState[(array + 8) >> shift] === 0 || index >>> 0 >= i32[(array + 8) >> 2] >>> 0) break;
          const address = array + 12 + (index << 1);
          if (lineState[address >> shift] === 0) break;
          i32[sp - 2] = u16[address >> 1];
          sp -= 1;
          pc += 1;
          continue;
        }
        case 53: {
          const array = i32[sp - 2];
          const index = i32[sp - 1];
          if (lineState[(array + 8) >> shift] === 0 || index >>> 0 >= i32[(array + 8) >> 2] >>> 0) break;
          const address = array + 12 + (index << 1);
          if (lineState[address >> shift] === 0) break;
          i32[sp - 2] = i16[address >> 1];
          sp -= 1;
          pc += 1;
          continue;
        }
        case 54:
        case 56:
        case 58: {
          i32[lp + u8[pc + 1]] = i32[--sp];
          pc += 2;
          continue;
        }
        case 55:
        case 57: {
          const at = lp + u8[pc + 1];
          sp -= 2;
          i32[at] = i32[sp];
          i32[at + 1] = i32[sp + 1];
          pc += 2;
          continue;
        }
        case 59:
        case 67:
        case 75: {
          i32[lp + 0] = i32[--sp];
          pc += 1;
          continue;
        }
        case 60:
        case 68:
        case 76: {
          i32[lp + 1] = i32[--sp];
          pc += 1;
          continue;
        }
        case 61:
        case 69:
        case 77: {
          i32[lp + 2] = i32[--sp];
          pc += 1;
          continue;
        }
        case 62:
        case 70:
        case 78: {
          i32[lp + 3] = i32[--sp];
          pc += 1;
          continue;
        }
        case 63:
        case 71: {
          sp -= 2;
          i32[lp + 0] = i32[sp];
          i32[lp + 1] = i32[sp + 1];
          pc += 1;
          continue;
        }
        case 64:
        case 72: {
          sp -= 2;
          i32[lp + 1] = i32[sp];
          i32[lp + 2] = i32[sp + 1];
          pc += 1;
          continue;
        }
        case 65:
        case 73: {
          sp -= 2;
          i32[lp + 2] = i32[sp];
          i32[lp + 3] = i32[sp + 1];
          pc += 1;
          continue;
        }
        case 66:
        case 74: {
          sp -= 2;
          i32[lp + 3] = i32[sp];
          i32[lp + 4] = i32[sp + 1];
          pc += 1;
          continue;
        }
        case 79:
        case 81: {
          const array = i32[sp - 3];
          const index = i32[sp - 2];
          if (lineState[(array + 8) >> shift] === 0 || index >>> 0 >= i32[(array + 8) >> 2] >>> 0) break;
          const address = array + 12 + (index << 2);
          if (lineState[address >> shift] !== 2) break;
          i32[address >> 2] = i32[sp - 1];
          sp -= 3;
          pc += 1;
          continue;
        }
        case 80:
        case 82: {
          const array = i32[sp - 4];
          const index = i32[sp - 3];
          if (lineState[(array + 8) >> shift] === 0 || index >>> 0 >= i32[(array + 8) >> 2] >>> 0) break;
          const address = array + 16 + (index << 3);
          if (lineState[address >> shift] !== 2) break;
          i32[address >> 2] = i32[sp - 2];
          i32[(address >> 2) + 1] = i32[sp - 1];
          sp -= 4;
          pc += 1;
          continue;
        }
        case 83: {
          const array = i32[sp - 3];
          const index = i32[sp - 2];
          const value = i32[sp - 1];
          if (lineState[array >> shift] === 0 || lineState[(array + 8) >> shift] === 0) break;
          if (index >>> 0 >= i32[(array + 8) >> 2] >>> 0) break;
          const address = array + 12 + (index << 2);
          if (lineState[address >> shift] !== 2) break;
          if (value !== 0) {
            const component = classes[i32[array >> 2] & 0xffff]?.component;
            if (component === undefined || lineState[value >> shift] === 0) break;
            const id = i32[value >> 2] & 0xffff;
            if (id !== component.id && classes[id]?.isA[component.id & 15] !== component.id) break;
            if (address >= tenuredStart && value < tenuredStart) heap.recordStore(address, value);
          }
          i32[address >> 2] = value;
          sp -= 3;
          pc += 1;
          continue;
        }
        case 84: {
          const array = i32[sp - 3];
          const index = i32[sp - 2];
          if (lineState[(array + 8) >> shift] === 0 || index >>> 0 >= i32[(array + 8) >> 2] >>> 0) break;
          const address = array + 12 + index;
          if (lineState[address >> shift] !== 2) break;
          u8[address] = i32[sp - 1];
          sp -= 3;
          pc += 1;
          continue;
        }
        case 85:
        case 86: {
          const array = i32[sp - 3];
          const index = i32[sp - 2];
          if (lineState[(array + 8) >> shift] === 0 || index >>> 0 >= i32[(array + 8) >> 2] >>> 0) break;
          const address = array + 12 + (index << 1);
          if (lineState[address >> shift] !== 2) break;
          u16[address >> 1] = i32[sp - 1];
          sp -= 3;
          pc += 1;
          continue;
        }
        case 87: {
          sp -= 1;
          pc += 1;
          continue;
        }
        case 88: {
          sp -= 2;
          pc += 1;
          continue;
        }
        case 89: {
          i32[sp] = i32[sp - 1];
          sp += 1;
          pc += 1;
          continue;
        }
        case 90: {
          const top = i32[sp - 1];
          i32[sp - 1] = i32[sp - 2];
          i32[sp - 2] = top;
          i32[sp++] = top;
          pc += 1;
          continue;
        }
        case 91: {
          const top = i32[sp - 1];
          i32[sp - 1] = i32[sp - 2];
          i32[sp - 2] = i32[sp - 3];
          i32[sp - 3] = top;
          i32[sp++] = top;
          pc += 1;
          continue;
        }
        case 92: {
          i32[sp] = i32[sp - 2];
          i32[sp + 1] = i32[sp - 1];
          sp += 2;
          pc += 1;
          continue;
        }
        case 93: {
          const top = i32[sp - 1];
          const second = i32[sp - 2];
          i32[sp - 1] = i32[sp - 3];
          i32[sp - 2] = top;
          i32[sp - 3] = second;
          i32[sp] = second;
          i32[sp + 1] = top;
          sp += 2;
          pc += 1;
          continue;
        }
        case 94: {
          const top = i32[sp - 1];
          const second = i32[sp - 2];
          i32[sp - 1] = i32[sp - 3];
          i32[sp - 2] = i32[sp - 4];
          i32[sp - 3] = top;
          i32[sp - 4] = second;
          i32[sp] = second;
          i32[sp + 1] = top;
          sp += 2;
          pc += 1;
          continue;
        }
        case 95: {
          const top = i32[sp - 1];
          i32[sp - 1] = i32[sp - 2];
          i32[sp - 2] = top;
          pc += 1;
          continue;
        }
        case 96: {
          sp -= 1;
          i32[sp - 1] = i32[sp - 1] + i32[sp];
          pc += 1;
          continue;
        }
        case 100: {
          sp -= 1;
          i32[sp - 1] = i32[sp - 1] - i32[sp];
          pc += 1;
          continue;
        }
        case 104: {
          sp -= 1;
          i32[sp - 1] = Math.imul(i32[sp - 1], i32[sp]);
          pc += 1;
          continue;
        }
        case 108: {
          const divisor = i32[sp - 1];
          if (divisor === 0) break;
          sp -= 1;
          i32[sp - 1] = (i32[sp - 1] / divisor) | 0;
          pc += 1;
          continue;
        }
        case 112: {
          const divisor = i32[sp - 1];
          if (divisor === 0) break;
          sp -= 1;
          i32[sp - 1] = i32[sp - 1] % divisor;
          pc += 1;
          continue;
        }
        case 116: {
          i32[sp - 1] = -i32[sp - 1];
          pc += 1;
          continue;
        }
        case 120: {
          sp -= 1;
          i32[sp - 1] = i32[sp - 1] << i32[sp];
          pc += 1;
          continue;
        }
        case 122: {
          sp -= 1;
          i32[sp - 1] = i32[sp - 1] >> i32[sp];
          pc += 1;
          continue;
        }
        case 124: {
          sp -= 1;
          i32[sp - 1] = i32[sp - 1] >>> i32[sp];
          pc += 1;
          continue;
        }
        case 126: {
          sp -= 1;
          i32[sp - 1] = i32[sp - 1] & i32[sp];
          pc += 1;
          continue;
        }
        case 128: {
          sp -= 1;
          i32[sp - 1] = i32[sp - 1] | i32[sp];
          pc += 1;
          continue;
        }
        case 130: {
          sp -= 1;
          i32[sp - 1] = i32[sp - 1] ^ i32[sp];
          pc += 1;
          continue;
        }
        case 97: {
          sp -= 2;
          const low = i32[sp - 2];
          const sum = (low + i32[sp]) | 0;
          i32[sp - 1] = i32[sp - 1] + i32[sp + 1] + (sum >>> 0 < low >>> 0 ? 1 : 0);
          i32[sp - 2] = sum;
          pc += 1;
          continue;
        }
        case 101: {
          sp -= 2;
          const low = i32[sp - 2];
          const right = i32[sp];
          i32[sp - 1] = i32[sp - 1] - i32[sp + 1] - (low >>> 0 < right >>> 0 ? 1 : 0);
          i32[sp - 2] = low - right;
          pc += 1;
          continue;
        }
        case 105: {
          sp -= 2;
          const low = i32[sp - 2];
          const right = i32[sp];
          const l0 = low & 0xffff;
          const l1 = low >>> 16;
          const r0 = right & 0xffff;
          const r1 = right >>> 16;
          const middle = (Math.imul(l1, r0) >>> 0) + (Math.imul(l0, r0) >>> 16);
          const middle2 = (Math.imul(l0, r1) >>> 0) + (middle & 0xffff);
          const high = (Math.imul(l1, r1) >>> 0) + (middle >>> 16) + (middle2 >>> 16);
          i32[sp - 1] = high + Math.imul(low, i32[sp + 1]) + Math.imul(i32[sp - 1], right);
          i32[sp - 2] = Math.imul(low, right);
          pc += 1;
          continue;
        }
        case 109: {
          const left = i32[sp - 3] * TWO_32 + (i32[sp - 4] >>> 0);
          const divisor = i32[sp - 1] * TWO_32 + (i32[sp - 2] >>> 0);
          if (
            divisor === 0 ||
            left > MAX_EXACT ||
            left < -MAX_EXACT ||
            divisor > MAX_EXACT ||
            divisor < -MAX_EXACT
          )
            break;
          const quotient = (left - (left % divisor)) / divisor;
          sp -= 2;
          i32[sp - 2] = quotient;
          i32[sp - 1] = Math.floor(quotient / TWO_32);
          pc += 1;
          continue;
        }
        case 113: {
          const left = i32[sp - 3] * TWO_32 + (i32[sp - 4] >>> 0);
          const divisor = i32[sp - 1] * TWO_32 + (i32[sp - 2] >>> 0);
          if (
            divisor === 0 ||
            left > MAX_EXACT ||
            left < -MAX_EXACT ||
            divisor > MAX_EXACT ||
            divisor < -MAX_EXACT
          )
            break;
          const remainder = left % divisor;
          sp -= 2;
          i32[sp - 2] = remainder;
          i32[sp - 1] = Math.floor(remainder / TWO_32);
          pc += 1;
          continue;
        }
        case 117: {
          const low = -i32[sp - 2] | 0;
          i32[sp - 1] = ~i32[sp - 1] + (low === 0 ? 1 : 0);
          i32[sp - 2] = low;
          pc += 1;
          continue;
        }
        case 121: {
          const count = i32[--sp] & 63;
          const low = i32[sp - 2];
          if (count >= 32) {
            i32[sp - 1] = low << (count - 32);
            i32[sp - 2] = 0;
          } else if (count > 0) {
            i32[sp - 1] = (i32[sp - 1] << count) | (low >>> (32 - count));
            i32[sp - 2] = low << count;
          }
          pc += 1;
          continue;
        }
        case 123: {
          const count = i32[--sp] & 63;
          const high = i32[sp - 1];
          if (count >= 32) {
            i32[sp - 2] = high >> (count - 32);
            i32[sp - 1] = high >> 31;
          } else if (count > 0) {
            i32[sp - 2] = (i32[sp - 2] >>> count) | (high << (32 - count));
            i32[sp - 1] = high >> count;
          }
          pc += 1;
          continue;
        }
        case 125: {
          const count = i32[--sp] & 63;
          const high = i32[sp - 1];
          if (count >= 32) {
            i32[sp - 2] = high >>> (count - 32);
            i32[sp - 1] = 0;
          } else if (count > 0) {
            i32[sp - 2] = (i32[sp - 2] >>> count) | (high << (32 - count));
            i32[sp - 1] = high >>> count;
          }
          pc += 1;
          continue;
        }
        case 127: {
          sp -= 2;
          i32[sp - 2] = i32[sp - 2] & i32[sp];
          i32[sp - 1] = i32[sp - 1] & i32[sp + 1];
          pc += 1;
          continue;
        }
        case 129: {
          sp -= 2;
          i32[sp - 2] = i32[sp - 2] | i32[sp];
          i32[sp - 1] = i32[sp - 1] | i32[sp + 1];
          pc += 1;
          continue;
        }
        case 131: {
          sp -= 2;
          i32[sp - 2] = i32[sp - 2] ^ i32[sp];
          i32[sp - 1] = i32[sp - 1] ^ i32[sp + 1];
          pc += 1;
          continue;
        }
        case 98: {
          sp -= 1;
          f32[sp - 1] = f32[sp - 1] + f32[sp];
          pc += 1;
          continue;
        }
        case 102: {
          sp -= 1;
          f32[sp - 1] = f32[sp - 1] - f32[sp];
          pc += 1;
          continue;
        }
        case 106: {
          sp -= 1;
          f32[sp - 1] = f32[sp - 1] * f32[sp];
          pc += 1;
          continue;
        }
        case 110: {
          sp -= 1;
          f32[sp - 1] = f32[sp - 1] / f32[sp];
          pc += 1;
          continue;
        }
        case 114: {
          sp -= 1;
          f32[sp - 1] = f32[sp - 1] % f32[sp];
          pc += 1;
          continue;
        }
        case 118: {
          i32[sp - 1] = i32[sp - 1] ^ 0x80000000;
          pc += 1;
          continue;
        }
        case 99: {
          w[0] = i32[sp - 4];
          w[1] = i32[sp - 3];
          w[2] = i32[sp - 2];
          w[3] = i32[sp - 1];
          d[0] = d[0] + d[1];
          sp -= 2;
          i32[sp - 2] = w[0];
          i32[sp - 1] = w[1];
          pc += 1;
          continue;
        }
        case 103: {
          w[0] = i32[sp - 4];
          w[1] = i32[sp - 3];
          w[2] = i32[sp - 2];
          w[3] = i32[sp - 1];
          d[0] = d[0] - d[1];
          sp -= 2;
          i32[sp - 2] = w[0];
          i32[sp - 1] = w[1];
          pc += 1;
          continue;
        }
        case 107: {
          w[0] = i32[sp - 4];
          w[1] = i32[sp - 3];
          w[2] = i32[sp - 2];
          w[3] = i32[sp - 1];
          d[0] = d[0] * d[1];
          sp -= 2;
          i32[sp - 2] = w[0];
          i32[sp - 1] = w[1];
          pc += 1;
          continue;
        }
        case 111: {
          w[0] = i32[sp - 4];
          w[1] = i32[sp - 3];
          w[2] = i32[sp - 2];
          w[3] = i32[sp - 1];
          d[0] = d[0] / d[1];
          sp -= 2;
          i32[sp - 2] = w[0];
          i32[sp - 1] = w[1];
          pc += 1;
          continue;
        }
        case 115: {
          w[0] = i32[sp - 4];
          w[1] = i32[sp - 3];
          w[2] = i32[sp - 2];
          w[3] = i32[sp - 1];
          d[0] = d[0] % d[1];
          sp -= 2;
          i32[sp - 2] = w[0];
          i32[sp - 1] = w[1];
          pc += 1;
          continue;
        }
        case 119: {
          i32[sp - 1] = i32[sp - 1] ^ 0x80000000;
          pc += 1;
          continue;
        }
        case 132: {
          const at = lp + u8[pc + 1];
          i32[at] = i32[at] + i8[pc + 2];
          pc += 3;
          continue;
        }
        case 133: {
          i32[sp] = i32[sp - 1] >> 31;
          sp += 1;
          pc += 1;
          continue;
        }
        case 134: {
          f32[sp - 1] = i32[sp - 1];
          pc += 1;
          continue;
        }
        case 135: {
          d[0] = i32[sp - 1];
          i32[sp - 1] = w[0];
          i32[sp] = w[1];
          sp += 1;
          pc += 1;
          continue;
        }
        case 136: {
          sp -= 1;
          pc += 1;
          continue;
        }
        case 137: {
          f32[sp - 2] = floatOfLong(i32[sp - 2], i32[sp - 1]);
          sp -= 1;
          pc += 1;
          continue;
        }
        case 138: {
          d[0] = i32[sp - 1] * TWO_32 + (i32[sp - 2] >>> 0);
          i32[sp - 2] = w[0];
          i32[sp - 1] = w[1];
          pc += 1;
          continue;
        }
        case 139: {
          i32[sp - 1] = intOf(f32[sp - 1]);
          pc += 1;
          continue;
        }
        case 140: {
          longOf(f32[sp - 1]);
          i32[sp - 1] = longWords[0];
          i32[sp] = longWords[1];
          sp += 1;
          pc += 1;
          continue;
        }
        case 141: {
          d[0] = f32[sp - 1];
          i32[sp - 1] = w[0];
          i32[sp] = w[1];
          sp += 1;
          pc += 1;
          continue;
        }
        case 142: {
          w[0] = i32[sp - 2];
          w[1] = i32[sp - 1];
          sp -= 1;
          i32[sp - 1] = intOf(d[0]);
          pc += 1;
          continue;
        }
        case 143: {
          w[0] = i32[sp - 2];
          w[1] = i32[sp - 1];
          longOf(d[0]);
          i32[sp - 2] = longWords[0];
          i32[sp - 1] = longWords[1];
          pc += 1;
          continue;
        }
        case 144: {
          w[0] = i32[sp - 2];
          w[1] = i32[sp - 1];
          sp -= 1;
          f32[sp - 1] = d[0];
          pc += 1;
          continue;
        }
        case 145: {
          i32[sp - 1] = (i32[sp - 1] << 24) >> 24;
          pc += 1;
          continue;
        }
        case 146: {
          i32[sp - 1] = i32[sp - 1] & 0xffff;
          pc += 1;
          continue;
        }
        case 147: {
          i32[sp - 1] = (i32[sp - 1] << 16) >> 16;
          pc += 1;
          continue;
        }
        case 148: {
          sp -= 3;
          const leftHigh = i32[sp];
          const rightHigh = i32[sp + 2];
          const leftLow = i32[sp - 1] >>> 0;
          const rightLow = i32[sp + 1] >>> 0;
          if (leftHigh !== rightHigh) i32[sp - 1] = leftHigh < rightHigh ? -1 : 1;
          else i32[sp - 1] = leftLow < rightLow ? -1 : leftLow > rightLow ? 1 : 0;
          pc += 1;
          continue;
        }
        case 149: {
          sp -= 1;
          const left = f32[sp - 1];
          const right = f32[sp];
          i32[sp - 1] = left < right ? -1 : left > right ? 1 : left === right ? 0 : -1;
          pc += 1;
          continue;
        }
        case 150: {
          sp -= 1;
          const left = f32[sp - 1];
          const right = f32[sp];
          i32[sp - 1] = left < right ? -1 : left > right ? 1 : left === right ? 0 : 1;
          pc += 1;
          continue;
        }
        case 151: {
          w[0] = i32[sp - 4];
          w[1] = i32[sp - 3];
          w[2] = i32[sp - 2];
          w[3] = i32[sp - 1];
          sp -= 3;
          i32[sp - 1] = d[0] < d[1] ? -1 : d[0] > d[1] ? 1 : d[0] === d[1] ? 0 : -1;
          pc += 1;
          continue;
        }
        case 152: {
          w[0] = i32[sp - 4];
          w[1] = i32[sp - 3];
          w[2] = i32[sp - 2];
          w[3] = i32[sp - 1];
          sp -= 3;
          i32[sp - 1] = d[0] < d[1] ? -1 : d[0] > d[1] ? 1 : d[0] === d[1] ? 0 : 1;
          pc += 1;
          continue;
        }
        case 153: {
          if (i32[--sp] !== 0) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 154: {
          if (i32[--sp] === 0) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 155: {
          if (i32[--sp] >= 0) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 156: {
          if (i32[--sp] < 0) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 157: {
          if (i32[--sp] <= 0) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 158: {
          if (i32[--sp] > 0) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 159:
        case 165: {
          sp -= 2;
          if (i32[sp] !== i32[sp + 1]) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 160:
        case 166: {
          sp -= 2;
          if (i32[sp] === i32[sp + 1]) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 161: {
          sp -= 2;
          if (i32[sp] >= i32[sp + 1]) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 162: {
          sp -= 2;
          if (i32[sp] < i32[sp + 1]) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 163: {
          sp -= 2;
          if (i32[sp] <= i32[sp + 1]) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 164: {
          sp -= 2;
          if (i32[sp] > i32[sp + 1]) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 198: {
          if (i32[--sp] !== 0) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 199: {
          if (i32[--sp] === 0) {
            pc += 3;
            continue;
          }
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 167: {
          const distance = (i8[pc + 1] << 8) | u8[pc + 2];
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 200: {
          const distance = readInt(u8, pc + 1);
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 170: {
          const table = code + ((pc - code + 4) & ~3);
          const low = readInt(u8, table + 4);
          const index = i32[--sp] - low;
          const inside = index >= 0 && index <= readInt(u8, table + 8) - low;
          const distance = readInt(u8, inside ? table + 12 + index * 4 : table);
          pc += distance;
          if (distance > 0 || ticks < limit) continue;
          polling = true;
          break;
        }
        case 171: {
          const table = code + ((pc - code + 4) & ~3);
          const distance = readInt(u8, findKey(u8, table, i32[--sp]));
          pc += distance;
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
          const field = poolWords[(u8[pc + 1] << 8) | u8[pc + 2]];
          const address = field & ~3;
          if (lineState[address >> shift] === 0) break;
          i32[sp++] = i32[address >> 2];
          if ((field & 1) !== 0) i32[sp++] = i32[(address >> 2) + 1];
          pc += 3;
          continue;
        }
        case 179: {
          const field = poolWords[(u8[pc + 1] << 8) | u8[pc + 2]];
          const address = field & ~3;
          if (lineState[address >> shift] !== 2) break;
          if ((field & 1) !== 0) i32[(address >> 2) + 1] = i32[--sp];
          const value = i32[--sp];
          i32[address >> 2] = value;
          if ((field & 2) !== 0 && value !== 0 && value < tenuredStart) heap.recordStore(address, value);
          pc += 3;
          continue;
        }
        case 180: {
          const field = poolWords[(u8[pc + 1] << 8) | u8[pc + 2]];
          const address = i32[sp - 1] + (field & ~3);
          if (field === 0 || lineState[address >> shift] === 0) break;
          i32[sp - 1] = i32[address >> 2];
          if ((field & 1) !== 0) i32[sp++] = i32[(address >> 2) + 1];
          pc += 3;
          continue;
        }
        case 181: {
          const field = poolWords[(u8[pc + 1] << 8) | u8[pc + 2]];
          if ((field & 1) !== 0) {
            const address = i32[sp - 3] + (field & ~3);
            if (lineState[address >> shift] !== 2) break;
            i32[address >> 2] = i32[sp - 2];
            i32[(address >> 2) + 1] = i32[sp - 1];
            sp -= 3;
          } else {
            const address = i32[sp - 2] + (field & ~3);
            if (field === 0 || lineState[address >> shift] !== 2) break;
            const value = i32[sp - 1];
            i32[address >> 2] = value;
            if ((field & 2) !== 0 && address >= tenuredStart && value !== 0 && value < tenuredStart) {
              heap.recordStore(address, value);
            }
            sp -= 2;
          }
          pc += 3;
          continue;
        }
        case 182:
        case 185: {
          const target = owner.poolMethods[(u8[pc + 1] << 8) | u8[pc + 2]];
          if (target === null) break;
          const receiver = i32[sp - target.argumentWords];
          if (lineState[receiver >> shift] === 0) break;
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
          const target = owner.poolMethods[(u8[pc + 1] << 8) | u8[pc + 2]];
          if (target === null || i32[sp - target.argumentWords] === 0) break;
          callee = target;
          break;
        }
        case 184: {
          callee = owner.poolMethods[(u8[pc + 1] << 8) | u8[pc + 2]];
          break;
        }
        case 186: {
          const index = (u8[pc + 1] << 8) | u8[pc + 2];
          const constant = poolWords[index];
          if (constant !== 0) {
            i32[sp++] = constant;
            pc += 5;
            continue;
          }
          callee = owner.poolMethods[index];
          break;
        }
        case 187: {
          const index = (u8[pc + 1] << 8) | u8[pc + 2];
          const of = owner.poolClasses[index];
          if (of === null || of.readyBytes === 0 || of.readyBytes > quarterNursery) break;
          const address = heap.allocate(of.readyBytes);
          if (address === 0 || heap.viewEpoch !== viewEpoch) break;
          i32[address >> 2] = of.id;
          i32[sp++] = address;
          if (heap.attention) limit = 0;
          pc += 3;
          continue;
        }
        case 188: {
          const length = i32[sp - 1];
          const kind = u8[pc + 1];
          if (length >>> 0 > 0xffffff) break;
          const bytes = (((kind & 3) === 3 ? 16 : 12) + (length << (kind & 3)) + 7) & ~7;
          if (bytes > quarterNursery) break;
          const address = heap.allocate(bytes);
          if (address === 0 || heap.viewEpoch !== viewEpoch) break;
          i32[address >> 2] = primitiveArrays + kind;
          i32[(address >> 2) + 2] = length;
          i32[sp - 1] = address;
          if (heap.attention) limit = 0;
          pc += 2;
          continue;
        }
        case 189: {
          const arrayClass = owner.poolClasses[(u8[pc + 1] << 8) | u8[pc + 2]]?.arrayClass;
          const length = i32[sp - 1];
          if (arrayClass === undefined || length >>> 0 > 0xffffff) break;
          const bytes = (12 + (length << 2) + 7) & ~7;
          if (bytes > quarterNursery) break;
          const address = heap.allocate(bytes);
          if (address === 0 || heap.viewEpoch !== viewEpoch) break;
          i32[address >> 2] = arrayClass.id;
          i32[(address >> 2) + 2] = length;
          i32[sp - 1] = address;
          if (heap.attention) limit = 0;
          pc += 3;
          continue;
        }
        case 190: {
          const address = i32[sp - 1] + 8;
          if (lineState[address >> shift] === 0) break;
          i32[sp - 1] = i32[address >> 2];
          pc += 1;
          continue;
        }
        case 192: {
          const reference = i32[sp - 1];
          if (reference !== 0) {
            const target = owner.poolClasses[(u8[pc + 1] << 8) | u8[pc + 2]];
            if (target === null || lineState[reference >> shift] === 0) break;
            const id = i32[reference >> 2] & 0xffff;
            if (id !== target.id && classes[id]?.isA[target.id & 15] !== target.id) break;
          }
          pc += 3;
          continue;
        }
        case 193: {
          const reference = i32[sp - 1];
          if (reference !== 0) {
            const target = owner.poolClasses[(u8[pc + 1] << 8) | u8[pc + 2]];
            if (target === null || lineState[reference >> shift] === 0) break;
            const id = i32[reference >> 2] & 0xffff;
            if (id === target.id || classes[id]?.isA[target.id & 15] === target.id) i32[sp - 1] = 1;
            else if (classes[id]?.isNotA[target.id & 15] === target.id) i32[sp - 1] = 0;
            else break;
          }
          pc += 3;
          continue;
        }
        default:
          break;
      }
      // Shared ends of calls, returns and backward branches; whatever falls through is a slow step.
      if (callee !== null) {
        const target: RuntimeMethod = callee;
        callee = null;
        const newFp = sp - target.argumentWords;
        if (
          target.isPlain &&
          newFp + target.frameWords <= dirtyHigh &&
          (target.codeAddress < codeStart || target.codeEpoch === evictEpoch)
        ) {
          for (let at = sp - 1; at >= newFp; at--) i32[at + 4] = i32[at];
          i32[fp] = (pc - code) | ((newFp - fp - method.operandBase) << 16);
          i32[newFp] = 0;
          i32[newFp + 1] = target.id;
          i32[newFp + 2] = fp << 2;
          i32[newFp + 3] = 0;
          fp = newFp;
          lp = fp + 4;
          sp = fp + target.operandBase;
          method = target;
          owner = target.owner;
          poolWords = owner.poolWords;
          code = target.codeAddress;
          pc = code;
          if (ticks < limit) continue;
          polling = true;
        }
      } else if (returning >= 0) {
        const words = returning;
        returning = -1;
        const callerFp = i32[fp + 2] >> 2;
        if (method.isPlain && (i32[fp + 2] & 3) === 0 && callerFp >= dirtyLow && callerFp !== 0) {
          const methodId = i32[callerFp + 1];
          const callerClass = classes[methodId >>> 16];
          if (callerClass !== undefined) {
            const caller = callerClass.methods[methodId & 0xffff];
            if (
              callerFp + caller.frameWords <= dirtyHigh &&
              (caller.codeAddress < codeStart || caller.codeEpoch === evictEpoch)
            ) {
              const resultAt = sp - words;
              const position = i32[callerFp];
              sp = callerFp + caller.operandBase + (position >>> 16);
              if (words > 0) i32[sp++] = i32[resultAt];
              if (words > 1) i32[sp++] = i32[resultAt + 1];
              fp = callerFp;
              lp = fp + 4;
              method = caller;
              owner = callerClass;
              poolWords = owner.poolWords;
              code = caller.codeAddress;
              pc = code + (position & 0xffff);
              pc += u8[pc] >= 185 ? 5 : 3;
              if (ticks < limit) continue;
              polling = true;
            }
          }
        }
      }
      state.pc = pc;
      state.sp = sp;
      state.fp = fp;
      state.method = method;
      if (polling) {
        state.ticks = startTicks + ticks;
        poll(state);
      } else {
        state.ticks = startTicks + ticks - 1;
        slowStep(state);
      }
      break;
    }
  }
}

/** Longs up to this are exact as numbers. */
const MAX_EXACT = 2 ** 53 - 1;
const longWords = new Int32Array(2);

function readInt(u8: Uint8Array, at: number): number {
  return (u8[at] << 24) | (u8[at + 1] << 16) | (u8[at + 2] << 8) | u8[at + 3];
}

/** Where the distance of a lookupswitch lies for this key. */
function findKey(u8: Uint8Array, table: number, key: number): number {
  let low = 0;
  let high = readInt(u8, table + 4) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = table + 8 + middle * 8;
    const found = readInt(u8, at);
    if (found === key) return at + 4;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return table;
}

/** JVMS 6.5 d2i: NaN is 0, what is too large saturates. */
function intOf(value: number): number {
  if (value >= 2147483647) return 2147483647;
  if (value <= -2147483648) return -2147483648;
  return value | 0;
}

/** JVMS 6.5 d2l, into `longWords`. */
function longOf(value: number): void {
  if (value >= 2 ** 63) {
    longWords[0] = -1;
    longWords[1] = 0x7fffffff;
  } else if (value <= -(2 ** 63)) {
    longWords[0] = 0;
    longWords[1] = -0x80000000;
  } else {
    const whole = Math.trunc(value);
    longWords[0] = whole;
    longWords[1] = Math.floor(whole / TWO_32);
  }
}

/** JVMS 6.5 l2f rounds once: a long that is no exact double must not be rounded to one first. */
function floatOfLong(low: number, high: number): number {
  const value = high * TWO_32 + (low >>> 0);
  if (value <= MAX_EXACT && value >= -MAX_EXACT) return value;
  // Below the 24 bits that count, any set bit does what all of them do: it decides between halves.
  return high * TWO_32 + ((low & 0xffff0000) >>> 0) + ((low & 0xffff) !== 0 ? 0x8000 : 0);
}
