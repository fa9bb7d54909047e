/** Cuts a run of store operations over a remote disk at its requests, those in flight landing in any order. */
import { SeededRandom, assert } from "../src/base/index.ts";
import { PowerCut } from "../src/flash/index.ts";
import { VolatileDisk } from "../src/lab/index.ts";
import type { VolatileDiskOptions } from "../src/lab/index.ts";
import { DiskMemory, Store } from "../src/store/index.ts";
import { StoreModel, draw, perform, textOf } from "./store-model.ts";
import type { Mix, StoreOperation } from "./store-model.ts";

export interface RemoteCampaign extends VolatileDiskOptions {
  readonly seed: number;
  readonly mix: Mix;
  readonly warmUp: number;
  readonly operations: number;
  /** Orders tried at each request. */
  readonly ordersPerRequest: number;
  readonly stopAtFailure?: boolean;
}

export interface RemoteResult {
  readonly requests: number;
  readonly cuts: number;
  readonly failures: readonly string[];
}

const segmentBytes = 16 * 1024;
const format = { lineBytes: 256, keepStates: 3 };

function mount(disk: VolatileDisk): Store {
  const mounted = Store.mount(new DiskMemory(disk, segmentBytes));
  if (mounted.kind === "damaged") throw new Error(`damaged: ${mounted.where}: ${mounted.what}`);
  return mounted.store;
}

export function runRemoteCampaign(options: RemoteCampaign): RemoteResult {
  const fresh = new VolatileDisk({ ...options, ignoresFlushes: false });
  Store.format(new DiskMemory(fresh, segmentBytes), format);
  const random = new SeededRandom(options.seed);
  const model = new StoreModel(format.keepStates);
  rehearse(fresh, options.warmUp, random, model, options.mix);
  const { operations, texts } = rehearse(fresh.fork(), options.operations, random, model, options.mix);
  const disk = fresh.fork(options.ignoresFlushes);
  const failures: string[] = [];
  let requests = 0;
  let cuts = 0;
  let allowed = texts.slice(0, 1);
  const isOver = (): boolean => options.stopAtFailure === true && failures.length > 0;
  disk.onRequest = () => {
    for (let order = 0; order < options.ordersPerRequest && !isOver(); order++) {
      cuts++;
      const seed = requests * 1000 + order;
      const problem = watchBoots(disk.cutNow(seed), allowed, seed);
      if (problem !== undefined) {
        failures.push(`campaign ${options.seed}, request ${requests}, order ${order}: ${problem}`);
      }
    }
    requests++;
  };
  const store = mount(disk);
  for (const [step, operation] of operations.entries()) {
    allowed = texts.slice(step, step + 2);
    perform(store, operation);
    allowed = texts.slice(step + 1, step + 2);
    if (isOver()) break;
  }
  return { requests, cuts, failures };
}

/** Draws and performs operations. `texts`: what the store shows before each of them and after the last. */
function rehearse(
  disk: VolatileDisk,
  count: number,
  random: SeededRandom,
  model: StoreModel,
  mix: Mix,
): { operations: StoreOperation[]; texts: string[] } {
  const store = mount(disk);
  const operations: StoreOperation[] = [];
  const texts = [model.text()];
  for (let step = 0; step < count; step++) {
    const operation = draw(random, model, mix);
    const result = perform(store, operation);
    if (result?.kind === "committed") model.apply(operation, result.commit);
    operations.push(operation);
    texts.push(model.text());
  }
  return { operations, texts };
}

/** Three boots, the first two cut at a request of their own; then a whole one, a check, and a commit. */
function watchBoots(disk: VolatileDisk, allowed: readonly string[], seed: number): string | undefined {
  let shown: string | undefined;
  let now = disk;
  for (let boot = 1; boot <= 3; boot++) {
    now = now.fork();
    if (boot < 3) now.armCut(boot === 1 ? seed % 5 : seed % 9, seed + boot);
    try {
      const store = mount(now);
      const text = textOf(store);
      if (!(shown === undefined ? allowed : [shown]).includes(text))
        return `boot ${boot} shows what it must not:\n${text}`;
      shown = text;
      if (boot === 3) return goesOn(store);
    } catch (error) {
      if (error instanceof PowerCut) continue;
      return `boot ${boot}: ${String(error)}`;
    }
  }
  assert(false, "the third boot is not cut");
}

function goesOn(store: Store): string | undefined {
  const [finding] = store.check();
  if (finding !== undefined) return `${finding.where}: ${finding.what}`;
  const lines = [{ line: 3, seed: 12345 }];
  const result = perform(store, {
    kind: "commit",
    processes: [{ process: 1, lines, drops: [] }],
    device: 77,
  });
  if (result?.kind !== "committed") return `a further commit: ${result?.kind ?? "nothing"}`;
  return textOf(store).includes("3=12345") ? undefined : "a further commit is not shown";
}
