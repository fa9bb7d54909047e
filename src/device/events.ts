/** What happens to a process, told when it has happened: what is durable is durable by then. */
export interface DeviceEvent {
  readonly kind:
    | "begun"
    | "checkpoint"
    /** The state of a suspension is durable, what lies outside is still held. */
    | "suspending"
    /** What lay outside is given back, the in-memory heap is gone. */
    | "suspended"
    /** A process is built from its lines, and does not run yet. */
    | "reconstituted"
    | "running"
    | "exited";
  readonly process: number;
  /** Java's clock. */
  readonly clockMicros: number;
  /** Ticks of the process. */
  readonly ticks: number;
}
