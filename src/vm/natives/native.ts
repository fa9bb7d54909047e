/** What the native methods share: their arguments, results and failures. */
import { OBJECT } from "../layout.ts";
import type { RuntimeClass } from "../runtime.ts";
import { type NativeMethod, OUTCOME, type Outcome, type Vm } from "../vm.ts";

/** Natives of one class by "name(descriptor)result". */
export type ClassNatives = Readonly<Record<string, NativeMethod>>;

export function native(ticks: number, run: (vm: Vm, args: number) => Outcome): NativeMethod {
  return { ticks, run };
}

export function returnVoid(): Outcome {
  return OUTCOME.VALUE;
}

/** An int, a reference, or the bits of a float. */
export function returnWord(vm: Vm, word: number): Outcome {
  vm.result = word | 0;
  return OUTCOME.VALUE;
}

export function returnBoolean(vm: Vm, value: boolean): Outcome {
  return returnWord(vm, value ? 1 : 0);
}

export function returnLong(vm: Vm, value: bigint): Outcome {
  vm.resultHigh = Number(BigInt.asIntN(32, value >> 32n));
  return returnWord(vm, Number(BigInt.asIntN(32, value)));
}

const scratch = new DataView(new ArrayBuffer(8));

export function returnDouble(vm: Vm, value: number): Outcome {
  scratch.setFloat64(0, value);
  vm.resultHigh = scratch.getInt32(0);
  return returnWord(vm, scratch.getInt32(4));
}

/** The same for a float, whose value is exactly one. */
export function returnFloat(vm: Vm, value: number): Outcome {
  scratch.setFloat32(0, value);
  return returnWord(vm, scratch.getInt32(0));
}

export function longArgument(vm: Vm, at: number): bigint {
  return (BigInt(vm.i32[at + 1]) << 32n) | BigInt(vm.i32[at] >>> 0);
}

export function doubleArgument(vm: Vm, at: number): number {
  scratch.setInt32(0, vm.i32[at + 1]);
  scratch.setInt32(4, vm.i32[at]);
  return scratch.getFloat64(0);
}

export function floatArgument(vm: Vm, at: number): number {
  scratch.setInt32(0, vm.i32[at]);
  return scratch.getFloat32(0);
}

/** A new string; the native runs again if there is no room for it now. */
export function returnText(vm: Vm, text: string): Outcome {
  if (!vm.reserve(vm.stringBytes(text.length))) return OUTCOME.AGAIN;
  return returnWord(vm, vm.newString(text));
}

/** The java.lang.Class object of a class, or null for undefined. */
export function returnMirror(vm: Vm, of: RuntimeClass | undefined): Outcome {
  if (of === undefined) return returnWord(vm, 0);
  const mirror = vm.mirrorOf(of);
  return mirror === 0 ? OUTCOME.AGAIN : returnWord(vm, mirror);
}

/** A new array of references to objects that do not move (mirrors, threads). */
export function returnReferences(vm: Vm, elementClass: string, references: readonly number[]): Outcome {
  const arrayClass = vm.arrayClassOf(vm.knownClass(elementClass));
  if (!vm.reserve(vm.arrayBytes(arrayClass, references.length))) return OUTCOME.AGAIN;
  const array = vm.newArray(arrayClass, references.length);
  references.forEach((reference, index) => {
    vm.writeReference(array + OBJECT.ARRAY_DATA + 4 * index, reference);
  });
  return returnWord(vm, array);
}

export function throwNull(vm: Vm, message?: string): Outcome {
  return vm.throwJava("java/lang/NullPointerException", message);
}

/** "java.util.Map$Entry", "[I", "[Ljava.lang.String;", "int": the name that Class.getName gives. */
export function externalName(of: RuntimeClass): string {
  return of.name.replaceAll("/", ".");
}
