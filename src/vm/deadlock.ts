/** What is said of threads of which none will ever run again. */
import { THREAD_STATUS } from "./layout.ts";
import { lockOwner } from "./locks.ts";
import type { ThreadTable } from "./thread-table.ts";
import type { Vm } from "./vm.ts";

/** How many threads are described. */
const THREADS_TOLD = 8;

export function describeDeadlock(vm: Vm, table: ThreadTable): string {
  const threads = table.all();
  const told = threads.slice(0, THREADS_TOLD).map((thread) => describe(vm, table, thread));
  if (threads.length > THREADS_TOLD) told.push(`${threads.length - THREADS_TOLD} more threads wait`);
  return `deadlock: ${told.join("; ")}`;
}

function describe(vm: Vm, table: ThreadTable, thread: number): string {
  const name = `"${nameOf(vm, table, thread)}"`;
  const object = table.word(thread, "vmWaitingFor");
  const what = object === 0 ? "" : ` a ${dots(vm.classOf(object).name)}`;
  switch (table.status(thread)) {
    case THREAD_STATUS.WAITING_FOR_CLASS:
      return `${name} waits until another thread has initialised ${dots(vm.classOfMirror(object).name)}`;
    case THREAD_STATUS.WAITING_FOR_REFERENCES:
      return `${name} waits until a collection clears references`;
    case THREAD_STATUS.BLOCKED: {
      const owner = table.all().find((other) => table.word(other, "vmSlot") === lockOwner(vm, object));
      const owned = owner === undefined ? "" : ` owned by "${nameOf(vm, table, owner)}"`;
      return `${name} waits to enter${what}${owned}`;
    }
    default:
      return `${name} waits to be notified on${what}`;
  }
}

function nameOf(vm: Vm, table: ThreadTable, thread: number): string {
  return vm.readString(table.word(thread, "name"));
}

function dots(name: string): string {
  return name.replaceAll("/", ".");
}
