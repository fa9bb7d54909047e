/** 10,000 messages, half of them each way, through 100 power cuts on either side and a lossy network. */
import t from "tap";
import { compileChannel, runChannel } from "../channel-world.ts";

const classes = compileChannel();
if (classes === undefined) {
  t.plan(0, "there is no javac");
  process.exit();
}

const MESSAGES = 5000;
const CUTS = 100;
const faults = {
  delayMicros: [500, 4000],
  loss: 0.05,
  duplication: 0.05,
  partitions: [
    [5e6, 7e6],
    [20e6, 21e6],
  ],
} as const;

t.test("each once, in order", async (t) => {
  const seed = 3;
  const run = runChannel(classes, { messages: MESSAGES, cuts: CUTS, seed, faults });
  const { lost, doubled, overtaken, sent } = run.network.counts;
  t.comment(
    `${(run.micros / 1e6).toFixed(0)} s; packets: ${sent} sent, ${lost} lost, ${doubled} doubled, ${overtaken} overtaken`,
  );
  t.same(run.statuses, [0, 0], `seed ${seed}`);
  t.same(run.cuts, [CUTS, CUTS], `seed ${seed}`);
  const expected = Array.from({ length: MESSAGES }, (_, index) => `order ${index}\n`).join("");
  t.ok(run.serverText === expected, `seed ${seed}: the server sees each message once, in order`);
});
