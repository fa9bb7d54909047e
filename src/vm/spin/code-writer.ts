/** Writes the bytecode of one method and keeps count of its stack. */
import { assert } from "../../base/index.ts";
import { descriptorWords, parameterWords, returnDescriptor } from "../classfile/descriptors.ts";
import { ByteSink, type ClassWriter, type WrittenCode } from "./class-writer.ts";

/** A place that is jumped to before it is reached. */
export interface Label {
  readonly from: number[];
  depth: number;
}

export const INVOKE = { VIRTUAL: 182, SPECIAL: 183, STATIC: 184, INTERFACE: 185 } as const;

const OP = {
  ICONST_0: 3,
  SIPUSH: 17,
  LDC_W: 19,
  LDC2_W: 20,
  ILOAD: 21,
  ISTORE: 54,
  POP: 87,
  POP2: 88,
  DUP: 89,
  IRETURN: 172,
  RETURN: 177,
  GETSTATIC: 178,
  PUTSTATIC: 179,
  GETFIELD: 180,
  PUTFIELD: 181,
  NEW: 187,
  ANEWARRAY: 189,
  CHECKCAST: 192,
  INSTANCEOF: 193,
  WIDE: 196,
} as const;

export class CodeWriter {
  readonly #owner: ClassWriter;
  readonly #sink = new ByteSink();
  #depth = 0;
  #maxStack = 0;
  #maxLocals: number;

  constructor(owner: ClassWriter, localWords: number) {
    this.#owner = owner;
    this.#maxLocals = localWords;
  }

  /** An instruction of one byte that changes the depth by `words`. */
  op(opcode: number, words: number): void {
    this.#sink.u1(opcode);
    this.#adjust(words);
  }

  load(descriptor: string, local: number): void {
    this.#local(OP.ILOAD + typeOffset(descriptor), local, descriptor);
    this.#adjust(descriptorWords(descriptor));
  }

  store(descriptor: string, local: number): void {
    this.#local(OP.ISTORE + typeOffset(descriptor), local, descriptor);
    this.#adjust(-descriptorWords(descriptor));
  }

  /** Returns the top of the stack, or nothing for "V". */
  return(descriptor: string): void {
    if (descriptor === "V") this.op(OP.RETURN, 0);
    else this.op(OP.IRETURN + typeOffset(descriptor), -descriptorWords(descriptor));
  }

  pop(descriptor: string): void {
    const words = descriptorWords(descriptor);
    if (words > 0) this.op(words === 2 ? OP.POP2 : OP.POP, -words);
  }

  dup(): void {
    this.op(OP.DUP, 1);
  }

  /** A boolean or one of the constants -1 to 5. */
  constant(value: number): void {
    assert(value >= -1 && value <= 5, "a constant with an opcode of its own");
    this.op(OP.ICONST_0 + value, 1);
  }

  /** An int that fits two bytes. */
  integer(value: number): void {
    this.#sink.u1(OP.SIPUSH);
    this.#sink.u2(value);
    this.#adjust(1);
  }

  /** A numeric constant: its word, or its high and low words. */
  number(tag: number, word: number, lowWord?: number): void {
    const index = this.#owner.pool.number(tag, word, lowWord);
    this.#indexed(lowWord === undefined ? OP.LDC_W : OP.LDC2_W, index, lowWord === undefined ? 1 : 2);
  }

  /** An Object[] of the length on the stack. */
  newObjectArray(): void {
    this.#indexed(OP.ANEWARRAY, this.#owner.pool.class("java/lang/Object"), 0);
  }

  string(text: string): void {
    this.#indexed(OP.LDC_W, this.#owner.pool.string(text), 1);
  }

  classConstant(name: string): void {
    this.#indexed(OP.LDC_W, this.#owner.pool.class(name), 1);
  }

  new(name: string): void {
    this.#indexed(OP.NEW, this.#owner.pool.class(name), 1);
  }

  /** No instruction where every reference already is one. */
  cast(name: string): void {
    if (name !== "java/lang/Object") this.#indexed(OP.CHECKCAST, this.#owner.pool.class(name), 0);
  }

  instanceOf(name: string): void {
    this.#indexed(OP.INSTANCEOF, this.#owner.pool.class(name), 0);
  }

  getStatic(owner: string, name: string, descriptor: string): void {
    const index = this.#owner.pool.field(owner, name, descriptor);
    this.#indexed(OP.GETSTATIC, index, descriptorWords(descriptor));
  }

  putStatic(owner: string, name: string, descriptor: string): void {
    const index = this.#owner.pool.field(owner, name, descriptor);
    this.#indexed(OP.PUTSTATIC, index, -descriptorWords(descriptor));
  }

  getField(owner: string, name: string, descriptor: string): void {
    this.#indexed(
      OP.GETFIELD,
      this.#owner.pool.field(owner, name, descriptor),
      descriptorWords(descriptor) - 1,
    );
  }

  putField(owner: string, name: string, descriptor: string): void {
    this.#indexed(
      OP.PUTFIELD,
      this.#owner.pool.field(owner, name, descriptor),
      -descriptorWords(descriptor) - 1,
    );
  }

  invoke(opcode: number, owner: string, name: string, descriptor: string, ofInterface = false): void {
    const receiver = opcode === INVOKE.STATIC ? 0 : 1;
    const words = parameterWords(descriptor);
    const change = descriptorWords(returnDescriptor(descriptor)) - words - receiver;
    this.#indexed(opcode, this.#owner.pool.method(owner, name, descriptor, ofInterface), change);
    if (opcode !== INVOKE.INTERFACE) return;
    this.#sink.u1(words + 1);
    this.#sink.u1(0);
  }

  label(): Label {
    return { from: [], depth: 0 };
  }

  /** A branch that pops `words` words, to a label further down. */
  branch(opcode: number, words: number, to: Label): void {
    const at = this.#sink.length;
    this.op(opcode, -words);
    this.#sink.u2(0);
    to.from.push(at);
    to.depth = this.#depth;
  }

  place(label: Label): void {
    for (const at of label.from) this.#sink.patchU2(at + 1, this.#sink.length - at);
    this.#depth = label.depth;
  }

  /** Bytecode index of the next instruction. */
  get position(): number {
    return this.#sink.length;
  }

  /** What follows is entered with an exception on the stack. */
  enterHandler(): void {
    this.#depth = 0;
    this.#adjust(1);
  }

  finish(): WrittenCode {
    return { bytes: this.#sink.take(), maxStack: this.#maxStack, maxLocals: this.#maxLocals };
  }

  #local(opcode: number, local: number, descriptor: string): void {
    if (local > 255) this.#sink.u1(OP.WIDE);
    this.#sink.u1(opcode);
    if (local > 255) this.#sink.u2(local);
    else this.#sink.u1(local);
    this.#maxLocals = Math.max(this.#maxLocals, local + descriptorWords(descriptor));
  }

  #indexed(opcode: number, index: number, words: number): void {
    this.#sink.u1(opcode);
    this.#sink.u2(index);
    this.#adjust(words);
  }

  #adjust(words: number): void {
    this.#depth += words;
    assert(this.#depth >= 0, "spun code pops an empty stack");
    this.#maxStack = Math.max(this.#maxStack, this.#depth);
  }
}

/** From the int form of a load, store or return to the one of the type: int, long, float, double, reference. */
function typeOffset(descriptor: string): number {
  const at = "JFD".indexOf(descriptor[0]);
  if (at >= 0) return at + 1;
  return descriptor[0] === "L" || descriptor[0] === "[" ? 4 : 0;
}
