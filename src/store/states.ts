/** Changes of a process's states, each a transaction of its own. */
import type { CommitResult } from "./commit.ts";
import type { StoreCore } from "./core.ts";
import { encodeProcess } from "./items.ts";
import type { ProcessItem } from "./items.ts";
import { ensureFree } from "./maintain.ts";
import { itemOf, keptOf } from "./tables.ts";
import type { ProcessRecord } from "./tables.ts";

/** What a change of states came to; `no-such-state`: nothing was changed. */
export type StateResult =
  CommitResult | { readonly kind: "no-such-state"; readonly process: number; readonly state: number };

export function rollback(core: StoreCore, process: number, state: number, device?: Uint8Array): StateResult {
  const record = recordOf(core, process, state);
  if (record === undefined) return { kind: "no-such-state", process, state };
  const { tables, geometry } = core;
  const itemFor = (transaction: number): ProcessItem => {
    const older = record.states.filter((one) => one.commit <= state);
    const made = { commit: transaction, label: undefined, labelBlock: -1, lines: 0, oldHead: -1 };
    const states = [...keptOf(older, geometry.keepStates - 1), made];
    const item = itemOf(record, states, tables.digestOf(record, state));
    return { ...item, voids: tables.voidsAfter(record, state, transaction) };
  };
  const apply = (transaction: number): void => {
    tables.rollBack(record, state, transaction);
    tables.trimStates(record, geometry.keepStates - 1);
    tables.addState(record, transaction, undefined);
  };
  return change(core, record, itemFor, apply, device);
}

export function dropState(core: StoreCore, process: number, state: number): StateResult {
  const record = recordOf(core, process, state);
  if (record === undefined || record.states.at(-1)?.commit === state) {
    return { kind: "no-such-state", process, state };
  }
  const itemFor = (): ProcessItem =>
    itemOf(
      record,
      record.states.filter((one) => one.commit !== state),
      record.digest,
    );
  return change(core, record, itemFor, () => {
    core.tables.removeState(
      record,
      record.states.findIndex((one) => one.commit === state),
    );
  });
}

export function dropProcess(core: StoreCore, process: number): StateResult {
  const record = core.tables.processes.get(process);
  if (record === undefined || record.states.length === 0) return { kind: "no-such-state", process, state: 0 };
  const itemFor = (transaction: number): ProcessItem => ({
    ...itemOf(record, [], 0),
    voids: core.tables.voidsAfter(record, 0, transaction),
  });
  return change(core, record, itemFor, (transaction) => core.tables.rollBack(record, 0, transaction));
}

function recordOf(core: StoreCore, process: number, state: number): ProcessRecord | undefined {
  const record = core.tables.processes.get(process);
  return record?.states.some((one) => one.commit === state) === true ? record : undefined;
}

/** The item is on the chip, and in force, before the tables follow: what it frees may be erased only then. */
function change(
  core: StoreCore,
  record: ProcessRecord,
  itemFor: (transaction: number) => ProcessItem,
  apply: (transaction: number) => void,
  device?: Uint8Array,
): CommitResult {
  if (core.isWornOut || !core.hasNumbers) return { kind: "worn-out" };
  if (ensureFree(core, 1) === "worn-out") return { kind: "worn-out" };
  const transaction = core.begin();
  const item = encodeProcess(itemFor(transaction), transaction);
  const isPlaced =
    core.putProcessItem(record, item) && (device === undefined || core.putDevice(device.slice()));
  if (!isPlaced) {
    core.isWornOut = true;
    return { kind: "worn-out" };
  }
  const isDone = core.end(transaction, () => apply(transaction));
  if (!isDone) return { kind: "worn-out" };
  core.counts.commits++;
  return { kind: "committed", commit: transaction };
}
