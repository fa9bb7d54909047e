import type {
  Asker,
  CancelAnswer,
  GrantAnswer,
  Lease,
  LeaseEventKind,
  LeaseKind,
  LeasePort,
  UseAnswer,
} from "../process/index.ts";

/** Services of one sort: who grants leases to them, and what they do. The answers are those of `LeasePort`. */
export interface Provider {
  readonly kind: LeaseKind;
  /** Whether a service of this name is one of them. */
  has(name: string): boolean;
  grant(asker: Asker, lease: Lease): GrantAnswer;
  renew(asker: Asker, lease: Lease, millis: number): GrantAnswer;
  cancel(asker: Asker, lease: Lease): CancelAnswer;
  /** Absent: nobody renews it while the process cannot, and it is left to run out. */
  park?(asker: Asker, lease: Lease): CancelAnswer;
  /** The process was taken back to another state. */
  forget?(process: number): void;
  isOutput(lease: Lease, bytes: Uint8Array): boolean;
  use(asker: Asker, lease: Lease, bytes: Uint8Array, call: number): UseAnswer;
}

/** Services that processes export, by the name that others ask for. */
export interface Exchange {
  accept(asker: Asker, name: string): Uint8Array | "wait";
  reply(asker: Asker, name: string, bytes: Uint8Array): void;
  export(asker: Asker, name: string, millisMax: number): boolean;
  withdraw(asker: Asker, name: string): void;
}

/** When calls that wait give up, on Java's clock. Volatile: after a power cut the calls are made again. */
export class GiveUps {
  readonly #micros = new Map<string, number>();

  /** The time that was set when the call of this name was first made. */
  of(process: number, call: string, micros: number): number {
    const key = `${process} ${call}`;
    const known = this.#micros.get(key);
    if (known !== undefined) return known;
    this.#micros.set(key, micros);
    return micros;
  }

  clear(process: number, call: string): void {
    this.#micros.delete(`${process} ${call}`);
  }

  earliestOf(process: number): number | undefined {
    let earliest: number | undefined;
    for (const [key, micros] of this.#micros) {
      if (key.startsWith(`${process} `) && micros < (earliest ?? Infinity)) earliest = micros;
    }
    return earliest;
  }
}

export interface ServicesParts {
  readonly providers: readonly Provider[];
  readonly exchange: Exchange;
  readonly giveUps: GiveUps;
  readonly identity: number;
  /** Takes in what has come from outside. */
  readonly pump: () => void;
  readonly onEvent: (asker: Asker, lease: Lease, what: LeaseEventKind) => void;
}

/** The device as processes see it when they ask for leases: each service has the provider that answers for its name. */
export class Services implements LeasePort {
  readonly #parts: ServicesParts;
  readonly identity: number;

  constructor(parts: ServicesParts) {
    this.#parts = parts;
    this.identity = parts.identity;
  }

  #find(name: string): Provider | undefined {
    return this.#parts.providers.find((one) => one.has(name));
  }

  kindOf(name: string): LeaseKind | undefined {
    return this.#find(name)?.kind;
  }

  grant(asker: Asker, lease: Lease): GrantAnswer {
    return this.#find(lease.name)?.grant(asker, lease) ?? { kind: "denied", why: noService(lease) };
  }

  renew(asker: Asker, lease: Lease, millis: number): GrantAnswer {
    return this.#find(lease.name)?.renew(asker, lease, millis) ?? { kind: "unknown", why: noService(lease) };
  }

  cancel(asker: Asker, lease: Lease): CancelAnswer {
    return this.#find(lease.name)?.cancel(asker, lease) ?? { kind: "done" };
  }

  park(asker: Asker, lease: Lease): CancelAnswer {
    const provider = this.#find(lease.name);
    return provider?.park?.(asker, lease) ?? { kind: "failed", why: "nobody renews it meanwhile" };
  }

  isOutput(lease: Lease, bytes: Uint8Array): boolean {
    return this.#find(lease.name)?.isOutput(lease, bytes) ?? false;
  }

  use(asker: Asker, lease: Lease, bytes: Uint8Array, call: number): UseAnswer {
    const provider = this.#find(lease.name);
    return provider?.use(asker, lease, bytes, call) ?? { kind: "unknown", why: noService(lease) };
  }

  accept(asker: Asker, name: string): Uint8Array | "wait" {
    return this.#parts.exchange.accept(asker, name);
  }

  reply(asker: Asker, name: string, bytes: Uint8Array): void {
    this.#parts.exchange.reply(asker, name, bytes);
  }

  export(asker: Asker, name: string, millisMax: number): boolean {
    return this.#parts.exchange.export(asker, name, millisMax);
  }

  withdraw(asker: Asker, name: string): void {
    this.#parts.exchange.withdraw(asker, name);
  }

  /** Takes in what has come from outside: between slices, never while a program runs. */
  pump(): void {
    this.#parts.pump();
  }

  /** The process was taken back: what it had outside is not what its state knows. */
  forget(process: number): void {
    for (const provider of this.#parts.providers) provider.forget?.(process);
  }

  wakeMicrosOf(process: number): number | undefined {
    return this.#parts.giveUps.earliestOf(process);
  }

  tell(asker: Asker, lease: Lease, what: LeaseEventKind): void {
    this.#parts.onEvent(asker, lease, what);
  }
}

function noService(lease: Lease): string {
  return `there is no service ${lease.name}`;
}
