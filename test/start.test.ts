import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { tmpdir } from "node:os";
import t from "tap";
import { packageFolder } from "../src/host/index.ts";
import { smallProgram } from "../src/cli/small-program.ts";

interface Stats {
  readonly ramBytesMax: number;
  readonly ticks: number;
  readonly lines: { readonly loaded: number };
}

const cli = join(packageFolder(), "build", "src", "cli");
const folder = mkdtempSync(join(tmpdir(), "dormouse-start-"));
writeFileSync(join(folder, "Main.class"), smallProgram);

function statsOf(...words: readonly string[]): Stats {
  const { status, stdout, stderr } = spawnSync("node", [join(cli, "dormouse.js"), ...words], {
    encoding: "utf8",
  });
  t.equal(status, 0, `dormouse ${words.join(" ")}`);
  t.equal(stdout, "0\n");
  return JSON.parse(stderr) as Stats;
}

// How long a start takes is printed by `npm run bench -- --start`; what it does is counted here.

t.test("a small program takes less than 64 KiB of RAM and few ticks to its end", (t) => {
  const { ramBytesMax, ticks } = statsOf("run", "--profile", "tiny", "--stats", "-", "-cp", folder, "Main");
  t.ok(ramBytesMax < 40_000, `${ramBytesMax} bytes of RAM`);
  t.ok(ticks < 20_000, `${ticks} ticks`);
  t.end();
});

t.test("a persisted program is read by the line", (t) => {
  const image = join(folder, "small.img");
  const build = ["image", "build", "--profile", "spot", "-cp", folder, "--main", "Main", "-o", image];
  t.equal(spawnSync("node", [join(cli, "dormouse.js"), ...build]).status, 0, build.join(" "));
  const { lines } = statsOf("boot", "--stats", "-", image);
  t.ok(lines.loaded < 400, `${lines.loaded} lines loaded`);
  t.end();
});

t.test("V8 takes the code that was made for the bundle at build time", (t) => {
  const path = join(cli, "dormouse.bundle.cjs");
  const cachedData = readFileSync(join(cli, "dormouse.bundle.cache"));
  const script = new Script(readFileSync(path, "latin1"), { filename: path, cachedData });
  t.equal(script.cachedDataRejected, false);
  t.end();
});
