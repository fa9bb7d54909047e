/** Classes that verify or do not, and what `java` 17 says of them: first line and reason; "" if it runs them. */
import type { PoolWriter } from "../src/vm/spin/class-writer.ts";
import { type AssembledClass, type AssembledMethod, u2 } from "./class-assembler.ts";

export interface VerifyCase {
  readonly title: string;
  readonly of: AssembledClass;
}

type Code = readonly number[] | ((pool: PoolWriter) => readonly number[]);
type Shape = Partial<Omit<AssembledMethod, "code">> & { readonly majorVersion?: number };

/** One static method m of class Case. */
function one(title: string, code: Code, shape: Shape = {}): VerifyCase {
  const { majorVersion = 61, ...rest } = shape;
  const methods = (pool: PoolWriter): AssembledMethod[] => {
    const bytes = typeof code === "function" ? code(pool) : code;
    return [{ name: "m", descriptor: "()V", maxStack: 4, maxLocals: 4, ...rest, code: bytes }];
  };
  return { title, of: { name: "Case", majorVersion, methods } };
}

const constructor = (title: string, code: Code, shape: Shape = {}): VerifyCase =>
  one(title, code, { name: "<init>", access: 1, ...shape });

const OBJECT_INIT = ["java/lang/Object", "<init>", "()V", false] as const;
const callInit = (pool: PoolWriter): number[] => [0xb7, ...u2(pool.method(...OBJECT_INIT))];
const newObject = (pool: PoolWriter): number[] => [0xbb, ...u2(pool.class("java/lang/Object"))];
const RETURN = 0xb1;
const OLD = { majorVersion: 49 };

export const stackCases: readonly VerifyCase[] = [
  one("nothing wrong", [RETURN]),
  one("a reference is no int", [0x01, 0x04, 0x60, 0x57, RETURN]),
  one("the stack is empty", [0x57, RETURN]),
  one("half a long", [0x04, 0x88, 0x57, RETURN]),
  one("the stack is full", [0x04, 0x04, RETURN], { maxStack: 1 }),
  one("a long is split", [0x09, 0x57, RETURN]),
  one("dup2 of half a long", [0x09, 0x04, 0x5c, RETURN], { maxStack: 6 }),
  one("dup_x1 below a long", [0x09, 0x04, 0x5a, RETURN], { maxStack: 6 }),
  one("all kinds of dup", [0x09, 0x0a, 0x5e, 0x58, 0x58, 0x58, 0x04, 0x05, 0x5a, 0x5b, RETURN], {
    maxStack: 8,
  }),
  one("an unset local", [0x1a, 0x57, RETURN]),
  one("no such local", [0x03, 0x36, 4, RETURN]),
  one("no such pair of locals", [0x09, 0x42, RETURN]),
  one("a long of which one word was stored over", [0x09, 0x40, 0x03, 0x3c, 0x1f, 0x58, RETURN]),
  one("iinc of a reference", [0x01, 0x4b, 0x84, 0, 1, RETURN]),
  one("an illegal instruction", [0xfe, RETURN]),
  one("wide of what has no wide form", [0xc4, 0x00, 0x00, 0x00, RETURN]),
  one("the end is not reached by return", [0x03, 0x3b]),
  one("a value from void", [0x03, 0xac]),
  one("no value", [RETURN], { descriptor: "()I" }),
  one("a value of another kind", [0x01, 0xb0], { descriptor: "()I" }),
  one("null is anything", [0x01, 0xb0], { descriptor: "()[[Ljava/lang/String;" }),
  one("a class that is no string", [0x2a, 0xb0], { descriptor: "(Ljava/lang/Object;)Ljava/lang/String;" }),
  one("an interface is as good as Object", [0x2a, 0xb0], {
    descriptor: "(Ljava/lang/Object;)Ljava/lang/Runnable;",
  }),
  one("an array is cloneable", [0x2a, 0xb0], { descriptor: "([I)Ljava/lang/Cloneable;" }),
  one("an array is not runnable", [0x2a, 0xb0], { descriptor: "([I)Ljava/lang/Runnable;" }),
  one("arrays of subclasses", [0x2a, 0xb0], { descriptor: "([[Ljava/lang/String;)[[Ljava/lang/Object;" }),
  one("arrays are objects", [0x2a, 0xb0], { descriptor: "([[I)[Ljava/lang/Object;" }),
  one("arrays of ints are no arrays of objects", [0x2a, 0xb0], { descriptor: "([I)[Ljava/lang/Object;" }),
];

const goto = (distance: number): number[] => [0xa7, ...u2(distance)];

export const flowCases: readonly VerifyCase[] = [
  one("a jump without a frame", [0x03, 0x99, 0, 4, 0x00, RETURN]),
  one("a jump with a frame", [0x03, 0x99, 0, 4, 0x00, RETURN], { stackMap: [0, 1, 5] }),
  one("a frame with a full stack", [0x03, 0x99, 0, 4, 0x00, RETURN], { stackMap: [0, 1, 69, 1] }),
  one("a frame with a local that is not there", [0x03, 0x99, 0, 4, 0x00, RETURN], {
    stackMap: [0, 1, 252, 0, 5, 1],
  }),
  one("code after goto without a frame", [...goto(4), 0x00, RETURN], { stackMap: [0, 1, 4] }),
  one("a jump out of the method", [...goto(40), RETURN], { stackMap: [0, 1, 3] }),
  one("a frame within an instruction", [0x10, 0, 0x57, RETURN], { stackMap: [0, 1, 1] }),
  one("a reserved frame", [0x00, RETURN], { stackMap: [0, 1, 130] }),
  one("a frame of a class that is none", [0x00, RETURN], { stackMap: [0, 1, 65, 7, 0, 0] }),
  one("a frame with too much chopped off", [0x00, RETURN], { stackMap: [0, 1, 250, 0, 1] }),
  one("a frame with a new that is none", [0x00, RETURN], { stackMap: [0, 1, 65, 8, 0, 0] }),
  one("a table that is too long", [0x00, RETURN], { stackMap: [0, 1, 1, 9] }),
  one("jsr", [0xa8, 0, 3, 0x57, RETURN]),
  one(
    "keys out of order",
    [
      0x03,
      0xab,
      0,
      0,
      ...[0, 0, 0, 27],
      ...[0, 0, 0, 2],
      ...[0, 0, 0, 5, 0, 0, 0, 27],
      ...[0, 0, 0, 4, 0, 0, 0, 27],
      RETURN,
    ],
    { stackMap: [0, 1, 28] },
  ),
  one("a table upside down", [0x03, 0xaa, 0, 0, ...[0, 0, 0, 19], ...[0, 0, 0, 2], ...[0, 0, 0, 1], RETURN], {
    stackMap: [0, 1, 16],
  }),
  one("a handler without a frame", [0x03, 0x57, RETURN, 0x57, RETURN], { handlers: [[0, 1, 3, 0]] }),
  one(
    "a handler with a frame",
    (pool) => [0x03, 0x57, RETURN, 0x57, ...(pool.class("java/lang/Throwable") > 0 ? [RETURN] : [])],
    { handlers: [[0, 1, 3, 0]], stackMap: [0, 1, 64 + 3, 1] },
  ),
  one("a handler that begins within an instruction", [0x10, 3, 0x57, RETURN, 0x57, RETURN], {
    handlers: [[1, 2, 4, 0]],
  }),
];

export const objectCases: readonly VerifyCase[] = [
  constructor("a constructor", (pool) => [0x2a, ...callInit(pool), RETURN]),
  constructor("super() is not called", [RETURN]),
  constructor("super() is called twice", (pool) => [
    0x2a,
    ...callInit(pool),
    0x2a,
    ...callInit(pool),
    RETURN,
  ]),
  constructor("this is used before super()", (pool) => [
    0x2a,
    0xb6,
    ...u2(pool.method("java/lang/Object", "hashCode", "()I", false)),
    0x57,
    0x2a,
    ...callInit(pool),
    RETURN,
  ]),
  constructor("super() of another class", (pool) => [
    0x2a,
    0xb7,
    ...u2(pool.method("java/lang/Thread", "<init>", "()V", false)),
    RETURN,
  ]),
  one("new", (pool) => [...newObject(pool), 0x59, ...callInit(pool), 0x57, RETURN]),
  one("new without its constructor", (pool) => [
    ...newObject(pool),
    0xb6,
    ...u2(pool.method("java/lang/Object", "hashCode", "()I", false)),
    0x57,
    RETURN,
  ]),
  one("the constructor of another class", (pool) => [
    ...newObject(pool),
    0xb7,
    ...u2(pool.method("java/lang/Thread", "<init>", "()V", false)),
    RETURN,
  ]),
  one("a constructor of null", (pool) => [0x01, ...callInit(pool), RETURN]),
  one("a constructor by invokevirtual", (pool) => [
    ...newObject(pool),
    0xb6,
    ...u2(pool.method(...OBJECT_INIT)),
    RETURN,
  ]),
  one("new of an array", (pool) => [0xbb, ...u2(pool.class("[I")), 0x57, RETURN]),
  one("newarray of no type", [0x03, 0xbc, 3, 0x57, RETURN]),
  one("more dimensions than there are", (pool) => [
    0x03,
    0x03,
    0xc5,
    ...u2(pool.class("[I")),
    2,
    0x57,
    RETURN,
  ]),

  one("iaload from what is none", [0x2a, 0x03, 0x2e, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("laload from what is none", [0x2a, 0x03, 0x2f, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("faload from what is none", [0x2a, 0x03, 0x30, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("daload from what is none", [0x2a, 0x03, 0x31, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("aaload from what is none", [0x2a, 0x03, 0x32, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("baload from what is none", [0x2a, 0x03, 0x33, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("caload from what is none", [0x2a, 0x03, 0x34, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("saload from what is none", [0x2a, 0x03, 0x35, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("iastore to what is none", [0x2a, 0x03, 0x03, 0x4f, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("lastore to what is none", [0x2a, 0x03, 0x09, 0x50, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("fastore to what is none", [0x2a, 0x03, 0x0b, 0x51, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("dastore to what is none", [0x2a, 0x03, 0x0e, 0x52, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("aastore to what is none", [0x2a, 0x03, 0x01, 0x53, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("bastore to what is none", [0x2a, 0x03, 0x03, 0x54, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("castore to what is none", [0x2a, 0x03, 0x03, 0x55, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("sastore to what is none", [0x2a, 0x03, 0x03, 0x56, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("baload from booleans", [0x2a, 0x03, 0x33, 0x57, RETURN], { descriptor: "([Z)V" }),
  one("aaload from null", [0x01, 0x03, 0x32, 0x57, RETURN]),
  one("arraylength of an object", [0x2a, 0xbe, 0x57, RETURN], { descriptor: "(Ljava/lang/Object;)V" }),
  one("athrow of an object", [0x2a, 0xbf], { descriptor: "(Ljava/lang/Object;)V" }),
  one(
    "a catch type that is no exception",
    (pool) => [0x03, 0x57, RETURN, ...(pool.class("java/lang/String") > 0 ? [0x57] : []), RETURN],
    { handlers: [[0, 1, 3, 2]], stackMap: [0, 1, 67, 1] },
  ),
  one("a constant that is none", [0x13, 0, 200, 0x57, RETURN]),
  one("a constant of another kind", [0x13, 0, 1, 0x57, RETURN]),
  one(
    "a field of a class that is no class of it",
    (pool) => [0x2a, 0xb4, ...u2(pool.field("java/lang/String", "x", "I")), 0x57, RETURN],
    { descriptor: "(Ljava/lang/Object;)V" },
  ),
  one(
    "clone of somebody else's object",
    (pool) => [
      0x2a,
      0xb6,
      ...u2(pool.method("java/lang/Object", "clone", "()Ljava/lang/Object;", false)),
      0x57,
      RETURN,
    ],
    { descriptor: "(Ljava/lang/Object;)V" },
  ),
  one(
    "clone of an array",
    (pool) => [
      0x2a,
      0xb6,
      ...u2(pool.method("java/lang/Object", "clone", "()Ljava/lang/Object;", false)),
      0x57,
      RETURN,
    ],
    { descriptor: "([I)V" },
  ),
  one(
    "a call with too few words",
    (pool) => [0x2a, 0xb9, ...u2(pool.method("java/lang/Runnable", "run", "()V", true)), 2, 0, RETURN],
    { descriptor: "(Ljava/lang/Object;)V" },
  ),
  one(
    "an interface call of any object",
    (pool) => [0x2a, 0xb9, ...u2(pool.method("java/lang/Runnable", "run", "()V", true)), 1, 0, RETURN],
    { descriptor: "(Ljava/lang/Object;)V" },
  ),
  one("a call with an argument of another kind", (pool) => [
    0x01,
    0xb8,
    ...u2(pool.method("java/lang/Math", "abs", "(I)I", false)),
    0x57,
    RETURN,
  ]),
  one(
    "invokespecial of a stranger's method",
    (pool) => [0x2a, 0xb7, ...u2(pool.method("java/lang/String", "length", "()I", false)), 0x57, RETURN],
    { descriptor: "(Ljava/lang/String;)V" },
  ),
];

/** Class files of Java 1.5 and before. */
export const oldCases: readonly VerifyCase[] = [
  one("types are inferred", [0x03, 0x99, 0, 4, 0x00, RETURN], OLD),
  one("a subroutine, called twice", [0xa8, 0, 7, 0xa8, 0, 4, RETURN, 0x4c, 0xa9, 1], OLD),
  one(
    "a caller's local survives a subroutine",
    [0x03, 0x3d, 0xa8, 0, 6, 0x1c, 0x57, RETURN, 0x4c, 0xa9, 1],
    OLD,
  ),
  one("a subroutine that calls itself", [0xa8, 0, 4, RETURN, 0x4c, 0xa8, 0xff, 0xff, 0xa9, 1], OLD),
  one("ret of an int", [0x03, 0x3c, 0xa9, 1], OLD),
  one("an unset local", [0x1a, 0x57, RETURN], OLD),
  one("a reference is no int", [0x01, 0x04, 0x60, 0x57, RETURN], OLD),
  one("stacks of two heights", [0x03, 0x03, 0x99, 0, 4, 0x03, RETURN], OLD),
  one("two types in one local", [0x03, 0x3c, 0x03, 0x99, 0, 5, 0x01, 0x4c, 0x1b, 0x57, RETURN], OLD),
  one("a jump into an instruction", [0x03, 0x99, 0, 2, RETURN], OLD),
  one("the end is not reached by return", [0x03, 0x3b], OLD),
  one("a loop with an object being made", (pool) => [...newObject(pool), 0x4b, ...goto(-4)], OLD),
  one("version 50 without a table falls back", [0x03, 0x99, 0, 4, 0x00, RETURN], { majorVersion: 50 }),
  constructor("super() is not called", [RETURN], OLD),
];
