/** Frames in the FRAMES section: pushing, popping, and keeping their lines dirty while they run. */
import { FRAME, LINK } from "./layout.ts";
import { classById } from "./classes.ts";
import type { RuntimeMethod } from "./runtime.ts";
import type { MachineState } from "./state.ts";

/** The method of the frame whose first word is at `address`. */
export function methodOfFrame(state: MachineState, address: number): RuntimeMethod {
  return methodById(state, state.word(address + FRAME.METHOD * 4));
}

/** The method that called the running one, reflection aside. */
export function callerOf(state: MachineState): RuntimeMethod {
  let frame = state.fp * 4;
  for (;;) {
    frame = state.word(frame + FRAME.CALLER * 4) & ~LINK.MASK;
    const method = methodOfFrame(state, frame);
    if (!method.owner.name.startsWith("java/lang/reflect/")) return method;
  }
}

export function methodById(state: MachineState, methodId: number): RuntimeMethod {
  return classById(state, methodId >>> 16).methods[methodId & 0xffff];
}

/**
 * Makes every line of the words [low, high) of the running stack dirty, and extends the part that is known to be so.
 * A safe point.
 */
function dirtyWords(state: MachineState, low: number, high: number): void {
  const shift = state.lineShift - 2;
  const lineWords = 1 << shift;
  if (state.dirtyLow === state.dirtyHigh) {
    state.dirtyLow = low & -lineWords;
    state.dirtyHigh = state.dirtyLow;
  }
  while (state.dirtyLow > low) {
    state.beginStep();
    state.touchDirty((state.dirtyLow - lineWords) * 4);
    state.dirtyLow -= lineWords;
  }
  while (state.dirtyHigh < high) {
    state.beginStep();
    state.touchDirty(state.dirtyHigh * 4);
    state.dirtyHigh += lineWords;
  }
}

/**
 * Whether the stack has room for a frame at `fp`. A frame runs with all its lines dirty, which only a checkpoint makes
 * clean again: one of more than W lines could exceed the RAM, whatever the stack's section holds, and has no room.
 */
export function hasFrameRoom(state: MachineState, fp: number, method: RuntimeMethod): boolean {
  if (fp + method.frameWords > state.stackLimit) return false;
  return method.frameWords >> (state.lineShift - 2) < state.map.windowLines;
}

/**
 * Pushes a frame; the arguments are the topmost operands of the running frame, which they leave. False: the stack is
 * full, and a StackOverflowError pending. The link says what the return will do.
 */
export function pushFrame(state: MachineState, method: RuntimeMethod, link: number): boolean {
  const fp = state.sp - method.argumentWords;
  if (!hasFrameRoom(state, fp, method)) {
    state.throwJava("java/lang/StackOverflowError");
    return false;
  }
  dirtyWords(state, fp, fp + method.frameWords);
  const { i32 } = state;
  i32.copyWithin(fp + FRAME.LOCALS, fp, state.sp);
  state.sp = fp;
  state.storeFrame();
  layFrame(state, method, fp, (state.fp << 2) | link);
  return true;
}

/** Pushes a frame whose arguments are not operands of the caller. The caller has looked for room. */
export function pushCalled(state: MachineState, method: RuntimeMethod, args: readonly number[]): void {
  const fp = state.sp;
  dirtyWords(state, fp, fp + method.frameWords);
  state.storeFrame();
  layFrame(state, method, fp, state.fp << 2);
  state.i32.set(args, fp + FRAME.LOCALS);
}

function layFrame(state: MachineState, method: RuntimeMethod, fp: number, callerWord: number): void {
  const { i32 } = state;
  i32[fp + FRAME.BCI] = 0;
  i32[fp + FRAME.METHOD] = method.id;
  i32[fp + FRAME.CALLER] = callerWord;
  i32[fp + FRAME.PROGRESS] = 0;
  if (method.isSynchronized) i32[fp + method.operandBase - 1] = 0;
  state.fp = fp;
  state.sp = fp + method.operandBase;
  enterMethod(state, method);
  state.pc = method.codeAddress;
}

/** Makes the code resident and keeps it so while the method runs. A safe point. */
export function enterMethod(state: MachineState, method: RuntimeMethod): void {
  state.method = method;
  if (isCodeResident(state, method)) return;
  const lineBytes = 1 << state.lineShift;
  const end = method.codeAddress + method.codeBytes;
  for (let at = method.codeAddress & -lineBytes; at < end; at += lineBytes) {
    state.beginStep();
    state.touch(at);
  }
  method.codeEpoch = state.heap.evictEpoch;
}

export function isCodeResident(state: MachineState, method: RuntimeMethod): boolean {
  return method.codeAddress < state.map.codeStart || method.codeEpoch === state.heap.evictEpoch;
}

/** Lays the first frame of a thread on its empty stack. The thread is not running. */
export function layFirstFrame(
  state: MachineState,
  start: number,
  method: RuntimeMethod,
  args: readonly number[],
): void {
  const words = [0, method.id, 0, 0, ...args];
  // The depth of a frame that has not begun is 0 and so is its bci.
  words.forEach((word, index) => state.setWord(start + index * 4, word));
}

/** Makes the frame at this word index the running one; its instruction is the one its first word names. */
export function loadFrame(state: MachineState, fp: number): void {
  state.beginStep();
  const method = methodOfFrame(state, fp * 4);
  state.method = null;
  dirtyWords(state, fp, fp + method.frameWords);
  const position = state.i32[fp + FRAME.BCI];
  state.fp = fp;
  state.sp = fp + method.operandBase + (position >>> 16);
  enterMethod(state, method);
  state.pc = method.codeAddress + (position & 0xffff);
}

/**
 * Leaves the running frame for its caller's, which stands at the instruction that called. The result is the link of the
 * frame that was left; -1 if it was the thread's first, and then no frame is running.
 */
export function popFrame(state: MachineState): number {
  const word = state.i32[state.fp + FRAME.CALLER];
  const caller = word & ~LINK.MASK;
  if (caller === 0) {
    state.method = null;
    return -1;
  }
  loadFrame(state, caller >> 2);
  return word & LINK.MASK;
}

/** Bounds of a thread slot's stack, in bytes. */
export function stackStart(state: MachineState, slot: number): number {
  const { framesStart, mainStackBytes, stackBytes } = state.map;
  return slot === 0 ? framesStart : framesStart + mainStackBytes + (slot - 1) * stackBytes;
}

export function stackEnd(state: MachineState, slot: number): number {
  return stackStart(state, slot) + (slot === 0 ? state.map.mainStackBytes : state.map.stackBytes);
}

/** Frames of the running thread from the top down: byte addresses. The running frame must be stored. */
export function* frameAddresses(state: MachineState, top: number): Generator<number> {
  for (let at = top; at !== 0; at = state.word(at + FRAME.CALLER * 4) & ~LINK.MASK) {
    state.beginStep();
    yield at;
  }
}
