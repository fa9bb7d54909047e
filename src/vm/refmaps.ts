/**
 * Which words of a frame hold references, exactly, at any bytecode index. An abstract interpretation of the method
 * over the words of its frame: unset, reference, other, or one certain return address. It needs no StackMapTable, so it
 * serves old and spun class files too; javac's tables are what the tests compare it with.
 *
 * Where paths meet with different kinds in a local, the local is unset (a verified program does not read it again). A
 * subroutine (jsr, ret) is interpreted once for each way it is called, so that its callers' locals stay known; the
 * return addresses in a real frame then say which way applies.
 *
 * Bytecode that cannot be interpreted so (words of the wrong kind, a stack that runs over, a jump to nowhere) has no
 * maps but a problem, in words for a VerifyError.
 */
import { assert } from "../base/index.ts";
import { Bytecode, letterOf } from "./bytecode.ts";
import { effects, OPCODE, wordMoves } from "./bytecode-effects.ts";
import type { CodeInfo } from "./classfile/class-file.ts";
import type { ConstantPool } from "./classfile/constants.ts";
import { parameterDescriptors } from "./classfile/descriptors.ts";

/** The reference words of a frame before an instruction; in the middle of a call the stack is a prefix of this. */
export interface ReferenceMap {
  /** Operand words on the stack. */
  readonly stackDepth: number;
  /** Indexes of the locals that hold references, ascending. */
  readonly locals: Int32Array;
  /** The same for operands; 0 is the bottom of the stack. */
  readonly stack: Int32Array;
}

const UNSET = 0;
const OTHER = 1;
const REFERENCE = 2;
/** Kind of a return address: this plus the bytecode index it leads to. */
const RETURN_ADDRESS = 4;

const contextLimit = 512;

/** A way into a subroutine: which call, from which context. Context 0 is the method itself. */
interface Context {
  readonly id: number;
  readonly parent: Context | undefined;
  readonly returnBci: number;
}

interface Words {
  readonly kinds: Int32Array;
  depth: number;
}

export interface MethodToMap {
  readonly code: CodeInfo;
  readonly constants: ConstantPool;
  readonly descriptor: string;
  readonly isStatic: boolean;
}

/** The maps of one method; made when first needed, a host cache. */
export class ReferenceMaps {
  readonly #method: MethodToMap;
  readonly #code: Bytecode;
  readonly #isLeader: Uint8Array;
  /** State at the start of a run of instructions, by context and bci; no key for what is never reached. */
  readonly #states = new Map<number, Words>();
  readonly #contexts: Context[] = [{ id: 0, parent: undefined, returnBci: -1 }];
  readonly #pending: { readonly context: Context; readonly bci: number }[] = [];
  readonly #cache = new Map<number, ReferenceMap>();
  #problem: string | undefined;

  constructor(method: MethodToMap) {
    this.#method = method;
    this.#code = new Bytecode(method.code, method.constants);
    this.#isLeader = new Uint8Array(method.code.length + 1);
    if (this.#findLeaders()) this.#interpret();
  }

  /** Why there are no maps, undefined if there are. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /**
   * The map before the instruction at `bci`, undefined if no path leads there. `localWord` reads a local of the frame in
   * question; it is asked only in methods with subroutines.
   */
  at(bci: number, localWord: (local: number) => number): ReferenceMap | undefined {
    assert(this.#problem === undefined, `no reference maps: ${this.#problem}`);
    const simple = this.#contexts.length === 1;
    const known = simple ? this.#cache.get(bci) : undefined;
    if (known !== undefined) return known;
    for (const context of this.#contexts) {
      const words = this.#wordsAt(context, bci);
      if (words === undefined || !this.#agrees(words, localWord)) continue;
      const map = this.#toMap(words);
      if (simple) this.#cache.set(bci, map);
      return map;
    }
    return undefined;
  }

  #agrees(words: Words, localWord: (local: number) => number): boolean {
    for (let local = 0; local < this.#method.code.maxLocals; local++) {
      const kind = words.kinds[local];
      if (kind >= RETURN_ADDRESS && localWord(local) !== kind - RETURN_ADDRESS) return false;
    }
    return true;
  }

  #toMap(words: Words): ReferenceMap {
    const { maxLocals } = this.#method.code;
    const locals: number[] = [];
    const stack: number[] = [];
    for (let at = 0; at < maxLocals; at++) if (words.kinds[at] === REFERENCE) locals.push(at);
    for (let at = 0; at < words.depth; at++) if (words.kinds[maxLocals + at] === REFERENCE) stack.push(at);
    return { stackDepth: words.depth, locals: Int32Array.from(locals), stack: Int32Array.from(stack) };
  }

  /** Interprets from the nearest known state before `bci`. */
  #wordsAt(context: Context, bci: number): Words | undefined {
    let leader = bci;
    while (leader > 0 && this.#isLeader[leader] === 0) leader--;
    const known = this.#states.get(keyOf(context, leader));
    if (known === undefined) return undefined;
    const words = copyOf(known);
    for (let at = leader; at < bci; at += this.#code.bytesAt(at)) {
      if (this.#code.endsRun(at) || !this.#execute(at, words)) return undefined;
    }
    return words;
  }

  /** Marks where runs of instructions begin; false, with a problem, if the bytecode is no run of whole instructions. */
  #findLeaders(): boolean {
    const { length, handlers } = this.#method.code;
    const isBoundary = new Uint8Array(length + 1);
    this.#isLeader[0] = 1;
    for (let bci = 0; bci < length;) {
      isBoundary[bci] = 1;
      const bytes = this.#code.bytesAt(bci);
      if (bytes === 0) return this.#fail(bci, "no such instruction");
      if (bci + bytes > length) return this.#fail(bci, "the instruction is cut off");
      for (const target of this.#code.targets(bci)) {
        if (target < 0 || target >= length) return this.#fail(bci, "jump out of the method");
        this.#isLeader[target] = 1;
      }
      if (this.#code.isJsr(bci)) this.#isLeader[bci + bytes] = 1;
      bci += bytes;
    }
    for (let at = 0; at < handlers.length; at += 4) this.#isLeader[handlers[at + 2]] = 1;
    for (let bci = 0; bci < length; bci++) {
      if (this.#isLeader[bci] > isBoundary[bci]) return this.#fail(bci, "jump into an instruction");
    }
    return true;
  }

  #interpret(): void {
    const main = this.#contexts[0];
    this.#mergeInto(main, 0, this.#entryWords());
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      if (this.#problem !== undefined) return;
      const state = this.#states.get(keyOf(next.context, next.bci));
      if (state !== undefined) this.#run(next.context, next.bci, copyOf(state));
    }
  }

  #entryWords(): Words {
    const { code, descriptor, isStatic } = this.#method;
    const words: Words = { kinds: new Int32Array(code.maxLocals + code.maxStack), depth: 0 };
    let local = 0;
    if (!isStatic) words.kinds[local++] = REFERENCE;
    for (const parameter of parameterDescriptors(descriptor)) {
      for (const kind of kindsOf(parameter)) words.kinds[local++] = kind;
    }
    return words;
  }

  /** Interprets from `bci` until the run ends or falls into the next one. */
  #run(context: Context, bci: number, words: Words): void {
    const { length } = this.#method.code;
    for (let at = bci; ;) {
      this.#mergeIntoHandlers(context, at, words);
      if (this.#code.isRet(at)) return this.#leaveSubroutine(context, at, words);
      if (!this.#execute(at, words)) return;
      const next = at + this.#code.bytesAt(at);
      if (this.#code.isJsr(at)) return this.#enterSubroutine(context, at, next, words);
      for (const target of this.#code.targets(at)) this.#mergeInto(context, target, words);
      if (this.#code.endsRun(at)) return;
      if (next >= length) return void this.#fail(at, "falls off the end of the code");
      if (this.#isLeader[next] === 1) return this.#mergeInto(context, next, words);
      at = next;
    }
  }

  #mergeIntoHandlers(context: Context, bci: number, words: Words): void {
    const { handlers, maxLocals, maxStack } = this.#method.code;
    for (let at = 0; at < handlers.length; at += 4) {
      if (bci < handlers[at] || bci >= handlers[at + 1]) continue;
      if (maxStack === 0) return void this.#fail(bci, "no room for the caught exception");
      const caught: Words = { kinds: words.kinds.slice(), depth: 1 };
      caught.kinds[maxLocals] = REFERENCE;
      this.#mergeInto(context, handlers[at + 2], caught);
    }
  }

  #enterSubroutine(context: Context, bci: number, returnBci: number, words: Words): void {
    const [target] = this.#code.targets(bci);
    let inner = this.#contexts.find((one) => one.parent === context && one.returnBci === returnBci);
    if (inner === undefined) {
      if (this.#contexts.length >= contextLimit) return void this.#fail(bci, "subroutines nest too deeply");
      inner = { id: this.#contexts.length, parent: context, returnBci };
      this.#contexts.push(inner);
    }
    this.#push(bci, words, RETURN_ADDRESS + returnBci);
    this.#mergeInto(inner, target, words);
  }

  #leaveSubroutine(context: Context, bci: number, words: Words): void {
    const local = this.#code.localOperand(bci);
    const kind = local < this.#method.code.maxLocals ? words.kinds[local] : UNSET;
    for (let called: Context | undefined = context; called !== undefined; called = called.parent) {
      if (called.parent !== undefined && kind === RETURN_ADDRESS + called.returnBci) {
        return this.#mergeInto(called.parent, called.returnBci, words);
      }
    }
    this.#fail(bci, "ret without a return address");
  }

  #mergeInto(context: Context, bci: number, words: Words): void {
    const key = keyOf(context, bci);
    const known = this.#states.get(key);
    if (known === undefined) {
      this.#states.set(key, copyOf(words));
      this.#pending.push({ context, bci });
      return;
    }
    if (known.depth !== words.depth) return void this.#fail(bci, "inconsistent stack depth where paths meet");
    let changed = false;
    for (let at = 0; at < this.#method.code.maxLocals + known.depth; at++) {
      if (known.kinds[at] === words.kinds[at] || known.kinds[at] === UNSET) continue;
      known.kinds[at] = UNSET;
      changed = true;
    }
    if (changed) this.#pending.push({ context, bci });
  }

  /** The instruction's effect on `words`; false, with a problem, if it has none here. */
  #execute(bci: number, words: Words): boolean {
    const opcode = this.#code.opcodeAt(bci);
    const effect = effects[opcode];
    if (effect !== undefined) return this.#apply(bci, words, effect);
    if (opcode >= OPCODE.POP && opcode <= OPCODE.SWAP) return this.#moveWords(bci, words, opcode);
    if (opcode === OPCODE.WIDE) return this.#executeLocal(bci, words, this.#code.widenedOpcode(bci));
    if (opcode < OPCODE.POP && opcode >= OPCODE.ILOAD) return this.#executeLocal(bci, words, opcode);
    if (this.#code.isJsr(bci)) return true;
    return this.#apply(bci, words, this.#code.effectOfConstant(bci, opcode));
  }

  #apply(bci: number, words: Words, effect: string): boolean {
    const arrow = effect.indexOf(">");
    const popped = arrow < 0 ? effect : effect.slice(0, arrow);
    for (let at = popped.length - 1; at >= 0; at--) {
      if (popped[at] === "?") return this.#fail(bci, "a constant of the wrong kind");
      const wanted = popped[at] === "R" ? REFERENCE : OTHER;
      for (let word = popped[at] === "J" ? 2 : 1; word > 0; word--) {
        if (!this.#pop(bci, words, wanted)) return false;
      }
    }
    for (let at = arrow + 1; arrow >= 0 && at < effect.length; at++) {
      const kind = effect[at] === "R" ? REFERENCE : OTHER;
      for (let word = effect[at] === "J" ? 2 : 1; word > 0; word--) {
        if (!this.#push(bci, words, kind)) return false;
      }
    }
    return true;
  }

  #pop(bci: number, words: Words, wanted: number): boolean {
    if (words.depth === 0) return this.#fail(bci, "the operand stack is empty");
    const kind = words.kinds[this.#method.code.maxLocals + --words.depth];
    return kind === wanted || this.#fail(bci, "a word of the wrong kind on the operand stack");
  }

  #push(bci: number, words: Words, kind: number): boolean {
    if (words.depth >= this.#method.code.maxStack) return this.#fail(bci, "the operand stack overflows");
    words.kinds[this.#method.code.maxLocals + words.depth++] = kind;
    return true;
  }

  #moveWords(bci: number, words: Words, opcode: number): boolean {
    const [count, order] = wordMoves[opcode - OPCODE.POP];
    if (words.depth < count) return this.#fail(bci, "the operand stack is empty");
    words.depth -= count;
    const bottom = this.#method.code.maxLocals + words.depth;
    const popped = words.kinds.slice(bottom, bottom + count);
    for (const from of order) if (!this.#push(bci, words, popped[from])) return false;
    return true;
  }

  /** Loads and stores of locals, iinc, all their short and wide forms. */
  #executeLocal(bci: number, words: Words, opcode: number): boolean {
    if (opcode === OPCODE.IINC) return this.#hasLocal(bci, words, this.#code.localOperand(bci), OTHER);
    const isLoad = opcode < OPCODE.ISTORE;
    const [type, local] = this.#code.localOf(bci, opcode);
    const size = type === "J" ? 2 : 1;
    if (local + size > this.#method.code.maxLocals) return this.#fail(bci, "no such local");
    const { kinds } = words;
    for (let word = 0; word < size; word++) {
      if (isLoad) {
        const kind = type === "R" ? REFERENCE : OTHER;
        if (!this.#hasLocal(bci, words, local + word, kind) || !this.#push(bci, words, kind)) return false;
      } else {
        const top = words.depth > 0 ? kinds[this.#method.code.maxLocals + words.depth - 1] : UNSET;
        const kind = type === "R" && top >= RETURN_ADDRESS ? top : type === "R" ? REFERENCE : OTHER;
        if (!this.#pop(bci, words, kind)) return false;
        kinds[local + word] = kind;
      }
    }
    return true;
  }

  #hasLocal(bci: number, words: Words, local: number, kind: number): boolean {
    if (local < this.#method.code.maxLocals && words.kinds[local] === kind) return true;
    return this.#fail(bci, `local ${local} does not hold what is read`);
  }

  #fail(bci: number, what: string): false {
    this.#problem ??= `${what} (bytecode index ${bci})`;
    return false;
  }
}

function keyOf(context: Context, bci: number): number {
  return context.id * 0x10000 + bci;
}

function copyOf(words: Words): Words {
  return { kinds: words.kinds.slice(), depth: words.depth };
}

function kindsOf(descriptor: string): readonly number[] {
  const letter = letterOf(descriptor);
  return letter === "R" ? [REFERENCE] : letter === "J" ? [OTHER, OTHER] : [OTHER];
}
