/** The plug of the device's network port: what lies behind it is the host's network, or the lab's. Below `host` nobody waits. */

/** What has come from outside. Connections and listeners are named by numbers that are not used twice while the device is on. */
export type NetworkEvent =
  | { readonly kind: "opened"; readonly connection: number; readonly local: string; readonly remote: string }
  | { readonly kind: "received"; readonly connection: number; readonly bytes: Uint8Array }
  /** The other side sends no more. */
  | { readonly kind: "ended"; readonly connection: number }
  /** What was sent has left, where `send` said that it is much. */
  | { readonly kind: "drained"; readonly connection: number }
  /** A connection or a listener could not be opened, or is no more. */
  | { readonly kind: "failed"; readonly connection: number; readonly why: string }
  | { readonly kind: "listening"; readonly connection: number; readonly local: string }
  | {
      readonly kind: "accepted";
      readonly listener: number;
      readonly connection: number;
      readonly local: string;
      readonly remote: string;
    };

export interface NetworkPlug {
  /** Whether the other side lives in real time: then idle device time is slept for real. */
  readonly isReal: boolean;
  /** Numbers below `ACCEPTED_FROM` are given by who connects and listens, those from there on by the plug. */
  connect(connection: number, host: string, port: number): void;
  listen(listener: number, port: number): void;
  /** Takes all of `bytes`. False: much has not left yet, `drained` will say when it has. */
  send(connection: number, bytes: Uint8Array): boolean;
  /** So many received bytes have been read; a plug may hold back a peer that sends more than is read. */
  taken(connection: number, byteCount: number): void;
  /** No more is sent; what comes is still received. */
  end(connection: number): void;
  close(connection: number): void;
  /** The device's power is gone: nothing is open any more, and nothing of it is told. */
  reset(): void;
  /** What has come since the last call, in order. */
  take(): readonly NetworkEvent[];
  hasNews(): boolean;
}

export const ACCEPTED_FROM = 1_000_000;

/** A network port, and whom it lets the device reach. */
export interface NetworkPort {
  readonly plug: NetworkPlug;
  readonly rules: NetworkRules;
}

/** Whom the device may connect to, and where it may listen. */
export class NetworkRules {
  readonly #destinations: ReadonlySet<string>;
  readonly #ports: ReadonlySet<number>;

  /** `destinations` as "host:port" in lower case. */
  constructor(destinations: Iterable<string>, ports: Iterable<number>) {
    this.#destinations = new Set(destinations);
    this.#ports = new Set(ports);
  }

  allows(host: string, port: number): boolean {
    return this.#destinations.has(`${host.toLowerCase()}:${port}`);
  }

  allowsListening(port: number): boolean {
    return this.#ports.has(port);
  }
}
