/**
 * Local services: exported by one process of the device, leased and called by others. A call leaves its process when the checkpoint that
 * holds it is durable, and so does the answer; both are made again after a power cut, and whoever has the answer already gives it again. So
 * no process ever holds what another one may take back. Mail under way is volatile.
 */
import type { Asker, CancelAnswer, GrantAnswer, Lease, UseAnswer } from "../process/index.ts";
import type { Exchange, GiveUps, Provider } from "./services.ts";

/** A call that is not answered within this device time has failed. */
export const CALL_MICROS_MAX = 10_000_000;
const LOCAL = "local/";
/** Before each message: process, lease, generation, call, 4 bytes each. */
const HEAD_BYTES = 16;

interface Export {
  readonly process: number;
  readonly generation: number;
  readonly millisMax: number;
}

interface Call {
  readonly key: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  isTaken: boolean;
  answer: Uint8Array | undefined;
}

export interface LocalParts {
  readonly giveUps: GiveUps;
  /** Status of a process: it runs, it will run again, or never. */
  readonly stateOf: (process: number) => "runs" | "rests" | "gone";
  /** A process that waits may have got what it waits for. */
  readonly wake: (process: number) => void;
}

export class LocalServices implements Provider, Exchange {
  readonly kind = "local";
  readonly #parts: LocalParts;
  readonly #exports = new Map<string, Export>();
  readonly #calls = new Map<string, Call>();

  constructor(parts: LocalParts) {
    this.#parts = parts;
  }

  has(name: string): boolean {
    return name.startsWith(LOCAL);
  }

  /** An export that is in a process's checkpoint. */
  restore(process: number, generation: number, { name, askedMillis }: Lease): void {
    this.#exports.set(name, { process, generation, millisMax: askedMillis });
  }

  export({ process, generation }: Asker, name: string, millisMax: number): boolean {
    const known = this.#exports.get(name);
    if (!name.startsWith(LOCAL)) return false;
    if (known !== undefined && known.process !== process && this.#parts.stateOf(known.process) !== "gone")
      return false;
    this.#exports.set(name, { process, generation, millisMax });
    return true;
  }

  withdraw({ process }: Asker, name: string): void {
    if (this.#exports.get(name)?.process === process) this.#exports.delete(name);
  }

  grant(_asker: Asker, { name, askedMillis }: Lease): GrantAnswer {
    const found = this.#found(name);
    if (found === undefined) return { kind: "denied", why: `no process exports ${name}` };
    return granted(found, askedMillis);
  }

  renew(asker: Asker, lease: Lease, millis: number): GrantAnswer {
    const found = this.#found(lease.name);
    if (found === undefined) return { kind: "unknown", why: `no process exports ${lease.name} any more` };
    if (found.generation !== lease.peerGeneration)
      return {
        kind: "unknown",
        why: `process ${found.process}, which exports ${lease.name}, was taken back`,
      };
    if (lease.expirationMicros <= asker.clockMicros)
      return { kind: "unknown", why: `lease ${lease.number} has expired` };
    return granted(found, millis);
  }

  cancel(): CancelAnswer {
    return { kind: "done" };
  }

  isOutput(): boolean {
    return true;
  }

  use(asker: Asker, lease: Lease, bytes: Uint8Array, number: number): UseAnswer {
    const { giveUps, stateOf, wake } = this.#parts;
    const found = this.#found(lease.name);
    if (found === undefined) return { kind: "unknown", why: `no process exports ${lease.name} any more` };
    if (found.generation !== lease.peerGeneration)
      return {
        kind: "unknown",
        why: `process ${found.process}, which exports ${lease.name}, was taken back`,
      };
    const key = [asker.process, lease.number, asker.generation, number].join(" ");
    const call = this.#calls.get(key) ?? { key, name: lease.name, bytes, isTaken: false, answer: undefined };
    this.#calls.set(key, call);
    if (call.answer !== undefined) {
      this.#calls.delete(key);
      giveUps.clear(asker.process, key);
      return { kind: "done", bytes: call.answer };
    }
    const until = giveUps.of(asker.process, key, asker.clockMicros + CALL_MICROS_MAX);
    if (until <= asker.clockMicros) {
      this.#calls.delete(key);
      giveUps.clear(asker.process, key);
      const why = stateOf(found.process) === "runs" ? "does not answer" : "does not run";
      return { kind: "failed", why: `process ${found.process}, which exports ${lease.name}, ${why}` };
    }
    if (!call.isTaken) wake(found.process);
    return "wait";
  }

  accept({ process }: Asker, name: string): Uint8Array | "wait" {
    if (this.#exports.get(name)?.process !== process) return "wait";
    for (const call of this.#calls.values()) {
      if (call.name !== name || call.isTaken) continue;
      call.isTaken = true;
      const message = new Uint8Array(HEAD_BYTES + call.bytes.length);
      const head = new DataView(message.buffer);
      call.key.split(" ").forEach((word, index) => head.setUint32(4 * index, Number(word)));
      message.set(call.bytes, HEAD_BYTES);
      return message;
    }
    return "wait";
  }

  /** The answer to the call whose head it carries. Nobody may be waiting for it any more. */
  reply(_asker: Asker, _name: string, bytes: Uint8Array): void {
    if (bytes.length < HEAD_BYTES) return;
    const head = new DataView(bytes.buffer, bytes.byteOffset);
    const words = [0, 4, 8, 12].map((at) => head.getUint32(at));
    const call = this.#calls.get(words.join(" "));
    if (call === undefined) return;
    call.answer = bytes.slice(HEAD_BYTES);
    this.#parts.wake(words[0] as number);
  }

  #found(name: string): Export | undefined {
    const found = this.#exports.get(name);
    return found !== undefined && this.#parts.stateOf(found.process) !== "gone" ? found : undefined;
  }
}

function granted({ millisMax, generation }: Export, askedMillis: number): GrantAnswer {
  const millis = askedMillis < 0 ? millisMax : Math.min(askedMillis, millisMax);
  return { kind: "granted", millis, peerGeneration: generation };
}
