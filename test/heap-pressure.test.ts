/** The heap on a device: its invariants before every commit, and what the nursery spares. */
import t from "tap";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import {
  DEFAULT_POLICY,
  Device,
  ProcessManager,
  chipFor,
  manufacture,
  profileNamed,
} from "../src/device/index.ts";
import type { DeviceOptions, Profile } from "../src/device/index.ts";
import type { FlashChip } from "../src/flash/index.ts";
import { ClassPath, copyDevice, programOf, readRom } from "../src/host/index.ts";
import { RecordingConsole } from "../src/lab/index.ts";
import { StoredProgram } from "../src/process/index.ts";
import type { Program } from "../src/process/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";
import { HEADER } from "../src/vm/layout.ts";

const rom = readRom();
const spot = profileNamed("spot") as Profile;

/** A program of a checked-in image, with arguments of the test's own: no JDK is needed. */
function programOfImage(name: string, ...words: readonly string[]): Program {
  const mounted = Store.mount(chipMemory(copyDevice(join("images", `${name}.img`)).chip));
  if (mounted.kind === "damaged") throw new Error(mounted.what);
  const { program } = new StoredProgram(mounted.store, 1);
  return { ...program, launch: { ...program.launch, arguments: words } };
}

function deviceOf(profile: Profile, program: Program, options: Partial<DeviceOptions> = {}): Device {
  const chip = chipFor(profile);
  manufacture(chip, profile, program);
  return new Device(
    { profile, chip, rom, console: new RecordingConsole(new Uint8Array()) },
    {
      ...{ checkpoint: DEFAULT_POLICY, output: "commit", pace: "max", amnesia: false, evictAlways: false },
      ...{ cutsAsked: 0, paranoid: true },
      ...options,
    },
  );
}

t.test("every commit of a program finds a sound heap, and a reference gone wrong is found", (t) => {
  const device = deviceOf({ ...spot, ramBytes: 128 * 1024 }, programOfImage("notes", "40"));
  t.same(device.run({ ticks: 300_000 }), { kind: "paused" });
  t.ok(device.stats().checkpoints > 5, "commits were made");
  const { heap } = device.process;
  const table = heap.header(HEADER.INTERN_TABLE);
  heap.setHeader(HEADER.INTERN_TABLE, table + 4);
  t.throws(() => device.checkpoint(), /before checkpoint \d+ of process 1: 0x[0-9a-f]+ is no object/);
  t.end();
});

t.test("objects that die young are not flushed", (t) => {
  const device = deviceOf(spot, programOfImage("notes", "40"));
  t.same(device.run(), { kind: "exited", status: 0 });
  const { heapBytes, lines } = device.stats();
  t.equal(heapBytes.flushed, lines.flushed * spot.lineBytes, "the heap counts what the device counts");
  t.ok(heapBytes.allocated > 0);
  t.ok(heapBytes.flushedWithoutNursery > heapBytes.flushed, "garbage died in the nursery");
  t.ok(heapBytes.flushedAsCopies > heapBytes.flushedWithoutNursery, "a whole heap is more than what changed");
  t.end();
});

const hasJavac = spawnSync("javac", ["-version"]).status === 0;

function javac(...words: readonly string[]): void {
  const { status, stderr } = spawnSync("javac", ["--release", "17", ...words], { encoding: "utf8" });
  if (status !== 0) throw new Error(`javac failed: ${stderr}`);
}

t.test("a mebibyte of garbage costs nothing", { skip: hasJavac ? false : "no javac" }, (t) => {
  const folder = t.testdir({ stub: {}, classes: {} });
  const classes = join(folder, "classes");
  // What the JDK does not have of our library is declared for the compiler; the device has its own.
  const fixtures = join("test", "fixtures", "heap");
  javac("-d", join(folder, "stub"), join(fixtures, "Device.java"));
  javac("-cp", join(folder, "stub"), "-d", classes, join(fixtures, "TenChanged.java"));
  const program = programOf(new ClassPath(classes), "TenChanged", []);
  const device = deviceOf(spot, program, { checkpoint: { kind: "request" }, paranoid: false });
  const flushed: number[] = [];
  device.onCheckpoint = ({ lines }) => flushed.push(lines);
  t.same(device.run(), { kind: "exited", status: 0 });
  const rounds = flushed.slice(-6, -1);
  t.ok(Math.max(...rounds) <= 12, `ten changed objects: ${rounds.join(", ")} lines of 256 bytes`);
  t.ok(device.stats().heapBytes.allocated > 5 << 20);
  t.end();
});

t.test("collecting dirties no line of live objects, and the nursery's pause is short", (t) => {
  const device = deviceOf({ ...spot, ramBytes: 128 * 1024 }, programOfImage("notes", "40"));
  device.run({ ticks: 150_000 });
  const { heap } = device.process;
  const { counters: before } = device.board.chip as FlashChip;
  heap.collect("young", 64);
  const pauseMicros = ((device.board.chip as FlashChip).counters.deviceNanos - before.deviceNanos) / 1000;
  t.ok(pauseMicros < 5000, `${pauseMicros} µs of device time`);
  device.checkpoint();
  const { dirtyLines } = heap;
  t.equal(dirtyLines, 0);
  t.equal(heap.collect("full", 64), true);
  t.equal(heap.dirtyLines, 0, "a full collection only reads");
  t.ok(heap.stats.fullCollections > 0);
  t.end();
});

t.test("the report of a heap adds up, and says what keeps objects alive", (t) => {
  const device = deviceOf(spot, programOfImage("notes", "40"));
  device.run({ ticks: 150_000 });
  device.checkpoint();
  const board = { profile: spot, rom };
  const manager = new ProcessManager(device.board.chip);
  const report = manager.heap(1, board);
  const sum = (key: "objects" | "bytes"): number =>
    report.classes.reduce((total, each) => total + each[key], 0);
  t.equal(sum("objects"), report.objects);
  t.equal(sum("bytes"), report.liveBytes);
  t.ok(report.liveBytes <= report.usedLines * report.lineBytes);
  const stored = report.sections.reduce((total, { storedLines }) => total + storedLines, 0);
  t.equal(stored, device.store.lineCount(1), "each line of the process lies in one section");
  t.ok(report.sections.every(({ flushed, storedLines }) => flushed || storedLines === 0));
  for (const { name, objects } of report.classes.slice(0, 10)) {
    const { why } = manager.heap(1, board, { kind: "class", name, pathsMax: 2 });
    t.equal(why?.matches, objects, name);
    for (const path of why?.paths ?? []) {
      t.equal(path.steps.at(-1)?.address, path.address, "the way leads to the object");
      t.notMatch(path.steps[0]?.slot, /^\[|word/, "and begins at a root");
    }
  }
  const address = manager.heap(1, board, { kind: "class", name: "java.lang.String", pathsMax: 1 }).why
    ?.paths[0]?.address;
  t.equal(manager.heap(1, board, { kind: "object", address: address ?? 0, pathsMax: 1 }).why?.matches, 1);
  t.equal(manager.heap(1, board, { kind: "object", address: 8, pathsMax: 1 }).why?.matches, 0);
  t.throws(() => manager.heap(2, board), /there is no process 2/);
  const fresh = deviceOf(spot, programOfImage("notes", "1")).board.chip;
  t.throws(() => new ProcessManager(fresh).heap(1, board), /no heap before it begins/);
  t.end();
});
