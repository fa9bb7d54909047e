/** What a program wants to hear of its life cycle and can ask for; kept in one word of the header. */
import type { ServiceAnswer, ServiceCall } from "../vm/index.ts";
import { STATUS, waitFor } from "./broker-calls.ts";
import type { ProcessHeader } from "./header.ts";

/** Somebody in the program waits for events. · Not told yet: who asks for its suspension, what a restore was. · It asks for its suspension. */
const BIT = { HOOKED: 1, ASKED: 2, WANTED: 4, RESUMED: 8, RECOVERED: 16 } as const;

/** Events in the order in which they are told, as `dormouse.lifecycle` numbers them. */
const EVENTS: readonly (readonly [bit: number, event: number])[] = [
  [BIT.RECOVERED, 2],
  [BIT.RESUMED, 1],
  [BIT.ASKED, 3],
];

export class LifeCycle {
  readonly #header: ProcessHeader;

  constructor(header: ProcessHeader) {
    this.#header = header;
  }

  /** The next event, when there is one. */
  await(): ServiceAnswer {
    this.#set(BIT.HOOKED);
    for (const [bit, event] of EVENTS) {
      if (!this.#has(bit)) continue;
      this.#clear(bit);
      return { kind: "done", status: STATUS.OK, bytes: Uint8Array.of(event) };
    }
    return waitFor(1, false);
  }

  /** Ends after the resumption: the first commit of the suspension holds the call under way, and that nobody wants it any more. */
  suspendSelf({ progress }: ServiceCall): ServiceAnswer {
    if (progress === 0) this.#set(BIT.WANTED);
    return this.#has(BIT.WANTED) ? waitFor(1, true) : { kind: "done", status: STATUS.OK };
  }

  /** Whether the program asks for its suspension. */
  get isSuspensionWanted(): boolean {
    return this.#has(BIT.WANTED);
  }

  /** Lets the program know that somebody asks for its suspension; false: it does not want to know. */
  askSuspension(): boolean {
    if (!this.#has(BIT.HOOKED)) return false;
    this.#set(BIT.ASKED);
    return true;
  }

  /** A suspension begins: what was asked is done. */
  noteSuspension(): void {
    this.#clear(BIT.ASKED | BIT.WANTED);
  }

  /** For who wants to hear of it. What follows a resumption that was not told yet is no recovery. */
  noteRestore(how: "resumed" | "recovered"): void {
    if (!this.#has(BIT.HOOKED) || this.#has(BIT.RESUMED)) return;
    this.#set(how === "resumed" ? BIT.RESUMED : BIT.RECOVERED);
  }

  #has(bits: number): boolean {
    return (this.#header.lifeCycle & bits) !== 0;
  }

  #set(bits: number): void {
    this.#header.lifeCycle |= bits;
  }

  #clear(bits: number): void {
    if (this.#has(bits)) this.#header.lifeCycle &= ~bits;
  }
}
