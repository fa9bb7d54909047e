/** The way to a grantor on another machine: requests go out, replies are fetched when they have come. Below `host` nobody waits. */

export type LinkReply =
  | { readonly kind: "reply"; readonly status: number; readonly body: string }
  /** No connection, or no reply in time. */
  | { readonly kind: "failed"; readonly why: string };

export interface Link {
  /**
   * Whether the other side lives in real time. Idle device time is then slept for real, and the link itself says `failed` when no reply
   * comes; otherwise calls give up by device time.
   */
  readonly isReal: boolean;
  /** A number that tells this device from others at the grantor, from 1 to 2^24 - 1. Asked once per process, then committed. */
  readonly identity: number;
  /** Sends a JSON body by POST; `id` names the reply. */
  post(id: number, path: string, body: string): void;
  /** The reply, once; undefined while there is none. */
  take(id: number): LinkReply | undefined;
  /** Nobody waits for the reply any more. */
  forget(id: number): void;
  /** Whether a reply has come that nobody has taken. */
  hasNews(): boolean;
}
