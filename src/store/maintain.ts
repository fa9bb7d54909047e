/** Free blocks: cleaning, wear levelling, and letting go of records that nothing depends on any more. */
import { blockState } from "./block-state.ts";
import type { StoreCore } from "./core.ts";
import { stream } from "./log-writer.ts";
import type { Stream } from "./log-writer.ts";
import type { DropRecord } from "./tables.ts";

/** Free blocks that a commit leaves: cleaning and the next power-on need some to work with. */
export const reserveBlocks = 3;
/** Erased blocks that idle time keeps ready. */
const erasedPool = 8;
/** Free blocks that idle time keeps. */
const idleFreeBlocks = 16;
/** Erase blocks that parts of a map checkpoint may take up in one commit. */
export const mapBlocksPerCommit = 2;
/** A commit of many lines writes more of a map checkpoint, so that it ends before the log has grown much. */
export const mapBytesPerLine = 8;
/** What a commit reckons with for records: twice the drops of each line, and the process with the device. */
const readyRecordBytes = 2 * 8 * 16;
const commitRecordBytes = 2 * (400 + 128);
/** Blocks beside those for lines that a commit may open: one for each kind of lines. */
const streamBlocks = 2;
/** So much further where the records of a move take a whole page. */
const levelPatience = 3;
/** So much further before idle time, which erases ahead as well, is spent on such a move. */
const idlePatience = 7;
/** Commits from one block that is read for its fading bits to the next. */
const patrolCommits = 32;
/** Fences beyond which the blocks that need them are cleaned first. */
const fencesMax = 4;

/** Sees to it that so many blocks are free beside the reserve. */
export function ensureFree(core: StoreCore, blocks: number): "ok" | "full" | "worn-out" {
  const { tables } = core;
  for (let round = 0; tables.blocks.freeCount < blocks + reserveBlocks; round++) {
    if (round > core.geometry.blockCount * 4) return "full";
    const cleaned = clean(core, blocks + reserveBlocks);
    if (cleaned === "no-gain" && core.map.discard()) continue;
    if (cleaned === "no-gain") return tables.blocks.badCount > 0 ? "worn-out" : "full";
    if (cleaned === "failed") return "worn-out";
  }
  return "ok";
}

/** One cleaning transaction: as many victims as fit one block, until `wanted` blocks are free. */
export function clean(core: StoreCore, wanted: number): "ok" | "no-gain" | "failed" {
  const { blocks } = core.tables;
  const victims: number[] = [];
  let lines = 0;
  while (victims.length < 8 && blocks.freeCount + victims.length < wanted + 1) {
    const victim = nextVictim(core, victims);
    if (victim < 0 || blocks.linesIn(victim) >= core.linesPerBlock) break;
    if (victims.length > 0 && lines + blocks.linesIn(victim) > core.linesPerBlock) break;
    victims.push(victim);
    lines += blocks.linesIn(victim);
  }
  if (victims.length === 0) return "no-gain";
  core.counts.cleanings++;
  return moveAll(core, victims, stream.cold) ? "ok" : "failed";
}

/** Blocks that need a fence first, while there are many; otherwise the one that is worth most. */
function nextVictim(core: StoreCore, taken: readonly number[]): number {
  const { blocks, fences } = core.tables;
  if (fences.length > fencesMax) {
    const fenced = fences.find(
      ({ block }) =>
        blocks.stateOf(block) === blockState.closed &&
        block !== blocks.newestCommitBlock &&
        blocks.linesIn(block) < core.linesPerBlock &&
        !taken.includes(block),
    );
    if (fenced !== undefined) return fenced.block;
  }
  return blocks.victim(core.tables.committed, core.linesPerBlock, (block) => taken.includes(block));
}

function moveAll(core: StoreCore, victims: readonly number[], to: Stream): boolean {
  const transaction = core.begin();
  for (const victim of victims) {
    if (core.moveOut(victim, transaction, to)) continue;
    core.isWornOut = true;
    return false;
  }
  return core.end(transaction, () => core.applyMoves());
}

/** After a commit: at most one move for the sake of wear or of records that pile up. */
export function afterCommit(core: StoreCore, erasesBefore: number): void {
  const { tables } = core;
  if (tables.drops.length > dropsMax(core)) {
    purgeDrops(core);
    if (tables.drops.length > dropsMax(core) && core.refineStale()) purgeDrops(core);
    if (tables.drops.length > dropsMax(core)) {
      const oldest = tables.blocks.oldestStaleBlock();
      if (oldest >= 0 && tables.blocks.freeCount > 1) moveAll(core, [oldest], stream.cold);
      return;
    }
  }
  if (mend(core)) return;
  // Where blocks are erased in idle time, a commit that had to wait for an erase does not wait for another.
  const isWaiting = core.writer.isSparing && tables.blocks.erases !== erasesBefore;
  if (tables.blocks.erases !== core.erasesAtLevel && !isWaiting) level(core);
}

/**
 * Makes ready what the next commit needs, so that it only programs: erased blocks for `readyLines` lines, and the next part of the map in a
 * transaction of its own. What is committed is as it was, before, during and after.
 */
export function makeReady(core: StoreCore, lineCount: number): void {
  if (core.isWornOut || !core.hasNumbers) return;
  const { tables } = core;
  const records = core.readyLines * readyRecordBytes + commitRecordBytes;
  const blocks =
    core.blocksForLines(core.readyLines) + streamBlocks + Math.ceil(records / core.geometry.blockBytes);
  if (core.map.isDue && ensureFree(core, blocks + mapBlocksPerCommit) === "ok") {
    const transaction = core.begin();
    core.map.put(transaction, lineCount * mapBytesPerLine);
    core.end(transaction, () => undefined);
  }
  ensureFree(core, blocks);
  while (tables.blocks.erasedCount < blocks && tables.blocks.eraseAhead());
}

/** Empties one block that failed or had to be corrected. False: there was none that can be. */
function mend(core: StoreCore): boolean {
  const { blocks } = core.tables;
  for (const block of core.memory.pages?.takeCorrected() ?? []) blocks.noteWeak(block);
  if (blocks.ailing.takeMap()) core.map.renew();
  const block = blocks.ailingBlock();
  if (block < 0 || blocks.freeCount < 2 || core.isWornOut) return false;
  core.counts.scrubs++;
  const isMoved = moveAll(core, [block], stream.cold);
  if (isMoved) blocks.ailingBlock();
  return isMoved;
}

/** Reads a block that nobody may have read for long: what has to be corrected is moved before it is too late. */
function patrol(core: StoreCore): void {
  const { pages } = core.memory;
  const { blocks, committed } = core.tables;
  if (pages === undefined || committed < core.patrol.from) return;
  core.patrol.from = committed + patrolCommits;
  for (let tried = 0; tried < core.geometry.blockCount; tried++) {
    const block = core.patrol.block;
    core.patrol.block = (block + 1) % core.geometry.blockCount;
    if (blocks.stateOf(block) !== blockState.closed) continue;
    core.readThrough(block);
    mend(core);
    return;
  }
}

function dropsMax(core: StoreCore): number {
  return 64 + core.geometry.blockCount / 4;
}

/** Lines that stay where they are keep their block from wearing: they change places with a worn free one. */
function level(core: StoreCore, further = 0): void {
  const { blocks } = core.tables;
  // Where moves have to wait for their turn they begin earlier.
  const patience = core.geometry.wholePages ? levelPatience : 0;
  const apart =
    Math.max(1, core.writer.isSparing ? core.levelThreshold - 2 : core.levelThreshold) + patience + further;
  // On a young chip no block is worn enough: the search is spared.
  if (blocks.eraseCountMax <= apart) return;
  const still = blocks.leastWornClosed();
  if (still < 0 || blocks.eraseCountMax - blocks.eraseCountOf(still) <= apart) return;
  if (blocks.freeCount < 2) return;
  core.counts.levelMoves++;
  const movedBefore = core.counts.linesMoved;
  moveAll(core, [still], stream.still);
  core.counts.linesLevelled += core.counts.linesMoved - movedBefore;
  core.erasesAtLevel = blocks.erases;
}

/** Forgets drops without which the chip would tell the same. */
export function purgeDrops(core: StoreCore): void {
  const { tables } = core;
  const horizon = tables.blocks.staleHorizon();
  for (const drop of [...tables.drops]) {
    if (horizon > drop.commit || isSuperseded(core, drop)) tables.forgetDrop(drop);
  }
}

/** Whether a later drop or later versions hide the same, and no kept state lies between. */
function isSuperseded(core: StoreCore, drop: DropRecord): boolean {
  const { tables } = core;
  const states = tables.processes.get(drop.process)?.states ?? [];
  const isBetween = (commit: number): boolean =>
    states.some((state) => state.commit >= drop.commit && state.commit < commit);
  const end = drop.first + drop.count;
  const covering = tables.drops.find(
    (other) =>
      other.process === drop.process &&
      other.commit > drop.commit &&
      other.first <= drop.first &&
      other.first + other.count >= end &&
      !isBetween(other.commit),
  );
  if (covering !== undefined) return true;
  if (drop.count > 64) return false;
  for (let line = drop.first; line < end; line++) {
    const entry = tables.map.find(drop.process, line);
    if (entry < 0 || tables.map.birthAt(entry) < drop.commit) return false;
    if (isBetween(tables.map.birthAt(entry))) return false;
  }
  return true;
}

/** Erases ahead and cleans while there is device time for it; the last operation may exceed it. */
export function idle(core: StoreCore, budgetMicros: number): void {
  const { blocks } = core.tables;
  core.writer.isSparing = true;
  const end = core.memory.deviceNanos() + budgetMicros * 1000;
  while (!core.isWornOut && core.memory.deviceNanos() < end) {
    if (blocks.erasedCount < Math.min(erasedPool, blocks.freeCount) && blocks.eraseAhead()) continue;
    const wanted = Math.min(idleFreeBlocks, core.geometry.blockCount >>> 3);
    if (blocks.freeCount >= wanted || blocks.freeCount < 2 || clean(core, wanted) !== "ok") break;
  }
  // Commits that had to wait for an erase have put it off: it may not wait for ever.
  if (blocks.erasedCount > 1 && !core.isWornOut) level(core, idlePatience);
  if (!core.isWornOut && core.memory.deviceNanos() < end && !mend(core)) patrol(core);
}
