/**
 * Hostile servers and clients. Each case is drawn by its number: a conversation as it should be, then bytes of it changed, cut off, repeated,
 * or followed by noise. The side under test must end the connection or answer, and keep no more memory than it was promised.
 */
import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { SeededRandom } from "../src/base/index.ts";
import { LinkLost, NbdConnection, Refused, RequestFailed } from "../src/host/nbd/connection.ts";
import { serveNbd } from "../src/host/nbd/server.ts";
import {
  command,
  encodeGo,
  encodeOption,
  encodeOptionReply,
  encodeReply,
  encodeRequest,
  infoType,
  option,
  optionMagic,
  optionReply,
  requestBytes,
  serverMagic,
} from "../src/host/nbd/wire.ts";

const exportBytes = 64 * 1024;
/** Bytes of our client's flags, its GO, and its read. */
const heardBeforeAnswer = 4 + 26 + requestBytes;
/** A peer that neither ends nor answers within this is a hang. */
const patienceMillis = 5_000;

export interface FuzzResult {
  readonly cases: number;
  /** How the cases ended, by kind. */
  readonly ends: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

/** What an honest server says, from its greeting to the answer to a read of 512 bytes. */
function serverWords(): Buffer[] {
  const greeting = Buffer.alloc(18);
  greeting.writeBigUInt64BE(serverMagic, 0);
  greeting.writeBigUInt64BE(optionMagic, 8);
  greeting.writeUInt16BE(3, 16);
  const size = Buffer.alloc(12);
  size.writeUInt16BE(infoType.export, 0);
  size.writeBigUInt64BE(BigInt(exportBytes), 2);
  size.writeUInt16BE(0x6d, 10);
  const sizes = Buffer.alloc(14);
  sizes.writeUInt16BE(infoType.blockSize, 0);
  sizes.writeUInt32BE(1, 2);
  sizes.writeUInt32BE(4096, 6);
  sizes.writeUInt32BE(1024 * 1024, 10);
  return [
    greeting,
    encodeOptionReply(option.go, optionReply.info, size),
    encodeOptionReply(option.go, optionReply.info, sizes),
    encodeOptionReply(option.go, optionReply.ack),
    Buffer.concat([encodeReply(0, 1n), Buffer.alloc(512, 7)]),
  ];
}

/** What an honest client says, to the end of a read. */
function clientWords(): Buffer[] {
  const read = { command: command.read, flags: 0, offset: 4096, length: 512 };
  const write = { command: command.write, flags: 0, offset: 8192, length: 256 };
  const flags = Buffer.alloc(4);
  flags.writeUInt32BE(3, 0);
  return [
    flags,
    encodeOption(option.list, new Uint8Array(0)),
    encodeOption(option.info, encodeGo("", [infoType.blockSize])),
    encodeOption(option.go, encodeGo("", [infoType.export, infoType.blockSize])),
    encodeRequest(read, 1n),
    Buffer.concat([encodeRequest(write, 2n), Buffer.alloc(256, 9)]),
    encodeRequest({ command: command.flush, flags: 0, offset: 0, length: 0 }, 3n),
    encodeRequest({ command: command.disconnect, flags: 0, offset: 0, length: 0 }, 4n),
  ];
}

/** Words with something wrong, as the number of the case draws it; now and then with nothing wrong. */
function spoiled(words: readonly Buffer[], random: SeededRandom): Buffer[] {
  const all: Buffer[] = words.map((word) => Buffer.from(word));
  const at = random.below(all.length);
  const word = all[at];
  const noise = (): Buffer => Buffer.from(Array.from({ length: random.below(64) }, () => random.below(256)));
  switch (random.below(8)) {
    case 0:
      return all;
    case 1:
      all[at] = word.subarray(0, random.below(word.length + 1));
      return all.slice(0, at + 1);
    case 2:
      word[random.below(word.length)] ^= 1 << random.below(8);
      return all;
    case 3:
      word[random.below(word.length)] = random.below(256);
      word[random.below(word.length)] = random.below(256);
      return all;
    case 4:
      // A length, wherever one lies, that no honest peer would say.
      word.writeUInt32BE(
        [0xffffffff, 0x7fffffff, 0x10000000, 0][random.below(4)],
        4 * random.below(word.length >> 2),
      );
      return all;
    case 5:
      all.splice(at, 0, word);
      return all;
    case 6:
      all.splice(at, 1);
      return all;
    default:
      all[at] = noise();
      return all;
  }
}

/** Hostile servers against our client. `first`: number of the first case. */
export async function fuzzClient(first: number, count: number): Promise<FuzzResult> {
  let words: readonly Buffer[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    const last = words.at(-1) ?? Buffer.alloc(0);
    for (const word of words.slice(0, -1)) socket.write(word);
    // The answer to the read comes after it, or a little later to a client that waits for more; then nothing more comes.
    let heard = 0;
    const end = (): void => void socket.end(last);
    const timer = setTimeout(end, 5);
    socket.on("data", (chunk: Buffer) => {
      heard += chunk.length;
      if (heard < heardBeforeAnswer) return;
      clearTimeout(timer);
      end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const address = { host: "127.0.0.1", port, exportName: "", isTls: false, certificates: undefined };
  const result = await run(first, count, async (random) => {
    words = spoiled(serverWords(), random);
    let connection: NbdConnection | undefined;
    try {
      connection = await NbdConnection.open(address);
      await connection.request({ command: command.read, flags: 0, offset: 0, length: 512 });
      return "answered";
    } catch (error) {
      if (error instanceof LinkLost) return "lost";
      if (error instanceof Refused) return "refused";
      if (error instanceof RequestFailed) return "failed";
      throw error;
    } finally {
      connection?.close(new LinkLost("the case is over"));
    }
  });
  server.close();
  return result;
}

/** Hostile clients against our server. */
export async function fuzzServer(first: number, count: number): Promise<FuzzResult> {
  const disk = new Uint8Array(exportBytes);
  const exported = {
    byteCount: exportBytes,
    blockBytes: 4096,
    isReadOnly: true,
    read: (address: number, into: Uint8Array): void =>
      into.set(disk.subarray(address, address + into.length)),
    write: (): void => {
      throw new Error("a read-only export was written");
    },
  };
  const server = await serveNbd(exported, { port: 0 });
  const result = await run(first, count, async (random) => {
    const socket = connect(server.port, "127.0.0.1");
    socket.on("error", () => undefined);
    let bytes = 0;
    socket.on("data", (chunk: Buffer) => (bytes += chunk.length));
    for (const word of spoiled(clientWords(), random)) socket.write(word);
    socket.end();
    await closed(socket);
    return bytes > 18 + requestBytes ? "talked to" : "left alone";
  });
  await server.close();
  return result;
}

function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.on("close", () => resolve()));
}

async function run(
  first: number,
  count: number,
  one: (random: SeededRandom) => Promise<string>,
): Promise<FuzzResult> {
  const ends: Record<string, number> = {};
  const failures: string[] = [];
  for (let number = first; number < first + count; number++) {
    let timer: NodeJS.Timeout | undefined;
    const hang = new Promise<string>(
      (resolve) => (timer = setTimeout(() => resolve("hang"), patienceMillis)),
    );
    try {
      const end = await Promise.race([one(new SeededRandom(number)), hang]);
      ends[end] = (ends[end] ?? 0) + 1;
      if (end === "hang") failures.push(`case ${number} hangs`);
    } catch (error) {
      failures.push(`case ${number}: ${String(error)}`);
    } finally {
      clearTimeout(timer);
    }
  }
  return { cases: count, ends, failures };
}
