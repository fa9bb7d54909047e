/**
 * Green threads: who runs, who waits for what. All of it is in Thread objects, the thread table and the locks of
 * objects, so it is in the checkpoint; this file keeps nothing but field offsets. There are no queues: each thread
 * carries the number (vmOrder) it drew when it began to be ready, blocked or waiting, and the smallest goes first.
 *
 * A lock that is left while others want it is handed to the first of them at once. A thread that was given a lock while
 * it did not run is RUNNABLE with vmWaitingFor naming the object, until the instruction that wanted it runs again.
 *
 * The engine may enter an object whose lock half is 0, and leave one whose lock half is the running thread's owner bits
 * alone, without asking here.
 */
import { assert } from "../base/index.ts";
import { HEADER, LOCK, OBJECT, THREAD_STATUS } from "./layout.ts";
import { DeepLocks, isContended, lockOwner, lockRecursion, writeLock } from "./locks.ts";
import { type MachineStop, OUTCOME, type Outcome, type Vm } from "./vm.ts";

/** Ticks that a thread runs while others are ready. */
export const QUANTUM_TICKS = 10_000;

const threadClass = "java/lang/Thread";
const noThread = 0;

export class Threads {
  readonly #vm: Vm;
  readonly #offsets = new Map<string, number>();

  constructor(vm: Vm) {
    this.#vm = vm;
  }

  /**
   * Makes a ready thread the running one; called when none is. Returns why `run` must stop if there is none: all wait
   * for time or input, the process has ended, or nothing can ever wake them.
   */
  schedule(): MachineStop | undefined {
    this.#wakeSleepers();
    const next = this.#first((thread) => this.#status(thread) === THREAD_STATUS.RUNNABLE);
    if (next === noThread) return this.#whyNobodyRuns();
    this.#beginQuantum();
    this.#vm.resumeThread(next);
    return undefined;
  }

  /** At a poll at which the running thread's quantum is over: the first ready thread runs, this one goes last. */
  preempt(): void {
    this.#wakeSleepers();
    const current = this.#vm.currentThread;
    const next = this.#first(
      (thread) => thread !== current && this.#status(thread) === THREAD_STATUS.RUNNABLE,
    );
    this.#beginQuantum();
    if (next === noThread) return;
    this.#drawOrder(current);
    this.#vm.suspendCurrent();
    this.#vm.resumeThread(next);
  }

  /** At the start of each `run`: who waits for input looks again. */
  inputMayHaveCome(): void {
    for (const thread of this.all()) {
      if (this.#status(thread) === THREAD_STATUS.WAITING_FOR_INPUT) this.#makeReady(thread);
    }
  }

  /**
   * Enters the object's monitor. BLOCKED: the running thread no longer runs, and its instruction is to be executed again
   * once it does; NO_ROOM: the same after a collection.
   */
  enter(object: number): "entered" | "blocked" | "no-room" {
    const vm = this.#vm;
    const owner = lockOwner(vm, object);
    if (owner < 0) {
      writeLock(vm, object, { ownerSlot: vm.currentSlot, recursion: 0, contended: isContended(vm, object) });
      return "entered";
    }
    const current = vm.currentThread;
    if (owner !== vm.currentSlot) {
      this.#block(current, object);
      vm.suspendCurrent();
      return "blocked";
    }
    if (this.#word(current, "vmWaitingFor") === object) {
      this.#setReference(current, "vmWaitingFor", 0);
      return "entered";
    }
    const recursion = lockRecursion(vm, object);
    if (recursion === LOCK.RECURSION_MASK) {
      return new DeepLocks(vm, current).push(object) ? "entered" : "no-room";
    }
    writeLock(vm, object, {
      ownerSlot: owner,
      recursion: recursion + 1,
      contended: isContended(vm, object),
    });
    return "entered";
  }

  /** Leaves the monitor once; false if the running thread does not own it. */
  exit(object: number): boolean {
    const vm = this.#vm;
    if (lockOwner(vm, object) !== vm.currentSlot) return false;
    const recursion = lockRecursion(vm, object);
    if (recursion === LOCK.RECURSION_MASK && new DeepLocks(vm, vm.currentThread).remove(object)) return true;
    if (recursion > 0) {
      const contended = isContended(vm, object);
      writeLock(vm, object, { ownerSlot: vm.currentSlot, recursion: recursion - 1, contended });
    } else this.#release(object);
    return true;
  }

  holds(object: number): boolean {
    return lockOwner(this.#vm, object) === this.#vm.currentSlot;
  }

  /** Object.wait, called again (`vm.progress` 1) when the thread has the lock back. `nanos` 0 is without limit. */
  wait(object: number, nanos: bigint): Outcome {
    const vm = this.#vm;
    const current = vm.currentThread;
    if (vm.progress === 1) {
      vm.progress = 0;
      this.#setReference(current, "vmWaitingFor", 0);
      const notified = this.#word(current, "vmNotified") !== 0;
      return notified || !this.takeInterrupt() ? OUTCOME.VALUE : this.#interrupted();
    }
    if (!this.holds(object)) return this.notOwner();
    if (this.takeInterrupt()) return this.#interrupted();
    this.#set(current, "vmNotified", 0);
    this.#setWake(current, nanos);
    this.#setReference(current, "vmWaitingFor", object);
    this.#set(current, "vmSavedRecursion", this.#takeRecursion(current, object));
    this.#pause(current, nanos === 0n ? THREAD_STATUS.WAITING : THREAD_STATUS.TIMED_WAITING);
    this.#release(object);
    return OUTCOME.AGAIN;
  }

  /** Wakes the thread that has waited longest, or all. */
  notify(object: number, all: boolean): Outcome {
    if (!this.holds(object)) return this.notOwner();
    for (;;) {
      const waiter = this.#first((thread) => this.#waitsFor(thread, object));
      if (waiter === noThread) return OUTCOME.VALUE;
      this.#set(waiter, "vmNotified", 1);
      this.#leaveWait(waiter);
      if (!all) return OUTCOME.VALUE;
    }
  }

  /** Thread.sleep, called again when the time is over or the thread was interrupted. */
  sleep(nanos: bigint): Outcome {
    const vm = this.#vm;
    if (vm.progress === 1) {
      vm.progress = 0;
      return this.takeInterrupt() ? this.#interrupted("sleep interrupted") : OUTCOME.VALUE;
    }
    if (this.takeInterrupt()) return this.#interrupted("sleep interrupted");
    this.#setWake(vm.currentThread, nanos);
    this.#pause(vm.currentThread, nanos === 0n ? THREAD_STATUS.RUNNABLE : THREAD_STATUS.SLEEPING);
    return OUTCOME.AGAIN;
  }

  /** Thread.yield: behind all that are ready. */
  yield(): Outcome {
    const vm = this.#vm;
    if (vm.progress === 1) {
      vm.progress = 0;
      return OUTCOME.VALUE;
    }
    this.#pause(vm.currentThread, THREAD_STATUS.RUNNABLE);
    return OUTCOME.AGAIN;
  }

  /** The calling native runs again, from the start, when there may be input. */
  waitForInput(): Outcome {
    const current = this.#vm.currentThread;
    this.#setStatus(current, THREAD_STATUS.WAITING_FOR_INPUT);
    this.#vm.suspendCurrent();
    return OUTCOME.AGAIN;
  }

  interrupt(thread: number): void {
    this.#set(thread, "vmInterrupted", 1);
    const status = this.#status(thread);
    if (status === THREAD_STATUS.SLEEPING) this.#makeReady(thread);
    if (status === THREAD_STATUS.WAITING || status === THREAD_STATUS.TIMED_WAITING) this.#leaveWait(thread);
  }

  /** Begins a new thread: `enter()` of it on a stack of its own. */
  start(thread: number): Outcome {
    const vm = this.#vm;
    const slot = this.#freeSlot();
    if (slot < 0) return vm.throwJava("java/lang/OutOfMemoryError", "unable to create native thread");
    const enter = vm.findMethod(vm.knownClass(threadClass), "enter", "()V");
    assert(enter !== undefined, "Thread has enter()");
    this.#set(thread, "vmSlot", slot);
    vm.writeReference(this.#tableSlot(slot), thread);
    vm.beginThread(thread, slot, enter, [thread]);
    this.#makeReady(thread);
    return OUTCOME.VALUE;
  }

  /** The running thread's last act. The process ends with its last thread that is no daemon. */
  end(): Outcome {
    const vm = this.#vm;
    const current = vm.currentThread;
    const slot = vm.currentSlot;
    this.#setStatus(current, THREAD_STATUS.TERMINATED);
    vm.suspendCurrent();
    vm.writeReference(this.#tableSlot(slot), 0);
    if (this.all().every((thread) => this.#word(thread, "daemon") !== 0)) this.endProcess(this.#exitStatus());
    return OUTCOME.AGAIN;
  }

  endProcess(status: number): void {
    const { heap } = this.#vm;
    heap.setHeader(HEADER.STATE, 2);
    heap.setHeader(HEADER.EXIT_STATUS, status);
    this.#vm.requestStop({ kind: "exited", status });
  }

  /** All live threads, by slot. */
  all(): number[] {
    const vm = this.#vm;
    const table = vm.heap.header(HEADER.THREAD_TABLE);
    const threads: number[] = [];
    const length = vm.arrayLength(table);
    for (let slot = 0; slot < length; slot++) {
      const thread = vm.heap.readWord(this.#tableSlot(slot));
      if (thread !== 0) threads.push(thread);
    }
    return threads;
  }

  /** Whether the running thread was interrupted; it no longer is then. */
  takeInterrupt(): boolean {
    const current = this.#vm.currentThread;
    if (this.#word(current, "vmInterrupted") === 0) return false;
    this.#set(current, "vmInterrupted", 0);
    return true;
  }

  notOwner(): Outcome {
    return this.#vm.throwJava("java/lang/IllegalMonitorStateException", "current thread is not owner");
  }

  #interrupted(message?: string): Outcome {
    return this.#vm.throwJava("java/lang/InterruptedException", message);
  }

  /** The running thread stops running; its native is called again with progress 1. */
  #pause(current: number, status: number): void {
    this.#vm.progress = 1;
    this.#setStatus(current, status);
    this.#drawOrder(current);
    this.#vm.suspendCurrent();
  }

  #block(thread: number, object: number): void {
    const vm = this.#vm;
    this.#setReference(thread, "vmWaitingFor", object);
    this.#set(thread, "vmSavedRecursion", 0);
    this.#markBlocked(thread, object);
    assert(lockOwner(vm, object) >= 0, "a thread blocks on a lock that somebody has");
  }

  #markBlocked(thread: number, object: number): void {
    const vm = this.#vm;
    this.#setStatus(thread, THREAD_STATUS.BLOCKED);
    this.#drawOrder(thread);
    const recursion = lockRecursion(vm, object);
    writeLock(vm, object, { ownerSlot: lockOwner(vm, object), recursion, contended: true });
  }

  /** A waiting thread wants its lock back. */
  #leaveWait(thread: number): void {
    const object = this.#word(thread, "vmWaitingFor");
    if (lockOwner(this.#vm, object) >= 0) this.#markBlocked(thread, object);
    else this.#grant(thread, object);
  }

  #release(object: number): void {
    const vm = this.#vm;
    const contended = isContended(vm, object);
    writeLock(vm, object, { ownerSlot: -1, recursion: 0, contended: false });
    if (!contended) return;
    const next = this.#first((thread) => this.#isBlockedOn(thread, object));
    if (next !== noThread) this.#grant(next, object);
  }

  #grant(thread: number, object: number): void {
    const vm = this.#vm;
    const recursion = this.#word(thread, "vmSavedRecursion");
    this.#makeReady(thread);
    writeLock(vm, object, {
      ownerSlot: this.#word(thread, "vmSlot"),
      recursion: Math.min(recursion, LOCK.RECURSION_MASK),
      contended: this.#first((other) => this.#isBlockedOn(other, object)) !== noThread,
    });
    const deep = new DeepLocks(vm, thread);
    for (let left = recursion - LOCK.RECURSION_MASK; left > 0; left--) {
      assert(deep.push(object), "the table of deep locks keeps its room while its thread waits");
    }
  }

  /** The whole recursion of a lock, of which the part outside the header is removed. */
  #takeRecursion(thread: number, object: number): number {
    let recursion = lockRecursion(this.#vm, object);
    if (recursion < LOCK.RECURSION_MASK) return recursion;
    const deep = new DeepLocks(this.#vm, thread);
    while (deep.remove(object)) recursion++;
    return recursion;
  }

  #isBlockedOn(thread: number, object: number): boolean {
    return this.#status(thread) === THREAD_STATUS.BLOCKED && this.#word(thread, "vmWaitingFor") === object;
  }

  #waitsFor(thread: number, object: number): boolean {
    const status = this.#status(thread);
    const waits = status === THREAD_STATUS.WAITING || status === THREAD_STATUS.TIMED_WAITING;
    return waits && this.#word(thread, "vmWaitingFor") === object;
  }

  #wakeSleepers(): void {
    let now: bigint | undefined;
    for (const thread of this.#inOrder()) {
      const status = this.#status(thread);
      const sleeps = status === THREAD_STATUS.SLEEPING;
      if (!sleeps && status !== THREAD_STATUS.TIMED_WAITING) continue;
      now ??= this.#vm.ports.clockNanos();
      if (this.#wakeNanos(thread) > now) continue;
      if (sleeps) this.#makeReady(thread);
      else this.#leaveWait(thread);
    }
  }

  #whyNobodyRuns(): MachineStop {
    const threads = this.all();
    if (this.#vm.heap.header(HEADER.STATE) === 2) {
      return { kind: "exited", status: this.#vm.heap.header(HEADER.EXIT_STATUS) };
    }
    const forInput = threads.some((thread) => this.#status(thread) === THREAD_STATUS.WAITING_FOR_INPUT);
    let untilNanos: bigint | undefined;
    for (const thread of threads) {
      const status = this.#status(thread);
      if (status !== THREAD_STATUS.SLEEPING && status !== THREAD_STATUS.TIMED_WAITING) continue;
      const wake = this.#wakeNanos(thread);
      if (untilNanos === undefined || wake < untilNanos) untilNanos = wake;
    }
    if (forInput || untilNanos !== undefined) return { kind: "waiting", untilNanos, forInput };
    return {
      kind: "failed",
      what: `deadlock: ${threads.map((thread) => this.#describe(thread)).join("; ")}`,
    };
  }

  #describe(thread: number): string {
    const vm = this.#vm;
    const name = vm.readString(this.#word(thread, "name"));
    const object = this.#word(thread, "vmWaitingFor");
    const what = object === 0 ? "" : ` a ${vm.classOf(object).name.replaceAll("/", ".")}`;
    if (this.#status(thread) !== THREAD_STATUS.BLOCKED) return `"${name}" waits to be notified on${what}`;
    const owner = this.all().find((other) => this.#word(other, "vmSlot") === lockOwner(vm, object));
    const ownerName = owner === undefined ? "" : ` owned by "${vm.readString(this.#word(owner, "name"))}"`;
    return `"${name}" waits to enter${what}${ownerName}`;
  }

  #exitStatus(): number {
    const runtime = this.#vm.knownClass("java/lang/Runtime");
    const field = this.#vm.findField(runtime, "exitStatus", "I");
    assert(field !== undefined, "Runtime has exitStatus");
    return runtime.staticWordsAddress === 0
      ? 0
      : this.#vm.heap.readWord(runtime.staticWordsAddress + field.offset);
  }

  #freeSlot(): number {
    const { heap } = this.#vm;
    const length = this.#vm.arrayLength(heap.header(HEADER.THREAD_TABLE));
    for (let slot = 0; slot < length; slot++) if (heap.readWord(this.#tableSlot(slot)) === 0) return slot;
    return -1;
  }

  #tableSlot(slot: number): number {
    return this.#vm.heap.header(HEADER.THREAD_TABLE) + OBJECT.ARRAY_DATA + 4 * slot;
  }

  /** The thread of smallest order that `wanted` accepts. */
  #first(wanted: (thread: number) => boolean): number {
    return this.#inOrder().find(wanted) ?? noThread;
  }

  #inOrder(): number[] {
    const orders = new Map(this.all().map((thread) => [thread, this.#word(thread, "vmOrder")]));
    const orderOf = (thread: number): number => orders.get(thread) ?? 0;
    return [...orders.keys()].sort((left, right) => (orderOf(left) - orderOf(right)) | 0);
  }

  /** Orders are compared as they wrap round. */
  #drawOrder(thread: number): void {
    const { heap } = this.#vm;
    const order = (heap.header(HEADER.THREADS_A) + 1) | 0;
    heap.setHeader(HEADER.THREADS_A, order);
    this.#set(thread, "vmOrder", order);
  }

  #makeReady(thread: number): void {
    this.#setStatus(thread, THREAD_STATUS.RUNNABLE);
    this.#drawOrder(thread);
  }

  #beginQuantum(): void {
    this.#vm.heap.setHeader(HEADER.QUANTUM_END, (this.#vm.ticks + QUANTUM_TICKS) | 0);
  }

  #status(thread: number): number {
    return this.#word(thread, "vmStatus");
  }

  #setStatus(thread: number, status: number): void {
    this.#set(thread, "vmStatus", status);
  }

  #wakeNanos(thread: number): bigint {
    const at = thread + this.#offset("vmWakeNanos");
    const low = BigInt(this.#vm.heap.readWord(at) >>> 0);
    return (BigInt(this.#vm.heap.readWord(at + 4)) << 32n) | low;
  }

  #setWake(thread: number, nanos: bigint): void {
    const at = thread + this.#offset("vmWakeNanos");
    const wanted = this.#vm.ports.clockNanos() + nanos;
    const wake = wanted > 0x7fffffffffffffffn ? 0x7fffffffffffffffn : wanted;
    this.#vm.heap.writeWord(at, Number(BigInt.asIntN(32, wake)));
    this.#vm.heap.writeWord(at + 4, Number(BigInt.asIntN(32, wake >> 32n)));
  }

  #word(thread: number, field: string): number {
    return this.#vm.heap.readWord(thread + this.#offset(field));
  }

  #set(thread: number, field: string, value: number): void {
    this.#vm.heap.writeWord(thread + this.#offset(field), value);
  }

  #setReference(thread: number, field: string, value: number): void {
    this.#vm.writeReference(thread + this.#offset(field), value);
  }

  #offset(field: string): number {
    let offset = this.#offsets.get(field);
    if (offset === undefined) {
      offset = this.#vm.fieldOffset(threadClass, field);
      this.#offsets.set(field, offset);
    }
    return offset;
  }
}
