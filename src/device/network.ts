/**
 * Sockets as services: `socket` (terms: "host:port"), `listener` (terms: a port) and `accepted` (terms: the number that a listener gave). A
 * lease is a connection. After a power cut or a suspension a socket or listener is opened again, under a new session, and an accepted
 * connection is lost. Uses carry the session that the program knows; one that is over is answered as `RESTORED`, so that a write that a power
 * cut repeats does not go into another stream.
 *
 *      byte 0 operation · byte 1 session, 4 bytes, big endian · byte 5 what the operation needs
 *      READ    2 bytes: how many at most · 4 bytes: milliseconds to wait, 0 for ever     → the bytes
 *      WRITE   the bytes. Output
 *      END     no more is written. Output
 *      INFO    → "generation local remote"
 *      ACCEPT  4 bytes: milliseconds to wait, 0 for ever    → number of the connection, 4 bytes
 *
 * An answer begins with how it went: `ANSWER`; behind FAILED comes a text.
 */
import type { Asker, CancelAnswer, GrantAnswer, Lease, UseAnswer } from "../process/index.ts";
import type { NetworkEvent, NetworkPlug, NetworkPort, NetworkRules } from "./network-plug.ts";
import type { GiveUps, Provider } from "./services.ts";

export const OPERATION = { READ: 1, WRITE: 2, END: 3, INFO: 4, ACCEPT: 5 } as const;
export const ANSWER = { DONE: 0, END: 1, RESTORED: 2, TIME_OVER: 3, FAILED: 4 } as const;

const SESSION_AT = 1;
const REST_AT = 5;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface Connection {
  readonly number: number;
  /** The process that holds it, for who is to be woken; undefined before an accepted one has been leased. */
  process: number | undefined;
  state: "opening" | "open" | "failed";
  why: string;
  local: string;
  remote: string;
  readonly received: Uint8Array[];
  hasEnded: boolean;
  isFull: boolean;
  /** Of a listener: connections that nobody has accepted. */
  readonly waiting: number[];
}

export interface NetworkParts {
  /** Undefined: the port is off. */
  readonly port: NetworkPort | undefined;
  readonly giveUps: GiveUps;
  /** A process that waits may have got what it waits for. */
  readonly wake: (process: number) => void;
}

export class NetworkServices implements Provider {
  readonly kind = "system";
  readonly #plug: NetworkPlug | undefined;
  readonly #rules: NetworkRules | undefined;
  readonly #parts: NetworkParts;
  readonly #connections = new Map<number, Connection>();
  /** By process and lease. */
  readonly #leased = new Map<string, Connection>();
  #nextNumber = 1;

  constructor(parts: NetworkParts) {
    this.#parts = parts;
    this.#plug = parts.port?.plug;
    this.#rules = parts.port?.rules;
    this.#plug?.reset();
  }

  has(name: string): boolean {
    return name === "socket" || name === "listener" || name === "accepted";
  }

  /** Takes in what has come from outside: between slices, never while a program runs. */
  pump(): void {
    for (const event of this.#plug?.take() ?? []) this.#take(event);
  }

  #take(event: NetworkEvent): void {
    if (event.kind === "accepted") {
      const listener = this.#connections.get(event.listener);
      if (listener === undefined) this.#plug?.close(event.connection);
      else {
        this.#connections.set(event.connection, { ...made(event.connection, undefined), ...openedBy(event) });
        listener.waiting.push(event.connection);
        this.#wake(listener);
      }
      return;
    }
    const connection = this.#connections.get(event.connection);
    if (connection === undefined) return;
    switch (event.kind) {
      case "opened":
        Object.assign(connection, openedBy(event));
        break;
      case "listening":
        Object.assign(connection, { state: "open", local: event.local });
        break;
      case "received":
        connection.received.push(event.bytes);
        break;
      case "ended":
        connection.hasEnded = true;
        break;
      case "drained":
        connection.isFull = false;
        break;
      case "failed":
        Object.assign(connection, { state: "failed", why: event.why });
        break;
    }
    this.#wake(connection);
  }

  #wake({ process }: Connection): void {
    if (process !== undefined) this.#parts.wake(process);
  }

  grant(asker: Asker, lease: Lease): GrantAnswer {
    const known = this.#leased.get(keyOf(asker, lease));
    const connection = known ?? this.#open(asker, lease);
    if (typeof connection === "string") return { kind: "denied", why: connection };
    switch (connection.state) {
      case "opening":
        return "wait";
      case "open":
        return { kind: "granted", millis: termOf(lease.askedMillis) };
      case "failed":
        this.#close(asker, lease);
        return { kind: "denied", why: connection.why };
    }
  }

  renew(asker: Asker, lease: Lease, millis: number): GrantAnswer {
    if (lease.expirationMicros <= asker.clockMicros) {
      this.#close(asker, lease);
      return { kind: "unknown", why: `lease ${lease.number} has expired` };
    }
    const isNew = lease.status === "REVIVING";
    const answer = isNew || this.#leased.has(keyOf(asker, lease)) ? this.grant(asker, lease) : undefined;
    if (answer === "wait") return "wait";
    if (answer?.kind === "granted") return { kind: "granted", millis: termOf(millis), isNew };
    return { kind: "unknown", why: "the connection is no more" };
  }

  cancel(asker: Asker, lease: Lease): CancelAnswer {
    this.#close(asker, lease);
    return { kind: "done" };
  }

  isOutput(_lease: Lease, bytes: Uint8Array): boolean {
    return bytes[0] === OPERATION.WRITE || bytes[0] === OPERATION.END;
  }

  use(asker: Asker, lease: Lease, bytes: Uint8Array): UseAnswer {
    if (bytes.length < REST_AT) return { kind: "refused", why: "a use of a socket has at least 5 bytes" };
    const connection = this.#leased.get(keyOf(asker, lease));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint32(SESSION_AT) !== lease.session) return done(ANSWER.RESTORED);
    if (connection === undefined) return failed("the connection is no more");
    switch (bytes[0]) {
      case OPERATION.READ:
        return this.#read(asker, lease, connection, view);
      case OPERATION.WRITE:
        return this.#write(connection, bytes.subarray(REST_AT));
      case OPERATION.END:
        if (connection.state === "open") this.#plug?.end(connection.number);
        return done(ANSWER.DONE);
      case OPERATION.INFO:
        return done(
          ANSWER.DONE,
          encoder.encode(`${asker.generation} ${connection.local} ${connection.remote}`),
        );
      case OPERATION.ACCEPT:
        return this.#accept(asker, lease, connection, view);
      default:
        return { kind: "refused", why: `there is no operation ${bytes[0]} of a socket` };
    }
  }

  #read(asker: Asker, lease: Lease, connection: Connection, view: DataView): UseAnswer {
    const [first, ...rest] = connection.received;
    if (first !== undefined) {
      this.#parts.giveUps.clear(asker.process, waitOf(lease));
      const part = first.subarray(0, Math.max(1, view.getUint16(REST_AT)));
      connection.received.splice(0, connection.received.length, ...rest);
      if (part.length < first.length) connection.received.unshift(first.subarray(part.length));
      this.#plug?.taken(connection.number, part.length);
      return done(ANSWER.DONE, part);
    }
    if (connection.hasEnded) return done(ANSWER.END);
    if (connection.state === "failed") return failed(connection.why);
    return this.#waitAtMost(asker, lease, view.getUint32(REST_AT + 2));
  }

  #write(connection: Connection, bytes: Uint8Array): UseAnswer {
    if (connection.state === "failed") return failed(connection.why);
    if (connection.isFull) return "wait";
    connection.isFull = this.#plug?.send(connection.number, bytes) === false;
    return done(ANSWER.DONE);
  }

  #accept(asker: Asker, lease: Lease, listener: Connection, view: DataView): UseAnswer {
    const number = listener.waiting.shift();
    if (number === undefined) {
      if (listener.state === "failed") return failed(listener.why);
      return this.#waitAtMost(asker, lease, view.getUint32(REST_AT));
    }
    this.#parts.giveUps.clear(asker.process, waitOf(lease));
    const bytes = new DataView(new ArrayBuffer(4));
    bytes.setUint32(0, number);
    return done(ANSWER.DONE, new Uint8Array(bytes.buffer));
  }

  /** A wait that ends with `TIME_OVER` after so long, 0 for ever. */
  #waitAtMost({ process, clockMicros }: Asker, lease: Lease, millis: number): UseAnswer {
    if (millis === 0) return "wait";
    const { giveUps } = this.#parts;
    const call = waitOf(lease);
    const until = giveUps.of(process, call, clockMicros + millis * 1000);
    if (until > clockMicros) return "wait";
    giveUps.clear(process, call);
    return done(ANSWER.TIME_OVER);
  }

  /** Begins to open what the lease is about, or says why not. */
  #open(asker: Asker, lease: Lease): Connection | string {
    const terms = decoder.decode(lease.terms);
    const opened =
      lease.name === "accepted" ? this.#connections.get(Number(terms)) : this.#begin(lease.name, terms);
    if (opened === undefined) return "the connection is no more";
    if (typeof opened === "string") return opened;
    opened.process = asker.process;
    this.#leased.set(keyOf(asker, lease), opened);
    return opened;
  }

  #begin(name: string, terms: string): Connection | string {
    if (this.#plug === undefined || this.#rules === undefined)
      return "the network port of the device is off: boot it with --net HOST:PORT";
    const colon = terms.lastIndexOf(":");
    const host = terms.slice(0, Math.max(0, colon));
    const port = Number(terms.slice(colon + 1));
    if (!Number.isInteger(port) || port < 1 || port > 65535) return `${terms} has no port from 1 to 65535`;
    if (name === "listener" && !this.#rules.allowsListening(port))
      return `the device may not listen at port ${port}: boot it with --net :${port}`;
    if (name === "socket" && !this.#rules.allows(host, port))
      return `the device may not reach ${host}:${port}: boot it with --net ${host}:${port}`;
    const connection = made(this.#nextNumber++, undefined);
    this.#connections.set(connection.number, connection);
    if (name === "listener") this.#plug.listen(connection.number, port);
    else this.#plug.connect(connection.number, host, port);
    return connection;
  }

  forget(process: number): void {
    for (const key of [...this.#leased.keys()]) if (key.startsWith(`${process} `)) this.#closeLeased(key);
  }

  #close(asker: Asker, lease: Lease): void {
    this.#closeLeased(keyOf(asker, lease));
  }

  #closeLeased(key: string): void {
    const connection = this.#leased.get(key);
    if (connection === undefined) return;
    this.#leased.delete(key);
    for (const number of [connection.number, ...connection.waiting]) {
      this.#plug?.close(number);
      this.#connections.delete(number);
    }
  }
}

function made(number: number, process: number | undefined): Connection {
  return {
    number,
    process,
    state: "opening",
    ...{ why: "", local: "", remote: "", received: [], hasEnded: false, isFull: false, waiting: [] },
  };
}

function openedBy({
  local,
  remote,
}: {
  local: string;
  remote: string;
}): Pick<Connection, "state" | "local" | "remote"> {
  return { state: "open", local, remote };
}

function keyOf({ process }: Asker, { number }: Lease): string {
  return `${process} ${number}`;
}

function waitOf({ number }: Lease): string {
  return `socket ${number}`;
}

/** A socket is granted for as long as it is asked for, an hour where that is left to the device. */
function termOf(askedMillis: number): number {
  return askedMillis < 0 ? 3_600_000 : askedMillis;
}

function done(how: number, bytes: Uint8Array = new Uint8Array(0)): UseAnswer {
  const answer = new Uint8Array(1 + bytes.length);
  answer[0] = how;
  answer.set(bytes, 1);
  return { kind: "done", bytes: answer };
}

function failed(why: string): UseAnswer {
  return done(ANSWER.FAILED, encoder.encode(why));
}
