import type { ServiceAnswer, ServiceCall } from "../vm/index.ts";
import { SERVICE, STATUS, done, info, parseAsk, waitFor } from "./broker-calls.ts";
import type { ProcessHeader } from "./header.ts";
import type { Asker, Granted, LeaseEventKind, LeasePort } from "./lease-port.ts";
import type { Lease } from "./lease.ts";
import type { LeaseTable } from "./lease-table.ts";
import type { LifeCycle } from "./life-cycle.ts";

/** What a broker is part of. */
export interface BrokerOwner {
  readonly header: ProcessHeader;
  readonly table: LeaseTable;
  readonly port: LeasePort;
  readonly lifeCycle: LifeCycle;
  /** Java's clock at device time 0, milliseconds since 1970. */
  readonly epochMillis: number;
  readonly asker: () => Asker;
}

/**
 * Leases of one process: what its program asks for, renews, uses and gives back. Each step is first in the lease's record, so that a boot
 * after a power cut finds how far it was; what may not be taken back (a grant request's id, a cancellation, a use that is output) leaves the
 * device only when the checkpoint that holds it is durable. Volatile: why a cancellation could not be delivered.
 */
export class Broker {
  readonly #owner: BrokerOwner;
  readonly #undelivered = new Map<number, string>();

  constructor(owner: BrokerOwner) {
    this.#owner = owner;
  }

  get leases(): readonly Lease[] {
    return this.#owner.table.all;
  }

  /** A call of the program, made again until it is done. */
  call(call: ServiceCall): ServiceAnswer {
    switch (call.operation) {
      case SERVICE.ASK:
        return this.#ask(call);
      case SERVICE.RENEW:
        return this.#renew(call);
      case SERVICE.CANCEL:
        return this.#cancel(call);
      case SERVICE.INFO:
        return this.#info(call.subject);
      case SERVICE.USE:
        return this.#use(call);
      case SERVICE.EXPORT:
        return this.#export(call);
      case SERVICE.ACCEPT:
        return this.#accept(call);
      case SERVICE.REPLY:
        return this.#reply(call);
      case SERVICE.NOTICE:
        return this.#notice();
      case SERVICE.AWAIT:
        return this.#owner.lifeCycle.await();
      case SERVICE.SUSPEND:
        return this.#owner.lifeCycle.suspendSelf(call);
      default:
        return done(STATUS.REFUSED, `there is no operation ${call.operation}`);
    }
  }

  /** Before the program runs: cancellations are delivered, and what has run out is noted. */
  pump(): void {
    const { table, port, asker } = this.#owner;
    for (const lease of table.all) {
      if (lease.status === "GRANTED" && this.#isOver(lease)) this.#end(lease, "lease-expired");
      if (lease.status !== "CANCELLING" || !this.#isDurable(lease)) continue;
      const answer = port.cancel(asker(), lease);
      if (answer === "wait") continue;
      if (answer.kind === "failed" && !this.#isOver(lease)) this.#undelivered.set(lease.number, answer.why);
      else {
        table.remove(lease.number);
        this.#tell(lease, "lease-cancelled");
      }
    }
  }

  #ask(call: ServiceCall): ServiceAnswer {
    const { table, port, asker } = this.#owner;
    if (call.progress === 0) {
      const asked = this.#enter(call);
      return typeof asked === "number" ? this.#ask({ ...call, progress: asked }) : asked;
    }
    const lease = table.get(call.progress);
    if (lease === undefined) return done(STATUS.UNKNOWN, "the lease was given back while it was asked for");
    if (lease.status === "GRANTED") return info(lease, this.#owner.epochMillis);
    if (lease.status !== "ASKED") return this.#askedInVain(lease);
    if (!this.#isDurable(lease)) return waitFor(lease.number, true);
    const answer = port.grant(asker(), lease);
    if (answer === "wait") return waitFor(lease.number, false);
    if (answer.kind === "granted") {
      const granted = this.granted(lease, answer, { session: 1 });
      this.#tell(granted, "lease-granted");
      return info(granted, this.#owner.epochMillis);
    }
    if (answer.kind === "failed") {
      // It may have been granted all the same: its id is given back.
      table.change(lease.number, { status: "CANCELLING", durableAt: this.#nextCheckpoint });
      return done(STATUS.FAILED, answer.why);
    }
    table.remove(lease.number);
    return done(STATUS.DENIED, answer.why);
  }

  /** A suspension came while it was asked for, and then it could not be had. */
  #askedInVain(lease: Lease): ServiceAnswer {
    if (lease.status !== "LOST") return waitFor(lease.number, false);
    this.#owner.table.remove(lease.number);
    return done(STATUS.DENIED, `${lease.name} could not be had after the restore`);
  }

  /** Number of the new record, or why there is none. */
  #enter(call: ServiceCall): number | ServiceAnswer {
    const { header, table, port } = this.#owner;
    const asked = parseAsk(call);
    if (typeof asked === "string") return done(STATUS.REFUSED, asked);
    const kind = port.kindOf(asked.name);
    if (kind === undefined) return done(STATUS.DENIED, `there is no service ${asked.name}`);
    const lease: Lease = {
      ...asked,
      number: header.drawLeaseNumber(),
      kind,
      status: "ASKED",
      notice: "none",
      session: 0,
      request: this.drawRequest(),
      // The device forgets what it granted when it forgets the asker's state: only others need the id beforehand.
      durableAt: kind === "remote" ? this.#nextCheckpoint : 0,
      expirationMicros: 0,
      grantorLease: 0n,
      peerGeneration: 0,
    };
    this.#forgetOver();
    return table.add(lease)
      ? lease.number
      : done(STATUS.DENIED, "the process has as many leases as there can be");
  }

  #renew(call: ServiceCall): ServiceAnswer {
    const { table, port, asker } = this.#owner;
    const lease = this.#held(call.subject);
    if (typeof lease === "string") return done(STATUS.UNKNOWN, lease);
    const millis = millisOf(call.value);
    const answer = port.renew(asker(), lease, millis);
    if (answer === "wait") return waitFor(1, false);
    switch (answer.kind) {
      case "granted": {
        const renewed = this.granted({ ...lease, askedMillis: millis }, answer, { session: lease.session });
        this.#tell(renewed, "lease-renewed");
        return info(renewed, this.#owner.epochMillis);
      }
      case "unknown":
        table.remove(lease.number);
        this.#tell(lease, "lease-lost");
        return done(STATUS.UNKNOWN, answer.why);
      case "denied":
        return done(STATUS.DENIED, answer.why);
      case "failed":
        return done(STATUS.FAILED, answer.why);
    }
  }

  #cancel(call: ServiceCall): ServiceAnswer {
    const { table, port, asker } = this.#owner;
    const lease = table.get(call.subject);
    if (call.progress === 0) {
      if (lease?.status === "EXPORTED") {
        port.withdraw(asker(), lease.name);
        table.remove(lease.number);
        return done(STATUS.OK);
      }
      const held = this.#held(call.subject);
      if (typeof held === "string") {
        if (lease !== undefined && lease.status !== "CANCELLING") table.remove(lease.number);
        return done(STATUS.UNKNOWN, held);
      }
      table.change(held.number, { status: "CANCELLING", durableAt: this.#nextCheckpoint });
      return waitFor(1, true);
    }
    if (lease === undefined) return done(STATUS.OK);
    const why = this.#undelivered.get(lease.number);
    if (why === undefined) return waitFor(1, !this.#isDurable(lease));
    this.#undelivered.delete(lease.number);
    return done(STATUS.FAILED, why);
  }

  #info(number: number): ServiceAnswer {
    const { table, epochMillis } = this.#owner;
    const lease = table.get(number);
    return lease === undefined ? done(STATUS.UNKNOWN, unknown(number)) : info(lease, epochMillis);
  }

  #use(call: ServiceCall): ServiceAnswer {
    const { header, table, port, asker } = this.#owner;
    const lease = this.#held(call.subject);
    if (typeof lease === "string") return done(STATUS.UNKNOWN, lease);
    if (call.progress === 0 && port.isOutput(lease, call.bytes)) return waitFor(this.#nextCheckpoint, true);
    // The same number at every repeat.
    const number = call.progress === 0 ? Math.max(1, header.checkpointCount) : call.progress;
    if (number > header.checkpointCount) return waitFor(number, true);
    const answer = port.use(asker(), lease, call.bytes, number);
    if (answer === "wait") return waitFor(number, false);
    switch (answer.kind) {
      case "done":
        if (answer.terms !== undefined) table.change(lease.number, { terms: answer.terms });
        return { kind: "done", status: STATUS.OK, bytes: answer.bytes };
      case "refused":
        return done(STATUS.REFUSED, answer.why);
      case "unknown":
        this.#end(lease, "lease-lost");
        return done(STATUS.UNKNOWN, answer.why);
      case "failed":
        return done(STATUS.FAILED, answer.why);
    }
  }

  #export(call: ServiceCall): ServiceAnswer {
    const { header, table, port, asker } = this.#owner;
    if (call.progress !== 0) {
      const exported = table.get(call.progress);
      if (exported === undefined) return done(STATUS.UNKNOWN, unknown(call.progress));
      if (!this.#isDurable(exported)) return waitFor(exported.number, true);
      if (port.export(asker(), exported.name, exported.askedMillis))
        return info(exported, this.#owner.epochMillis);
      table.remove(exported.number);
      return done(STATUS.DENIED, `another process exports ${exported.name}`);
    }
    const asked = parseAsk(call);
    if (typeof asked === "string") return done(STATUS.REFUSED, asked);
    const lease: Lease = {
      ...asked,
      number: header.drawLeaseNumber(),
      kind: "local",
      status: "EXPORTED",
      notice: "none",
      session: 1,
      request: 0n,
      durableAt: this.#nextCheckpoint,
      expirationMicros: Infinity,
      grantorLease: 0n,
      peerGeneration: header.generation,
    };
    this.#forgetOver();
    if (!table.add(lease)) return done(STATUS.DENIED, "the process has as many leases as there can be");
    return waitFor(lease.number, true);
  }

  #accept(call: ServiceCall): ServiceAnswer {
    const { table, port, asker } = this.#owner;
    const exported = table.get(call.subject);
    if (exported?.status !== "EXPORTED") return done(STATUS.UNKNOWN, unknown(call.subject));
    const message = port.accept(asker(), exported.name);
    return message === "wait" ? waitFor(1, false) : { kind: "done", status: STATUS.OK, bytes: message };
  }

  #reply(call: ServiceCall): ServiceAnswer {
    const { header, table, port, asker } = this.#owner;
    const exported = table.get(call.subject);
    if (exported?.status !== "EXPORTED") return done(STATUS.UNKNOWN, unknown(call.subject));
    if (call.progress === 0) return waitFor(this.#nextCheckpoint, true);
    if (call.progress > header.checkpointCount) return waitFor(call.progress, true);
    port.reply(asker(), exported.name, call.bytes);
    return done(STATUS.OK);
  }

  /** What the program has to be told of its leases, one at a time. */
  #notice(): ServiceAnswer {
    const { table, epochMillis } = this.#owner;
    const lease = table.all.find(({ notice }) => notice !== "none");
    if (lease === undefined) return waitFor(1, false);
    if (lease.status === "LOST") table.remove(lease.number);
    else table.change(lease.number, { notice: "none" });
    return info(lease, epochMillis);
  }

  /** Records what the grantor granted: never more than was asked for. */
  granted(lease: Lease, answer: Granted, change: Partial<Lease>): Lease {
    const { table, asker } = this.#owner;
    const millis = lease.askedMillis < 0 ? answer.millis : Math.min(answer.millis, lease.askedMillis);
    return table.change(lease.number, {
      status: "GRANTED",
      askedMillis: lease.askedMillis,
      expirationMicros: asker().clockMicros + millis * 1000,
      grantorLease: answer.grantorLease ?? lease.grantorLease,
      peerGeneration: answer.peerGeneration ?? lease.peerGeneration,
      ...change,
    });
  }

  /** An id for a request, to be committed before it is sent: of this device, process and generation, and never used before. */
  drawRequest(): bigint {
    const { header, port, asker } = this.#owner;
    if (header.identity === 0) header.identity = port.identity;
    const parts: readonly (readonly [value: number, bits: number])[] = [
      [header.identity, 24],
      [asker().process, 10],
      [header.generation, 11],
      [header.drawRequest(), 18],
    ];
    return parts.reduce((id, [value, bits]) => (id << BigInt(bits)) | BigInt(value % 2 ** bits), 0n);
  }

  /** The lease, or why it is none that can be used. */
  #held(number: number): Lease | string {
    const lease = this.#owner.table.get(number);
    if (lease === undefined || lease.status === "EXPORTED") return unknown(number);
    if (lease.status === "LOST") return `lease ${number} (${lease.name}) was lost`;
    if (lease.status !== "GRANTED") return `lease ${number} (${lease.name}) was cancelled`;
    return this.#isOver(lease) ? `lease ${number} (${lease.name}) has expired` : lease;
  }

  #isOver(lease: Lease): boolean {
    return lease.expirationMicros <= this.#owner.asker().clockMicros;
  }

  #isDurable(lease: Lease): boolean {
    return this.#owner.header.checkpointCount >= lease.durableAt;
  }

  get #nextCheckpoint(): number {
    return this.#owner.header.checkpointCount + 1;
  }

  #end(lease: Lease, what: LeaseEventKind): void {
    this.#owner.table.change(lease.number, { status: "LOST" });
    this.#tell(lease, what);
  }

  /** Room for new ones: of those that are over the program has all it can hear. */
  #forgetOver(): void {
    const { table } = this.#owner;
    for (const { number, status, notice } of table.all)
      if (status === "LOST" && notice === "none") table.remove(number);
  }

  #tell(lease: Lease, what: LeaseEventKind): void {
    this.#owner.port.tell(this.#owner.asker(), lease, what);
  }
}

/** Java's `FOREVER` and `ANY` among the terms. */
export function millisOf(value: bigint): number {
  return value === 2n ** 63n - 1n ? Infinity : Number(value);
}

function unknown(number: number): string {
  return `lease ${number} is not known`;
}
