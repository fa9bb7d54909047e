/**
 * Green threads: who runs, who waits for what. All of it is in Thread objects, the thread table and the locks of
 * objects, so it is in the checkpoint; this file keeps nothing but field offsets. There are no queues: each thread
 * carries the number (vmOrder) it drew when it began to be ready, blocked or waiting, and the smallest goes first; among the ready ones, a priority
 * is worth as many turns.
 *
 * A lock that is left while others want it is handed to the first of them at once. A thread that was given a lock while
 * it did not run is RUNNABLE with vmWaitingFor naming the object, until the instruction that wanted it runs again.
 *
 * The engine may enter an object whose lock half is 0, and leave one whose lock half is the running thread's owner bits
 * alone, without asking here.
 */
import { assert } from "../base/index.ts";
import { describeDeadlock } from "./deadlock.ts";
import { HEADER, LOCK, THREAD_STATUS } from "./layout.ts";
import { DeepLocks, isContended, lockOwner, lockRecursion, writeLock } from "./locks.ts";
import { NO_THREAD, ThreadTable } from "./thread-table.ts";
import { type MachineStop, OUTCOME, type Outcome, type Vm } from "./vm.ts";

export class Scheduler {
  readonly #vm: Vm;
  readonly #table: ThreadTable;

  constructor(vm: Vm) {
    this.#vm = vm;
    this.#table = new ThreadTable(vm);
  }

  /**
   * Makes a ready thread the running one; called when none is. Returns why `run` must stop if there is none: all wait
   * for time or input, the process has ended, or nothing can ever wake them.
   */
  schedule(): MachineStop | undefined {
    const { heap } = this.#vm;
    if (heap.header(HEADER.STATE) === 2) return { kind: "exited", status: heap.header(HEADER.EXIT_STATUS) };
    this.#wakeSleepers();
    const next = this.#table.firstReady();
    if (next === NO_THREAD) return this.#whyNobodyRuns();
    this.#vm.resumeThread(next);
    return undefined;
  }

  /** At a poll at which the running thread's quantum is over: the first ready thread runs, this one goes last of its priority. */
  preempt(): void {
    this.#wakeSleepers();
    const current = this.#vm.currentThread;
    const next = this.#table.firstReady((thread) => thread !== current);
    if (next === NO_THREAD) return;
    this.#table.drawOrder(current);
    if (this.#table.turnsBetween(current, next) < 0) return;
    this.#vm.suspendCurrent();
    this.#vm.resumeThread(next);
  }

  /** At the start of each `run`: who waits for input looks again. */
  inputMayHaveCome(): void {
    for (const thread of this.#table.all()) {
      if (this.#table.status(thread) === THREAD_STATUS.WAITING_FOR_INPUT) this.#makeReady(thread);
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
    if (this.#table.word(current, "vmWaitingFor") === object) {
      this.#table.setReference(current, "vmWaitingFor", 0);
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
      this.#table.setReference(current, "vmWaitingFor", 0);
      const notified = this.#table.word(current, "vmNotified") !== 0;
      return notified || !this.takeInterrupt() ? OUTCOME.VALUE : this.#interrupted();
    }
    if (!this.holds(object)) return this.notOwner();
    if (this.takeInterrupt()) return this.#interrupted();
    this.#table.set(current, "vmNotified", 0);
    this.#table.setWake(current, nanos);
    this.#table.setReference(current, "vmWaitingFor", object);
    this.#table.set(current, "vmSavedRecursion", lockRecursion(vm, object));
    this.#pause(current, nanos === 0n ? THREAD_STATUS.WAITING : THREAD_STATUS.TIMED_WAITING);
    this.#release(object);
    return OUTCOME.AGAIN;
  }

  /**
   * Wakes the thread that has waited longest, or all: each is a dirty line, so where a checkpoint is due the rest is woken after it. Nobody
   * can have begun to wait until then, since the lock is held.
   */
  notify(object: number, all: boolean): Outcome {
    if (!this.holds(object)) return this.notOwner();
    for (let woken = 0; ; woken++) {
      if (woken > 0 && this.#vm.heap.checkpointDue) {
        this.#vm.requestStop({ kind: "checkpoint-requested" });
        return OUTCOME.AGAIN;
      }
      const waiter = this.#table.first((thread) => this.#waitsFor(thread, object));
      if (waiter === NO_THREAD) return OUTCOME.VALUE;
      this.#table.set(waiter, "vmNotified", 1);
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
    this.#table.setWake(vm.currentThread, nanos);
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
    this.#table.setStatus(current, THREAD_STATUS.WAITING_FOR_INPUT);
    this.#vm.suspendCurrent();
    return OUTCOME.AGAIN;
  }

  /** The running thread's instruction is executed again when the class has been initialised, or cannot be. */
  waitForClass(mirror: number): void {
    const current = this.#vm.currentThread;
    this.#table.setReference(current, "vmWaitingFor", mirror);
    this.#table.setStatus(current, THREAD_STATUS.WAITING_FOR_CLASS);
    this.#table.drawOrder(current);
    this.#vm.suspendCurrent();
  }

  wakeForClass(mirror: number): void {
    for (const thread of this.#table.all()) {
      if (this.#table.status(thread) !== THREAD_STATUS.WAITING_FOR_CLASS) continue;
      if (this.#table.word(thread, "vmWaitingFor") !== mirror) continue;
      this.#table.setReference(thread, "vmWaitingFor", 0);
      this.#makeReady(thread);
    }
  }

  /** The calling native runs again, from the start, when the collector has cleared references. */
  waitForReferences(): Outcome {
    this.#table.setStatus(this.#vm.currentThread, THREAD_STATUS.WAITING_FOR_REFERENCES);
    this.#vm.suspendCurrent();
    return OUTCOME.AGAIN;
  }

  wakeForReferences(): void {
    for (const thread of this.#table.all()) {
      if (this.#table.status(thread) === THREAD_STATUS.WAITING_FOR_REFERENCES) this.#makeReady(thread);
    }
  }

  interrupt(thread: number): void {
    this.#table.set(thread, "vmInterrupted", 1);
    const status = this.#table.status(thread);
    if (status === THREAD_STATUS.SLEEPING) this.#makeReady(thread);
    if (status === THREAD_STATUS.WAITING || status === THREAD_STATUS.TIMED_WAITING) this.#leaveWait(thread);
  }

  /** Gives a thread a slot and makes it ready; -1 if no slot is free. It has no frame yet. */
  admit(thread: number): number {
    const slot = this.#table.freeSlot();
    if (slot < 0) return slot;
    this.#table.set(thread, "vmSlot", slot);
    this.#table.assign(slot, thread);
    this.#makeReady(thread);
    return slot;
  }

  /** A thread whose last frame has returned. The process ends with its last thread that is no daemon. */
  ended(thread: number): void {
    this.#table.setStatus(thread, THREAD_STATUS.TERMINATED);
    this.#table.assign(this.#table.word(thread, "vmSlot"), 0);
    const onlyDaemons = this.all().every((other) => this.#table.word(other, "daemon") !== 0);
    if (onlyDaemons) this.endProcess(this.#exitStatus());
  }

  endProcess(status: number): void {
    const { heap } = this.#vm;
    heap.setHeader(HEADER.STATE, 2);
    heap.setHeader(HEADER.EXIT_STATUS, status);
    this.#vm.requestStop({ kind: "exited", status });
  }

  /** Whether the running thread was interrupted; it no longer is then. */
  takeInterrupt(): boolean {
    const current = this.#vm.currentThread;
    if (this.#table.word(current, "vmInterrupted") === 0) return false;
    this.#table.set(current, "vmInterrupted", 0);
    return true;
  }

  /** All live threads, by slot. */
  all(): number[] {
    return this.#table.all();
  }

  /** The slots of all live threads. */
  slots(): readonly number[] {
    return this.#table.slots();
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
    this.#table.setStatus(current, status);
    this.#table.drawOrder(current);
    this.#vm.suspendCurrent();
  }

  #block(thread: number, object: number): void {
    const vm = this.#vm;
    this.#table.setReference(thread, "vmWaitingFor", object);
    this.#table.set(thread, "vmSavedRecursion", 0);
    this.#markBlocked(thread, object);
    assert(lockOwner(vm, object) >= 0, "a thread blocks on a lock that somebody has");
  }

  #markBlocked(thread: number, object: number): void {
    const vm = this.#vm;
    this.#table.setStatus(thread, THREAD_STATUS.BLOCKED);
    this.#table.drawOrder(thread);
    const recursion = lockRecursion(vm, object);
    writeLock(vm, object, { ownerSlot: lockOwner(vm, object), recursion, contended: true });
  }

  /** A waiting thread wants its lock back. */
  #leaveWait(thread: number): void {
    const object = this.#table.word(thread, "vmWaitingFor");
    if (lockOwner(this.#vm, object) >= 0) this.#markBlocked(thread, object);
    else this.#grant(thread, object);
  }

  #release(object: number): void {
    const vm = this.#vm;
    const contended = isContended(vm, object);
    writeLock(vm, object, { ownerSlot: -1, recursion: 0, contended: false });
    if (!contended) return;
    const next = this.#table.first((thread) => this.#isBlockedOn(thread, object));
    if (next !== NO_THREAD) this.#grant(next, object);
  }

  #grant(thread: number, object: number): void {
    const vm = this.#vm;
    this.#makeReady(thread);
    writeLock(vm, object, {
      ownerSlot: this.#table.word(thread, "vmSlot"),
      recursion: this.#table.word(thread, "vmSavedRecursion"),
      contended: this.#table.first((other) => this.#isBlockedOn(other, object)) !== NO_THREAD,
    });
  }

  #isBlockedOn(thread: number, object: number): boolean {
    return (
      this.#table.status(thread) === THREAD_STATUS.BLOCKED &&
      this.#table.word(thread, "vmWaitingFor") === object
    );
  }

  #waitsFor(thread: number, object: number): boolean {
    const status = this.#table.status(thread);
    const waits = status === THREAD_STATUS.WAITING || status === THREAD_STATUS.TIMED_WAITING;
    return waits && this.#table.word(thread, "vmWaitingFor") === object;
  }

  /** Those whose time has come, in the order of their times. */
  #wakeSleepers(): void {
    const sleepers = this.all().filter((thread) => this.#hasTimer(thread));
    if (sleepers.length === 0) return;
    const now = this.#vm.ports.clockNanos();
    const due = sleepers.filter((thread) => this.#table.wakeNanos(thread) <= now);
    due.sort((left, right) => {
      const earlier = this.#table.wakeNanos(left) - this.#table.wakeNanos(right);
      return earlier === 0n ? this.#table.orderBetween(left, right) : earlier < 0n ? -1 : 1;
    });
    for (const thread of due) {
      if (this.#table.status(thread) === THREAD_STATUS.SLEEPING) this.#makeReady(thread);
      else this.#leaveWait(thread);
    }
  }

  #hasTimer(thread: number): boolean {
    const status = this.#table.status(thread);
    return status === THREAD_STATUS.SLEEPING || status === THREAD_STATUS.TIMED_WAITING;
  }

  #whyNobodyRuns(): MachineStop {
    const threads = this.#table.all();
    const forInput = threads.some((thread) => this.#table.status(thread) === THREAD_STATUS.WAITING_FOR_INPUT);
    let untilNanos: bigint | undefined;
    for (const thread of threads) {
      if (!this.#hasTimer(thread)) continue;
      const wake = this.#table.wakeNanos(thread);
      if (untilNanos === undefined || wake < untilNanos) untilNanos = wake;
    }
    if (forInput || untilNanos !== undefined) return { kind: "waiting", untilNanos, forInput };
    return { kind: "failed", what: describeDeadlock(this.#vm, this.#table) };
  }

  #exitStatus(): number {
    const runtime = this.#vm.knownClass("java/lang/Runtime");
    const field = this.#vm.findField(runtime, "exitStatus", "I");
    assert(field !== undefined, "Runtime has exitStatus");
    return runtime.staticWordsAddress === 0
      ? 0
      : this.#vm.heap.readWord(runtime.staticWordsAddress + field.offset);
  }

  #makeReady(thread: number): void {
    this.#table.setStatus(thread, THREAD_STATUS.RUNNABLE);
    this.#table.drawOrder(thread);
  }
}
