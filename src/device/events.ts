import type { Lease, LeaseEventKind } from "../process/index.ts";

/** What happens to a process, told when it has happened: what is durable is durable by then. */
export interface DeviceEvent {
  readonly kind:
    | "begun"
    | "checkpoint"
    /** The state of a suspension is durable, what lies outside is still held. */
    | "suspending"
    /** The leases are given back, or nobody is there to take them. */
    | "leases-expired"
    /** What lay outside is given back, the in-memory heap is gone. */
    | "suspended"
    /** A process is built from its lines, and does not run yet. */
    | "reconstituted"
    /** The leases are there again, and what cannot be is noted. */
    | "leases-established"
    | "running"
    | "exited"
    | LeaseEventKind;
  readonly process: number;
  /** Java's clock. */
  readonly clockMicros: number;
  /** Ticks of the process. */
  readonly ticks: number;
  /** The lease that it happens to. */
  readonly lease?: Pick<Lease, "number" | "name" | "kind">;
}

/**
 * Why a checkpoint was made: the policy's `period` was over; `output` had waited long enough; it was `due`, because the dirty lines reached
 * their budget or the program asked; all threads `wait`; the program's `exit`; or it was `asked` for from outside.
 */
export type CheckpointCause = "period" | "output" | "due" | "wait" | "exit" | "asked";
