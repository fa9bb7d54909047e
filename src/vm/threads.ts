/** The scheduler and the monitors as the engine calls them. */
import { Scheduler } from "./scheduler.ts";
import type { MachineStop, Vm } from "./vm.ts";

const schedulers = new WeakMap<Vm, Scheduler>();

/** The scheduler of a machine; it keeps nothing that could not be made again. */
export function schedulerOf(vm: Vm): Scheduler {
  let scheduler = schedulers.get(vm);
  if (scheduler === undefined) {
    scheduler = new Scheduler(vm);
    schedulers.set(vm, scheduler);
  }
  return scheduler;
}

/** False: the running thread now waits for the monitor (or for room), and the instruction is to be executed again. */
export function monitorEnter(vm: Vm, object: number): boolean {
  return schedulerOf(vm).enter(object) === "entered";
}

/** False: the running thread does not own the monitor. */
export function monitorExit(vm: Vm, object: number): boolean {
  return schedulerOf(vm).exit(object);
}

/** The running thread waits until the class's initialiser, which another one runs, has ended. */
export function waitForClass(vm: Vm, mirror: number): void {
  schedulerOf(vm).waitForClass(mirror);
}

export function wakeForClass(vm: Vm, mirror: number): void {
  schedulerOf(vm).wakeForClass(mirror);
}

/** The collector has cleared references that have queues. */
export function wakeForReferences(vm: Vm): void {
  schedulerOf(vm).wakeForReferences();
}

/** No thread runs: resumes the next one, or says why there is none. */
export function schedule(vm: Vm): MachineStop | undefined {
  return schedulerOf(vm).schedule();
}

/** The running thread's turn is over: if another one can run, that one does. */
export function rotate(vm: Vm): void {
  schedulerOf(vm).preempt();
}

/** At the start of each run: threads that wait for input look again. */
export function inputMayHaveCome(vm: Vm): void {
  schedulerOf(vm).inputMayHaveCome();
}

/** The running thread's last frame has returned; no thread runs. `thread` keeps no stack. */
export function threadEnded(vm: Vm, thread: number): void {
  schedulerOf(vm).ended(thread);
}

/** Gives a new thread a slot and enters it in the thread table as runnable; -1 if no slot is free. */
export function admitThread(vm: Vm, thread: number): number {
  return schedulerOf(vm).admit(thread);
}
