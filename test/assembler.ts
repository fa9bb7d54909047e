/**
 * A small assembler for instructions that no compiler of today emits. A line is an opcode's name and its operands, or a
 * label ("again:"). Constants are written out: `getstatic java/lang/System out Ljava/io/PrintStream;`.
 */
import { ByteSink, ClassWriter } from "../src/vm/spin/class-writer.ts";

const NAMES =
  "nop aconst_null iconst_m1 iconst_0 iconst_1 iconst_2 iconst_3 iconst_4 iconst_5 lconst_0 lconst_1 fconst_0 fconst_1 fconst_2 dconst_0 dconst_1 bipush sipush ldc ldc_w ldc2_w iload lload fload dload aload " +
  "iload_0 iload_1 iload_2 iload_3 lload_0 lload_1 lload_2 lload_3 fload_0 fload_1 fload_2 fload_3 dload_0 dload_1 dload_2 dload_3 aload_0 aload_1 aload_2 aload_3 iaload laload faload daload aaload baload caload saload " +
  "istore lstore fstore dstore astore istore_0 istore_1 istore_2 istore_3 lstore_0 lstore_1 lstore_2 lstore_3 fstore_0 fstore_1 fstore_2 fstore_3 dstore_0 dstore_1 dstore_2 dstore_3 astore_0 astore_1 astore_2 astore_3 " +
  "iastore lastore fastore dastore aastore bastore castore sastore pop pop2 dup dup_x1 dup_x2 dup2 dup2_x1 dup2_x2 swap iadd ladd fadd dadd isub lsub fsub dsub imul lmul fmul dmul idiv ldiv fdiv ddiv irem lrem frem drem " +
  "ineg lneg fneg dneg ishl lshl ishr lshr iushr lushr iand land ior lor ixor lxor iinc i2l i2f i2d l2i l2f l2d f2i f2l f2d d2i d2l d2f i2b i2c i2s lcmp fcmpl fcmpg dcmpl dcmpg ifeq ifne iflt ifge ifgt ifle " +
  "if_icmpeq if_icmpne if_icmplt if_icmpge if_icmpgt if_icmple if_acmpeq if_acmpne goto jsr ret tableswitch lookupswitch ireturn lreturn freturn dreturn areturn return getstatic putstatic getfield putfield " +
  "invokevirtual invokespecial invokestatic invokeinterface invokedynamic new newarray anewarray arraylength athrow checkcast instanceof monitorenter monitorexit wide multianewarray ifnull ifnonnull goto_w jsr_w";
const OPCODES = new Map(NAMES.split(" ").map((name, opcode) => [name, opcode]));

export interface AssembledMethod {
  readonly access: number;
  readonly name: string;
  readonly descriptor: string;
  readonly maxStack: number;
  readonly maxLocals: number;
  /** start, end and handler labels; the class caught, undefined for all. */
  readonly handlers?: readonly (readonly [string, string, string, string | undefined])[];
  readonly lines: string;
}

/** A public class of that version, without supers of its own. */
export function assemble(
  name: string,
  majorVersion: number,
  methods: readonly AssembledMethod[],
): Uint8Array {
  const writer = new ClassWriter({ name, access: 0x21, superName: "java/lang/Object", interfaces: [] });
  for (const method of methods) addMethod(writer, method);
  const bytes = writer.finish();
  bytes[7] = majorVersion;
  return bytes;
}

function addMethod(writer: ClassWriter, method: AssembledMethod): void {
  const { access, name, descriptor, maxStack, maxLocals } = method;
  const sink = new ByteSink();
  const labels = new Map<string, number>();
  const jumps: {
    readonly from: number;
    readonly at: number;
    readonly label: string;
    readonly wide: boolean;
  }[] = [];
  for (const line of method.lines.split("\n").map((text) => text.trim())) {
    if (line === "") continue;
    if (line.endsWith(":")) labels.set(line.slice(0, -1), sink.length);
    else
      emit(writer, sink, line.split(" "), (label, wide, from) =>
        jumps.push({ from, at: sink.length, label, wide }),
      );
  }
  const bytes = sink.take();
  const view = new DataView(bytes.buffer);
  for (const { from, at, label, wide } of jumps) {
    const distance = bciOf(labels, label) - from;
    if (wide) view.setInt32(at, distance);
    else view.setInt16(at, distance);
  }
  const handlers = (method.handlers ?? []).map(
    ([start, end, handler, type]) =>
      [
        bciOf(labels, start),
        bciOf(labels, end),
        bciOf(labels, handler),
        type === undefined ? 0 : writer.pool.class(type),
      ] as const,
  );
  writer.addMethod(access, name, descriptor, { bytes, maxStack, maxLocals }, handlers);
}

function bciOf(labels: ReadonlyMap<string, number>, label: string): number {
  const bci = labels.get(label);
  if (bci === undefined) throw new Error(`no label ${label}`);
  return bci;
}

type NoteJump = (label: string, wide: boolean, from: number) => void;

function emit(writer: ClassWriter, sink: ByteSink, words: readonly string[], jump: NoteJump): void {
  const [name, first = "", second = "", third = ""] = words;
  const opcode = OPCODES.get(name);
  if (opcode === undefined) throw new Error(`no instruction ${name}`);
  const from = sink.length;
  sink.u1(opcode);
  const { pool } = writer;
  if (name === "wide") {
    sink.u1(OPCODES.get(first) ?? 0);
    sink.u2(Number(second));
    if (first === "iinc") sink.u2(Number(third) & 0xffff);
  } else if (name === "goto_w" || name === "jsr_w") {
    jump(first, true, from);
    sink.u4(0);
  } else if ((opcode >= 153 && opcode <= 168) || name === "ifnull" || name === "ifnonnull") {
    jump(first, false, from);
    sink.u2(0);
  } else if (opcode >= 178 && opcode <= 181) sink.u2(pool.field(first, second, third));
  else if (opcode >= 182 && opcode <= 184) sink.u2(pool.method(first, second, third, false));
  else if (name === "ldc") sink.u1(pool.string(words.slice(1).join(" ")));
  else if (name === "ldc_w") sink.u2(pool.string(words.slice(1).join(" ")));
  else if (["new", "anewarray", "checkcast", "instanceof", "multianewarray"].includes(name)) {
    sink.u2(pool.class(first));
    if (name === "multianewarray") sink.u1(Number(second));
  } else if (name === "sipush") sink.u2(Number(first) & 0xffff);
  else if (name === "iinc") {
    sink.u1(Number(first));
    sink.u1(Number(second) & 0xff);
  } else if (name === "lookupswitch" || name === "tableswitch")
    emitSwitch(sink, name, words.slice(1), from, jump);
  else if (first !== "") sink.u1(Number(first) & 0xff);
}

/** "default-label key:label …"; a tableswitch's keys follow one another. */
function emitSwitch(
  sink: ByteSink,
  name: string,
  [fallback, ...cases]: readonly string[],
  from: number,
  jump: NoteJump,
): void {
  while (sink.length % 4 !== 0) sink.u1(0);
  const to = (label: string): void => {
    jump(label, true, from);
    sink.u4(0);
  };
  to(fallback);
  const pairs = cases.map((one) => one.split(":"));
  if (name === "lookupswitch") sink.u4(pairs.length);
  else for (const [key] of [pairs[0], pairs[pairs.length - 1]]) sink.u4(Number(key));
  for (const [key, label] of pairs) {
    if (name === "lookupswitch") sink.u4(Number(key));
    to(label);
  }
}
