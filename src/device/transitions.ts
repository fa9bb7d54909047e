import type { DeviceEvent } from "./events.ts";
import type { Entry, ProcessTable } from "./process-table.ts";
import type { Resident } from "./residents.ts";

/** A program that wants to be told before it is suspended has so much device time for what it does then. */
const HOOK_MICROS_MAX = 10_000_000;

/** What the session does for a process on its way between two statuses. */
export interface TransitionHost {
  readonly table: ProcessTable;
  readonly clockMicros: () => number;
  /** The process in RAM. */
  bring(process: number): Resident;
  /** Makes a checkpoint of the process; it may be in RAM anew afterwards. */
  checkpoint(resident: Resident): void;
  discard(resident: Resident): void;
  tell(kind: DeviceEvent["kind"], resident: Resident): void;
}

/**
 * Suspension and resumption (design section 9). Suspending: SUSPENDING is durable → leases are expired → SUSPENDED is durable → the heap is
 * gone. Resuming: reconstituted → RESUMING, with the requests for leases, is durable → leases are established → RUNNING is durable → it
 * runs. Each is a step that may have to wait for a grantor, and that a boot after a power cut takes up where it was.
 */
export class Transitions {
  readonly #host: TransitionHost;

  constructor(host: TransitionHost) {
    this.#host = host;
  }

  /** Suspends the process now, or when its program, which wants to be told first, is ready. */
  ask(entry: Entry): void {
    const { process } = this.host.bring(entry.process);
    if (!process.lifeCycle.askSuspension()) this.suspend(entry);
    else {
      entry.suspendByMicros = this.host.clockMicros() + HOOK_MICROS_MAX;
      entry.wait = undefined;
    }
  }

  suspend(entry: Entry): void {
    const { host } = this;
    const resident = host.bring(entry.process);
    entry.suspendByMicros = undefined;
    const leaseCount = resident.process.beginExpiry();
    resident.process.setStatus("SUSPENDING");
    entry.status = "SUSPENDING";
    host.checkpoint(resident);
    host.tell("suspending", this.#again(entry));
    this.expire(entry, leaseCount);
  }

  /** SUSPENDING is durable, or a boot found it. */
  expire(entry: Entry, leaseCount = 1): void {
    entry.transition = "expiring";
    this.#expireStep(entry, leaseCount > 0);
  }

  #expireStep(entry: Entry, hasLeases: boolean): void {
    const { host } = this;
    const resident = this.#again(entry);
    if (resident.process.expireLeases() !== "done") return;
    if (hasLeases) host.tell("leases-expired", resident);
    resident.process.setStatus("SUSPENDED");
    host.checkpoint(resident);
    entry.status = "SUSPENDED";
    entry.transition = undefined;
    const last = this.#again(entry);
    host.tell("suspended", last);
    host.discard(last);
  }

  resume(entry: Entry): void {
    const { host } = this;
    const resident = host.bring(entry.process);
    host.tell("reconstituted", resident);
    entry.wait = undefined;
    if (resident.process.beginEstablishment() === 0) {
      this.#run(entry, resident);
      return;
    }
    resident.process.setStatus("RESUMING");
    entry.status = "RESUMING";
    host.checkpoint(resident);
    this.#establish(entry);
  }

  /** After a power cut, of a process that runs or resumes: true where it is to wait for its leases. */
  recover(entry: Entry, resident: Resident): boolean {
    if (entry.status === "RUNNING") resident.process.lifeCycle.noteRestore("recovered");
    const count = resident.process.beginEstablishment();
    if (count > 0) this.#establish(entry);
    else if (entry.status === "RESUMING") this.#run(entry, resident);
    return count > 0;
  }

  #establish(entry: Entry): void {
    entry.transition = "establishing";
    this.#establishStep(entry);
  }

  #establishStep(entry: Entry): void {
    const { host } = this;
    let step = this.#again(entry).process.establishLeases();
    while (step === "commit") {
      host.checkpoint(this.#again(entry));
      step = this.#again(entry).process.establishLeases();
    }
    if (step === "wait") return;
    entry.transition = undefined;
    const resident = this.#again(entry);
    host.tell("leases-established", resident);
    this.#run(entry, resident);
  }

  /** The status is durable before the process runs. */
  #run(entry: Entry, resident: Resident): void {
    const { host } = this;
    const isRecovery = entry.status === "RUNNING";
    resident.process.setStatus("RUNNING");
    if (!isRecovery) {
      resident.process.resume();
      resident.process.lifeCycle.noteRestore("resumed");
    }
    entry.status = "RUNNING";
    if (!isRecovery) host.checkpoint(resident);
    host.tell("running", this.#again(entry));
  }

  /** Goes on with all that are under way. */
  goOn(): void {
    for (const entry of this.#host.table.underWay) {
      if (entry.transition === "expiring") this.#expireStep(entry, true);
      else this.#establishStep(entry);
    }
    for (const entry of this.#host.table.running) {
      if ((entry.suspendByMicros ?? Infinity) <= this.#host.clockMicros()) this.suspend(entry);
    }
  }

  #again({ process }: Entry): Resident {
    return this.#host.bring(process);
  }

  private get host(): TransitionHost {
    return this.#host;
  }
}
