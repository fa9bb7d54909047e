/** Reference maps, against the StackMapTable of every method that javac compiled into the ROM, and against what the verifier knows. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { repositoryRoot } from "../firmware/build.ts";
import { ACC, type ClassFile, type MethodInfo } from "../src/vm/classfile/class-file.ts";
import { parseClassFile } from "../src/vm/classfile/parse.ts";
import { ReferenceMaps } from "../src/vm/refmaps.ts";
import { romLibrary } from "../src/vm/rom.ts";
import { seenClasses } from "../src/vm/verify/file-world.ts";
import { mutantOf } from "./fuzz/campaign.ts";
import { fixtureSeeds } from "./fuzz/seeds.ts";
import { compareWithVerifier } from "./map-agreement.ts";
import { stackMapFrames } from "./stack-map.ts";
import { assemble } from "./class-assembler.ts";
import { flowCases, objectCases, oldCases, stackCases } from "./verify-cases.ts";

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

function libraryFiles(): ReadonlyMap<string, ClassFile> {
  const rom = new Uint8Array(readFileSync(join(repositoryRoot(), "images", "micro.rom")));
  const files = romLibrary(rom).classFiles();
  return new Map([...files].map((file) => [file.name, file]));
}

/** Compares all methods of `files`, which may use those of the library. */
function compareAll(
  files: ReadonlyMap<string, ClassFile>,
  library: ReadonlyMap<string, ClassFile>,
  isInferred = false,
): { verified: number; places: number; complaints: string[] } {
  const load = seenClasses(new Map([...library, ...files]));
  const agreements = [...files.values()].map((file) => compareWithVerifier(file, load, isInferred));
  return {
    verified: agreements.filter((each) => each.verified).length,
    places: agreements.reduce((sum, each) => sum + each.places, 0),
    complaints: agreements.flatMap((each) => each.complaints),
  };
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

t.test("maps agree with the verifier, before every instruction of the class library", (t) => {
  const library = libraryFiles();
  for (const isInferred of [false, true]) {
    const { places, complaints } = compareAll(library, library, isInferred);
    t.same(complaints, []);
    t.ok(places > 50_000, `${places} places compared`);
  }
  t.end();
});

t.test("maps agree with the verifier in whatever the verifier lets through", (t) => {
  const library = libraryFiles();
  const seeds = fixtureSeeds();
  let verified = 0;
  for (let number = 0; number < 600; number++) {
    const { what, classes } = mutantOf(seeds, 77, number);
    const files = [...classes.values()].flatMap((bytes) => {
      const result = parseClassFile(bytes);
      return result.kind === "class" ? [result.file] : [];
    });
    const compared = compareAll(new Map(files.map((file) => [file.name, file])), library);
    verified += compared.verified;
    if (compared.complaints.length > 0)
      t.same(compared.complaints, [], `mutant ${number} of seed 77: ${what}`);
  }
  t.ok(verified > 500, `${verified} classes verified`);
  t.end();
});

t.test("maps agree with the verifier in classes made by hand, subroutines among them", (t) => {
  const library = libraryFiles();
  let verified = 0;
  for (const { title, of } of [...stackCases, ...flowCases, ...objectCases, ...oldCases]) {
    const result = parseClassFile(assemble(of));
    if (result.kind !== "class") continue;
    const compared = compareAll(new Map([[result.file.name, result.file]]), library);
    verified += compared.verified;
    if (compared.complaints.length > 0) t.same(compared.complaints, [], title);
  }
  t.ok(verified > 10, `${verified} classes verified`);
  t.end();
});
