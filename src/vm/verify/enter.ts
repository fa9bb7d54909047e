/** What both verifiers do before the first instruction. */
import type { Bench, Operands } from "./operands.ts";
import { BOUNDARY } from "./subject.ts";
import { TYPE } from "./types.ts";

/** Lays out the receiver and the parameters. The parser has seen to it that they fit. */
export function enterMethod(x: Operands): void {
  const { subject, types } = x.bench;
  const { frame } = x;
  let local = 0;
  if (!subject.isStatic) {
    const isUninitialized = subject.isConstructor && subject.of.name !== "java/lang/Object";
    frame.thisUninitialized = isUninitialized;
    frame.setLocal(local++, isUninitialized ? TYPE.UNINITIALIZED_THIS : types.named(subject.of.name));
  }
  for (const type of types.parametersOf(subject.method.descriptor)) {
    frame.setLocal(local, type);
    local += type === TYPE.LONG || type === TYPE.DOUBLE ? 2 : 1;
  }
}

/** Ranges and targets must be instructions, catch types exceptions. */
export function checkHandlers(bench: Bench): void {
  const { subject, findings, types, world, isOld } = bench;
  const { handlers, length } = subject.code;
  const isInstruction = (bci: number): boolean => bci < length && subject.boundaries[bci] !== BOUNDARY.NONE;
  for (let at = 0; at < handlers.length && !findings.failed; at += 4) {
    const [start, end, handler, type] = handlers.subarray(at, at + 4);
    if (!isInstruction(start)) findings.failFormat(start, `Illegal exception table start_pc ${start}`);
    if (end !== length && !isInstruction(end))
      findings.failFormat(end, `Illegal exception table end_pc ${end}`);
    if (!isInstruction(handler))
      findings.failFormat(handler, `Illegal exception table handler_pc ${handler}`);
    if (type === 0 || findings.failed) continue;
    const caught = types.named(subject.file.constants.className(type));
    if (world.isAssignable(caught, types.throwable)) continue;
    const what = isOld
      ? "catch_type not a subclass of Throwable"
      : `Catch type is not a subclass of Throwable in exception handler ${handler}`;
    const reason = `Type ${types.text(caught)} (constant pool ${type}) is not assignable to ${types.text(types.throwable)}`;
    findings.fail(handler, what, reason);
  }
}
