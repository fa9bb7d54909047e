/** The virtual heap against a plain object graph: collections, evictions, checkpoints, cuts, amnesia, the RAM budget. */
import t from "tap";
import { SeededRandom } from "../src/base/index.ts";
import { World } from "./heap-world.ts";

const seedOf = (index: number): number => Number(process.env["HEAP_SEED"] ?? 1000 + index);
const replay = (seed: number): string => `replay: HEAP_SEED=${seed} npx tap build/test/heap.test.js`;

/** Runs `steps` operations with the checks between; the first thing that is wrong, or "". */
function drive(world: World, steps: number, seed: number): string {
  const random = new SeededRandom(seed ^ 0x5eed);
  for (let step = 0; step < steps; step++) {
    world.step();
    if (world.heap.ramLinesResident > world.heap.ramLinesBudget) return `step ${step}: over the RAM budget`;
    const event = random.below(1000);
    if (event < 4) world.heap.collect("young", 64);
    else if (event < 5) world.heap.collect("full", 64);
    else if (event < 9) world.checkpoint();
    else if (event < 11) world.cut();
    if (event > 20) continue;
    const findings = world.heap.check();
    if (findings.length > 0) return `step ${step}: ${findings[0].what}, ${findings[0].where}`;
    const difference = world.difference();
    if (difference !== "") return `step ${step}: ${difference}`;
  }
  return "";
}

t.test("a random graph stays what it is", (t) => {
  for (let index = 0; index < 6; index++) {
    const seed = seedOf(index);
    const world = new World({ seed, sizes: { evictAlways: index % 2 === 1 } });
    t.equal(drive(world, 6000, seed), "", replay(seed));
    world.rebuild();
    t.ok(world.evicted > 0 && world.youngCollections > 20 && world.fullCollections > 1, "much happened");
    t.equal(world.markOverrun, 0, "marks stay within the budget");
    t.comment(
      JSON.stringify({
        evicted: world.evicted,
        young: world.youngCollections,
        full: world.fullCollections,
        checkpoints: world.checkpoints,
        oom: world.outOfMemory,
        live: world.source.lines.size,
      }),
    );
    world.heap.discard();
  }
  t.end();
});
