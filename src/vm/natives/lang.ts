/** System, Runtime, String, StrictMath and the numbers. */
import { schedulerOf } from "../threads.ts";
import { doubleToText, floatToText } from "../text/float-to-text.ts";
import { textToDouble, textToFloat } from "../text/text-to-float.ts";
import { OUTCOME, type Outcome, type Vm } from "../vm.ts";
import { arrayCopyNatives } from "./array-copy.ts";
import {
  type ClassNatives,
  doubleArgument,
  floatArgument,
  native,
  returnDouble,
  returnFloat,
  returnLong,
  returnText,
  returnVoid,
  returnWord,
} from "./native.ts";
import { identityHash } from "./object.ts";

export const systemNatives: ClassNatives = {
  ...arrayCopyNatives,
  "identityHashCode(Ljava/lang/Object;)I": native(6, (vm, args) =>
    returnWord(vm, identityHash(vm, vm.i32[args])),
  ),
  "launchWord0(I)Ljava/lang/String;": native(10, (vm, args) => {
    const word = vm.ports.launchWords?.()[vm.i32[args]];
    return word === undefined ? returnWord(vm, 0) : returnText(vm, word);
  }),
  "clockNanos0()J": native(10, (vm) => returnLong(vm, BigInt(vm.ports.clockNanos()))),
};

export const runtimeNatives: ClassNatives = {
  "exit0(I)V": native(10, (vm, args) => {
    schedulerOf(vm).endProcess(vm.i32[args]);
    return returnVoid();
  }),
  "gc0()V": native(10, (vm) => {
    if (vm.progress === 0) return vm.askCollection();
    vm.progress = 0;
    return returnVoid();
  }),
  // What is used may pass the total that was last grown to: then nothing is free.
  "freeMemory0()J": native(10, (vm) =>
    returnLong(vm, BigInt(Math.max(0, vm.heap.memory.total - vm.heap.memory.used))),
  ),
  "totalMemory0()J": native(10, (vm) => returnLong(vm, BigInt(vm.heap.memory.total))),
  "maxMemory0()J": native(10, (vm) => returnLong(vm, BigInt(vm.heap.memory.max))),
};

export const stringNatives: ClassNatives = {
  "intern()Ljava/lang/String;": native(30, (vm, args) => {
    const interned = vm.intern(vm.readString(vm.i32[args]), vm.i32[args]);
    return interned === 0 ? OUTCOME.AGAIN : returnWord(vm, interned);
  }),
};

export const strictMathNatives: ClassNatives = {
  "sqrt(D)D": native(8, (vm, args) => returnDouble(vm, Math.sqrt(doubleArgument(vm, args)))),
};

/** Both directions between a double and its bits: the words stay as they are. */
function sameWideWords(vm: Vm, args: number): Outcome {
  vm.resultHigh = vm.i32[args + 1];
  return returnWord(vm, vm.i32[args]);
}

function sameWord(vm: Vm, args: number): Outcome {
  return returnWord(vm, vm.i32[args]);
}

export const doubleNatives: ClassNatives = {
  "doubleToRawLongBits(D)J": native(2, sameWideWords),
  "longBitsToDouble(J)D": native(2, sameWideWords),
  "toString0(D)Ljava/lang/String;": native(200, (vm, args) =>
    returnText(vm, doubleToText(doubleArgument(vm, args))),
  ),
  "parse0(Ljava/lang/String;)D": native(200, (vm, args) =>
    returnDouble(vm, textToDouble(vm.readString(vm.i32[args]))),
  ),
};

export const floatNatives: ClassNatives = {
  "floatToRawIntBits(F)I": native(2, sameWord),
  "intBitsToFloat(I)F": native(2, sameWord),
  "toString0(F)Ljava/lang/String;": native(200, (vm, args) =>
    returnText(vm, floatToText(floatArgument(vm, args))),
  ),
  "parse0(Ljava/lang/String;)F": native(200, (vm, args) =>
    returnFloat(vm, textToFloat(vm.readString(vm.i32[args]))),
  ),
};
