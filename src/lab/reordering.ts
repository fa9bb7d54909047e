import { SeededRandom, crc32 } from "../base/index.ts";
import { MemoryCarrier, PowerCut } from "../flash/index.ts";
import type { FlashChip } from "../flash/index.ts";
import type { Operation } from "./scenario.ts";

/**
 * A chip behind a cache that writes back in any order between two barriers: what a disk, a controller or a server across the network may do.
 * When power goes, of the operations since the last barrier any may have been done and any not. Those of one erase block that an erase
 * separates keep their order, as no cache loses an erase and keeps what was programmed after it.
 */
export class PendingOperations {
  readonly #pending: Operation[] = [];
  /** The chip at the last barrier. */
  #base: FlashChip;

  constructor(chip: FlashChip) {
    this.#base = chip.fork();
  }

  /** All of them are durable now. */
  barrier(chip: FlashChip): void {
    if (this.#pending.length === 0) return;
    this.#pending.length = 0;
    this.#base = chip.fork();
  }

  note(operation: Operation): void {
    this.#pending.push({ ...operation, bytes: operation.bytes?.slice() ?? null });
  }

  /** What the cut leaves: those of the pending operations that `operation` and `shape` draw, and `operation` torn. */
  tear(operation: Operation, shape: string): FlashChip {
    const random = new SeededRandom(crc32(new TextEncoder().encode(`${operation.number}.${shape}`)));
    const chip = this.#base.fork();
    const doneOfEight = 1 + random.below(7);
    /** Blocks whose erase was lost: nothing that came after it happened. */
    const lost = new Set<number>();
    for (const one of [...this.#pending, operation]) {
      const block = Math.floor(one.address / chip.part.eraseBlockBytes);
      if (lost.has(block)) continue;
      if (one === operation) return torn(chip, one, shape);
      if (random.below(8) < doneOfEight) perform(chip, one);
      else if (one.bytes === null) lost.add(block);
    }
    return chip;
  }
}

/** Does the operation as the last one before the power goes. */
export function torn(chip: FlashChip, operation: Operation, shape: string): FlashChip {
  chip.armCut({ operation: chip.operationCount, shape });
  try {
    perform(chip, operation);
  } catch (error) {
    if (error instanceof PowerCut) return chip;
    throw error;
  }
  throw new Error(`operation ${operation.number} was not torn`);
}

/** A program of NAND may go on into the page's spare area. */
function perform(chip: FlashChip, { address, bytes }: Operation): void {
  const { eraseBlockBytes, pageBytes, kind } = chip.part;
  if (bytes === null) chip.eraseBlock(address / eraseBlockBytes);
  else if (kind === "nor") chip.program(address, bytes);
  else chip.programPage(Math.floor(address / pageBytes), address % pageBytes, bytes);
}

/** Makes `chip` hold what `other` does. */
export function overwrite(chip: FlashChip, other: FlashChip): void {
  const [to, from] = [chip.carrier, other.carrier];
  if (!(to instanceof MemoryCarrier)) throw new Error("only a chip in memory takes another's place");
  for (let block = 0; block < from.blockCount; block++) {
    const [cells, unstable] = [from.cellsOf(block), from.unstableOf(block)];
    to.adopt(block, cells?.slice() ?? null, unstable?.slice() ?? null, from.eraseCount(block));
  }
}
