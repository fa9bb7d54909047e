/** Type checking by a method's StackMapTable (JVMS 4.10.1): one pass, in the order of the bytecode. */
import { TypeFrame } from "./frame.ts";
import { checkHandlers, enterMethod } from "./enter.ts";
import { execute } from "./instructions.ts";
import { wayOf } from "./jumps.ts";
import { type Bench, Operands } from "./operands.ts";
import { BAD_CODE, type ShownFrame } from "./problem.ts";
import { readStackMap, type StackMap } from "./stack-map.ts";
import { BOUNDARY } from "./subject.ts";
import { TYPE } from "./types.ts";

/** Steps are instructions looked at; what is wrong is among the findings. */
export function checkMethod(bench: Bench): number {
  return new MethodChecker(bench).check();
}

class MethodChecker {
  readonly #bench: Bench;
  readonly #x: Operands;
  #map: StackMap = { bcis: [], frames: new Map() };
  readonly #caught: TypeFrame;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#x = new Operands(bench);
    this.#caught = new TypeFrame(this.#x.frame.locals, new Int32Array(1));
  }

  get #isOver(): boolean {
    return this.#bench.findings.failed || this.#bench.world.isBroken;
  }

  check(): number {
    const { subject, findings } = this.#bench;
    const bad = subject.scan();
    if (bad >= 0) findings.fail(bad, "Bad instruction");
    enterMethod(this.#x);
    if (!this.#isOver) checkHandlers(this.#bench);
    if (this.#isOver) return 0;
    this.#map = readStackMap(this.#bench, this.#x.frame);
    let steps = 0;
    let next = 0;
    let falls = true;
    for (let bci = 0; bci < subject.code.length && !this.#isOver; bci += subject.bytesAt(bci)) {
      this.#x.begin(bci);
      next = this.#meetFrame(bci, next, falls);
      if (this.#isOver) break;
      this.#x.begin(bci);
      this.#bench.observe?.(subject.method, bci, 0, this.#x.frame);
      falls = this.#step(bci);
      steps++;
    }
    if (falls && !this.#isOver) findings.fail(subject.code.length, "Control flow falls through code end");
    return steps;
  }

  /** The frame of the table at `bci` takes over, if there is one; there must be where nothing falls through. */
  #meetFrame(bci: number, next: number, falls: boolean): number {
    const { findings } = this.#bench;
    const { bcis, frames } = this.#map;
    if (next === bcis.length) {
      if (!falls) findings.fail(bci, "Expecting a stack map frame", BAD_CODE);
      return next;
    }
    const at = bcis[next];
    const frame = frames.get(at);
    if (at > bci || frame === undefined) {
      if (!falls)
        findings.fail(bci, "Expecting a stack map frame", "Expected stackmap frame at this location.");
      return next;
    }
    if (at < bci) {
      findings.failFormat(bci, `Bad stack map offset ${at}`);
      return next;
    }
    if (falls) this.#match(this.#x.frame, bci, "Instruction type does not match stack map");
    this.#x.frame.copyFrom(frame);
    return next + 1;
  }

  /** One instruction; whether it can fall through to the next one. */
  #step(bci: number): boolean {
    const { subject, findings } = this.#bench;
    const { frame } = this.#x;
    const opcode = subject.u1(bci);
    const covered = this.#isCovered(bci);
    // A store changes what the handlers see; they must be content with what was before.
    const isStore = (opcode >= 54 && opcode <= 58) || (opcode >= 59 && opcode <= 78);
    const isWideStore = opcode === 196 && subject.u1(bci + 1) >= 54 && subject.u1(bci + 1) <= 58;
    const before = covered && (isStore || isWideStore);
    if (before) this.#matchHandlers(bci, frame.thisUninitialized);
    const wasUninitialized = frame.thisUninitialized;
    this.#x.beforeInitialized = (type) => covered && this.#matchHandlersOfInit(bci, type);
    execute(this.#x);
    if (this.#isOver) return false;
    const way = wayOf(this.#x);
    for (const target of way.targets) this.#jump(bci, target);
    if (covered && !before && !findings.failed) this.#matchHandlers(bci, wasUninitialized);
    return way.goesOn;
  }

  #isCovered(bci: number): boolean {
    const { handlers } = this.#bench.subject.code;
    for (let at = 0; at < handlers.length; at += 4) {
      if (bci >= handlers[at] && bci < handlers[at + 1]) return true;
    }
    return false;
  }

  /** A handler around super() or this() must not return; all handlers see the locals before the object is initialised. */
  #matchHandlersOfInit(bci: number, type: number): void {
    const { subject, findings } = this.#bench;
    const { handlers } = subject.code;
    if (type === TYPE.UNINITIALIZED_THIS) {
      for (let at = 0; at < handlers.length; at += 4) {
        if (bci < handlers[at] || bci >= handlers[at + 1]) continue;
        if (!this.#endsInThrow(handlers[at + 2])) {
          return findings.fail(bci, "Bad <init> method call from after the start of a try block");
        }
      }
    }
    this.#matchHandlers(bci, this.#x.frame.thisUninitialized);
  }

  /** Whether no way from `bci` leads to a return. */
  #endsInThrow(bci: number): boolean {
    const { subject } = this.#bench;
    const seen = new Set<number>();
    const open = [bci];
    const x = new Operands(this.#bench);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at) || at < 0 || at >= subject.code.length || subject.boundaries[at] === BOUNDARY.NONE)
        continue;
      seen.add(at);
      const opcode = subject.u1(at);
      if (opcode >= 172 && opcode <= 177) return false;
      x.bci = at;
      const way = wayOf(x);
      open.push(...way.targets);
      if (way.goesOn) open.push(at + subject.bytesAt(at));
    }
    return true;
  }

  #matchHandlers(bci: number, thisUninitialized: boolean): void {
    const { subject, types } = this.#bench;
    const { handlers, maxStack } = subject.code;
    for (let at = 0; at < handlers.length && !this.#isOver; at += 4) {
      if (bci < handlers[at] || bci >= handlers[at + 1]) continue;
      const caught = this.#caught;
      caught.thisUninitialized = thisUninitialized;
      caught.depth = 1;
      caught.localCount = this.#x.frame.localCount;
      const type = handlers[at + 3];
      caught.stack[0] = type === 0 ? types.throwable : types.named(subject.file.constants.className(type));
      if (maxStack === 0)
        return this.#x.fail("Operand stack overflow", "Exceeded max stack size.", this.#x.shown());
      this.#match(
        caught,
        handlers[at + 2],
        `Stack map does not match the one at exception handler ${handlers[at + 2]}`,
      );
    }
  }

  #jump(bci: number, target: number): void {
    if (this.#isOver) return;
    this.#x.bci = bci;
    this.#match(this.#x.frame, target, `Inconsistent stackmap frames at branch target ${target}`);
  }

  /** Checks that `frame` may go where the table has a frame for `bci`. */
  #match(frame: TypeFrame, bci: number, what: string): void {
    const { findings, types, world } = this.#bench;
    const target = this.#map.frames.get(bci);
    if (target === undefined) {
      const reason = "Expected stackmap frame at this location.";
      return findings.fail(this.#x.bci, `Expecting a stackmap frame at branch target ${bci}`, reason);
    }
    const fail = (reason: string): void => findings.fail(bci, what, reason, this.#both(frame, bci, target));
    findings.spend(this.#x.bci, target.locals.length + frame.depth);
    if (frame.depth !== target.depth) {
      const reason = "Current frame's stack size doesn't match stackmap.";
      return findings.fail(this.#x.bci, what, reason, this.#both(frame, bci, target));
    }
    for (const part of ["locals", "stack"] as const) {
      const end = part === "locals" ? target.locals.length : frame.depth;
      for (let at = 0; at < end; at++) {
        const [from, to] = [frame[part][at], target[part][at]];
        if (from === to || world.isAssignable(from, to)) continue;
        const left = `${types.text(from)} (current frame, ${part}[${at}])`;
        return fail(`Type ${left} is not assignable to ${types.text(to)} (stack map, ${part}[${at}])`);
      }
    }
    if (frame.thisUninitialized && !target.thisUninitialized) {
      fail("Current frame's flags are not assignable to stack map frame's.");
    }
  }

  #both(frame: TypeFrame, bci: number, target: TypeFrame): ShownFrame[] {
    const current: ShownFrame = { title: "Current Frame", bci: this.#x.bci, frame, depth: frame.depth };
    return [
      ...(frame === this.#x.frame ? this.#x.shown() : [current]),
      { title: "Stackmap Frame", bci, frame: target, depth: target.depth },
    ];
  }
}
