/** The store's counts on its anchor workload, and host seconds beside them. Run by `npm run bench`. */
import { partByName } from "../src/flash/index.ts";
import { runStoreWorkload, storePatterns } from "../src/lab/index.ts";
import { assert } from "../src/base/index.ts";

const part = partByName("nor-4m");
assert(part !== undefined, "the anchor part is known");
const anchor = {
  ...{ part, lines: 4096, lineBytes: 256, checkpoints: 5000, keepStates: 1, idleMicros: 0, seed: 1 },
};

for (const pattern of storePatterns) {
  for (const dirty of [4, 16, 64]) {
    const began = performance.now();
    const { figures, store } = runStoreWorkload({ ...anchor, dirty, pattern });
    const seconds = (performance.now() - began) / 1000;
    const { min, mean, max } = figures.eraseCount;
    console.log(
      `${pattern.padEnd(8)} K=${String(dirty).padStart(2)}  amplification ${figures.amplification.toFixed(3)}  ` +
        `erase counts ${min} … ${max}, mean ${mean.toFixed(1)}  worst checkpoint ${figures.worstCheckpoint.bytes} bytes, ` +
        `${figures.worstCheckpoint.erases} erases  mount ${figures.mount.bytes} bytes  RAM ${figures.mapRamBytes}  ` +
        `moved ${store.stats.linesMoved} level ${store.stats.levelMoves}  ` +
        `${Math.round((anchor.checkpoints * dirty + 4096) / seconds)} lines/s`,
    );
  }
}
