import { chmodSync, lstatSync, unlinkSync } from "node:fs";
import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { EXIT, UserError } from "../base/index.ts";
import type { Management } from "../device/index.ts";
import { LINE_BYTES_MAX, badRequest, parseRequest, perform } from "./control-protocol.ts";
import type { ControlRequest } from "./control-protocol.ts";

/** A client that has not said what it wants by then is sent away. */
const REQUEST_MILLIS_MAX = 5_000;

interface Waiting {
  readonly request: ControlRequest;
  readonly socket: Socket;
}

/** The control socket of a device that is on: a file of mode 0600. Requests wait until the device has a moment between two steps. */
export class ControlServer {
  readonly #path: string;
  readonly #server: Server;
  readonly #waiting: Waiting[] = [];
  #onNews: (() => void) | undefined;

  private constructor(path: string) {
    this.#path = path;
    // Who ends after asking still gets the reply.
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#take(socket));
  }

  /** Throws `UserError` where the socket cannot be made, or where the path is something else. */
  static async open(path: string): Promise<ControlServer> {
    removeLeftover(path);
    const made = new ControlServer(path);
    // The file must not be open to others for a moment either.
    const before = process.umask(0o177);
    try {
      await new Promise<void>((resolve, reject) => {
        made.#server.once("error", reject);
        made.#server.listen(path, resolve);
      });
      chmodSync(path, 0o600);
    } catch (error) {
      throw cannotMake(path, error instanceof Error ? error.message : String(error));
    } finally {
      process.umask(before);
    }
    return made;
  }

  hasNews(): boolean {
    return this.#waiting.length > 0;
  }

  /** Returns when a request has come, or after so long. */
  async news(millis: number): Promise<void> {
    if (this.hasNews()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.#onNews = (): void => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Does what the requests ask that have come. */
  serve(management: Management): void {
    for (const { request, socket } of this.#waiting.splice(0)) {
      try {
        answer(socket, { ok: perform(management, request) });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        refuse(socket, error);
      }
    }
  }

  close(): void {
    for (const { socket } of this.#waiting) socket.destroy();
    this.#server.close();
  }

  #take(socket: Socket): void {
    let text = "";
    socket.setEncoding("utf8");
    socket.setTimeout(REQUEST_MILLIS_MAX, () => refuse(socket, badRequest("it does not come to an end")));
    socket.on("error", () => socket.destroy());
    socket.on("end", () => refuse(socket, badRequest("it ends without a line end")));
    socket.on("data", (piece: string) => {
      text += piece;
      const end = text.indexOf("\n");
      if (end < 0 && text.length <= LINE_BYTES_MAX) return;
      socket.removeAllListeners("data").removeAllListeners("end").setTimeout(0);
      if (end < 0 || end > LINE_BYTES_MAX)
        refuse(socket, badRequest(`it has more than ${LINE_BYTES_MAX} bytes`));
      else this.#accept(socket, text.slice(0, end));
    });
  }

  #accept(socket: Socket, line: string): void {
    try {
      this.#waiting.push({ request: parseRequest(line), socket });
      this.#onNews?.();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refuse(socket, error);
    }
  }

  get path(): string {
    return this.#path;
  }
}

function answer(socket: Socket, reply: object): void {
  socket.end(`${JSON.stringify(reply)}\n`, () => socket.destroy());
}

function refuse(socket: Socket, { what, where, whatToDo, exitStatus }: UserError): void {
  answer(socket, { error: { what, where, whatToDo, exitStatus } });
}

/** A socket that an emulator left behind when it was killed. Another one that is on holds the image's lock, so nobody listens at it. */
function removeLeftover(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isSocket()) throw cannotMake(path, "there is something else of that name");
  unlinkSync(path);
}

function cannotMake(path: string, why: string): UserError {
  return new UserError({
    what: `the control socket cannot be made (${why})`,
    where: `--control ${path}`,
    whatToDo: "give a path that is free, in a directory that can be written",
    exitStatus: EXIT.cannotCreate,
  });
}
