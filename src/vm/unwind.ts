/**
 * Exceptions on their way. An exception begins as a class name and message (made into an object when there is room) or as
 * an object; from then on it is in the header, so that unwinding can be broken off between frames and gone on with.
 */
import { arrayBytes, instanceBytes, newArray, newInstance, reserve } from "./allocate.ts";
import { backtraceOf } from "./backtrace.ts";
import { classById, knownClass } from "./classes.ts";
import { makeRoom, storeThread } from "./collect.ts";
import { popFrame } from "./frames.ts";
import { classesWaitingFor, failInitialisation } from "./initialize.ts";
import { FRAME, HEADER, LINK, OBJECT } from "./layout.ts";
import { findMirror } from "./mirrors.ts";
import type { RuntimeClass, RuntimeMethod } from "./runtime.ts";
import type { MachineState } from "./state.ts";
import { newString, readString, stringBytes } from "./strings.ts";
import { monitorExit, threadEnded } from "./threads.ts";

/**
 * Delivers what is pending: the running thread stands at a handler, or has ended, or `state.stop` is set (a checkpoint
 * must come first; the instruction is executed again, or unwinding goes on).
 */
export function deliver(state: MachineState): void {
  if (state.pending !== undefined && !materialise(state)) return;
  unwind(state);
}

/** Makes the pending exception an object. False: stopped for a checkpoint. */
function materialise(state: MachineState): boolean {
  const pending = state.takePending();
  if (pending === undefined) return true;
  const { className, message, causeName, causeMessage } = pending;
  const causeSlot = state.pendingCauseSlot;
  state.pendingCauseSlot = 0;
  const plan = { of: knownClass(state, className), message };
  const causePlan =
    causeName === undefined ? undefined : { of: knownClass(state, causeName), message: causeMessage };
  const exception = makeException(state, plan, causePlan);
  if (exception < 0) return false;
  if (causeSlot !== 0) setCause(state, exception, state.word(causeSlot));
  state.heap.setHeader(HEADER.PENDING, exception);
  const { failedClass } = state;
  state.failedClass = undefined;
  return failedClass === undefined || failWaiting(state, failedClass);
}

interface ExceptionPlan {
  readonly of: RuntimeClass;
  readonly message: string | undefined;
}

/**
 * -1: stopped for a checkpoint. With no room at all it is the OutOfMemoryError that was made in time. The trace, which a
 * cause shares, leaves out the topmost `skippedFrames`.
 */
function makeException(
  state: MachineState,
  plan: ExceptionPlan,
  cause?: ExceptionPlan,
  skippedFrames = 0,
): number {
  storeThread(state);
  const trace = backtraceOf(state, undefined).slice(2 * skippedFrames);
  const intArray = knownClass(state, "[I");
  const bytes = arrayBytes(intArray, trace.length) + planBytes(state, plan) + planBytes(state, cause);
  while (!reserve(state, bytes)) {
    const room = makeRoom(state);
    if (room === "stop") return -1;
    if (room === "full") return state.heap.header(HEADER.OUT_OF_MEMORY);
  }
  const array = newArray(state, intArray, trace.length);
  writeWords(state, array + OBJECT.ARRAY_DATA, trace);
  const exception = newException(state, plan, array);
  if (cause !== undefined) setCause(state, exception, newException(state, cause, array));
  return exception;
}

function planBytes(state: MachineState, plan: ExceptionPlan | undefined): number {
  return plan === undefined ? 0 : instanceBytes(plan.of) + stringBytes(state, (plan.message ?? "").length);
}

function newException(state: MachineState, { of, message }: ExceptionPlan, trace: number): number {
  const exception = newInstance(state, of);
  state.setReference(exception + state.known.throwableBacktrace, trace);
  if (message !== undefined) {
    state.setReference(exception + state.known.throwableMessage, newString(state, message));
  }
  return exception;
}

function writeWords(state: MachineState, address: number, words: readonly number[]): void {
  words.forEach((word, index) => {
    if ((index & 15) === 0) state.beginStep();
    state.setWord(address + index * 4, word);
  });
}

function unwind(state: MachineState): void {
  while (state.method !== null) {
    state.beginStep();
    const { method } = state;
    const exception = state.heap.header(HEADER.PENDING);
    const handler = findHandler(method, state.bci, classById(state, state.word(exception) & 0xffff));
    if (handler >= 0) {
      state.sp = state.fp + method.operandBase;
      state.i32[state.sp++] = exception;
      state.pc = method.codeAddress + handler;
      state.heap.setHeader(HEADER.PENDING, 0);
      return;
    }
    if (!leaveFrame(state, method)) return;
    // Each frame that is returned to gets dirty: many of them need checkpoints in between.
    if (state.heap.checkpointDue && state.method !== null) {
      state.stop ??= { kind: "checkpoint-due" };
      return;
    }
  }
}

/** JVMS 2.10: the first entry of the table that covers the instruction and the class. -1 if none does. */
function findHandler(method: RuntimeMethod, bci: number, thrown: RuntimeClass): number {
  const { code, owner } = method;
  if (code === undefined) return -1;
  const { handlers } = code;
  for (let at = 0; at < handlers.length; at += 4) {
    if (bci < handlers[at] || bci >= handlers[at + 1]) continue;
    const type = handlers[at + 3];
    if (type === 0 || isNamed(thrown, owner.file?.constants.className(type) ?? "")) return handlers[at + 2];
  }
  return -1;
}

/** A catch type that was never loaded catches nothing, so comparing names is enough. */
function isNamed(thrown: RuntimeClass, name: string): boolean {
  for (let at: RuntimeClass | undefined = thrown; at !== undefined; at = at.superClass) {
    if (at.name === name) return true;
  }
  return false;
}

/** False: stopped for a checkpoint, and nothing was done. */
function leaveFrame(state: MachineState, method: RuntimeMethod): boolean {
  const isInitialiser = (state.i32[state.fp + FRAME.CALLER] & LINK.AGAIN) !== 0 && method.name === "<clinit>";
  if (isInitialiser) {
    const { owner } = method;
    if (!recordFailure(state, owner) || !wrap(state) || !failWaiting(state, owner)) return false;
    failInitialisation(state, owner);
  }
  if (method.isSynchronized) releaseFrameLock(state, method);
  const { thread } = state;
  if (popFrame(state) >= 0) return true;
  state.heap.setHeader(HEADER.PENDING, 0);
  state.thread = 0;
  threadEnded(state.vm, thread);
  return true;
}

/** False: stopped for a checkpoint; the classes that are left fail when the thread asks for them again. */
function failWaiting(state: MachineState, failed: RuntimeClass): boolean {
  for (const of of classesWaitingFor(state, failed)) {
    if (!recordFailure(state, of)) return false;
    failInitialisation(state, of);
  }
  return true;
}

export function releaseFrameLock(state: MachineState, method: RuntimeMethod): boolean {
  const slot = state.fp + method.operandBase - 1;
  const locked = state.i32[slot];
  if (locked === 0) return true;
  state.i32[slot] = 0;
  return monitorExit(state.vm, locked);
}

/**
 * JVMS 5.5 step 10: what is not an Error becomes the cause of an ExceptionInInitializerError, which is thrown where the
 * class is used: the initialiser is no longer in its trace.
 */
function wrap(state: MachineState): boolean {
  const thrown = classById(state, state.word(state.heap.header(HEADER.PENDING)) & 0xffff);
  if (isNamed(thrown, "java/lang/Error")) return true;
  const of = knownClass(state, "java/lang/ExceptionInInitializerError");
  const wrapper = makeException(state, { of, message: undefined }, undefined, 1);
  if (wrapper < 0) return false;
  setCause(state, wrapper, state.heap.header(HEADER.PENDING));
  state.heap.setHeader(HEADER.PENDING, wrapper);
  return true;
}

function setCause(state: MachineState, exception: number, cause: number): void {
  if (exception === state.heap.header(HEADER.OUT_OF_MEMORY) || cause === 0) return;
  state.setReference(exception + state.known.throwableCause, cause);
  state.setWord(exception + state.known.throwableCauseIsSet, 1);
}

/**
 * Keeps what the class's later NoClassDefFoundErrors give as their cause: an ExceptionInInitializerError that says in
 * words what was thrown, with the trace of that. False: stopped for a checkpoint.
 */
function recordFailure(state: MachineState, of: RuntimeClass): boolean {
  const { known, heap } = state;
  const slot = findMirror(state, of) + known.classInitError;
  if (state.word(slot) !== 0) return true;
  const thrown = heap.header(HEADER.PENDING);
  const detail = state.word(thrown + known.throwableMessage);
  const thread = readString(state, state.word(state.thread + known.threadName));
  const text = detail === 0 ? "" : `: ${readString(state, detail)}`;
  const name = state.classOf(thrown).name.replaceAll("/", ".");
  const recordClass = knownClass(state, "java/lang/ExceptionInInitializerError");
  const message = `Exception ${name}${text} [in thread "${thread}"]`;
  const record = makeException(state, { of: recordClass, message });
  if (record < 0) return false;
  if (record !== heap.header(HEADER.OUT_OF_MEMORY)) {
    const trace = state.word(heap.header(HEADER.PENDING) + known.throwableBacktrace);
    state.setReference(record + known.throwableBacktrace, trace);
  }
  state.setReference(slot, record);
  return true;
}
