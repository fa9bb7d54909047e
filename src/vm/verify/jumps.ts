/** Where an instruction can go, and the rules for switches. */
import type { Operands } from "./operands.ts";

const PADDING_FREE_SINCE = 51;

export interface Way {
  /** bcis it may jump to. */
  readonly targets: readonly number[];
  /** Whether it can go on to the instruction after it. */
  readonly goesOn: boolean;
}

const ONWARDS: Way = { targets: [], goesOn: true };
const NOWHERE: Way = { targets: [], goesOn: false };

/** Where the instruction at `x.bci` leads; jsr as a jump, ret as an end. Switches are checked. */
export function wayOf(x: Operands): Way {
  const { subject } = x.bench;
  const opcode = subject.u1(x.bci);
  if ((opcode >= 153 && opcode <= 166) || opcode === 198 || opcode === 199) {
    return { targets: [subject.jumpTarget(x.bci)], goesOn: true };
  }
  if (opcode === 167 || opcode === 168 || opcode === 200 || opcode === 201) {
    return { targets: [subject.jumpTarget(x.bci)], goesOn: false };
  }
  if (opcode === 170 || opcode === 171) {
    checkSwitch(x, opcode === 170);
    return x.bench.findings.failed ? NOWHERE : { targets: subject.switchTargets(x.bci), goesOn: false };
  }
  const ends =
    (opcode >= 169 && opcode <= 177) || opcode === 191 || (opcode === 196 && subject.u1(x.bci + 1) === 169);
  return ends ? NOWHERE : ONWARDS;
}

function checkSwitch(x: Operands, isTable: boolean): void {
  const { subject, isOld } = x.bench;
  const operands = subject.switchOperands(x.bci);
  if (subject.file.majorVersion < PADDING_FREE_SINCE) {
    for (let at = x.bci + 1; at < operands; at++) {
      if (subject.u1(at) !== 0) {
        const what = "Nonzero padding byte in lookupswitch or tableswitch";
        return x.fail(isOld ? "Non zero padding bytes in switch" : what);
      }
    }
  }
  if (isTable) return;
  const count = subject.i4(operands + 4);
  if (count < 0) return x.fail("number of keys in lookupswitch less than 0");
  for (let index = 1; index < count; index++) {
    const at = operands + 8 + index * 8;
    if (subject.i4(at - 8) >= subject.i4(at)) {
      return x.fail(isOld ? "Unsorted lookup switch" : "Bad lookupswitch instruction");
    }
  }
}
