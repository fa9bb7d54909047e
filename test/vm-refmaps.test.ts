/** Reference maps, against the StackMapTable of every method that javac compiled into the ROM. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { repositoryRoot } from "../firmware/build.ts";
import { ACC, type ClassFile, type MethodInfo } from "../src/vm/classfile/class-file.ts";
import { ReferenceMaps } from "../src/vm/refmaps.ts";
import { stackMapFrames } from "./stack-map.ts";
import { romLibrary } from "../src/vm/rom.ts";

const noSubroutines = (): number => 0;

/** What disagrees between the maps of a method and its StackMapTable, and the number of frames compared. */
export function compareMaps(file: ClassFile, method: MethodInfo): { frames: number; complaints: string[] } {
  const { code } = method;
  if (code === undefined) return { frames: 0, complaints: [] };
  const isStatic = (method.access & ACC.STATIC) !== 0;
  const mapped = { code, constants: file.constants, descriptor: method.descriptor, isStatic };
  const maps = new ReferenceMaps(mapped);
  const where = `${file.name}.${method.name}${method.descriptor}`;
  if (maps.problem !== undefined) return { frames: 0, complaints: [`${where}: ${maps.problem}`] };
  const frames = stackMapFrames(file.bytes, mapped);
  const complaints: string[] = [];
  for (const frame of frames) {
    const map = maps.at(frame.bci, noSubroutines);
    // javac keeps frames for code that only it can see is dead; no map is needed there.
    if (map === undefined) continue;
    const ours = `stack ${map.stackDepth}:${[...map.stack]}`;
    const theirs = `stack ${frame.stack.length}:${indexesOf(frame.stack, "R")}`;
    if (ours !== theirs) complaints.push(`${where} at ${frame.bci}: ${ours}, javac ${theirs}`);
    const missing = indexesOf(frame.locals, "R").filter((local) => !map.locals.includes(local));
    const wrong = [...map.locals].filter((local) => frame.locals[local] === "I");
    if (missing.length > 0) complaints.push(`${where} at ${frame.bci}: locals ${missing} missing`);
    if (wrong.length > 0) complaints.push(`${where} at ${frame.bci}: locals ${wrong} are no references`);
  }
  return { frames: frames.length, complaints };
}

function indexesOf(kinds: string, wanted: string): number[] {
  return [...kinds].flatMap((kind, index) => (kind === wanted ? [index] : []));
}

t.test("maps agree with javac's stack maps, in all of the class library", (t) => {
  const romPath = join(repositoryRoot(), "images", "micro.rom");
  if (!existsSync(romPath)) return void t.end();
  let frames = 0;
  for (const file of romLibrary(new Uint8Array(readFileSync(romPath))).classFiles()) {
    for (const method of file.methods) {
      const compared = compareMaps(file, method);
      frames += compared.frames;
      if (compared.complaints.length > 0) t.same(compared.complaints, []);
    }
  }
  t.ok(frames > 1000, `${frames} frames compared`);
  return t.end();
});
