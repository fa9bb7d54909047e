/** Where committed lines come from. */
export interface LineSource {
  readonly lineBytes: number;
  /** Copies the newest committed version; false: never written or dropped, `into` is untouched. */
  read(line: number, into: Uint8Array): boolean;
}

export interface LineCacheSizes {
  readonly cacheLines: number;
  readonly windowLines: number;
  readonly evictAlways: boolean;
}
