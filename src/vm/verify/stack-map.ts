/** The StackMapTable of a method (JVMS 4.7.4): frames by bci. */
import { CONSTANT } from "../classfile/constants.ts";
import { TypeFrame } from "./frame.ts";
import type { Bench } from "./operands.ts";
import { BOUNDARY } from "./subject.ts";
import { isCategory2, secondWord, TYPE, uninitialized } from "./types.ts";

/** Tags of verification_type_info up to null, as types. */
const TAGGED = [TYPE.TOP, TYPE.INT, TYPE.FLOAT, TYPE.DOUBLE, TYPE.LONG, TYPE.NULL, TYPE.UNINITIALIZED_THIS];
const OBJECT_TAG = 7;
const UNINITIALIZED_TAG = 8;

export interface StackMap {
  /** bci of each frame, ascending. */
  readonly bcis: readonly number[];
  readonly frames: ReadonlyMap<number, TypeFrame>;
}

/** Reads the table; what is wrong with it is among the findings. */
export function readStackMap(bench: Bench, first: TypeFrame): StackMap {
  const reader = new StackMapReader(bench, first);
  return reader.read();
}

class StackMapReader {
  readonly #bench: Bench;
  readonly #end: number;
  #at: number;
  #bci = -1;
  /** Locals of the frame before, one entry a value, and those of the next one. */
  #locals: readonly number[];
  /** The same as words, shared by the frames that have them. */
  #words: Int32Array;
  #thisUninitialized: boolean;

  constructor(bench: Bench, first: TypeFrame) {
    const { stackMapOffset, stackMapLength } = bench.subject.code;
    this.#bench = bench;
    this.#at = stackMapOffset;
    this.#end = stackMapOffset + stackMapLength;
    this.#thisUninitialized = first.thisUninitialized;
    this.#locals = valuesOf(first.locals);
    this.#words = wordsOf(this.#locals);
  }

  read(): StackMap {
    const frames = new Map<number, TypeFrame>();
    const bcis: number[] = [];
    if (this.#at === this.#end) return { bcis, frames };
    const count = this.#u2();
    for (let index = 0; index < count && !this.#bench.findings.failed; index++) {
      const frame = this.#frame();
      if (this.#bench.findings.failed) break;
      if (!this.#isInstruction(this.#bci)) {
        const reason = "Invalid stackmap specification.";
        const shown = { title: "Current Frame", bci: this.#bci, frame, depth: frame.depth } as const;
        this.#bench.findings.fail(index, "StackMapTable error: bad offset", reason, [shown]);
      }
      bcis.push(this.#bci);
      frames.set(this.#bci, frame);
    }
    if (this.#at !== this.#end) this.#fail("wrong attribute size");
    return { bcis, frames };
  }

  #isInstruction(bci: number): boolean {
    const { boundaries, code } = this.#bench.subject;
    return bci < code.length && boundaries[bci] !== BOUNDARY.NONE;
  }

  #frame(): TypeFrame {
    const kind = this.#u1();
    const stack: number[] = [];
    if (kind < 64) this.#advance(kind);
    else if (kind < 128) {
      this.#advance(kind - 64);
      stack.push(this.#type());
    } else if (kind < 247) {
      this.#advance(this.#u2());
      this.#fail("reserved frame type");
    } else if (kind === 247) {
      this.#advance(this.#u2());
      stack.push(this.#type());
    } else if (kind < 255) {
      this.#advance(this.#u2());
      if (kind !== 251) this.#changeLocals(kind - 251);
    } else {
      this.#advance(this.#u2());
      this.#setLocals(this.#types());
      this.#thisUninitialized = this.#locals.includes(TYPE.UNINITIALIZED_THIS);
      stack.push(...this.#types());
    }
    return this.#build(stack);
  }

  #advance(delta: number): void {
    this.#bci += delta + 1;
  }

  /** Drops that many of the last locals, or reads more of them. */
  #changeLocals(count: number): void {
    if (count > 0) {
      const more: number[] = [];
      for (let at = 0; at < count; at++) more.push(this.#type());
      this.#setLocals([...this.#locals, ...more]);
      this.#thisUninitialized ||= more.includes(TYPE.UNINITIALIZED_THIS);
      return;
    }
    if (this.#locals.length < -count) return this.#failSize();
    this.#setLocals(this.#locals.slice(0, count));
    this.#thisUninitialized = this.#locals.includes(TYPE.UNINITIALIZED_THIS);
  }

  #setLocals(locals: readonly number[]): void {
    this.#locals = locals;
    this.#words = wordsOf(locals);
    this.#bench.findings.spend(Math.max(this.#bci, 0), 4 * locals.length);
  }

  #types(): number[] {
    const count = this.#u2();
    const types: number[] = [];
    for (let at = 0; at < count && !this.#bench.findings.failed; at++) types.push(this.#type());
    return types;
  }

  #type(): number {
    const tag = this.#u1();
    const { subject, types, findings } = this.#bench;
    if (tag < OBJECT_TAG) return TAGGED[tag];
    if (tag === OBJECT_TAG) {
      const index = this.#u2();
      if (subject.file.constants.tagAt(index) === CONSTANT.Class) {
        return types.named(subject.file.constants.className(index));
      }
      this.#fail("bad class index");
    } else if (tag === UNINITIALIZED_TAG) {
      const bci = this.#u2();
      if (bci < subject.code.length && subject.boundaries[bci] === BOUNDARY.NEW) return uninitialized(bci);
      findings.failFormat(this.#bci, "StackMapTable format error: bad offset for Uninitialized");
    } else this.#fail("bad verification type");
    return TYPE.TOP;
  }

  #build(stack: readonly number[]): TypeFrame {
    const { code } = this.#bench.subject;
    const stackWords = wordsOf(stack);
    if (this.#words.length > code.maxLocals || stackWords.length > code.maxStack) this.#failSize();
    const frame = new TypeFrame(this.#words, stackWords);
    frame.depth = stackWords.length;
    frame.thisUninitialized = this.#thisUninitialized;
    return frame;
  }

  #u1(): number {
    if (this.#at < this.#end) return this.#bench.subject.file.bytes[this.#at++];
    this.#fail("access beyond the end of attribute");
    return 0;
  }

  #u2(): number {
    const high = this.#u1();
    return (high << 8) | this.#u1();
  }

  #failSize(): void {
    const what = "StackMapTable format error: bad type array size";
    this.#bench.findings.failFormat(Math.max(this.#bci, 0), what);
  }

  #fail(what: string): void {
    this.#bench.findings.failStackMap(Math.max(this.#bci, 0), what);
  }
}

/** Values instead of words, without the unset ones at the end. */
function valuesOf(words: Int32Array): number[] {
  let end = words.length;
  while (end > 0 && words[end - 1] === TYPE.TOP) end--;
  const values: number[] = [];
  for (let at = 0; at < end; at++) {
    values.push(words[at]);
    if (isCategory2(words[at])) at++;
  }
  return values;
}

function wordsOf(values: readonly number[]): Int32Array {
  return Int32Array.from(values.flatMap((type) => (isCategory2(type) ? [type, secondWord(type)] : [type])));
}
