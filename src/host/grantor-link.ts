import { randomInt } from "node:crypto";
import { Agent, request } from "node:http";
import { EXIT, UserError } from "../base/index.ts";
import type { Link, LinkReply } from "../device/index.ts";

/** A grantor that has not answered by then does not answer. */
const REPLY_MILLIS_MAX = 5000;
const REPLY_BYTES_MAX = 1 << 20;

/** The way to a grantor with etcd's v3 JSON interface, over HTTP. Replies come while the host looks up between two steps of the device. */
export class HttpGrantorLink implements Link {
  readonly isReal = true;
  readonly identity = randomInt(1, 2 ** 24);
  readonly #host: string;
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });
  readonly #replies = new Map<number, LinkReply>();
  readonly #forgotten = new Set<number>();

  /** `url` is `http://HOST:PORT`. Throws `UserError` for another. */
  constructor(url: string) {
    const match = /^http:\/\/([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])(?::([0-9]{1,5}))?\/?$/.exec(url);
    const port = Number(match?.[2] ?? 2379);
    if (match === null || port < 1 || port > 65535) throw noUrl(url);
    this.#host = (match[1] as string).replace(/^\[|\]$/g, "");
    this.#port = port;
  }

  post(id: number, path: string, body: string): void {
    let isHeard = false;
    const heard = (reply: LinkReply): void => {
      if (!isHeard && !this.#forgotten.delete(id)) this.#replies.set(id, reply);
      isHeard = true;
    };
    const posted = request({
      ...{ host: this.#host, port: this.#port, path, method: "POST", agent: this.#agent },
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      timeout: REPLY_MILLIS_MAX,
    });
    posted.on("timeout", () => posted.destroy(new Error("no answer")));
    posted.on("error", (error: NodeJS.ErrnoException) =>
      heard({ kind: "failed", why: `the grantor cannot be reached (${error.code ?? error.message})` }),
    );
    posted.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        text += piece;
        if (text.length > REPLY_BYTES_MAX) posted.destroy(new Error("the answer is too long"));
      });
      response.on("end", () => heard({ kind: "reply", status: response.statusCode ?? 0, body: text }));
    });
    posted.end(body);
  }

  take(id: number): LinkReply | undefined {
    const reply = this.#replies.get(id);
    this.#replies.delete(id);
    return reply;
  }

  forget(id: number): void {
    if (!this.#replies.delete(id)) this.#forgotten.add(id);
  }

  hasNews(): boolean {
    return this.#replies.size > 0;
  }

  close(): void {
    this.#agent.destroy();
  }
}

function noUrl(url: string): UserError {
  return new UserError({
    what: `"${url}" is no address of a grantor`,
    where: "--grantor",
    whatToDo: "give http://HOST:PORT (etcd listens on port 2379), or start one with `dormouse grantor`",
    exitStatus: EXIT.usage,
  });
}
