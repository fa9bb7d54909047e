/** Leases of programs: what Jini says of them, over suspensions and power cuts. */
import t from "tap";
import { ProcessManager } from "../src/device/index.ts";
import { Grantor, GrantorLink } from "../src/lab/index.ts";
import { LeaseBench, REMOTE_LEASES, compileLeasePrograms } from "./lease-bench.ts";

t.setTimeout(150_000);
const programs = compileLeasePrograms();
if (programs === undefined) {
  t.plan(0, "there is no javac");
  process.exit(0);
}

const SYSTEM_LEASES = [
  "asked 20000, granted about 20000",
  "asked for ever, granted about 3600000",
  "asked for any, granted about 300000",
  "level 1",
  "denied: process 1 has pin/3",
  "denied: there is no service pin/77",
  "renewed for 60000 about 60000",
  "renewed for 5000 about 5000",
  "a lease of 0 ms",
  "after a renewal that failed about 5000",
  "unknown: lease 1 (pin/3) was lost",
  "level again 1",
  "unknown: lease 5 is not known",
  "unknown: lease 5 is not known",
  "waited about 3000",
  "8 random bytes",
  "4 bytes of a sensor",
  "serial format 1",
  "true",
  "can batch true",
  "end",
];

t.test("leases of the device's own services are granted, renewed, run out and are given back", (t) => {
  const bench = LeaseBench.of([programs("SystemLeases")]);
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  t.same(bench.lines(1), SYSTEM_LEASES);
  t.end();
});

t.test("the same under power cuts", (t) => {
  const bench = LeaseBench.of([programs("SystemLeases")]);
  let cuts = 0;
  for (let operation = 30; ; operation += 3) {
    const stop = bench.device.run({ cut: { operation, seed: operation } });
    if (stop.kind === "exited") break;
    t.equal(stop.kind, "cut", `cut ${operation}`);
    cuts++;
  }
  t.ok(cuts > 5, `${cuts} cuts`);
  t.same(bench.lines(1), SYSTEM_LEASES);
  t.end();
});

const holding = ["pin/3", "CANCEL", "timer", "KEEP", "random", "PARK", "sensor/0", "CANCEL"];

t.test(
  "suspended, leases are given back after the state is durable; resumed, they are there before it runs",
  (t) => {
    const bench = LeaseBench.of([programs("Holder", ...holding)]);
    bench.runFor(3_500_000);
    const before = bench.log().length;
    bench.device.suspend(1);
    t.same(bench.log().slice(before), [
      "1 suspending",
      "1 lease-cancelled pin/3",
      "1 lease-expired random",
      "1 lease-cancelled sensor/0",
      "1 leases-expired",
      "1 suspended",
    ]);
    t.same(bench.device.run(), { kind: "suspended" });
    bench.device.powerOff();
    const at = new ProcessManager(bench.chip).get(1);
    t.equal(at.status, "SUSPENDED");
    t.same(
      at.leases.map(({ name, status }) => `${name} ${status}`),
      ["pin/3 DORMANT", "timer PARKED", "random PARKED", "sensor/0 DORMANT"],
    );
    bench.device.run({ ticks: 0 });
    const middle = bench.log().length;
    bench.device.resume(1);
    t.same(bench.log().slice(middle), [
      "1 reconstituted",
      "1 lease-renewed timer",
      "1 lease-renewed random",
      "1 lease-established pin/3",
      "1 lease-established sensor/0",
      "1 leases-established",
      "1 running",
    ]);
    t.same(bench.device.run(), { kind: "exited", status: 0 });
    const lines = bench.lines(1);
    t.ok(lines.includes("established 1") && lines.includes("established 4"), "the program is told");
    t.ok(
      lines.filter((line) => line.startsWith("round")).every((line) => line.endsWith(" used used used used")),
    );
    t.equal(lines.at(-1), "end");
    t.end();
  },
);

t.test("what cannot be established again is told, and a use of it throws", (t) => {
  const bench = LeaseBench.of([programs("Holder", "pin/3", "CANCEL"), programs("Holder", "timer", "KEEP")]);
  bench.runFor(3_500_000);
  bench.device.suspend(1);
  bench.device.powerOff();
  new ProcessManager(bench.chip).start(programs("Holder", "pin/3", "KEEP"));
  bench.runFor(3_500_000);
  bench.device.resume(1);
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  t.ok(bench.lines(1).includes("lost 1"));
  t.ok(bench.lines(1).includes("round 12 lost"));
  t.ok(bench.lines(3).includes("round 12 used"));
  t.end();
});

t.test("suspended and resumed while the device is off, leases are there again when it boots", (t) => {
  const bench = LeaseBench.of([programs("Holder", "pin/3", "CANCEL", "timer", "PARK")]);
  bench.runFor(3_500_000);
  bench.device.powerOff();
  const manager = new ProcessManager(bench.chip);
  manager.suspend(1);
  t.same(
    manager.get(1).leases.map(({ name, status }) => `${name} ${status}`),
    ["pin/3 DORMANT", "timer DORMANT"],
  );
  manager.resume(1);
  const before = bench.log().length;
  t.same(bench.device.run(), { kind: "exited", status: 0 });
  t.same(bench.log().slice(before, before + 5), [
    "1 reconstituted",
    "1 lease-established pin/3",
    "1 lease-established timer",
    "1 leases-established",
    "1 running",
  ]);
  t.ok(bench.lines(1).includes("round 12 used used"));
  t.end();
});

for (const mood of ["gone", "request-lost", "nonsense"] as const) {
  t.test(`leases of a grantor elsewhere, which fails for a while: ${mood}`, (t) => {
    const outside = remote();
    const bench = LeaseBench.of([programs("RemoteLeases")], outside);
    outside.follow(bench);
    const stop = stagesOf(bench, (stage) => (outside.link.mood = stage === "down" ? mood : "answers"));
    t.same(stop, { kind: "exited", status: 0 });
    t.same(bench.lines(1), REMOTE_LEASES);
    t.end();
  });
}

/** A grantor whose clock is that of the device. */
function remote(): { link: GrantorLink; grantor: Grantor; follow: (bench: LeaseBench) => void } {
  let bench: LeaseBench | undefined;
  const clockMillis = (): number => (bench?.device.isOn === true ? bench.device.clockMicros / 1000 : 0);
  const grantor = new Grantor({ clockMillis });
  return { grantor, link: new GrantorLink(grantor), follow: (followed) => (bench = followed) };
}

/** Runs a program to its end, and tells of each stage that it has come to. */
function stagesOf(bench: LeaseBench, onStage: (stage: string) => void): ReturnType<LeaseBench["runFor"]> {
  let heard = 0;
  for (;;) {
    const stop = bench.runFor(500_000);
    const stages = bench.lines(1).filter((line) => line.startsWith("stage "));
    for (const stage of stages.slice(heard)) onStage(stage.slice("stage ".length));
    heard = stages.length;
    if (stop.kind !== "paused") return stop;
  }
}

function counted(calls: number): readonly string[] {
  const totals = Array.from({ length: calls }, (_, index) => `total ${((index + 1) * (index + 2)) / 2}`);
  return [
    "granted less than asked: true",
    "text 7 8 true 2.5 null [9]",
    "a [I cannot be copied to another process",
    "java.lang.UnsupportedOperationException: subtract",
    ...totals,
    "UnknownLeaseException",
  ];
}

for (const stride of [0, 5]) {
  t.test(`a process calls another one's service, each call once; a cut every ${stride} operations`, (t) => {
    const calls = 12;
    const bench = LeaseBench.of([
      programs("CounterServer", String(calls)),
      programs("CounterClient", String(calls)),
    ]);
    let cuts = 0;
    for (let operation = 30; ; operation += stride, cuts++) {
      const cut = stride === 0 ? {} : { cut: { operation, seed: operation } };
      const stop = bench.device.run(cut);
      if (stop.kind !== "cut") break;
    }
    t.same(bench.lines(2), counted(calls));
    t.same(bench.lines(1), ["exported", `total ${(calls * (calls + 1)) / 2}`, "withdrawn"]);
    t.ok(stride === 0 || cuts > 3, `${cuts} cuts`);
    t.end();
  });
}

t.test(
  "a renewal manager renews ahead of the end, tells of the desired one, and of what it could not renew",
  (t) => {
    const outside = remote();
    const bench = LeaseBench.of([programs("Renewals")], outside);
    outside.follow(bench);
    const renewals: number[] = [];
    outside.link.onPost = (path) => {
      if (path === "/v3/lease/keepalive") renewals.push(Math.round(bench.device.clockMicros / 1e6));
    };
    t.same(
      stagesOf(bench, () => (outside.link.mood = "gone")),
      { kind: "exited", status: 0 },
    );
    const lines = bench.lines(1);
    t.same(lines.slice(0, 2), ["desired for ever: true", "ANY wants ANY"]);
    t.ok(lines.includes("50 s: brief reached its desired expiration"), lines.join(" · "));
    t.ok(lines.includes("kept is alive: true") && lines.includes("brief is not in the set"));
    t.match(lines.join("\n"), /1[12][0-9] s: kept failed: RemoteException/);
    // 40 s are at most eight round trips of 10 s: half of what is left.
    t.same(
      renewals.filter((second) => second < 90).map((second) => Math.round(second / 20)),
      [1, 1, 2, 3, 4],
      renewals.join(" "),
    );
    t.ok(renewals.filter((second) => second > 90).length >= 2, "an indefinite failure is tried again");
    t.end();
  },
);
