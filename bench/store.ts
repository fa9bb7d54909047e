/** The store's counts on its anchor workload, and host seconds beside them. Run by `npm run bench`. */
import { anchorWorkload, runWorkload } from "./store-workload.ts";
import type { Pattern } from "./store-workload.ts";

for (const pattern of ["uniform", "skew", "static90"] as Pattern[]) {
  for (const dirty of [4, 16, 64]) {
    const began = performance.now();
    const { figures, store } = runWorkload({ ...anchorWorkload, dirty, pattern });
    const seconds = (performance.now() - began) / 1000;
    const { min, mean, max } = figures.eraseCount;
    console.log(
      `${pattern.padEnd(8)} K=${String(dirty).padStart(2)}  amplification ${figures.amplification.toFixed(3)}  ` +
        `erase counts ${min} … ${max}, mean ${mean.toFixed(1)}  worst checkpoint ${figures.worstCheckpoint.bytes} bytes, ` +
        `${figures.worstCheckpoint.erases} erases  mount ${figures.mount.bytes} bytes  RAM ${figures.ramBytes}  ` +
        `moved ${store.stats.linesMoved} level ${store.stats.levelMoves}  ` +
        `${Math.round((anchorWorkload.checkpoints * dirty + 4096) / seconds)} lines/s`,
    );
  }
}
