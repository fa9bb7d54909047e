/**
 * System.arraycopy. It moves a few lines at a time: each piece ends at a safe point, the progress word counts the
 * elements that are done. Where source and destination overlap the wrong way round it goes from the end.
 */
import { OBJECT } from "../layout.ts";
import type { RuntimeClass } from "../runtime.ts";
import { OUTCOME, type Outcome, type Vm } from "../vm.ts";
import { externalName, native, throwNull, type ClassNatives } from "./native.ts";

/** Lines of the source, and of the destination, that one piece may touch, about. */
const pieceLines = 4;
const elementsPerTick = 8;

export const arrayCopyNatives: ClassNatives = {
  "arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V": native(10, arrayCopy),
};

interface Copy {
  readonly source: number;
  readonly sourceAt: number;
  readonly target: number;
  readonly targetAt: number;
  readonly length: number;
}

function arrayCopy(vm: Vm, args: number): Outcome {
  const source = vm.i32[args];
  const sourceAt = vm.i32[args + 1];
  const target = vm.i32[args + 2];
  const targetAt = vm.i32[args + 3];
  const length = vm.i32[args + 4];
  const copy: Copy = { source, sourceAt, target, targetAt, length };
  if (source === 0 || target === 0) return throwNull(vm);
  const from = vm.classOf(source);
  const to = vm.classOf(target);
  if (vm.progress === 0) {
    const complaint = storeComplaint(from, to);
    if (complaint !== undefined) return vm.throwJava("java/lang/ArrayStoreException", complaint);
    const outside = boundsComplaint(vm, copy, from, to);
    if (outside !== undefined) {
      return vm.throwJava("java/lang/ArrayIndexOutOfBoundsException", `arraycopy: ${outside}`);
    }
  }
  const pieceElements = Math.max(1, (pieceLines << vm.heap.lineShift) >> from.elementShift);
  const elements = Math.min(pieceElements, length - vm.progress);
  if (elements > 0) {
    const backwards = source === target && sourceAt < targetAt;
    const first = backwards ? length - vm.progress - elements : vm.progress;
    vm.addTicks(Math.ceil(elements / elementsPerTick));
    const culprit = copyElements(vm, copy, { first, elements, from, to });
    if (culprit !== undefined) return throwCulprit(vm, from, to);
    vm.progress += elements;
  }
  if (vm.progress < length) return OUTCOME.AGAIN;
  vm.progress = 0;
  return OUTCOME.VALUE;
}

interface Piece {
  readonly first: number;
  readonly elements: number;
  readonly from: RuntimeClass;
  readonly to: RuntimeClass;
}

/** Copies one piece; the element that the destination cannot hold, if any, after those before it. */
function copyElements(vm: Vm, copy: Copy, { first, elements, from, to }: Piece): number | undefined {
  const source = copy.source + from.dataOffset + ((copy.sourceAt + first) << from.elementShift);
  const target = copy.target + to.dataOffset + ((copy.targetAt + first) << to.elementShift);
  const { component } = to;
  if (component !== undefined && !component.isPrimitive) {
    const checked = from.component !== undefined && !vm.isAssignable(from.component, component);
    return copyReferences(vm, source, target, elements, checked ? component : undefined);
  }
  const bytes = elements << from.elementShift;
  vm.heap.loadRange(source, bytes);
  vm.heap.dirtyRange(target, bytes);
  vm.u8.copyWithin(target, source, source + bytes);
  return undefined;
}

function copyReferences(
  vm: Vm,
  source: number,
  target: number,
  count: number,
  wanted: RuntimeClass | undefined,
): number | undefined {
  const backwards = source < target;
  for (let done = 0; done < count; done++) {
    const offset = 4 * (backwards && wanted === undefined ? count - 1 - done : done);
    const reference = vm.heap.readWord(source + offset);
    if (wanted !== undefined && reference !== 0 && !vm.isAssignable(vm.classOf(reference), wanted)) {
      return reference;
    }
    vm.writeReference(target + offset, reference);
  }
  return undefined;
}

function throwCulprit(vm: Vm, from: RuntimeClass, to: RuntimeClass): Outcome {
  const unrelated =
    from.component !== undefined &&
    to.component !== undefined &&
    !vm.isAssignable(to.component, from.component);
  const message = unrelated
    ? `arraycopy: type mismatch: can not copy ${typeName(from)} into ${typeName(to)}`
    : "arraycopy: element type mismatch: can not cast one of the elements of " +
      `${typeName(from)} to the type of the destination array, ${elementName(to)}`;
  vm.progress = 0;
  return vm.throwJava("java/lang/ArrayStoreException", message);
}

function storeComplaint(from: RuntimeClass, to: RuntimeClass): string | undefined {
  if (!from.isArray) return `arraycopy: source type ${externalName(from)} is not an array`;
  const mixed = from.component?.isPrimitive !== to.component?.isPrimitive;
  const differ = from.component?.isPrimitive === true && from !== to;
  if (!to.isArray) return `arraycopy: destination type ${externalName(to)} is not an array`;
  if (!mixed && !differ) return undefined;
  return `arraycopy: type mismatch: can not copy ${kindName(from)} into ${kindName(to)}`;
}

function boundsComplaint(vm: Vm, copy: Copy, from: RuntimeClass, to: RuntimeClass): string | undefined {
  const sourceLength = vm.arrayLength(copy.source);
  const targetLength = vm.arrayLength(copy.target);
  const outOf = (kind: RuntimeClass, length: number): string => {
    const name = kindName(kind);
    return `out of bounds for ${name.replace("[]", "")}[${length}]`;
  };
  if (copy.sourceAt < 0) return `source index ${copy.sourceAt} ${outOf(from, sourceLength)}`;
  if (copy.targetAt < 0) return `destination index ${copy.targetAt} ${outOf(to, targetLength)}`;
  if (copy.length < 0) return `length ${copy.length} is negative`;
  const sourceEnd = copy.sourceAt + copy.length;
  if (sourceEnd > sourceLength) return `last source index ${sourceEnd} ${outOf(from, sourceLength)}`;
  const targetEnd = copy.targetAt + copy.length;
  if (targetEnd > targetLength) return `last destination index ${targetEnd} ${outOf(to, targetLength)}`;
  return undefined;
}

function kindName(array: RuntimeClass): string {
  return array.component?.isPrimitive === true ? `${array.component.name}[]` : "object array[]";
}

function typeName(array: RuntimeClass): string {
  return array.component === undefined ? externalName(array) : `${elementName(array)}[]`;
}

function elementName(array: RuntimeClass): string {
  const { component } = array;
  if (component === undefined) return externalName(array);
  return component.isArray ? typeName(component) : externalName(component);
}

/** Bytes that one piece copies, for natives that copy in pieces like this one. */
export function pieceBytes(vm: Vm): number {
  return pieceLines << vm.heap.lineShift;
}

/** First byte of element `index`. */
export function elementAddress(vm: Vm, array: number, index: number): number {
  const { dataOffset, elementShift } = vm.classOf(array);
  return array + (dataOffset === 0 ? OBJECT.ARRAY_DATA : dataOffset) + (index << elementShift);
}
