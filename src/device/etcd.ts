/**
 * etcd's v3 JSON interface (https://etcd.io/docs/v3.4/dev-guide/api_grpc_gateway/), as conversations: each `yield` is a POST, and is answered by
 * its reply. A lease has the request id as its ID, so that asking again grants nothing twice. Numbers of 64 bits are strings.
 */
import { fromBase64, toBase64 } from "./base64.ts";
import type { LinkReply } from "./link.ts";
import type { CancelAnswer, GrantAnswer, Lease, UseAnswer } from "../process/index.ts";

export interface Post {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Conversation<Answer> = Generator<Post, Answer, LinkReply>;

/** Longest term that is asked for, and the one for who leaves it to the grantor. Seconds. */
const TERM_SECONDS_MAX = 3600;
const ANY_TERM_SECONDS = 60;

type Json = Readonly<Record<string, unknown>>;
type Heard =
  | { readonly kind: "json"; readonly json: Json }
  | { readonly kind: "error"; readonly why: string }
  | { readonly kind: "failed"; readonly why: string };

const encoder = new TextEncoder();
const NOT_FOUND = /lease not found/;
const EXISTS = /lease already exists/;

export function* grantLease(lease: Lease): Conversation<Exclude<GrantAnswer, "wait">> {
  const id = String(lease.request);
  const heard = hear(
    yield { path: "/v3/lease/grant", body: { ID: id, TTL: String(secondsOf(lease.askedMillis)) } },
  );
  let seconds: number | undefined;
  if (heard.kind === "error" && EXISTS.test(heard.why)) seconds = yield* leftOf(id);
  else if (heard.kind === "error") return { kind: "denied", why: heard.why };
  else if (heard.kind === "failed") return heard;
  else if (typeof heard.json["error"] === "string" && heard.json["error"] !== "")
    return { kind: "denied", why: heard.json["error"] };
  else if (heard.json["ID"] === id) seconds = secondsIn(heard.json);
  if (seconds === undefined) return nonsense("a grant");
  const put = yield* putRecord(lease, lease.terms);
  if (put.kind !== "done") return { kind: "failed", why: put.why };
  return { kind: "granted", millis: seconds * 1000, grantorLease: lease.request };
}

/** What is left of a lease that is there already: seconds. */
function* leftOf(id: string): Conversation<number | undefined> {
  const heard = hear(yield { path: "/v3/lease/timetolive", body: { ID: id } });
  return heard.kind === "json" ? secondsIn(heard.json) : undefined;
}

/** The term begins anew, with the length of the grant: etcd knows no other. */
export function* renewLease(lease: Lease): Conversation<Exclude<GrantAnswer, "wait">> {
  const heard = hear(yield { path: "/v3/lease/keepalive", body: { ID: String(lease.request) } });
  if (heard.kind === "failed") return heard;
  if (heard.kind === "error")
    return { kind: NOT_FOUND.test(heard.why) ? "unknown" : "denied", why: heard.why };
  const { result } = heard.json;
  if (!isJson(result) || result["ID"] !== String(lease.request)) return nonsense("a renewal");
  const seconds = secondsIn(result);
  if (seconds === undefined)
    return { kind: "unknown", why: `the grantor does not know lease ${lease.number} (${lease.name})` };
  return { kind: "granted", millis: seconds * 1000 };
}

/** Its records go with it. */
export function* revokeLease(lease: Lease): Conversation<Exclude<CancelAnswer, "wait">> {
  const heard = hear(yield { path: "/v3/lease/revoke", body: { ID: String(lease.request) } });
  if (heard.kind === "json" || (heard.kind === "error" && NOT_FOUND.test(heard.why))) return { kind: "done" };
  return { kind: "failed", why: heard.why };
}

/** Not etcd's: our own grantor renews a lease for a while if it is asked to. */
export function* parkLease(lease: Lease): Conversation<Exclude<CancelAnswer, "wait">> {
  const heard = hear(yield { path: "/v3/lease/park", body: { ID: String(lease.request) } });
  return heard.kind === "json" ? { kind: "done" } : { kind: "failed", why: heard.why };
}

/**
 *      P…  puts the record of this lease      G  answers it      L  answers those of all who hold the service, each after 2 bytes of length
 */
export function* useService(lease: Lease, bytes: Uint8Array): Conversation<Exclude<UseAnswer, "wait">> {
  switch (String.fromCharCode(bytes[0] ?? 0)) {
    case "P":
      return yield* putRecord(lease, bytes.subarray(1));
    case "G":
      return yield* records(lease, { key: keyOf(lease) }, (values) => values[0] ?? new Uint8Array(0));
    case "L": {
      const from = `${serviceKey(lease)}/`;
      const to = `${serviceKey(lease)}0`;
      return yield* records(lease, { key: base64(from), range_end: base64(to) }, joined);
    }
    default:
      return { kind: "refused", why: "a remote service is asked to Put, Get or List" };
  }
}

function* putRecord(lease: Lease, value: Uint8Array): Conversation<Exclude<UseAnswer, "wait">> {
  const heard = hear(
    yield {
      path: "/v3/kv/put",
      body: { key: keyOf(lease), value: toBase64(value), lease: String(lease.request) },
    },
  );
  if (heard.kind === "json") return { kind: "done", bytes: new Uint8Array(0) };
  if (heard.kind === "failed") return heard;
  return { kind: NOT_FOUND.test(heard.why) ? "unknown" : "failed", why: heard.why };
}

function* records(
  lease: Lease,
  body: Json,
  pick: (values: readonly Uint8Array[]) => Uint8Array,
): Conversation<Exclude<UseAnswer, "wait">> {
  const heard = hear(yield { path: "/v3/kv/range", body });
  if (heard.kind !== "json") return { kind: "failed", why: heard.why };
  const kvs: unknown = heard.json["kvs"] ?? [];
  const values = Array.isArray(kvs) ? kvs.map((kv) => (isJson(kv) ? valueOf(kv) : undefined)) : [undefined];
  if (values.includes(undefined)) return nonsense(`records of ${lease.name}`);
  return { kind: "done", bytes: pick(values.filter((value) => value !== undefined)) };
}

function valueOf(kv: Json): Uint8Array | undefined {
  const value = kv["value"] ?? "";
  return typeof value === "string" ? fromBase64(value) : undefined;
}

function joined(values: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value.length >> 8, value.length & 255, ...value]));
}

function serviceKey({ name }: Lease): string {
  return `dormouse/${name.slice(name.indexOf("/") + 1)}`;
}

function keyOf(lease: Lease): string {
  return base64(`${serviceKey(lease)}/${lease.request.toString(16)}`);
}

function base64(text: string): string {
  return toBase64(encoder.encode(text));
}

function hear(reply: LinkReply): Heard {
  if (reply.kind === "failed") return reply;
  const json = parsed(reply.body);
  if (json === undefined) return nonsense("an answer");
  if (reply.status === 200) return { kind: "json", json };
  const why = json["message"] ?? json["error"];
  if (reply.status >= 500 || typeof why !== "string")
    return { kind: "failed", why: `the grantor answers with status ${reply.status}` };
  return { kind: "error", why };
}

/** The body of an answer; undefined where it is no object. */
function parsed(body: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Of a TTL that is a number above 0. */
function secondsIn(json: Json): number | undefined {
  const { TTL } = json;
  const seconds = typeof TTL === "string" && /^[1-9][0-9]{0,9}$/.test(TTL) ? Number(TTL) : undefined;
  return seconds;
}

function secondsOf(millis: number): number {
  if (millis < 0) return ANY_TERM_SECONDS;
  return Math.min(TERM_SECONDS_MAX, Math.max(1, Math.ceil(millis / 1000)));
}

function nonsense(what: string): { readonly kind: "failed"; readonly why: string } {
  return { kind: "failed", why: `the grantor answers nonsense to ${what}` };
}
