/** System services: what the board itself has, and code of the device that stands before it. The device grants. */
import { SeededRandom, crc32 } from "../base/index.ts";
import type { Asker, CancelAnswer, GrantAnswer, Lease, UseAnswer } from "../process/index.ts";
import type { GiveUps, Provider } from "./services.ts";

/** Longest term that the device grants, and the one for who leaves it to the grantor. */
export const SYSTEM_TERM_MILLIS_MAX = 3_600_000;
export const ANY_TERM_MILLIS = 300_000;

/** General-purpose pins and sensors of the board. */
export interface PinPort {
  readonly pinCount: number;
  readonly sensorCount: number;
  /** Level of a pin, 0 or 1. */
  level(pin: number): number;
  setLevel(pin: number, level: number): void;
  /** Reading of a sensor at that time on Java's clock. */
  reading(sensor: number, clockMicros: number): number;
}

/** Pins that keep their level while the emulator runs, and sensors whose readings are a function of the time alone. */
export class MemoryPins implements PinPort {
  readonly pinCount = 16;
  readonly sensorCount = 4;
  readonly #levels = new Uint8Array(this.pinCount);

  level(pin: number): number {
    return this.#levels[pin] as number;
  }

  setLevel(pin: number, level: number): void {
    this.#levels[pin] = level;
  }

  reading(sensor: number, clockMicros: number): number {
    const tenths = Math.floor(clockMicros / 100_000);
    return 200 + 10 * sensor + (crc32(new Uint8Array(Float64Array.of(sensor, tenths).buffer)) % 20);
  }
}

/** Terms that the device grants: at most what was asked for, at most an hour. */
export function systemTerm(askedMillis: number): number {
  return askedMillis < 0 ? ANY_TERM_MILLIS : Math.min(askedMillis, SYSTEM_TERM_MILLIS_MAX);
}

/** Who has what only one can have, over all processes of the device. */
export class Holders {
  readonly #holders = new Map<string, { readonly process: number; readonly number: number; until: number }>();
  readonly #isLive: (process: number) => boolean;

  /** `isLive`: whether a process can still hold anything. */
  constructor(isLive: (process: number) => boolean) {
    this.#isLive = isLive;
  }

  note(process: number, { name, number }: Lease, untilMicros: number): void {
    this.#holders.set(name, { process, number, until: untilMicros });
  }

  /** The process that has it, if it is not this lease's. */
  other({ process, clockMicros }: Asker, { name, number }: Lease): number | undefined {
    const holder = this.#holders.get(name);
    if (holder === undefined || holder.until <= clockMicros || !this.#isLive(holder.process))
      return undefined;
    return holder.process === process && holder.number === number ? undefined : holder.process;
  }

  release(process: number, { name, number }: Lease): void {
    const holder = this.#holders.get(name);
    if (holder?.process === process && holder.number === number) this.#holders.delete(name);
  }
}

/** What each system service does with a message. */
type Use = (asker: Asker, lease: Lease, bytes: Uint8Array) => UseAnswer;

/**
 *      timer           8 bytes: milliseconds on the clock to wait for, or none; answers the clock, 8 bytes
 *      random          1 byte: how many bytes
 *      console-input   2 bytes: how many at most; answers them, or nothing at the end
 *      pin/N           none: answers the level, 1 byte; 1 byte: sets it. Exclusive
 *      sensor/N        answers the reading, 4 bytes
 */
export class SystemServices implements Provider {
  readonly kind = "system";
  readonly #pins: PinPort;
  readonly #holders: Holders;
  readonly #giveUps: GiveUps;
  readonly #epochMillis: number;

  constructor(parts: {
    readonly pins: PinPort;
    readonly holders: Holders;
    readonly giveUps: GiveUps;
    readonly epochMillis: number;
  }) {
    this.#pins = parts.pins;
    this.#holders = parts.holders;
    this.#giveUps = parts.giveUps;
    this.#epochMillis = parts.epochMillis;
  }

  has(name: string): boolean {
    return this.#useOf(name) !== undefined;
  }

  grant(asker: Asker, lease: Lease): GrantAnswer {
    const holder = isExclusive(lease) ? this.#holders.other(asker, lease) : undefined;
    if (holder !== undefined) return { kind: "denied", why: `process ${holder} has ${lease.name}` };
    const level = lease.terms[0];
    // A pin is set up as it was.
    if (level !== undefined && lease.name.startsWith("pin/"))
      this.#pins.setLevel(numberOf(lease.name), level);
    return this.#granted(asker, lease, lease.askedMillis);
  }

  renew(asker: Asker, lease: Lease, millis: number): GrantAnswer {
    const holder = isExclusive(lease) ? this.#holders.other(asker, lease) : undefined;
    if (holder !== undefined) return { kind: "unknown", why: `process ${holder} has ${lease.name} now` };
    if (lease.expirationMicros <= asker.clockMicros)
      return { kind: "unknown", why: `lease ${lease.number} has expired` };
    return this.#granted(asker, lease, millis);
  }

  #granted(asker: Asker, lease: Lease, askedMillis: number): GrantAnswer {
    const millis = systemTerm(askedMillis);
    if (isExclusive(lease)) this.#holders.note(asker.process, lease, asker.clockMicros + millis * 1000);
    return { kind: "granted", millis };
  }

  cancel(asker: Asker, lease: Lease): CancelAnswer {
    this.#holders.release(asker.process, lease);
    return { kind: "done" };
  }

  isOutput(lease: Lease, bytes: Uint8Array): boolean {
    return lease.name.startsWith("pin/") && bytes.length > 0;
  }

  use(asker: Asker, lease: Lease, bytes: Uint8Array): UseAnswer {
    return this.#useOf(lease.name)?.(asker, lease, bytes) ?? refused(`there is no service ${lease.name}`);
  }

  #useOf(name: string): Use | undefined {
    switch (name) {
      case "timer":
        return this.#timer;
      case "random":
        return random;
      case "console-input":
        return consoleInput;
    }
    const number = numberOf(name);
    if (name === `pin/${number}` && number < this.#pins.pinCount) return this.#pin;
    if (name === `sensor/${number}` && number < this.#pins.sensorCount) return this.#sensor;
    return undefined;
  }

  readonly #timer: Use = ({ process, clockMicros }, lease, bytes) => {
    const now = new DataView(new ArrayBuffer(8));
    now.setBigInt64(0, BigInt(this.#epochMillis + Math.floor(clockMicros / 1000)));
    const call = `timer ${lease.number}`;
    if (bytes.length === 8) {
      const wanted = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(0));
      const until = this.#giveUps.of(process, call, (wanted - this.#epochMillis) * 1000);
      if (until > clockMicros) return "wait";
      this.#giveUps.clear(process, call);
    }
    return done(new Uint8Array(now.buffer));
  };

  readonly #pin: Use = (_asker, { name }, bytes) => {
    const pin = numberOf(name);
    const level = bytes[0];
    if (level === undefined) return done(Uint8Array.of(this.#pins.level(pin)));
    if (level > 1) return refused(`a pin has level 0 or 1, not ${level}`);
    this.#pins.setLevel(pin, level);
    return { kind: "done", bytes: new Uint8Array(0), terms: Uint8Array.of(level) };
  };

  readonly #sensor: Use = ({ clockMicros }, { name }) => {
    const reading = new DataView(new ArrayBuffer(4));
    reading.setInt32(0, this.#pins.reading(numberOf(name), clockMicros));
    return done(new Uint8Array(reading.buffer));
  };
}

/** A function of who asks and when, in ticks: the same again after a power cut. */
const random: Use = ({ process, ticks }, { number }, bytes) => {
  const source = new SeededRandom(crc32(new Uint8Array(Float64Array.of(process, number, ticks).buffer)));
  return done(Uint8Array.from({ length: bytes[0] ?? 4 }, () => source.below(256)));
};

const consoleInput: Use = ({ readConsole }, _lease, bytes) => {
  const input = readConsole(Math.max(1, (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)));
  if (input === "wait") return "wait";
  return done(input === "end" ? new Uint8Array(0) : input);
};

/** A pin is set by one; the rest may be shared. */
function isExclusive({ name }: Lease): boolean {
  return name.startsWith("pin/");
}

function numberOf(name: string): number {
  const digits = /\/(0|[1-9][0-9]{0,3})$/.exec(name)?.[1];
  return digits === undefined ? Infinity : Number(digits);
}

function done(bytes: Uint8Array): UseAnswer {
  return { kind: "done", bytes };
}

function refused(why: string): UseAnswer {
  return { kind: "refused", why };
}
