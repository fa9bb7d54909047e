/**
 * `npm run remote [-- --image ledger --kills 100 --cases 50000]`: a device whose store an `nbdkit` with a volatile cache keeps. The device is
 * killed so many times, and so is the server, each at a random moment; its console must be what it is on a chip of its own. Then cases of the
 * protocol fuzzer against our client and our server. Exit status 1 if anything was lost.
 */
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { SeededRandom } from "../src/base/index.ts";
import { packageFolder } from "../src/host/index.ts";
import { fuzzClient, fuzzServer } from "./nbd-fuzz.ts";
import { Nbdkit, boot, hasNbdkit } from "./nbdkit.ts";

const { values } = parseArgs({
  options: {
    image: { type: "string", default: "ledger" },
    kills: { type: "string", default: "100" },
    cases: { type: "string", default: "50000" },
    seed: { type: "string", default: "1" },
  },
});
const folder = mkdtempSync(join(tmpdir(), "dormouse-remote-"));
const path = (name: string): string => join(folder, name);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function killAll(kills: number): Promise<boolean> {
  const image = join(packageFolder(), "images", `${values.image}.img`);
  copyFileSync(image, path("own.img"));
  await boot(["--console", path("own.txt"), path("own.img")]);
  const expected = readFileSync(path("own.txt"), "utf8");
  writeFileSync(path("disk"), "");
  truncateSync(path("disk"), 4 * 1024 * 1024);
  writeFileSync(path("said.txt"), "");
  const server = await Nbdkit.start("--filter=cache", "file", path("disk"), "cache=writeback");
  const words = ["--console", path("said.txt"), "--store", server.uri, image];
  const random = new SeededRandom(Number(values.seed));
  let [deviceKills, serverKills, rounds] = [0, 0, 0];
  while (deviceKills < kills || serverKills < kills) {
    rounds++;
    const killed = new AbortController();
    const ended = boot(words, killed.signal);
    await sleep(400 + random.below(500));
    if (serverKills < kills) {
      serverKills++;
      await server.stop("SIGKILL");
      await sleep(random.below(200));
      await server.start();
      await sleep(random.below(400));
    }
    deviceKills++;
    killed.abort();
    const { status, error } = await ended;
    const said = readFileSync(path("said.txt"), "utf8");
    if (!expected.startsWith(said))
      return !say(`seed ${values.seed}, round ${rounds}: it said something else`);
    if (status !== null) {
      if (status !== 0) return !say(`seed ${values.seed}, round ${rounds}: status ${status}: ${error}`);
      if (said !== expected)
        return !say(`seed ${values.seed}, round ${rounds}: it ended before it had said all`);
      // Ended before all kills were done: it begins anew, on a disk that is blank again.
      await server.stop("SIGKILL");
      writeFileSync(path("disk"), "");
      truncateSync(path("disk"), 4 * 1024 * 1024);
      writeFileSync(path("said.txt"), "");
      await server.start();
    }
    if (rounds % 10 === 0)
      say(`${rounds} rounds, ${statSync(path("said.txt")).size} of ${expected.length} bytes said`);
  }
  const last = await boot(words);
  await server.stop();
  const isSame = last.status === 0 && readFileSync(path("said.txt"), "utf8") === expected;
  say(
    `${deviceKills} kills of the device, ${serverKills} of the server: ${isSame ? "nothing lost" : `lost (${last.error})`}`,
  );
  return isSame;
}

async function fuzz(cases: number): Promise<boolean> {
  let isClean = true;
  for (const [name, one] of [
    ["client", fuzzClient],
    ["server", fuzzServer],
  ] as const) {
    const { ends, failures } = await one(0, cases);
    say(`${cases} cases against our ${name}: ${JSON.stringify(ends)}, ${failures.length} failures`);
    for (const failure of failures.slice(0, 5)) say(`  ${failure}`);
    isClean &&= failures.length === 0;
  }
  say(`${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB resident at the end`);
  return isClean;
}

if (!hasNbdkit) say("nbdkit is missing: no kills");
const isKept = !hasNbdkit || (await killAll(Number(values.kills)));
const isClean = await fuzz(Number(values.cases));
rmSync(folder, { recursive: true });
process.exitCode = isKept && isClean ? 0 : 1;
