/** A new version of a program on a device with state. */
import t from "tap";
import { ProcessManager } from "../src/device/index.ts";
import { afterFifteenSeconds, compileVersions } from "./update-world.ts";
import type { Version } from "./update-world.ts";

const versions = compileVersions("first", "grown", "widened", "renamed", "mood", "main", "orphan");
if (versions === undefined) {
  t.plan(0, "there is no javac");
  process.exit();
}
const path = (name: Version): NonNullable<ReturnType<typeof versions.get>> => {
  const found = versions.get(name);
  if (found === undefined) throw new Error(`no version ${name}`);
  return found;
};
const before = afterFifteenSeconds(path("first"));
t.equal(before.text, "v1 100 i100=100 lambda1 100GOOD\n");

t.test("with its state: new code, old values, new fields 0, lambdas and traces follow", async (t) => {
  const bench = before.fork();
  t.same(bench.update(path("grown"), true), {
    changed: ["Counter", "Counter$Item"],
    underWay: [],
  });
  const manager = new ProcessManager(bench.chip);
  const old = manager.states().find(({ isOfOtherVersion }) => isOfOtherVersion);
  t.throws(
    () => manager.rollback({ process: 1, state: old?.state ?? 0, later: "drop", wholeDevice: false }),
    /is of another version of the program/,
  );
  bench.run();
  t.equal(
    bench.text.slice(before.text.length),
    "v2 200 new 17i200=200 lambda2 200GOOD\nv2 300 new 17i300=300 lambda2 300GOOD\n<clinit> new 10i1=1\n",
  );
});

t.test("a method under way whose instructions differ goes on in its old code", async (t) => {
  const bench = before.fork();
  t.same(bench.update(path("main"), true).underWay, ["Counter.main"]);
  bench.run();
  t.match(bench.text, /v2 200 .*\nv2 300 .*\n<clinit> i1=1\n$/);
  t.notMatch(bench.text, /new main/);
});

t.test("the same classes again change nothing", async (t) => {
  const bench = before.fork();
  t.same(bench.update(path("first"), true).changed, []);
  bench.run();
  t.match(bench.text, /v1 300 .*\n<clinit> i1=1\n$/);
});

t.test("without its state the program begins anew", async (t) => {
  const bench = before.fork();
  bench.update(path("grown"), false);
  t.equal(new ProcessManager(bench.chip).get(1).status, "NEW");
  bench.run();
  t.match(bench.text.slice(before.text.length), /^v2 100 .*\nv2 200 .*\nv2 300 .*\n<clinit> new 17i1=1\n$/);
});

t.test("what a stored object cannot follow is an error that names class and field", async (t) => {
  const refusals: readonly (readonly [Version, RegExp, string])[] = [
    ["widened", /field a was int and is long, and objects of it are stored/, "class Counter$Item"],
    ["renamed", /field later is gone, and it holds a value/, "class Counter"],
    ["mood", /field MIXED is a new constant of an enum/, "class Counter$Mood"],
    ["orphan", /it extends java\.lang\.Exception now/, "class Counter$Item"],
  ];
  for (const [version, what, where] of refusals) {
    const bench = before.fork();
    const programs = bench.chip.counters.programs;
    t.throws(() => bench.update(path(version), true), { message: what, where });
    const mounting = before.fork();
    const idle = mounting.chip.counters.programs;
    new ProcessManager(mounting.chip);
    const recovery = mounting.chip.counters.programs - idle;
    t.equal(bench.chip.counters.programs - programs, recovery, "nothing is written but what mounting writes");
    bench.run();
    t.match(
      bench.text,
      /v1 300 .*\n<clinit> i1=1\n$/,
      `after ${version} was refused the old version goes on`,
    );
  }
});
