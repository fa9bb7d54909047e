/** Groups in force: what they name, where they are, and what is said when one is not what it should be. */
import type { Geometry } from "./format.ts";
import { readItems, readLineEntries } from "./items.ts";
import type { GroupBody, ItemVisitor } from "./items.ts";
import { visitorOf } from "./scan.ts";
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

/** Where an item is in force: its own group's place, or that of the item that a map checkpoint has copied. */
export interface ItemPlace {
  readonly block: number;
  readonly transaction: number;
}

/** Reads the items of a group; the visitor may ask for the place of the one that it is told of, once for each. */
export function readInForce(
  group: GroupBody,
  block: number,
  visitorFor: (place: () => ItemPlace) => Partial<ItemVisitor>,
): void {
  const own: ItemPlace = { block, transaction: group.transaction };
  let copy: ItemPlace | undefined;
  const visitor = visitorFor(() => copy ?? own);
  const forget = (): void => void (copy = undefined);
  const { device, drop, fences, label, process, places } = { ...visitorOf({}), ...visitor };
  readItems(group, {
    ...visitorOf({ ...visitor, places }),
    device: (bytes) => (device(bytes), forget()),
    drop: (...fields) => (drop(...fields), forget()),
    fences: (list) => (fences(list), forget()),
    label: (...fields) => (label(...fields), forget()),
    process: (item) => (process(item), forget()),
    copied: (of, transaction) => void (copy = { block: of, transaction }),
  });
}

/** Visits the lines that a group names. `slot` counts through all blocks. */
export function forEachLine(
  { block, group }: LiveGroup,
  geometry: Geometry,
  visit: (process: number, line: number, crc: number, birth: number, slot: number) => void,
): void {
  const { slotsPerBlock, slotsPerLine } = geometry;
  let slot = block.block * slotsPerBlock + group.firstSlot;
  readItems(
    group,
    visitorOf({
      skip: (count) => void (slot += count),
      lines: (process, count, isMoved, offset) => {
        readLineEntries(group, { count, isMoved, offset }, (line, crc, birth) => {
          visit(process, line, crc, birth, slot);
          slot += slotsPerLine;
        });
      },
    }),
  );
}
