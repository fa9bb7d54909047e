/** The Thread objects of a process as the scheduler sees them: the thread table, and the fields the machine owns. */
import { HEADER, OBJECT, THREAD_STATUS } from "./layout.ts";
import type { Vm } from "./vm.ts";

const threadClass = "java/lang/Thread";
const nanosMax = 0x7fffffffffffffffn;

/** No thread: no address of an object. */
export const NO_THREAD = 0;

export class ThreadTable {
  readonly #vm: Vm;
  readonly #offsets = new Map<string, number>();
  #slots: readonly number[] | undefined = undefined;

  constructor(vm: Vm) {
    this.#vm = vm;
  }

  freeSlot(): number {
    const { heap } = this.#vm;
    const length = this.#vm.arrayLength(heap.header(HEADER.THREAD_TABLE));
    for (let slot = 0; slot < length; slot++) {
      this.#vm.beginStep();
      if (heap.readWord(this.tableSlot(slot)) === 0) return slot;
    }
    return -1;
  }

  tableSlot(slot: number): number {
    return this.#vm.heap.header(HEADER.THREAD_TABLE) + OBJECT.ARRAY_DATA + 4 * slot;
  }

  /** The thread of smallest order that `wanted` accepts. */
  first(wanted: (thread: number) => boolean): number {
    let best = NO_THREAD;
    for (const thread of this.all()) {
      if (wanted(thread) && (best === NO_THREAD || this.orderBetween(thread, best) < 0)) best = thread;
    }
    return best;
  }

  /**
   * The ready thread whose turn is next, among those that `wanted` accepts. One of a higher priority goes before those that became ready earlier,
   * but only so many turns earlier as the priorities differ: nobody waits for ever.
   */
  firstReady(wanted: (thread: number) => boolean = () => true): number {
    let best = NO_THREAD;
    for (const thread of this.all()) {
      if (this.status(thread) !== THREAD_STATUS.RUNNABLE || !wanted(thread)) continue;
      if (best === NO_THREAD || this.turnsBetween(thread, best) < 0) best = thread;
    }
    return best;
  }

  /** Negative if the left one's turn comes first. */
  turnsBetween(left: number, right: number): number {
    return (this.orderBetween(left, right) + this.word(right, "priority") - this.word(left, "priority")) | 0;
  }

  /** Negative if the left one comes first. Orders wrap round. */
  orderBetween(left: number, right: number): number {
    return (this.word(left, "vmOrder") - this.word(right, "vmOrder")) | 0;
  }

  drawOrder(thread: number): void {
    const { heap } = this.#vm;
    const order = (heap.header(HEADER.THREADS_A) + 1) | 0;
    heap.setHeader(HEADER.THREADS_A, order);
    this.set(thread, "vmOrder", order);
  }

  /** Asked of all threads in turn, of which there may be more than W lines. */
  status(thread: number): number {
    this.#vm.beginStep();
    return this.word(thread, "vmStatus");
  }

  setStatus(thread: number, status: number): void {
    this.set(thread, "vmStatus", status);
  }

  wakeNanos(thread: number): bigint {
    const at = thread + this.#offset("vmWakeNanos");
    const low = BigInt(this.#vm.heap.readWord(at) >>> 0);
    return (BigInt(this.#vm.heap.readWord(at + 4)) << 32n) | low;
  }

  setWake(thread: number, nanos: bigint): void {
    const at = thread + this.#offset("vmWakeNanos");
    const wanted = this.#vm.ports.clockNanos() + nanos;
    const wake = wanted > nanosMax ? nanosMax : wanted;
    this.#vm.heap.writeWord(at, Number(BigInt.asIntN(32, wake)));
    this.#vm.heap.writeWord(at + 4, Number(BigInt.asIntN(32, wake >> 32n)));
  }

  word(thread: number, field: string): number {
    return this.#vm.heap.readWord(thread + this.#offset(field));
  }

  set(thread: number, field: string, value: number): void {
    this.#vm.heap.writeWord(thread + this.#offset(field), value);
  }

  setReference(thread: number, field: string, value: number): void {
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

  /** All live threads, by slot. */
  all(): number[] {
    return this.slots().map((slot) => {
      this.#vm.beginStep();
      return this.#vm.heap.readWord(this.tableSlot(slot));
    });
  }

  /** The slots that threads have, ascending. Kept, since each turn asks for them; `assign` is told of every change. */
  slots(): readonly number[] {
    return (this.#slots ??= this.#findSlots());
  }

  /** Gives a slot to a thread, or to none (0). */
  assign(slot: number, thread: number): void {
    this.#vm.writeReference(this.tableSlot(slot), thread);
    const others = this.#slots?.filter((one) => one !== slot);
    if (others !== undefined && thread !== 0) others.push(slot);
    this.#slots = others?.sort((left, right) => left - right);
  }

  #findSlots(): number[] {
    const { heap } = this.#vm;
    const length = this.#vm.arrayLength(heap.header(HEADER.THREAD_TABLE));
    const slots: number[] = [];
    const first = this.tableSlot(0);
    for (let slot = 0; slot < length; slot++) {
      this.#vm.beginStep();
      if (heap.readWord(first + 4 * slot) !== 0) slots.push(slot);
    }
    return slots;
  }
}
