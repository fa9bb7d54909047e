import t from "tap";
import { runRemoteCampaign } from "../remote-campaign.ts";
import type { RemoteCampaign } from "../remote-campaign.ts";

/** `DORMOUSE_LONG=1`: more than 10,000 cuts. */
const isLong = process.env.DORMOUSE_LONG === "1";
t.setTimeout(isLong ? 3_600_000 : 240_000);

const base: RemoteCampaign = {
  byteCount: 512 * 1024,
  blockBytes: 1,
  hasDurableWrites: true,
  seed: 1,
  mix: { processes: 3, lines: 40, linesPerCommit: 6 },
  warmUp: 60,
  operations: 90,
  ordersPerRequest: isLong ? 16 : 2,
};

const kinds: readonly (readonly [string, RemoteCampaign])[] = [
  ["any bytes, durable writes", base],
  ["blocks of 4 KiB, flushes alone", { ...base, seed: 2, blockBytes: 4096, hasDurableWrites: false }],
  [
    "blocks of 512 bytes, the disk nearly full",
    { ...base, seed: 3, blockBytes: 512, byteCount: 256 * 1024, warmUp: 200 },
  ],
];

for (const [name, campaign] of kinds) {
  t.test(`a remote disk cut at every request: ${name}`, (t) => {
    const { requests, cuts, failures } = runRemoteCampaign(campaign);
    t.same(failures.slice(0, 2), []);
    t.comment(`${requests} requests, ${cuts} cuts, ${failures.length} failures`);
    t.equal(cuts, requests * campaign.ordersPerRequest);
    t.end();
  });
}

t.test("a disk that forgets its flushes is found out", (t) => {
  const { cuts, failures } = runRemoteCampaign({
    ...base,
    ordersPerRequest: 16,
    ignoresFlushes: true,
    stopAtFailure: true,
  });
  t.comment(`found after ${cuts} cuts: ${failures[0]?.split("\n")[0]}`);
  t.equal(failures.length, 1);
  t.end();
});
