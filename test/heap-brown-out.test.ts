/** A hold-up bounds what may be dirty: at no instant would a flush exceed it, and a warning that is heeded loses nothing. */
import t from "tap";
import { join } from "node:path";
import { SeededRandom } from "../src/base/index.ts";
import { DEFAULT_POLICY, Device, chipFor, manufacture, profileNamed } from "../src/device/index.ts";
import type { DeviceStop, Profile } from "../src/device/index.ts";
import { FlashChip, MemoryCarrier } from "../src/flash/index.ts";
import { copyDevice, profileWith, readRom } from "../src/host/index.ts";
import { RecordingConsole } from "../src/lab/index.ts";
import { StoredProgram } from "../src/process/index.ts";
import type { Program } from "../src/process/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";

const rom = readRom();
const spot = profileNamed("spot") as Profile;
const seed = Number(process.env["HEAP_SEED"] ?? 5);
/** How much is tried: the long run takes a minute. */
const size = process.env["DORMOUSE_LONG"] === "1" ? 60 : 10;
const replay = `replay: HEAP_SEED=${seed} npx tap build/test/heap-brown-out.test.js`;

/** A program of a checked-in image, with arguments of the test's own: no JDK is needed. */
function programOfImage(name: string, ...words: readonly string[]): Program {
  const mounted = Store.mount(chipMemory(copyDevice(join("images", `${name}.img`)).chip));
  if (mounted.kind === "damaged") throw new Error(mounted.what);
  const { program } = new StoredProgram(mounted.store, 1);
  return { ...program, launch: { ...program.launch, arguments: words } };
}

interface Bench {
  readonly device: Device;
  readonly chip: FlashChip;
  readonly console: RecordingConsole;
}

/** A board whose chip takes the part's longest times for everything. */
function benchOf(holdUp: string, program: Program): Bench {
  const profile = { ...spot, holdUp };
  const { part } = chipFor(profile);
  const chip = new FlashChip(part, MemoryCarrier.forPart(part), { figure: "max" });
  manufacture(chip, profile, program);
  const console = new RecordingConsole(new Uint8Array());
  const device = new Device(
    { profile, chip, rom, console },
    {
      ...{ checkpoint: { kind: "request" }, output: "commit", pace: "max", amnesia: false },
      ...{ evictAlways: false, cutsAsked: 0 },
    },
  );
  return { device, chip, console };
}

const textOf = ({ console }: Bench): string => new TextDecoder().decode(console.seen(1));

t.test("what a checkpoint would have to flush stays within the hold-up, at every instant", (t) => {
  const plain = benchOf("100000l", programOfImage("notes", String(size)));
  t.same(plain.device.run(), { kind: "exited", status: 0 });
  for (const lines of [32, 128, 512]) {
    const bench = benchOf(`${lines}l`, programOfImage("notes", String(size)));
    let largest = 0;
    bench.device.onCheckpoint = (made) => (largest = Math.max(largest, made.lines));
    t.same(bench.device.run(), { kind: "exited", status: 0 });
    const { flushLines, checkpoints } = bench.device.stats();
    t.same(flushLines?.max, lines);
    const worst = flushLines?.worst ?? Infinity;
    t.ok(worst <= lines, `at worst ${worst} of ${lines} lines would have been flushed`);
    t.ok(worst > lines / 2, "which is a use of it");
    t.ok(largest <= worst, `${checkpoints} checkpoints flushed ${largest} lines at most`);
    t.equal(textOf(bench), textOf(plain));
  }
  t.end();
});

t.test("a warning that comes while the program runs loses nothing", (t) => {
  const random = new SeededRandom(seed);
  for (const holdUp of size > 10 ? ["32l", "128l", "512l", "900ms", "90mJ"] : ["32l", "512l", "90mJ"]) {
    const bench = benchOf(holdUp, programOfImage("notes", String(size)));
    let stop: DeviceStop = bench.device.run({ ticks: 0 });
    let warnings = 0;
    for (; stop.kind !== "exited"; warnings++) {
      const asked = bench.device.ticks + random.below(80_000);
      stop = bench.device.run({ ticks: asked - bench.device.ticks });
      if (stop.kind !== "paused") break;
      const { ticks } = bench.device;
      const { usedMicros, holdUpMicros } = bench.device.brownOut(ticks - asked);
      const where = `warning ${warnings} at tick ${ticks}, hold-up ${holdUp}`;
      if (usedMicros > holdUpMicros) t.fail(`${where}: took ${usedMicros} of ${holdUpMicros} µs; ${replay}`);
      stop = bench.device.run({ ticks: 0 });
      if (bench.device.ticks !== ticks) t.fail(`${where}: back at tick ${bench.device.ticks}; ${replay}`);
    }
    t.ok(warnings > 2, `${warnings} warnings with a hold-up of ${holdUp}`);
    t.same(stop, { kind: "exited", status: 0 });
    const { ticksLost, cuts } = bench.device.stats();
    t.equal(ticksLost, 0);
    t.equal(cuts, warnings);
  }
  t.end();
});

t.test("a warning that comes while the flash works loses nothing", (t) => {
  const random = new SeededRandom(seed);
  const program = programOfImage("notes", String(size));
  const bench = benchOf("48l", program);
  const whole = benchOf("48l", program);
  whole.device.run();
  let cuts = 0;
  for (;;) {
    const stop = bench.device.run({ brownOutAt: random.below(400) });
    if (stop.kind === "exited") break;
    if (stop.kind !== "cut") t.fail(`stopped by ${stop.kind}; ${replay}`);
    cuts++;
  }
  const stats = bench.device.stats();
  t.ok(cuts > 2, `${cuts} warnings`);
  t.equal(stats.ticksLost, 0, replay);
  t.equal(textOf(bench), textOf(whole));
  t.end();
});

t.test("without a hold-up, and after a hold-up that is too short, what was not committed is lost", (t) => {
  const bench = benchOf("512l", programOfImage("notes", "30"));
  t.same(bench.device.run({ ticks: 60_000 }), { kind: "paused" });
  const { ticks } = bench.device;
  // The warning is heeded only when the hold-up is nearly over.
  const late = bench.device.brownOut(100_000_000);
  t.ok(late.usedMicros >= late.holdUpMicros, "the flush was torn, or never begun");
  bench.device.run({ ticks: 0 });
  t.ok(bench.device.ticks < ticks);
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  t.end();
});

t.test("a hold-up that cannot do is refused with one that would", (t) => {
  const program = programOfImage("notes", "1");
  const refused = (holdUp: string): string => {
    try {
      benchOf(holdUp, program).device.run({ ticks: 0 });
      return "";
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  const told = /give (\d+)l, or (\d+)ms, or more/.exec(refused("3l"));
  const [, lines, millis] = told ?? [];
  t.ok(Number(lines) <= 32, `${lines} lines do`);
  t.equal(refused(`${lines}l`), "");
  t.match(refused(`${Number(lines) - 1}l`), /too short/);
  t.equal(refused(`${millis}ms`), "");
  t.throws(() => profileWith(spot, { holdUp: "soon" }, "--set"), /"soon" is no hold-up/);
  t.equal(profileWith(spot, { holdUp: "20ms" }, "--set").holdUp, "20ms");
  t.equal(DEFAULT_POLICY.kind, "ticks");
  t.end();
});
