/**
 * Instructions that the interpreter's main loop does not complete: because something is not resident, not resolved, null
 * or out of range, or because they are rare. Each step either makes the way free, and the main loop executes the
 * instruction again, or completes it with the tick it costs, or throws.
 */
import { accessArray, accessField, accessStatic, checkCast, lengthOfArray } from "./slow-access.ts";
import { loadConstant, makeArray, makeArrayOf, makeInstance, makeMultiArray } from "./slow-objects.ts";
import {
  divide,
  enterMonitor,
  executeJsr,
  executeRet,
  executeWide,
  exitMonitor,
  throwOperand,
} from "./slow-rare.ts";
import { invoke, returnFrom, settle } from "./invoke.ts";
import type { MachineState } from "./state.ts";

export function slowStep(state: MachineState): void {
  state.beginStep();
  // All that dirties lines is a step. Right after a checkpoint one instruction is let through, whatever it takes.
  if (state.heap.stopsAtSteps && state.heap.checkpointDue && state.ticks !== state.firstTick) {
    state.stop ??= { kind: "checkpoint-due" };
    return;
  }
  const opcode = state.u8[state.pc];
  if (opcode >= 18 && opcode <= 20) return loadConstant(state, opcode);
  if ((opcode >= 46 && opcode <= 53) || (opcode >= 79 && opcode <= 86)) return accessArray(state, opcode);
  if (opcode >= 108 && opcode <= 115) return divide(state, opcode);
  if (opcode >= 172 && opcode <= 177) return returnFrom(state, RESULT_WORDS[opcode - 172]);
  if (opcode === 178 || opcode === 179) return accessStatic(state, opcode);
  if (opcode === 180 || opcode === 181) return accessField(state, opcode);
  if (opcode >= 182 && opcode <= 186) return invoke(state, opcode);
  rareStep(state, opcode);
}

const RESULT_WORDS = [1, 2, 1, 2, 1, 0];

function rareStep(state: MachineState, opcode: number): void {
  switch (opcode) {
    case 168:
    case 201:
      return executeJsr(state, opcode);
    case 169:
      return executeRet(state, state.u8[state.pc + 1]);
    case 187:
      return makeInstance(state);
    case 188:
      return makeArray(state);
    case 189:
      return makeArrayOf(state);
    case 190:
      return lengthOfArray(state);
    case 191:
      return throwOperand(state);
    case 192:
    case 193:
      return checkCast(state, opcode);
    case 194:
      return enterMonitor(state);
    case 195:
      return exitMonitor(state);
    case 196:
      return executeWide(state);
    case 197:
      return makeMultiArray(state);
    default:
      return settle(state, state.throwJava("java/lang/VerifyError", `Bad instruction: ${opcode}`));
  }
}
