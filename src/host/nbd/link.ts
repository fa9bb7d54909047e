import { setTimeout as sleep } from "node:timers/promises";
import { LinkLost, NbdConnection, Refused, RequestFailed, exportProblem } from "./connection.ts";
import type { NbdAddress } from "./uri.ts";
import { command, commandFlag, errorNames, exportFlag } from "./wire.ts";
import type { ExportInfo, NbdRequest } from "./wire.ts";

/** A write of `bytes`, or of so many zeros. */
export interface LinkWrite {
  readonly address: number;
  readonly bytes: Uint8Array | number;
  readonly isDurable: boolean;
}

export interface LinkRange {
  readonly address: number;
  readonly byteCount: number;
}

const firstPauseMillis = 50;
const longestPauseMillis = 2_000;
/** A request that has had no answer for so long is taken for lost, and its connection too. */
const answerMillis = 15_000;
/** Errors of a server that may be gone when one asks again. */
const passingErrors = new Set([5, 12, 28]);
const shutdownError = 108;

/**
 * A connection that is made again when it is lost. What was acknowledged since the last flush is kept and sent again then: the server may have
 * lost its cache with the connection. Whoever waits here waits at most `patienceMillis` from the first failure on.
 */
export class NbdLink {
  readonly #address: NbdAddress;
  readonly #patienceMillis: number;
  #connection: NbdConnection | undefined;
  #info: ExportInfo | undefined;
  readonly #unflushed: LinkWrite[] = [];
  reconnections = 0;

  constructor(address: NbdAddress, patienceMillis: number) {
    this.#address = address;
    this.#patienceMillis = patienceMillis;
  }

  /** The export. Throws as everything here: `Refused` at once, `LinkLost` or `RequestFailed` when patience is over. */
  async open(): Promise<ExportInfo> {
    return this.#persist((connection) => Promise.resolve(connection.info));
  }

  async read(ranges: readonly LinkRange[]): Promise<Uint8Array[]> {
    return this.#persist((connection) =>
      allAnswered(
        ranges.map(({ address: offset, byteCount: length }) =>
          connection.request({ command: command.read, flags: 0, offset, length }),
        ),
      ),
    );
  }

  async write(writes: readonly LinkWrite[]): Promise<void> {
    await this.#persist((connection) => sendAll(connection, writes));
    this.#unflushed.push(...writes.filter(({ isDurable }) => !isDurable));
  }

  async flush(): Promise<void> {
    await this.#persist((connection) =>
      connection.request({ command: command.flush, flags: 0, offset: 0, length: 0 }),
    );
    this.#unflushed.length = 0;
  }

  close(): void {
    this.#connection?.disconnect();
    this.#connection = undefined;
  }

  /** Does the work, again and again where it fails for a while. */
  async #persist<T>(work: (connection: NbdConnection) => Promise<T>): Promise<T> {
    let pause = firstPauseMillis;
    let deadline: number | undefined;
    for (;;) {
      try {
        return await this.#attempt(work);
      } catch (error) {
        if (error instanceof Refused) throw error;
        deadline ??= performance.now() + this.#patienceMillis;
        // An error of one request says nothing against its connection: nothing else is in flight there.
        if (!(error instanceof RequestFailed) || error.error === shutdownError) this.#abandon(error as Error);
        if (
          error instanceof RequestFailed &&
          !passingErrors.has(error.error) &&
          error.error !== shutdownError
        ) {
          throw new Refused(`the server answers ${nameOf(error.error)}`);
        }
        if (performance.now() + pause > deadline) throw this.#overdue(error as Error);
        await sleep(pause);
        pause = Math.min(2 * pause, longestPauseMillis);
      }
    }
  }

  async #attempt<T>(work: (connection: NbdConnection) => Promise<T>): Promise<T> {
    const connection = this.#connection ?? (await this.#connect());
    const timer = setTimeout(
      () => connection.close(new LinkLost(`no answer for ${answerMillis / 1000} s`)),
      answerMillis,
    );
    try {
      return await work(connection);
    } finally {
      clearTimeout(timer);
    }
  }

  async #connect(): Promise<NbdConnection> {
    const connection = await NbdConnection.open(this.#address);
    const problem = exportProblem(connection.info) ?? this.#differs(connection.info);
    if (problem !== undefined) {
      connection.disconnect();
      throw new Refused(problem);
    }
    if (this.#info !== undefined) this.reconnections++;
    this.#info = connection.info;
    // One after the other: later ones may lie over earlier ones.
    for (const write of this.#unflushed) await sendAll(connection, [write]);
    this.#connection = connection;
    return connection;
  }

  #differs(info: ExportInfo): string | undefined {
    const before = this.#info;
    if (before === undefined) return undefined;
    const isSame = before.byteCount === info.byteCount && before.blockBytesMin >= info.blockBytesMin;
    return isSame ? undefined : "the export is another one than before the connection was lost";
  }

  #abandon(error: Error): void {
    this.#connection?.close(error);
    this.#connection = undefined;
  }

  #overdue(error: Error): Error {
    const what =
      error instanceof RequestFailed ? `the server keeps answering ${nameOf(error.error)}` : error.message;
    return new LinkLost(`${what}; given up after ${Math.round(this.#patienceMillis / 1000)} s`);
  }
}

function nameOf(error: number): string {
  return errorNames[error] ?? `error ${error}`;
}

async function sendAll(connection: NbdConnection, writes: readonly LinkWrite[]): Promise<void> {
  const { flags } = connection.info;
  const sent = writes.flatMap(({ address: offset, bytes, isDurable }) => {
    const fua = isDurable && (flags & exportFlag.sendFua) !== 0 ? commandFlag.fua : 0;
    if (typeof bytes !== "number") {
      return [
        connection.request({ command: command.write, flags: fua, offset, length: bytes.length }, bytes),
      ];
    }
    return [zero(connection, offset, bytes)];
  });
  await allAnswered(sent);
}

/** All are answered before a failure is told: none is in flight any more. */
async function allAnswered<T>(sent: readonly Promise<T>[]): Promise<T[]> {
  const ends = await Promise.allSettled(sent);
  return ends.map((end) => {
    if (end.status === "rejected") throw end.reason as Error;
    return end.value;
  });
}

/** Zeros for which the server need keep no room: WRITE_ZEROES may punch a hole; TRIM alone would not say what is read afterwards. */
async function zero(connection: NbdConnection, offset: number, length: number): Promise<unknown> {
  const { flags } = connection.info;
  const request = (number: number): NbdRequest => ({ command: number, flags: 0, offset, length });
  if ((flags & exportFlag.sendWriteZeroes) !== 0) return connection.request(request(command.writeZeroes));
  if ((flags & exportFlag.sendTrim) !== 0) await connection.request(request(command.trim));
  return connection.request(request(command.write), new Uint8Array(length));
}
