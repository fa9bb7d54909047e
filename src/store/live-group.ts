/** Groups in force: what they name, where they are, and what is said when one is not what it should be. */
import { readUint32 } from "../base/index.ts";
import type { Geometry } from "./format.ts";
import { readItems } from "./items.ts";
import { entryBytesOf, visitorOf } from "./scan.ts";
import type { ScannedGroup, WrittenBlock } from "./scan.ts";

/** Something that should not be so. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}

/** What is wrong with a store, and where. */
export interface Damage {
  readonly kind: "damaged";
  readonly where: string;
  readonly what: string;
}

/** A group that is in force. */
export interface LiveGroup {
  readonly block: WrittenBlock;
  readonly group: ScannedGroup;
}

export function damaged(where: string, what: string): Damage {
  return { kind: "damaged", where, what };
}

/** Names the group in findings. */
export function placeOf({ block, group }: LiveGroup): string {
  return `block ${block.block}, group at ${group.offset}`;
}

/** Visits the lines that a group names. `slot` counts through all blocks. */
export function forEachLine(
  { block, group }: LiveGroup,
  geometry: Geometry,
  visit: (process: number, line: number, crc: number, birth: number, slot: number) => void,
): void {
  let slot = block.block * geometry.slotsPerBlock + group.firstSlot;
  readItems(
    group.bytes,
    visitorOf({
      skip: (count) => void (slot += count),
      lines: (process, count, isMoved, bytes, offset) => {
        const entryBytes = entryBytesOf(isMoved);
        for (let at = offset; at < offset + count * entryBytes; at += entryBytes) {
          const birth = isMoved ? readUint32(bytes, at + 8) : group.transaction;
          visit(process, readUint32(bytes, at), readUint32(bytes, at + 4), birth, slot++);
        }
      },
    }),
  );
}
