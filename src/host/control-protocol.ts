/**
 * What is said over a device's control socket: one request, one reply, each a line of JSON of 16 KiB at most; then the connection is closed.
 *
 *      {"command":"suspend","process":1}  →  {"ok":{}}  or  {"error":{"what":…,"where":…,"whatToDo":…,"exitStatus":64}}
 */
import { EXIT, UserError } from "../base/index.ts";
import type { Management } from "../device/index.ts";
import type { KeptState, Lease, ProcessSummary } from "../process/index.ts";

export const LINE_BYTES_MAX = 16_384;

export type ControlRequest =
  | { readonly command: "ps" | "states" | "leases" }
  | { readonly command: "suspend" | "stop"; readonly process: number }
  /** With a state: from there, whatever the process is now. */
  | {
      readonly command: "resume";
      readonly process: number;
      readonly state?: number;
      readonly later?: "keep" | "drop";
    }
  | {
      readonly command: "rollback";
      readonly process: number;
      readonly state: number;
      readonly later: "keep" | "drop";
      readonly wholeDevice: boolean;
    }
  | { readonly command: "keep"; readonly process?: number; readonly name: string }
  | { readonly command: "forget"; readonly process: number; readonly state: number };

/** A process as `ps` lists it. */
export type ListedProcess = Omit<ProcessSummary, "leases" | "holdsOutput"> & { readonly leases: number };

/** A lease as a report gives it; times in milliseconds on Java's clock. */
export interface ListedLease {
  readonly process: number;
  readonly generation: number;
  readonly lease: number;
  readonly service: string;
  readonly kind: Lease["kind"];
  readonly status: Lease["status"];
  readonly atSuspension: Lease["policy"];
  readonly session: number;
  readonly askedMillis: number | "forever";
  readonly expirationMillis: number | "forever";
  readonly request: string;
  readonly termsBytes: number;
}

export interface ControlReply {
  readonly processes?: readonly ListedProcess[];
  readonly states?: readonly KeptState[];
  readonly leases?: readonly ListedLease[];
  readonly state?: number;
}

/** Throws `UserError` for a line that is no request. */
export function parseRequest(line: string): ControlRequest {
  const value = jsonOf(line);
  const fields = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const { command, name, later = "drop", wholeDevice = false } = fields;
  const process = numberOf(fields.process);
  const state = numberOf(fields.state);
  switch (command) {
    case "ps":
    case "states":
    case "leases":
      return { command };
    case "suspend":
    case "stop":
      if (process !== undefined) return { command, process };
      break;
    case "resume":
      if (process === undefined || (fields.state !== undefined && state === undefined)) break;
      if (later === "keep" || later === "drop")
        return { command, process, ...(state !== undefined && { state, later }) };
      break;
    case "rollback":
      if (process === undefined || state === undefined || typeof wholeDevice !== "boolean") break;
      if (later === "keep" || later === "drop") return { command, process, state, later, wholeDevice };
      break;
    case "keep":
      if (typeof name !== "string" || (fields.process !== undefined && process === undefined)) break;
      return process === undefined ? { command, name } : { command, process, name };
    case "forget":
      if (process !== undefined && state !== undefined) return { command, process, state };
      break;
    default:
      throw badRequest("it has no command that is known");
  }
  throw badRequest(`${String(command)} lacks a field, or one is of the wrong type`);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw badRequest("it is no JSON");
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

export function badRequest(why: string): UserError {
  return new UserError({
    what: `the request cannot be understood: ${why}`,
    where: "control socket",
    whatToDo: "send one line of JSON as docs/network.md says, or use the commands of dormouse",
    exitStatus: EXIT.usage,
  });
}

/** Does what the request says, to a device that is on or off. */
export function perform(management: Management, request: ControlRequest): ControlReply {
  switch (request.command) {
    case "ps":
      return { processes: management.list().map(listed) };
    case "states":
      return { states: management.states() };
    case "leases":
      return { leases: management.list().flatMap((one) => one.leases.map((lease) => leaseOf(one, lease))) };
    case "suspend":
    case "stop":
      management[request.command](request.process);
      return {};
    case "resume":
      resume(management, request);
      return {};
    case "rollback":
      management.rollback(request);
      return {};
    case "keep":
      return { state: management.keep(request.process, request.name) };
    case "forget":
      management.forget(request.process, request.state);
      return {};
  }
}

function resume(
  management: Management,
  { process, state, later = "drop" }: Extract<ControlRequest, { command: "resume" }>,
): void {
  if (state !== undefined) management.rollback({ process, state, later, wholeDevice: false });
  const now = management.list().find((one) => one.process === process)?.status;
  if (state === undefined || now === "SUSPENDED") management.resume(process);
}

function listed({ leases, holdsOutput: _holds, ...rest }: ProcessSummary): ListedProcess {
  return { ...rest, leases: leases.length };
}

function leaseOf({ process, generation }: ProcessSummary, lease: Lease): ListedLease {
  const { number, name, kind, status, policy, session, askedMillis, expirationMicros } = lease;
  return {
    ...{ process, generation, lease: number, service: name, kind, status, atSuspension: policy, session },
    askedMillis: Number.isFinite(askedMillis) ? askedMillis : "forever",
    expirationMillis: Number.isFinite(expirationMicros) ? Math.floor(expirationMicros / 1000) : "forever",
    request: lease.request.toString(16),
    termsBytes: lease.terms.length,
  };
}
