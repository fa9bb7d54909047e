/** What lies on a memory, in the words of `docs/flash-format.md`; works on damaged stores too and never writes. */
import { crc32 } from "../base/index.ts";
import { slotAddress } from "./format.ts";
import { readItems } from "./items.ts";
import type { ItemVisitor } from "./items.ts";
import type { Finding } from "./live-group.ts";
import type { StoreMemory } from "./port.ts";
import { rebuild } from "./rebuild.ts";
import type { Rebuilt } from "./rebuild.ts";
import { Scanner } from "./scan.ts";
import type { ScannedBlock, ScannedGroup } from "./scan.ts";

export interface GroupReport {
  readonly offset: number;
  readonly bytes: number;
  readonly transaction: number;
  readonly isCommit: boolean;
  /** One text per item, beginning with its kind. */
  readonly items: readonly string[];
}

export interface BlockReport {
  readonly block: number;
  readonly kind: "blank" | "dead" | "garbage" | "bad" | "written";
  readonly eraseCount: number;
  readonly groups: readonly GroupReport[];
  /** How the records of a written block end. */
  readonly end?: "blank" | "dead" | "torn";
}

export interface StoreReport {
  /** What is wrong; empty for a sound store. A store whose last commit was torn is sound. */
  readonly findings: readonly Finding[];
  readonly lineBytes?: number;
  readonly keepStates?: number;
  /** Number of the newest committed transaction. */
  readonly committed?: number;
  readonly deviceBytes?: number;
  readonly processes: readonly {
    readonly process: number;
    readonly lines: number;
    readonly states: readonly { readonly state: number; readonly label?: string; readonly lines: number }[];
  }[];
  readonly blocks: readonly BlockReport[];
}

export function inspect(memory: StoreMemory): StoreReport {
  const scanned = new Scanner(memory, true).scanAll();
  const rebuilt = rebuild(memory, scanned);
  const blocks = scanned.map((one) => reportBlock(memory, one));
  if (rebuilt.kind === "damaged") {
    return { findings: [{ where: rebuilt.where, what: rebuilt.what }], processes: [], blocks };
  }
  const { tables } = rebuilt;
  return {
    findings: brokenLines(memory, rebuilt),
    lineBytes: tables.geometry.lineBytes,
    keepStates: tables.geometry.keepStates,
    committed: tables.committed,
    ...(tables.device === undefined ? {} : { deviceBytes: tables.device.bytes.length }),
    processes: [...tables.processes.values()].map(({ number, lines, states }) => ({
      process: number,
      lines,
      states: states.map(({ commit, label, lines: shown }) => ({
        state: commit,
        lines: shown,
        ...(label === undefined ? {} : { label }),
      })),
    })),
    blocks,
  };
}

/** Line versions that kept states need and whose bytes are not what their records say. */
export function brokenLines(memory: StoreMemory, rebuilt: Rebuilt): Finding[] {
  const { geometry, blocks } = rebuilt.tables;
  const findings: Finding[] = [];
  const line = new Uint8Array(geometry.lineBytes);
  rebuilt.versions.forEachNeeded((version) => {
    memory.read(slotAddress(geometry, version.slot), line);
    if (crc32(line) === version.crc) return;
    findings.push({
      where: `block ${blocks.blockOfSlot(version.slot)}, slot ${version.slot % geometry.slotsPerBlock}`,
      what: `line ${version.line} of process ${version.process}, commit ${version.birth}, is not what was written`,
    });
  });
  return findings;
}

function reportBlock(memory: StoreMemory, one: ScannedBlock): BlockReport {
  const { block, kind } = one;
  const eraseCount = memory.eraseCount(block);
  if (one.kind !== "written") return { block, kind, eraseCount, groups: [] };
  return { block, kind, eraseCount, groups: one.groups.map(reportGroup), end: one.end };
}

function reportGroup(group: ScannedGroup): GroupReport {
  const items: string[] = [];
  const visitor: ItemVisitor = {
    lines: (process, count, isMoved) =>
      items.push(`${isMoved ? "moved" : "lines"} process ${process} count ${count}`),
    skip: (count) => items.push(`skip count ${count}`),
    drop: (process, first, count, commit) =>
      items.push(`drop process ${process} first ${first} count ${count} commit ${commit}`),
    process: ({ process, states, voids }) => {
      const text = states.map((state) => `${state.commit}${state.isLabelled ? " labelled" : ""}`).join(", ");
      const rolled = voids.map(({ from, to }) => ` void ${from} … ${to}`).join("");
      items.push(`process ${process} states ${text === "" ? "none" : text}${rolled}`);
    },
    device: (bytes) => items.push(`device ${bytes.length} bytes`),
    fences: (fences) =>
      items.push(`fences ${fences.map(({ block, offset }) => `${block} at ${offset}`).join(", ")}`),
    label: (process, state, text) =>
      items.push(`label process ${process} state ${state} ${JSON.stringify(text)}`),
    map: ({ start, part, partCount }) =>
      items.push(`map start ${start} part ${part}${partCount === 0 ? "" : `, the last of ${partCount}`}`),
    places: ({ process, count, firstBlock }) =>
      items.push(`places process ${process} count ${count} from block ${firstBlock}`),
    copied: (block, transaction) => items.push(`copied from block ${block}, transaction ${transaction}`),
  };
  readItems(group, visitor);
  const { offset, length, transaction, isCommit } = group;
  return { offset, bytes: length, transaction, isCommit, items };
}
