import type { Link, LinkReply } from "../device/index.ts";
import type { Grantor } from "./grantor.ts";

/** What becomes of requests: answered; lost on the way there; done, and the answer lost on the way back; no connection; answered with rubbish. */
export type GrantorMood = "answers" | "request-lost" | "reply-lost" | "gone" | "nonsense";

/** A grantor at the other end of a line of the lab: every answer is there at once, or never, as its mood is. */
export class GrantorLink implements Link {
  readonly isReal = false;
  readonly identity: number;
  mood: GrantorMood = "answers";
  /** Told before each request is heard. */
  onPost: ((path: string, body: string) => void) | undefined;
  readonly #grantor: Grantor;
  readonly #replies = new Map<number, LinkReply>();

  constructor(grantor: Grantor, identity = 7) {
    this.#grantor = grantor;
    this.identity = identity;
  }

  post(id: number, path: string, body: string): void {
    this.onPost?.(path, body);
    switch (this.mood) {
      case "answers":
        this.#replies.set(id, { kind: "reply", ...this.#grantor.answer(path, body) });
        return;
      case "reply-lost":
        this.#grantor.answer(path, body);
        return;
      case "gone":
        this.#replies.set(id, { kind: "failed", why: "connection refused" });
        return;
      case "nonsense":
        this.#replies.set(id, { kind: "reply", status: 200, body: '{"ID":17,"TTL":"soon","result":[]}' });
        return;
      case "request-lost":
    }
  }

  take(id: number): LinkReply | undefined {
    const reply = this.#replies.get(id);
    this.#replies.delete(id);
    return reply;
  }

  forget(id: number): void {
    this.#replies.delete(id);
  }

  hasNews(): boolean {
    return this.#replies.size > 0;
  }
}
