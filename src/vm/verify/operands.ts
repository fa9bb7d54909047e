/** The words of the frame under verification: pushed, popped, loaded and stored with all checks. */
import type { MethodInfo } from "../classfile/class-file.ts";
import { TypeFrame } from "./frame.ts";
import { mnemonic } from "./mnemonics.ts";
import type { Findings, ShownFrame } from "./problem.ts";
import type { Subject } from "./subject.ts";
import {
  isCategory1,
  isCategory2,
  isReturnAddress,
  isSecondWord,
  secondWord,
  TYPE,
  type TypeNames,
} from "./types.ts";
import type { ClassWorld } from "./world.ts";

/** Everything that one method's verification works with. */
export interface Bench {
  readonly subject: Subject;
  readonly types: TypeNames;
  readonly world: ClassWorld;
  readonly findings: Findings;
  /** True for class files whose types are inferred: subroutines are allowed. */
  readonly isOld: boolean;
  readonly observe: FrameObserver | undefined;
}

/**
 * Told the types before each instruction that is looked at, by method, bytecode index and way into a subroutine (0: none); by inference more than
 * once, the last time as they are. The frame is reused.
 */
export type FrameObserver = (method: MethodInfo, bci: number, context: number, frame: TypeFrame) => void;

const OLD_EXPECTATIONS: Readonly<Record<number, string>> = {
  [TYPE.INT]: "integer",
  [TYPE.FLOAT]: "float",
  [TYPE.LONG]: "long",
  [TYPE.DOUBLE]: "double",
  [TYPE.ANY_REFERENCE]: "object/array",
};

export class Operands {
  readonly bench: Bench;
  readonly frame: TypeFrame;
  /** Told of each object that a constructor call is about to initialise, while its type still says that it is not. */
  beforeInitialized: (type: number) => void = () => undefined;
  /** Instruction under verification, and the depth of the stack before it. */
  bci = 0;
  #depthBefore = 0;

  constructor(bench: Bench) {
    this.bench = bench;
    const { maxLocals, maxStack } = bench.subject.code;
    this.frame = new TypeFrame(new Int32Array(maxLocals), new Int32Array(maxStack));
    this.frame.localCount = 0;
  }

  begin(bci: number): void {
    this.bci = bci;
    this.#depthBefore = this.frame.depth;
  }

  fail(what: string, reason?: string, shown: readonly ShownFrame[] = []): void {
    this.bench.findings.fail(this.bci, what, reason, shown);
  }

  /** The frame as it was before the instruction, its locals as they are now. */
  shown(): ShownFrame[] {
    const depth = Math.max(this.#depthBefore, this.frame.depth);
    return [{ title: "Current Frame", bci: this.bci, frame: this.frame, depth }];
  }

  /** Says that the word that lay at the current top is not what was wanted. */
  failTop(what: string, wanted?: number, origin = ""): void {
    const { types } = this.bench;
    const got = `Type ${types.text(this.frame.stack[this.frame.depth] ?? TYPE.TOP)} (current frame, stack[${this.frame.depth}])`;
    const reason =
      wanted === undefined
        ? got.replace("Type", "Invalid type:")
        : `${got} is not assignable to ${types.text(wanted)}${origin}`;
    this.fail(what, reason, this.shown());
  }

  /** Pops a value of the type; a long or double with both its words. */
  pop(wanted: number, old?: string): number {
    if (isCategory2(wanted) && this.frame.depth === 1) this.frame.depth = 0;
    return this.popArgument(wanted, old);
  }

  /** The same for an argument of a call, of which a missing word is missed last. */
  popArgument(wanted: number, old?: string): number {
    if (isCategory2(wanted)) this.#popWord(secondWord(wanted), old ?? oldExpectation(wanted));
    return this.#popWord(wanted, old ?? oldExpectation(wanted));
  }

  #popWord(wanted: number, old: string): number {
    const { frame } = this;
    if (frame.depth === 0) {
      const what = this.bench.isOld ? "Unable to pop operand off an empty stack" : "Operand stack underflow";
      this.fail(what, "Attempt to pop empty stack.", this.shown());
      return TYPE.TOP;
    }
    const top = frame.stack[--frame.depth];
    if (top === wanted || this.bench.world.isAssignable(top, wanted)) return top;
    this.failTop(this.bench.isOld ? old : "Bad type on operand stack", wanted);
    return TYPE.TOP;
  }

  /** Pops whatever astore takes. */
  popStorable(): number {
    const { frame } = this;
    const top = frame.depth === 0 ? TYPE.TOP : frame.stack[frame.depth - 1];
    if (!isReturnAddress(top)) return this.pop(TYPE.ANY_REFERENCE);
    frame.depth--;
    return top;
  }

  push(type: number): void {
    if (type === TYPE.TOP) return;
    if (!isCategory2(type)) return this.pushWord(type);
    this.pushWord(type, 2);
    this.pushWord(secondWord(type));
  }

  /** `room`: words that there must be room for. */
  pushWord(type: number, room = 1): void {
    const { frame } = this;
    if (frame.depth + room <= frame.stack.length) frame.stack[frame.depth++] = type;
    else {
      const what = this.bench.isOld ? "Stack size too large" : "Operand stack overflow";
      this.fail(what, "Exceeded max stack size.", this.shown());
    }
  }

  /** One word that is a whole value. */
  popSingle(): number {
    return this.#popWord(TYPE.ANY_CATEGORY1, "Attempt to split long or double on the stack");
  }

  /** Two words, the lower first: two values or one. */
  popPair(): readonly [number, number] {
    const { frame } = this;
    const top = frame.depth > 0 ? frame.stack[frame.depth - 1] : TYPE.INT;
    if (isSecondWord(top)) {
      frame.depth--;
      return [this.#popWord(TYPE.ANY_CATEGORY2, "Attempt to split long or double on the stack"), top];
    }
    if (!isCategory1(top)) {
      frame.depth--;
      this.failTop(`Bad type on operand stack in ${mnemonic(this.bench.subject.u1(this.bci))}`);
      return [TYPE.TOP, TYPE.TOP];
    }
    const high = this.popSingle();
    return [this.popSingle(), high];
  }

  #hasLocal(local: number, words: number, isLoad: boolean): boolean {
    if (local + words <= this.frame.locals.length) return true;
    const wide = isLoad ? "get long/double overflows locals" : "Local variable table overflow";
    const what = this.bench.isOld
      ? "Illegal local variable number"
      : words === 2
        ? wide
        : "Local variable table overflow";
    this.fail(what, `Local index ${local} is invalid`);
    return false;
  }

  /** Type in the local; TOP, with a finding, if it is not what is wanted. */
  load(local: number, wanted: number): number {
    const words = isCategory2(wanted) ? 2 : 1;
    if (!this.#hasLocal(local, words, true)) return TYPE.TOP;
    for (let word = 0; word < words; word++) {
      const type = this.frame.locals[local + word];
      const wantedWord = word === 0 ? wanted : secondWord(wanted);
      if (type === wantedWord || this.bench.world.isAssignable(type, wantedWord)) continue;
      this.#failLocal(local + word, wantedWord, words === 2 ? local : -1);
      return TYPE.TOP;
    }
    this.frame.localCount = Math.max(this.frame.localCount, local + words);
    return this.frame.locals[local];
  }

  #failLocal(local: number, wanted: number, pair: number): void {
    const { types, isOld } = this.bench;
    const type = this.frame.locals[local];
    const register = pair < 0 ? `register ${local}` : `register pair ${pair}/${pair + 1}`;
    const old =
      type === TYPE.TOP
        ? `Accessing value from uninitialized ${register}`
        : `${register.replace("register", "Register")} contains wrong type`;
    const reason = `Type ${types.text(type)} (current frame, locals[${local}]) is not assignable to ${types.text(wanted)}`;
    this.fail(isOld ? old : "Bad local variable type", reason, this.shown());
  }

  store(local: number, type: number): void {
    if (this.#hasLocal(local, isCategory2(type) ? 2 : 1, false)) this.frame.setLocal(local, type);
  }
}

function oldExpectation(wanted: number): string {
  return `Expecting to find ${OLD_EXPECTATIONS[wanted] ?? "object"} on stack`;
}
