/** The package dormouse: the console, checkpoints on request, ticks. */
import { schedulerOf } from "../threads.ts";
import { OUTCOME, type Outcome, type Vm } from "../vm.ts";
import { elementAddress, pieceBytes } from "./array-copy.ts";
import { type ClassNatives, native, returnLong, returnVoid, returnWord } from "./native.ts";

const bytesPerTick = 16;
const endOfInput = -1;

export const consoleOutputNatives: ClassNatives = {
  "write0(I[BII)V": native(20, write0),
};

export const consoleInputNatives: ClassNatives = {
  "read0([BII)I": native(20, read0),
  /** Bytes that a read would not wait for are not known before it. */
  "available0()I": native(4, (vm) => returnWord(vm, 0)),
};

export const deviceNatives: ClassNatives = {
  /** `run` stops after this instruction, so the program goes on when the checkpoint is durable. */
  "checkpoint()V": native(10, (vm) => {
    vm.requestStop({ kind: "checkpoint-requested" });
    return returnVoid();
  }),
  "ticks()J": native(4, (vm) => returnLong(vm, BigInt(vm.ticks))),
  "resumedCount0()I": native(4, (vm) => returnWord(vm, vm.ports.resumedCount())),
};

/** Piece by piece; the progress word counts the bytes that are out. What the outbox has no room for waits for a checkpoint. */
function write0(vm: Vm, args: number): Outcome {
  const [channel, array, offset, length] = vm.i32.subarray(args, args + 4);
  const bytes = Math.min(length - vm.progress, pieceBytes(vm));
  if (bytes > 0) {
    const piece = vm.heap.copyOut(elementAddress(vm, array, offset + vm.progress), bytes);
    if (!vm.ports.write(channel === 2 ? 2 : 1, piece)) {
      vm.requestStop({ kind: "checkpoint-requested" });
      return OUTCOME.AGAIN;
    }
    vm.addTicks(Math.ceil(bytes / bytesPerTick));
    vm.progress += bytes;
  }
  if (vm.progress < length) return OUTCOME.AGAIN;
  vm.progress = 0;
  return returnVoid();
}

function read0(vm: Vm, args: number): Outcome {
  const [array, offset, length] = vm.i32.subarray(args, args + 3);
  const input = vm.ports.read(Math.min(length, pieceBytes(vm)));
  if (input === "wait") return schedulerOf(vm).waitForInput();
  if (input === "end") return returnWord(vm, endOfInput);
  const target = elementAddress(vm, array, offset);
  vm.heap.dirtyRange(target, input.length);
  vm.u8.set(input, target);
  return returnWord(vm, input.length);
}
