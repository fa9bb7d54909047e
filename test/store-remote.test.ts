/** What a store on another machine costs in round trips: counted, so that a delay of any length can be multiplied in. */
import t from "tap";
import { VolatileDisk } from "../src/lab/index.ts";
import { DiskMemory, Store } from "../src/store/index.ts";

const lineBytes = 256;
const dirtyLines = 100;

function made(
  blockBytes: number,
  hasDurableWrites: boolean,
): { memory: DiskMemory; store: Store; disk: VolatileDisk } {
  const disk = new VolatileDisk({ byteCount: 4 * 1024 * 1024, blockBytes, hasDurableWrites });
  const memory = new DiskMemory(disk, 16 * 1024);
  Store.format(memory, { lineBytes, keepStates: 1 });
  const mounted = Store.mount(memory);
  if (mounted.kind === "damaged") throw new Error(mounted.what);
  return { memory, store: mounted.store, disk };
}

function commit(store: Store, first: number, seed: number): void {
  const lines = Array.from({ length: dirtyLines }, (_, index) => ({
    line: (first + index * 7) % 4096,
    bytes: new Uint8Array(lineBytes).fill((seed + index) & 0xff),
  }));
  const result = store.commit({ processes: [{ process: 1, lines, lineCount: dirtyLines, drops: [] }] });
  if (result.kind !== "committed") throw new Error(result.kind);
}

for (const [blockBytes, hasDurableWrites] of [
  [1, true],
  [4096, false],
] as const) {
  t.test(`round trips, blocks of ${blockBytes}, ${hasDurableWrites ? "FUA" : "FLUSH alone"}`, (t) => {
    const { memory, store, disk } = made(blockBytes, hasDurableWrites);
    const trips: number[] = [];
    // The first commit alone has a block to make anew.
    commit(store, 0, 0);
    for (let number = 1; number < 400; number++) {
      const before = memory.counts.roundTrips;
      commit(store, number * 37, number);
      trips.push(memory.counts.roundTrips - before);
      store.idle(200_000);
    }
    trips.sort((left, right) => left - right);
    const [median, ninetieth, most] = [0.5, 0.9, 1].map(
      (share) => trips[Math.ceil(trips.length * share) - 1],
    );
    t.comment(
      `a commit of ${dirtyLines} lines: ${median} round trips in the median, ${ninetieth} in nine of ten, at most ${most}`,
    );
    // Without FUA the payload and the commit record each wait for a FLUSH of their own.
    t.ok(hasDurableWrites ? most <= 3 : median <= 4, `median ${median}, most ${most}`);

    const again = Store.mount(new DiskMemory(disk, 16 * 1024));
    t.equal(again.kind, "mounted");
    const lines = Array.from({ length: dirtyLines }, (_, index) => (index * 41) % 4096);
    const before = memory.counts.roundTrips;
    store.fetch(1, lines);
    const bytes = new Uint8Array(lineBytes);
    for (const line of lines) store.read(1, line, bytes);
    t.ok(
      memory.counts.roundTrips - before <= 2,
      `a load of ${dirtyLines} lines that are known: ${memory.counts.roundTrips - before}`,
    );
    t.end();
  });
}
