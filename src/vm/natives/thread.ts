/** java.lang.Thread. */
import { assert } from "../../base/index.ts";
import { schedulerOf } from "../threads.ts";
import { OUTCOME, type Outcome, type Vm } from "../vm.ts";
import {
  type ClassNatives,
  longArgument,
  native,
  returnBoolean,
  returnReferences,
  returnVoid,
  returnWord,
  throwNull,
} from "./native.ts";

const threadClass = "java/lang/Thread";

export const threadNatives: ClassNatives = {
  "currentThread()Ljava/lang/Thread;": native(2, (vm) => returnWord(vm, vm.currentThread)),
  "yield()V": native(10, (vm) => schedulerOf(vm).yield()),
  "sleep0(J)V": native(20, (vm, args) => schedulerOf(vm).sleep(longArgument(vm, args))),
  "start0()V": native(50, start0),
  "interrupt0()V": native(20, (vm, args) => {
    schedulerOf(vm).interrupt(vm.i32[args]);
    return returnVoid();
  }),
  "holdsLock(Ljava/lang/Object;)Z": native(6, (vm, args) => {
    const object = vm.i32[args];
    return object === 0 ? throwNull(vm) : returnBoolean(vm, schedulerOf(vm).holds(object));
  }),
  /** The thread ends where its first frame returns. */
  "exit0()V": native(2, returnVoid),
  "threads0()[Ljava/lang/Thread;": native(20, (vm) =>
    returnReferences(vm, threadClass, schedulerOf(vm).all()),
  ),
  "invokeMain0(Ljava/lang/String;[Ljava/lang/String;)V": native(40, invokeMain0),
};

function start0(vm: Vm, args: number): Outcome {
  const thread = vm.i32[args];
  const slot = schedulerOf(vm).admit(thread);
  if (slot < 0) return vm.throwJava("java/lang/OutOfMemoryError", "unable to create native thread");
  const enter = vm.findMethod(vm.knownClass(threadClass), "enter", "()V");
  assert(enter !== undefined, "Thread has enter()");
  vm.beginThread(thread, slot, enter, [thread]);
  return returnVoid();
}

/** Loads and initialises the main class and calls its main method. */
function invokeMain0(vm: Vm, args: number): Outcome {
  const name = vm.readString(vm.i32[args]);
  const main = vm.loadClass(name.replaceAll(".", "/"));
  if (main === undefined) return vm.trouble;
  const method = vm.findMethod(main, "main", "([Ljava/lang/String;)V");
  if (method === undefined || !method.isStatic) {
    vm.requestStop({ kind: "failed", what: `class ${name} has no public static void main(String[])` });
    return returnVoid();
  }
  const outcome = vm.initialize(main);
  return outcome === OUTCOME.VALUE ? vm.call(method, [vm.i32[args + 1]]) : outcome;
}
