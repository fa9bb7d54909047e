/** From the records on the chip to the tables in RAM: which groups are in force, and which places must die. */
import { crc32 } from "../base/index.ts";
import { geometryOf, headerBytes, headerProblem, slotAddress } from "./format.ts";
import type { Geometry } from "./format.ts";
import { readItems } from "./items.ts";
import type { Fence } from "./items.ts";
import { damaged, forEachLine, placeOf, readInForce } from "./live-group.ts";
import type { Damage, LiveGroup } from "./live-group.ts";
import { scanAheadBytes } from "./log-writer.ts";
import type { FoundMap } from "./map-reader.ts";
import type { StoreMemory } from "./port.ts";
import { visitorOf } from "./scan.ts";
import type { ScannedBlock, ScannedGroup, WrittenBlock } from "./scan.ts";
import { TableBuilder } from "./table-builder.ts";
import { Tables } from "./tables.ts";
import { VersionList } from "./version-list.ts";

/** A place whose records must never be in force: unreadable, or void. */
export interface LoosePlace {
  readonly block: number;
  /** Of the first group concerned; 0 stands for the whole block. */
  readonly offset: number;
  /** Whether it does not pass: such a place dies before those that do. */
  readonly isUnreadable: boolean;
  /** Whether it has died already: of the bits that would let it pass, none was read as one. */
  readonly isDead: boolean;
}

export interface Rebuilt {
  readonly kind: "rebuilt";
  readonly tables: Tables;
  readonly versions: VersionList;
  readonly loose: readonly LoosePlace[];
  /** Blocks whose records end with a group that has died. */
  readonly deadEnds: readonly number[];
  /** The newest commit group; its place is not firm before it was copied. */
  readonly commitGroup: { readonly block: WrittenBlock; readonly group: ScannedGroup };
  /** Largest transaction number seen anywhere. */
  readonly transactionMax: number;
  /** The map checkpoint that it was rebuilt from, if it was. */
  readonly map?: AdoptedMap;
}

/** What a mount found of the map checkpoint in force. */
export interface AdoptedMap {
  readonly blocks: readonly number[];
  readonly bytes: number;
  /** Bytes of records that were read beside it. */
  readonly tailBytes: number;
  /** Lines that those records name. */
  readonly tailLines: number;
}

/** Derives the tables from all records. Reads the lines of the last commit group besides; writes nothing. */
export function rebuild(memory: StoreMemory, scanned: readonly ScannedBlock[]): Rebuilt | Damage {
  return derive(memory, scanned, undefined);
}

/**
 * The same from a map checkpoint and what was written since. What is only there to outlast things that lie about is kept,
 * needed or not: those things were not seen.
 */
export function rebuildFrom(memory: StoreMemory, map: FoundMap): Rebuilt | Damage {
  return derive(memory, map.scanned, map);
}

function derive(
  memory: StoreMemory,
  scanned: readonly ScannedBlock[],
  map: FoundMap | undefined,
): Rebuilt | Damage {
  const written = scanned.filter((block) => block.kind === "written");
  const geometry = agreedGeometry(memory, written);
  if (geometry.kind === "damaged") return geometry;
  const newest = newestCommit(written);
  if (newest === undefined) return damaged("the chip", "the store has no committed transaction");
  const committed = newest.group.transaction;
  const fences = newestFences(written, committed, map);
  const { live, loose, deadEnds } = separate(memory, scanned, committed, fences.list);
  const tables = new Tables(memory, geometry.geometry);
  tables.committed = committed;
  tables.fences = [...fences.list];
  tables.fenceBlocks = [...fences.blocks];
  adoptBlocks(tables, live, map);
  const versions = new VersionList();
  const since = map === undefined ? live : live.filter(({ group }) => group.transaction >= map.start);
  const problem =
    new TableBuilder(tables, versions, since, map).build() ?? verifyNewest(memory, tables, live);
  if (problem !== undefined) return problem;
  const seen = written.flatMap((block) => block.groups.map((group) => group.transaction));
  const transactionMax = seen.reduce((max, transaction) => Math.max(max, transaction), 0);
  const commitGroup = live.findLast((one) => one.group.transaction === committed && one.group.isCommit);
  if (commitGroup === undefined) return damaged(placeOf(newest), "the last commit is fenced off");
  const found = map === undefined ? undefined : adoptedMap(map, since);
  for (const block of found?.blocks ?? []) tables.blocks.addRecord(block);
  tables.blocks.settleAll(commitGroup.block.block);
  return {
    ...{ kind: "rebuilt", tables, versions, loose, deadEnds, commitGroup, transactionMax },
    ...(found === undefined ? {} : { map: found }),
  };
}

/** Blocks that hold something in force, or did when the map checkpoint was made. */
function adoptBlocks(tables: Tables, live: readonly LiveGroup[], map: FoundMap | undefined): void {
  const scanned = new Set(map?.scanned.map((one) => one.block));
  const open = map?.parts[0].group.part?.open ?? [];
  for (const { block } of new Map(live.map((one) => [one.block.block, one])).values()) {
    tables.blocks.adopt(block.block, block.header);
  }
  if (map === undefined) return;
  for (const [block, word] of map.words.entries()) {
    if (word.kind === "written" && !scanned.has(block)) tables.blocks.adopt(block, word);
    else if (!open.includes(block)) continue;
    tables.blocks.boundStaleIn(block, map.horizon);
  }
}

function adoptedMap(map: FoundMap, since: readonly LiveGroup[]): AdoptedMap {
  const tail = since.filter((one) => !one.block.header.isMap);
  const blocks = new Set(tail.map((one) => one.block.block));
  const records = tail.reduce((sum, one) => sum + one.group.length, 0);
  return {
    blocks: map.parts.map((part) => part.block.block),
    bytes: map.parts.reduce((sum, part) => sum + part.group.length, 0),
    tailBytes: records + blocks.size * (headerBytes + scanAheadBytes),
    tailLines: tail.reduce((sum, one) => sum + one.group.slotCount, 0),
  };
}

function agreedGeometry(
  memory: StoreMemory,
  written: readonly WrittenBlock[],
): Damage | { readonly kind: "agreed"; readonly geometry: Geometry } {
  if (written.length === 0) return damaged("the chip", "no erase block holds a store");
  const { header } = written[0];
  for (const { block, header: other } of written) {
    const problem = headerProblem(other, memory);
    if (problem !== undefined) return damaged(`block ${block}`, problem);
    if (other.lineBytes !== header.lineBytes || other.keepStates !== header.keepStates) {
      return damaged(
        `block ${block}`,
        `its header belongs to another store than that of block ${written[0].block}`,
      );
    }
  }
  return { kind: "agreed", geometry: geometryOf(memory, header.lineBytes, header.keepStates) };
}

function newestCommit(written: readonly WrittenBlock[]): LiveGroup | undefined {
  let newest: LiveGroup | undefined;
  for (const block of written) {
    for (const group of block.groups) {
      if (!group.isCommit) continue;
      if (newest === undefined || group.transaction > newest.group.transaction) newest = { block, group };
    }
  }
  return newest;
}

/** Fences of the newest transaction that has any, and where their items lie. */
function newestFences(
  written: readonly WrittenBlock[],
  committed: number,
  map: FoundMap | undefined,
): { readonly list: readonly Fence[]; readonly blocks: readonly number[] } {
  let newest = 0;
  let list: Fence[] = [];
  let blocks: number[] = [];
  const take = (fences: readonly Fence[], block: number, transaction: number): void => {
    if (transaction > committed || transaction < newest) return;
    if (transaction > newest) [newest, list, blocks] = [transaction, [], []];
    list.push(...fences);
    blocks.push(block);
  };
  for (const { block, body } of map?.parts ?? []) {
    readInForce(body, block.block, (of) => ({
      fences: (fences) => void take(fences, of().block, of().transaction),
    }));
  }
  for (const { block, groups } of written) {
    for (const group of groups) {
      readItems(group, visitorOf({ fences: (fences) => void take(fences, block, group.transaction) }));
    }
  }
  return { list, blocks };
}

/** Groups in force, and the places that must die. */
function separate(
  memory: StoreMemory,
  scanned: readonly ScannedBlock[],
  committed: number,
  fences: readonly Fence[],
): {
  readonly live: readonly LiveGroup[];
  readonly loose: readonly LoosePlace[];
  readonly deadEnds: readonly number[];
} {
  const live: LiveGroup[] = [];
  const loose: LoosePlace[] = [];
  const deadEnds: number[] = [];
  const fenceOf = new Map(fences.map((fence) => [fence.block, fence]));
  for (const one of scanned) {
    const { block } = one;
    if (one.kind === "blank" || one.kind === "bad") continue;
    if (one.kind !== "written") {
      loose.push({ block, offset: 0, isUnreadable: true, isDead: one.kind === "dead" });
      continue;
    }
    const fence = fenceOf.get(block);
    const life = one.header.eraseCount;
    const fenced = fence !== undefined && fence.eraseCount === life ? fence.offset : memory.eraseBlockBytes;
    const inForce = one.groups.filter((group) => group.transaction <= committed && group.offset < fenced);
    for (const group of inForce) live.push({ block: one, group });
    const isEmpty = inForce.length === 0;
    const next = one.groups[inForce.length];
    if (one.end === "dead") deadEnds.push(block);
    if (one.end === "torn" && one.endOffset < fenced) {
      loose.push({
        block,
        offset: isEmpty && next === undefined ? 0 : one.endOffset,
        isUnreadable: true,
        isDead: false,
      });
    }
    if (next !== undefined && next.offset < fenced) {
      loose.push({ block, offset: isEmpty ? 0 : next.offset, isUnreadable: false, isDead: false });
    } else if (isEmpty && !loose.some((place) => place.block === block)) {
      loose.push({ block, offset: 0, isUnreadable: false, isDead: false });
    }
  }
  return { live, loose, deadEnds };
}

/** The lines that the newest commit group names are as it says; others were whole before it was programmed. */
function verifyNewest(memory: StoreMemory, tables: Tables, live: readonly LiveGroup[]): Damage | undefined {
  const { geometry, committed } = tables;
  const line = new Uint8Array(geometry.lineBytes);
  let broken: Damage | undefined;
  for (const one of live) {
    if (one.group.transaction !== committed || !one.group.isCommit) continue;
    forEachLine(one, geometry, (process, number, crc, _birth, slot) => {
      memory.read(slotAddress(geometry, slot), line);
      if (crc32(line) === crc || broken !== undefined) return;
      broken = damaged(
        `${placeOf(one)}, slot ${slot % geometry.slotsPerBlock}`,
        `line ${number} of process ${process} is not what was committed`,
      );
    });
  }
  return broken;
}
