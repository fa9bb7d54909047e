/** Several processes on one device: turns, RAM for fewer than all, suspension, rollback, and cuts at every operation of each. */
import t from "tap";
import { join } from "node:path";
import {
  DEFAULT_POLICY,
  Device,
  ProcessManager,
  chipFor,
  manufacture,
  restart,
  profileNamed,
} from "../../src/device/index.ts";
import type { DeviceEvent, DeviceOptions, Profile } from "../../src/device/index.ts";
import { PowerCut, eraseShapes, programShapes } from "../../src/flash/index.ts";
import type { FlashChip } from "../../src/flash/index.ts";
import { copyDevice, readRom } from "../../src/host/index.ts";
import { RecordingConsole, checkInvariants } from "../../src/lab/index.ts";
import { StoredProgram } from "../../src/process/index.ts";
import type { Program } from "../../src/process/index.ts";
import { Store, chipMemory } from "../../src/store/index.ts";

const rom = readRom();
const spot = profileNamed("spot") as Profile;

/** A program of a checked-in image, with arguments of the test's own: no JDK is needed. */
function programOfImage(name: string, ...words: readonly string[]): Program {
  const mounted = Store.mount(chipMemory(copyDevice(join("images", `${name}.img`)).chip));
  if (mounted.kind === "damaged") throw new Error(mounted.what);
  const { program } = new StoredProgram(mounted.store, 1);
  return { ...program, launch: { ...program.launch, arguments: words } };
}

/** A device with consoles that outlast its power cuts, one per process. */
class Bench {
  readonly chip: FlashChip;
  readonly events: DeviceEvent[] = [];
  readonly #consoles: Map<number, RecordingConsole>;
  device: Device;

  constructor(chip: FlashChip, heard?: Bench) {
    this.chip = chip;
    const copies = [...(heard === undefined ? [] : heard.#consoles)].map(
      ([process, console]) => [process, new RecordingConsole(new Uint8Array(), console)] as const,
    );
    this.#consoles = new Map(copies);
    this.device = this.#make();
  }

  static of(...programs: readonly Program[]): Bench {
    const chip = chipFor(spot);
    manufacture(chip, spot, programs[0] as Program);
    const manager = new ProcessManager(chip);
    for (const program of programs.slice(1)) manager.start(program);
    return new Bench(chip);
  }

  /** The same with the power gone. */
  fork(): Bench {
    return new Bench(this.chip.fork(), this);
  }

  text(process: number): string {
    return new TextDecoder().decode(this.console(process).seen(1));
  }

  console(process: number): RecordingConsole {
    const console = this.#consoles.get(process) ?? new RecordingConsole(new Uint8Array());
    this.#consoles.set(process, console);
    return console;
  }

  #make(): Device {
    const options: DeviceOptions = {
      checkpoint: DEFAULT_POLICY,
      output: "commit",
      pace: "max",
      amnesia: false,
      evictAlways: false,
      cutsAsked: 0,
    };
    const consoleOf = (process: number): RecordingConsole => this.console(process);
    const device = new Device(
      { profile: spot, chip: this.chip, rom, console: consoleOf(1), consoleOf },
      options,
    );
    device.onEvent = (event) => this.events.push(event);
    return device;
  }
}

function alone(program: Program): { text: string; ticks: number } {
  const bench = Bench.of(program);
  bench.device.run();
  return { text: bench.text(1), ticks: bench.device.stats().ticks };
}

const ledger = (seed: number): Program =>
  programOfImage("ledger", String(3 + (seed % 3)), String(20 + seed), "2");
const notes = (): Program => programOfImage("notes", "3");

t.test("sixteen processes on RAM for two end as each does alone", async (t) => {
  const programs = Array.from({ length: 16 }, (_, index) => (index % 4 === 3 ? notes() : ledger(index)));
  const bench = Bench.of(...programs);
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  const lone = programs.map(alone);
  for (const [index, { text }] of lone.entries())
    t.equal(bench.text(index + 1), text, `process ${index + 1}`);
  const stats = bench.device.stats();
  t.equal(
    stats.ticks,
    lone.reduce((sum, { ticks }) => sum + ticks, 0),
    "no tick more than alone",
  );
  t.ok(stats.swaps > 16, "they took turns in RAM");
  t.ok(stats.ramBytesMax <= spot.ramBytes, "and stayed within it");
});

t.test("several processes under power cuts say everything once", async (t) => {
  const programs = [ledger(1), notes(), ledger(2)];
  const bench = Bench.of(...programs);
  let cuts = 0;
  for (let operation = 40; ; operation += 7) {
    const stop = bench.device.run({ cut: { operation, seed: operation } });
    if (stop.kind === "exited") break;
    t.equal(stop.kind, "cut");
    cuts++;
  }
  t.ok(cuts >= 5, `${cuts} cuts`);
  for (const [index, program] of programs.entries()) t.equal(bench.text(index + 1), alone(program).text);
});

t.test("suspended, the machine is gone; resumed, it goes on where it was", async (t) => {
  const bench = Bench.of(ledger(1), ledger(2));
  bench.device.run({ ticks: 60_000 });
  bench.device.suspend(1);
  bench.device.powerOff();
  const kinds = bench.events
    .filter(({ process, kind }) => process === 1 && kind !== "checkpoint")
    .map(({ kind }) => kind);
  t.same(kinds, ["begun", "suspending", "suspended"]);
  t.same(bench.device.run(), { kind: "suspended" }, "the other one ends");
  t.equal(bench.text(2), alone(ledger(2)).text);
  bench.device.resume(1);
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  t.equal(bench.text(1), alone(ledger(1)).text);
  t.same(
    bench.events
      .filter(({ process, kind }) => process === 1 && kind !== "checkpoint")
      .map(({ kind }) => kind)
      .slice(3),
    ["reconstituted", "running", "exited"],
  );
});

const back = { process: 1, later: "drop", wholeDevice: false } as const;

t.test("rolled back, a process speaks again from there, in a new generation", async (t) => {
  const bench = Bench.of(notes());
  bench.device.run();
  bench.device.powerOff();
  const whole = bench.text(1);
  const manager = new ProcessManager(bench.chip);
  const { states, generation, state } = manager.get(1);
  t.throws(() => manager.rollback({ ...back, state: 9999 }), /process 1 has no state 9999/);
  const [oldest] = states;
  manager.rollback({ ...back, state: oldest as number });
  t.not(oldest, state);
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  t.equal(new ProcessManager(bench.chip).get(1).generation, generation + 1);
  const again = bench.text(1).slice(whole.length);
  t.equal(bench.text(1).slice(0, whole.length), whole, "what was said stays said");
  t.ok(again.length > 0 && whole.endsWith(again), "and the end is said again");
});

t.test("later states stay as a branch, and any of them can be resumed", async (t) => {
  const bench = Bench.of(ledger(1), notes());
  bench.device.run({ ticks: 60_000 });
  bench.device.checkpoint();
  bench.device.powerOff();
  const manager = new ProcessManager(bench.chip);
  const named = manager.keep(undefined, "sixty");
  const ticksOf = (process: number): number => new ProcessManager(bench.chip).get(process).ticks;
  const then = [ticksOf(1), ticksOf(2)];
  bench.device.run();
  bench.device.powerOff();
  const ends = [ticksOf(1), ticksOf(2)];
  const said = bench.text(1);

  const states = new ProcessManager(bench.chip).states();
  t.same(
    states.filter(({ label }) => label === "sixty").map(({ process, state }) => [process, state]),
    [
      [1, named],
      [2, named],
    ],
    "named states are kept, however many come after them",
  );
  new ProcessManager(bench.chip).rollback({ ...back, state: named, later: "keep" });
  t.same([ticksOf(1), ticksOf(2)], [then[0], ends[1]], "the other process stays where it is");
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  bench.device.powerOff();
  t.ok(said.endsWith(bench.text(1).slice(said.length)), "it says the rest again");

  const branch = new ProcessManager(bench.chip).states().find(({ label }) => label === "branch-1");
  t.equal(branch?.ticks, ends[0], "what it had come to is a branch");
  new ProcessManager(bench.chip).rollback({ ...back, state: branch?.state ?? 0, later: "keep" });
  t.equal(new ProcessManager(bench.chip).get(1).status, "EXITED", "and can be resumed too");

  new ProcessManager(bench.chip).rollback({ ...back, state: named, later: "drop", wholeDevice: true });
  t.same([ticksOf(1), ticksOf(2)], then, "or all of the device goes back");
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  t.same(checkInvariants(bench.device), []);
  bench.device.powerOff();
  t.ok(bench.text(2).endsWith(alone(notes()).text.slice(-40)), "and ends as it did");

  const last = new ProcessManager(bench.chip);
  last.forget(1, named);
  t.notOk(
    last.states().some(({ process, state }) => process === 1 && state === named),
    "forgotten",
  );
  t.throws(() => last.forget(1, last.get(1).state), /is the one that process 1 is in/);
  t.throws(() => last.keep(1, "no name"), /is no name of a state/);
});

type Act = (bench: Bench) => void;

/** Tears every operation of `act` in every shape, and hands over what boots. Returns the number of cuts. */
function cutEverywhere(before: Bench, act: Act, judge: (after: Bench, cut: string) => void): number {
  let cuts = 0;
  const whole = before.fork();
  whole.chip.powerOn();
  const shapes: (readonly string[])[] = [];
  whole.chip.observe((_kind, _address, bytes) => {
    shapes.push(
      bytes === null ? eraseShapes() : programShapes(bytes.length, whole.chip.part.programUnitBytes),
    );
  });
  act(whole);
  whole.chip.observe(null);
  // Laying down a program is much of the same: every 25th operation of a long act, and its last ones.
  const stride = shapes.length > 40 ? 25 : 1;
  for (const [operation, names] of shapes.entries()) {
    if (operation % stride !== 0 && operation < shapes.length - 3) continue;
    for (const shape of names) {
      const cut = before.fork();
      cut.chip.powerOn();
      cut.chip.armCut({ operation, shape });
      try {
        act(cut);
      } catch (error) {
        if (!(error instanceof PowerCut)) throw error;
      }
      const after = cut.fork();
      after.chip.powerOn();
      judge(after, `${operation}.${shape}`);
      cuts++;
    }
  }
  return cuts;
}

t.test("a cut at any operation of a change to a process leaves the state before or after", async (t) => {
  const bench = Bench.of(ledger(1), notes());
  bench.device.run({ ticks: 80_000 });
  bench.device.powerOff();
  const summary = (one: Bench): string =>
    JSON.stringify(new ProcessManager(one.chip).list().map(({ status, ticks }) => [status, ticks]));
  const acts: readonly (readonly [string, Act])[] = [
    ["suspend", ({ chip }) => new ProcessManager(chip).suspend(1)],
    ["stop", ({ chip }) => new ProcessManager(chip).stop(1)],
    ["drop", ({ chip }) => new ProcessManager(chip).drop(1)],
    ["start", ({ chip }) => void new ProcessManager(chip).start(ledger(3))],
    ["keep", ({ chip }) => void new ProcessManager(chip).keep(undefined, "now")],
    [
      "rollback to a branch",
      ({ chip }) => {
        const manager = new ProcessManager(chip);
        manager.rollback({ ...back, state: manager.get(1).states[0] as number, later: "keep" });
      },
    ],
    [
      "rollback",
      ({ chip }) => {
        const manager = new ProcessManager(chip);
        manager.rollback({ ...back, state: manager.get(1).states[0] as number });
      },
    ],
  ];
  const ended = [alone(ledger(1)).text, alone(notes()).text];
  for (const [name, act] of acts) {
    const done = bench.fork();
    done.chip.powerOn();
    act(done);
    const allowed = new Set([summary(bench.fork()), summary(done)]);
    const cuts = cutEverywhere(bench, act, (after, cut) => {
      after.device.run({ ticks: 0 });
      const wrong = checkInvariants(after.device);
      after.device.powerOff();
      if (wrong.length > 0 || !allowed.has(summary(after)))
        t.fail(`${name} cut at ${cut}: ${summary(after)} ${wrong[0]?.what}`);
      if (/[05]\.prefix1$/.test(cut) && name !== "stop") {
        after.device.run();
        t.ok(after.text(2) === ended[1], `${name} cut at ${cut}: the other process ends as it should`);
      }
    });
    t.ok(cuts > 8, `${name}: ${cuts} cuts`);
  }
});

t.test("processes whose garbage together is more than the flash collect before it is full", async (t) => {
  const bench = Bench.of(programOfImage("notes", "700"), programOfImage("notes", "650"));
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  t.ok(bench.device.stats().collections.full > 0, "by collecting all of a heap");
  t.same(checkInvariants(bench.device), []);
});

t.test("bad requests are refused with a reason", async (t) => {
  const bench = Bench.of(ledger(1));
  const manager = new ProcessManager(bench.chip);
  t.throws(() => manager.suspend(7), /there is no process 7/);
  t.throws(() => manager.resume(1), /the process is NEW/);
  t.throws(() => manager.stop(1), /the process is NEW/);
  t.throws(() => manager.rollback({ ...back, state: 3 }), /process 1 has no state 3/);
});

t.test("a state that another version of dormouse laid out is refused, and can be given up", (t) => {
  const bench = Bench.of(ledger(1));
  bench.device.run({ ticks: 50_000 });
  bench.device.powerOff();
  bench.chip.powerOn();
  const mounted = Store.mount(chipMemory(bench.chip));
  if (mounted.kind === "damaged") throw new Error(mounted.what);
  const { store } = mounted;
  // Word 65 of the header, behind the lines that null needs.
  const at = 64 * 1024 + 4 * 65;
  const line = Math.floor(at / store.lineBytes);
  const bytes = new Uint8Array(store.lineBytes);
  t.ok(store.read(1, line, bytes));
  bytes[at % store.lineBytes]++;
  store.commit({ processes: [{ process: 1, lines: [{ line, bytes }], lineCount: 1, drops: [] }] });
  t.throws(() => bench.device.run(), /its states are those of another version of dormouse/);
  bench.chip.powerOn();
  restart(bench.chip);
  const again = new Bench(bench.chip);
  t.same(again.device.run(), { kind: "exited", status: 0 });
  t.end();
});
