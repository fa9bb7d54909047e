import type { StoreCore } from "./core.ts";
import { PagedMap } from "./paged-map.ts";

/** Counts since the mount, and the wear of the memory. */
export interface StoreStats {
  readonly commits: number;
  readonly linesCommitted: number;
  readonly linesMoved: number;
  /** Those of them that were moved for the sake of wear. */
  readonly linesLevelled: number;
  readonly cleanings: number;
  readonly levelMoves: number;
  /** Blocks emptied because a program in them failed or a read of them had to be corrected. */
  readonly scrubs: number;
  readonly bytesProgrammed: number;
  /** Those of them that are of map checkpoints. */
  readonly mapBytesProgrammed: number;
  readonly erases: number;
  readonly eraseCount: { readonly min: number; readonly mean: number; readonly max: number };
  readonly freeBlocks: number;
  readonly erasedBlocks: number;
  readonly badBlocks: number;
  /** Versions that only older states need. */
  readonly oldVersions: number;
  /** Parts of the map that were read from the chip, as RAM did not hold them. */
  readonly mapLoads: number;
}

/**
 * `free`: nothing in it is needed; `open`: it is being filled; `kept`: it is full; `records`: no line in it is needed, a record or a part of
 * the map is; `bad`: it failed. `needed` is the share of its room for lines that needed ones take.
 */
export interface BlockContent {
  readonly kind: "free" | "open" | "kept" | "records" | "bad";
  readonly needed: number;
}

/** By `blockState`. */
const contentKinds: readonly BlockContent["kind"][] = ["free", "free", "free", "open", "kept", "bad", "kept"];

export function statsOf(core: StoreCore): StoreStats {
  const { counts, tables, writer } = core;
  return {
    commits: counts.commits,
    linesCommitted: counts.linesCommitted,
    linesMoved: counts.linesMoved,
    linesLevelled: counts.linesLevelled,
    cleanings: counts.cleanings,
    levelMoves: counts.levelMoves,
    scrubs: counts.scrubs,
    bytesProgrammed: core.bytesProgrammed,
    mapBytesProgrammed: writer.mapBytesProgrammed,
    erases: tables.blocks.erases,
    eraseCount: tables.blocks.wear(),
    freeBlocks: tables.blocks.freeCount,
    erasedBlocks: tables.blocks.erasedCount,
    badBlocks: tables.blocks.badCount,
    oldVersions: tables.old.count,
    mapLoads: tables.map instanceof PagedMap ? tables.map.loads : 0,
  };
}

/** What each erase block holds, by address. */
export function contentsOf({
  tables,
  geometry,
  linesPerBlock: linesMax,
}: StoreCore): readonly BlockContent[] {
  const { blocks } = tables;
  return Array.from({ length: geometry.blockCount }, (_, block) => {
    const kind = contentKinds[blocks.stateOf(block)] ?? "kept";
    const isWritten = kind === "open" || kind === "kept";
    const lines = isWritten ? blocks.linesIn(block) : 0;
    return { kind: isWritten && lines === 0 ? "records" : kind, needed: Math.min(1, lines / linesMax) };
  });
}
