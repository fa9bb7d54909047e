import { MessageChannel, Worker, receiveMessageOnPort } from "node:worker_threads";
import type { MessagePort } from "node:worker_threads";
import { EXIT, UserError } from "../../base/index.ts";
import type { BlockDevice, DiskRange, DiskWrite } from "../../store/index.ts";
import { parseNbdUri } from "./uri.ts";
import type { NbdAnswer, NbdOrder, NbdWorkerData } from "./worker.ts";
import { exportFlag } from "./wire.ts";
import type { ExportInfo } from "./wire.ts";

/** How long a device stalls for its store before it gives up. */
const patienceMillisUsual = 30_000;
/** Beyond the worker's own patience only a worker that died keeps silent. */
const silenceMillis = 60_000;

/**
 * A disk that an NBD server exports. The floors below the host are synchronous, so the calling thread waits (`Atomics.wait`) while a worker
 * sends, receives, and connects anew. Every method throws `UserError` when the server refuses, or stays away for longer than the patience; what was
 * flushed by then is durable there, and the device is as after a power cut.
 */
export class NbdDisk implements BlockDevice {
  readonly byteCount: number;
  readonly blockBytes: number;
  readonly requestBytesMax: number;
  readonly hasDurableWrites: boolean;
  /** Connections after the first. */
  reconnections = 0;
  readonly #uri: string;
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #answered = new Int32Array(new SharedArrayBuffer(4));
  readonly #silenceMillis: number;

  /** Connects. `uri`: `parseNbdUri`. */
  constructor(uri: string, patienceMillis = patienceMillisUsual) {
    this.#uri = uri;
    this.#silenceMillis = patienceMillis + silenceMillis;
    const address = parseNbdUri(uri);
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const workerData: NbdWorkerData = { address, patienceMillis, port: port2, answered: this.#answered };
    this.#worker = new Worker(new URL("./worker.js", import.meta.url), { workerData, transferList: [port2] });
    this.#worker.unref();
    const info = this.#open();
    this.byteCount = info.byteCount;
    this.blockBytes = info.blockBytesMin;
    this.requestBytesMax = info.requestBytesMax;
    this.hasDurableWrites = (info.flags & exportFlag.sendFua) !== 0;
  }

  read(ranges: readonly DiskRange[]): void {
    const asked = ranges.map(({ address, into }) => ({ address, byteCount: into.length }));
    const { bytes } = this.#ask({ kind: "read", ranges: asked });
    for (const [index, { into }] of ranges.entries()) into.set(bytes?.[index] ?? new Uint8Array(into.length));
  }

  write(requests: readonly DiskWrite[]): void {
    this.#ask({ kind: "write", writes: requests });
  }

  flush(): void {
    this.#ask({ kind: "flush" });
  }

  /** Says good-bye. What was not flushed is the server's to keep or to lose. */
  close(): void {
    this.#ask({ kind: "close" });
    this.#end();
  }

  #end(): void {
    this.#port.close();
    void this.#worker.terminate();
  }

  #open(): ExportInfo {
    try {
      const { info } = this.#ask({ kind: "open" });
      if (info === undefined) throw this.#failed("the server did not say what it exports", EXIT.unavailable);
      return info;
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  #ask(order: NbdOrder): Extract<NbdAnswer, { kind: "done" }> {
    Atomics.store(this.#answered, 0, 0);
    this.#port.postMessage(order);
    Atomics.wait(this.#answered, 0, 0, this.#silenceMillis);
    const message = receiveMessageOnPort(this.#port) as { message: NbdAnswer } | undefined;
    if (message === undefined) throw this.#failed("the worker for the store does not answer", EXIT.software);
    const answer = message.message;
    if (answer.kind === "done") {
      this.reconnections = answer.reconnections;
      return answer;
    }
    throw this.#failed(answer.what, answer.kind === "lost" ? EXIT.tryAgain : EXIT.unavailable);
  }

  #failed(what: string, exitStatus: number): UserError {
    const whatToDo =
      exitStatus === EXIT.tryAgain
        ? "look after the server and boot again: the device goes on from its last checkpoint"
        : "serve an export that can be written, with FLUSH";
    return new UserError({ what, where: this.#uri, whatToDo, exitStatus });
  }
}
