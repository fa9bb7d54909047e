/** Devices that reach each other over a simulated network, each with its own clock, and cuts on any side. */
import type { Device } from "../device/index.ts";
import type { ArmedCut } from "../flash/index.ts";
import type { SimulatedNetwork } from "./network.ts";

export interface Networked {
  readonly device: Device;
  /** Where the power goes next, asked at each power-on; undefined: it stays. */
  readonly nextCut?: () => ArmedCut | undefined;
}

export interface NetworkedEnd {
  /** Exit status of each device's first process; undefined where it still runs. */
  readonly statuses: readonly (number | undefined)[];
  readonly cuts: readonly number[];
  readonly micros: number;
}

const STEP_MICROS_MIN = 200;
const STEP_MICROS_MAX = 20_000;

/** Runs them side by side in small steps of the same time, until all have ended or `untilMicros` have passed. */
export function runNetworked(
  network: SimulatedNetwork,
  members: readonly Networked[],
  untilMicros: number,
): NetworkedEnd {
  const sides = members.map((member) => new Side(member));
  while (network.nowMicros < untilMicros && sides.some(({ status }) => status === undefined)) {
    const next = network.nextMicros ?? Infinity;
    const step = Math.min(Math.max(next - network.nowMicros, STEP_MICROS_MIN), STEP_MICROS_MAX);
    const now = network.nowMicros + step;
    for (const side of sides) side.runUntil(network.nowMicros, now);
    network.advanceTo(now);
  }
  return {
    statuses: sides.map(({ status }) => status),
    cuts: sides.map(({ cuts }) => cuts),
    micros: network.nowMicros,
  };
}

class Side {
  readonly #member: Networked;
  /** Time of the network minus the device's: its clock starts where it was committed. */
  #offsetMicros = 0;
  status: number | undefined;
  cuts = 0;

  constructor(member: Networked) {
    this.#member = member;
  }

  runUntil(nowMicros: number, micros: number): void {
    const { device, nextCut } = this.#member;
    if (this.status !== undefined) return;
    if (!device.isOn) {
      const cut = nextCut?.();
      const booted = device.run({ ticks: 0, ...(cut !== undefined && { cut }) });
      if (booted.kind === "cut") this.cuts++;
      if (!device.isOn) return;
      this.#offsetMicros = nowMicros - device.clockMicros;
    }
    const untilMicros = micros - this.#offsetMicros;
    if (device.clockMicros >= untilMicros) return;
    const stop = device.run({ untilMicros });
    if (stop.kind === "cut") this.cuts++;
    else if (stop.kind === "exited") this.status = stop.status;
    else device.idleUntil(untilMicros);
  }
}
