/** The method under verification: its instructions' places and operands. */
import { instructionBytes, OPCODE, readInt, switchDistances, switchOperands } from "../bytecode-effects.ts";
import { ACC, type ClassFile, type CodeInfo, type MethodInfo } from "../classfile/class-file.ts";
import type { SeenClass } from "./world.ts";

const NEW = 187;
/** What `Subject.boundaries` says of a bci. */
export const BOUNDARY = { NONE: 0, INSTRUCTION: 1, NEW: 2 } as const;

const WIDENED = new Set([21, 22, 23, 24, 25, 54, 55, 56, 57, 58, 132, 169]);

export class Subject {
  readonly of: SeenClass;
  readonly file: ClassFile;
  readonly method: MethodInfo;
  readonly code: CodeInfo;
  readonly isStatic: boolean;
  readonly isConstructor: boolean;
  /** By bci; complete once `scan` has found nothing. */
  readonly boundaries: Uint8Array;

  constructor(of: SeenClass, file: ClassFile, method: MethodInfo, code: CodeInfo) {
    this.of = of;
    this.file = file;
    this.method = method;
    this.code = code;
    this.isStatic = (method.access & ACC.STATIC) !== 0;
    this.isConstructor = method.name === "<init>";
    this.boundaries = new Uint8Array(code.length);
  }

  /** Finds the instructions; the bci of the first thing that is none, -1 if all are. */
  scan(): number {
    const { length } = this.code;
    for (let bci = 0; bci < length;) {
      const bytes = this.bytesAt(bci);
      if (bytes <= 0 || bci + bytes > length) return bci;
      this.boundaries[bci] = this.u1(bci) === NEW ? BOUNDARY.NEW : BOUNDARY.INSTRUCTION;
      bci += bytes;
    }
    return -1;
  }

  /** Length of the instruction, 0 if there is none. */
  bytesAt(bci: number): number {
    const { bytes } = this.file;
    if (this.u1(bci) === OPCODE.WIDE && !WIDENED.has(this.u1(bci + 1))) return 0;
    if (this.#isSwitchBroken(bci)) return 0;
    return instructionBytes(bytes, this.code.offset + bci, this.code.offset);
  }

  /** Whether a switch ends before its table begins, or a tableswitch has none. */
  #isSwitchBroken(bci: number): boolean {
    const opcode = this.u1(bci);
    const operands = this.switchOperands(bci);
    if (opcode === OPCODE.LOOKUPSWITCH) return operands + 8 >= this.code.length;
    if (opcode !== OPCODE.TABLESWITCH) return false;
    return operands + 12 >= this.code.length || this.i4(operands + 4) > this.i4(operands + 8);
  }

  u1(bci: number): number {
    return this.file.bytes[this.code.offset + bci];
  }

  u2(bci: number): number {
    return (this.u1(bci) << 8) | this.u1(bci + 1);
  }

  i4(bci: number): number {
    return readInt(this.file.bytes, this.code.offset + bci);
  }

  /** bci after the padding of a switch. */
  switchOperands(bci: number): number {
    const { offset } = this.code;
    return switchOperands(offset + bci, offset) - offset;
  }

  /** Where a switch may go, the default first. */
  switchTargets(bci: number): number[] {
    const { offset } = this.code;
    return switchDistances(this.file.bytes, offset + bci, offset).map((distance) => bci + distance);
  }

  /** Where goto, jsr and the conditional jumps may go. */
  jumpTarget(bci: number): number {
    const opcode = this.u1(bci);
    if (opcode === OPCODE.GOTO_W || opcode === OPCODE.JSR_W) return bci + this.i4(bci + 1);
    return bci + ((this.u2(bci + 1) << 16) >> 16);
  }
}
