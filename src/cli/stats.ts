import { writeFileSync } from "node:fs";
import type { DeviceStats } from "../device/index.ts";

/** Writes counts as JSON to `path`, or to standard error for `-`. */
export function writeStats(path: string, stats: DeviceStats): void {
  const text = `${JSON.stringify(stats, null, 2)}\n`;
  if (path === "-") process.stderr.write(text);
  else writeFileSync(path, text);
}
