/** What happens when an allocation finds no room, and at polls. */
import { enterMethod } from "./frames.ts";
import { FRAME, HEADER, THREAD_STATUS } from "./layout.ts";
import type { MachineState } from "./state.ts";
import { rotate, wakeForReferences } from "./threads.ts";

/** Ticks that a thread runs while others wait for their turn. */
export const QUANTUM_TICKS = 10_000;

/** Puts the running thread's position where the collector and the checkpoint find it. */
export function storeThread(state: MachineState): void {
  if (state.thread === 0) return;
  const top = state.method === null ? 0 : state.fp << 2;
  state.storeFrame();
  const address = state.thread + state.known.threadTopFrame;
  if (state.word(address) !== top) state.setWord(address, top);
}

/**
 * Between two instructions, after an allocation of `state.neededBytes` failed. "retry": the instruction may be executed
 * again; "stop": a checkpoint must come first; "full": nothing helps.
 */
export function makeRoom(state: MachineState): "retry" | "stop" | "full" {
  const { heap, neededBytes } = state;
  storeThread(state);
  state.safePoint();
  state.neededBytes = 0;
  const isAsked = state.collectionAsked;
  state.collectionAsked = false;
  if (heap.checkpointDue) return stopForCheckpoint(state);
  let room = heap.collect(isAsked || heap.fullCollectionDue ? "full" : "young", neededBytes);
  // Which references a program sees cleared after it asked must not depend on what happened to be dirty.
  if (isAsked && heap.hasUncleared) heap.wantCheckpoint();
  if ((isAsked || !room) && heap.checkpointDue) {
    afterCollection(state);
    return stopForCheckpoint(state);
  }
  if (isAsked) state.i32[state.fp + FRAME.PROGRESS] = 1;
  if (!room) room = heap.collect("full", neededBytes);
  afterCollection(state);
  if (room) return "retry";
  return heap.checkpointDue ? stopForCheckpoint(state) : "full";
}

function afterCollection(state: MachineState): void {
  state.refreshViews();
  if (state.heap.header(HEADER.CLEARED_REFERENCES) !== 0) wakeForReferences(state.vm);
  // A Thread object may move like any other; the header is a root.
  if (state.thread !== 0) state.thread = state.heap.header(HEADER.CURRENT_THREAD);
  state.safePoint();
  // A collection evicts the running method's code like any other clean line.
  if (state.method !== null) enterMethod(state, state.method);
}

function stopForCheckpoint(state: MachineState): "stop" {
  state.stop = { kind: "checkpoint-due" };
  return "stop";
}

/** Between two instructions where threads may be switched. May set `state.stop` or leave no thread running. */
export function poll(state: MachineState): void {
  const { heap } = state;
  if (heap.attention) state.safePoint();
  if (heap.checkpointDue) state.stop ??= { kind: "checkpoint-due" };
  else if (state.ticks >= state.tickLimit) state.stop ??= { kind: "ticks" };
  if (state.stop === undefined && (state.yieldAsked || state.ticks >= state.quantumEnd)) {
    state.yieldAsked = false;
    state.quantumEnd = state.ticks + QUANTUM_TICKS;
    if (isRunnable(state)) rotate(state.vm);
  }
  setPollTick(state);
}

/** A thread that has marked its own end is let through to it. */
function isRunnable(state: MachineState): boolean {
  return state.word(state.thread + state.known.threadStatus) === THREAD_STATUS.RUNNABLE;
}

/** With the heap asking for attention the next poll is the next chance. */
export function setPollTick(state: MachineState): void {
  const soon = state.heap.attention || state.yieldAsked;
  state.pollTick = soon ? state.ticks : Math.min(state.tickLimit, state.quantumEnd);
}

export function loadTicks(state: MachineState): void {
  const { heap } = state;
  state.ticks = heap.header(HEADER.TICKS_HIGH) * 2 ** 32 + (heap.header(HEADER.TICKS_LOW) >>> 0);
  state.quantumEnd = state.ticks + heap.header(HEADER.QUANTUM_LEFT);
}

export function storeTicks(state: MachineState): void {
  const { heap } = state;
  heap.setHeader(HEADER.TICKS_HIGH, Math.floor(state.ticks / 2 ** 32));
  heap.setHeader(HEADER.TICKS_LOW, state.ticks | 0);
  heap.setHeader(HEADER.QUANTUM_LEFT, Math.max(0, state.quantumEnd - state.ticks));
}
