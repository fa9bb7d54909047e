/**
 * The swap of two processes under power cuts: the second one runs, is suspended, the first is resumed in its place, runs to its end, and the
 * second goes on.
 *
 *     npm run build && npx dormouse cut --sample 300 --depth 2 build/test/swap-scenario.js
 */
import { join } from "node:path";
import { bytesEqual, crc32 } from "../src/base/index.ts";
import {
  DEFAULT_POLICY,
  Device,
  ProcessManager,
  chipFor,
  manufacture,
  profileNamed,
} from "../src/device/index.ts";
import type { Profile } from "../src/device/index.ts";
import { PowerCut } from "../src/flash/index.ts";
import type { FlashChip } from "../src/flash/index.ts";
import { copyDevice, packageFolder, readRom } from "../src/host/index.ts";
import { RecordingConsole, checkInvariants } from "../src/lab/index.ts";
import type { Readings, RunEnd, RunOptions, Scenario, Verdict } from "../src/lab/index.ts";
import { StoredProgram, processSummary } from "../src/process/index.ts";
import type { Program } from "../src/process/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";

const [FIRST, SECOND] = [1, 2];
/** Ticks until both run; and those of the second process before it is suspended. */
const TICKS_OF_BOTH = 60_000;
const TICKS_BEFORE = 30_000;
const BOOTS = 3;
/** A boot may finish a suspension, which takes two commits. */
const COMMITS_OF_A_BOOT = 2;

/** What the operator has done, and what the outside has seen. */
interface SwapMark {
  /** Orders that have been carried out: suspend the second, resume the first, resume the second. */
  readonly orders: number;
  /** Index of the newest content of the store that was committed. */
  readonly acknowledged: number;
  readonly consoles: readonly RecordingConsole[];
}

export function swapScenario(): Scenario<SwapMark> {
  return new SwapScenario();
}

/** For `dormouse cut`. */
export const scenario = swapScenario;

class SwapScenario implements Scenario<SwapMark> {
  readonly name = "the swap of two processes";
  readonly oracles = ["boots", "before-or-after", "monotonic", "check", "output-prefix", "final-output"];
  readonly #profile = profileNamed("spot") as Profile;
  readonly #rom = readRom();
  readonly #origin: FlashChip;
  /** What was said in the factory. */
  readonly #heard = [FIRST, SECOND].map(() => new RecordingConsole(new Uint8Array(0)));
  /** What the store held, in the order in which it was committed, and what was said in the end. */
  #contents: readonly number[] = [];
  #said: readonly Uint8Array[] = [];

  constructor() {
    this.#origin = chipFor(this.#profile);
    manufacture(this.#origin, this.#profile, ledger("3"));
    new ProcessManager(this.#origin).start(ledger("4"));
    const device = this.#device(this.#origin, this.#heard);
    device.run({ ticks: TICKS_OF_BOTH });
    device.suspend(FIRST);
    device.powerOff();
  }

  freshChip(): FlashChip {
    return this.#origin.fork();
  }

  run(chip: FlashChip, options: RunOptions<SwapMark>): RunEnd<SwapMark> {
    const consoles = this.#heard.map((console) => console.copy());
    const device = this.#device(chip, consoles);
    const swap = new Swap(device, 0);
    const contents: number[] = [];
    const mark = (): SwapMark => ({
      orders: swap.orders,
      acknowledged: Math.max(0, this.#contents.lastIndexOf(contents.at(-1) ?? -1)),
      consoles: consoles.map((console) => console.copy()),
    });
    chip.observe((kind, address, bytes) => {
      if (device.isOn) noteContent(contents, device.store);
      options.atOperation?.({ number: chip.operationCount, kind, address, bytes }, mark);
    });
    const isCut = !swap.toEnd(options.cut);
    if (isCut) return { kind: "cut", mark: mark() };
    noteContent(contents, device.store);
    device.powerOff();
    if (this.#contents.length === 0) {
      this.#contents = contents;
      this.#said = consoles.map((console) => console.seen(1));
    }
    return { kind: "ended" };
  }

  recover(chip: FlashChip, mark: SwapMark, options: RunOptions<SwapMark>): RunEnd<SwapMark> {
    const consoles = mark.consoles.map((console) => console.copy());
    const device = this.#device(chip, consoles);
    const markNow = (): SwapMark => ({ ...mark, consoles: consoles.map((console) => console.copy()) });
    chip.observe((kind, address, bytes) => {
      options.atOperation?.({ number: chip.operationCount, kind, address, bytes }, markNow);
    });
    let isCut = false;
    try {
      isCut = device.run({ ticks: 0, ...(options.cut && { cut: options.cut }) }).kind === "cut";
    } catch (error) {
      if (error instanceof PowerCut) throw error;
      // What is wrong here the trial of the same chip will say.
    }
    device.powerOff();
    chip.observe(null);
    return isCut ? { kind: "cut", mark: markNow() } : { kind: "ended" };
  }

  judge(chip: FlashChip, mark: SwapMark, readings: Readings): readonly Verdict[] {
    try {
      return this.#judge(chip, mark, readings);
    } catch (error) {
      return [{ oracle: "boots", what: error instanceof Error ? error.message : String(error) }];
    }
  }

  #judge(chip: FlashChip, mark: SwapMark, readings: Readings): readonly Verdict[] {
    const consoles = mark.consoles.map((console) => console.copy());
    let least = mark.acknowledged;
    for (let boot = 1; boot <= BOOTS; boot++) {
      chip.probe.unstableBits = readings[boot - 1] ?? "any";
      const device = this.#device(chip, consoles);
      device.run({ ticks: 0 });
      const newest = this.#contents.indexOf(contentOf(device.store), least);
      if (newest < 0 || newest > mark.acknowledged + 1 + COMMITS_OF_A_BOOT) {
        const oracle = boot === 1 ? "before-or-after" : "monotonic";
        return [{ oracle, what: `boot ${boot} does not show content ${least} or what was under way` }];
      }
      least = newest;
      const [finding] = boot === 1 ? checkInvariants(device) : [];
      if (finding !== undefined) return [{ oracle: "check", what: finding.what }];
      if (boot < BOOTS) device.powerOff();
      else return this.#goOn(device, mark, consoles);
    }
    return [];
  }

  /** The orders that were not carried out are given again; those that were, for all the operator knows, are not. */
  #goOn(device: Device, mark: SwapMark, consoles: readonly RecordingConsole[]): readonly Verdict[] {
    new Swap(device, mark.orders).toEnd();
    device.powerOff();
    const index = consoles.findIndex(
      (console, process) => !bytesEqual(console.seen(1), this.#said[process] as Uint8Array),
    );
    return index < 0 ? [] : [{ oracle: "final-output", what: `process ${index + 1} said something else` }];
  }

  keyOf({ orders, acknowledged, consoles }: SwapMark): string {
    return `${orders} ${acknowledged} ${consoles.map(({ key }) => key).join(" ")}`;
  }

  #device(chip: FlashChip, consoles: readonly RecordingConsole[]): Device {
    const consoleOf = (process: number): RecordingConsole => consoles[process - 1] as RecordingConsole;
    return new Device(
      { profile: this.#profile, chip, rom: this.#rom, console: consoleOf(FIRST), consoleOf },
      {
        checkpoint: DEFAULT_POLICY,
        output: "commit",
        pace: "max",
        amnesia: false,
        evictAlways: false,
        cutsAsked: 0,
      },
    );
  }
}

/** The operator: gives one order after the other. An order that was carried out already changes nothing. */
class Swap {
  readonly #device: Device;
  orders: number;

  constructor(device: Device, orders: number) {
    this.#device = device;
    this.orders = orders;
  }

  /** False: the power went. */
  toEnd(cut?: RunOptions<SwapMark>["cut"]): boolean {
    const device = this.#device;
    try {
      if (device.run({ ticks: 0, ...(cut && { cut }) }).kind === "cut") return false;
      if (this.orders === 0 && device.run({ ticks: TICKS_BEFORE }).kind === "cut") return false;
      this.#order(0, "SUSPENDED", SECOND, () => device.suspend(SECOND));
      this.#order(1, "RUNNING", FIRST, () => device.resume(FIRST));
      if (this.orders === 2 && device.run().kind === "cut") return false;
      this.#order(2, "RUNNING", SECOND, () => device.resume(SECOND));
      return device.run().kind !== "cut";
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      device.powerOff();
      return false;
    }
  }

  #order(number: number, goal: "RUNNING" | "SUSPENDED", process: number, give: () => void): void {
    if (this.orders !== number) return;
    const { status } = processSummary(this.#device.store, process);
    if (status !== goal && status !== "EXITED") give();
    this.orders++;
  }
}

/** The program of a checked-in image with other arguments. */
function ledger(accounts: string): Program {
  const path = join(packageFolder(), "images", "ledger.img");
  const mounted = Store.mount(chipMemory(copyDevice(path).chip));
  if (mounted.kind === "damaged") throw new Error(mounted.what);
  const { program } = new StoredProgram(mounted.store, FIRST);
  return { ...program, launch: { ...program.launch, arguments: [accounts, "40", "2"] } };
}

function noteContent(contents: number[], store: Store): void {
  const content = contentOf(store);
  if (contents.at(-1) !== content) contents.push(content);
}

/** First line of the process header, and in it the idle time of Java's clock, in which the cost of a boot's own commits is. */
const HEADER_LINE = 256;
const SKIPPED_MICROS = 4 * 58;

/** CRC over all lines of all processes, the clock excepted. */
function contentOf(store: Store): number {
  const line = new Uint8Array(store.lineBytes);
  let hash = 0;
  for (const process of store.processes()) {
    for (const number of [...store.lineNumbers(process)].sort((a, b) => a - b)) {
      store.read(process, number, line);
      if (number === HEADER_LINE) line.fill(0, SKIPPED_MICROS, SKIPPED_MICROS + 4);
      hash = crc32(line, crc32(Uint8Array.of(process, number, number >>> 8, number >>> 16), hash));
    }
  }
  return hash;
}
