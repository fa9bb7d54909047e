/** The machine's side of collection: how objects are laid out, and which words outside objects hold references. */
import type { ObjectLayout, ObjectModel } from "../heap/index.ts";
import { assert } from "../base/index.ts";
import { classById } from "./classes.ts";
import { frameAddresses, methodOfFrame, stackEnd, stackStart } from "./frames.ts";
import { FRAME, HEADER, LINK, OBJECT } from "./layout.ts";
import { type ReferenceMap, ReferenceMaps } from "./refmaps.ts";
import type { RuntimeClass, RuntimeMethod } from "./runtime.ts";
import type { MachineState } from "./state.ts";
import { schedulerOf } from "./threads.ts";

const HEADER_ROOTS = [
  HEADER.CLASS_TABLE,
  HEADER.THREAD_TABLE,
  HEADER.CURRENT_THREAD,
  HEADER.INTERN_TABLE,
  HEADER.OUT_OF_MEMORY,
  HEADER.PENDING,
  HEADER.CLEARED_REFERENCES,
];
const HEADER_START = 0x10000;

/** Given to the heap before there is a machine; the machine binds itself. */
export class MachineModel implements ObjectModel {
  private state: MachineState | undefined;
  private layouts: ObjectLayout[] = [];
  private maps: (ReferenceMaps | undefined)[] = [];

  /** A machine that was made anew may know other classes. */
  bind(state: MachineState): void {
    this.state = state;
    this.layouts = [];
    this.maps = [];
  }

  private get bound(): MachineState {
    assert(this.state !== undefined, "the heap has no machine yet");
    // The heap asks in the middle of a collection, which may have grown the memory and so detached the views.
    this.state.refreshViews();
    return this.state;
  }

  layout(classId: number): ObjectLayout {
    return (this.layouts[classId] ??= layoutOf(this.bound, classById(this.bound, classId)));
  }

  forEachRootSlot(scope: "young" | "all", visit: (slotAddress: number) => void): void {
    for (const index of HEADER_ROOTS) visit(HEADER_START + index * 4);
    for (const { topFrame } of liveThreads(this.bound)) this.visitFrames(scope, topFrame, visit);
  }

  /** A reference with a queue waits to be enqueued. */
  cleared(address: number): void {
    const state = this.bound;
    const { referenceQueue, referenceNext } = state.known;
    if (state.word(address + referenceQueue) === 0) return;
    state.setWord(address + referenceNext, state.heap.header(HEADER.CLEARED_REFERENCES));
    state.heap.setHeader(HEADER.CLEARED_REFERENCES, address);
  }

  /** What lies above the top frame of each stack that is in use. */
  stackTops(): Iterable<readonly [from: number, to: number]> {
    const state = this.bound;
    state.refreshViews();
    return liveThreads(state).map(({ slot, topFrame }) => {
      const end = topFrame === 0 ? stackStart(state, slot) : endOfFrame(state, topFrame);
      return [end, stackEnd(state, slot)] as const;
    });
  }

  /** A frame whose header line is clean has not run since the last checkpoint, nor has any frame below it. */
  private visitFrames(scope: "young" | "all", topFrame: number, visit: (slotAddress: number) => void): void {
    const state = this.bound;
    for (let frame = topFrame; frame !== 0;) {
      // Visiting moves objects, which can grow the memory and replace its views.
      state.refreshViews();
      if (scope === "young" && state.heap.lineState[frame >>> state.lineShift] !== 2) return;
      state.refreshViews();
      const method = methodOfFrame(state, frame);
      const caller = state.word(frame + FRAME.CALLER * 4) & ~LINK.MASK;
      this.visitFrame(method, frame, visit);
      frame = caller;
    }
  }

  private visitFrame(method: RuntimeMethod, frame: number, visit: (slotAddress: number) => void): void {
    const state = this.bound;
    const position = state.word(frame);
    const depth = position >>> 16;
    const locals = frame + FRAME.LOCALS * 4;
    const operands = frame + method.operandBase * 4;
    const map = this.mapAt(method, position & 0xffff, (local) => state.heap.readWord(locals + local * 4));
    for (const local of map.locals) visit(locals + local * 4);
    for (const word of map.stack) if (word < depth) visit(operands + word * 4);
    if (method.isSynchronized) visit(operands - 4);
  }

  private mapAt(method: RuntimeMethod, bci: number, localWord: (local: number) => number): ReferenceMap {
    const maps = (this.maps[method.serial] ??= makeMaps(method));
    const map = maps.at(bci, localWord);
    assert(map !== undefined, `no reference map for ${method.owner.name}.${method.name} at ${bci}`);
    return map;
  }
}

function makeMaps(method: RuntimeMethod): ReferenceMaps {
  const { code, descriptor, isStatic, owner } = method;
  assert(code !== undefined && owner.file !== undefined, "a frame without bytecode");
  return new ReferenceMaps({ code, constants: owner.file.constants, descriptor, isStatic });
}

function endOfFrame(state: MachineState, frame: number): number {
  const method = methodOfFrame(state, frame);
  return frame + (method.operandBase + (state.word(frame) >>> 16)) * 4;
}

function layoutOf(state: MachineState, of: RuntimeClass): ObjectLayout {
  if (!of.isArray) {
    const { instanceBytes: bytes, referenceOffsets } = of;
    const isReference = isSubclass(of, "java/lang/ref/Reference");
    if (!isReference) return { kind: "instance", bytes, referenceOffsets };
    const isSoft = isSubclass(of, "java/lang/ref/SoftReference");
    const referent = { offset: state.known.referenceReferent, isSoft };
    return { kind: "instance", bytes, referenceOffsets, referent };
  }
  const isReference = of.component?.isPrimitive === false;
  return { kind: "array", elementShift: of.elementShift, isReference, dataOffset: of.dataOffset };
}

function isSubclass(of: RuntimeClass, name: string): boolean {
  for (let at: RuntimeClass | undefined = of; at !== undefined; at = at.superClass) {
    if (at.name === name) return true;
  }
  return false;
}

/** Byte addresses of the frames of all threads, each thread's from the top down. No frame is running. */
export function* allFrames(state: MachineState): Generator<number> {
  for (const { topFrame } of liveThreads(state)) yield* frameAddresses(state, topFrame);
}

interface LiveThread {
  readonly slot: number;
  /** Byte address, 0 if no frame is left. */
  readonly topFrame: number;
}

/** Threads that have a stack, by slot. A thread says itself that it has ended while it still runs: its place counts. */
function liveThreads(state: MachineState): LiveThread[] {
  const table = state.heap.header(HEADER.THREAD_TABLE);
  if (table === 0) return [];
  return schedulerOf(state.vm)
    .slots()
    .map((slot) => {
      const thread = state.heap.readWord(table + OBJECT.ARRAY_DATA + slot * 4);
      return { slot, topFrame: state.heap.readWord(thread + state.known.threadTopFrame) };
    });
}
