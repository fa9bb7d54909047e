import t from "tap";
import { TapCounter } from "./tap-counter.ts";

function count(lines: readonly string[]): { passed: number; failed: number; shown: string[] } {
  const counter = new TapCounter();
  const shown = lines.filter((line) => counter.take(line));
  return { passed: counter.passed, failed: counter.failed, shown };
}

t.test("assertions count once, summaries do not", (t) => {
  const result = count([
    "TAP version 14",
    "# Subtest: a.test.js",
    "    # Subtest: inner",
    "        ok 1 - one",
    "        not ok 2 - two",
    "          ---",
    "          at: here",
    "          ...",
    "        1..2",
    "        # failed 1 of 2 tests",
    "    not ok 1 - inner # time=1ms",
    "    # seed 7",
    "    1..1",
    "not ok 1 - a.test.js # time=2ms",
    "1..1",
  ]);
  t.equal(result.passed, 1);
  t.equal(result.failed, 1);
  t.ok(result.shown.includes("          at: here"), "the details of a failure are shown");
  t.ok(result.shown.includes("    # seed 7"), "comments are shown");
  t.end();
});

t.test("a file that fails without a failed assertion counts as one", (t) => {
  const result = count(["# Subtest: a", "    ok 1 - one", "    1..1", "not ok 1 - a # time=1ms", "1..1"]);
  t.equal(result.passed, 1);
  t.equal(result.failed, 1);
  t.end();
});

t.test("buffered subtests and skips", (t) => {
  const result = count([
    "ok 1 - a.test.js # time=1ms {",
    "    # Subtest: inner",
    "        ok 1 - one",
    "        1..1",
    "    ok 1 - inner # time=1ms",
    "    ok 2 - later # SKIP not here",
    "    1..2",
    "}",
    "ok 2 - b.test.js # time=1ms {",
    "    ok 1 - two",
    "    1..1",
    "}",
    "1..2",
  ]);
  t.equal(result.passed, 2);
  t.equal(result.failed, 0);
  t.end();
});
