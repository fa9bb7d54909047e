import { isCategory2, isSecondWord, secondWord, TYPE } from "./types.ts";

/** Types of the words of a frame before an instruction. Whoever changes it sees to the limits. */
export class TypeFrame {
  readonly locals: Int32Array;
  readonly stack: Int32Array;
  /** Words on the stack. */
  depth = 0;
  /** Locals up to the last one that was ever set: what messages show. */
  localCount: number;
  /** In a constructor: neither super() nor this() has been called. */
  thisUninitialized = false;

  constructor(locals: Int32Array, stack: Int32Array) {
    this.locals = locals;
    this.stack = stack;
    this.localCount = locals.length;
  }

  /** The other frame may have fewer words; locals that it does not have are unset. */
  copyFrom(other: TypeFrame): void {
    this.locals.set(other.locals);
    this.locals.fill(TYPE.TOP, other.locals.length);
    this.stack.set(other.stack.subarray(0, other.depth));
    this.depth = other.depth;
    this.localCount = other.localCount;
    this.thisUninitialized = other.thisUninitialized;
  }

  clone(): TypeFrame {
    const copy = new TypeFrame(this.locals.slice(), this.stack.slice());
    copy.depth = this.depth;
    copy.localCount = this.localCount;
    copy.thisUninitialized = this.thisUninitialized;
    return copy;
  }

  /** The caller has checked that the local, and the next one of a long or double, exists. */
  setLocal(local: number, type: number): void {
    this.localCount = Math.max(this.localCount, local + (isCategory2(type) ? 2 : 1));
    this.#splitAt(local);
    if (isCategory2(type)) {
      this.#splitAt(local + 1);
      this.locals[local + 1] = secondWord(type);
    }
    this.locals[local] = type;
  }

  /** A long or double of which one word is overwritten is of no use any more. */
  #splitAt(local: number): void {
    const old = this.locals[local];
    if (isCategory2(old)) this.locals[local + 1] = TYPE.TOP;
    if (isSecondWord(old)) this.locals[local - 1] = TYPE.TOP;
  }

  /** Every word of type `from` becomes `to`: a constructor has returned, or `new` makes another object. */
  replace(from: number, to: number, inStack = true): void {
    const { locals, stack } = this;
    for (let at = 0; at < locals.length; at++) if (locals[at] === from) locals[at] = to;
    if (!inStack) return;
    for (let at = 0; at < this.depth; at++) if (stack[at] === from) stack[at] = to;
    if (from === TYPE.UNINITIALIZED_THIS) this.thisUninitialized = false;
  }
}
