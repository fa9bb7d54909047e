/**
 * The lock of an object: who owns it and how often, in the high half of its header. Recursion past what the header
 * counts is kept in the owner's Thread.vmDeepLocks, a stack of objects, one entry for each further time.
 */
import { LOCK, OBJECT } from "./layout.ts";
import type { Vm } from "./vm.ts";

const lockMask = 0xffff0000;

/** Thread slot of the owner, -1 if the object is not locked. */
export function lockOwner(vm: Vm, object: number): number {
  return ((vm.heap.readWord(object + OBJECT.CLASS_WORD) >>> LOCK.OWNER_SHIFT) & LOCK.OWNER_MASK) - 1;
}

export function lockRecursion(vm: Vm, object: number): number {
  const word = vm.heap.readWord(object + OBJECT.CLASS_WORD);
  return (word >>> LOCK.RECURSION_SHIFT) & LOCK.RECURSION_MASK;
}

export function isContended(vm: Vm, object: number): boolean {
  return (vm.heap.readWord(object + OBJECT.CLASS_WORD) & LOCK.CONTENDED) !== 0;
}

/** `ownerSlot` -1 is nobody. */
export function writeLock(
  vm: Vm,
  object: number,
  lock: { readonly ownerSlot: number; readonly recursion: number; readonly contended: boolean },
): void {
  const classBits = vm.heap.readWord(object + OBJECT.CLASS_WORD) & ~lockMask;
  const owner = (lock.ownerSlot + 1) << LOCK.OWNER_SHIFT;
  const recursion = lock.recursion << LOCK.RECURSION_SHIFT;
  const contended = lock.contended ? LOCK.CONTENDED : 0;
  vm.heap.writeWord(object + OBJECT.CLASS_WORD, classBits | owner | recursion | contended);
}

/** Thread.vmDeepLocks of one thread: entries from the bottom, the first null ends them. */
export class DeepLocks {
  readonly #vm: Vm;
  readonly #slotAddress: number;

  constructor(vm: Vm, thread: number) {
    this.#vm = vm;
    this.#slotAddress = thread + vm.fieldOffset("java/lang/Thread", "vmDeepLocks");
  }

  /** One entry more; false if there is no room for it now. */
  push(object: number): boolean {
    const depth = this.#depth();
    if (depth === this.#capacity() && !this.#grow(depth)) return false;
    this.#write(depth, object);
    return true;
  }

  /** Removes the topmost entry of the object; false if it has none. */
  remove(object: number): boolean {
    const top = this.#depth() - 1;
    let at = top;
    while (at >= 0 && this.#read(at) !== object) at--;
    if (at < 0) return false;
    for (; at < top; at++) this.#write(at, this.#read(at + 1));
    this.#write(top, 0);
    return true;
  }

  #table(): number {
    return this.#vm.heap.readWord(this.#slotAddress);
  }

  #capacity(): number {
    const table = this.#table();
    return table === 0 ? 0 : this.#vm.arrayLength(table);
  }

  #depth(): number {
    let low = 0;
    let high = this.#capacity();
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#read(middle) === 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #read(index: number): number {
    return this.#vm.heap.readWord(this.#table() + OBJECT.ARRAY_DATA + 4 * index);
  }

  #write(index: number, object: number): void {
    this.#vm.writeReference(this.#table() + OBJECT.ARRAY_DATA + 4 * index, object);
  }

  #grow(depth: number): boolean {
    const vm = this.#vm;
    const arrayClass = vm.arrayClassOf(vm.knownClass("java/lang/Object"));
    const length = Math.max(16, 2 * depth);
    if (!vm.reserve(vm.arrayBytes(arrayClass, length))) return false;
    const larger = vm.newArray(arrayClass, length);
    for (let at = 0; at < depth; at++) {
      vm.writeReference(larger + OBJECT.ARRAY_DATA + 4 * at, this.#read(at));
    }
    vm.writeReference(this.#slotAddress, larger);
    return true;
  }
}
