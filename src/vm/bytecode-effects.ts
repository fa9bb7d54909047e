/**
 * What instructions do to the words of a frame, as far as references are concerned (JVMS chapter 6). An effect is
 * "popped>pushed", bottom of the stack first: R a reference, I one other word, J two other words. Instructions whose
 * effect depends on their operands, or that move words without looking at them, are in no effect table.
 */

export const OPCODE = {
  LDC: 18,
  LDC_W: 19,
  LDC2_W: 20,
  ILOAD: 21,
  ALOAD: 25,
  ILOAD_0: 26,
  ALOAD_3: 45,
  ISTORE: 54,
  ASTORE: 58,
  ISTORE_0: 59,
  ASTORE_3: 78,
  POP: 87,
  SWAP: 95,
  IINC: 132,
  IFEQ: 153,
  IF_ACMPNE: 166,
  GOTO: 167,
  JSR: 168,
  RET: 169,
  TABLESWITCH: 170,
  LOOKUPSWITCH: 171,
  IRETURN: 172,
  RETURN: 177,
  GETSTATIC: 178,
  PUTSTATIC: 179,
  GETFIELD: 180,
  PUTFIELD: 181,
  INVOKEVIRTUAL: 182,
  INVOKESTATIC: 184,
  INVOKEDYNAMIC: 186,
  ATHROW: 191,
  WIDE: 196,
  MULTIANEWARRAY: 197,
  IFNULL: 198,
  IFNONNULL: 199,
  GOTO_W: 200,
  JSR_W: 201,
} as const;

const lastOpcode = OPCODE.JSR_W;

/** [first opcode, effects of it and those after it, separated by blanks; "-" is no effect]. */
const effectRows: readonly (readonly [number, string])[] = [
  [0, "- >R >I >I >I >I >I >I >I >J >J >I >I >I >J >J >I >I"],
  [OPCODE.LDC2_W, ">J"],
  [46, "RI>I RI>J RI>I RI>J RI>R RI>I RI>I RI>I"],
  [79, "RII RIJ RII RIJ RIR RII RII RII"],
  [96, "II>I JJ>J II>I JJ>J II>I JJ>J II>I JJ>J II>I JJ>J II>I JJ>J"],
  [108, "II>I JJ>J II>I JJ>J II>I JJ>J II>I JJ>J I>I J>J I>I J>J"],
  [120, "II>I JI>J II>I JI>J II>I JI>J II>I JJ>J II>I JJ>J II>I JJ>J -"],
  [133, "I>J I>I I>J J>I J>I J>J I>I I>J I>J J>I J>J J>I I>I I>I I>I"],
  [148, "JJ>I II>I II>I JJ>I JJ>I"],
  [OPCODE.IFEQ, "I I I I I I II II II II II II RR RR -"],
  [OPCODE.TABLESWITCH, "I I I J I J R -"],
  [187, ">R I>R I>R R>I R R>R R>I R R"],
  [OPCODE.IFNULL, "R R -"],
];

/** By opcode; undefined for those that `wordMoves` and the analysis treat themselves. */
export const effects: readonly (string | undefined)[] = spread(effectRows);

/** pop … swap: words popped, then for each word pushed which of the popped ones (0 the lowest) it is. */
export const wordMoves: readonly (readonly [number, readonly number[]])[] = [
  [1, []],
  [2, []],
  [1, [0, 0]],
  [2, [1, 0, 1]],
  [3, [2, 0, 1, 2]],
  [2, [0, 1, 0, 1]],
  [3, [1, 2, 0, 1, 2]],
  [4, [2, 3, 0, 1, 2, 3]],
  [2, [1, 0]],
];

function spread(rows: readonly (readonly [number, string])[]): (string | undefined)[] {
  const table = new Array<string | undefined>(lastOpcode + 1).fill(undefined);
  for (const [first, row] of rows) {
    row.split(" ").forEach((effect, at) => (table[first + at] = effect === "-" ? "" : effect));
  }
  return table;
}

/** Bytes of the instruction at `at` of `code` (which starts at `codeStart`), 0 if there is no such instruction. */
export function instructionBytes(code: Uint8Array, at: number, codeStart: number): number {
  const opcode = code[at];
  switch (opcode) {
    case OPCODE.TABLESWITCH:
    case OPCODE.LOOKUPSWITCH:
      return switchBytes(code, at, codeStart);
    case OPCODE.WIDE:
      return code[at + 1] === OPCODE.IINC ? 6 : 4;
    default:
      return opcode <= lastOpcode ? 1 + Number(operandBytes[opcode]) : 0;
  }
}

const operandBytes = buildOperandBytes();

function buildOperandBytes(): string {
  const bytes = new Array<string>(lastOpcode + 1).fill("0");
  const set = (count: number, ...ranges: readonly (readonly [number, number])[]): void => {
    for (const [from, to] of ranges) bytes.fill(`${count}`, from, to + 1);
  };
  set(1, [16, 16], [18, 18], [21, 25], [54, 58], [169, 169], [188, 188]);
  set(
    2,
    [17, 17],
    [19, 20],
    [132, 132],
    [153, 168],
    [178, 184],
    [187, 187],
    [189, 189],
    [192, 193],
    [198, 199],
  );
  set(3, [197, 197]);
  set(4, [185, 186], [200, 201]);
  return bytes.join("");
}

/** First byte after the padding of a switch: its default offset. */
export function switchOperands(at: number, codeStart: number): number {
  return codeStart + ((at - codeStart + 4) & ~3);
}

function switchBytes(code: Uint8Array, at: number, codeStart: number): number {
  const operands = switchOperands(at, codeStart);
  const entries =
    code[at] === OPCODE.LOOKUPSWITCH
      ? 2 * readInt(code, operands + 4)
      : readInt(code, operands + 8) - readInt(code, operands + 4) + 1;
  const header = code[at] === OPCODE.LOOKUPSWITCH ? 8 : 12;
  return entries < 0 || entries > 0x10000 ? 0 : operands - at + header + 4 * entries;
}

/** Where a switch can go, as distances from its own first byte. */
export function switchDistances(code: Uint8Array, at: number, codeStart: number): number[] {
  const operands = switchOperands(at, codeStart);
  const end = at + switchBytes(code, at, codeStart);
  const distances = [readInt(code, operands)];
  const lookup = code[at] === OPCODE.LOOKUPSWITCH;
  for (let from = operands + 12; from < end; from += lookup ? 8 : 4) distances.push(readInt(code, from));
  return distances;
}

export function readInt(code: Uint8Array, at: number): number {
  return (code[at] << 24) | (code[at + 1] << 16) | (code[at + 2] << 8) | code[at + 3];
}
