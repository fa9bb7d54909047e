/** The command line as a user meets it, on the checked-in images: no JDK is needed. */
import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { SeededRandom, bytesEqual } from "../src/base/index.ts";
import { copyDevice, packageFolder, readRom } from "../src/host/index.ts";

const command = join(packageFolder(), "build", "src", "cli", "main.js");
const folder = mkdtempSync(join(tmpdir(), "dormouse-cli-"));
t.teardown(() => rmSync(folder, { recursive: true }));

function dormouse(...words: string[]): { status: number | null; out: string; error: string } {
  const run = spawnSync(process.execPath, [command, ...words], { encoding: "utf8" });
  return { status: run.status, out: run.stdout, error: run.stderr };
}

function imageCopy(name: string, as: string): string {
  const path = join(folder, as);
  copyFileSync(join(packageFolder(), "images", `${name}.img`), path);
  return path;
}

t.test("an image under random kill -9 says what an undisturbed one says, to the byte", async (t) => {
  const calm = imageCopy("notes", "calm.img");
  const calmConsole = join(folder, "calm.txt");
  t.equal(dormouse("boot", "--console", calmConsole, calm).status, 0);
  const image = imageCopy("notes", "killed.img");
  const console = join(folder, "killed.txt");
  const random = new SeededRandom(9);
  for (let kill = 0; kill < 4; kill++) {
    const child = spawn(process.execPath, [command, "boot", "--console", console, image], {
      stdio: "ignore",
    });
    await sleep(500 + random.below(1200));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
  }
  t.equal(dormouse("boot", "--console", console, image).status, 0);
  t.equal(readFileSync(console, "utf8"), readFileSync(calmConsole, "utf8"));
  t.match(readFileSync(console, "utf8"), /checksum [0-9a-f]{8}\n$/);
  const again = dormouse("boot", image);
  t.same([again.status, again.out], [0, ""], "a process that has exited prints nothing");
  t.equal(dormouse("image", "check", image).status, 0);
});

t.test("an image is inspected, checked and cut", (t) => {
  const image = imageCopy("ledger", "ledger.img");
  t.equal(dormouse("boot", "--for", "20ms", image).status, 0);
  const inspected = JSON.parse(dormouse("image", "inspect", "--json", image).out) as {
    profile: { name: string };
  };
  t.equal(inspected.profile.name, "spot");
  const { states } = JSON.parse(dormouse("image", "states", "--json", image).out) as { states: unknown[] };
  t.ok(states.length > 0);
  const cut = dormouse("boot", "--cut-at", "7.prefix3", image);
  t.equal(cut.status, 0);
  t.match(cut.error, /power cut at 7\.prefix3/);
  t.equal(dormouse("image", "check", image).status, 0, "what the cut left is sound");
  t.end();
});

t.test("what cannot be run is told in one line, and left as it was", (t) => {
  const short = imageCopy("meter", "short.img");
  truncateSync(short, 5000);
  const flipped = imageCopy("meter", "flipped.img");
  const bytes = readFileSync(flipped);
  bytes[20] = (bytes[20] ?? 0) ^ 0x40;
  writeFileSync(flipped, bytes);
  const empty = join(folder, "empty.img");
  writeFileSync(empty, "");
  mkdirSync(join(folder, "directory.img"));
  const broken = join(folder, "Broken.class");
  writeFileSync(broken, Uint8Array.of(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61, 0));
  for (const image of [short, flipped, empty]) {
    const before = readFileSync(image);
    refused(t, dormouse("boot", image));
    t.same(readFileSync(image), before, "the image is as it was");
  }
  refused(t, dormouse("boot", join(folder, "directory.img")));
  refused(t, dormouse("boot", join(folder, "nowhere.img")));
  refused(t, dormouse("run", "-cp", folder, "Broken"));
  refused(t, dormouse("run", "-cp", folder, "Nowhere"));
  refused(t, dormouse("run", "-cp", join(folder, "nowhere.jar"), "Main"));
  refused(t, dormouse("run", "--profile", "huge", "-cp", folder, "Main"));
  refused(t, dormouse("run", "--ram", "lots", "-cp", folder, "Main"));
  refused(t, dormouse("frobnicate"));
  t.equal(dormouse("cut", "nowhere.img").status, 2, "a campaign that cannot run");
  t.notOk(existsSync(join(folder, "nowhere.img")));
  t.end();
});

t.test("the images carry the class library that is checked in", (t) => {
  for (const name of ["meter", "ledger", "notes"]) {
    const { rom } = copyDevice(join(packageFolder(), "images", `${name}.img`));
    t.ok(bytesEqual(rom, readRom()), `images/${name}.img: build it again with npm run images`);
  }
  t.end();
});

function refused(
  t: Pick<typeof import("tap").default, "ok" | "match">,
  run: { status: number | null; error: string },
): void {
  t.ok(run.status !== null && run.status >= 64 && run.status <= 78, `status ${run.status}`);
  t.match(run.error, /^dormouse: [^\n]+\n$/);
}
