/** Putting a thread on, and laying a new one's first frame. Taking off is `leaveThread`. */
import { QUANTUM_TICKS } from "./collect.ts";
import { layFirstFrame, loadFrame, stackEnd, stackStart } from "./frames.ts";
import { HEADER } from "./layout.ts";
import type { RuntimeMethod } from "./runtime.ts";
import type { MachineState } from "./state.ts";

/** Makes a suspended thread the running one. A thread that was running when `run` stopped keeps its quantum. */
export function resumeThread(state: MachineState, thread: number): void {
  state.beginStep();
  state.thread = thread;
  state.slot = state.word(thread + state.known.threadSlot);
  state.stackLimit = stackEnd(state, state.slot) >> 2;
  state.dirtyLow = 0;
  state.dirtyHigh = 0;
  if (state.heap.header(HEADER.CURRENT_THREAD) !== thread) {
    state.heap.setHeader(HEADER.CURRENT_THREAD, thread);
    state.quantumEnd = state.ticks + QUANTUM_TICKS;
  }
  const topFrame = state.word(thread + state.known.threadTopFrame);
  loadFrame(state, topFrame >> 2);
}

export function beginThread(
  state: MachineState,
  thread: number,
  slot: number,
  method: RuntimeMethod,
  args: readonly number[],
): void {
  const start = stackStart(state, slot);
  layFirstFrame(state, start, method, args);
  state.setWord(thread + state.known.threadTopFrame, start);
}
