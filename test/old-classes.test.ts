/**
 * Class files as old compilers wrote them, and instructions that javac never emits: subroutines that nest and are called from
 * handlers, wide forms, far jumps, stack shuffles, odd switches. What they print was seen with `java` 17.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t from "tap";
import { assemble } from "./assembler.ts";
import type { AssembledMethod } from "./assembler.ts";
import { runOnDevice } from "./java-corpus.ts";
import type { RunMode } from "./java-corpus.ts";

const PUBLIC_STATIC = 0x9;
const OUT = "getstatic java/lang/System out Ljava/io/PrintStream;";
const print = (descriptor: string): string => `invokevirtual java/io/PrintStream println (${descriptor})V`;
const main = { access: PUBLIC_STATIC, name: "main", descriptor: "([Ljava/lang/String;)V" };

/** A loop of calls of one subroutine, which calls another; the callers' locals hold references across collections. */
const subroutines: AssembledMethod = {
  ...main,
  maxStack: 6,
  maxLocals: 8,
  lines: `
    ldc kept
    astore_1
    aconst_null
    astore 6
    iconst_0
    istore_2
    again:
    iload_2
    iconst_3
    if_icmpge done
    new java/lang/StringBuilder
    dup
    invokespecial java/lang/StringBuilder <init> ()V
    iload_2
    invokevirtual java/lang/StringBuilder append (I)Ljava/lang/StringBuilder;
    astore 6
    jsr outer
    iinc 2 1
    goto again
    done:
    jsr_w outer
    return
    outer:
    astore_3
    ${OUT}
    aload 6
    ${print("Ljava/lang/Object;")}
    jsr inner
    jsr inner
    ret 3
    inner:
    astore 4
    sipush 3000
    istore 5
    garbage:
    bipush 20
    newarray 10
    pop
    iinc 5 -1
    iload 5
    ifgt garbage
    invokestatic java/lang/System gc ()V
    ${OUT}
    aload_1
    aload 6
    invokevirtual java/lang/String equals (Ljava/lang/Object;)Z
    ${print("Z")}
    wide ret 4`,
};

/** try { } finally { } as it was compiled before Java 6. */
const finallyByJsr: AssembledMethod = {
  access: PUBLIC_STATIC,
  name: "divide",
  descriptor: "(I)I",
  maxStack: 3,
  maxLocals: 5,
  handlers: [["try", "tried", "caught", undefined]],
  lines: `
    try:
    bipush 100
    iload_0
    idiv
    istore_1
    jsr finally
    iload_1
    ireturn
    tried:
    caught:
    astore_2
    jsr finally
    aload_2
    athrow
    finally:
    astore_3
    ${OUT}
    ldc finally
    ${print("Ljava/lang/String;")}
    ret 3`,
};

const finallyMain: AssembledMethod = {
  ...main,
  maxStack: 3,
  maxLocals: 2,
  handlers: [["from", "to", "handler", "java/lang/ArithmeticException"]],
  lines: `
    ${OUT}
    iconst_5
    invokestatic Finally divide (I)I
    ${print("I")}
    from:
    iconst_0
    invokestatic Finally divide (I)I
    pop
    to:
    return
    handler:
    astore_1
    ${OUT}
    aload_1
    ${print("Ljava/lang/Object;")}
    return`,
};

/** Words change places on the stack; the order in which they are printed shows where they are. */
const shuffles: AssembledMethod = {
  ...main,
  maxStack: 16,
  maxLocals: 300,
  lines: `
    nop
    iconst_1
    iconst_2
    iconst_3
    dup_x2
    invokestatic Shuffles show (IIII)V
    iconst_1
    lconst_1
    dup2_x1
    invokestatic Shuffles show (JIJ)V
    iconst_1
    iconst_2
    iconst_3
    iconst_4
    dup2_x2
    pop2
    invokestatic Shuffles show (IIII)V
    ldc a
    lconst_1
    dup2_x1
    pop2
    pop
    invokestatic Shuffles show (J)V
    dconst_1
    lconst_1
    dup2_x2
    pop2
    invokestatic Shuffles show (JD)V
    iconst_1
    ldc_w text
    swap
    pop
    invokestatic Shuffles show (Ljava/lang/Object;)V
    lconst_1
    iconst_5
    dup_x2
    pop
    invokestatic Shuffles show (IJ)V
    sipush 1000
    wide istore 260
    wide iinc 260 -2000
    wide iload 260
    invokestatic Shuffles show (I)V
    dconst_1
    wide dstore 270
    wide dload 270
    lconst_0
    wide lstore 280
    wide lload 280
    invokestatic Shuffles show (DJ)V
    ldc wide
    wide astore 299
    wide aload 299
    invokestatic Shuffles show (Ljava/lang/Object;)V
    goto_w far
    return
    far:
    iconst_2
    lookupswitch none
    none:
    bipush -7
    lookupswitch no -7:yes 0:no 2147483647:no
    no:
    return
    yes:
    iconst_1
    tableswitch no -1:no 0:no 1:two
    two:
    iconst_2
    iconst_3
    iconst_4
    multianewarray [[[[I 2
    invokestatic Shuffles show (Ljava/lang/Object;)V
    pop
    bipush -128
    i2c
    invokestatic Shuffles show (I)V
    return`,
};

function show(descriptor: string, words: readonly string[]): AssembledMethod {
  const printers = words.map((load) => {
    const type = load.startsWith("i")
      ? "I"
      : load.startsWith("l")
        ? "J"
        : load.startsWith("d")
          ? "D"
          : "Ljava/lang/Object;";
    const value = load.startsWith("a")
      ? `${load}\ninvokestatic Shuffles kind (Ljava/lang/Object;)Ljava/lang/Object;`
      : load;
    return `${OUT}\n${value}\n${print(type)}`;
  });
  const lines = `${printers.join("\n")}\nreturn`;
  return { access: PUBLIC_STATIC, name: "show", descriptor, maxStack: 4, maxLocals: 8, lines };
}

const kind: AssembledMethod = {
  access: PUBLIC_STATIC,
  name: "kind",
  descriptor: "(Ljava/lang/Object;)Ljava/lang/Object;",
  maxStack: 2,
  maxLocals: 1,
  lines: `
    aload_0
    instanceof java/lang/String
    ifeq other
    aload_0
    areturn
    other:
    aload_0
    invokevirtual java/lang/Object getClass ()Ljava/lang/Class;
    areturn`,
};

const shows = [
  show("(IIII)V", ["iload_0", "iload_1", "iload_2", "iload_3"]),
  show("(JIJ)V", ["lload_0", "iload_2", "lload_3"]),
  show("(J)V", ["lload_0"]),
  show("(JD)V", ["lload_0", "dload_2"]),
  show("(Ljava/lang/Object;)V", ["aload_0"]),
  show("(IJ)V", ["iload_0", "lload_1"]),
  show("(I)V", ["iload_0"]),
  show("(DJ)V", ["dload_0", "lload_2"]),
];

const programs: Readonly<
  Record<string, { readonly methods: readonly AssembledMethod[]; readonly output: string }>
> = {
  Subroutines: { methods: [subroutines], output: "0 false false 1 false false 2 false false 2 false false" },
  Finally: {
    methods: [finallyByJsr, finallyMain],
    output: "finally|20|finally|java.lang.ArithmeticException: / by zero",
  },
  Shuffles: {
    methods: [shuffles, kind, ...shows],
    output: "3 1 2 3 1 1 1 3 4 1 2 1 1 1.0 text 5 1 -1000 1.0 0 wide class [[[[I 65408",
  },
};

const folder = mkdtempSync(join(tmpdir(), "dormouse-old-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const [name, { methods }] of Object.entries(programs))
  writeFileSync(join(folder, `${name}.class`), assemble(name, 48, methods));
if (process.env["OLD_CLASSES"] !== undefined)
  for (const [name, { methods }] of Object.entries(programs))
    writeFileSync(join(process.env["OLD_CLASSES"], `${name}.class`), assemble(name, 48, methods));

const modes: readonly RunMode[] = [{}, { profile: "tiny", amnesia: true, checkpoint: "500t" }];

for (const [name, { output }] of Object.entries(programs)) {
  t.test(name, async (t) => {
    for (const mode of modes) {
      const program = { name, status: 0, args: [], stdin: "", output: new Uint8Array() };
      const result = await runOnDevice(folder, program, mode);
      const lines = new TextDecoder().decode(result.output).trim().split("\n");
      t.equal(lines.join(output.includes("|") ? "|" : " "), output, JSON.stringify(mode));
      t.equal(result.status, 0, result.errors);
    }
  });
}
