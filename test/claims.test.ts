/**
 * The features that the claims ask for, one test for each group of claims: it does what they say, in the order in which they say it, seen in
 * the log of the device with its ticks.
 */
import t from "tap";
import { join } from "node:path";
import { ProcessManager, profileNamed } from "../src/device/index.ts";
import type { DeviceEvent, Profile } from "../src/device/index.ts";
import { copyDevice } from "../src/host/index.ts";
import { Grantor, GrantorLink, stateHash } from "../src/lab/index.ts";
import { StoredProgram } from "../src/process/index.ts";
import type { Program } from "../src/process/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";
import { LeaseBench, compileLeasePrograms } from "./lease-bench.ts";

t.setTimeout(150_000);
const compiled = compileLeasePrograms();
const spot = profileNamed("spot") as Profile;

/** A program of a checked-in image, with arguments of the test's own. */
function programOfImage(name: string, ...words: readonly string[]): Program {
  const mounted = Store.mount(chipMemory(copyDevice(join("images", `${name}.img`)).chip));
  if (mounted.kind === "damaged") throw new Error(mounted.what);
  const { program } = new StoredProgram(mounted.store, 1);
  return { ...program, launch: { ...program.launch, arguments: words } };
}

const ledger = (seed: number): Program =>
  programOfImage("ledger", String(3 + (seed % 3)), String(90 + seed), "2");
const alone = new Map<number, string>();

/** What the ledger says undisturbed. */
function said(seed: number): string {
  const known = alone.get(seed);
  if (known !== undefined) return known;
  const bench = LeaseBench.of([ledger(seed)]);
  bench.device.run();
  alone.set(seed, bench.text(1));
  return bench.text(1);
}

function kinds(events: readonly DeviceEvent[], process = 1): readonly string[] {
  return events.filter((event) => event.process === process).map(({ kind }) => kind);
}

/** The words come in this order, each after the one before, and no process's ticks go back. */
function inOrder(events: readonly DeviceEvent[], ...wanted: readonly DeviceEvent["kind"][]): boolean {
  let at = 0;
  for (const kind of wanted) {
    const found = events.findIndex((event, index) => index >= at && event.kind === kind);
    if (found < 0) return false;
    at = found + 1;
  }
  return events.every((event, index) => {
    const before = events.slice(0, index).findLast(({ process }) => process === event.process);
    return before === undefined || event.ticks >= before.ticks;
  });
}

t.test(
  "claims 1, 2, 43, 44, 81, 82: an absent object's section is loaded; a checkpoint flushes what changed",
  (t) => {
    const bench = LeaseBench.of([ledger(1)]);
    bench.device.run({ ticks: 120_000 });
    bench.device.checkpoint();
    const before = bench.device.stats();
    const { store } = bench.device;
    bench.device.run({ ticks: 2_000 });
    bench.device.checkpoint();
    const flushed = bench.device.stats().lines.flushed - before.lines.flushed;
    t.ok(flushed > 0 && flushed < store.lineCount(1) / 2, `${flushed} of ${store.lineCount(1)} lines`);
    bench.device.powerOff();
    bench.device.run({ ticks: 0 });
    const { loaded } = bench.device.stats().lines;
    bench.device.run({ ticks: 1_000 });
    t.ok(bench.device.stats().lines.loaded > loaded, "lines come on reference");
    t.ok(
      bench.device.process.heap.stats.linesLoaded < bench.device.store.lineCount(1),
      "and not all of them",
    );
    t.end();
  },
);

const words = ["remote/door", "CANCEL", "pin/3", "CANCEL", "timer", "KEEP", "local/counter", "CANCEL"];

/** A process that holds leases of all kinds, one that exports, and a grantor elsewhere. */
function leasing(): LeaseBench | undefined {
  if (compiled === undefined) return undefined;
  const clock = { millis: 0 };
  const grantor = new Grantor({ clockMillis: () => clock.millis });
  const bench = LeaseBench.of([compiled("PatientHolder", ...words), compiled("CounterServer", "99")], {
    link: new GrantorLink(grantor),
  });
  bench.device.onEvent = (event) => {
    clock.millis = event.clockMicros / 1000;
    bench.events.push(event);
  };
  bench.runFor(3_500_000);
  return bench;
}

function skip(t: { comment(text: string): void; end(): void }): void {
  t.comment("skipped: there is no javac");
  t.end();
}

t.test(
  "claims 3, 19, 33, 45, 57, 71, 83, 92, 103: leases are in the checkpoint, and established from it",
  (t): void => {
    const bench = leasing();
    if (bench === undefined) return skip(t);
    bench.device.powerOff();
    const { leases } = new ProcessManager(bench.chip).get(1);
    t.same(
      leases.map(({ name, status }) => `${name} ${status}`),
      ["remote/door GRANTED", "pin/3 GRANTED", "timer GRANTED", "local/counter GRANTED"],
    );
    const before = bench.events.length;
    bench.device.run({ ticks: 0 });
    const events = bench.events.slice(before).filter(({ process }) => process === 1);
    t.ok(inOrder(events, "reconstituted", "lease-renewed", "leases-established", "running"));
    t.end();
  },
);

t.test(
  "claims 4, 6, 23, 37, 47, 61, 75, 92, 103: the computation state, and the device's part of it",
  (t) => {
    const bench = LeaseBench.of([ledger(1), ledger(2)]);
    bench.device.run({ ticks: 90_000 });
    const { clockMicros } = bench.device;
    bench.device.checkpoint();
    const hash = stateHash(bench.device);
    const { ticks } = bench.device;
    bench.device.powerOff();
    bench.device.run({ ticks: 0 });
    t.equal(stateHash(bench.device), hash);
    t.ok(bench.device.clockMicros >= clockMicros, "the clock does not go back");
    t.equal(bench.device.ticks, ticks);
    bench.device.powerOff();
    const manager = new ProcessManager(bench.chip);
    const other = manager.get(2);
    manager.rollback({
      process: 1,
      state: manager.get(1).states[0] as number,
      later: "drop",
      wholeDevice: false,
    });
    t.same(
      { ...new ProcessManager(bench.chip).get(2), leases: [] },
      { ...other, leases: [] },
      "one rolled back leaves the others alone",
    );
    t.end();
  },
);

t.test("claims 5, 46, 84: several states of a process, each can be resumed", (t) => {
  const bench = LeaseBench.of([ledger(1)]);
  bench.device.run({ ticks: 150_000 });
  bench.device.powerOff();
  const { states } = new ProcessManager(bench.chip).get(1);
  t.ok(states.length >= 2, `${states.length} states`);
  for (const state of states) {
    const one = bench.fork();
    new ProcessManager(one.chip).rollback({ process: 1, state, later: "drop", wholeDevice: false });
    const before = one.text(1);
    t.same(one.device.run(), { kind: "exited", status: 0 });
    t.ok(one.text(1).startsWith(before) && one.text(1).endsWith(said(1).slice(-40)), `state ${state}`);
  }
  t.end();
});

t.test(
  "claims 7, 8, 24, 38, 48, 62, 76, 85, 96, 107: several processes, each with its own heap and states",
  (t) => {
    const bench = LeaseBench.of([ledger(1), ledger(2), ledger(4)]);
    t.same(bench.device.run(), { kind: "exited", status: 0 });
    t.same(
      [1, 2, 3].map((process) => bench.text(process)),
      [1, 2, 4].map(said),
    );
    bench.device.powerOff();
    const states = new ProcessManager(bench.chip).list().map((one) => one.states);
    t.equal(states.length, 3);
    t.ok(states.every((own) => own.length > 0));
    t.end();
  },
);

t.test("claims 9, 49: the device is a network client device", (t): void => {
  const bench = leasing();
  if (bench === undefined) return skip(t);
  const remote = bench.events.find(({ lease }) => lease?.kind === "remote");
  t.equal(remote?.kind, "lease-granted", "it is a client of a service on another machine");
  t.end();
});

t.test("claims 10, 11, 50, 86: the store is on the device", (t) => {
  const bench = LeaseBench.of([ledger(1)]);
  bench.device.run({ ticks: 100_000 });
  bench.device.powerOff();
  const moved = bench.fork();
  moved.device.run();
  t.equal(moved.text(1), said(1), "the chip alone carries the process");
  t.end();
});

t.test("claims 12, 13, 51, 87: flash; sections are whole cache lines", (t) => {
  const bench = LeaseBench.of([ledger(1)]);
  let ragged = 0;
  bench.device.run({ ticks: 80_000 });
  const { map, lineBytes } = bench.device.process.heap;
  for (const start of [map.stateStart, map.codeStart, map.framesStart, map.nurseryStart, map.tenuredStart])
    if (start % lineBytes !== 0) ragged++;
  t.equal(ragged, 0);
  t.equal(lineBytes, spot.lineBytes);
  t.equal(bench.chip.part.kind, "nor");
  t.end();
});

t.test("claims 14, 28, 42, 52, 66, 80, 88, 99, 110: a Java virtual machine and Java applications", (t) => {
  t.match(said(1), /checksum [0-9a-f]{8}\n$/);
  t.end();
});

t.test(
  "claims 15-17, 53-55, 89-91: checkpoint, expire leases, stop; reconstitute, establish leases, resume",
  (t): void => {
    for (const isRestarted of [false, true]) {
      const bench = leasing();
      if (bench === undefined) return skip(t);
      const before = bench.events.length;
      bench.device.suspend(1);
      const down = bench.events.slice(before);
      t.ok(
        inOrder(
          down,
          "checkpoint",
          "suspending",
          "lease-cancelled",
          "leases-expired",
          "checkpoint",
          "suspended",
        ),
      );
      t.equal(
        kinds(down).indexOf("lease-cancelled") > kinds(down).indexOf("suspending"),
        true,
        "durable first",
      );
      if (isRestarted) {
        bench.device.powerOff();
        bench.device.run({ ticks: 0 });
      }
      const middle = bench.events.length;
      bench.device.resume(1);
      const up = bench.events.slice(middle).filter(({ process }) => process === 1);
      t.ok(inOrder(up, "reconstituted", "checkpoint", "lease-established", "leases-established", "running"));
      const running = up.find(({ kind }) => kind === "running");
      t.equal(running?.ticks, up[0]?.ticks, "no bytecode before its leases are there");
      bench.runFor(2_000_000);
      t.ok(bench.lines(1).at(-1)?.endsWith("used used used used"), bench.lines(1).at(-1) ?? "nothing");
    }
    t.end();
  },
);

t.test("claims 18, 32, 56, 70, 92, 103: the stored heap holds code and data", (t) => {
  const bench = LeaseBench.of([ledger(1)]);
  bench.device.run({ ticks: 100_000 });
  const { map, lineBytes } = bench.device.process.heap;
  const lines = [...bench.device.store.lineNumbers(1)].map((line) => line * lineBytes);
  t.ok(
    lines.some((at) => at >= map.codeStart && at < map.codeStart + map.codeBytes),
    "code",
  );
  t.ok(
    lines.some((at) => at >= map.tenuredStart),
    "data",
  );
  t.end();
});

t.test(
  "claims 20-22, 34-36, 58-60, 72-74, 93-95, 104-106: leases to remote, local and system services",
  (t): void => {
    const bench = leasing();
    if (bench === undefined) return skip(t);
    const granted = bench.events
      .filter(({ kind }) => kind === "lease-granted")
      .map(({ lease }) => lease?.kind);
    t.same([...new Set(granted)].sort(), ["local", "remote", "system"]);
    t.end();
  },
);

t.test(
  "claims 25-27, 39-41, 63-65, 77-79, 97, 98, 108, 109: the in-memory heap is deleted, and a second one filled",
  (t) => {
    const bench = LeaseBench.of([ledger(1), ledger(2)]);
    bench.device.run({ ticks: 90_000 });
    const { heap } = bench.device.process;
    const first = bench.device.process.options.process;
    bench.device.suspend(first);
    t.not(bench.device.process.heap, heap, "it is gone");
    bench.device.run({ ticks: 30_000 });
    const { loaded } = bench.device.stats().lines;
    bench.device.resume(first);
    bench.device.run();
    t.ok(bench.device.stats().lines.loaded > loaded, "the second one is filled on reference");
    t.equal(bench.text(1), said(1));
    t.equal(bench.text(2), said(2));
    t.end();
  },
);

t.test("claims 29-31, 67-69, 100-102: one process is suspended, another resumed in its place", (t) => {
  for (const isRestarted of [false, true]) {
    const bench = LeaseBench.of([ledger(1), ledger(2)]);
    bench.device.run({ ticks: 60_000 });
    bench.device.suspend(2);
    for (let turn = 0; turn < 3; turn++) {
      const [out, into] = turn % 2 === 0 ? [1, 2] : [2, 1];
      bench.device.suspend(out);
      if (isRestarted) {
        bench.device.powerOff();
        bench.device.run({ ticks: 0 });
      }
      bench.device.resume(into);
      bench.device.run({ ticks: 8_000 });
    }
    bench.device.resume(1);
    t.same(bench.device.run(), { kind: "exited", status: 0 });
    t.same([bench.text(1), bench.text(2)], [said(1), said(2)]);
    t.ok(inOrder(bench.events, "suspending", "suspended", "reconstituted", "running"));
  }
  t.end();
});
