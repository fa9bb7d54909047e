/** The thread that holds the connection to a remote store, while the device's own thread waits. */
import { workerData } from "node:worker_threads";
import type { MessagePort } from "node:worker_threads";
import { LinkLost, Refused } from "./connection.ts";
import { NbdLink } from "./link.ts";
import type { LinkRange, LinkWrite } from "./link.ts";
import type { NbdAddress } from "./uri.ts";
import type { ExportInfo } from "./wire.ts";

/** What the worker is given. `answered` is one word: 1 once an answer lies in `port`. */
export interface NbdWorkerData {
  readonly address: NbdAddress;
  readonly patienceMillis: number;
  readonly port: MessagePort;
  readonly answered: Int32Array;
}

export type NbdOrder =
  | { readonly kind: "open" | "flush" | "close" }
  | { readonly kind: "read"; readonly ranges: readonly LinkRange[] }
  | { readonly kind: "write"; readonly writes: readonly LinkWrite[] };

export type NbdAnswer =
  | {
      readonly kind: "done";
      readonly info?: ExportInfo;
      readonly bytes?: readonly Uint8Array[];
      readonly reconnections: number;
    }
  | { readonly kind: "lost" | "refused"; readonly what: string };

const { address, patienceMillis, port, answered } = workerData as NbdWorkerData;
const link = new NbdLink(address, patienceMillis);

async function perform(order: NbdOrder): Promise<Partial<NbdAnswer>> {
  switch (order.kind) {
    case "open":
      return { info: await link.open() };
    case "read":
      return { bytes: await link.read(order.ranges) };
    case "write":
      await link.write(order.writes);
      return {};
    case "flush":
      await link.flush();
      return {};
    case "close":
      link.close();
      return {};
  }
}

async function answer(order: NbdOrder): Promise<NbdAnswer> {
  try {
    return { kind: "done", ...(await perform(order)), reconnections: link.reconnections } as NbdAnswer;
  } catch (error) {
    if (error instanceof Refused) return { kind: "refused", what: error.message };
    if (error instanceof LinkLost) return { kind: "lost", what: error.message };
    throw error;
  }
}

port.on("message", (order: NbdOrder) => {
  void answer(order).then((result) => {
    port.postMessage(result);
    Atomics.store(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
});
