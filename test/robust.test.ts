/**
 * Whatever is wrong with what a user gives, it is told in one line with a way out and a status of 64 to 78, and the image is as it was. The
 * commands are executed in this process; no JDK is needed: the program is that of a checked-in image.
 */
import { spawnSync } from "node:child_process";
import type { SpawnSyncReturns } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import t from "tap";
import { SeededRandom, crc32, writeUint32 } from "../src/base/index.ts";
import { execute } from "../src/cli/command-line.ts";
import { FIRST_PROCESS } from "../src/device/index.ts";
import { copyDevice, openDevice, packageFolder } from "../src/host/index.ts";
import { StoredProgram } from "../src/process/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";

const folder = mkdtempSync(join(tmpdir(), "dormouse-robust-"));
t.teardown(() => rmSync(folder, { recursive: true }));
const command = join(packageFolder(), "build", "src", "cli", "main.js");
const meter = join(packageFolder(), "images", "meter.img");
const at = (name: string): string => join(folder, name);

interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** Executes a command here. Console output of programs must go to a file: it would not be caught. */
async function dormouse(...words: string[]): Promise<Outcome> {
  const said = { out: "", error: "" };
  const { write } = process.stdout;
  const writeError = process.stderr.write;
  process.stdout.write = (text: string | Uint8Array) => ((said.out += String(text)), true);
  process.stderr.write = (text: string | Uint8Array) => ((said.error += String(text)), true);
  try {
    return { status: await execute(words), ...said };
  } finally {
    process.stdout.write = write;
    process.stderr.write = writeError;
  }
}

/** What is not told in one line with a status of 64 to 78, if anything. */
function complaintAbout({ status, error }: Outcome): string | undefined {
  if (status < 64 || status > 78 || status === 70) return `status ${status}: ${error}`;
  return /^dormouse: [^\n]+, [^\n]+, [^\n]+\n$/.test(error) ? undefined : `not one line: ${error}`;
}

const baseImage = at("base.img");
const baseConsole = at("base.txt");
copyFileSync(meter, baseImage);
await dormouse("boot", "--for", "150ms", "--console", baseConsole, baseImage);
const base = readFileSync(baseImage);

/** Boots a broken image for a moment. Undefined: it was refused and is as it was. */
async function bootBroken(bytes: Uint8Array, mayBoot: boolean): Promise<string | undefined> {
  const image = at("broken.img");
  writeFileSync(image, bytes);
  copyFileSync(baseConsole, at("broken.txt"));
  const outcome = await dormouse("boot", "--for", "3ms", "--console", at("broken.txt"), image);
  if (outcome.status === 0 && mayBoot) return undefined;
  return complaintAbout(outcome) ?? (readFileSync(image).equals(bytes) ? undefined : "the image was changed");
}

t.test("an image cut short anywhere is refused", async (t) => {
  const random = new SeededRandom(1);
  const lengths = [0, 1, 7, 8, 12, 99, 4095, 4096, base.length - 1, base.length - 4096];
  while (lengths.length < 40) lengths.push(random.below(base.length));
  const found = [];
  for (const length of lengths) {
    const complaint = await bootBroken(base.subarray(0, length), false);
    if (complaint !== undefined) found.push(`cut to ${length} bytes: ${complaint}`);
  }
  t.same(found, []);
});

t.test("an image with flipped bits is refused, or boots where they did not matter", async (t) => {
  const random = new SeededRandom(2);
  const places = Array.from({ length: 128 }, (_, byte) => [byte]);
  for (let byte = 128; byte < 4096; byte += 131) places.push([byte]);
  for (let more = 0; more < 100; more++)
    places.push(Array.from({ length: 1 + (more % 3) }, () => random.below(base.length)));
  // Blocks and their table lie behind the class library, which is most of the file.
  for (let more = 0; more < 100; more++) places.push([base.length - 1 - random.below(110_000)]);
  const found = [];
  for (const bytes of places) {
    const flipped = Buffer.from(base);
    for (const byte of bytes) flipped[byte] = (flipped[byte] ?? 0) ^ (1 << (byte & 7));
    const complaint = await bootBroken(flipped, (bytes[0] ?? 0) >= 4096);
    if (complaint !== undefined) found.push(`bytes ${bytes.join(", ")} flipped: ${complaint}`);
  }
  t.same(found, []);
});

t.test(
  "an image of another version, an empty one, a folder, none, one that may not be written, one in use",
  async (t) => {
    const other = Buffer.from(base);
    writeUint32(other, 8, 2);
    writeUint32(other, 12, 0);
    writeUint32(other, 12, crc32(other.subarray(0, 4096)));
    t.equal(await bootBroken(other, false), undefined);
    mkdirSync(at("folder.img"));
    writeFileSync(at("text.img"), "DORMICE are no image");
    copyFileSync(baseImage, at("kept.img"));
    chmodSync(at("kept.img"), 0o444);
    copyFileSync(baseImage, at("used.img"));
    const open = openDevice(at("used.img"));
    t.teardown(() => open.close());
    const expected = { "folder.img": 65, "text.img": 65, "nowhere.img": 66, "kept.img": 77, "used.img": 75 };
    for (const [name, status] of Object.entries(expected)) {
      const outcome = await dormouse("boot", "--console", at("none.txt"), at(name));
      t.equal(complaintAbout(outcome), undefined, name);
      t.equal(outcome.status, status, name);
    }
    t.ok(readFileSync(at("used.img")).equals(base) && readFileSync(at("kept.img")).equals(base));
    t.match(await dormouse("boot", at("used.img")), { error: /in use by .*process id \d+/ });
  },
);

t.test("bad options are refused before the image changes", async (t) => {
  copyFileSync(baseImage, at("options.img"));
  const image = at("options.img");
  const bad: readonly (readonly string[])[] = [
    ...["", "0t", "5", "-1t", "9ms9", "99999999999999999999t", "never"].map((word) => [
      "boot",
      "--checkpoint",
      word,
    ]),
    ...["x", "5", "-5ms", "1e9s", ""].map((word) => ["boot", "--for", word]),
    ...["x", "1", "1.nope", "1.prefix", "1.none/", "-1.none"].map((word) => ["boot", "--cut-at", word]),
    ["boot", "--console", join(folder, "nowhere", "out.txt"), "--restart"],
    ["boot", "--stats", folder, "--clean"],
    ["boot", "--pace", "fast"],
    ["boot", "--nope"],
    ["boot", "and", "another"],
    ["image", "inspect", "--nope"],
    ["image", "build", "--main", "Main", "-o", at("new.img"), "-cp", at("nowhere"), "--"],
    ["image", "nope"],
    ["nope"],
  ];
  for (const words of bad) {
    const outcome = await dormouse(...words, image);
    t.equal(complaintAbout(outcome), undefined, words.join(" "));
  }
  t.ok(readFileSync(image).equals(base), "the image is as it was");
  for (const policy of ["30000t", "2ms", "20l", "request"]) {
    copyFileSync(baseConsole, at("policy.txt"));
    copyFileSync(baseImage, image);
    const words = ["boot", "--for", "20ms", "--checkpoint", policy, "--console", at("policy.txt"), image];
    t.equal((await dormouse(...words)).status, 0, policy);
    t.equal((await dormouse("image", "check", image)).status, 0, policy);
  }
});

/** The program of a checked-in image, as class files. */
function unpackProgram(): string {
  const mounted = Store.mount(chipMemory(copyDevice(meter).chip));
  if (mounted.kind !== "mounted") throw new Error("images/meter.img is damaged");
  const { program } = new StoredProgram(mounted.store, FIRST_PROCESS);
  for (const [name, bytes] of program.classes) {
    const file = join(folder, "classes", `${name}.class`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return join(folder, "classes");
}

t.test("what cannot be run is refused, with the number that would do", async (t) => {
  const classes = unpackProgram();
  const run = (...options: string[]): Promise<Outcome> =>
    dormouse("run", "--keep", at("run.img"), ...options, "-cp", classes, "meter.Meter", "1");
  for (const profile of ["tiny", "spot"]) {
    const little = await run("--profile", profile, "--ram", "9K");
    t.equal(complaintAbout(little), undefined, profile);
    t.equal(little.status, 78);
    t.notOk(existsSync(at("run.img")));
    const enough = /give --ram (\d+K) or more/.exec(little.error)?.[1];
    writeFileSync(at("enough.yaml"), `name: enough\nextends: ${profile}\nramBytes: ${enough}\n`);
    const words = [
      "--profile",
      at("enough.yaml"),
      "-cp",
      classes,
      "--main",
      "meter.Meter",
      "-o",
      at("run.img"),
    ];
    t.equal((await dormouse("image", "build", ...words, "--", "1")).status, 0, `${enough} would do`);
    const boot = await dormouse("boot", "--for", "5ms", "--console", at("run.txt"), at("run.img"));
    t.same(boot, { status: 0, out: "", error: "" });
    rmSync(at("run.img"));
    rmSync(at("run.txt"));
  }
  writeFileSync(at("broken.jar"), base.subarray(0, 999));
  writeFileSync(at("folder.img/Main.class"), base.subarray(0, 999));
  const bad: readonly (readonly string[])[] = [
    ["--flash", "64K", "-cp", classes, "meter.Meter"],
    ["--flash", "5000", "-cp", classes, "meter.Meter"],
    ["--flash", "100G", "-cp", classes, "meter.Meter"],
    ["--ram", "0", "-cp", classes, "meter.Meter"],
    ["--cuts", "-1", "-cp", classes, "meter.Meter"],
    ["--seed", "x", "-cp", classes, "meter.Meter"],
    ["--profile", "huge", "-cp", classes, "meter.Meter"],
    ["--profile", at("nowhere.yaml"), "-cp", classes, "meter.Meter"],
    ["--stats", folder, "-cp", classes, "meter.Meter"],
    ["--keep", baseImage, "-cp", classes, "meter.Meter"],
    ["--keep", at("nowhere/new.img"), "-cp", classes, "meter.Meter"],
    ["-cp", classes, "meter.Nowhere"],
    ["-cp", classes, "meter.Day"],
    ["-cp", at("nowhere"), "Main"],
    ["-cp", at("broken.jar"), "Main"],
    ["-jar", at("broken.jar")],
    ["-jar", at("nowhere.jar")],
    ["-cp", at("folder.img"), "Main"],
    ["-cp"],
    [],
  ];
  for (const words of bad)
    t.equal(complaintAbout(await dormouse("run", ...words)), undefined, words.join(" "));
  t.notOk(existsSync(at("run.img")), "nothing is left of what could not be made");
});

t.test("profiles that cannot be are refused with the field", async (t) => {
  const bad = {
    ramBytes: ["0", "big"],
    part: ["nope"],
    lineBytes: ["100", "128", "4K"],
    windowLines: ["1", "100000"],
    codeBytes: ["4G"],
    tenuredBytes: ["1", "3G"],
    mainStackBytes: ["1000"],
    stackBytes: ["1", "1G"],
    threadSlots: ["0", "2000"],
    outboxBytes: ["1G"],
    keepStates: ["0", "65"],
  };
  for (const [field, values] of Object.entries(bad)) {
    for (const value of values) {
      writeFileSync(at("profile.yaml"), `name: mine\nextends: spot\n${field}: ${value}\n`);
      const outcome = await dormouse(
        "run",
        "--profile",
        at("profile.yaml"),
        "-cp",
        at("classes"),
        "meter.Meter",
      );
      t.equal(complaintAbout(outcome), undefined, `${field}: ${value}`);
      t.match(outcome.error, `field ${field}`);
    }
  }
});

t.test("a full disk of the host is a power cut", async (t) => {
  copyFileSync(meter, at("full.img"));
  const node = (script: string, ...words: string[]): SpawnSyncReturns<string> =>
    spawnSync("bash", ["-c", script, process.execPath, command, ...words], { encoding: "utf8" });
  const words = ["--for", "2s", "--console", at("full.txt"), at("full.img")];
  const full = node('ulimit -f 420; exec "$0" "$@"', "boot", ...words);
  t.equal(full.status, 74);
  t.match(full.stderr, /^dormouse: the disk has no room for the image, [^\n]+, make room[^\n]+\n$/);
  t.equal((await dormouse("image", "check", at("full.img"))).status, 0, "what is left is sound");
  const console = node('"$0" "$@" >/dev/full', "boot", "--restart", "--for", "150ms", at("full.img"));
  t.equal(console.status, 74, "a console that is full");
});

t.test("every command says how it is used, with an example", async (t) => {
  for (const words of [[], ["run"], ["javac"], ["image"], ["image", "build"], ["boot"], ["cut"]]) {
    const help = await dormouse(...words, "--help");
    t.equal(help.status, 0);
    t.match(help.out, /Usage: dormouse/);
    t.match(help.out, /Examples?:\n +dormouse /, words.join(" "));
  }
});
