import { setTimeout as sleep } from "node:timers/promises";
import type { Device, DeviceStop } from "../device/index.ts";
import type { ArmedCut, CutPoint } from "../flash/index.ts";

/** Ticks between two looks at signals and input. */
const STEP_TICKS = 4_000_000;
const INPUT_POLL_MILLIS = 20;
const LONGEST_SLEEP_MICROS = 100_000;

/** Where the power goes next: `CutDrawer` of the lab, or something of one's own. */
export interface CutSource {
  next(): ArmedCut | undefined;
  noteBoot(madeCheckpoint: boolean): void;
}

export interface Drive {
  readonly cuts?: CutSource;
  /** Stop after so much device time on Java's clock. */
  readonly forMicros?: number;
  /** Cut the first power-on here. */
  readonly cutAt?: readonly CutPoint[];
  /** Told after each cut, before the device boots again. False: stay off. */
  readonly onCut?: (cut: string) => boolean;
}

export type DriveEnd =
  | { readonly kind: "exited"; readonly status: number }
  | { readonly kind: "time-over" }
  | { readonly kind: "suspended" }
  | { readonly kind: "interrupted" }
  | { readonly kind: "off"; readonly cut: string };

/** Runs a device to its end, booting it again after each power cut. Ctrl-C once: checkpoint and stop; twice: the power goes. */
export async function driveDevice(device: Device, drive: Drive): Promise<DriveEnd> {
  const interrupts = listenForInterrupts();
  const points = [...(drive.cutAt ?? [])];
  let untilMicros: number | undefined;
  try {
    for (;;) {
      const checkpointsBefore = device.stats().checkpoints;
      const cut = points.shift() ?? drive.cuts?.next();
      let stop = device.run({ ticks: 0, ...(cut !== undefined && { cut }) });
      if (stop.kind === "paused") {
        if (drive.forMicros !== undefined) untilMicros ??= device.clockMicros + drive.forMicros;
        stop = await runToStop(device, untilMicros, interrupts);
      }
      if (stop.kind !== "cut") return endOf(device, stop);
      drive.cuts?.noteBoot(device.stats().checkpoints > checkpointsBefore);
      if (drive.onCut !== undefined && !drive.onCut(stop.cut)) return { kind: "off", cut: stop.cut };
    }
  } finally {
    interrupts.stop();
  }
}

function endOf(device: Device, stop: DeviceStop): DriveEnd {
  if (stop.kind === "exited" || stop.kind === "suspended") return stop;
  device.checkpoint();
  return { kind: stop.kind === "paused" ? "time-over" : "interrupted" };
}

/** Runs until the device has exited or has nothing but suspended processes, was cut, its time is over (`paused`), or somebody pressed Ctrl-C (`waiting`). */
async function runToStop(
  device: Device,
  untilMicros: number | undefined,
  interrupts: Interrupts,
): Promise<DeviceStop> {
  for (;;) {
    const stop = device.run({ ticks: STEP_TICKS, ...(untilMicros !== undefined && { untilMicros }) });
    switch (stop.kind) {
      case "exited":
      case "suspended":
      case "cut":
        return stop;
      case "paused":
        if (untilMicros !== undefined && device.clockMicros >= untilMicros) return stop;
        await new Promise((resolve) => setImmediate(resolve));
        break;
      case "waiting":
        await sleepReal(device, Math.min(stop.forMicros, LONGEST_SLEEP_MICROS));
        break;
      case "waiting-input":
        await sleep(INPUT_POLL_MILLIS);
        break;
    }
    if (interrupts.count > 0) return { kind: "waiting", forMicros: 0 };
  }
}

async function sleepReal(device: Device, micros: number): Promise<void> {
  await sleep(micros / 1000);
  device.idleUntil(device.clockMicros + micros);
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
