/**
 * Which instruction pushed each operand word, for messages about null references. One pass over a method in the order of
 * its bytes, again only while some instruction has no stack yet: where the pass stops decides what a message can say, so
 * it stops where HotSpot's does.
 */
import { Bytecode } from "./bytecode.ts";
import { effects, OPCODE, wordMoves } from "./bytecode-effects.ts";
import type { CodeInfo } from "./classfile/class-file.ts";
import type { ConstantPool } from "./classfile/constants.ts";

/** Locals from this one on count as written. */
const TRACKED_LOCALS = 64;
/** The pusher of a word that has more than one. */
const UNKNOWN = -1;

/** Before an instruction: for each operand word the bci that pushed it (-1: not one), and the locals stored to. */
export interface Pushers {
  readonly words: number[];
  readonly writtenLocals: Set<number>;
}

export class NullFlow {
  readonly code: Bytecode;
  readonly #length: number;
  readonly #before: (Pushers | undefined)[];
  #isComplete = false;
  #hasNew = true;

  /** Analyses as far as the instruction at `bci`. */
  constructor(info: CodeInfo, constants: ConstantPool, bci: number) {
    this.code = new Bytecode(info, constants);
    this.#length = info.length;
    this.#before = new Array<Pushers | undefined>(info.length).fill(undefined);
    this.#before[0] = { words: [], writtenLocals: new Set() };
    for (let at = 2; at < info.handlers.length; at += 4) {
      this.#before[info.handlers[at]] ??= { words: [info.handlers[at]], writtenLocals: new Set() };
    }
    while (!this.#isComplete && this.#hasNew) this.#pass(bci);
  }

  /** Undefined where no path leads. */
  before(bci: number): Pushers | undefined {
    return this.#before[bci];
  }

  /** The bci that pushed the operand `depth` words below the top, -1 if that cannot be said. */
  pusher(bci: number, depth: number): number {
    const words = this.#before[bci]?.words ?? [];
    return words.length > depth ? words[words.length - 1 - depth] : UNKNOWN;
  }

  isWritten(bci: number, local: number): boolean {
    return local >= TRACKED_LOCALS || this.#before[bci]?.writtenLocals.has(local) === true;
  }

  #pass(wanted: number): void {
    this.#isComplete = true;
    this.#hasNew = false;
    for (let bci = 0; bci < this.#length;) {
      const bytes = this.code.bytesAt(bci);
      if (bytes === 0) return;
      const before = this.#before[bci];
      if (before === undefined) this.#isComplete = false;
      else this.#execute(bci, bci + bytes, before);
      bci += bytes;
      if (bci === wanted && this.#before[bci] !== undefined) {
        this.#isComplete = true;
        return;
      }
    }
  }

  #execute(bci: number, next: number, before: Pushers): void {
    const after: Pushers = { words: [...before.words], writtenLocals: new Set(before.writtenLocals) };
    const opcode = this.code.opcodeAt(bci);
    if (opcode >= OPCODE.POP && opcode <= OPCODE.SWAP) moveWords(after.words, opcode);
    else if (opcode === OPCODE.WIDE) this.#executeLocal(bci, this.code.widenedOpcode(bci), after);
    else if ((opcode >= OPCODE.ILOAD && opcode < OPCODE.POP && !isArray(opcode)) || opcode === OPCODE.IINC)
      this.#executeLocal(bci, opcode, after);
    else if (this.code.isJsr(bci)) after.words.push(bci);
    else if (!isCheckcast(opcode))
      apply(after.words, effects[opcode] ?? this.code.effectOfConstant(bci, opcode), bci);
    for (const target of this.code.targets(bci)) this.#mergeInto(target, after);
    if (!this.code.endsRun(bci) && next < this.#length) this.#mergeInto(next, after);
  }

  #executeLocal(bci: number, opcode: number, after: Pushers): void {
    // That iinc writes is not noted by HotSpot 17.
    if (opcode === OPCODE.RET || opcode === OPCODE.IINC) return;
    const [type, local] = this.code.localOf(bci, opcode);
    for (let word = 0; word < (type === "J" ? 2 : 1); word++) {
      if (opcode < OPCODE.ISTORE) after.words.push(bci);
      else {
        after.words.pop();
        after.writtenLocals.add(local + word);
      }
    }
  }

  #mergeInto(bci: number, from: Pushers): void {
    const known = this.#before[bci];
    if (known === undefined) {
      this.#before[bci] = { words: [...from.words], writtenLocals: new Set(from.writtenLocals) };
      this.#hasNew = true;
      return;
    }
    for (let at = 0; at < known.words.length; at++)
      if (known.words[at] !== from.words[at]) known.words[at] = UNKNOWN;
    for (const local of from.writtenLocals) known.writtenLocals.add(local);
  }
}

function isArray(opcode: number): boolean {
  return (opcode >= 46 && opcode <= 53) || (opcode >= 79 && opcode <= 86);
}

/** It leaves the reference that it looks at where it is. */
function isCheckcast(opcode: number): boolean {
  return opcode === 192;
}

function moveWords(words: number[], opcode: number): void {
  const [count, order] = wordMoves[opcode - OPCODE.POP];
  const popped = words.splice(Math.max(0, words.length - count), count);
  for (const from of order) words.push(popped[from]);
}

function apply(words: number[], effect: string, bci: number): void {
  const [popped, pushed] = effect.split(">");
  words.length = Math.max(0, words.length - wordCount(popped));
  for (let count = wordCount(pushed ?? ""); count > 0; count--) words.push(bci);
}

function wordCount(letters: string): number {
  let count = 0;
  for (const letter of letters) count += letter === "J" ? 2 : 1;
  return count;
}
