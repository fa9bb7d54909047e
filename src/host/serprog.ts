/**
 * A serial NOR behind serprog, the protocol by which flashrom speaks to a programmer, over TCP on the loopback interface.
 * Numbers are little-endian; each command is answered by ACK and its values, or by NAK. One client at a time.
 */
import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { EXIT, UserError, readUint32, writeUint32 } from "../base/index.ts";
import { PowerCut } from "../flash/index.ts";
import type { SpiNor } from "../flash/index.ts";

const ack = 0x06;
const nak = 0x15;
const spiBus = 0x08;
/** Most bytes that one SPI command sends or receives. */
const transferBytesMax = 64 * 1024;
const programmerName = "dormouse";

/** Opcodes, and how many bytes of parameters follow (13h: then what it sends). */
const parameterBytes: Readonly<Record<number, number>> = {
  ...{ 0x00: 0, 0x01: 0, 0x02: 0, 0x03: 0, 0x04: 0, 0x05: 0, 0x08: 0, 0x10: 0, 0x11: 0 },
  ...{ 0x12: 1, 0x13: 6, 0x14: 4, 0x15: 1 },
};

/** One client's conversation: bytes in, bytes out. Holds what has arrived of an unfinished command. */
export class SerprogSession {
  readonly #bus: SpiNor;
  #pending = new Uint8Array(0);

  constructor(bus: SpiNor) {
    this.#bus = bus;
  }

  /** Answers all commands that are complete by now. `PowerCut` passes through. */
  take(bytes: Uint8Array): Uint8Array {
    const all = new Uint8Array(this.#pending.length + bytes.length);
    all.set(this.#pending);
    all.set(bytes, this.#pending.length);
    const answers: Uint8Array[] = [];
    let at = 0;
    for (let length = commandBytes(all, at); length !== null; length = commandBytes(all, at)) {
      answers.push(this.#answer(all.subarray(at, at + length)));
      at += length;
    }
    this.#pending = all.slice(at);
    return Buffer.concat(answers);
  }

  #answer(command: Uint8Array): Uint8Array {
    switch (command[0]) {
      case 0x00:
        return Uint8Array.of(ack);
      case 0x01:
        return Uint8Array.of(ack, 1, 0);
      case 0x02:
        return Uint8Array.of(ack, ...commandMap());
      case 0x03:
        return Uint8Array.of(ack, ...new TextEncoder().encode(programmerName.padEnd(16, "\0")));
      case 0x04:
        return Uint8Array.of(ack, 0xff, 0xff);
      case 0x05:
        return Uint8Array.of(ack, spiBus);
      case 0x08:
      case 0x11:
        return Uint8Array.of(
          ack,
          transferBytesMax & 0xff,
          (transferBytesMax >> 8) & 0xff,
          transferBytesMax >> 16,
        );
      case 0x10:
        return Uint8Array.of(nak, ack);
      case 0x12:
        return Uint8Array.of(command[1] === spiBus ? ack : nak);
      case 0x13:
        return this.#transfer(command);
      case 0x14:
        return frequencyAnswer(readUint32(command, 1));
      case 0x15:
        return Uint8Array.of(ack);
      default:
        return Uint8Array.of(nak);
    }
  }

  #transfer(command: Uint8Array): Uint8Array {
    const received = number24(command, 4);
    if (received > transferBytesMax || command.length - 7 > transferBytesMax) return Uint8Array.of(nak);
    const answer = new Uint8Array(1 + received);
    answer[0] = ack;
    answer.set(this.#bus.transfer(command.subarray(7), received), 1);
    return answer;
  }
}

/** Bytes of the command at `at`, or null while it is not all there. */
function commandBytes(bytes: Uint8Array, at: number): number | null {
  if (at >= bytes.length) return null;
  let length = 1 + (parameterBytes[bytes[at]] ?? 0);
  if (bytes[at] === 0x13) {
    if (at + 7 > bytes.length) return null;
    length += number24(bytes, at + 1);
  }
  return at + length <= bytes.length ? length : null;
}

function commandMap(): Uint8Array {
  const map = new Uint8Array(32);
  for (const opcode of Object.keys(parameterBytes).map(Number)) map[opcode >> 3] |= 1 << (opcode & 7);
  return map;
}

/** Any frequency will do; 0 is none. */
function frequencyAnswer(hertz: number): Uint8Array {
  if (hertz === 0) return Uint8Array.of(nak);
  const answer = new Uint8Array(5);
  answer[0] = ack;
  writeUint32(answer, 1, hertz);
  return answer;
}

function number24(bytes: Uint8Array, at: number): number {
  return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
}

export interface SerprogServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface SerprogOptions {
  /** 0: any free one. */
  readonly port: number;
  /** Told when power goes; the client is cut off, and the next one finds power again. */
  readonly onCut?: (cut: PowerCut) => void;
  /** Told when a client has left. */
  readonly onLeave?: () => void;
}

/** Serves the chip on 127.0.0.1 until closed. Throws `UserError` where the port cannot be had. */
export async function serveSerprog(bus: SpiNor, options: SerprogOptions): Promise<SerprogServer> {
  let client: Socket | null = null;
  const server = createServer({ noDelay: true }, (socket) => {
    if (client !== null) {
      socket.destroy();
      return;
    }
    client = socket;
    if (!bus.chip.isPowered) bus.powerOn();
    converse(bus, socket, options);
    socket.on("close", () => {
      client = null;
      options.onLeave?.();
    });
  });
  const port = await listening(server, options.port);
  const close = async (): Promise<void> => {
    client?.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port, close };
}

function converse(bus: SpiNor, socket: Socket, options: SerprogOptions): void {
  const session = new SerprogSession(bus);
  socket.on("data", (bytes) => {
    try {
      socket.write(session.take(bytes));
    } catch (error) {
      // A plain end of the stream is something that flashrom would wait behind for ever.
      socket.resetAndDestroy();
      if (!(error instanceof PowerCut)) throw error;
      options.onCut?.(error);
    }
  });
  // A client that goes away in the middle is told of by `close`.
  socket.on("error", () => undefined);
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new UserError({
          what: `the port cannot be had (${error.code ?? error.message})`,
          where: `127.0.0.1:${port}`,
          whatToDo: "give another --port, or 0 for any free one",
          exitStatus: EXIT.unavailable,
        }),
      ),
    );
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
