/**
 * Type inference for class files without StackMapTables (JVMS 4.10.2): frames are carried along all paths until nothing
 * changes. A subroutine is followed once for each way it is called, so that its callers' types stay known.
 */
import { OPCODE } from "../bytecode-effects.ts";
import { checkHandlers, enterMethod } from "./enter.ts";
import { TypeFrame } from "./frame.ts";
import { execute } from "./instructions.ts";
import { wayOf } from "./jumps.ts";
import { type Bench, Operands } from "./operands.ts";
import { BOUNDARY } from "./subject.ts";
import { isNamed, isReturnAddress, returnAddress, TYPE } from "./types.ts";

const CONTEXTS_MAX = 512;
const FRAME_SHIFT = 0x10000;

/** A way into a subroutine: from which jsr, in which context. Number 0 is the method itself. */
interface Context {
  readonly id: number;
  readonly parent: Context | undefined;
  readonly entryBci: number;
  readonly returnBci: number;
}

/** Steps are instructions looked at; what is wrong is among the findings. */
export function inferMethod(bench: Bench): number {
  return new MethodInference(bench).infer();
}

class MethodInference {
  readonly #bench: Bench;
  readonly #x: Operands;
  readonly #isLeader: Uint8Array;
  /** Frames where runs of instructions begin, by context and bci. */
  readonly #states = new Map<number, TypeFrame>();
  readonly #contexts: Context[] = [{ id: 0, parent: undefined, entryBci: -1, returnBci: -1 }];
  readonly #pending: { readonly context: Context; readonly bci: number }[] = [];
  readonly #caught: TypeFrame;
  #steps = 0;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#x = new Operands(bench);
    this.#isLeader = new Uint8Array(bench.subject.code.length + 1);
    this.#caught = new TypeFrame(
      this.#x.frame.locals,
      new Int32Array(Math.max(1, bench.subject.code.maxStack)),
    );
  }

  get #isOver(): boolean {
    return this.#bench.findings.failed || this.#bench.world.isBroken;
  }

  infer(): number {
    const bad = this.#bench.subject.scan();
    if (bad >= 0) this.#bench.findings.fail(bad, "Illegal instruction found");
    enterMethod(this.#x);
    if (!this.#isOver) checkHandlers(this.#bench);
    if (!this.#isOver) this.#findLeaders();
    if (!this.#isOver) this.#merge(this.#contexts[0], 0, this.#x.frame);
    for (let next = this.#pending.pop(); next !== undefined && !this.#isOver; next = this.#pending.pop()) {
      const state = this.#states.get(keyOf(next.context, next.bci));
      if (state === undefined) continue;
      this.#x.frame.copyFrom(state);
      this.#run(next.context, next.bci);
    }
    return this.#steps;
  }

  /** Marks where paths can meet; jumps must lead to instructions. */
  #findLeaders(): void {
    const { subject, findings } = this.#bench;
    const { code, boundaries } = subject;
    for (let bci = 0; bci < code.length && !findings.failed; bci += subject.bytesAt(bci)) {
      this.#x.begin(bci);
      const { targets } = wayOf(this.#x);
      for (const target of targets) {
        const isBad = target < 0 || target >= code.length || boundaries[target] === BOUNDARY.NONE;
        if (isBad) findings.fail(bci, "Illegal target of jump or branch");
        else this.#isLeader[target] = 1;
      }
      if (isJsr(subject.u1(bci))) this.#isLeader[bci + subject.bytesAt(bci)] = 1;
    }
    for (let at = 0; at < code.handlers.length; at += 4) this.#isLeader[code.handlers[at + 2]] = 1;
  }

  #run(context: Context, from: number): void {
    const { subject, findings } = this.#bench;
    const { frame } = this.#x;
    for (let bci = from; ;) {
      this.#x.begin(bci);
      this.#bench.observe?.(subject.method, bci, context.id, frame);
      this.#steps++;
      this.#mergeIntoHandlers(context, bci);
      if (this.#isOver) return;
      execute(this.#x);
      const next = bci + subject.bytesAt(bci);
      const way = wayOf(this.#x);
      if (this.#isOver) return;
      if (isJsr(subject.u1(bci))) return this.#enterSubroutine(context, way.targets[0], next);
      if (this.#isRet(bci)) return this.#leaveSubroutine(context, bci);
      for (const target of way.targets) this.#merge(context, target, frame);
      if (!way.goesOn || this.#isOver) return;
      if (next >= subject.code.length) return findings.fail(bci, "Falling off the end of the code");
      if (this.#isLeader[next] === 1) return this.#merge(context, next, frame);
      bci = next;
    }
  }

  #isRet(bci: number): boolean {
    const { subject } = this.#bench;
    const opcode = subject.u1(bci);
    return opcode === OPCODE.RET || (opcode === OPCODE.WIDE && subject.u1(bci + 1) === OPCODE.RET);
  }

  #mergeIntoHandlers(context: Context, bci: number): void {
    const { subject, types } = this.#bench;
    const { handlers, maxStack } = subject.code;
    for (let at = 0; at < handlers.length && !this.#isOver; at += 4) {
      if (bci < handlers[at] || bci >= handlers[at + 1]) continue;
      if (maxStack === 0) return this.#x.fail("Stack size too large");
      const type = handlers[at + 3];
      this.#caught.stack[0] =
        type === 0 ? types.throwable : types.named(subject.file.constants.className(type));
      this.#caught.depth = 1;
      this.#caught.thisUninitialized = this.#x.frame.thisUninitialized;
      this.#merge(context, handlers[at + 2], this.#caught);
    }
  }

  #enterSubroutine(context: Context, entryBci: number, returnBci: number): void {
    for (let at: Context | undefined = context; at !== undefined; at = at.parent) {
      if (at.entryBci === entryBci) return this.#x.fail("Recursive call to jsr entry");
    }
    let inner = this.#contexts.find((each) => each.parent === context && each.returnBci === returnBci);
    if (inner === undefined) {
      if (this.#contexts.length >= CONTEXTS_MAX) return this.#x.fail("Subroutines nest too deeply");
      inner = { id: this.#contexts.length, parent: context, entryBci, returnBci };
      this.#contexts.push(inner);
    }
    this.#x.push(returnAddress(returnBci));
    if (!this.#isOver) this.#merge(inner, entryBci, this.#x.frame);
  }

  #leaveSubroutine(context: Context, bci: number): void {
    const { subject } = this.#bench;
    const { frame } = this.#x;
    const local = subject.u1(bci) === OPCODE.WIDE ? subject.u2(bci + 2) : subject.u1(bci + 1);
    const type = local < frame.locals.length ? frame.locals[local] : TYPE.TOP;
    if (type === TYPE.TOP) return this.#x.fail(`Accessing value from uninitialized register ${local}`);
    if (!isReturnAddress(type)) return this.#x.fail(`Register ${local} contains wrong type`);
    for (let at: Context | undefined = context; at?.parent !== undefined; at = at.parent) {
      if (type === returnAddress(at.returnBci)) return this.#merge(at.parent, at.returnBci, frame);
    }
    this.#x.fail("Illegal return from subroutine");
  }

  #merge(context: Context, bci: number, frame: TypeFrame): void {
    const { findings, subject } = this.#bench;
    const key = keyOf(context, bci);
    const known = this.#states.get(key);
    findings.spend(this.#x.bci, frame.locals.length + frame.depth);
    if (bci >= subject.code.length) return findings.fail(this.#x.bci, "Falling off the end of the code");
    if (known === undefined) {
      findings.spend(this.#x.bci, 4 * (frame.locals.length + frame.stack.length));
      this.#states.set(key, frame.clone());
      this.#pending.push({ context, bci });
      return;
    }
    if (known.depth !== frame.depth) {
      return findings.fail(bci, `Inconsistent stack height ${frame.depth} != ${known.depth}`);
    }
    const wasUninitialized = known.thisUninitialized;
    known.thisUninitialized ||= frame.thisUninitialized;
    let changed = known.thisUninitialized !== wasUninitialized;
    for (let at = 0; at < known.locals.length; at++)
      changed = this.#mergeWord(known.locals, frame.locals, at) || changed;
    for (let at = 0; at < known.depth; at++) {
      changed = this.#mergeWord(known.stack, frame.stack, at) || changed;
      if (known.stack[at] === TYPE.TOP) return findings.fail(bci, "Mismatched stack types");
    }
    if (changed) this.#pending.push({ context, bci });
  }

  #mergeWord(known: Int32Array, arriving: Int32Array, at: number): boolean {
    const [one, other] = [known[at], arriving[at]];
    if (one === other || one === TYPE.TOP) return false;
    known[at] = this.#common(one, other);
    return known[at] !== one;
  }

  #common(one: number, other: number): number {
    if (one === TYPE.NULL && isNamed(other)) return other;
    if (other === TYPE.NULL && isNamed(one)) return one;
    return isNamed(one) && isNamed(other) ? this.#bench.world.commonSuper(one, other) : TYPE.TOP;
  }
}

function isJsr(opcode: number): boolean {
  return opcode === OPCODE.JSR || opcode === OPCODE.JSR_W;
}

function keyOf(context: Context, bci: number): number {
  return context.id * FRAME_SHIFT + bci;
}
