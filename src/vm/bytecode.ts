/** One method's bytecode: its instructions, read by bytecode index. */
import { instructionBytes, OPCODE, readInt, switchDistances } from "./bytecode-effects.ts";
import type { CodeInfo } from "./classfile/class-file.ts";
import { CONSTANT, type ConstantPool } from "./classfile/constants.ts";
import { parameterDescriptors, returnDescriptor } from "./classfile/descriptors.ts";

export class Bytecode {
  readonly #constants: ConstantPool;
  readonly #bytes: Uint8Array;
  readonly #start: number;

  constructor(code: CodeInfo, constants: ConstantPool) {
    this.#constants = constants;
    this.#bytes = constants.bytes;
    this.#start = code.offset;
  }

  /** The effect (see bytecode-effects.ts) of an instruction that names a constant; "?" if the constant is of no use to it. */
  effectOfConstant(bci: number, opcode: number): string {
    const constants = this.#constants;
    const index = this.#poolIndex(bci, opcode);
    const tag = constants.tagAt(index);
    if (opcode === OPCODE.LDC || opcode === OPCODE.LDC_W) {
      return tag === CONSTANT.Dynamic
        ? `>${letterOf(constants.dynamic(index).descriptor)}`
        : effectOfLdc(tag);
    }
    if (opcode === OPCODE.MULTIANEWARRAY) return `${"I".repeat(this.#bytes[this.#start + bci + 3])}>R`;
    const field = opcode <= OPCODE.PUTFIELD;
    if (!isMemberTag(tag, field, opcode === OPCODE.INVOKEDYNAMIC)) return "?";
    const dynamic = opcode === OPCODE.INVOKEDYNAMIC;
    const { descriptor } = dynamic ? constants.dynamic(index) : constants.member(index);
    const receiver = opcode === OPCODE.GETSTATIC || opcode === OPCODE.PUTSTATIC ? "" : "R";
    if (opcode === OPCODE.GETSTATIC || opcode === OPCODE.GETFIELD)
      return `${receiver}>${letterOf(descriptor)}`;
    if (field) return receiver + letterOf(descriptor);
    const self = dynamic || opcode === OPCODE.INVOKESTATIC ? "" : "R";
    const parameters = parameterDescriptors(descriptor).map(letterOf).join("");
    return `${self}${parameters}>${letterOf(returnDescriptor(descriptor))}`;
  }

  /** Type letter and index of the local that a load or store names. */
  localOf(bci: number, opcode: number): readonly ["I" | "J" | "R", number] {
    const isLoad = opcode < OPCODE.ISTORE;
    const first = isLoad ? OPCODE.ILOAD : OPCODE.ISTORE;
    const short = opcode - first - 5;
    const type = short < 0 ? opcode - first : short >> 2;
    return [(["I", "J", "I", "J", "R"] as const)[type], short < 0 ? this.localOperand(bci) : short & 3];
  }

  localOperand(bci: number): number {
    const at = this.#start + bci;
    return this.#bytes[at] === OPCODE.WIDE
      ? (this.#bytes[at + 2] << 8) | this.#bytes[at + 3]
      : this.#bytes[at + 1];
  }

  #poolIndex(bci: number, opcode: number): number {
    const at = this.#start + bci;
    return opcode === OPCODE.LDC ? this.#bytes[at + 1] : (this.#bytes[at + 1] << 8) | this.#bytes[at + 2];
  }

  opcodeAt(bci: number): number {
    return this.#bytes[this.#start + bci];
  }

  bytesAt(bci: number): number {
    return instructionBytes(this.#bytes, this.#start + bci, this.#start);
  }

  /** Where the instruction at `bci` may jump to. */
  targets(bci: number): number[] {
    const at = this.#start + bci;
    const opcode = this.#bytes[at];
    if (opcode === OPCODE.TABLESWITCH || opcode === OPCODE.LOOKUPSWITCH) {
      return switchDistances(this.#bytes, at, this.#start).map((distance) => bci + distance);
    }
    if (opcode === OPCODE.GOTO_W || opcode === OPCODE.JSR_W) return [bci + readInt(this.#bytes, at + 1)];
    const jumps = (opcode >= OPCODE.IFEQ && opcode <= OPCODE.JSR) || opcode === OPCODE.IFNULL;
    if (!jumps && opcode !== OPCODE.IFNONNULL) return [];
    return [bci + (((this.#bytes[at + 1] << 24) >> 16) | this.#bytes[at + 2])];
  }

  isRet(bci: number): boolean {
    const opcode = this.opcodeAt(bci);
    return (
      opcode === OPCODE.RET || (opcode === OPCODE.WIDE && this.#bytes[this.#start + bci + 1] === OPCODE.RET)
    );
  }

  isJsr(bci: number): boolean {
    const opcode = this.opcodeAt(bci);
    return opcode === OPCODE.JSR || opcode === OPCODE.JSR_W;
  }

  /** Whether the instruction never goes on to the one after it. */
  endsRun(bci: number): boolean {
    const opcode = this.opcodeAt(bci);
    const jumps = opcode === OPCODE.GOTO || opcode === OPCODE.GOTO_W || this.isRet(bci);
    return jumps || (opcode >= OPCODE.TABLESWITCH && opcode <= OPCODE.RETURN) || opcode === OPCODE.ATHROW;
  }

  /** The opcode that a wide instruction widens. */
  widenedOpcode(bci: number): number {
    return this.#bytes[this.#start + bci + 1];
  }
}

function effectOfLdc(tag: number): string {
  if (tag === CONSTANT.Integer || tag === CONSTANT.Float) return ">I";
  const loads: readonly number[] = [
    CONSTANT.String,
    CONSTANT.Class,
    CONSTANT.MethodHandle,
    CONSTANT.MethodType,
  ];
  return loads.includes(tag) ? ">R" : "?";
}

function isMemberTag(tag: number, field: boolean, dynamic: boolean): boolean {
  if (dynamic) return tag === CONSTANT.InvokeDynamic;
  if (field) return tag === CONSTANT.Fieldref;
  return tag === CONSTANT.Methodref || tag === CONSTANT.InterfaceMethodref;
}

/** R, I or J for a descriptor, nothing for void. */
export function letterOf(descriptor: string): string {
  const first = descriptor[0];
  if (first === "V") return "";
  if (first === "L" || first === "[") return "R";
  return first === "J" || first === "D" ? "J" : "I";
}
