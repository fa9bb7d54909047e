/** Leases at a suspension, a resumption, and after a power cut: what `Broker` does while the process does not run. */
import type { Broker, BrokerOwner } from "./broker.ts";
import type { CancelAnswer } from "./lease-port.ts";
import type { LeaseTable } from "./lease-table.ts";
import type { Lease, LeaseStatus } from "./lease.ts";

/** `commit`: something is to be durable before it can be asked for. `wait`: not all have answered. */
export type CycleStep = "done" | "wait" | "commit";

const GIVEN_BACK: Readonly<Record<Lease["policy"], LeaseStatus>> = {
  cancel: "EXPIRING",
  park: "PARKING",
  keep: "PARKED",
};

/** Before the first commit of a suspension: what is to be given back says so. Returns how many leases there are. */
export function beginExpiry(table: LeaseTable): number {
  let count = 0;
  for (const lease of table.all) {
    if (lease.status === "GRANTED" || lease.status === "REVIVING") {
      table.change(lease.number, { status: GIVEN_BACK[lease.policy] });
      count++;
    } else if (lease.status === "ASKED" || lease.status === "ESTABLISHING") {
      // The grantor may have granted it; the answer is not heard any more.
      table.change(lease.number, { status: "EXPIRING" });
      count++;
    } else if (lease.status === "CANCELLING") count++;
  }
  return count;
}

/** Between the two commits: gives back, at the grantor, what the first one says. A grantor that is gone is no obstacle. */
export function expire({ table, port, asker }: BrokerOwner): CycleStep {
  let isWaiting = false;
  for (const lease of table.all) {
    if (lease.status === "EXPIRING" || lease.status === "CANCELLING") {
      const answer = port.cancel(asker(), lease);
      if (answer === "wait") isWaiting = true;
      else if (lease.status === "CANCELLING") table.remove(lease.number);
      else table.change(lease.number, { status: "DORMANT" });
      if (answer !== "wait") port.tell(asker(), lease, isDone(answer) ? "lease-cancelled" : "lease-expired");
    } else if (lease.status === "PARKING") {
      const answer = port.park(asker(), lease);
      if (answer === "wait") isWaiting = true;
      else {
        // What nobody takes is left to run out.
        table.change(lease.number, { status: "PARKED" });
        port.tell(asker(), lease, isDone(answer) ? "lease-parked" : "lease-expired");
      }
    }
  }
  return isWaiting ? "wait" : "done";
}

function isDone(answer: CancelAnswer): boolean {
  return answer !== "wait" && answer.kind === "done";
}

/**
 * After a restore, before the process runs. What was not given back is renewed; what was is asked for anew. Returns how many leases are to
 * be established.
 */
export function beginEstablishment({ table, header, asker }: BrokerOwner, broker: Broker): number {
  const { clockMicros } = asker();
  let count = 0;
  for (const lease of table.all) {
    switch (lease.status) {
      case "GRANTED":
        // What has run out while the process ran is for the program to find out.
        if (lease.expirationMicros <= clockMicros) break;
        table.change(lease.number, { status: "REVIVING" });
        count++;
        break;
      case "PARKED":
      case "PARKING":
        table.change(lease.number, { status: "REVIVING" });
        count++;
        break;
      case "DORMANT":
      case "EXPIRING":
        askAnew(lease, { table, header }, broker);
        count++;
        break;
      case "REVIVING":
      case "ESTABLISHING":
        count++;
        break;
      default:
    }
  }
  return count;
}

function askAnew(
  lease: Lease,
  { table, header }: Pick<BrokerOwner, "table" | "header">,
  broker: Broker,
): void {
  table.change(lease.number, {
    status: "ESTABLISHING",
    request: broker.drawRequest(),
    durableAt: header.checkpointCount + 1,
  });
}

/** Renews what is recorded, and asks anew for what the grantor does not know. */
export function establish(owner: BrokerOwner, broker: Broker): CycleStep {
  let isWaiting = false;
  for (const lease of owner.table.all) {
    if (lease.status === "REVIVING" && revive(owner, broker, lease) === "wait") isWaiting = true;
  }
  if (isWaiting) return "wait";
  let step: CycleStep = "done";
  for (const lease of owner.table.all) {
    if (lease.status !== "ESTABLISHING") continue;
    const one = owner.header.checkpointCount < lease.durableAt ? "commit" : askFor(owner, broker, lease);
    if (one !== "done" && step !== "commit") step = one;
  }
  return step;
}

function revive(owner: BrokerOwner, broker: Broker, lease: Lease): CycleStep {
  const { table, port, asker } = owner;
  const answer = port.renew(asker(), lease, lease.askedMillis);
  if (answer === "wait") return "wait";
  switch (answer.kind) {
    case "granted": {
      const isNew = answer.isNew === true;
      const { expirationMicros } = lease;
      broker.granted(lease, answer, {
        // Of a grantor on the device the term runs on; of one that was asked again it begins anew.
        ...(lease.kind !== "remote" && { expirationMicros }),
        ...(isNew && { session: lease.session + 1, notice: "established" }),
      });
      port.tell(asker(), lease, isNew ? "lease-established" : "lease-renewed");
      break;
    }
    case "unknown":
      askAnew(lease, owner, broker);
      break;
    case "denied":
    case "failed":
      // A failed renewal leaves the term as it was; it may have run out meanwhile.
      table.change(lease.number, { status: "GRANTED" });
  }
  return "done";
}

function askFor({ table, port, asker }: BrokerOwner, broker: Broker, lease: Lease): CycleStep {
  const answer = port.grant(asker(), lease);
  if (answer === "wait") return "wait";
  if (answer.kind === "granted") {
    const isFirst = lease.session === 0;
    broker.granted(lease, answer, {
      session: lease.session + 1,
      notice: isFirst ? "none" : "established",
    });
    port.tell(asker(), lease, "lease-established");
  } else {
    table.change(lease.number, { status: "LOST", notice: "lost" });
    port.tell(asker(), lease, "lease-lost");
  }
  return "done";
}
