import type { Asker, CancelAnswer, GrantAnswer, Lease, UseAnswer } from "../process/index.ts";
import { grantLease, parkLease, renewLease, revokeLease, useService } from "./etcd.ts";
import type { Conversation, Post } from "./etcd.ts";
import type { Link } from "./link.ts";
import type { GiveUps, Provider } from "./services.ts";

/** A grantor that does not answer within this device time is taken to be gone, for this time. */
export const REPLY_MICROS_MAX = 5_000_000;
/** Where the grantor lives in real time, the link gives up by that. */
const NEVER = Infinity;

type Failed = { readonly kind: "failed"; readonly why: string };

/** A conversation under way: the reply that it waits for. */
interface Pending {
  readonly conversation: Conversation<unknown>;
  id: number;
}

/**
 * Services on other machines, under leases of a grantor there. Conversations under way are volatile: after a power cut they begin anew, with
 * the same request ids, which changes nothing at the grantor.
 */
export class RemoteServices implements Provider {
  readonly kind = "remote";
  readonly #link: Link;
  readonly #giveUps: GiveUps;
  readonly #pending = new Map<string, Pending>();
  #nextId = 1;

  constructor(link: Link, giveUps: GiveUps) {
    this.#link = link;
    this.#giveUps = giveUps;
  }

  has(name: string): boolean {
    return /^remote\/[A-Za-z0-9._-]+$/.test(name);
  }

  grant(asker: Asker, lease: Lease): GrantAnswer {
    return this.#talk(asker, `grant ${lease.request}`, () => grantLease(lease));
  }

  renew(asker: Asker, lease: Lease): GrantAnswer {
    return this.#talk(asker, `renew ${lease.request}`, () => renewLease(lease));
  }

  cancel(asker: Asker, lease: Lease): CancelAnswer {
    return this.#talk(asker, `cancel ${lease.request}`, () => revokeLease(lease));
  }

  park(asker: Asker, lease: Lease): CancelAnswer {
    return this.#talk(asker, `park ${lease.request}`, () => parkLease(lease));
  }

  /** To put a record is. */
  isOutput(_lease: Lease, bytes: Uint8Array): boolean {
    return bytes[0] === "P".charCodeAt(0);
  }

  use(asker: Asker, lease: Lease, bytes: Uint8Array, call: number): UseAnswer {
    return this.#talk(asker, `use ${lease.request} ${call}`, () => useService(lease, bytes));
  }

  /** Goes on with the conversation as far as replies have come. */
  #talk<Answer>(
    { process, clockMicros }: Asker,
    what: string,
    begin: () => Conversation<Answer>,
  ): Answer | Failed | "wait" {
    const key = `${process} ${what}`;
    let pending = this.#pending.get(key);
    if (pending === undefined) {
      const conversation = begin();
      const first = conversation.next();
      if (first.done === true) return first.value;
      pending = { conversation, id: this.#post(first.value) };
      this.#pending.set(key, pending);
    }
    const until = this.#giveUps.of(
      process,
      what,
      clockMicros + (this.#link.isReal ? NEVER : REPLY_MICROS_MAX),
    );
    for (;;) {
      const reply = this.#link.take(pending.id);
      if (reply === undefined) {
        if (clockMicros < until) return "wait";
        this.#link.forget(pending.id);
        this.#end(process, what);
        return { kind: "failed", why: "the grantor does not answer" };
      }
      const next = pending.conversation.next(reply);
      if (next.done === true) {
        this.#end(process, what);
        return next.value as Answer;
      }
      pending.id = this.#post(next.value);
    }
  }

  #post({ path, body }: Post): number {
    const id = this.#nextId++;
    this.#link.post(id, path, JSON.stringify(body));
    return id;
  }

  #end(process: number, what: string): void {
    this.#pending.delete(`${process} ${what}`);
    this.#giveUps.clear(process, what);
  }
}
