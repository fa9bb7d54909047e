/** Messages between two devices over a simulated network: each once, in order, through power cuts on both and a lossy network. */
import t from "tap";
import { CALM } from "../src/lab/index.ts";
import { compileChannel, runChannel } from "./channel-world.ts";

const classes = compileChannel();
if (classes === undefined) {
  t.plan(0, "there is no javac");
  process.exit();
}

/** What a server prints that has had each of so many messages once, in order. */
function orders(count: number): string {
  return Array.from({ length: count }, (_, index) => `order ${index}\n`).join("");
}

t.test("a calm network: nothing is sent twice", async (t) => {
  const run = runChannel(classes, { messages: 200, cuts: 0, seed: 1, faults: CALM });
  t.same(run.statuses, [0, 0]);
  t.equal(run.serverText, orders(200));
  t.equal(run.network.counts.lost, 0);
});

t.test("loss, doubles, overtaking, a partition, and cuts on both sides", async (t) => {
  const faults = {
    delayMicros: [500, 4000],
    loss: 0.05,
    duplication: 0.05,
    partitions: [[2e6, 4e6]],
  } as const;
  for (const seed of [2, 3]) {
    const run = runChannel(classes, { messages: 200, cuts: 4, seed, faults });
    const { lost, doubled, overtaken } = run.network.counts;
    const what = `seed ${seed}: ${run.cuts} cuts, ${lost} packets lost, ${doubled} doubled, ${overtaken} overtaken`;
    t.same(run.statuses, [0, 0], what);
    t.equal(run.serverText, orders(200), what);
    t.same(run.cuts, [4, 4]);
    t.ok(lost > 0 && doubled > 0 && overtaken > 0, what);
  }
});

t.test("the same seed gives the same run", async (t) => {
  const faults = { delayMicros: [500, 4000], loss: 0.1, duplication: 0.1 } as const;
  const runs = [1, 2].map(() => runChannel(classes, { messages: 50, cuts: 1, seed: 5, faults }));
  const [first, second] = runs.map(({ ticks, micros, network, cuts }) => ({
    ticks,
    micros,
    cuts,
    ...network.counts,
  }));
  t.same(first, second);
});
