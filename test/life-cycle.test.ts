/** Programs that want to know of suspensions, and that ask for their own. */
import t from "tap";
import { LeaseBench, compileLeasePrograms } from "./lease-bench.ts";

t.setTimeout(150_000);
const programs = compileLeasePrograms();
if (programs === undefined) {
  t.plan(0, "there is no javac");
  process.exit(0);
}

const rounds = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `round ${from + index}`);
const hooks = ["before two", "before one", "after one", "after two"];

t.test("a program asks for its own suspension, and goes on behind it", (t) => {
  const bench = LeaseBench.of([programs("Hooked", "self")]);
  t.same(bench.device.run(), { kind: "suspended" });
  t.same(bench.lines(1), [...rounds(1, 3), ...hooks.slice(0, 2)]);
  bench.device.powerOff();
  bench.device.run({ ticks: 0 });
  bench.device.resume(1);
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  const lines = bench.lines(1);
  t.same(
    lines.filter((line) => line !== "resumed"),
    [...rounds(1, 3), ...hooks, "back", ...rounds(4, 5), "end"],
  );
  t.ok(lines.includes("resumed"), "listeners are told");
  t.end();
});

t.test("suspended from outside, resources are told before and after", (t) => {
  const bench = LeaseBench.of([programs("Hooked", "no")]);
  bench.runFor(2_500_000);
  bench.device.suspend(1);
  t.same(bench.device.run(), { kind: "suspended" });
  t.same(bench.lines(1), [...rounds(1, 2), ...hooks.slice(0, 2)]);
  bench.device.resume(1);
  bench.device.run();
  t.same(
    bench.lines(1).filter((line) => line !== "resumed"),
    [...rounds(1, 2), ...hooks, ...rounds(3, 5), "end"],
  );
  t.end();
});

t.test(
  "a resource that refuses keeps its own program from suspending; a checkpoint that is asked for is told",
  (t) => {
    const refusing = LeaseBench.of([programs("Hooked", "refuse")]);
    t.same(refusing.device.run(), { kind: "exited", status: 0 });
    t.same(refusing.lines(1), [
      ...rounds(1, 3),
      ...["before two", "before one", "after two", "a resource refuses the checkpoint: not now"],
      ...[...rounds(4, 5), "end"],
    ]);
    const asking = LeaseBench.of([programs("Hooked", "checkpoint")]);
    t.same(asking.device.run(), { kind: "exited", status: 0 });
    t.same(asking.lines(1), [...rounds(1, 3), ...hooks, ...rounds(4, 5), "end"]);
    t.end();
  },
);

t.test("after a power cut listeners hear that nobody was asked", (t) => {
  const bench = LeaseBench.of([programs("Hooked", "no")]);
  bench.runFor(3_500_000);
  bench.device.powerOff();
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  t.same(
    bench.lines(1).filter((line) => line !== "recovered"),
    [...rounds(1, 5), "end"],
  );
  t.ok(bench.lines(1).includes("recovered"));
  t.end();
});
