/** What a program and its broker say to one another: numbers, and bytes in Java's order. `dormouse.service.Broker` is the other end. */
import type { ServiceAnswer, ServiceCall } from "../vm/index.ts";
import { LEASE_NAME_BYTES_MAX, LEASE_TERMS_BYTES_MAX, SUSPENSION_POLICIES } from "./lease.ts";
import type { Lease } from "./lease.ts";

export const SERVICE = {
  ASK: 1,
  RENEW: 2,
  CANCEL: 3,
  INFO: 4,
  USE: 5,
  EXPORT: 6,
  ACCEPT: 7,
  REPLY: 8,
  NOTICE: 9,
  AWAIT: 10,
  SUSPEND: 11,
} as const;

/** How a call ended; behind all but OK comes a text that says why. */
export const STATUS = { OK: 0, DENIED: 1, UNKNOWN: 2, FAILED: 3, REFUSED: 4 } as const;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const FOREVER = 2n ** 63n - 1n;

export function done(status: number, why = ""): ServiceAnswer {
  return { kind: "done", status, bytes: encoder.encode(why) };
}

export function waitFor(progress: number, commitFirst: boolean): ServiceAnswer {
  return { kind: "wait", progress: Math.max(1, progress), commitFirst };
}

/** Byte 0 the number, 4 the expiration in milliseconds since 1970, 12 the session, 16 whether it is lost. */
export function info(lease: Lease, epochMillis: number): ServiceAnswer {
  const view = new DataView(new ArrayBuffer(17));
  view.setUint32(0, lease.number);
  const millis = lease.expirationMicros / 1000 + epochMillis;
  view.setBigInt64(4, Number.isFinite(millis) ? BigInt(Math.floor(millis)) : FOREVER);
  view.setUint32(12, lease.session);
  view.setUint8(16, lease.status === "LOST" ? 1 : 0);
  return { kind: "done", status: STATUS.OK, bytes: new Uint8Array(view.buffer) };
}

/** Byte 0 the policy, 1 the length of the name, 2 the name, then the terms. A text: what is wrong with it. */
export function parseAsk({
  bytes,
  value,
}: ServiceCall): Pick<Lease, "name" | "terms" | "policy" | "askedMillis"> | string {
  const nameBytes = bytes[1] ?? 0;
  const terms = bytes.slice(2 + nameBytes);
  if (nameBytes === 0 || nameBytes > LEASE_NAME_BYTES_MAX)
    return `the name of a service has 1 to ${LEASE_NAME_BYTES_MAX} bytes`;
  if (terms.length > LEASE_TERMS_BYTES_MAX)
    return `the terms of a lease have at most ${LEASE_TERMS_BYTES_MAX} bytes`;
  return {
    name: decoder.decode(bytes.subarray(2, 2 + nameBytes)),
    terms,
    policy: SUSPENSION_POLICIES[bytes[0] ?? 0] ?? "cancel",
    askedMillis: value === FOREVER ? Infinity : Number(value),
  };
}
