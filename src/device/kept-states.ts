/**
 * Kept states of processes that are not in RAM: to name one, and to take processes back to one. Each change is one commit that all its processes
 * and the device's own state are in; what is dropped afterwards nobody needs.
 */
import { EXIT, UserError } from "../base/index.ts";
import { flashFull, keptStates, processNumbers, processSummary } from "../process/index.ts";
import type { KeptState } from "../process/index.ts";
import type { LineRange, ProcessCommit, Store } from "../store/index.ts";
import { UNFINISHED_ROLLBACKS_MAX, encodeDeviceState } from "./device-state.ts";
import type { DeviceState } from "./device-state.ts";

export interface Rollback {
  readonly process: number;
  readonly state: number;
  /** What becomes of the states since then. Named ones stay either way; `keep` names the last of them too. */
  readonly later: "keep" | "drop";
  /** All processes go back to what they were when that state was committed. */
  readonly wholeDevice: boolean;
}

/** Names the state that each of `processes` is in: a named state is kept until it is forgotten. One commit; returns its number. */
export function nameState(store: Store, processes: readonly number[], label: string): number {
  if (!LABEL.test(label)) {
    throw new UserError({
      what: `"${label}" is no name of a state`,
      where: "the name",
      whatToDo: "give at most 32 letters, digits, dots, dashes and underscores, a letter first",
      exitStatus: EXIT.usage,
    });
  }
  for (const process of processes) requireState(store, process, undefined);
  const result = store.commit({
    processes: processes.map((process) => ({ process, lines: [], lineCount: 0, drops: [], label })),
  });
  if (result.kind !== "committed") throw flashFull(`naming a state ${label}`, store);
  return result.commit;
}

const LABEL = /^[A-Za-z][A-Za-z0-9._-]{0,31}$/;

/** The state is gone, named or not. Not the newest one: that is the process. */
export function forgetState(store: Store, process: number, state: number): void {
  const { state: newest } = processSummary(store, process);
  requireState(store, process, state);
  if (state === newest) {
    throw new UserError({
      what: `state ${state} is the one that process ${process} is in`,
      where: `process ${process}`,
      whatToDo: "drop the process, or take it to another state first",
      exitStatus: EXIT.usage,
    });
  }
  store.dropState(process, state);
}

/** Takes processes back; none of them is in RAM. The state of the device that is committed with it, and which of them wait for a new generation. */
export function rollBack(store: Store, device: DeviceState, request: Rollback): DeviceState {
  const { process, state, later } = request;
  requireState(store, process, state);
  const targets = request.wholeDevice ? targetsOf(store, state) : [{ process, state }];
  const rolledBack = new Map(device.rolledBack);
  for (const one of targets) {
    const { generation } = processSummary(store, one.process);
    if (one.state === undefined) rolledBack.delete(one.process);
    else rolledBack.set(one.process, Math.max(generation, rolledBack.get(one.process) ?? 0) + 1);
  }
  if (rolledBack.size > UNFINISHED_ROLLBACKS_MAX) {
    throw new UserError({
      what: `${UNFINISHED_ROLLBACKS_MAX} processes wait for their new generation`,
      where: `process ${process}`,
      whatToDo: "boot the device first",
      exitStatus: EXIT.usage,
    });
  }
  if (later === "keep") nameBranch(store, targets);
  const next = { ...device, rolledBack };
  const result = canForget(store, request)
    ? store.rollback(process, state, encodeDeviceState(next))
    : store.commit({
        processes: targets.map((target) => backTo(store, target)),
        device: encodeDeviceState(next),
      });
  if (result.kind !== "committed") throw flashFull(`taking process ${process} back`, store);
  if (later === "drop") for (const target of targets) dropLater(store, target, result.commit);
  return next;
}

/** Whether the store may simply forget what came after the state: then nothing has to be written anew. */
function canForget(store: Store, { process, state, later, wholeDevice }: Rollback): boolean {
  const named = store.states(process).some((one) => one.state > state && one.label !== undefined);
  return later === "drop" && !wholeDevice && !named;
}

/** A process and the state that it goes back to; undefined: it had not begun. */
interface Target {
  readonly process: number;
  readonly state: number | undefined;
}

/** What each process of the device was when `commit` was made. */
function targetsOf(store: Store, commit: number): readonly Target[] {
  return processNumbers(store)
    .filter((process) => store.states(process).length > 0)
    .map((process) => {
      const kept = keptStates(store, process);
      const then = kept.findLast(({ state }) => state <= commit);
      if (then === undefined && (kept[0]?.checkpoint ?? 0) > 1) {
        throw new UserError({
          what: `process ${process} no longer has the state that it was in at commit ${commit}`,
          where: "--whole-device",
          whatToDo: `name states to be kept with dormouse keep (process ${process} has ${listOf(kept)})`,
          exitStatus: EXIT.usage,
        });
      }
      if (then !== undefined) requireState(store, process, then.state);
      return { process, state: then?.state };
    });
}

/** Later states would be pushed out one by one: their last one gets a name. */
function nameBranch(store: Store, targets: readonly Target[]): void {
  const behind = targets.filter(({ process, state }) => {
    const newest = store.states(process).at(-1);
    return newest !== undefined && newest.state !== state && newest.label === undefined;
  });
  const generations = behind.map(({ process }) => processSummary(store, process).generation);
  if (behind.length === 0) return;
  nameState(
    store,
    behind.map(({ process }) => process),
    `branch-${Math.max(...generations)}`,
  );
}

/** The commit after which the process is as in the state. */
function backTo(store: Store, { process, state }: Target): ProcessCommit {
  const now = new Set(store.lineNumbers(process));
  const lines: { line: number; bytes: Uint8Array }[] = [];
  const current = new Uint8Array(store.lineBytes);
  for (const line of state === undefined ? [] : store.lineNumbers(process, state)) {
    const bytes = new Uint8Array(store.lineBytes);
    store.readState(process, state ?? 0, line, bytes);
    const isSame = now.delete(line) && store.read(process, line, current) && isEqual(bytes, current);
    if (!isSame) lines.push({ line, bytes });
  }
  return { process, lines, lineCount: lines.length, drops: rangesOf([...now]) };
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.every((byte, index) => byte === right[index]);
}

/** Runs of line numbers that ascend. */
function rangesOf(lines: readonly number[]): readonly LineRange[] {
  const ranges: { firstLine: number; lineCount: number }[] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && last.firstLine + last.lineCount === line) last.lineCount++;
    else ranges.push({ firstLine: line, lineCount: 1 });
  }
  return ranges;
}

function dropLater(store: Store, { process, state }: Target, newest: number): void {
  for (const one of store.states(process)) {
    const isLater = one.state > (state ?? 0) && one.state !== newest;
    if (isLater && one.label === undefined) store.dropState(process, one.state);
  }
}

/** Throws `UserError` where the process has no such state, or one that it cannot go on from. Undefined: its newest one. */
function requireState(store: Store, process: number, state: number | undefined): void {
  const kept = keptStates(store, process);
  const found = state === undefined ? kept.at(-1) : kept.find((one) => one.state === state);
  if (found === undefined) {
    throw new UserError({
      what:
        state === undefined ? `process ${process} has no state` : `process ${process} has no state ${state}`,
      where: "the image",
      whatToDo: kept.length === 0 ? "it has not begun" : `give one of ${listOf(kept)}`,
      exitStatus: EXIT.usage,
    });
  }
  if (!found.isOfOtherVersion) return;
  throw new UserError({
    what: `state ${found.state} is of another version of the program of process ${process} than the image has`,
    where: "the image",
    whatToDo: "give a state that was made since the last image update",
    exitStatus: EXIT.usage,
  });
}

function listOf(kept: readonly KeptState[]): string {
  return kept.map(({ state }) => state).join(", ");
}
