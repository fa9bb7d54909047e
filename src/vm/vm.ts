import type { MachineHeap } from "./heap-port.ts";
import type { RuntimeClass, RuntimeField, RuntimeMethod } from "./runtime.ts";

/** What the machine needs from above. All synchronous and deterministic. */
export interface MachinePorts {
  /** Device time since the epoch, nanoseconds. */
  clockNanos(): bigint;
  /** Hands console bytes over, channel 1 out, 2 err. False: the next checkpoint can hold no more, nothing was taken. */
  write(channel: 1 | 2, bytes: Uint8Array): boolean;
  /** How often the process was resumed after a power-on. */
  resumedCount(): number;
  /** Up to `maxBytes` of console input; "wait" if none has come yet. */
  read(maxBytes: number): Uint8Array | "end" | "wait";
  /** Class file of an application class by internal name. Asked once per class and process. */
  findClass(name: string): Uint8Array | undefined;
  /** System properties given at the launch: key, value, key, value. None if absent. */
  launchWords?(): readonly string[];
  /** Whether assertions are on in the class of this name (with dots). Off if absent. */
  assertsIn?(className: string): boolean;
  /** Asks services outside the process. Absent on a machine that has none. */
  service?(call: ServiceCall): ServiceAnswer;
}

/** What a program asks of the broker of its process; the broker knows what operations mean. */
export interface ServiceCall {
  readonly operation: number;
  /** Number of a lease or of an exported service. */
  readonly subject: number;
  readonly value: bigint;
  readonly bytes: Uint8Array;
  /** What the last answer to the same call said, also one before a power cut; 0 the first time. */
  readonly progress: number;
}

export type ServiceAnswer =
  | { readonly kind: "done"; readonly status: number; readonly bytes?: Uint8Array }
  /** The call is made again: after a checkpoint, or when something may have come from outside. `progress` is not 0. */
  | { readonly kind: "wait"; readonly progress: number; readonly commitFirst: boolean };

/** Why `run` came back. */
export type MachineStop =
  | { readonly kind: "ticks" }
  | { readonly kind: "checkpoint-requested" }
  | { readonly kind: "checkpoint-due" }
  /** No thread can run before the given device time (undefined: no timer) or input. */
  | { readonly kind: "waiting"; readonly untilNanos: bigint | undefined; readonly forInput: boolean }
  | { readonly kind: "exited"; readonly status: number }
  | { readonly kind: "failed"; readonly what: string };

/** How a native method ended. */
export const OUTCOME = {
  /** Done; the result, if any, is in `vm.result` and `vm.resultHigh`. */
  VALUE: 0,
  /** An exception is pending (`vm.throwJava`, `vm.throwObject`). */
  THROWN: 1,
  /**
   * The call is to be executed again from the start, with the same arguments and `vm.progress` kept: after a collection
   * (`vm.reserve` failed), when the thread is runnable again, or at once after a safe point (chunk boundary).
   */
  AGAIN: 2,
  /** `vm.call` or `vm.initialize` has pushed a frame. */
  PUSHED: 3,
} as const;
export type Outcome = (typeof OUTCOME)[keyof typeof OUTCOME];

/**
 * A native method. `args` is the word index in `vm.i32` of the first argument (receiver first; long and double take two
 * words, low word first), valid until the first allocation or safe point that replaces the views.
 */
export interface NativeMethod {
  readonly ticks: number;
  readonly run: (vm: Vm, args: number) => Outcome;
}

/** An exception that is thrown but not yet an object; `causeName` is that of its cause, which has `causeMessage`. */
export interface PendingException {
  readonly className: string;
  readonly message: string | undefined;
  readonly causeName: string | undefined;
  readonly causeMessage: string | undefined;
}

/** Natives by "java/lang/Object.hashCode()I". */
export type NativeTable = ReadonlyMap<string, NativeMethod>;

/**
 * The machine as natives, threads and spun classes see it. References are byte addresses, 0 is null. Anything that
 * allocates says what happens when there is no room: nothing has changed, and the caller returns OUTCOME.AGAIN.
 */
export interface Vm {
  readonly heap: MachineHeap;
  readonly ports: MachinePorts;
  /** Views of the heap's memory, the current ones. */
  readonly u8: Uint8Array;
  readonly i32: Int32Array;
  readonly u16: Uint16Array;

  /** Result of a native: int, reference, float bits, or the low word of a long or double. */
  result: number;
  resultHigh: number;
  /** Progress word of the calling frame; 0 when a native is entered for the first time. */
  progress: number;
  readonly ticks: number;
  /** In loops over more than a few lines, where nothing is assumed to be resident but the running frame: lines may be evicted here. */
  beginStep(): void;
  /** Adds the cost of work that depends on its size. */
  addTicks(count: number): void;

  /** True if the allocations of `bytes` that follow cannot fail and move nothing; otherwise return OUTCOME.AGAIN. */
  reserve(bytes: number): boolean;
  /** Allocate under `reserve`; addresses of zeroed objects. `instanceBytes`, `arrayBytes`, `stringBytes` say how much. */
  newInstance(of: RuntimeClass): number;
  newArray(arrayClass: RuntimeClass, length: number): number;
  newString(text: string): number;
  arrayBytes(arrayClass: RuntimeClass, length: number): number;
  stringBytes(length: number): number;
  /**
   * The one interned string of this text, which becomes the string `existing` if there is none yet; 0 if there is no
   * room now (return OUTCOME.AGAIN).
   */
  intern(text: string, existing?: number): number;
  readString(reference: number): string;
  arrayLength(reference: number): number;

  /** Heap words of objects, residency and write barrier included. */
  readField(reference: number, offset: number): number;
  writeField(reference: number, offset: number, value: number): void;
  writeReference(slotAddress: number, value: number): void;
  /** Byte offset of an instance field, searched through the superclasses; asserts that it exists. */
  fieldOffset(className: string, fieldName: string): number;

  /**
   * The class with an internal name ("java/lang/String", "[I"), loaded and linked, not initialised. Undefined: return
   * `vm.trouble`, which is THROWN (a NoClassDefFoundError or LinkageError is pending) or AGAIN.
   */
  loadClass(name: string): RuntimeClass | undefined;
  trouble: Outcome;
  /** Class of the ROM that the machine relies on; asserts that it is there. */
  knownClass(name: string): RuntimeClass;
  classById(id: number): RuntimeClass;
  classOf(reference: number): RuntimeClass;
  /** Class that a java.lang.Class object stands for. */
  classOfMirror(mirror: number): RuntimeClass;
  /** The java.lang.Class object; 0 if there is no room now (return OUTCOME.AGAIN). */
  mirrorOf(of: RuntimeClass): number;
  arrayClassOf(component: RuntimeClass): RuntimeClass;
  /** VALUE once initialised (or being so by this thread); otherwise return the outcome: the native runs again later. */
  initialize(of: RuntimeClass): Outcome;
  isAssignable(from: RuntimeClass, to: RuntimeClass): boolean;
  /** Defines a spun class as a nest mate of `host`; undefined as for loadClass. */
  defineSpun(host: RuntimeClass, bytes: Uint8Array): RuntimeClass | undefined;
  findMethod(owner: RuntimeClass, name: string, descriptor: string): RuntimeMethod | undefined;
  findField(owner: RuntimeClass, name: string, descriptor: string): RuntimeField | undefined;

  /** Makes an exception of this class pending and returns THROWN. `className` is internal. */
  throwJava(className: string, message?: string): Outcome;
  throwObject(reference: number): Outcome;
  /** Forgets a pending exception that `throwJava` or `loadClass` made; undefined if none was pending. */
  clearPending(): PendingException | undefined;
  /** Makes a pending NoClassDefFoundError the caller's again, cause included. */
  throwAgain(pending: PendingException): Outcome;

  /**
   * Calls a method instead of returning: its result becomes the native's, or, if `keep` is not 0, the reference `keep`
   * does. Words of the arguments in order. Returns PUSHED (or THROWN on stack overflow), which the native returns.
   */
  call(method: RuntimeMethod, args: readonly number[], keep?: number): Outcome;

  /** Address of the running Thread, and its slot. */
  readonly currentThread: number;
  readonly currentSlot: number;
  /** Stores the running thread's position in its frame and Thread object; it is then no longer running. */
  suspendCurrent(): void;
  /** Makes a suspended thread the running one. */
  resumeThread(thread: number): void;
  /** Lays the first frame of a new thread on the stack of its slot, so that resumeThread can begin it. */
  beginThread(thread: number, slot: number, method: RuntimeMethod, args: readonly number[]): void;
  isOfRom(of: RuntimeClass): boolean;
  /** The class whose method called the running one, which is not a thread's first. */
  callerClass(): RuntimeClass;
  /** Asks for a full collection; the native that returns this runs again, with `progress` 1 when it has been made. */
  askCollection(): Outcome;
  /** Asks `run` to stop as soon as the instruction under execution is complete. */
  requestStop(stop: MachineStop): void;
  /** Words of the backtrace int[] of the running thread: (method id, bci) pairs from the top frame down. */
  backtrace(throwable: number): number[];
}
