import { readFileSync } from "node:fs";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { ByteStream } from "./byte-stream.ts";
import type { NbdAddress } from "./uri.ts";
import {
  command,
  encodeGo,
  encodeOption,
  encodeRequest,
  exportFlag,
  handshakeFlag,
  infoType,
  option,
  optionBytesMax,
  optionMagic,
  optionReply,
  optionReplyMagic,
  replyBytes,
  replyMagic,
  serverMagic,
} from "./wire.ts";
import type { ExportInfo, NbdRequest } from "./wire.ts";

/** The connection is of no use any more; another one may be. */
export class LinkLost extends Error {}

/** The server will not have it so, however often it is asked. */
export class Refused extends Error {}

/** The server's answer to a request was an error number. */
export class RequestFailed extends Error {
  readonly error: number;

  constructor(error: number) {
    super(`error ${error}`);
    this.error = error;
  }
}

interface Waiting {
  /** Bytes that follow the reply where it is no error. */
  readonly readBytes: number;
  resolve(bytes: Buffer): void;
  reject(error: Error): void;
}

const handshakeMillis = 10_000;
const requestBytesUsual = 32 * 1024 * 1024;
/** Pages and buffers are made for blocks up to this. */
const blockBytesLargest = 64 * 1024;

/** One TCP connection in transmission: requests go out as they come, and replies come in any order. */
export class NbdConnection {
  readonly info: ExportInfo;
  readonly #socket: Socket;
  readonly #stream: ByteStream;
  readonly #waiting = new Map<bigint, Waiting>();
  #nextCookie = 1n;
  #lost: Error | undefined;

  /** Connects and negotiates. Throws `LinkLost` where it may work later, `Refused` where it will not. */
  static async open(address: NbdAddress): Promise<NbdConnection> {
    const negotiation = new Negotiation(address);
    const timer = setTimeout(() => negotiation.giveUp(), handshakeMillis);
    try {
      const info = await negotiation.run();
      return new NbdConnection(negotiation.socket, negotiation.stream, info);
    } catch (error) {
      negotiation.socket.destroy();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private constructor(socket: Socket, stream: ByteStream, info: ExportInfo) {
    this.#socket = socket;
    this.#stream = stream;
    this.info = info;
    this.#readReplies().catch((error: unknown) => this.close(error as Error));
  }

  /** Sends a request. Resolves with what was read; rejects with `RequestFailed` or `LinkLost`. */
  request(request: NbdRequest, payload?: Uint8Array): Promise<Buffer> {
    if (this.#lost !== undefined) return Promise.reject(this.#lost);
    const cookie = this.#nextCookie++;
    const readBytes = request.command === command.read ? request.length : 0;
    return new Promise((resolve, reject) => {
      this.#waiting.set(cookie, { readBytes, resolve, reject });
      this.#socket.write(encodeRequest(request, cookie));
      if (payload !== undefined) this.#socket.write(payload);
    });
  }

  /** Says good-bye where there is somebody to hear it. */
  disconnect(): void {
    if (this.#lost !== undefined) return;
    const request = { command: command.disconnect, flags: 0, offset: 0, length: 0 };
    this.#socket.end(encodeRequest(request, this.#nextCookie++));
    this.close(new LinkLost("the connection was closed"));
  }

  /** All requests that wait for an answer are rejected with `error`. */
  close(error: Error): void {
    this.#lost ??= error;
    this.#socket.destroySoon();
    for (const waiting of this.#waiting.values()) waiting.reject(this.#lost);
    this.#waiting.clear();
  }

  async #readReplies(): Promise<void> {
    for (;;) {
      const head = await this.#stream.take(replyBytes);
      if (head.readUInt32BE(0) !== replyMagic) throw new LinkLost("the server's reply is no NBD reply");
      const cookie = head.readBigUInt64BE(8);
      const waiting = this.#waiting.get(cookie);
      if (waiting === undefined) throw new LinkLost("the server answers what was never asked");
      const error = head.readUInt32BE(4);
      const bytes = error === 0 ? await this.#stream.take(waiting.readBytes) : Buffer.alloc(0);
      this.#waiting.delete(cookie);
      if (error === 0) waiting.resolve(bytes);
      else waiting.reject(new RequestFailed(error));
    }
  }
}

/** From connecting to the first request. */
class Negotiation {
  socket: Socket;
  stream: ByteStream;
  readonly #address: NbdAddress;

  constructor(address: NbdAddress) {
    this.#address = address;
    this.socket = connect({ host: address.host, port: address.port, noDelay: true });
    this.stream = streamOf(this.socket);
  }

  giveUp(): void {
    this.stream.end(new LinkLost(`the server did not finish negotiating within ${handshakeMillis / 1000} s`));
    this.socket.destroy();
  }

  async run(): Promise<ExportInfo> {
    const greeting = await this.stream.take(18);
    if (greeting.readBigUInt64BE(0) !== serverMagic)
      throw new Refused("whoever answers there is no NBD server");
    if (greeting.readBigUInt64BE(8) !== optionMagic) {
      throw new Refused("the server speaks the oldstyle protocol; fixed newstyle is needed");
    }
    const flags = greeting.readUInt16BE(16);
    if ((flags & handshakeFlag.fixedNewstyle) === 0)
      throw new Refused("the server does not know fixed newstyle");
    const answer = Buffer.alloc(4);
    answer.writeUInt32BE(flags & (handshakeFlag.fixedNewstyle | handshakeFlag.noZeroes), 0);
    this.socket.write(answer);
    if (this.#address.isTls) await this.#startTls();
    return this.#go();
  }

  async #startTls(): Promise<void> {
    this.socket.write(encodeOption(option.startTls, new Uint8Array(0)));
    const { type, data } = await this.#reply(option.startTls);
    if (type !== optionReply.ack) throw new Refused(`the server does not speak TLS${textOf(data)}`);
    const { host, certificates } = this.#address;
    const plain = this.socket;
    plain.removeAllListeners();
    const secure = connectTls({ socket: plain, host, ...namesOf(host), ...certificatesIn(certificates) });
    this.socket = secure;
    this.stream = streamOf(secure, "TLS: ");
    await new Promise<void>((resolve, reject) => {
      secure.once("secureConnect", resolve);
      secure.once("error", (error: Error) => reject(new Refused(`TLS: ${error.message}`)));
      secure.once("close", () => reject(new LinkLost("the server closed the connection while TLS began")));
    });
  }

  async #go(): Promise<ExportInfo> {
    this.socket.write(
      encodeOption(option.go, encodeGo(this.#address.exportName, [infoType.export, infoType.blockSize])),
    );
    let info: ExportInfo | undefined;
    let [blockBytesMin, requestBytesMax] = [1, requestBytesUsual];
    for (;;) {
      const { type, data } = await this.#reply(option.go);
      if (type === optionReply.ack) break;
      if (type !== optionReply.info) throw this.#refusal(type, data);
      const kind = data.length >= 2 ? data.readUInt16BE(0) : -1;
      if (kind === infoType.export && data.length === 12) {
        const size = data.readBigUInt64BE(2);
        if (size > BigInt(Number.MAX_SAFE_INTEGER))
          throw new Refused(`an export of ${size} bytes is too large`);
        info = { byteCount: Number(size), flags: data.readUInt16BE(10), blockBytesMin, requestBytesMax };
      }
      if (kind === infoType.blockSize && data.length === 14) {
        blockBytesMin = data.readUInt32BE(2);
        requestBytesMax = Math.min(requestBytesUsual, data.readUInt32BE(10));
      }
    }
    if (info === undefined) throw new Refused("the server did not say how large its export is");
    requireSizes(blockBytesMin, requestBytesMax);
    return { ...info, blockBytesMin, requestBytesMax: requestBytesMax - (requestBytesMax % blockBytesMin) };
  }

  #refusal(type: number, data: Buffer): Error {
    const { exportName } = this.#address;
    const why = textOf(data);
    if (type === optionReply.tlsRequired) return new Refused(`the server wants TLS: use nbds${why}`);
    if (type === optionReply.unknown) return new Refused(`there is no export "${exportName}"${why}`);
    if (type === optionReply.policy) return new Refused(`the server's policy forbids it${why}`);
    if (type === optionReply.shutdown) return new LinkLost(`the server is shutting down${why}`);
    if (type === optionReply.unsupported) return new Refused("the server does not know NBD_OPT_GO");
    return new Refused(`the server refused export "${exportName}" (reply 0x${type.toString(16)})${why}`);
  }

  async #reply(asked: number): Promise<{ type: number; data: Buffer }> {
    const head = await this.stream.take(20);
    const isReply = head.readBigUInt64BE(0) === optionReplyMagic && head.readUInt32BE(8) === asked;
    if (!isReply) throw new Refused("the server's answer to an option is not one");
    const length = head.readUInt32BE(16);
    if (length > optionBytesMax) throw new Refused(`the server's answer to an option has ${length} bytes`);
    return { type: head.readUInt32BE(12), data: await this.stream.take(length) };
  }
}

function streamOf(socket: Socket, prefix = ""): ByteStream {
  const stream = new ByteStream();
  socket.on("data", (chunk: Buffer) => stream.push(chunk));
  socket.on("error", (error: Error) => stream.end(new LinkLost(`${prefix}${error.message}`)));
  socket.on("close", () => stream.end(new LinkLost("the server closed the connection")));
  return stream;
}

/** Server names are names: TLS has none for addresses. */
function namesOf(host: string): { servername?: string } {
  return /^[\d.]+$|:/.test(host) ? {} : { servername: host };
}

function certificatesIn(folder: string | undefined): { ca?: Buffer; cert?: Buffer; key?: Buffer } {
  if (folder === undefined) return {};
  const file = (name: string): Buffer | undefined => {
    try {
      return readFileSync(join(folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT" && name !== "ca-cert.pem") return undefined;
      throw new Refused(`the certificate cannot be read: ${(error as Error).message}`);
    }
  };
  const [ca, cert, key] = ["ca-cert.pem", "client-cert.pem", "client-key.pem"].map(file);
  return { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}

function requireSizes(blockBytesMin: number, requestBytesMax: number): void {
  const isPower = blockBytesMin > 0 && (blockBytesMin & (blockBytesMin - 1)) === 0;
  if (!isPower || blockBytesMin > blockBytesLargest || requestBytesMax < Math.max(blockBytesMin, 4096)) {
    throw new Refused(`the server's block sizes make no sense: ${blockBytesMin} to ${requestBytesMax} bytes`);
  }
}

function textOf(data: Buffer): string {
  const text = data
    .subarray(0, 200)
    .toString("utf8")
    .replace(/[^\x20-\x7e]/g, "?");
  return text === "" ? "" : ` (it says: ${text})`;
}

/** Why a device cannot keep its store on such an export; undefined where it can. */
export function exportProblem({ flags }: ExportInfo): string | undefined {
  if ((flags & exportFlag.hasFlags) === 0) return "the export does not say what it can do";
  if ((flags & exportFlag.readOnly) !== 0) return "the export is read-only";
  if ((flags & exportFlag.sendFlush) === 0) {
    return "the export knows no FLUSH, so that nothing could be known to be durable";
  }
  return undefined;
}
