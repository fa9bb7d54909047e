/** java.lang.ref.Reference: what the collector has cleared. */
import { HEADER } from "../layout.ts";
import { schedulerOf } from "../threads.ts";
import { type ClassNatives, native, returnVoid, returnWord } from "./native.ts";

export const referenceNatives: ClassNatives = {
  /** The list of cleared references that wait for their queues; it is the caller's then. */
  "takeCleared0()Ljava/lang/ref/Reference;": native(4, (vm) => {
    const first = vm.heap.header(HEADER.CLEARED_REFERENCES);
    vm.heap.setHeader(HEADER.CLEARED_REFERENCES, 0);
    return returnWord(vm, first);
  }),
  "awaitCleared0()V": native(4, (vm) =>
    vm.heap.header(HEADER.CLEARED_REFERENCES) === 0 ? schedulerOf(vm).waitForReferences() : returnVoid(),
  ),
};
