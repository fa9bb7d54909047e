/**
 * Power cuts at every flash operation of a lease's grant, use, renewal, cancellation and expiry, and of a suspension and a resumption with
 * leases: the program says what it says undisturbed, no lease is used after its cancellation, and the grantor holds none that it was not asked for
 * by an id that the device had committed.
 */
import t from "tap";
import { Grantor, GrantorLink } from "../../src/lab/index.ts";
import { LeaseBench, compileLeasePrograms } from "../lease-bench.ts";

t.setTimeout(240_000);
const programs = compileLeasePrograms();
if (programs === undefined) {
  t.plan(0, "there is no javac");
  process.exit(0);
}

/** A grantor, and what it has been asked, in order. */
class Watched {
  readonly grantor: Grantor;
  readonly link: GrantorLink;
  readonly asked: { readonly path: string; readonly id: string }[] = [];
  clockMillis = 0;
  #bench: LeaseBench | undefined;

  constructor() {
    this.grantor = new Grantor({ clockMillis: () => this.#now });
    this.link = new GrantorLink(this.grantor);
    this.link.onPost = (path, body) => {
      const { ID, lease } = JSON.parse(body) as { ID?: string; lease?: string };
      this.asked.push({ path, id: ID ?? lease ?? "" });
    };
  }

  follow(bench: LeaseBench): void {
    this.#bench = bench;
  }

  get #now(): number {
    if (this.#bench?.device.isOn === true)
      this.clockMillis = Math.max(this.clockMillis, this.#bench.device.clockMicros / 1000);
    return this.clockMillis;
  }

  /** Uses and renewals of leases after the grantor has taken them back. */
  get usedAfterCancel(): readonly string[] {
    const revoked = new Set<string>();
    const found: string[] = [];
    for (const { path, id } of this.asked) {
      if (path === "/v3/lease/revoke") revoked.add(id);
      else if (path === "/v3/kv/put" && revoked.has(id)) found.push(`${path} ${id}`);
    }
    return found;
  }
}

function operationsOf(bench: LeaseBench, act: () => void): number {
  let count = 0;
  bench.chip.observe(() => count++);
  act();
  bench.chip.observe(null);
  return count;
}

t.test("of a lease's grant, use, renewal, cancellation and expiry", (t) => {
  const make = (): { bench: LeaseBench; outside: Watched } => {
    const outside = new Watched();
    const bench = LeaseBench.of([programs("LeaseCycle", "1")], { link: outside.link });
    outside.follow(bench);
    return { bench, outside };
  };
  const whole = make();
  const operations = operationsOf(whole.bench, () => whole.bench.device.run());
  const lines = whole.bench.lines(1);
  t.same(lines, ["round 1", "cancelled", "run out", "end"]);
  t.same(whole.outside.grantor.leases, []);
  whole.bench.device.powerOff();
  let cuts = 0;
  const wrong: string[] = [];
  for (let operation = 0; operation < operations; operation++) {
    const { bench, outside } = make();
    const stop = bench.device.run({ cut: { operation, seed: operation } });
    if (stop.kind === "cut") {
      cuts++;
      bench.device.run();
    }
    const cut = `cut ${operation}, seed ${operation}`;
    if (bench.text(1) !== whole.bench.text(1)) wrong.push(`${cut}: it says ${bench.lines(1).join(" · ")}`);
    for (const use of outside.usedAfterCancel) wrong.push(`${cut}: ${use} after its cancellation`);
    bench.device.powerOff();
    // A grant whose reply the cut took is cancelled or runs out: after the longest term nothing is left.
    outside.clockMillis += 41_000;
    if (outside.grantor.leases.length > 0) wrong.push(`${cut}: a lease outlives its term`);
  }
  t.same(wrong, []);
  t.ok(cuts > 40, `${cuts} cuts`);
  t.end();
});

t.test("of a suspension and a resumption with leases", (t) => {
  const outsideOf = (): Watched => new Watched();
  /** Operations since power-on, from which cuts are counted. */
  let before = 0;
  const start = (outside: Watched): LeaseBench => {
    const words = ["remote/door", "CANCEL", "remote/gate", "PARK", "pin/3", "CANCEL", "remote/hall", "KEEP"];
    const bench = LeaseBench.of([programs("PatientHolder", ...words)], { link: outside.link });
    outside.follow(bench);
    before = operationsOf(bench, () => bench.runFor(2_500_000));
    return bench;
  };
  const acts: readonly (readonly [string, (bench: LeaseBench) => void])[] = [
    ["suspend", (bench) => bench.device.suspend(1)],
    [
      "resume",
      (bench) => {
        bench.device.suspend(1);
        bench.device.resume(1);
      },
    ],
  ];
  for (const [name, act] of acts) {
    const counted = start(outsideOf());
    const count = operationsOf(counted, () => act(counted));
    counted.device.powerOff();
    const wrong: string[] = [];
    for (let operation = 0; operation < count; operation++) {
      const cut = `${name}, cut and seed ${before + operation}`;
      const outside = outsideOf();
      const bench = start(outside);
      bench.chip.armCut({ operation: before + operation, seed: before + operation });
      try {
        act(bench);
      } catch {
        // The power is gone.
      }
      bench.device.powerOff();
      const wasRevoked = outside.asked.some(({ path }) => path === "/v3/lease/revoke");
      const after = bench.fork({ link: outside.link });
      outside.follow(after);
      after.device.run({ ticks: 0 });
      if (name === "suspend" && wasRevoked && after.log()[0] === "1 reconstituted")
        wrong.push(`${cut}: leases were given back before the state was durable`);
      let stop = after.device.run();
      if (stop.kind === "suspended") {
        after.device.resume(1);
        stop = after.device.run();
      }
      if (stop.kind !== "exited" || after.lines(1).at(-1)?.startsWith("round 60") !== true)
        wrong.push(`${cut}: it does not end`);
      const rounds = after.lines(1).filter((line) => line.startsWith("round"));
      if (rounds.length !== 60 || rounds.some((line) => line.includes("lost")))
        wrong.push(`${cut}: ${rounds.join(" · ")}`);
      for (const use of outside.usedAfterCancel) wrong.push(`${cut}: ${use} after its cancellation`);
      after.device.powerOff();
    }
    t.same(wrong, [], `${name}: ${count} cuts`);
  }
  t.end();
});
