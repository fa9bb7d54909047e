/** A chip image as a raw NBD export on the loopback interface, for `nbdinfo`, `nbdcopy`, `qemu-img` and whoever speaks fixed newstyle. */
import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { ByteStream } from "./byte-stream.ts";
import {
  command,
  decodeRequest,
  encodeOptionReply,
  encodeReply,
  exportFlag,
  handshakeFlag,
  infoType,
  option,
  optionBytesMax,
  optionMagic,
  optionReply,
  requestBytes,
  serverMagic,
} from "./wire.ts";
import type { NbdRequest } from "./wire.ts";

/** What is exported. Addresses are bytes from 0. */
export interface Exported {
  readonly byteCount: number;
  readonly blockBytes: number;
  readonly isReadOnly: boolean;
  read(address: number, into: Uint8Array): void;
  write(address: number, bytes: Uint8Array): void;
}

export interface NbdServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface NbdServerOptions {
  /** 0: any free one. */
  readonly port: number;
  /** Told when a client has gone. */
  readonly onLeave?: () => void;
}

const requestBytesMax = 32 * 1024 * 1024;
const error = { none: 0, notPermitted: 1, inputOutput: 5, invalid: 22, noSpace: 28 };

/** What a client said makes no sense; its connection ends. */
class Nonsense extends Error {}

/** Serves until `close`. Clients come and go, several at a time. */
export function serveNbd(exported: Exported, options: NbdServerOptions): Promise<NbdServer> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    new Client(socket, exported)
      .run()
      .then(
        () => socket.end(),
        () => socket.destroy(),
      )
      .finally(() => options.onLeave?.());
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve({ port: portOf(server), close: () => closed(server, sockets) });
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function closed(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

class Client {
  readonly #socket: Socket;
  readonly #stream = new ByteStream();
  readonly #exported: Exported;
  #skipsZeroes = false;

  constructor(socket: Socket, exported: Exported) {
    this.#socket = socket;
    this.#exported = exported;
    socket.on("data", (chunk: Buffer) => this.#stream.push(chunk));
    socket.on("error", (cause: Error) => this.#stream.end(cause));
    socket.on("close", () => this.#stream.end(new Nonsense("the client has gone")));
  }

  /** Ends when the client says good-bye; rejects when it goes without a word, or talks nonsense. */
  async run(): Promise<void> {
    const greeting = Buffer.alloc(18);
    greeting.writeBigUInt64BE(serverMagic, 0);
    greeting.writeBigUInt64BE(optionMagic, 8);
    greeting.writeUInt16BE(handshakeFlag.fixedNewstyle | handshakeFlag.noZeroes, 16);
    this.#socket.write(greeting);
    const flags = (await this.#stream.take(4)).readUInt32BE(0);
    this.#skipsZeroes = (flags & handshakeFlag.noZeroes) !== 0;
    if (await this.#negotiate()) await this.#transmit();
  }

  /** False: the client wants no more. */
  async #negotiate(): Promise<boolean> {
    for (;;) {
      const head = await this.#stream.take(16);
      if (head.readBigUInt64BE(0) !== optionMagic) throw new Nonsense("no option");
      const number = head.readUInt32BE(8);
      const length = head.readUInt32BE(12);
      if (length > optionBytesMax) throw new Nonsense("an option that is too long");
      const data = await this.#stream.take(length);
      switch (number) {
        case option.exportName:
          this.#socket.write(this.#exportName());
          return true;
        case option.abort:
          this.#socket.write(encodeOptionReply(number, optionReply.ack));
          return false;
        case option.list:
          // The one export has the empty name: its length, four bytes.
          this.#socket.write(encodeOptionReply(number, optionReply.server, new Uint8Array(4)));
          this.#socket.write(encodeOptionReply(number, optionReply.ack));
          break;
        case option.info:
        case option.go:
          if (this.#inform(number, data) && number === option.go) return true;
          break;
        default:
          this.#socket.write(encodeOptionReply(number, optionReply.unsupported));
      }
    }
  }

  get #flags(): number {
    const writing = this.#exported.isReadOnly
      ? exportFlag.readOnly
      : exportFlag.sendFlush | exportFlag.sendFua;
    return exportFlag.hasFlags | writing;
  }

  #exportName(): Buffer {
    const answer = Buffer.alloc(10 + (this.#skipsZeroes ? 0 : 124));
    answer.writeBigUInt64BE(BigInt(this.#exported.byteCount), 0);
    answer.writeUInt16BE(this.#flags, 8);
    return answer;
  }

  /** Answers INFO and GO. False where the client asked for an export of a name. */
  #inform(number: number, data: Buffer): boolean {
    const nameBytes = data.length >= 6 ? data.readUInt32BE(0) : -1;
    if (nameBytes < 0 || nameBytes + 6 > data.length) {
      this.#socket.write(encodeOptionReply(number, optionReply.invalid));
      return false;
    }
    if (nameBytes > 0) {
      const only = Buffer.from("there is one export, and its name is empty");
      this.#socket.write(encodeOptionReply(number, optionReply.unknown, only));
      return false;
    }
    const size = Buffer.alloc(12);
    size.writeUInt16BE(infoType.export, 0);
    size.writeBigUInt64BE(BigInt(this.#exported.byteCount), 2);
    size.writeUInt16BE(this.#flags, 10);
    const sizes = Buffer.alloc(14);
    sizes.writeUInt16BE(infoType.blockSize, 0);
    sizes.writeUInt32BE(1, 2);
    sizes.writeUInt32BE(Math.min(this.#exported.blockBytes, requestBytesMax), 6);
    sizes.writeUInt32BE(requestBytesMax, 10);
    for (const info of [size, sizes]) this.#socket.write(encodeOptionReply(number, optionReply.info, info));
    this.#socket.write(encodeOptionReply(number, optionReply.ack));
    return true;
  }

  async #transmit(): Promise<void> {
    for (;;) {
      const request = decodeRequest(await this.#stream.take(requestBytes));
      if (request === undefined) throw new Nonsense("no request");
      if (request.command === command.disconnect) return;
      if (request.length > requestBytesMax) throw new Nonsense("a request that is too long");
      const payload = request.command === command.write ? await this.#stream.take(request.length) : undefined;
      const answer = this.#answer(request, payload);
      this.#socket.write(encodeReply(typeof answer === "number" ? answer : error.none, request.cookie));
      if (typeof answer !== "number") this.#socket.write(answer);
      // Who reads slowly is not read ahead of.
      if (this.#socket.writableNeedDrain) await new Promise((resolve) => this.#socket.once("drain", resolve));
    }
  }

  /** What was read, or an error number. */
  #answer(request: NbdRequest, payload: Buffer | undefined): Uint8Array | number {
    const { byteCount, isReadOnly } = this.#exported;
    const isWrite = payload !== undefined;
    if (isWrite && isReadOnly) return error.notPermitted;
    if (request.command === command.flush) return error.none;
    if (!isWrite && request.command !== command.read) return error.invalid;
    if (request.offset + request.length > byteCount) return isWrite ? error.noSpace : error.invalid;
    if (isWrite) {
      this.#exported.write(request.offset, payload);
      return error.none;
    }
    const bytes = new Uint8Array(request.length);
    this.#exported.read(request.offset, bytes);
    return bytes;
  }
}
