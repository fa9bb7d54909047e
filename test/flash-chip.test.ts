/** `dormouse chip` as a user meets it, part files, and what a chip file keeps. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t from "tap";
import { UserError } from "../src/base/index.ts";
import { execute } from "../src/cli/command-line.ts";
import { chipFor } from "../src/device/index.ts";
import { partByName } from "../src/flash/index.ts";
import { createChip, findPart, findProfile, openChip, packageFolder } from "../src/host/index.ts";

const folder = mkdtempSync(join(tmpdir(), "dormouse-chip-"));
t.teardown(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

interface Said {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

const chip = (...words: string[]): Promise<Said> => dormouse("chip", ...words);

/** Runs a command line in this process. */
async function dormouse(...words: string[]): Promise<Said> {
  const said = { out: "", error: "" };
  const { stdout, stderr } = process;
  const write = { out: stdout.write.bind(stdout), error: stderr.write.bind(stderr) };
  stdout.write = (text: string | Uint8Array): boolean => {
    said.out += String(text);
    return true;
  };
  stderr.write = (text: string | Uint8Array): boolean => {
    said.error += String(text);
    return true;
  };
  try {
    const status = await execute(words);
    return { status, ...said };
  } finally {
    stdout.write = write.out;
    stderr.write = write.error;
  }
}

t.test("list and show", async (t) => {
  const list = await chip("list");
  t.match(list.out, /w25q128 +Winbond +nor +16M/);
  const { parts } = JSON.parse((await chip("list", "--json")).out) as { parts: { name: string }[] };
  t.ok(parts.length > 15 && parts.some(({ name }) => name === "w25n01gv"));
  t.match((await chip("show", "W25Q128")).out, /enduranceCycles +100000\n/);
  t.same(JSON.parse((await chip("show", "w25q128", "--json")).out), partByName("w25q128"));
  const none = await chip("show", "w25q999");
  t.equal(none.status, 64);
  t.match(none.error, /^dormouse: there is no part "w25q999", .*\n$/);
  t.match((await chip("--help")).out, /Examples:/);
});

t.test("a chip file is created, written, read and erased", async (t) => {
  const file = at("a.chip");
  const made = await chip("create", "--part", "w25q128", "--json", file);
  t.same([made.status, (JSON.parse(made.out) as { totalBytes: number }).totalBytes], [0, 16 * 1024 * 1024]);
  t.ok(statSync(file).size < 200_000, "a new chip takes little room");
  t.equal((await chip("create", "--part", "w25q128", file)).status, 73, "nothing is written over");
  const content = at("content");
  writeFileSync(content, Buffer.alloc(5000, "dormouse "));
  const wrote = await chip("write", "--at", "0x100", "--json", file, content);
  t.match(JSON.parse(wrote.out), { bytes: 5000, failedBlocks: [], misuses: 0, deviceMicros: /^\d+$/ });
  t.match(
    (await chip("read", "--at", "256", "--bytes", "16", file)).out,
    /^00000100 {2}64 6f 72 .*dormouse dormous\n$/,
  );
  await chip("read", "--at", "0x100", "--bytes", "5000", "-o", at("back"), file);
  t.same(readFileSync(at("back")), readFileSync(content));
  const refused = await chip("write", file, content);
  t.equal(refused.status, 65);
  t.match(refused.error, /the chip cannot do this, .*--erase/);
  t.equal((await chip("write", "--erase", file, content)).status, 0);
  t.match(JSON.parse((await chip("show", "--json", file)).out), {
    ...{ part: "w25q128", bare: true, blocks: { programmed: 2 }, eraseCount: { max: 1 } },
  });
  t.equal((await chip("erase", "--block", "1", file)).status, 0);
  t.match(JSON.parse((await chip("read", "--at", "4096", "--bytes", "4", "--json", file)).out), {
    hex: "ffffffff",
  });
  t.equal((await chip("erase", "--at", "0", "--bytes", "64K", file)).status, 0);
  for (const [words, message] of [
    [["erase", file], /what to erase/],
    [["erase", "--at", "1", file], /whole erase blocks/],
    [["erase", "--block", "4096", file], /leave a chip/],
    [["read", "--at", "16M", "--bytes", "1", file], /leave a chip/],
    [["read", at("none")], /no such file/],
    [["write", file, at("none")], /ENOENT/],
    [["age", file], /how old/],
    [["serve", "--port", "70000", file], /no port/],
  ] as const) {
    const said = await chip(...words);
    t.ok(said.status >= 64 && said.status <= 78, words.join(" "));
    t.match(said.error, message);
    t.equal(said.error.split("\n").length, 2, "one line");
  }
});

t.test("NAND in a file: spare areas, bad blocks, pages in order", async (t) => {
  const file = at("nand.chip");
  await chip("create", "--part", "mt29f2g08", "--seed", "2", file);
  const { badBlocks } = JSON.parse((await chip("show", "--json", file)).out) as { badBlocks: number[] };
  t.ok(badBlocks.length > 0);
  const open = openChip(file);
  open.chip.programPage(1, 0, new Uint8Array(2112).fill(0x5a));
  open.close();
  const read = await chip("read", "--spare", "--at", "2112", "--bytes", "2112", "--json", file);
  t.equal((JSON.parse(read.out) as { hex: string }).hex, "5a".repeat(2112));
  writeFileSync(at("page"), Buffer.alloc(2048));
  t.equal((await chip("write", file, at("page"))).status, 65, "page 0 comes before page 1");
  t.equal((await chip("write", "--lenient", file, at("page"))).status, 0);
  t.equal((await chip("erase", "--block", `${badBlocks[0]}`, file)).status, 74, "a bad block says so");
});

t.test("a chip file keeps wear, years, reads and registers", (t) => {
  const file = at("old.chip");
  createChip(file, findPart("w25q128"), { seed: 3, ageing: true });
  const first = openChip(file);
  first.chip.program(0, new Uint8Array(16));
  first.chip.age({ cycles: 1000, years: 5 });
  first.chip.ageing?.passReads(0, 77);
  first.keepRegisters(Uint8Array.of(4, 0, 0));
  first.close();
  const second = openChip(file);
  t.equal(second.nature.seed, 3);
  t.equal(second.chip.eraseCount(4095), 1000);
  t.equal(second.chip.ageing?.years, 5);
  t.equal(second.chip.ageing?.yearsSinceProgram(0), 5);
  t.equal(second.chip.ageing?.holdsData(1), false);
  t.equal(second.chip.ageing?.readsSinceErase(0), 77);
  t.same(second.registers, Uint8Array.of(4, 0, 0));
  second.chip.age({ years: 2 });
  second.close();
  const third = openChip(file, { readOnly: true });
  t.equal(third.chip.ageing?.yearsSinceProgram(0), 7);
  t.same(third.registers, Uint8Array.of(4, 0, 0));
  t.notOk(third.chip.isProtected(0, 1));
  t.ok(third.chip.isProtected(16 * 1024 * 1024 - 1, 16 * 1024 * 1024), "kept block protection holds");
  third.close();
  t.end();
});

t.test("a device's image is a chip too", async (t) => {
  const image = join(packageFolder(), "images", "notes.img");
  t.match((await chip("show", image)).out, /of a device/);
  t.equal((await chip("read", "--bytes", "64", image)).status, 0);
});

t.test("a part of one's own", async (t) => {
  const good = at("mine.yaml");
  writeFileSync(good, "extends: w25q128\nname: mine\njedecId: EF4015\ntotalBytes: 2M\nspi: null\n");
  const part = findPart(good);
  t.equal(part.totalBytes, 2 * 1024 * 1024);
  t.equal(part.programMicros.typical, 704);
  t.equal((await chip("create", "--part", good, at("mine.chip"))).status, 0);
  t.match((await chip("show", at("mine.chip"))).out, /part +mine, 2M in 512 erase blocks/);
  const json = at("mine.json");
  writeFileSync(json, JSON.stringify({ ...partByName("w25n01gv"), name: "nand-of-mine" }));
  t.equal(findPart(json).name, "nand-of-mine");
  for (const [field, text] of [
    ["totalBytes", "totalBytes: many"],
    ["totalBytes", "totalBytes: 5000"],
    ["programMicros.typical", "programMicros: { typical: fast, max: 1 }"],
    ["eraseUnits.0.micros", "eraseUnits: [{ bytes: 4K }]"],
    ["extends", "extends: w25q999"],
    ["kind", "kind: nxr"],
    ["pageOrder", "pageOrder: ascending"],
    ["spi.registers", "spi: { idBytes: EF40 }"],
    ["colour", "colour: blue"],
  ] as const) {
    const base = text.startsWith("extends") ? "" : "extends: w25q128\n";
    writeFileSync(good, `${base}name: mine\n${text.startsWith("spi") ? "" : "spi: null\n"}${text}\n`);
    const error = errorOf(() => findPart(good));
    t.ok(error.message.includes(field), `${text}: ${error.message}`);
    t.equal(error.exitStatus, 78);
  }
  t.equal(errorOf(() => findPart(at("none.yaml"))).exitStatus, 66);
});

function errorOf(action: () => unknown): UserError {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("a UserError was expected");
}

t.test("a board takes a part of one's own, and NAND", async (t) => {
  writeFileSync(
    at("small.yaml"),
    "extends: w25q128\nname: small\njedecId: null\ntotalBytes: 4M\nspi: null\n",
  );
  writeFileSync(at("board.yaml"), "name: board\nextends: spot\npart: ./small.yaml\n");
  const profile = findProfile(at("board.yaml"));
  t.equal(profile.part, "small");
  t.equal(chipFor(profile).part.totalBytes, 4 * 1024 * 1024);
  writeFileSync(at("nand.yaml"), "name: board\nextends: spot\npart: w25n01gv\n");
  t.equal(chipFor(findProfile(at("nand.yaml"))).part.kind, "nand");
  const { status, out } = await dormouse(
    "wear",
    "store",
    "--part",
    at("small.yaml"),
    "--checkpoints",
    "2",
    "--json",
    "--lines",
    "64",
  );
  t.equal(status, 0);
  t.equal((JSON.parse(out) as { part: string }).part, "small");
});

t.test("chip serve speaks serprog, writes the file, and ends with its client", async (t) => {
  const file = at("served.chip");
  const command = join(packageFolder(), "build", "src", "cli", "main.js");
  const words = [
    "chip",
    "serve",
    "--part",
    "w25q128",
    "--port",
    "0",
    "--cut-at",
    "1.prefix2",
    "--once",
    file,
  ];
  const server = spawn(process.execPath, [command, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  const port = await new Promise<number>((resolve) => {
    server.stdout.on("data", (text: Buffer) => {
      said += text.toString();
      const match = /on 127\.0\.0\.1:(\d+)\n/.exec(said);
      if (match !== null) resolve(Number(match[1]));
    });
  });
  const socket = connect(port, "127.0.0.1");
  // Write enable, program 4 bytes, status, write enable, program again: the second is cut.
  const spi = (hex: string): string => `13${(hex.length / 2).toString(16).padStart(2, "0")}0000000000${hex}`;
  const program = [
    spi("06"),
    spi("020000000a0b0c0d"),
    "13010000010000" + "05",
    spi("06"),
    spi("020000100a0b0c0d"),
  ];
  socket.write(Buffer.from(program.join(""), "hex"));
  socket.on("error", () => undefined);
  const status = await new Promise((resolve) => server.once("close", resolve));
  t.equal(status, 0);
  t.match(said, /power cut at 1\.prefix2/);
  const open = openChip(file, { readOnly: true });
  const bytes = new Uint8Array(20);
  open.chip.read(0, bytes);
  open.close();
  t.equal(Buffer.from(bytes).toString("hex"), `0a0b0c0d${"ff".repeat(12)}0a0bffff`);
  socket.destroy();
});
