import { createServer, connect } from "node:net";
import type { Server, Socket } from "node:net";
import { ACCEPTED_FROM } from "../device/index.ts";
import type { NetworkEvent, NetworkPlug } from "../device/index.ts";

const CONNECT_MILLIS_MAX = 10_000;
/** Received bytes that the device has not read, from which on the peer is held back. */
const UNREAD_BYTES_MAX = 65_536;
const SETTLE_MILLIS_MAX = 1000;
/** Where the device listens: on this computer only. */
const LISTEN_HOST = "127.0.0.1";

/** The network port of a device in this computer's network. */
export class HostPlug implements NetworkPlug {
  readonly isReal = true;
  #events: NetworkEvent[] = [];
  #sockets = new Map<number, HostSocket>();
  #servers = new Map<number, Server>();
  #nextAccepted = ACCEPTED_FROM;
  #onNews: (() => void) | undefined;

  connect(connection: number, host: string, port: number): void {
    const socket = connect({ host, port });
    socket.setTimeout(CONNECT_MILLIS_MAX, () => {
      if (!socket.connecting) return;
      this.#fail(connection, `${host}:${port} does not answer`);
      socket.destroy();
    });
    socket.once("connect", () => {
      this.#tell({ kind: "opened", connection, ...addressesOf(socket) });
    });
    this.#keep(connection, socket, `${host}:${port}`);
  }

  listen(listener: number, port: number): void {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      const connection = this.#nextAccepted++;
      this.#tell({ kind: "accepted", listener, connection, ...addressesOf(socket) });
      this.#keep(connection, socket, addressesOf(socket).remote);
    });
    this.#servers.set(listener, server);
    server.once("error", (error) =>
      this.#fail(listener, `port ${port} cannot be listened at (${error.message})`),
    );
    server.listen(port, LISTEN_HOST, () =>
      this.#tell({ kind: "listening", connection: listener, local: `${LISTEN_HOST}:${port}` }),
    );
  }

  send(connection: number, bytes: Uint8Array): boolean {
    return this.#sockets.get(connection)?.socket.write(bytes) ?? true;
  }

  taken(connection: number, byteCount: number): void {
    const held = this.#sockets.get(connection);
    if (held === undefined) return;
    held.unreadBytes -= byteCount;
    if (held.unreadBytes < UNREAD_BYTES_MAX) held.socket.resume();
  }

  end(connection: number): void {
    this.#sockets.get(connection)?.socket.end();
  }

  /** What was sent still leaves. */
  close(connection: number): void {
    const held = this.#sockets.get(connection);
    this.#sockets.delete(connection);
    held?.socket.end(() => held.socket.destroy());
    this.#servers.get(connection)?.close();
    this.#servers.delete(connection);
  }

  reset(): void {
    for (const { socket } of this.#sockets.values()) socket.resetAndDestroy();
    for (const server of this.#servers.values()) server.close();
    this.#sockets = new Map();
    this.#servers = new Map();
    this.#events = [];
  }

  take(): readonly NetworkEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  hasNews(): boolean {
    return this.#events.length > 0;
  }

  /** Returns when something has come, or after so long. */
  async news(millis: number): Promise<void> {
    if (this.hasNews() || millis <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.#onNews = (): void => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#onNews = undefined;
  }

  /** Ends all connections, and returns when what was sent has left, or after a second. */
  async settle(): Promise<void> {
    const open = [...this.#sockets.values()].filter(({ socket }) => socket.writable);
    const ends = open.map(({ socket }) => new Promise<void>((resolve) => socket.end(resolve)));
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, SETTLE_MILLIS_MAX)));
    await Promise.race([Promise.all(ends), limit]);
    clearTimeout(timer);
  }

  #keep(connection: number, socket: Socket, name: string): void {
    const held: HostSocket = { socket, unreadBytes: 0 };
    this.#sockets.set(connection, held);
    socket.setNoDelay(true);
    socket.on("data", (bytes) => {
      held.unreadBytes += bytes.length;
      if (held.unreadBytes >= UNREAD_BYTES_MAX) socket.pause();
      this.#tellOf(held, { kind: "received", connection, bytes: new Uint8Array(bytes) });
    });
    socket.on("end", () => this.#tellOf(held, { kind: "ended", connection }));
    socket.on("drain", () => this.#tellOf(held, { kind: "drained", connection }));
    socket.on("error", (error) =>
      this.#tellOf(held, { kind: "failed", connection, why: `${name}: ${error.message}` }),
    );
    socket.on("close", () =>
      this.#tellOf(held, { kind: "failed", connection, why: `${name}: the connection is closed` }),
    );
  }

  /** Not of a connection that the device has let go. */
  #tellOf(held: HostSocket, event: Exclude<NetworkEvent, { kind: "accepted" }>): void {
    if (this.#sockets.get(event.connection) === held) this.#tell(event);
  }

  #fail(connection: number, why: string): void {
    this.#tell({ kind: "failed", connection, why });
  }

  #tell(event: NetworkEvent): void {
    this.#events.push(event);
    this.#onNews?.();
  }
}

interface HostSocket {
  readonly socket: Socket;
  unreadBytes: number;
}

function addressesOf(socket: Socket): { local: string; remote: string } {
  return {
    local: `${socket.localAddress ?? ""}:${socket.localPort ?? 0}`,
    remote: `${socket.remoteAddress ?? ""}:${socket.remotePort ?? 0}`,
  };
}
