/**
 * A network in virtual time for devices of the lab: packets are delayed, lost, doubled and overtaken, and cables are cut, all by a seed. On it
 * runs a small TCP: what is lost is sent again, what comes twice or out of order is put right, and who has lost his memory resets.
 */
import { SeededRandom } from "../base/index.ts";
import { ACCEPTED_FROM } from "../device/index.ts";
import type { NetworkEvent, NetworkPlug } from "../device/index.ts";

export interface NetworkFaults {
  /** Microseconds that a packet takes, at least and at most: packets overtake each other. */
  readonly delayMicros: readonly [number, number];
  /** Shares of packets that are lost, and that come twice, from 0 to 1. */
  readonly loss: number;
  readonly duplication: number;
  /** Times in which nothing passes: from, to, microseconds. */
  readonly partitions?: readonly (readonly [number, number])[];
}

export const CALM: NetworkFaults = { delayMicros: [500, 500], loss: 0, duplication: 0 };

interface NetworkCounts {
  sent: number;
  lost: number;
  doubled: number;
  overtaken: number;
}

interface Packet {
  readonly kind: "syn" | "synack" | "data" | "ack" | "reset";
  /** Names of the two ends: host and a number that is not used twice. */
  readonly from: End;
  readonly to: End;
  readonly port: number;
  readonly sequence: number;
  readonly acknowledged: number;
  /** Undefined: the end of the stream. */
  readonly bytes: Uint8Array | undefined;
}

interface End {
  readonly host: string;
  readonly key: number;
}

interface Timed {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

export class SimulatedNetwork {
  readonly counts: NetworkCounts = { sent: 0, lost: 0, doubled: 0, overtaken: 0 };
  readonly #faults: NetworkFaults;
  readonly #random: SeededRandom;
  readonly #hosts = new Map<string, LabPlug>();
  #timed: Timed[] = [];
  #order = 0;
  #lastArrival = 0;
  nowMicros = 0;

  constructor(seed: number, faults: NetworkFaults = CALM) {
    this.#faults = faults;
    this.#random = new SeededRandom(seed);
  }

  /** The plug of a host. Its name is its address. */
  plug(host: string): NetworkPlug {
    const plug = new LabPlug(this, host);
    this.#hosts.set(host, plug);
    return plug;
  }

  /** When something happens next; undefined: nothing is under way. */
  get nextMicros(): number | undefined {
    return this.#timed.length === 0 ? undefined : Math.min(...this.#timed.map(({ at }) => at));
  }

  /** Lets everything happen up to then. */
  advanceTo(micros: number): void {
    for (;;) {
      let next: Timed | undefined;
      for (const one of this.#timed) {
        const isEarlier =
          next === undefined || one.at < next.at || (one.at === next.at && one.order < next.order);
        if (one.at <= micros && isEarlier) next = one;
      }
      if (next === undefined) break;
      const { at, run, order } = next;
      this.#timed = this.#timed.filter((one) => one.order !== order);
      this.nowMicros = Math.max(this.nowMicros, at);
      run();
    }
    this.nowMicros = Math.max(this.nowMicros, micros);
  }

  after(micros: number, run: () => void): void {
    this.#timed.push({ at: this.nowMicros + micros, order: this.#order++, run });
  }

  transmit(packet: Packet): void {
    const { loss, duplication } = this.#faults;
    this.counts.sent++;
    if (this.#isCut() || this.#chance(loss)) {
      this.counts.lost++;
      return;
    }
    this.#deliver(packet);
    if (!this.#chance(duplication)) return;
    this.counts.doubled++;
    this.#deliver(packet);
  }

  #deliver(packet: Packet): void {
    const [least, most] = this.#faults.delayMicros;
    const delay = least + this.#random.below(most - least + 1);
    const arrival = this.nowMicros + delay;
    if (arrival < this.#lastArrival) this.counts.overtaken++;
    this.#lastArrival = arrival;
    this.after(delay, () => this.#hosts.get(packet.to.host)?.receive(packet));
  }

  #isCut(): boolean {
    const { partitions = [] } = this.#faults;
    return partitions.some(([from, to]) => this.nowMicros >= from && this.nowMicros < to);
  }

  #chance(share: number): boolean {
    return this.#random.below(1_000_000) < share * 1_000_000;
  }
}

const SEGMENT_BYTES = 512;
const RETRY_MICROS = 50_000;
const RETRY_MICROS_MAX = 800_000;
const RETRIES_MAX = 12;

/** One end of a connection. */
class Peer {
  readonly number: number;
  readonly end: End;
  readonly port: number;
  other: End;
  state: "opening" | "open" | "gone" = "opening";
  /** What is not acknowledged, the first with sequence `first`. Undefined: the end of the stream. */
  readonly #unacknowledged: (Uint8Array | undefined)[] = [];
  #first = 1;
  #expected = 1;
  readonly #early = new Map<number, Uint8Array | undefined>();
  #retries = 0;
  #timer = 0;
  readonly #plug: LabPlug;

  constructor(plug: LabPlug, number: number, end: End, other: End, port: number) {
    this.#plug = plug;
    this.number = number;
    this.end = end;
    this.other = other;
    this.port = port;
  }

  greet(): void {
    this.#transmit(this.state === "opening" ? "syn" : "synack", 0, undefined);
    this.#arm();
  }

  send(bytes: Uint8Array | undefined): void {
    if (this.state !== "open") return;
    const pieces: (Uint8Array | undefined)[] = bytes === undefined ? [undefined] : [];
    for (let at = 0; at < (bytes?.length ?? 0); at += SEGMENT_BYTES)
      pieces.push(bytes?.slice(at, at + SEGMENT_BYTES));
    for (const piece of pieces) {
      this.#unacknowledged.push(piece);
      this.#transmit("data", this.#first + this.#unacknowledged.length - 1, piece);
    }
    this.#arm();
  }

  take(packet: Packet): void {
    if (packet.kind === "reset") {
      this.fail("the connection was reset");
      return;
    }
    this.other = packet.from;
    if (packet.kind === "synack" && this.state === "opening") {
      this.state = "open";
      this.#retries = 0;
      this.#plug.tell({ kind: "opened", connection: this.number, local: this.name, remote: this.otherName });
    }
    while (this.#first < packet.acknowledged && this.#unacknowledged.length > 0) {
      this.#unacknowledged.shift();
      this.#first++;
      this.#retries = 0;
    }
    if (packet.kind !== "data") return;
    if (packet.sequence >= this.#expected) this.#early.set(packet.sequence, packet.bytes);
    while (this.#early.has(this.#expected)) {
      const bytes = this.#early.get(this.#expected);
      this.#early.delete(this.#expected++);
      const connection = this.number;
      this.#plug.tell(
        bytes === undefined ? { kind: "ended", connection } : { kind: "received", connection, bytes },
      );
    }
    this.#transmit("ack", 0, undefined);
  }

  get name(): string {
    return `${this.end.host}:${this.port}`;
  }

  get otherName(): string {
    return `${this.other.host}:${this.other.key}`;
  }

  fail(why: string): void {
    if (this.state === "gone") return;
    this.state = "gone";
    this.#plug.tell({ kind: "failed", connection: this.number, why: `${this.other.host}: ${why}` });
  }

  reset(): void {
    this.#transmit("reset", 0, undefined);
  }

  #transmit(kind: Packet["kind"], sequence: number, bytes: Uint8Array | undefined): void {
    const { end: from, other: to, port } = this;
    this.#plug.network.transmit({ kind, from, to, port, sequence, acknowledged: this.#expected, bytes });
  }

  #arm(): void {
    const armed = ++this.#timer;
    const micros = Math.min(RETRY_MICROS_MAX, RETRY_MICROS * 2 ** this.#retries);
    this.#plug.network.after(micros, () => {
      const isDue = armed === this.#timer && this.state !== "gone" && this.#plug.holds(this);
      if (isDue && (this.state === "opening" || this.#unacknowledged.length > 0)) this.#retry();
    });
  }

  #retry(): void {
    if (++this.#retries > RETRIES_MAX) {
      this.fail("does not answer");
      return;
    }
    if (this.state === "opening") this.#transmit("syn", 0, undefined);
    this.#unacknowledged.forEach((piece, index) => this.#transmit("data", this.#first + index, piece));
    this.#arm();
  }
}

class LabPlug implements NetworkPlug {
  readonly isReal = false;
  readonly network: SimulatedNetwork;
  readonly #host: string;
  #events: NetworkEvent[] = [];
  readonly #peers = new Map<number, Peer>();
  readonly #byKey = new Map<number, Peer>();
  /** Of who connected to a listener: end to peer, so that a greeting that comes twice makes one connection. */
  readonly #guests = new Map<string, Peer>();
  readonly #listeners = new Map<number, number>();
  #nextKey = 1;
  #nextAccepted = ACCEPTED_FROM;

  constructor(network: SimulatedNetwork, host: string) {
    this.network = network;
    this.#host = host;
  }

  connect(connection: number, host: string, port: number): void {
    this.#add(connection, { host, key: 0 }, port).greet();
  }

  #add(connection: number, other: End, port: number): Peer {
    const peer = new Peer(this, connection, { host: this.#host, key: this.#nextKey++ }, other, port);
    this.#peers.set(connection, peer);
    this.#byKey.set(peer.end.key, peer);
    return peer;
  }

  listen(listener: number, port: number): void {
    this.#listeners.set(port, listener);
    this.tell({ kind: "listening", connection: listener, local: `${this.#host}:${port}` });
  }

  send(connection: number, bytes: Uint8Array): boolean {
    this.#peers.get(connection)?.send(bytes);
    return true;
  }

  taken(): void {
    // What is not read waits here.
  }

  end(connection: number): void {
    this.#peers.get(connection)?.send(undefined);
  }

  close(connection: number): void {
    const peer = this.#peers.get(connection);
    for (const [port, listener] of this.#listeners) if (listener === connection) this.#listeners.delete(port);
    if (peer === undefined) return;
    peer.reset();
    this.#forget(peer);
  }

  #forget(peer: Peer): void {
    this.#peers.delete(peer.number);
    this.#byKey.delete(peer.end.key);
    for (const [name, guest] of this.#guests) if (guest === peer) this.#guests.delete(name);
  }

  reset(): void {
    this.#peers.clear();
    this.#byKey.clear();
    this.#guests.clear();
    this.#listeners.clear();
    this.#events = [];
  }

  holds(peer: Peer): boolean {
    return this.#peers.get(peer.number) === peer;
  }

  receive(packet: Packet): void {
    if (packet.kind === "syn") this.#welcome(packet);
    else {
      const peer = this.#byKey.get(packet.to.key);
      if (peer !== undefined) peer.take(packet);
      else if (packet.kind !== "reset") this.#refuse(packet);
    }
  }

  #welcome(packet: Packet): void {
    const listener = this.#listeners.get(packet.port);
    if (listener === undefined) {
      this.#refuse(packet);
      return;
    }
    const name = `${packet.from.host} ${packet.from.key}`;
    const known = this.#guests.get(name);
    const peer = known ?? this.#add(this.#nextAccepted++, packet.from, packet.port);
    if (known === undefined) {
      peer.state = "open";
      this.#guests.set(name, peer);
      const { number: connection, name: local, otherName: remote } = peer;
      this.tell({ kind: "accepted", listener, connection, local, remote });
    }
    peer.greet();
  }

  /** Whoever it was for has lost its memory, or was never there. */
  #refuse({ from, to, port }: Packet): void {
    const back = { from: to, to: from, port, sequence: 0, acknowledged: 0, bytes: undefined };
    this.network.transmit({ kind: "reset", ...back });
  }

  tell(event: NetworkEvent): void {
    this.#events.push(event);
  }

  take(): readonly NetworkEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  hasNews(): boolean {
    return this.#events.length > 0;
  }
}
