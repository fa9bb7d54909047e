/** dormouse.service.Broker: what a program asks of services outside its process. */
import { schedulerOf } from "../threads.ts";
import { OUTCOME, type Outcome, type Vm } from "../vm.ts";
import { elementAddress, pieceBytes } from "./array-copy.ts";
import { type ClassNatives, longArgument, native, returnWord } from "./native.ts";

const bytesPerTick = 16;
/** The reply's length in the result; its status lies above. */
const lengthBits = 16;
const messageBytesMax = 2048;

export const brokerNatives: ClassNatives = {
  "call0(IIJ[B[B)I": native(60, call0),
};

/** Operation, subject, a number, the request's bytes, room for the reply's. Runs again until there is an answer. */
function call0(vm: Vm, args: number): Outcome {
  const { ports } = vm;
  if (ports.service === undefined) {
    return vm.throwJava("java/lang/UnsupportedOperationException", "this device has no services");
  }
  const [operation, subject] = vm.i32.subarray(args, args + 2);
  const value = longArgument(vm, args + 2);
  const [request, reply] = vm.i32.subarray(args + 4, args + 6);
  // Request and reply are touched between two safe points: each takes a third of W at most.
  const bytesMax = Math.min(messageBytesMax, Math.floor(vm.heap.map.windowLines / 3) << vm.heap.lineShift);
  if (vm.arrayLength(request) > bytesMax) {
    return vm.throwJava("java/lang/IllegalArgumentException", `a message has at most ${bytesMax} bytes`);
  }
  const bytes = readBytes(vm, request);
  const answer = ports.service({ operation, subject, value, bytes, progress: vm.progress });
  if (answer.kind === "wait") {
    vm.progress = answer.progress;
    if (!answer.commitFirst) return schedulerOf(vm).waitForInput();
    vm.requestStop({ kind: "checkpoint-requested" });
    return OUTCOME.AGAIN;
  }
  const length = Math.min(answer.bytes?.length ?? 0, vm.arrayLength(reply), bytesMax);
  if (answer.bytes !== undefined) writeBytes(vm, reply, answer.bytes.subarray(0, length));
  vm.addTicks(Math.ceil((bytes.length + length) / bytesPerTick));
  vm.progress = 0;
  return returnWord(vm, (answer.status << lengthBits) | length);
}

function readBytes(vm: Vm, array: number): Uint8Array {
  const length = vm.arrayLength(array);
  const bytes = new Uint8Array(length);
  const step = pieceBytes(vm);
  for (let done = 0; done < length; done += step) {
    bytes.set(vm.heap.copyOut(elementAddress(vm, array, done), Math.min(step, length - done)), done);
  }
  return bytes;
}

function writeBytes(vm: Vm, array: number, bytes: Uint8Array): void {
  const step = pieceBytes(vm);
  for (let done = 0; done < bytes.length; done += step) {
    const piece = bytes.subarray(done, done + step);
    const target = elementAddress(vm, array, done);
    vm.heap.dirtyRange(target, piece.length);
    vm.u8.set(piece, target);
  }
}
