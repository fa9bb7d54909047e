/** Every operation of an update is torn in every shape: what boots is the old version or the new one, and ends as that ends. */
import t from "tap";
import { PowerCut, eraseShapes, programShapes } from "../../src/flash/index.ts";
import { afterFifteenSeconds, compileVersions } from "../update-world.ts";

const versions = compileVersions("first", "grown");
const first = versions?.get("first");
const grown = versions?.get("grown");
if (first === undefined || grown === undefined) {
  t.plan(0, "there is no javac");
  process.exit();
}
const before = afterFifteenSeconds(first);

/** Boots that are followed to the end are a few of all: mounting alone tells old from new. */
const FOLLOWED = 40;

for (const keepState of [true, false]) {
  t.test(keepState ? "with its state" : "without its state", async (t) => {
    const whole = before.fork();
    const shapes: (readonly string[])[] = [];
    whole.chip.observe((_kind, _address, bytes) => {
      const { programUnitBytes } = whole.chip.part;
      shapes.push(bytes === null ? eraseShapes() : programShapes(bytes.length, programUnitBytes));
    });
    whole.update(grown, keepState);
    whole.chip.observe(null);
    whole.run();
    const old = before.fork();
    old.run();
    const allowed = new Set([old.text, whole.text]);
    const cuts = shapes.flatMap((names, operation) => names.map((shape) => ({ operation, shape })));
    const seen = new Set<string>();
    for (const [index, { operation, shape }] of cuts.entries()) {
      if (index % Math.ceil(cuts.length / FOLLOWED) !== 0 && operation < shapes.length - 2) continue;
      const bench = before.fork();
      bench.chip.armCut({ operation, shape });
      try {
        bench.update(grown, keepState);
      } catch (error) {
        if (!(error instanceof PowerCut)) throw error;
      }
      const after = bench.fork();
      after.run();
      if (!allowed.has(after.text)) t.fail(`cut at ${operation}.${shape}: ${after.text}`);
      seen.add(after.text);
    }
    t.same(
      seen,
      allowed,
      `both versions are seen in ${cuts.length} cut points of ${shapes.length} operations`,
    );
  });
}
