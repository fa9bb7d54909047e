/** Calls and returns that are not plain: natives, synchronized methods, first calls, class initialisers, thread ends. */
import { poll, makeRoom, storeThread } from "./collect.ts";
import { mirrorOf } from "./mirrors.ts";
import { hasFrameRoom, popFrame, pushCalled, pushFrame } from "./frames.ts";
import { finishInitialisation, initialize } from "./initialize.ts";
import { callSiteMethod } from "./call-sites.ts";
import { handleCallMethod, isHandleCall } from "./dynamic.ts";
import { FRAME, HEADER, LINK } from "./layout.ts";
import { dirtyAgainLines } from "./class-records.ts";
import { explainNull, externalName } from "./messages.ts";
import { type InvokeKind, resolveMethod } from "./resolve.ts";
import type { RuntimeMethod } from "./runtime.ts";
import { isAssignable, javaSignature, quotedSignature, selectInterfaceMethod } from "./select.ts";
import type { MachineState } from "./state.ts";
import { monitorEnter, threadEnded } from "./threads.ts";
import { deliver, releaseFrameLock } from "./unwind.ts";
import { OUTCOME, type Outcome } from "./vm.ts";

const OPCODE = { VIRTUAL: 182, SPECIAL: 183, STATIC: 184, INTERFACE: 185, DYNAMIC: 186 } as const;
/** Frames of so many lines are more than a step may dirty unasked. */
const WIDE_FRAME_LINES = 4;
const KINDS: readonly InvokeKind[] = ["virtual", "special", "static", "interface"];

/** Ends an instruction that could not be completed. */
export function settle(state: MachineState, outcome: Outcome): void {
  if (outcome === OUTCOME.THROWN) {
    state.ticks++;
    deliver(state);
  } else if (outcome === OUTCOME.AGAIN) {
    tryAgain(state);
  }
}

/** Where the thread blocked, it is off already. */
function tryAgain(state: MachineState): void {
  if (state.method === null) return;
  if (state.neededBytes > 0) {
    if (makeRoom(state) !== "full") return;
    state.throwObject(state.heap.header(HEADER.OUT_OF_MEMORY));
    deliver(state);
    return;
  }
  poll(state);
}

/** The running thread stands still; which one runs next is the scheduler's choice. */
export function leaveThread(state: MachineState): void {
  storeThread(state);
  state.thread = 0;
  state.method = null;
  state.heap.setHeader(HEADER.CURRENT_THREAD, 0);
}

/** The whole of an invoke instruction. */
export function invoke(state: MachineState, opcode: number): void {
  const { method: caller, u8, pc } = state;
  if (caller === null) return;
  const index = (u8[pc + 1] << 8) | u8[pc + 2];
  const target = resolveTarget(state, caller, index, opcode);
  if (target === undefined) return settle(state, state.trouble);
  const selected = select(state, target, opcode);
  if (selected === undefined) return settle(state, state.trouble);
  if (selected.isAbstract) return settle(state, throwAbstract(state, target, opcode));
  if (selected.isNative) return invokeNative(state, selected, opcode >= OPCODE.INTERFACE ? 5 : 3);
  invokeBytecode(state, selected);
  if (state.ticks >= state.pollTick && state.method !== null && state.stop === undefined) poll(state);
}

function resolveTarget(
  state: MachineState,
  caller: RuntimeMethod,
  index: number,
  opcode: number,
): RuntimeMethod | undefined {
  const { poolMethods } = caller.owner;
  const known = poolMethods[index];
  if (known !== null) return known;
  if (opcode === OPCODE.DYNAMIC) return callSiteMethod(state, caller.owner, index);
  if (opcode === OPCODE.VIRTUAL && isHandleCall(caller.owner, index)) {
    return handleCallMethod(state, caller.owner, index);
  }
  const found = resolveMethod(state, caller.owner, index, KINDS[opcode - OPCODE.VIRTUAL]);
  if (found === undefined) return undefined;
  if (opcode === OPCODE.STATIC) {
    const outcome = initialize(state, found.owner);
    if (outcome !== OUTCOME.VALUE) {
      state.trouble = outcome;
      return undefined;
    }
    if (!found.owner.initialized) return found;
  }
  poolMethods[index] = found;
  return found;
}

function select(state: MachineState, target: RuntimeMethod, opcode: number): RuntimeMethod | undefined {
  if (opcode === OPCODE.STATIC || opcode === OPCODE.DYNAMIC) return target;
  const receiver = state.i32[state.sp - target.argumentWords];
  if (receiver === 0) {
    state.trouble = state.throwJava("java/lang/NullPointerException", explainNull(state));
    return undefined;
  }
  if (opcode === OPCODE.SPECIAL) return target;
  if (!target.owner.isInterface) {
    return target.vtableIndex < 0 ? target : state.classOf(receiver).vtable[target.vtableIndex];
  }
  return selectInterface(state, target, receiver, opcode);
}

function selectInterface(
  state: MachineState,
  target: RuntimeMethod,
  receiver: number,
  opcode: number,
): RuntimeMethod | undefined {
  const of = state.classOf(receiver);
  // The verifier takes any object for an interface's: whether it is one is found out here.
  if (!isAssignable(of, target.owner)) {
    const message = `Class ${externalName(of)} does not implement the requested interface ${externalName(target.owner)}`;
    state.trouble = state.throwJava("java/lang/IncompatibleClassChangeError", message);
    return undefined;
  }
  const selection = selectInterfaceMethod(of, target);
  if (selection.kind === "method") {
    of.selectedSerials[target.serial & 31] = target.serial;
    of.selectedMethods[target.serial & 31] = selection.method;
    return selection.method;
  }
  if (selection.kind === "conflict" && opcode === OPCODE.INTERFACE) {
    state.trouble = state.throwJava("java/lang/AbstractMethodError", selection.asAbstract);
    return undefined;
  }
  const className = {
    abstract: "java/lang/AbstractMethodError",
    conflict: "java/lang/IncompatibleClassChangeError",
    "not-public": "java/lang/IllegalAccessError",
  }[selection.kind];
  state.trouble = state.throwJava(className, selection.what);
  return undefined;
}

function throwAbstract(state: MachineState, target: RuntimeMethod, opcode: number): Outcome {
  if (opcode === OPCODE.SPECIAL) {
    return state.throwJava("java/lang/AbstractMethodError", quotedSignature(target));
  }
  const of = state.classOf(state.i32[state.sp - target.argumentWords]);
  const selection = selectInterfaceMethod(of, target);
  const what = selection.kind === "method" ? javaSignature(target) : selection.what;
  return state.throwJava("java/lang/AbstractMethodError", what);
}

function invokeBytecode(state: MachineState, method: RuntimeMethod): void {
  if (!hasFlushRoom(state, method)) return settle(state, OUTCOME.AGAIN);
  if (method.isSynchronized) {
    const locked = lockOf(state, method, state.sp - method.argumentWords);
    if (locked === 0) return settle(state, OUTCOME.AGAIN);
    // Room is looked for before the monitor is entered: a StackOverflowError must not leave it held.
    if (!hasFrameRoom(state, state.sp - method.argumentWords, method)) {
      return settle(state, state.throwJava("java/lang/StackOverflowError"));
    }
    if (!monitorEnter(state.vm, locked)) return settle(state, OUTCOME.AGAIN);
    pushFrame(state, method, 0);
    state.i32[state.fp + method.operandBase - 1] = locked;
  } else if (!pushFrame(state, method, 0)) {
    return settle(state, OUTCOME.THROWN);
  }
  state.ticks++;
}

/** A frame of many lines may need a checkpoint before it. */
function hasFlushRoom(state: MachineState, method: RuntimeMethod): boolean {
  const lines = method.frameWords >> (state.lineShift - 2);
  if (!state.heap.stopsAtSteps || lines < WIDE_FRAME_LINES) return true;
  return state.heap.roomToDirty(lines + 1, dirtyAgainLines(state)) !== "checkpoint";
}

/** The object whose monitor a synchronized method holds; 0 if its mirror has no room yet. */
function lockOf(state: MachineState, method: RuntimeMethod, args: number): number {
  return method.isStatic ? mirrorOf(state, method.owner) : state.i32[args];
}

function invokeNative(state: MachineState, method: RuntimeMethod, length: number): void {
  const native = nativeOf(state, method);
  if (native === undefined) {
    return settle(state, state.throwJava("java/lang/UnsatisfiedLinkError", quotedSignature(method)));
  }
  const args = state.sp - method.argumentWords;
  state.nativeArguments = args;
  state.storeFrame();
  const outcome = native.run(state.vm, args);
  state.refreshViews();
  if (outcome === OUTCOME.VALUE) {
    state.i32[state.fp + FRAME.PROGRESS] = 0;
    state.sp = args;
    pushResult(state, method.resultWords, state.result, state.resultHigh);
    state.pc += length;
    state.ticks += 1 + native.ticks;
    if (state.ticks >= state.pollTick) poll(state);
  } else if (outcome === OUTCOME.PUSHED) {
    state.ticks += native.ticks;
  } else {
    if (outcome === OUTCOME.THROWN) state.i32[state.fp + FRAME.PROGRESS] = 0;
    settle(state, outcome);
  }
}

function nativeOf(state: MachineState, method: RuntimeMethod): ReturnType<MachineState["natives"]["get"]> {
  const known = state.boundNatives[method.serial];
  if (known !== undefined) return known;
  const found = state.natives.get(`${method.owner.name}.${method.name}${method.descriptor}`);
  if (found !== undefined) state.boundNatives[method.serial] = found;
  return found;
}

function pushResult(state: MachineState, words: number, low: number, high: number): void {
  const { i32 } = state;
  if (words > 0) i32[state.sp++] = low;
  if (words > 1) i32[state.sp++] = high;
}

/** See Vm.call: the running frame's native leaves its place to `method`. */
export function callFromNative(
  state: MachineState,
  method: RuntimeMethod,
  args: readonly number[],
  keep: number,
): Outcome {
  const base = state.nativeArguments + (keep === 0 ? 0 : 1);
  if (!hasFrameRoom(state, base, method)) return state.throwJava("java/lang/StackOverflowError");
  let locked = 0;
  if (method.isSynchronized) {
    locked = method.isStatic ? mirrorOf(state, method.owner) : args[0];
    if (locked === 0 || !monitorEnter(state.vm, locked)) return OUTCOME.AGAIN;
  }
  state.i32[state.fp + FRAME.PROGRESS] = 0;
  state.sp = state.nativeArguments;
  if (keep !== 0) state.i32[state.sp++] = keep;
  pushCalled(state, method, args);
  if (locked !== 0) state.i32[state.fp + method.operandBase - 1] = locked;
  return OUTCOME.PUSHED;
}

/** The whole of a return instruction. */
export function returnFrom(state: MachineState, resultWords: number): void {
  const { method, i32, sp, thread } = state;
  if (method === null) return;
  const low = resultWords > 0 ? i32[sp - resultWords] : 0;
  const high = resultWords > 1 ? i32[sp - 1] : 0;
  if (method.isSynchronized && !releaseFrameLock(state, method)) {
    return settle(state, state.throwJava("java/lang/IllegalMonitorStateException", NOT_OWNER));
  }
  if ((i32[state.fp + FRAME.CALLER] & LINK.AGAIN) !== 0 && method.name === "<clinit>") {
    finishInitialisation(state, method.owner);
  }
  state.ticks++;
  const link = popFrame(state);
  if (link < 0) {
    state.thread = 0;
    state.heap.setHeader(HEADER.CURRENT_THREAD, 0);
    return threadEnded(state.vm, thread);
  }
  if ((link & LINK.AGAIN) === 0) {
    pushResult(state, resultWords, low, high);
    state.pc += state.u8[state.pc] >= OPCODE.INTERFACE ? 5 : 3;
  }
  if (state.ticks >= state.pollTick) poll(state);
}

export const NOT_OWNER = "current thread is not owner";
