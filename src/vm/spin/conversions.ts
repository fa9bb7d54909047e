/**
 * How a value of one type becomes one of another between a functional interface and the method behind it: boxing,
 * unboxing, widening and casts, as the class comment of java.lang.invoke.LambdaMetafactory says they are.
 */
import { descriptorClassName } from "../classfile/descriptors.ts";
import { type CodeWriter, INVOKE } from "./code-writer.ts";

const wrapperClasses: Readonly<Record<string, string>> = {
  Z: "java/lang/Boolean",
  C: "java/lang/Character",
  B: "java/lang/Byte",
  S: "java/lang/Short",
  I: "java/lang/Integer",
  J: "java/lang/Long",
  F: "java/lang/Float",
  D: "java/lang/Double",
};

const unboxers: Readonly<Record<string, string>> = {
  Z: "booleanValue",
  C: "charValue",
  B: "byteValue",
  S: "shortValue",
  I: "intValue",
  J: "longValue",
  F: "floatValue",
  D: "doubleValue",
};

/** i2l and its kin by "from to" on the stack, and by how many words each lengthens it. */
const widenings: Readonly<Record<string, readonly [number, number]>> = {
  IJ: [133, 1],
  IF: [134, 0],
  ID: [135, 1],
  JF: [137, -1],
  JD: [138, 0],
  FD: [141, 1],
};

export function wrapperOf(primitive: string): string {
  return wrapperClasses[primitive];
}

function isPrimitive(descriptor: string): boolean {
  return descriptor in wrapperClasses;
}

/**
 * Turns the top of the stack from type `from` into `to`. `actual` is what the instantiated interface says the value is:
 * a type between the two, whose cast finds a value that heap pollution brought in.
 */
export function convert(code: CodeWriter, from: string, to: string, actual: string): void {
  if (to === "V") return code.pop(from);
  if (isPrimitive(from)) {
    if (isPrimitive(to)) return widen(code, from, to);
    return code.invoke(INVOKE.STATIC, wrapperOf(from), "valueOf", `(${from})L${wrapperOf(from)};`);
  }
  const known = isPrimitive(actual) ? from : actual;
  if (isPrimitive(to)) return unbox(code, from, known, to);
  castTo(code, from, known);
  castTo(code, known, to);
}

function unbox(code: CodeWriter, from: string, known: string, to: string): void {
  const boxed = Object.keys(wrapperClasses).find((primitive) => `L${wrapperOf(primitive)};` === known);
  if (boxed !== undefined) {
    castTo(code, from, known);
    code.invoke(INVOKE.VIRTUAL, wrapperOf(boxed), unboxers[boxed], `()${boxed}`);
    return widen(code, boxed, to);
  }
  const owner = to === "Z" || to === "C" ? wrapperOf(to) : "java/lang/Number";
  castTo(code, from, `L${owner};`);
  code.invoke(INVOKE.VIRTUAL, owner, unboxers[to], `()${to}`);
}

function castTo(code: CodeWriter, from: string, to: string): void {
  const name = descriptorClassName(to);
  if (from !== to && name !== undefined) code.cast(name);
}

/** Primitives that a primitive may become without a cast (JLS 5.1.2). */
const widerThan: Readonly<Record<string, string>> = {
  B: "BSIJFD",
  S: "SIJFD",
  C: "CIJFD",
  I: "IJFD",
  J: "JFD",
  F: "FD",
  D: "D",
  Z: "Z",
};

export function canWiden(from: string, to: string): boolean {
  return from in widerThan && widerThan[from].includes(to);
}

function widen(code: CodeWriter, from: string, to: string): void {
  const onStack = (descriptor: string): string => ("ZBSC".includes(descriptor) ? "I" : descriptor);
  const widening = widenings[onStack(from) + onStack(to)];
  if (widening !== undefined) code.op(widening[0], widening[1]);
}
