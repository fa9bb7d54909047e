/** The birth of a process: what must be in its heap before the first bytecode. */
import { assert } from "../base/index.ts";
import { arrayBytes, instanceBytes, newTenuredArray, newTenuredInstance, reserve } from "./allocate.ts";
import { arrayClassOf, FIXED_DYNAMIC_IDS, knownClass } from "./classes.ts";
import { KNOWN_FIELDS } from "./known-fields.ts";
import type { KnownOffsets } from "./known-fields.ts";
import { HEADER, OBJECT } from "./layout.ts";
import type { RuntimeClass } from "./runtime.ts";
import { declaredMethod } from "./select.ts";
import type { MachineState } from "./state.ts";
import { intern } from "./strings.ts";
import { beginThread } from "./switch.ts";
import { admitThread } from "./threads.ts";

const THREAD = "java/lang/Thread";

export interface StartOptions {
  /** As `java` takes it: "Main" or "com.example.Main". */
  readonly mainClass: string;
  readonly arguments: readonly string[];
}

/** Byte offset of an instance field, searched through the superclasses. */
export function fieldOffset(state: MachineState, className: string, fieldName: string): number {
  for (
    let at: RuntimeClass | undefined = knownClass(state, className);
    at !== undefined;
    at = at.superClass
  ) {
    const field = at.fields.find((each) => each.name === fieldName && !each.isStatic);
    if (field !== undefined) return field.offset;
  }
  assert(false, `class ${className} has no field ${fieldName}`);
}

export function knownOffsets(state: MachineState): KnownOffsets {
  const offsets = Object.entries(KNOWN_FIELDS).map(([key, [className, name]]) => [
    key,
    fieldOffset(state, className, name),
  ]);
  return Object.fromEntries(offsets) as KnownOffsets;
}

/** Everything made here lives for ever and is tenured from the start. */
export function startProcess(state: MachineState, options: StartOptions): void {
  const { heap } = state;
  heap.setHeader(HEADER.STATE, 1);
  heap.setHeader(HEADER.NEXT_CLASS_ID, state.firstDynamicId + FIXED_DYNAMIC_IDS);
  const object = knownClass(state, "java/lang/Object");
  heap.setHeader(HEADER.THREAD_TABLE, makeArray(state, arrayClassOf(state, object), state.map.threadSlots));
  heap.setHeader(HEADER.OUT_OF_MEMORY, makeOutOfMemoryError(state));
  const stringArray = arrayClassOf(state, knownClass(state, "java/lang/String"));
  const args = makeArray(state, stringArray, options.arguments.length);
  options.arguments.forEach((text, index) => {
    state.beginStep();
    state.setReference(args + OBJECT.ARRAY_DATA + index * 4, makeString(state, text));
  });
  const thread = makeInstance(state, THREAD);
  state.setReference(thread + state.known.threadName, makeString(state, "main"));
  const enterMain = declaredMethod(
    knownClass(state, THREAD),
    "enterMain",
    "(Ljava/lang/String;[Ljava/lang/String;)V",
  );
  assert(enterMain !== undefined, "Thread has enterMain");
  const slot = admitThread(state.vm, thread);
  beginThread(state, thread, slot, enterMain, [makeString(state, options.mainClass), args]);
}

function makeOutOfMemoryError(state: MachineState): number {
  const error = makeInstance(state, "java/lang/OutOfMemoryError");
  state.setReference(error + state.known.throwableMessage, makeString(state, "Java heap space"));
  return error;
}

function makeInstance(state: MachineState, className: string): number {
  state.beginStep();
  const of = knownClass(state, className);
  assert(reserve(state, instanceBytes(of)), NO_ROOM);
  return newTenuredInstance(state, of);
}

function makeArray(state: MachineState, of: RuntimeClass, length: number): number {
  state.beginStep();
  assert(reserve(state, arrayBytes(of, length)), NO_ROOM);
  return newTenuredArray(state, of, length);
}

function makeString(state: MachineState, text: string): number {
  const string = intern(state, text);
  assert(string !== 0, NO_ROOM);
  return string;
}

const NO_ROOM = "a fresh heap has no room for its first objects";
