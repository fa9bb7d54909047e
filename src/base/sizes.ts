/** Sizes as people write them. K, M and G are powers of 1024. */
const unitBytes = { "": 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 } as const;

/** Bytes of "4096", "512K", "4M" or "1G" (lower case too), or undefined where `text` is none of these. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+)([KMG]?)$/.exec(text.trim().toUpperCase());
  if (match === null) return undefined;
  const byteCount = Number(match[1]) * unitBytes[match[2] as keyof typeof unitBytes];
  return Number.isSafeInteger(byteCount) ? byteCount : undefined;
}

/** The shortest exact spelling that `parseSize` reads back: 524288 is "512K", 1000 is "1000". */
export function formatBytes(byteCount: number): string {
  for (const unit of ["G", "M", "K"] as const) {
    if (byteCount > 0 && byteCount % unitBytes[unit] === 0) return `${byteCount / unitBytes[unit]}${unit}`;
  }
  return `${byteCount}`;
}
