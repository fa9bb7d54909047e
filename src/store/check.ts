/** Every invariant of a mounted store, by reading the memory again and comparing. */
import { bytesEqual } from "../base/index.ts";
import { blockState } from "./block-state.ts";
import type { StoreCore } from "./core.ts";
import { brokenLines } from "./inspect.ts";
import type { Finding } from "./live-group.ts";
import type { StoreMemory } from "./port.ts";
import { findMap } from "./map-reader.ts";
import { rebuild, rebuildFrom } from "./rebuild.ts";
import type { Rebuilt } from "./rebuild.ts";
import { Scanner } from "./scan.ts";
import type { Tables } from "./tables.ts";

export function checkStore(memory: StoreMemory, core: StoreCore): Finding[] {
  const scanner = new Scanner(memory, true);
  const rebuilt = rebuild(memory, scanner.scanAll());
  if (rebuilt.kind === "damaged") return [{ where: rebuilt.where, what: rebuilt.what }];
  const findings: Finding[] = [];
  const report = (where: string, what: string): void => void findings.push({ where, what });
  checkLoose(core, rebuilt, report);
  checkProcesses(core.tables, rebuilt.tables, report);
  checkLines(core.tables, rebuilt.tables, report);
  checkBlocks(core.tables, rebuilt.tables, report);
  checkMap(memory, scanner, rebuilt, report);
  findings.push(...brokenLines(memory, rebuilt));
  const [known, found] = [core.tables.device?.bytes, rebuilt.tables.device?.bytes];
  const isSame = known === undefined || found === undefined ? known === found : bytesEqual(known, found);
  if (!isSame) report("device", "the device's record is not the one that was committed");
  return findings;
}

type Report = (where: string, what: string) => void;

/** After the recovery nothing unreadable or void is left outside blocks that hold nothing or have failed. */
function checkLoose(core: StoreCore, rebuilt: Rebuilt, report: Report): void {
  for (const { block, offset, isUnreadable } of rebuilt.loose) {
    if (isUnreadable && core.deadEnds.has(block)) continue;
    const state = core.tables.blocks.stateOf(block);
    if (state === blockState.raw || state === blockState.bad || state === blockState.spent) continue;
    report(
      `block ${block}, offset ${offset}`,
      "a group that does not pass, or is void, has not been made to die",
    );
  }
}

/** What the map checkpoint in force and the log since tell is what all records tell. */
function checkMap(memory: StoreMemory, scanner: Scanner, rebuilt: Rebuilt, report: Report): void {
  const map = findMap(scanner);
  if (map === undefined) return;
  const told = rebuildFrom(memory, map);
  if (told.kind === "damaged") {
    report("the map checkpoint", `${told.where}: ${told.what}`);
    return;
  }
  const reportMap: Report = (where, what) => report(`${where}, in the map checkpoint`, what);
  checkProcesses(told.tables, rebuilt.tables, reportMap);
  checkLines(told.tables, rebuilt.tables, reportMap);
}

function checkProcesses(known: Tables, found: Tables, report: Report): void {
  const numbers = new Set([...known.processes.keys(), ...found.processes.keys()]);
  for (const number of numbers) {
    const [left, right] = [known.processes.get(number), found.processes.get(number)];
    const leftStates = left?.states ?? [];
    const rightStates = right?.states ?? [];
    const text = (states: typeof leftStates): string =>
      states.map(({ commit, label, lines }) => `${commit} ${label ?? ""} ${lines}`).join(", ");
    if (text(leftStates) !== text(rightStates)) {
      report(
        `process ${number}`,
        `its states are ${text(leftStates)} in RAM and ${text(rightStates)} on the chip`,
      );
    }
    if ((left?.digest ?? 0) !== (right?.digest ?? 0)) report(`process ${number}`, "its lines do not add up");
  }
}

function checkLines(known: Tables, found: Tables, report: Report): void {
  const compare = (left: Tables, right: Tables, what: string): void => {
    for (const { number } of left.processes.values()) {
      left.map.forEach(number, 0, 0xffff_ffff, (line, entry) => {
        const other = right.map.find(number, line);
        const isSame = other >= 0 && right.map.slotAt(other) === left.map.slotAt(entry);
        if (!isSame) report(`process ${number}, line ${line}`, what);
      });
    }
  };
  compare(known, found, "is in another place, or not at all, on the chip");
  compare(found, known, "is on the chip in a place unknown to the map");
  if (known.old.count !== found.old.count) {
    report("states", `${known.old.count} old versions in RAM, ${found.old.count} on the chip`);
  }
}

function checkBlocks(known: Tables, found: Tables, report: Report): void {
  for (let block = 0; block < known.geometry.blockCount; block++) {
    const [left, right] = [known.blocks.linesIn(block), found.blocks.linesIn(block)];
    if (left !== right) report(`block ${block}`, `${left} needed lines in RAM, ${right} on the chip`);
    const isFree = known.blocks.stateOf(block) <= blockState.erased;
    if (isFree && (right > 0 || found.blocks.recordsIn(block) > known.blocks.recordsIn(block))) {
      report(`block ${block}`, "counts as free and holds something needed");
    }
  }
}
