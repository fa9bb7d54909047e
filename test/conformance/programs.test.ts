/**
 * The conformance corpus: `dormouse` prints what `java` 17 printed, and exits as it did. Every program runs plainly; a share of them, another one
 * with each class library, from classes that `dormouse javac` compiled, with the machine rebuilt at every checkpoint, with every line evicted at
 * every safe point, in the least RAM, and under power cuts. `npm run long` runs them all in all ways. Needs `javac`.
 */
import t from "tap";
import { crc32 } from "../../src/base/index.ts";
import { readRom } from "../../src/host/index.ts";
import { compileCorpus } from "../java-corpus.ts";
import type { CorpusProgram } from "../java-corpus.ts";
import { complaint, complaintTwice, programs, runModeOf, shortPrograms } from "../java-modes.ts";
import type { ModeName } from "../java-modes.ts";

const classes = compileCorpus();
const skip = classes === undefined ? { skip: "no javac on the PATH" } : {};
/** Turns with the class library, so that in time every program has its turn in every mode. */
const turn = Number(process.env.DORMOUSE_TURN ?? crc32(readRom()));
const SHARE = 12;

/** Every SHARE-th short program, another one for each `offset`. */
function share(offset: number): readonly CorpusProgram[] {
  return shortPrograms.filter((_, index) => index % SHARE === (turn + offset) % SHARE);
}

async function complaints(folder: string, some: readonly CorpusProgram[], mode: ModeName): Promise<string[]> {
  const found = [];
  for (const program of some) {
    const said = await complaint(folder, program, runModeOf(program, mode, (turn % 1000) + 1));
    if (said !== undefined) found.push(said);
  }
  return found;
}

t.comment(`DORMOUSE_TURN=${turn}`);

t.test("programs print what java prints", skip, async (t) => {
  t.ok(programs.length >= 240, `${programs.length} programs`);
  t.same(await complaints(classes as string, programs, "plain"), []);
});

t.test("classes that dormouse javac compiled print the same", skip, async (t) => {
  const own = compileCorpus("dormouse") as string;
  for (const offset of [0, 3, 6, 9]) t.same(await complaints(own, share(offset), "plain"), []);
});

const modes: readonly (readonly [ModeName, string])[] = [
  ["amnesia", "the machine rebuilt at every checkpoint prints the same"],
  ["evict", "every line evicted at every safe point prints the same"],
  ["little", "the least RAM prints the same"],
  ["cuts", "power cuts do not show"],
];
for (const [offset, [mode, what]] of modes.entries())
  t.test(what, skip, async (t) => {
    t.same(await complaints(classes as string, share(offset), mode), []);
  });

t.test("the same seed gives the same counts and the same flash, to the bit", skip, async (t) => {
  for (const program of share(5).slice(0, 5))
    t.equal(await complaintTwice(classes as string, program, runModeOf(program, "cuts", 5)), undefined);
});
