/** Verification types (JVMS 4.10.1.2) as numbers: equal types are equal numbers within one verification. */
import { parameterDescriptors, returnDescriptor } from "../classfile/descriptors.ts";

export const TYPE = {
  TOP: 0,
  INT: 1,
  FLOAT: 2,
  LONG: 3,
  LONG_2ND: 4,
  DOUBLE: 5,
  DOUBLE_2ND: 6,
  NULL: 7,
  UNINITIALIZED_THIS: 8,
  /** Wanted types of instructions that take any of a kind; never in a frame. */
  ANY_REFERENCE: 9,
  ANY_CATEGORY1: 10,
  ANY_CATEGORY2: 11,
} as const;

/** A class or array by the index of its name, an object that `new` at a bci made, a return address of a subroutine. */
const NAMED = 0x10000000;
const UNINITIALIZED = 0x20000000;
const RETURN_ADDRESS = 0x30000000;
const KIND_SHIFT = 28;

const PRIMITIVE_TYPES: Readonly<Record<string, number>> = {
  Z: TYPE.INT,
  B: TYPE.INT,
  C: TYPE.INT,
  S: TYPE.INT,
  I: TYPE.INT,
  F: TYPE.FLOAT,
  J: TYPE.LONG,
  D: TYPE.DOUBLE,
};

const WORDS: readonly string[] = [
  "top",
  "integer",
  "float",
  "long",
  "long_2nd",
  "double",
  "double_2nd",
  "null",
  "uninitializedThis",
  "reference type",
  "category1 type",
  "category2 type",
];

/** The class and array names that one verification meets. */
export class TypeNames {
  readonly #names: string[] = [];
  readonly #types = new Map<string, number>();
  readonly #parameters = new Map<string, readonly number[]>();
  readonly object = this.named("java/lang/Object");
  readonly throwable = this.named("java/lang/Throwable");

  /** The type of a class ("java/lang/String") or array ("[I"). */
  named(name: string): number {
    const known = this.#types.get(name);
    if (known !== undefined) return known;
    const type = NAMED + this.#names.length;
    this.#names.push(name);
    this.#types.set(name, type);
    return type;
  }

  nameOf(type: number): string {
    return this.#names[type - NAMED] ?? "";
  }

  /** Type of a field descriptor, TOP for "V". */
  ofDescriptor(descriptor: string): number {
    const first = descriptor[0];
    if (first === "L") return this.named(descriptor.slice(1, -1));
    return first === "[" ? this.named(descriptor) : (PRIMITIVE_TYPES[first] ?? TYPE.TOP);
  }

  parametersOf(methodDescriptor: string): readonly number[] {
    const known = this.#parameters.get(methodDescriptor);
    if (known !== undefined) return known;
    const types = parameterDescriptors(methodDescriptor).map((each) => this.ofDescriptor(each));
    this.#parameters.set(methodDescriptor, types);
    return types;
  }

  resultOf(methodDescriptor: string): number {
    return this.ofDescriptor(returnDescriptor(methodDescriptor));
  }

  isArray(type: number): boolean {
    return isNamed(type) && this.nameOf(type)[0] === "[";
  }

  /** True for null and for arrays whose elements have one of these descriptor letters. */
  isArrayOf(type: number, letters: string): boolean {
    return type === TYPE.NULL || (this.isArray(type) && letters.includes(this.nameOf(type)[1]));
  }

  /** Type of the elements of an array of references, as it is on the stack. */
  componentOf(type: number): number {
    return type === TYPE.NULL ? TYPE.NULL : this.ofDescriptor(this.nameOf(type).slice(1));
  }

  /** As messages write it. */
  text(type: number): string {
    if (isNamed(type)) return `'${this.nameOf(type)}'`;
    if (isUninitialized(type)) return `uninitialized ${type - UNINITIALIZED}`;
    return isReturnAddress(type) ? `returnAddress ${type - RETURN_ADDRESS}` : WORDS[type];
  }
}

export function isNamed(type: number): boolean {
  return type >>> KIND_SHIFT === NAMED >>> KIND_SHIFT;
}

/** Made by `new`, not yet by a constructor; `uninitializedThis` is another type. */
export function isUninitialized(type: number): boolean {
  return type >>> KIND_SHIFT === UNINITIALIZED >>> KIND_SHIFT;
}

export function uninitialized(bci: number): number {
  return UNINITIALIZED + bci;
}

export function bciOfNew(type: number): number {
  return type - UNINITIALIZED;
}

export function isReturnAddress(type: number): boolean {
  return type >>> KIND_SHIFT === RETURN_ADDRESS >>> KIND_SHIFT;
}

/** Return address into the caller of the subroutine that begins at `entryBci`. */
export function returnAddress(entryBci: number): number {
  return RETURN_ADDRESS + entryBci;
}

/** Anything that `aload` loads. */
export function isReference(type: number): boolean {
  return isNamed(type) || isUninitialized(type) || type === TYPE.NULL || type === TYPE.UNINITIALIZED_THIS;
}

/** Second word of a long or double, TOP for types of one word. */
export function secondWord(type: number): number {
  return type === TYPE.LONG || type === TYPE.DOUBLE ? type + 1 : TYPE.TOP;
}

export function isSecondWord(type: number): boolean {
  return type === TYPE.LONG_2ND || type === TYPE.DOUBLE_2ND;
}

export function isCategory2(type: number): boolean {
  return type === TYPE.LONG || type === TYPE.DOUBLE;
}

/** One word that can be moved about on the stack. */
export function isCategory1(type: number): boolean {
  return type !== TYPE.TOP && !isCategory2(type) && !isSecondWord(type);
}
