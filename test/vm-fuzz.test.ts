/**
 * A few hundred mutants of class files, with what `java` 17 says of them (test/fuzz-expected.json, made by --record), so that nobody breaks the fuzzer or the machine under it; `npm run fuzz` makes more.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { packageFolder, readRom } from "../src/host/index.ts";
import { mutantOf, runOne } from "./fuzz/campaign.ts";
import { fixtureSeeds } from "./fuzz/seeds.ts";
import { runMutant } from "./fuzz/run-mutant.ts";

const rom = readRom();
const seeds = fixtureSeeds();

t.test("the seeds themselves run to their ends", (t) => {
  for (const { main, classes } of seeds) {
    const outcome = runMutant({ rom, classes, main, tickLimit: 2e6, evictAlways: false });
    t.match(outcome, { kind: "exited", status: 0, find: "" }, main);
  }
  t.end();
});

t.test("no mutant breaks the machine, and what java says of them is said", (t) => {
  const path = join(packageFolder(), "test", "fuzz-expected.json");
  const expected = JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
  const seed = 7;
  const ends = new Set<string>();
  for (let number = 0; number < 250; number++) {
    const mutant = mutantOf(seeds, seed, number);
    const outcome = runOne(mutant, rom);
    const thrown = /^Exception in thread "main" (.*)$/m.exec(outcome.errors)?.[1] ?? "";
    ends.add(thrown === "" ? outcome.kind : thrown.replace(/:.*/, ""));
    if (outcome.kind === "find") {
      t.fail(`npm run fuzz -- --fixture --seed ${seed} --replay ${number}: ${mutant.what}\n${outcome.find}`);
    }
    const theirs = expected[`${number}`] ?? thrown;
    if (thrown !== theirs)
      t.equal(thrown, theirs, `npm run fuzz -- --fixture --seed ${seed} --replay ${number}`);
  }
  for (const end of ["exited", "java.lang.VerifyError", "java.lang.ClassFormatError"])
    t.ok(ends.has(end), end);
  t.end();
});

t.test("a mutant is a function of seed and number", (t) => {
  const [one, other] = [mutantOf(seeds, 3, 5), mutantOf(seeds, 3, 5)];
  t.same(one, other);
  t.notSame(mutantOf(seeds, 3, 6).what, one.what);
  t.end();
});
