/** Fills the tables from the groups in force: which version of a line counts, and what is needed of the records. */
import { mixLine, readItems } from "./items.ts";
import type { ProcessItem } from "./items.ts";
import type { GroupBody, PlacesItem } from "./items.ts";
import { damaged, forEachLine, readInForce } from "./live-group.ts";
import type { Damage, LiveGroup } from "./live-group.ts";
import { unpackPlaces } from "./map-places.ts";
import type { FoundMap, MapPart } from "./map-reader.ts";
import { visitorOf } from "./scan.ts";
import type { ProcessRecord, Tables } from "./tables.ts";
import type { VersionList } from "./version-list.ts";

interface FoundDrop {
  readonly process: number;
  readonly first: number;
  readonly count: number;
  readonly commit: number;
  readonly block: number;
  readonly transaction: number;
  isNeeded: boolean;
}

/** One use: `build` fills the tables it was given, or says what does not fit together. */
export class TableBuilder {
  readonly #tables: Tables;
  readonly #versions: VersionList;
  readonly #live: readonly LiveGroup[];
  readonly #map: FoundMap | undefined;
  readonly #items = new Map<
    number,
    { item: ProcessItem; transaction: number; block: number; count: number }
  >();
  readonly #labels = new Map<string, { text: string; transaction: number; block: number }>();
  readonly #drops = new Map<string, FoundDrop>();
  #device: { bytes: Uint8Array; block: number; transaction: number } | undefined;

  /** `live` are all groups in force, or with `map` those since it was begun. */
  constructor(tables: Tables, versions: VersionList, live: readonly LiveGroup[], map: FoundMap | undefined) {
    this.#map = map;
    this.#tables = tables;
    this.#versions = versions;
    this.#live = live;
  }

  build(): Damage | undefined {
    const { tables } = { tables: this.#tables };
    for (const part of this.#map?.parts ?? []) {
      if (!this.#collectPart(part)) return damaged(`block ${part.block.block}`, "the map does not pass");
    }
    for (const one of this.#live) this.#collect(one);
    const problem = this.#makeProcesses() ?? this.#placeVersions();
    if (problem !== undefined) return problem;
    this.#keepDrops();
    this.#keepProcesses();
    for (const block of tables.fenceBlocks) tables.blocks.addRecord(block);
    if (this.#device !== undefined) {
      tables.device = { bytes: this.#device.bytes, block: this.#device.block };
      tables.blocks.addRecord(this.#device.block);
    }
    return this.#compareDigests();
  }

  #collect(one: LiveGroup): void {
    const { transaction } = one.group;
    forEachLine(one, this.#tables.geometry, (process, line, crc, birth, slot) => {
      this.#versions.add({ process, line, birth, slot, transaction, crc });
    });
    this.#collectItems(one.group, one.block.block, () => true);
  }

  /** What a part of the map checkpoint tells is as it was before the transaction that wrote it. */
  #collectPart({ block, body }: MapPart): boolean {
    const transaction = body.transaction - 1;
    const openedBy = (of: number): number | undefined => {
      const word = this.#map?.words[of];
      return word?.kind === "written" && word.openedBy <= transaction ? word.openedBy : undefined;
    };
    let isSound = true;
    const places = (item: PlacesItem): void => {
      const { process } = item;
      const isRead = unpackPlaces(item, this.#tables.geometry, openedBy, (line, birth, slot) =>
        this.#versions.add({ process, line, birth, slot, transaction, crc: 0 }),
      );
      if (!isRead) isSound = false;
    };
    readItems(body, visitorOf({ places }));
    // A record whose block was opened anew was moved, which stands in the log, or is not needed any more.
    this.#collectItems(body, block.block, (of) => openedBy(of) !== undefined);
    return isSound;
  }

  #collectItems(group: GroupBody, own: number, isThere: (block: number) => boolean): void {
    readInForce(group, own, (place) => ({
      process: (item) => {
        const { block, transaction } = place();
        if (!isThere(block)) return;
        const known = this.#items.get(item.process);
        const count = (known?.count ?? 0) + 1;
        if (known !== undefined && known.transaction >= transaction) known.count = count;
        else this.#items.set(item.process, { item, transaction, block, count });
      },
      drop: (process, first, count, commit) => {
        const { block, transaction } = place();
        const key = `${process} ${first} ${count} ${commit}`;
        if (!isThere(block) || (this.#drops.get(key)?.transaction ?? 0) >= transaction) return;
        const isNeeded = this.#map !== undefined;
        this.#drops.set(key, { process, first, count, commit, block, transaction, isNeeded });
      },
      device: (bytes) => {
        const { block, transaction } = place();
        if (!isThere(block) || (this.#device?.transaction ?? 0) >= transaction) return;
        this.#device = { bytes, block, transaction };
      },
      label: (process, state, text) => {
        const { block, transaction } = place();
        const key = `${process} ${state}`;
        if (!isThere(block) || (this.#labels.get(key)?.transaction ?? 0) >= transaction) return;
        this.#labels.set(key, { text, transaction, block });
      },
    }));
  }

  #makeProcesses(): Damage | undefined {
    for (const [number, { item, block }] of [...this.#items].sort(([left], [right]) => left - right)) {
      const process = this.#tables.processOf(number);
      process.itemBlock = block;
      process.voids = [...item.voids];
      this.#tables.blocks.addRecord(block);
      for (const state of [...item.states].reverse()) {
        const label = state.isLabelled ? this.#labels.get(`${number} ${state.commit}`) : undefined;
        if (state.isLabelled && label === undefined) {
          return damaged(`process ${number}`, `the label of state ${state.commit} is lost`);
        }
        const record = this.#tables.addState(process, state.commit, label?.text);
        if (label === undefined) continue;
        record.labelBlock = label.block;
        this.#tables.blocks.addRecord(label.block);
      }
    }
    return undefined;
  }

  #placeVersions(): Damage | undefined {
    const drops = new Map<number, FoundDrop[]>();
    for (const drop of this.#drops.values()) {
      drops.set(drop.process, [...(drops.get(drop.process) ?? []), drop]);
    }
    let broken: Damage | undefined;
    this.#versions.forEachLine((process, line, from, to) => {
      const record = this.#tables.processes.get(process);
      if (record === undefined) broken ??= damaged(`process ${process}`, "the record of the process is lost");
      else this.#placeLine(record, line, from, to, drops.get(process) ?? []);
    });
    return broken;
  }

  /** Versions `from` … `to` - 1 of the list are those of one line, oldest first. */
  #placeLine(
    process: ProcessRecord,
    line: number,
    from: number,
    to: number,
    drops: readonly FoundDrop[],
  ): void {
    const { versions } = { versions: this.#versions };
    const covering = drops.filter((drop) => line >= drop.first && line < drop.first + drop.count);
    for (const drop of covering) if (versions.birthAt(from) < drop.commit) drop.isNeeded = true;
    const inForce = covering.filter((drop) => !isVoid(process, drop.commit));
    for (let at = from; at < to; at++) {
      const birth = versions.birthAt(at);
      const isDuplicate = at + 1 < to && versions.birthAt(at + 1) === birth;
      if (isDuplicate || isVoid(process, birth)) this.#tables.blocks.noteStale(versions.slotAt(at), birth);
      else this.#placeVersion(process, line, at, this.#endOfLife(process, at, to, inForce));
    }
  }

  /** The commit from which on the version is no longer shown. */
  #endOfLife(process: ProcessRecord, at: number, to: number, drops: readonly FoundDrop[]): number {
    const birth = this.#versions.birthAt(at);
    let end = Infinity;
    for (let next = to - 1; next > at; next--) {
      const later = this.#versions.birthAt(next);
      if (later > birth && !isVoid(process, later)) end = later;
    }
    for (const drop of drops) if (drop.commit > birth && drop.commit < end) end = drop.commit;
    return end;
  }

  #placeVersion(process: ProcessRecord, line: number, at: number, end: number): void {
    const { tables, versions } = { tables: this.#tables, versions: this.#versions };
    const birth = versions.birthAt(at);
    const slot = versions.slotAt(at);
    const shownBy = process.states.filter((state) => state.commit >= birth && state.commit < end);
    for (const state of shownBy) state.lines++;
    const newest = shownBy.at(-1);
    const isCurrent = newest !== undefined && newest === process.states.at(-1);
    if (!isCurrent) tables.blocks.noteStale(slot, birth);
    if (newest === undefined) return;
    tables.blocks.addLine(slot);
    versions.markNeeded(at);
    if (isCurrent) {
      tables.map.set(process.number, line, slot, birth);
      process.lines++;
      process.digest = (process.digest + mixLine(line, birth)) | 0;
    } else {
      const version = { process: process.number, line, birth, until: newest.commit, slot };
      newest.oldHead = tables.old.add(version, newest.oldHead);
    }
  }

  #keepDrops(): void {
    const { tables } = { tables: this.#tables };
    for (const { process, first, count, commit, block, isNeeded } of this.#drops.values()) {
      const record = tables.processes.get(process);
      if (!isNeeded || record === undefined || isVoid(record, commit)) {
        tables.blocks.noteStaleIn(block, commit);
        continue;
      }
      tables.drops.push({ process, first, count, commit, block });
      tables.blocks.addRecord(block);
    }
    tables.drops.sort(
      (left, right) => left.commit - right.commit || left.process - right.process || left.first - right.first,
    );
  }

  /** Lets go what was only there to outlast things that are gone now. */
  #keepProcesses(): void {
    if (this.#map !== undefined) return;
    for (const process of [...this.#tables.processes.values()]) {
      const births = this.#versions.birthsOf(process.number);
      for (const drop of this.#drops.values()) if (drop.process === process.number) births.push(drop.commit);
      const isInside = (range: { from: number; to: number }) =>
        births.some((birth) => birth > range.from && birth < range.to);
      if (process.voids.length > 0) process.voids = process.voids.filter(isInside);
      const traces = births.length + (this.#items.get(process.number)?.count ?? 0);
      if (process.states.length > 0 || traces > 1) continue;
      this.#tables.blocks.removeRecord(process.itemBlock);
      this.#tables.processes.delete(process.number);
    }
  }

  #compareDigests(): Damage | undefined {
    if (this.#map?.isProved === false) return undefined;
    for (const process of this.#tables.processes.values()) {
      const expected = this.#items.get(process.number)?.item.digest ?? 0;
      if (process.digest >>> 0 === expected) continue;
      return damaged(
        `process ${process.number}`,
        `its ${process.lines} lines do not add up to what commit ${process.states.at(-1)?.commit ?? 0} left: records are lost`,
      );
    }
    return undefined;
  }
}

function isVoid(process: ProcessRecord, commit: number): boolean {
  for (const range of process.voids) if (commit > range.from && commit < range.to) return true;
  return false;
}
