/** Division, subroutines, wide forms, monitors and athrow. */
import { poll } from "./collect.ts";
import { NOT_OWNER, settle } from "./invoke.ts";
import { explainNull } from "./messages.ts";
import type { MachineState } from "./state.ts";
import { monitorEnter, monitorExit } from "./threads.ts";
import { throwNull } from "./slow-access.ts";
import { OUTCOME } from "./vm.ts";

/** idiv, ldiv, irem, lrem: by zero, or longs that are no ints. */
export function divide(state: MachineState, opcode: number): void {
  const { i32, sp } = state;
  const isLong = (opcode & 1) === 1;
  if (i32[sp - 1] === 0 && (!isLong || i32[sp - 2] === 0)) {
    return settle(state, state.throwJava("java/lang/ArithmeticException", "/ by zero"));
  }
  const left = longAt(i32, sp - 4);
  const right = longAt(i32, sp - 2);
  // The one overflow, MIN / -1, wraps as Java wants it.
  const result = BigInt.asIntN(64, opcode < 112 ? left / right : left % right);
  i32[sp - 4] = Number(BigInt.asIntN(32, result));
  i32[sp - 3] = Number(result >> 32n);
  state.sp -= 2;
  state.pc++;
  state.ticks++;
}

function longAt(i32: Int32Array, at: number): bigint {
  return (BigInt(i32[at + 1]) << 32n) | BigInt(i32[at] >>> 0);
}

export function executeJsr(state: MachineState, opcode: number): void {
  const { u8, pc, method } = state;
  if (method === null) return;
  const isWide = opcode === 201;
  const near = ((u8[pc + 1] << 24) >> 16) | u8[pc + 2];
  const far = (u8[pc + 1] << 24) | (u8[pc + 2] << 16) | (u8[pc + 3] << 8) | u8[pc + 4];
  state.i32[state.sp++] = pc - method.codeAddress + (isWide ? 5 : 3);
  jump(state, pc + (isWide ? far : near));
}

export function executeRet(state: MachineState, local: number): void {
  const { method } = state;
  if (method === null) return;
  jump(state, method.codeAddress + state.i32[state.fp + 4 + local]);
}

function jump(state: MachineState, target: number): void {
  const isBackward = target <= state.pc;
  state.pc = target;
  state.ticks++;
  if (isBackward && state.ticks >= state.pollTick) poll(state);
}

/** wide: loads, stores, iinc and ret with a two-byte local. */
export function executeWide(state: MachineState): void {
  const { u8, pc, i32 } = state;
  const opcode = u8[pc + 1];
  const local = (u8[pc + 2] << 8) | u8[pc + 3];
  if (opcode === 169) return executeRet(state, local);
  const at = state.fp + 4 + local;
  const isTwoWords = opcode === 22 || opcode === 24 || opcode === 55 || opcode === 57;
  if (opcode === 132) {
    i32[at] = i32[at] + (((u8[pc + 4] << 24) >> 16) | u8[pc + 5]);
    state.pc += 6;
  } else {
    if (opcode < 54) {
      i32[state.sp++] = i32[at];
      if (isTwoWords) i32[state.sp++] = i32[at + 1];
    } else {
      if (isTwoWords) i32[at + 1] = i32[--state.sp];
      i32[at] = i32[--state.sp];
    }
    state.pc += 4;
  }
  state.ticks++;
}

export function enterMonitor(state: MachineState): void {
  const object = state.i32[state.sp - 1];
  if (object === 0) return throwNull(state);
  if (!monitorEnter(state.vm, object)) return settle(state, OUTCOME.AGAIN);
  state.sp--;
  state.pc++;
  state.ticks++;
}

export function exitMonitor(state: MachineState): void {
  const object = state.i32[state.sp - 1];
  if (object === 0) return throwNull(state);
  if (!monitorExit(state.vm, object)) {
    return settle(state, state.throwJava("java/lang/IllegalMonitorStateException", NOT_OWNER));
  }
  state.sp--;
  state.pc++;
  state.ticks++;
}

export function throwOperand(state: MachineState): void {
  const thrown = state.i32[state.sp - 1];
  if (thrown !== 0) settle(state, state.throwObject(thrown));
  else settle(state, state.throwJava("java/lang/NullPointerException", explainNull(state)));
}
