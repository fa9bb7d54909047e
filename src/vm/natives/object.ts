/** java.lang.Object, and what else works on any object. */
import { HEADER, OBJECT } from "../layout.ts";
import { schedulerOf } from "../threads.ts";
import { OUTCOME, type Outcome, type Vm } from "../vm.ts";
import { pieceBytes } from "./array-copy.ts";
import { type ClassNatives, externalName, longArgument, native, returnMirror, returnWord } from "./native.ts";

export const objectNatives: ClassNatives = {
  "getClass()Ljava/lang/Class;": native(4, (vm, args) => returnMirror(vm, vm.classOf(vm.i32[args]))),
  "hashCode()I": native(6, (vm, args) => returnWord(vm, identityHash(vm, vm.i32[args]))),
  "clone()Ljava/lang/Object;": native(20, clone),
  "notify()V": native(20, (vm, args) => schedulerOf(vm).notify(vm.i32[args], false)),
  "notifyAll()V": native(20, (vm, args) => schedulerOf(vm).notify(vm.i32[args], true)),
  "wait0(J)V": native(20, (vm, args) => schedulerOf(vm).wait(vm.i32[args], longArgument(vm, args + 1))),
};

/** Given once to an object, kept in its header: 31 bits, never 0. 0 for null. */
export function identityHash(vm: Vm, object: number): number {
  if (object === 0) return 0;
  const known = vm.heap.readWord(object + OBJECT.HASH_WORD);
  if (known !== 0) return known;
  const hash = nextHash(vm);
  vm.heap.writeWord(object + OBJECT.HASH_WORD, hash);
  return hash;
}

/** Marsaglia's xorshift (13, 17, 5), its state a header word, less the sign bit. */
function nextHash(vm: Vm): number {
  let seed = vm.heap.header(HEADER.HASH_SEED) | 0;
  if (seed === 0) seed = 0x2545f491;
  do {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
  } while ((seed & 0x7fffffff) === 0);
  vm.heap.setHeader(HEADER.HASH_SEED, seed);
  return seed & 0x7fffffff;
}

function clone(vm: Vm, args: number): Outcome {
  const of = vm.classOf(vm.i32[args]);
  if (of.isArray) return cloneArray(vm, args);
  if (!vm.isAssignable(of, vm.knownClass("java/lang/Cloneable"))) {
    return vm.throwJava("java/lang/CloneNotSupportedException", externalName(of));
  }
  if (!vm.reserve(of.instanceBytes)) return OUTCOME.AGAIN;
  const source = vm.i32[args];
  const copy = vm.newInstance(of);
  const references = new Set(of.referenceOffsets);
  for (let offset = OBJECT.FIELDS; offset < of.instanceBytes; offset += 4) {
    const word = vm.heap.readWord(source + offset);
    if (references.has(offset)) vm.writeReference(copy + offset, word);
    else vm.heap.writeWord(copy + offset, word);
  }
  vm.addTicks(of.instanceBytes >> 3);
  return returnWord(vm, copy);
}

/** An array of a few lines is copied here; a longer one by a method that calls arraycopy, piece by piece. */
function cloneArray(vm: Vm, args: number): Outcome {
  const of = vm.classOf(vm.i32[args]);
  const length = vm.arrayLength(vm.i32[args]);
  if (!vm.reserve(vm.arrayBytes(of, length))) return OUTCOME.AGAIN;
  const source = vm.i32[args];
  const copy = vm.newArray(of, length);
  const bytes = length << of.elementShift;
  vm.addTicks(bytes >> 5);
  if (bytes > pieceBytes(vm)) {
    const system = vm.knownClass("java/lang/System");
    const copyInto = vm.findMethod(
      system,
      "copyInto",
      "(Ljava/lang/Object;Ljava/lang/Object;I)Ljava/lang/Object;",
    );
    if (copyInto !== undefined) return vm.call(copyInto, [source, copy, length]);
  }
  if (of.component?.isPrimitive === false) {
    for (let offset = of.dataOffset; offset < of.dataOffset + bytes; offset += 4) {
      vm.writeReference(copy + offset, vm.heap.readWord(source + offset));
    }
    return returnWord(vm, copy);
  }
  if (bytes > 0) {
    vm.heap.loadRange(source + of.dataOffset, bytes);
    vm.heap.dirtyRange(copy + of.dataOffset, bytes);
    vm.u8.copyWithin(copy + of.dataOffset, source + of.dataOffset, source + of.dataOffset + bytes);
  }
  return returnWord(vm, copy);
}
