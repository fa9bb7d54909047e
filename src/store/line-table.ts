/**
 * Where the newest version of each line lies: (process, line) → slot and birth, the commit that wrote it. `LineMap` keeps all of it in RAM,
 * `PagedMap` a part. An entry is found by `find` and then read by its number, before another is looked for.
 */
export interface LineTable {
  /** The entry, or -1 where the line is absent. */
  find(process: number, line: number): number;
  slotAt(entry: number): number;
  birthAt(entry: number): number;
  set(process: number, line: number, slot: number, birth: number): void;
  /** The version has moved to another slot. */
  moveTo(entry: number, slot: number): void;
  remove(entry: number): void;
  /** Lines of the process from `first` to `last` that are present, ascending. */
  forEach(process: number, first: number, last: number, visit: (line: number, entry: number) => void): void;
  /** Lines of all processes that lie in slots from `from` to before `to`, in no order. */
  forEachInSlots(
    from: number,
    to: number,
    visit: (process: number, line: number, birth: number, slot: number) => void,
  ): void;
  readonly ramBytes: number;
}
