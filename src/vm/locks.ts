/**
 * The lock of an object: who owns it and how often, in the high half of its header. Recursion past what the header
 * counts is kept in the owner's Thread.vmDeepLocks and vmDeepCounts.
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

/** Thread.vmDeepLocks and vmDeepCounts of one thread: objects (null where an entry is free), and how often each. */
export class DeepLocks {
  readonly #vm: Vm;
  readonly #objectsSlot: number;
  readonly #countsSlot: number;

  constructor(vm: Vm, thread: number) {
    this.#vm = vm;
    this.#objectsSlot = thread + vm.fieldOffset("java/lang/Thread", "vmDeepLocks");
    this.#countsSlot = thread + vm.fieldOffset("java/lang/Thread", "vmDeepCounts");
  }

  /** Once more; false if there is no room for it now. */
  push(object: number): boolean {
    let at = this.#find(object);
    if (at < 0) at = this.#find(0);
    if (at < 0) {
      at = this.#capacity();
      if (!this.#grow(at)) return false;
    }
    this.#vm.writeReference(this.#element(this.#objectsSlot, at), object);
    this.#count(at, 1);
    return true;
  }

  /** Once less; false if the object has no entry. */
  remove(object: number): boolean {
    const at = this.#find(object);
    if (at < 0) return false;
    if (this.#count(at, -1) === 0) this.#vm.writeReference(this.#element(this.#objectsSlot, at), 0);
    return true;
  }

  #find(object: number): number {
    const capacity = this.#capacity();
    for (let at = 0; at < capacity; at++) {
      if (this.#vm.heap.readWord(this.#element(this.#objectsSlot, at)) === object) return at;
    }
    return -1;
  }

  #count(at: number, change: number): number {
    const address = this.#element(this.#countsSlot, at);
    const count = this.#vm.heap.readWord(address) + change;
    this.#vm.heap.writeWord(address, count);
    return count;
  }

  #element(tableSlot: number, at: number): number {
    return this.#vm.heap.readWord(tableSlot) + OBJECT.ARRAY_DATA + 4 * at;
  }

  #capacity(): number {
    const table = this.#vm.heap.readWord(this.#objectsSlot);
    return table === 0 ? 0 : this.#vm.arrayLength(table);
  }

  #grow(used: number): boolean {
    const vm = this.#vm;
    const objectArray = vm.arrayClassOf(vm.knownClass("java/lang/Object"));
    const intArray = vm.knownClass("[I");
    const length = Math.max(4, 2 * used);
    if (!vm.reserve(vm.arrayBytes(objectArray, length) + vm.arrayBytes(intArray, length))) return false;
    const objects = vm.newArray(objectArray, length);
    const counts = vm.newArray(intArray, length);
    for (let at = 0; at < used; at++) {
      const offset = OBJECT.ARRAY_DATA + 4 * at;
      vm.writeReference(objects + offset, vm.heap.readWord(this.#element(this.#objectsSlot, at)));
      vm.heap.writeWord(counts + offset, vm.heap.readWord(this.#element(this.#countsSlot, at)));
    }
    vm.writeReference(this.#objectsSlot, objects);
    vm.writeReference(this.#countsSlot, counts);
    return true;
  }
}
