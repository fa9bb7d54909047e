/** java.lang.Throwable: traces are taken as pairs of method id and bytecode index, and put into words when asked for. */
import { ACC, type CodeInfo } from "../classfile/class-file.ts";
import { OBJECT } from "../layout.ts";
import { OUTCOME, type Outcome, type Vm } from "../vm.ts";
import { type ClassNatives, externalName, native, returnVoid, returnWord } from "./native.ts";

const throwableClass = "java/lang/Throwable";
const elementClass = "java/lang/StackTraceElement";
/** Line numbers of StackTraceElement: not known, and of a native method. */
const LINE = { UNKNOWN: -1, NATIVE: -2 } as const;

export const throwableNatives: ClassNatives = {
  "fillInStackTrace0()V": native(20, fillInStackTrace0),
  "depth0()I": native(4, (vm, args) => returnWord(vm, depth(vm, vm.i32[args]))),
  "element0(I)Ljava/lang/StackTraceElement;": native(40, element0),
};

function fillInStackTrace0(vm: Vm, args: number): Outcome {
  const words = vm.backtrace(vm.i32[args]);
  vm.addTicks(words.length);
  const intArray = vm.loadClass("[I");
  if (intArray === undefined) return vm.trouble;
  if (!vm.reserve(vm.arrayBytes(intArray, words.length))) return OUTCOME.AGAIN;
  const trace = vm.newArray(intArray, words.length);
  words.forEach((word, index) => vm.heap.writeWord(trace + OBJECT.ARRAY_DATA + 4 * index, word));
  vm.writeReference(backtraceSlot(vm, vm.i32[args]), trace);
  return returnVoid();
}

function backtraceSlot(vm: Vm, throwable: number): number {
  return throwable + vm.fieldOffset(throwableClass, "vmBacktrace");
}

function depth(vm: Vm, throwable: number): number {
  const trace = vm.heap.readWord(backtraceSlot(vm, throwable));
  return trace === 0 ? 0 : vm.arrayLength(trace) >> 1;
}

function element0(vm: Vm, args: number): Outcome {
  const index = vm.i32[args + 1];
  if (index < 0 || index >= depth(vm, vm.i32[args])) {
    return vm.throwJava("java/lang/IndexOutOfBoundsException");
  }
  const trace = vm.heap.readWord(backtraceSlot(vm, vm.i32[args]));
  const methodId = vm.heap.readWord(trace + OBJECT.ARRAY_DATA + 8 * index);
  const bci = vm.heap.readWord(trace + OBJECT.ARRAY_DATA + 8 * index + 4);
  const owner = vm.classById(methodId >>> 16);
  const method = owner.methods[methodId & 0xffff];
  const className = vm.intern(externalName(owner));
  const methodName = className === 0 ? 0 : vm.intern(method.name);
  const sourceFile = owner.file?.sourceFile;
  const fileName = methodName === 0 || sourceFile === undefined ? 0 : vm.intern(sourceFile);
  if (methodName === 0 || (fileName === 0 && sourceFile !== undefined)) return OUTCOME.AGAIN;
  const of = vm.knownClass(elementClass);
  if (!vm.reserve(of.instanceBytes)) return OUTCOME.AGAIN;
  const element = vm.newInstance(of);
  const setReference = (field: string, value: number): void => {
    vm.writeReference(element + vm.fieldOffset(elementClass, field), value);
  };
  setReference("declaringClass", className);
  setReference("methodName", methodName);
  setReference("fileName", fileName);
  const line = (method.access & ACC.NATIVE) !== 0 ? LINE.NATIVE : lineOf(method.code, bci);
  vm.heap.writeWord(element + vm.fieldOffset(elementClass, "lineNumber"), line);
  return returnWord(vm, element);
}

/** The line of the last entry that begins at or before `bci`. */
function lineOf(code: CodeInfo | undefined, bci: number): number {
  let line: number = LINE.UNKNOWN;
  let start = -1;
  const { lineNumbers } = code ?? { lineNumbers: new Int32Array(0) };
  for (let at = 0; at < lineNumbers.length; at += 2) {
    if (lineNumbers[at] > bci || lineNumbers[at] < start) continue;
    start = lineNumbers[at];
    line = lineNumbers[at + 1];
  }
  return line;
}
