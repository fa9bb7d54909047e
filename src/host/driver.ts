import { setTimeout as sleep } from "node:timers/promises";
import type { Device, DeviceStop, Management, RunLimit } from "../device/index.ts";
import type { ArmedCut, CutPoint } from "../flash/index.ts";

/** Steps end at multiples of so many ticks, so that where the host looks up leaves no trace in the run. */
const STEP_TICKS = 4_000_000;
/** A step ends at the first checkpoint after so long, too: who presses Ctrl-C is heard soon. */
const STEP_MILLIS = 50;
const INPUT_POLL_MILLIS = 20;
const LONGEST_SLEEP_MICROS = 100_000;
/** The same where a grantor may answer meanwhile. */
const LONGEST_SLEEP_LINKED_MICROS = 10_000;
/** A host that is so far behind device time under `--pace real` is reported. */
const LAG_TOLD_MILLIS = 200;

/** Where the power goes next: `CutDrawer` of the lab, or something of one's own. */
export interface CutSource {
  next(): ArmedCut | undefined;
  noteBoot(madeCheckpoint: boolean): void;
}

export interface Drive {
  readonly cuts?: CutSource;
  /** At the operations of `cuts` the supply only begins to fail: the power goes when the board's hold-up is over. */
  readonly warns?: boolean;
  /** Where the time is over, the supply fails, and the device stays off. Told what the flush took of the hold-up. */
  readonly onBrownOut?: (usedMicros: number, holdUpMicros: number) => void;
  /** Stop after so much device time on Java's clock. */
  readonly forMicros?: number;
  /** Cut the first power-on here. */
  readonly cutAt?: readonly CutPoint[];
  /** Told after each cut, before the device boots again. False: stay off. */
  readonly onCut?: (cut: string) => boolean;
  /** Told at the end, under `--pace real`, if the host could not keep up with device time. */
  readonly onLag?: (millis: number) => void;
  /** Returns when something has come from outside, or after so long. */
  readonly news?: (millis: number) => Promise<void>;
  /** Somebody outside who wants something of the device's processes; with one, a device of suspended processes stays on. */
  readonly control?: Controller;
}

/** Whom the device serves between two steps. */
export interface Controller {
  hasNews(): boolean;
  serve(management: Management): void;
}

export type DriveEnd =
  | { readonly kind: "exited"; readonly status: number }
  | { readonly kind: "time-over" }
  | { readonly kind: "suspended" }
  | { readonly kind: "interrupted" }
  | { readonly kind: "off"; readonly cut: string };

/** Runs a device to its end, booting it again after each power cut. Ctrl-C once: checkpoint and stop; twice: the power goes. */
export async function driveDevice(device: Device, drive: Drive): Promise<DriveEnd> {
  const driving = new Driving(device, drive);
  try {
    return await driving.run();
  } finally {
    driving.end();
  }
}

class Driving {
  readonly #device: Device;
  readonly #drive: Drive;
  readonly #interrupts = listenForInterrupts();
  readonly #points: CutPoint[];
  #untilMicros: number | undefined;
  /** Device time minus real time, milliseconds; set at the first real sleep of a boot. */
  #realOffset: number | undefined;
  #lagMillis = 0;

  constructor(device: Device, drive: Drive) {
    this.#device = device;
    this.#drive = drive;
    this.#points = [...(drive.cutAt ?? [])];
  }

  async run(): Promise<DriveEnd> {
    const device = this.#device;
    for (;;) {
      const checkpointsBefore = device.stats().checkpoints;
      device.board.console.beforeBoot?.();
      const cut = this.#points.shift() ?? this.#drive.cuts?.next();
      let stop = device.run({ ticks: 0, ...this.#failure(cut) });
      if (stop.kind === "paused") stop = await this.#runToStop();
      if (stop.kind !== "cut") return this.#endOf(stop);
      this.#realOffset = undefined;
      this.#drive.cuts?.noteBoot(device.stats().checkpoints > checkpointsBefore);
      if (this.#drive.onCut !== undefined && !this.#drive.onCut(stop.cut))
        return { kind: "off", cut: stop.cut };
    }
  }

  #failure(cut: ArmedCut | undefined): RunLimit {
    if (cut === undefined) return {};
    return this.#drive.warns === true ? { brownOutAt: cut.operation } : { cut };
  }

  end(): void {
    this.#interrupts.stop();
    this.#device.stopAtCheckpoint = undefined;
    if (this.#lagMillis > LAG_TOLD_MILLIS) this.#drive.onLag?.(Math.round(this.#lagMillis));
  }

  #endOf(stop: DeviceStop): DriveEnd {
    if (stop.kind === "exited" || stop.kind === "suspended") return stop;
    if (stop.kind === "paused" && this.#drive.onBrownOut !== undefined) {
      const { usedMicros, holdUpMicros } = this.#device.brownOut();
      this.#drive.onBrownOut(usedMicros, holdUpMicros);
      return { kind: "off", cut: "after a brown-out" };
    }
    this.#device.checkpoint();
    return { kind: stop.kind === "paused" ? "time-over" : "interrupted" };
  }

  /** Runs until the device has exited or has nothing but suspended processes, was cut, its time is over (`paused`), or somebody pressed Ctrl-C (`waiting`). */
  async #runToStop(): Promise<DeviceStop> {
    const device = this.#device;
    if (this.#drive.forMicros !== undefined) this.#untilMicros ??= device.clockMicros + this.#drive.forMicros;
    for (;;) {
      const { control } = this.#drive;
      control?.serve(device.manager);
      const stop = this.#step();
      switch (stop.kind) {
        case "suspended":
          if (control === undefined) return stop;
          await this.#waitForInput();
          break;
        case "exited":
        case "cut":
          return stop;
        case "paused":
          if (this.#isTimeOver()) return stop;
          await new Promise((resolve) => setImmediate(resolve));
          break;
        case "waiting":
          await this.#sleepReal(stop.forMicros);
          // Sockets are heard here, also by who has nothing to sleep for.
          await new Promise((resolve) => setImmediate(resolve));
          break;
        case "waiting-input":
          await this.#waitForInput();
          await new Promise((resolve) => setImmediate(resolve));
          break;
      }
      if (this.#interrupts.count > 0) return { kind: "waiting", forMicros: 0 };
    }
  }

  #step(): DeviceStop {
    const device = this.#device;
    const begun = performance.now();
    device.stopAtCheckpoint = () => performance.now() - begun > STEP_MILLIS;
    const ticks = STEP_TICKS - (device.ticks % STEP_TICKS);
    return device.run({ ticks, ...(this.#untilMicros !== undefined && { untilMicros: this.#untilMicros }) });
  }

  #isTimeOver(): boolean {
    return this.#untilMicros !== undefined && this.#device.clockMicros >= this.#untilMicros;
  }

  async #waitForInput(): Promise<void> {
    const { network, link } = this.#device.board;
    const isReal = network?.plug.isReal === true || link?.isReal === true;
    this.#realOffset ??= this.#device.clockMicros / 1000 - performance.now();
    while (this.#interrupts.count === 0 && !this.#hasNews(true)) await this.#pause(INPUT_POLL_MILLIS);
    if (isReal) this.#device.idleUntil(this.#realMicros);
  }

  /** Whether something has come; `otherwise` where a console cannot say and nothing else is there. */
  #hasNews(otherwise: boolean): boolean {
    const { console, network, link } = this.#device.board;
    const others = [network?.plug, link, this.#drive.control].filter((one) => one !== undefined);
    const isHeard = others.some((one) => one.hasNews());
    return isHeard || (console.hasInput?.() ?? (otherwise && others.length === 0));
  }

  async #pause(millis: number): Promise<void> {
    await (this.#drive.news?.(millis) ?? sleep(millis));
  }

  /** Where the device's clock would be if its time had gone on like real time. */
  get #realMicros(): number {
    return Math.floor((performance.now() + (this.#realOffset ?? 0)) * 1000);
  }

  /** Lets `micros` of device time pass for real, less if the host is behind; ends early for input and interrupts. */
  async #sleepReal(micros: number): Promise<void> {
    const device = this.#device;
    const { link } = device.board;
    const longest = link === undefined ? LONGEST_SLEEP_MICROS : LONGEST_SLEEP_LINKED_MICROS;
    const wake = Math.min(device.clockMicros + micros, this.#untilMicros ?? Infinity);
    this.#realOffset ??= device.clockMicros / 1000 - performance.now();
    while (device.clockMicros < wake && this.#interrupts.count === 0) {
      const pieceEnd = Math.min(wake, device.clockMicros + longest);
      const millis = (pieceEnd - this.#realMicros) / 1000;
      this.#lagMillis = Math.max(this.#lagMillis, -millis);
      if (millis > 0) await this.#pause(millis);
      if (this.#hasNews(false)) {
        device.idleUntil(Math.min(pieceEnd, this.#realMicros));
        return;
      }
      device.idleUntil(pieceEnd);
    }
  }
}

interface Interrupts {
  readonly count: number;
  stop(): void;
}

function listenForInterrupts(): Interrupts {
  let count = 0;
  const onInterrupt = (): void => {
    count++;
    if (count > 1) process.exit(130);
  };
  process.on("SIGINT", onInterrupt);
  return {
    get count() {
      return count;
    },
    stop: () => process.off("SIGINT", onInterrupt),
  };
}
