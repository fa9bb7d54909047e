/**
 * Whether a frame of one version of a method can go on in another: both have the same instructions at the same places, with the same types,
 * and differ in constants alone. Then whoever stands in the one stands in the other with locals and operands of the right types, since
 * what led there would have led there in the other too.
 */
import { Bytecode } from "../bytecode.ts";
import { OPCODE } from "../bytecode-effects.ts";
import type { ClassFile, CodeInfo } from "../classfile/class-file.ts";
import { CONSTANT, type ConstantPool } from "../classfile/constants.ts";
import type { RuntimeMethod } from "../runtime.ts";

export function haveSameShape(left: RuntimeMethod, right: RuntimeMethod): boolean {
  const sides = [sideOf(left), sideOf(right)] as const;
  const [from, to] = sides;
  if (from === undefined || to === undefined) return false;
  const isSame =
    left.isStatic === right.isStatic &&
    left.isSynchronized === right.isSynchronized &&
    from.code.maxStack === to.code.maxStack &&
    from.code.maxLocals === to.code.maxLocals &&
    from.code.length === to.code.length;
  return isSame && handlersOf(from) === handlersOf(to) && haveSameInstructions(from, to);
}

interface Side {
  readonly file: ClassFile;
  readonly code: CodeInfo;
}

function sideOf({ owner: { file }, code }: RuntimeMethod): Side | undefined {
  return file === undefined || code === undefined ? undefined : { file, code };
}

function handlersOf({ file, code }: Side): string {
  const words = [...code.handlers];
  return words
    .map((word, index) => (index % 4 === 3 && word !== 0 ? file.constants.className(word) : word))
    .join();
}

function haveSameInstructions(left: Side, right: Side): boolean {
  const code = new Bytecode(left.code, left.file.constants);
  const other = new Bytecode(right.code, right.file.constants);
  for (let bci = 0; bci < left.code.length;) {
    const length = code.bytesAt(bci);
    if (length === 0 || length !== other.bytesAt(bci)) return false;
    if (instructionText(left, bci, length) !== instructionText(right, bci, length)) return false;
    bci += length;
  }
  return true;
}

/** First opcodes of the instructions that push a small constant, and those after the last of each kind. */
const SMALL_CONSTANTS = [2, 9, 11, 14, 16] as const;
const PUSH_BYTE = 16;
const PUSH_SHORT = 17;

/** The instruction without what a changed constant changes. */
function instructionText({ file, code }: Side, bci: number, length: number): string {
  const { bytes, constants } = file;
  const at = code.offset + bci;
  const opcode = bytes[at];
  if (opcode === PUSH_BYTE || opcode === PUSH_SHORT) return `${opcode}`;
  const small = SMALL_CONSTANTS.findLastIndex((first) => first <= opcode);
  if (small >= 0 && opcode < PUSH_BYTE) return `constant ${small}`;
  if (opcode === OPCODE.LDC) return `${opcode} ${constantText(constants, bytes[at + 1])}`;
  if (!namesConstant(opcode)) return bytes.subarray(at, at + length).join();
  const rest = bytes.subarray(at + 3, at + length).join();
  return `${opcode} ${constantText(constants, (bytes[at + 1] << 8) | bytes[at + 2])} ${rest}`;
}

/** Opcodes with two bytes that name a constant: ldc_w, ldc2_w; fields, calls and new; anewarray; checkcast, instanceof; multianewarray. */
function namesConstant(opcode: number): boolean {
  return (
    (opcode >= OPCODE.LDC_W && opcode <= OPCODE.LDC_W + 1) ||
    (opcode >= OPCODE.GETSTATIC && opcode <= NEW) ||
    (opcode >= ANEWARRAY && opcode <= INSTANCEOF && opcode !== ARRAYLENGTH && opcode !== OPCODE.ATHROW) ||
    opcode === OPCODE.MULTIANEWARRAY
  );
}

const NEW = 187;
const ANEWARRAY = 189;
const ARRAYLENGTH = 190;
const INSTANCEOF = 193;

function constantText(constants: ConstantPool, index: number): string {
  const tag = constants.tagAt(index);
  switch (tag) {
    case CONSTANT.Class:
      return `class ${constants.className(index)}`;
    case CONSTANT.Fieldref:
    case CONSTANT.Methodref:
    case CONSTANT.InterfaceMethodref: {
      const { className, name, descriptor } = constants.member(index);
      return `${tag} ${className}.${name}${descriptor}`;
    }
    case CONSTANT.InvokeDynamic: {
      const { name, descriptor } = constants.dynamic(index);
      return `${tag} ${name}${descriptor}`;
    }
    default:
      return `${tag}`;
  }
}
