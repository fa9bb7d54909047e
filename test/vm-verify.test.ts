/** The verifier, in the words of `java` 17 (test/verify-expected.json; "" is a class that runs), and what the machine does with it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { packageFolder, readRom } from "../src/host/index.ts";
import { parseClassFile } from "../src/vm/classfile/parse.ts";
import type { ClassFile } from "../src/vm/classfile/class-file.ts";
import { romLibrary } from "../src/vm/rom.ts";
import { seenClasses, verifyLibrary } from "../src/vm/verify/file-world.ts";
import { verifyClass } from "../src/vm/verify/verify-class.ts";
import { assemble, u2, type AssembledClass } from "./class-assembler.ts";
import { runMutant } from "./fuzz/run-mutant.ts";
import { flowCases, objectCases, oldCases, stackCases } from "./verify-cases.ts";

const rom = readRom();
const library = new Map<string, ClassFile>();
for (const file of romLibrary(rom).classFiles()) library.set(file.name, file);

function parsed(of: AssembledClass): ClassFile {
  const result = parseClassFile(assemble(of), of.name);
  if (result.kind !== "class") throw new Error(result.what);
  return result.file;
}

/** As Throwable.toString says it, lines joined by "|"; "" if the class verifies. */
function verdictOn(file: ClassFile): string {
  const load = seenClasses(new Map(library).set(file.name, file));
  const of = load(file.name);
  if (of === undefined) throw new Error(`no class ${file.name}`);
  const verdict = verifyClass(of, file, load);
  if (verdict.kind === "broken-off") return "a class is missing";
  if (verdict.kind === "verified") return "";
  const error = verdict.problem.kind === "verify" ? "VerifyError" : "ClassFormatError";
  return `java.lang.${error}: ${verdict.problem.message.replaceAll("\n", "|")}`;
}

t.test("each case gets what java says of it", (t) => {
  const path = join(packageFolder(), "test", "verify-expected.json");
  const expected = JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
  [...stackCases, ...flowCases, ...objectCases, ...oldCases].forEach(({ title, of }, index) => {
    const name = `${index} ${title}`;
    // Of old class files java does not say where the fault lies.
    t.equal(verdictOn(parsed(of)).replace(/ \(bytecode index \d+\)$/, ""), expected[name], name);
  });
  t.end();
});

t.test("the class library verifies", (t) => {
  t.same(verifyLibrary(library), []);
  t.end();
});

t.test("types can be inferred for all of it, too", (t) => {
  const load = seenClasses(library);
  for (const [name, file] of library) {
    const of = load(name);
    const verdict = of === undefined ? undefined : verifyClass(of, file, load, true);
    if (verdict?.kind !== "verified") t.same(verdict, { kind: "verified" }, name);
  }
  t.end();
});

/** Prints "ok" if Bad.m could be called; its error is not caught. */
const main: AssembledClass = {
  name: "Main",
  methods: (pool) => [
    {
      ...{ name: "main", descriptor: "([Ljava/lang/String;)V", maxStack: 2, maxLocals: 2 },
      code: [
        ...[0xb2, ...u2(pool.field("java/lang/System", "out", "Ljava/io/PrintStream;"))],
        ...[0x12, pool.string("begun")],
        ...[0xb6, ...u2(pool.method("java/io/PrintStream", "println", "(Ljava/lang/String;)V", false))],
        ...[0xb8, ...u2(pool.method("Bad", "m", "()V", false)), 0xb1],
      ],
    },
  ],
};

function run(bad: Uint8Array): { output: string; errors: string; find: string } {
  const classes = new Map([
    ["Main", assemble(main)],
    ["Bad", bad],
  ]);
  return runMutant({ rom, classes, main: "Main", tickLimit: 1e6, evictAlways: false });
}

const bad: AssembledClass = {
  name: "Bad",
  methods: () => [
    { name: "m", descriptor: "()V", maxStack: 1, maxLocals: 0, code: [0x01, 0xbe, 0x57, 0xb1] },
  ],
};

t.test("the machine verifies a class when it is first used, with method and offset", (t) => {
  const wrong: AssembledClass = {
    name: "Bad",
    methods: () => [
      { name: "m", descriptor: "()V", maxStack: 2, maxLocals: 0, code: [0x03, 0xbe, 0x57, 0xb1] },
    ],
  };
  const { output, errors, find } = run(assemble(wrong));
  t.equal(find, "");
  t.equal(output, "begun\n", "not before it is used");
  t.match(errors, /java\.lang\.VerifyError: Bad type on operand stack\n[^]*Bad\.m\(\)V @1: arraylength/);
  const right = run(assemble(bad));
  t.match(right.errors, /NullPointerException/, "what verifies runs");
  t.end();
});

t.test("a class file that is none is refused when it is loaded", (t) => {
  const { errors } = run(assemble(bad).slice(0, 40));
  t.match(errors, /java\.lang\.ClassFormatError: Truncated class file/);
  t.match(run(assemble({ ...bad, name: "Good" })).errors, /NoClassDefFoundError: Bad \(wrong name: Good\)/);
  t.end();
});
