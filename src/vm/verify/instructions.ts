/** What each instruction needs and leaves (JVMS 4.10.1.9). Where it goes next is the caller's business. */
import { classConstant, loadConstant, loadWideConstant } from "./constants.ts";
import { accessField, invoke } from "./members.ts";
import { mnemonic } from "./mnemonics.ts";
import type { Operands } from "./operands.ts";
import { simpleEffects } from "./simple-effects.ts";
import { isNamed, TYPE, uninitialized } from "./types.ts";

const LETTERS: Readonly<Record<string, number>> = {
  I: TYPE.INT,
  F: TYPE.FLOAT,
  J: TYPE.LONG,
  D: TYPE.DOUBLE,
  N: TYPE.NULL,
  A: TYPE.ANY_REFERENCE,
};
const LOCAL_TYPES = [TYPE.INT, TYPE.LONG, TYPE.FLOAT, TYPE.DOUBLE, TYPE.ANY_REFERENCE];
/** From iaload on: letter of the element, letters of the arrays. */
const ARRAY_KINDS = ["I", "J", "F", "D", "A", "I", "I", "I"];
const ARRAY_ELEMENTS = ["I", "J", "F", "D", "L[", "BZ", "C", "S"];
const OLD_ARRAYS = [
  "ints",
  "longs",
  "floats",
  "doubles",
  "objects or arrays",
  "bytes or Booleans",
  "chars",
  "shorts",
];
/** Kinds of newarray from 4 on. */
const NEW_ARRAYS = ["[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J"];
const DIMENSIONS_MAX = 255;
const WIDE = 196;
const IINC = 132;

/** Executes the instruction at `x.bci` on `x.frame`; jumps, jsr and ret pop and push, but go nowhere. */
export function execute(x: Operands): void {
  const { subject } = x.bench;
  const opcode = subject.u1(x.bci);
  const effect = simpleEffects[opcode];
  if (effect !== undefined) return applyEffect(x, effect);
  if (opcode === WIDE) return accessLocal(x, subject.u1(x.bci + 1), subject.u2(x.bci + 2));
  if (opcode <= 20)
    return opcode === 20
      ? loadWideConstant(x, subject.u2(x.bci + 1))
      : loadConstant(x, opcode === 18 ? subject.u1(x.bci + 1) : subject.u2(x.bci + 1));
  if (opcode <= 25 || (opcode >= 54 && opcode <= 58) || opcode === IINC)
    return accessLocal(x, opcode, subject.u1(x.bci + 1));
  if (opcode <= 45) return accessLocal(x, 21 + ((opcode - 26) >> 2), (opcode - 26) & 3);
  if (opcode <= 53) return loadElement(x, opcode - 46);
  if (opcode <= 78) return accessLocal(x, 54 + ((opcode - 59) >> 2), (opcode - 59) & 3);
  if (opcode <= 86) return storeElement(x, opcode - 79);
  if (opcode <= 95) return moveWords(x, opcode);
  if (opcode >= 172 && opcode <= 177) return returnValue(x, opcode);
  if (opcode >= 178 && opcode <= 181) return accessField(x, opcode);
  if (opcode >= 182 && opcode <= 186) return invoke(x, opcode);
  objectInstruction(x, opcode);
}

function applyEffect(x: Operands, effect: string): void {
  const arrow = effect.indexOf(">");
  for (let at = (arrow < 0 ? effect.length : arrow) - 1; at >= 0; at--) x.pop(LETTERS[effect[at]]);
  if (arrow >= 0) x.push(LETTERS[effect[arrow + 1]]);
}

/** Loads, stores and iinc, by the opcodes of their long forms. */
function accessLocal(x: Operands, opcode: number, local: number): void {
  if (opcode === IINC) x.load(local, TYPE.INT);
  else if (opcode <= 25) x.push(x.load(local, LOCAL_TYPES[opcode - 21]));
  else if (opcode === 58 && x.bench.isOld) x.store(local, x.popStorable());
  else if (opcode <= 58) x.store(local, x.pop(LOCAL_TYPES[opcode - 54]));
}

/** Pops index and array; the array's type, or TOP with a finding. */
function popArray(x: Operands, kind: number): number {
  x.pop(TYPE.INT);
  const array = x.pop(TYPE.ANY_REFERENCE);
  if (x.bench.types.isArrayOf(array, ARRAY_ELEMENTS[kind])) return array;
  const name = mnemonic(x.bench.subject.u1(x.bci));
  const old = `Expecting to find array of ${OLD_ARRAYS[kind]} on stack`;
  x.failTop(x.bench.isOld ? old : `Bad type on operand stack in ${name}`, wantedArray(x, kind));
  return TYPE.TOP;
}

/** What a message says was wanted; bytes and booleans share their instructions. */
function wantedArray(x: Operands, kind: number): number | undefined {
  if (kind === 5) return undefined;
  return kind === 4 ? TYPE.ANY_REFERENCE : x.bench.types.named(`[${ARRAY_ELEMENTS[kind]}`);
}

function loadElement(x: Operands, kind: number): void {
  const array = popArray(x, kind);
  if (array === TYPE.TOP) return;
  x.push(kind === 4 ? x.bench.types.componentOf(array) : LETTERS[ARRAY_KINDS[kind]]);
}

function storeElement(x: Operands, kind: number): void {
  x.pop(kind === 4 ? x.bench.types.object : LETTERS[ARRAY_KINDS[kind]]);
  popArray(x, kind);
}

/** pop … swap. Pairs are two values of one word, or one of two. */
function moveWords(x: Operands, opcode: number): void {
  const push = (...words: readonly number[]): void => {
    if (!x.bench.findings.failed) for (const word of words) x.pushWord(word);
  };
  switch (opcode) {
    case 87:
      return void x.popSingle();
    case 88:
      return void x.popPair();
    case 92: {
      const pair = x.popPair();
      return push(...pair, ...pair);
    }
    case 93: {
      const pair = x.popPair();
      return push(...pair, x.popSingle(), ...pair);
    }
    case 94: {
      const pair = x.popPair();
      return push(...pair, ...x.popPair(), ...pair);
    }
    default: {
      const top = x.popSingle();
      if (opcode === 89) return push(top, top);
      if (opcode === 90) return push(top, x.popSingle(), top);
      if (opcode === 91) return push(top, ...x.popPair(), top);
      return push(top, x.popSingle());
    }
  }
}

function returnValue(x: Operands, opcode: number): void {
  const { subject, types, isOld } = x.bench;
  const wanted = types.resultOf(subject.method.descriptor);
  if (opcode === 177) {
    if (wanted !== TYPE.TOP)
      return x.fail(isOld ? "Wrong return type in function" : "Method expects a return value");
    if (subject.isConstructor && x.frame.thisUninitialized) {
      x.fail(
        isOld
          ? "Constructor must call super() or this()"
          : "Constructor must call super() or this() before return",
      );
    }
    return;
  }
  const got = x.pop(LOCAL_TYPES[opcode - 172]);
  if (x.bench.findings.failed) return;
  if (wanted !== TYPE.TOP && x.bench.world.isAssignable(got, wanted)) return;
  const what = wanted === TYPE.TOP ? "Method does not expect a return value" : "Bad return type";
  const reason = `Type ${types.text(got)} (current frame, stack[${x.frame.depth}]) is not assignable to ${types.text(wanted)} (from method signature)`;
  x.fail(isOld ? "Wrong return type in function" : what, reason, x.shown());
}

function objectInstruction(x: Operands, opcode: number): void {
  const { subject, types } = x.bench;
  switch (opcode) {
    case 187:
      return makeObject(x);
    case 188:
      return makeArray(x, subject.u1(x.bci + 1));
    case 189:
      return makeArrayOf(x);
    case 190: {
      const array = x.pop(TYPE.ANY_REFERENCE);
      if (array === TYPE.NULL || types.isArray(array)) return x.push(TYPE.INT);
      return x.failTop(
        x.bench.isOld ? "Expecting to find array on stack" : "Bad type on operand stack in arraylength",
      );
    }
    case 191:
      return void x.pop(types.throwable, "Can only throw Throwable objects");
    case 192:
    case 193: {
      const type = classConstant(x, subject.u2(x.bci + 1));
      x.pop(types.object);
      return x.push(opcode === 192 ? type : TYPE.INT);
    }
    case 197:
      return makeMultiArray(x);
    default:
      if (x.bench.isOld && opcode <= 201) return;
      x.fail(`Bad instruction: ${opcode.toString(16).padStart(2, "0")}`);
  }
}

/** Objects that this instruction made before, and that are not initialised, are of no use any more. */
function makeObject(x: Operands): void {
  const type = classConstant(x, x.bench.subject.u2(x.bci + 1));
  if (x.bench.findings.failed) return;
  if (x.bench.types.isArray(type)) {
    const reason = `Invalid type: ${x.bench.types.text(type)} (constant pool ${x.bench.subject.u2(x.bci + 1)})`;
    return x.fail(x.bench.isOld ? "Illegal type in constant pool" : "Illegal new instruction", reason);
  }
  const made = uninitialized(x.bci);
  if (x.frame.stack.subarray(0, x.frame.depth).includes(made)) {
    const what = x.bench.isOld
      ? "Uninitialized object on stack at creating point"
      : "Bad type on operand stack in new";
    return x.fail(what, `Invalid type: ${x.bench.types.text(made)}`, x.shown());
  }
  x.frame.replace(made, TYPE.TOP, false);
  x.push(made);
}

function makeArray(x: Operands, kind: number): void {
  const name = NEW_ARRAYS[kind - 4];
  if (name === undefined) {
    return x.fail(x.bench.isOld ? "Bad type passed to newarray" : "Illegal newarray instruction");
  }
  x.pop(TYPE.INT);
  x.push(x.bench.types.named(name));
}

function makeArrayOf(x: Operands): void {
  const { types, isOld } = x.bench;
  const component = classConstant(x, x.bench.subject.u2(x.bci + 1));
  x.pop(TYPE.INT);
  if (!isNamed(component)) return;
  const name = types.nameOf(component);
  if (name[0] === "[" && name[DIMENSIONS_MAX - 1] === "[") {
    const what = "Illegal anewarray instruction, array has more than 255 dimensions";
    return x.fail(isOld ? "Array with too many dimensions" : what);
  }
  x.push(types.named(name[0] === "[" ? `[${name}` : `[L${name};`));
}

function makeMultiArray(x: Operands): void {
  const { types, subject, isOld } = x.bench;
  const array = classConstant(x, subject.u2(x.bci + 1));
  if (x.bench.findings.failed) return;
  const count = subject.u1(x.bci + 3);
  if (!types.isArray(array)) {
    const what = "Illegal constant pool index in multianewarray instruction";
    return x.fail(isOld ? "Illegal creation of multi-dimensional array" : what);
  }
  const dimensions = types.nameOf(array).lastIndexOf("[") + 1;
  if (count < 1 || dimensions < count) {
    return x.fail(
      isOld ? "Illegal dimension argument" : `Illegal dimension in multianewarray instruction: ${count}`,
    );
  }
  for (let at = 0; at < count; at++) x.pop(TYPE.INT);
  x.push(array);
}
