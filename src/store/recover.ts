/** What each power-on does before anything is shown: loose ends die, the last commit is made firm. */
import { blockState } from "./block-state.ts";
import { deadHeaderBytes, deadGroupBytes } from "./format.ts";
import type { StoreCore } from "./core.ts";
import type { LoosePlace, Rebuilt } from "./rebuild.ts";

/**
 * What is spent may be so by the newest commit only, which is not firm yet: where so many blocks hold nothing at all, one of them is erased for
 * making it firm, and no spent one.
 */
const rawBlocksMin = 3;

/**
 * Makes what `rebuild` found safe to build on. The memory shows the same state before, during and after.
 *
 * Unreadable places die first: one of them may be the commit group of a transaction whose other groups are void only
 * as long as it does not pass.
 */
export function recover(core: StoreCore, rebuilt: Rebuilt): void {
  const loose = [...rebuilt.loose].sort(
    (left, right) => Number(right.isUnreadable) - Number(left.isUnreadable),
  );
  if (core.geometry.canKill) {
    for (const place of loose) if (!place.isDead) kill(core, place);
    if (core.fault === "not-made-firm") return;
    const release = core.tables.blocks.hold([], rawBlocksMin);
    makeFirm(core, rebuilt);
    release();
    const old = oldCommitGroup(rebuilt);
    if (!core.isWornOut && old.offset !== 0) kill(core, old);
    return;
  }
  // A void group may be in force at the next power-on, if its unreadable commit group passes then.
  const held = loose.filter((place) => !place.isUnreadable).map((place) => place.block);
  fence(core, [...loose, oldCommitGroup(rebuilt)]);
  const release = core.tables.blocks.hold(held, rawBlocksMin);
  if (core.fault !== "not-made-firm") makeFirm(core, rebuilt);
  release();
  if (!core.isWornOut) eraseWhole(core, loose);
}

/**
 * Once it was copied it must not be read again: it may pass at one boot and not at the next. Where it was its block's
 * first group there is nothing else in the block, which is spent now.
 */
function oldCommitGroup({ commitGroup: { block, group } }: Rebuilt): LoosePlace {
  const isWhole = block.groups[0] === group;
  return { block: block.block, offset: isWhole ? 0 : group.offset, isUnreadable: false, isDead: false };
}

function kill(core: StoreCore, place: LoosePlace): void {
  const { blockBytes, pageBytes } = core.geometry;
  const from = place.block * blockBytes + place.offset;
  const to = from + (place.offset === 0 ? deadHeaderBytes : deadGroupBytes);
  core.memory.barrier();
  for (let at = from; at < to;) {
    const end = Math.min(to, (Math.floor(at / pageBytes) + 1) * pageBytes);
    core.memory.program(at, new Uint8Array(end - at));
    at = end;
  }
  core.memory.barrier();
}

/** On parts where a record cannot die: the next commit says where records end. */
function fence(core: StoreCore, loose: readonly LoosePlace[]): void {
  const { tables } = core;
  const fenced = new Map(tables.fences.map((one) => [one.block, one]));
  for (const { block, offset } of loose) {
    const known = fenced.get(block);
    const eraseCount = tables.blocks.eraseCountOf(block);
    if (known !== undefined && known.eraseCount === eraseCount && known.offset <= offset) continue;
    fenced.set(block, { block, offset, eraseCount });
  }
  tables.fences = [...fenced.values()];
}

/** Copies what the newest commit group holds into a fresh block and commits; the old group may fail from now on. */
function makeFirm(core: StoreCore, rebuilt: Rebuilt): void {
  const { block, group } = rebuilt.commitGroup;
  const transaction = core.begin();
  const isPlaced =
    core.moveGroup(block, group, transaction) &&
    (core.tables.fences.length === 0 || core.tables.fenceBlocks.includes(block.block) || core.putFences());
  if (!isPlaced) {
    core.isWornOut = true;
    return;
  }
  core.end(transaction, () => core.applyMoves());
}

/** Blocks in which nothing is in force are erased: they need no fence then. */
function eraseWhole(core: StoreCore, loose: readonly LoosePlace[]): void {
  const { blocks } = core.tables;
  for (const { block, offset } of loose) {
    if (offset === 0 && blocks.stateOf(block) === blockState.raw) blocks.erase(block);
  }
}
