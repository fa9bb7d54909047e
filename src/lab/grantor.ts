/**
 * A grantor that answers as etcd's v3 JSON interface does: leases with their times to live, keys and values put under them. A function of
 * the requests and of its clock; it keeps everything in memory. `/v3/lease/park` is our own: the lease is renewed for an hour without anybody asking.
 */
import { SeededRandom } from "../base/index.ts";

export interface GrantorAnswer {
  readonly status: number;
  readonly body: string;
}

export interface GrantorOptions {
  /** The clock, milliseconds. */
  readonly clockMillis: () => number;
  /** Grants no longer terms than this. Seconds. */
  readonly termSecondsMax?: number;
}

export interface GrantedLease {
  readonly id: string;
  readonly seconds: number;
  readonly expirationMillis: number;
}

interface Held {
  seconds: number;
  expirationMillis: number;
}

interface Kept {
  readonly value: string;
  readonly lease: string;
}

const PARKED_MILLIS = 3_600_000;
/** gRPC codes and the statuses that etcd's gateway makes of them. */
const NOT_FOUND: GrantorAnswer = error(404, 5, "etcdserver: requested lease not found");
const EXISTS: GrantorAnswer = error(412, 9, "etcdserver: lease already exists");

export class Grantor {
  readonly #options: GrantorOptions;
  readonly #leases = new Map<string, Held>();
  /** By the key in base 64. */
  readonly #keys = new Map<string, Kept>();
  readonly #random = new SeededRandom(1);
  #revision = 1;

  constructor(options: GrantorOptions) {
    this.#options = options;
  }

  /** Leases that have not run out. */
  get leases(): readonly GrantedLease[] {
    this.#expire();
    return [...this.#leases].map(([id, held]) => ({ id, ...held }));
  }

  /** Values under leases, as they were put: base 64. */
  get values(): readonly string[] {
    this.#expire();
    return [...this.#keys.values()].map(({ value }) => value);
  }

  /** The answer to a POST. */
  answer(path: string, body: string): GrantorAnswer {
    this.#expire();
    const request = fields(body);
    if (request === undefined) return error(400, 3, "the body is no JSON object");
    switch (path) {
      case "/v3/lease/grant":
        return this.#grant(request);
      case "/v3/lease/keepalive":
        return this.#keepAlive(textOf(request, "ID"));
      case "/v3/lease/revoke":
      case "/v3/kv/lease/revoke":
        return this.#revoke(textOf(request, "ID"));
      case "/v3/lease/timetolive":
      case "/v3/kv/lease/timetolive":
        return this.#timeToLive(textOf(request, "ID"));
      case "/v3/lease/leases":
        return this.#ok({ leases: [...this.#leases.keys()].map((ID) => ({ ID })) });
      case "/v3/lease/park":
        return this.#park(textOf(request, "ID"));
      case "/v3/kv/put":
        return this.#put(request);
      case "/v3/kv/range":
        return this.#range(request);
      case "/v3/kv/deleterange":
        return this.#deleteRange(request);
      default:
        return error(404, 5, "Not Found");
    }
  }

  #grant(request: Fields): GrantorAnswer {
    const asked = Number(textOf(request, "TTL"));
    if (!Number.isSafeInteger(asked) || asked <= 0) return error(400, 3, "etcdserver: too small lease TTL");
    const given = textOf(request, "ID");
    const id = given === "0" ? String(this.#random.nextUint32() + 1) : given;
    if (!/^[1-9][0-9]*$/.test(id)) return error(400, 3, "the ID is no number");
    if (this.#leases.has(id)) return EXISTS;
    const seconds = Math.min(asked, this.#options.termSecondsMax ?? asked);
    this.#leases.set(id, { seconds, expirationMillis: this.#now + seconds * 1000 });
    return this.#ok({ ID: id, TTL: String(seconds) });
  }

  #keepAlive(id: string): GrantorAnswer {
    const held = this.#leases.get(id);
    if (held === undefined) return this.#ok({ result: { ID: id } });
    held.expirationMillis = this.#now + held.seconds * 1000;
    return this.#ok({ result: { ID: id, TTL: String(held.seconds) } });
  }

  #revoke(id: string): GrantorAnswer {
    if (!this.#leases.has(id)) return NOT_FOUND;
    this.#drop(id);
    return this.#ok({});
  }

  #timeToLive(id: string): GrantorAnswer {
    const held = this.#leases.get(id);
    if (held === undefined) return this.#ok({ ID: id, TTL: "-1" });
    const left = Math.max(1, Math.round((held.expirationMillis - this.#now) / 1000));
    return this.#ok({ ID: id, TTL: String(left), grantedTTL: String(held.seconds) });
  }

  #park(id: string): GrantorAnswer {
    const held = this.#leases.get(id);
    if (held === undefined) return NOT_FOUND;
    held.expirationMillis = Math.max(held.expirationMillis, this.#now + PARKED_MILLIS);
    return this.#ok({ ID: id });
  }

  #put(request: Fields): GrantorAnswer {
    const lease = textOf(request, "lease");
    const key = textOf(request, "key");
    if (!isBase64(key)) return error(400, 3, "etcdserver: key is not provided");
    if (lease !== "0" && !this.#leases.has(lease)) return NOT_FOUND;
    const value = typeof request["value"] === "string" ? request["value"] : "";
    this.#keys.set(key, { value, lease });
    this.#revision++;
    return this.#ok({});
  }

  #range(request: Fields): GrantorAnswer {
    if (!isBase64(textOf(request, "key"))) return error(400, 3, "etcdserver: key is not provided");
    const kvs = this.#keysIn(request).map(([key, { value, lease }]) => ({ key, value, lease }));
    return this.#ok(kvs.length === 0 ? {} : { kvs, count: String(kvs.length) });
  }

  #deleteRange(request: Fields): GrantorAnswer {
    if (!isBase64(textOf(request, "key"))) return error(400, 3, "etcdserver: key is not provided");
    const keys = this.#keysIn(request);
    for (const [key] of keys) this.#keys.delete(key);
    if (keys.length > 0) this.#revision++;
    return this.#ok(keys.length === 0 ? {} : { deleted: String(keys.length) });
  }

  /** In the order of the keys' bytes, which base 64 hides. */
  #keysIn(request: Fields): [string, Kept][] {
    const from = decoded(textOf(request, "key"));
    const to = request["range_end"] === undefined ? undefined : decoded(textOf(request, "range_end"));
    return [...this.#keys]
      .filter(([key]) =>
        to === undefined ? decoded(key) === from : decoded(key) >= from && decoded(key) < to,
      )
      .sort(([left], [right]) => (decoded(left) < decoded(right) ? -1 : 1));
  }

  #drop(id: string): void {
    this.#leases.delete(id);
    for (const [key, { lease }] of this.#keys) if (lease === id) this.#keys.delete(key);
    this.#revision++;
  }

  #expire(): void {
    for (const [id, { expirationMillis }] of this.#leases) if (expirationMillis <= this.#now) this.#drop(id);
  }

  get #now(): number {
    return this.#options.clockMillis();
  }

  #ok(fields: Readonly<Record<string, unknown>>): GrantorAnswer {
    const header = { cluster_id: "1", member_id: "1", revision: String(this.#revision), raft_term: "1" };
    return { status: 200, body: JSON.stringify({ header, ...fields }) };
  }
}

type Fields = Readonly<Record<string, unknown>>;

function fields(body: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

/** A field that is a text, or a number, as JSON of 64-bit numbers may be either; "0" where it is absent. */
function textOf(request: Fields, name: string): string {
  const value = request[name];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "0";
}

function isBase64(text: string): boolean {
  return text.length > 0 && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}

/** The bytes as characters; nothing for what is no base 64. */
function decoded(base64: string): string {
  return isBase64(base64) ? atob(base64) : "";
}

function error(status: number, code: number, message: string): GrantorAnswer {
  return { status, body: JSON.stringify({ error: message, code, message }) };
}
