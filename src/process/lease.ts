/**
 * The record of a lease: what a checkpoint holds of a grant of access, enough to establish it again. Its bits:
 *
 *      byte 0    number, 4 bytes; 0: the slot is free
 *      byte 4    status · byte 5 what happens at a suspension · byte 6 notice that the program has not taken · byte 7 kind
 *      byte 8    session: how often it was established, 4 bytes
 *      byte 12   checkpoint that makes the request durable, 4 bytes
 *      byte 16   request id, 8 bytes
 *      byte 24   term asked for, milliseconds as a float, 8 bytes
 *      byte 32   expiration, microseconds on Java's clock as a float, 8 bytes
 *      byte 40   the grantor's own number of it, 8 bytes
 *      byte 48   generation of the exporting process, 4 bytes
 *      byte 52   length of the name · byte 53 length of the terms
 *      byte 56   name, 72 bytes at most · byte 128 terms, 128 bytes at most
 *
 * All little endian.
 */
import { assert } from "../base/index.ts";

export const LEASE_RECORD_BYTES = 256;
export const LEASE_NAME_BYTES_MAX = 72;
export const LEASE_TERMS_BYTES_MAX = 128;

/**
 * ASKED: the request may be with the grantor. CANCELLING: the cancellation may be. EXPIRING, PARKING: to be given back by a suspension;
 * DORMANT, PARKED: given back. REVIVING: recorded, to be renewed before the process runs; ESTABLISHING: the grantor does not know it, asked
 * anew. LOST: could not be established. EXPORTED: not a lease, a service of this process.
 */
export type LeaseStatus =
  | "ASKED"
  | "GRANTED"
  | "CANCELLING"
  | "EXPIRING"
  | "PARKING"
  | "DORMANT"
  | "PARKED"
  | "ESTABLISHING"
  | "REVIVING"
  | "LOST"
  | "EXPORTED";
const STATUSES: readonly LeaseStatus[] = [
  "ASKED",
  "GRANTED",
  "CANCELLING",
  "EXPIRING",
  "PARKING",
  "DORMANT",
  "PARKED",
  "ESTABLISHING",
  "REVIVING",
  "LOST",
  "EXPORTED",
];

/** `cancel`: given back at the grantor. `park`: somebody renews it meanwhile. `keep`: it is left to run out. */
export type SuspensionPolicy = "cancel" | "park" | "keep";
export const SUSPENSION_POLICIES: readonly SuspensionPolicy[] = ["cancel", "park", "keep"];

/** What the program has to be told: nothing, established again, lost. */
export type LeaseNotice = "none" | "established" | "lost";
const NOTICES: readonly LeaseNotice[] = ["none", "established", "lost"];

/** Who grants: the device itself, a process of the device, another machine. */
export type LeaseKind = "system" | "local" | "remote";
const KINDS: readonly LeaseKind[] = ["system", "local", "remote"];

export interface Lease {
  /** Never used twice by a process. */
  readonly number: number;
  readonly kind: LeaseKind;
  /** Of the service: "pin/3", "local/log", "remote/printer". */
  readonly name: string;
  /** What the service needs to be set up as it was. */
  readonly terms: Uint8Array;
  readonly policy: SuspensionPolicy;
  readonly status: LeaseStatus;
  readonly notice: LeaseNotice;
  /** How often it was established; whoever uses it over a restore sees another number. */
  readonly session: number;
  /** Committed before the request leaves the device, so that a lost reply can be cleaned up. */
  readonly request: bigint;
  /** Number of the checkpoint that makes the request id, or the cancellation, durable. */
  readonly durableAt: number;
  /** Term asked for, milliseconds; infinite for `Lease.FOREVER`, negative for `Lease.ANY`. */
  readonly askedMillis: number;
  /** Microseconds on Java's clock. */
  readonly expirationMicros: number;
  readonly grantorLease: bigint;
  /** Of a local service: the generation of the process that exports it. */
  readonly peerGeneration: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function encodeLease(lease: Lease): Uint8Array {
  const bytes = new Uint8Array(LEASE_RECORD_BYTES);
  const view = new DataView(bytes.buffer);
  const name = encoder.encode(lease.name);
  assert(name.length <= LEASE_NAME_BYTES_MAX, "the name of a service is too long");
  assert(lease.terms.length <= LEASE_TERMS_BYTES_MAX, "the terms of a lease are too long");
  view.setUint32(0, lease.number, true);
  bytes[4] = STATUSES.indexOf(lease.status);
  bytes[5] = SUSPENSION_POLICIES.indexOf(lease.policy);
  bytes[6] = NOTICES.indexOf(lease.notice);
  bytes[7] = KINDS.indexOf(lease.kind);
  view.setUint32(8, lease.session, true);
  view.setUint32(12, lease.durableAt, true);
  view.setBigUint64(16, lease.request, true);
  view.setFloat64(24, lease.askedMillis, true);
  view.setFloat64(32, lease.expirationMicros, true);
  view.setBigUint64(40, lease.grantorLease, true);
  view.setUint32(48, lease.peerGeneration, true);
  bytes[52] = name.length;
  bytes[53] = lease.terms.length;
  bytes.set(name, 56);
  bytes.set(lease.terms, 128);
  return bytes;
}

/** Undefined for a free slot. */
export function decodeLease(bytes: Uint8Array): Lease | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = view.getUint32(0, true);
  if (number === 0) return undefined;
  return {
    number,
    status: STATUSES[bytes[4] ?? 0] ?? "LOST",
    policy: SUSPENSION_POLICIES[bytes[5] ?? 0] ?? "cancel",
    notice: NOTICES[bytes[6] ?? 0] ?? "none",
    kind: KINDS[bytes[7] ?? 0] ?? "system",
    session: view.getUint32(8, true),
    durableAt: view.getUint32(12, true),
    request: view.getBigUint64(16, true),
    askedMillis: view.getFloat64(24, true),
    expirationMicros: view.getFloat64(32, true),
    grantorLease: view.getBigUint64(40, true),
    peerGeneration: view.getUint32(48, true),
    name: decoder.decode(bytes.subarray(56, 56 + (bytes[52] ?? 0))),
    terms: bytes.slice(128, 128 + (bytes[53] ?? 0)),
  };
}
