/** Classes spun for invokedynamic: every call site of javac's gives a class file whose bytecode can be interpreted. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { javacPresent, repositoryRoot } from "../firmware/build.ts";
import { ACC, type ClassFile } from "../src/vm/classfile/class-file.ts";
import { CONSTANT } from "../src/vm/classfile/constants.ts";
import { parseClassFile } from "../src/vm/classfile/parse.ts";
import { ReferenceMaps } from "../src/vm/refmaps.ts";
import { isSpunClassName, spinCallSite, spunClassName } from "../src/vm/spin/call-site.ts";
import { ClassWriter } from "../src/vm/spin/class-writer.ts";

function parsed(bytes: Uint8Array): ClassFile {
  const result = parseClassFile(bytes);
  if (result.kind !== "class") throw new Error(`${result.what} at ${result.offset}`);
  return result.file;
}

function complaints(file: ClassFile): string[] {
  return file.methods.flatMap(({ name, descriptor, access, code }) => {
    if (code === undefined) return [];
    const isStatic = (access & ACC.STATIC) !== 0;
    const { problem } = new ReferenceMaps({ code, constants: file.constants, descriptor, isStatic });
    return problem === undefined ? [] : [`${file.name}.${name}${descriptor}: ${problem}`];
  });
}

t.test("each call site that javac makes is answered by a sound class", (t) => {
  if (!javacPresent()) return void t.end();
  const out = t.testdir();
  const source = join(repositoryRoot(), "test", "fixtures", "spin", "Sites.java");
  t.equal(spawnSync("javac", ["-d", out, source]).status, 0, "the fixture compiles");
  let spun = 0;
  for (const name of ["Sites", "Sites$All", "Sites$Empty"]) {
    const host = parsed(new Uint8Array(readFileSync(join(out, `${name}.class`))));
    for (let index = 1; index < host.constants.count; index++) {
      if (host.constants.tagAt(index) !== CONSTANT.InvokeDynamic) continue;
      const result = spinCallSite(host, index, spunClassName(name, index));
      if (result.kind !== "spun") return void t.fail(result.kind);
      const file = parsed(result.bytes);
      t.same(complaints(file), [], `call site ${index} of ${name}`);
      t.ok(isSpunClassName(file.name));
      t.equal(file.nestHost, "Sites");
      const link = file.methods.find((method) => method.name === "link");
      t.equal(link?.descriptor, host.constants.dynamic(index).descriptor);
      spun++;
    }
  }
  t.ok(spun > 25, `${spun} call sites`);
  return t.end();
});

/** A class with one static method m of this bytecode. */
function oneMethod(
  descriptor: string,
  bytes: readonly number[],
  maxStack: number,
  maxLocals: number,
): ClassFile {
  const writer = new ClassWriter({
    name: "T",
    access: ACC.SUPER,
    superName: "java/lang/Object",
    interfaces: [],
  });
  writer.addMethod(ACC.STATIC, "m", descriptor, { bytes: Uint8Array.from(bytes), maxStack, maxLocals });
  return parsed(writer.finish());
}

function mapsOf(file: ClassFile): ReferenceMaps {
  const [{ code, descriptor }] = file.methods;
  if (code === undefined) throw new Error("no code");
  return new ReferenceMaps({ code, constants: file.constants, descriptor, isStatic: true });
}

t.test("a subroutine knows its caller's locals by the return address", (t) => {
  //  0 aload_0; 1 astore_1; 2 jsr 12; 5 iconst_0; 6 istore_1; 7 jsr 12; 10 return; 11 nop; 12 astore_2; 13 nop; 14 ret 2
  const code = [42, 76, 168, 0, 10, 3, 60, 168, 0, 5, 177, 0, 77, 0, 169, 2];
  const maps = mapsOf(oneMethod("(Ljava/lang/Object;)V", code, 1, 3));
  t.equal(maps.problem, undefined);
  t.same(maps.at(13, (local) => (local === 2 ? 5 : 0))?.locals, Int32Array.of(0, 1), "called from 2");
  t.same(maps.at(13, (local) => (local === 2 ? 10 : 0))?.locals, Int32Array.of(0), "called from 7");
  t.same(
    maps.at(5, (local) => (local === 2 ? 5 : 0))?.locals,
    Int32Array.of(0, 1),
    "back from the first call",
  );
  t.same(maps.at(10, (local) => (local === 2 ? 10 : 0))?.locals, Int32Array.of(0), "back from the second");
  t.equal(
    maps.at(11, () => 0),
    undefined,
    "dead code has no map",
  );
  t.end();
});

t.test("bytecode that cannot be interpreted is a problem, not a crash", (t) => {
  const problems: readonly (readonly [string, readonly number[]])[] = [
    ["the operand stack is empty", [87, 177]],
    ["the operand stack overflows", [3, 3, 3, 177]],
    ["a word of the wrong kind", [1, 172]],
    ["does not hold what is read", [21, 0, 177]],
    ["no such local", [54, 9, 177]],
    ["jump out of the method", [167, 0, 100]],
    ["jump into an instruction", [167, 0, 2]],
    ["no such instruction", [255]],
    ["cut off", [17, 0]],
    ["falls off the end", [0]],
    ["inconsistent stack depth", [3, 153, 0, 4, 3, 177]],
    ["ret without a return address", [3, 59, 169, 0]],
    ["constant of the wrong kind", [182, 0, 1, 177]],
    ["no such instruction", [170, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0]],
  ];
  for (const [problem, bytes] of problems) {
    t.match(mapsOf(oneMethod("()V", bytes, 2, 2)).problem, problem, problem);
  }
  t.end();
});
