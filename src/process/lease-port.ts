/**
 * What a process needs of whoever grants leases: the device, for itself, for other processes, and for grantors on other machines. Every
 * method is asked again, with the same lease, until it does not say `wait`; asking again changes nothing.
 */
import type { Lease, LeaseKind } from "./lease.ts";

/** The process that asks, as a grantor needs to know it. */
export interface Asker {
  readonly process: number;
  readonly generation: number;
  /** Ticks of the process, and Java's clock. */
  readonly ticks: number;
  readonly clockMicros: number;
  /** Reads the process's console. */
  readonly readConsole: (max: number) => Uint8Array | "end" | "wait";
}

/** Of a renewal: the term from now on. `isNew`: what lay behind the lease is another one (a connection made again). */
export interface Granted {
  readonly kind: "granted";
  readonly millis: number;
  readonly grantorLease?: bigint;
  readonly peerGeneration?: number;
  readonly isNew?: boolean;
}

/** `wait`: there is no answer yet. */
export type GrantAnswer =
  | "wait"
  | Granted
  /** The grantor does not want to. */
  | { readonly kind: "denied"; readonly why: string }
  /** The grantor does not know the lease (any more). */
  | { readonly kind: "unknown"; readonly why: string }
  /** Nobody knows: no answer, or nonsense. */
  | { readonly kind: "failed"; readonly why: string };

/** `done` too where the grantor does not know it. */
export type CancelAnswer =
  "wait" | { readonly kind: "done" } | { readonly kind: "failed"; readonly why: string };

export type UseAnswer =
  | "wait"
  /** `terms`: those that establish it as it is now. */
  | { readonly kind: "done"; readonly bytes: Uint8Array; readonly terms?: Uint8Array }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "unknown"; readonly why: string }
  | { readonly kind: "failed"; readonly why: string };

export interface LeasePort {
  /** Kind of the service with this name; undefined: there is none. */
  kindOf(name: string): LeaseKind | undefined;
  grant(asker: Asker, lease: Lease): GrantAnswer;
  renew(asker: Asker, lease: Lease, millis: number): GrantAnswer;
  cancel(asker: Asker, lease: Lease): CancelAnswer;
  /** Hands the lease to somebody who renews it while the process cannot. */
  park(asker: Asker, lease: Lease): CancelAnswer;
  /** Whether a use is output: it is made when the checkpoint that covers it is durable. */
  isOutput(lease: Lease, bytes: Uint8Array): boolean;
  /** `call` is the same when the use is made again after a power cut, and grows. */
  use(asker: Asker, lease: Lease, bytes: Uint8Array, call: number): UseAnswer;
  /** A message for the exported service of this name. */
  accept(asker: Asker, name: string): Uint8Array | "wait";
  /** Answers a message that `accept` gave. */
  reply(asker: Asker, name: string, bytes: Uint8Array): void;
  /** The process exports a service, for terms of so many milliseconds at most, or no longer. False: another one has the name. */
  export(asker: Asker, name: string, millisMax: number): boolean;
  withdraw(asker: Asker, name: string): void;
  /** When the first of the process's calls that wait gives up, on Java's clock; undefined: none does. */
  wakeMicrosOf(process: number): number | undefined;
  /** A number that tells this device from others at a grantor, not 0. */
  readonly identity: number;
  /** Told what becomes of a lease. */
  tell(asker: Asker, lease: Lease, what: LeaseEventKind): void;
}

export type LeaseEventKind =
  | "lease-granted"
  | "lease-renewed"
  | "lease-cancelled"
  | "lease-expired"
  | "lease-parked"
  | "lease-established"
  | "lease-lost";
