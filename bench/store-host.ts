/**
 * What the store and its campaigns cost the host, in processor time: a commit of 64 lines beside a bare copy of the same bytes, and the
 * rate of power cuts, with snapshots of the chip and without. Run by `npm run bench`, or by itself after `npm run build`:
 *
 *     node build/bench/store-host.js
 */
import { join } from "node:path";
import { assert } from "../src/base/index.ts";
import { FlashChip, MemoryCarrier, genericNor } from "../src/flash/index.ts";
import { packageFolder, scenarioOf } from "../src/host/index.ts";
import { chipScenario, runCampaign, storeWorkloadProgram } from "../src/lab/index.ts";
import type { Scenario } from "../src/lab/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";
import { cpuMicros, median } from "./table.ts";

const LINES = 64;
const LINE_BYTES = 256;
const COMMITS = 400;
const ROUNDS = 15;

function commitRow(): string {
  const part = genericNor(4 * 1024 * 1024);
  const chip = new FlashChip(part, MemoryCarrier.forPart(part));
  Store.format(chipMemory(chip), { lineBytes: LINE_BYTES, keepStates: 1 });
  const mounted = Store.mount(chipMemory(chip));
  assert(mounted.kind === "mounted", "a formatted chip mounts");
  const { store } = mounted;
  const bytes = Uint8Array.from({ length: LINES * LINE_BYTES }, (_, index) => (index * 37) & 0xff);
  const to = new Uint8Array(bytes.length);
  let first = 0;
  const commit = (): void => {
    const lines = Array.from({ length: LINES }, (_, index) => ({
      line: (first + index * 7) % 4096,
      bytes: bytes.subarray(index * LINE_BYTES, (index + 1) * LINE_BYTES),
    }));
    first = (first + 449) % 4096;
    const { kind } = store.commit({ processes: [{ process: 1, lines, lineCount: LINES, drops: [] }] });
    assert(kind === "committed", `the store is ${kind}`);
  };
  const copy = (): void => {
    for (let at = 0; at < bytes.length; at += LINE_BYTES) to.set(bytes.subarray(at, at + LINE_BYTES), at);
  };
  const each = (act: () => void): number =>
    median(
      Array.from({ length: ROUNDS }, () =>
        cpuMicros(() => {
          for (let count = 0; count < COMMITS; count++) act();
        }),
      ),
    ) / COMMITS;
  each(commit);
  const [ours, bare] = [each(commit), each(copy)];
  return `commit of ${LINES} lines, chip in memory  ${ours.toFixed(1)} µs  ${(ours / bare).toFixed(0)} × a bare copy of the same bytes (${bare.toFixed(2)} µs)`;
}
/** Processor time that each campaign may take, and the cuts that are run from the start without snapshots. */
const CAMPAIGN_MICROS = 8e6;
const FROM_THE_START = 24;

/** Cuts a second of a campaign with snapshots, and of the same cuts each run from the start; both judge alike. */
function campaignRow(name: string, scenario: Scenario<unknown>): string {
  let [tried, equal, operations, begun] = [0, 0, 0, 0];
  runCampaign(
    scenario,
    { sample: undefined, seed: 0, depth: 1, shard: { index: 0, count: 1 } },
    {
      onCounted: (rows) => {
        operations = rows.length;
        begun = process.cpuUsage().user;
      },
      onCut: (cut) => {
        assert(cut.failures.length === 0, `${name}: ${cut.failures[0]?.what ?? ""}`);
        tried++;
        equal += Number(cut.isEqual);
      },
      isOver: () => process.cpuUsage().user - begun > CAMPAIGN_MICROS,
    },
  );
  const rate = (tried / (process.cpuUsage().user - begun)) * 1e6;
  const micros = cpuMicros(() => {
    for (let index = 0; index < FROM_THE_START; index++) {
      const chip = scenario.freshChip();
      const operation = Math.floor((operations * index) / FROM_THE_START);
      const end = scenario.run(chip, { cut: { operation, shape: "none" } });
      assert(end.kind === "cut", "the cut comes");
      scenario.judge(chip, end.mark, ["zeros", "ones", "any"]);
    }
  });
  const without = (FROM_THE_START / micros) * 1e6;
  return `power cuts, ${name}: ${rate.toFixed(0)} /s with snapshots (${tried} cuts, ${equal} left an equal chip), ${without.toFixed(1)} /s without: ${(rate / without).toFixed(0)} ×`;
}

/** 4 MiB of NOR, 1 MiB of lines, 16 of them in each of 300 commits: the workload of the store's figures. */
function storeWorkload(looksOnce: boolean): Scenario<unknown> {
  const program = storeWorkloadProgram({
    ...{ part: genericNor(4 * 1024 * 1024), lines: 4096, lineBytes: LINE_BYTES, dirty: 16 },
    ...{ pattern: "uniform" as const, checkpoints: 300, keepStates: 1, idleMicros: 0, seed: 1 },
  });
  return chipScenario({ ...program, looksOnce }) as Scenario<unknown>;
}

console.log(commitRow());
console.log(campaignRow("store, each judged by one boot and a comparison of all lines", storeWorkload(true)));
console.log(campaignRow("store, each judged by five boots, check() and two commits", storeWorkload(false)));
const ledger = {
  target: join(packageFolder(), "images", "ledger.img"),
  words: ["10", "40", "2"],
  ...{ profile: "tiny", classPath: undefined, checkpoint: undefined, fault: undefined },
};
console.log(campaignRow("whole machine, ledger 10 40 2 on tiny", await scenarioOf(ledger)));
