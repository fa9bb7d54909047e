import { statSync } from "node:fs";
import { connect } from "node:net";
import { EXIT, UserError } from "../base/index.ts";
import type { ControlReply, ControlRequest } from "./control-protocol.ts";

const REPLY_MILLIS_MAX = 30_000;

/** Whether the path is a control socket, and not an image. */
export function isControlSocket(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isSocket() ?? false;
}

/** Asks the device behind the socket. Throws `UserError` for what it refuses, and where it does not answer. */
export async function askDevice(path: string, request: ControlRequest): Promise<ControlReply> {
  const line = await exchange(path, `${JSON.stringify(request)}\n`);
  let reply: { ok?: ControlReply; error?: ConstructorParameters<typeof UserError>[0] };
  try {
    reply = JSON.parse(line) as typeof reply;
  } catch {
    throw noAnswer(path, "the reply is no JSON");
  }
  if (reply.error !== undefined) throw new UserError(reply.error);
  if (reply.ok === undefined) throw noAnswer(path, "the reply is neither a success nor an error");
  return reply.ok;
}

async function exchange(path: string, line: string): Promise<string> {
  return await new Promise<string>((resolve, reject) => {
    const socket = connect({ path });
    let text = "";
    socket.setEncoding("utf8");
    socket.setTimeout(REPLY_MILLIS_MAX, () => {
      socket.destroy();
      reject(noAnswer(path, `no reply in ${REPLY_MILLIS_MAX / 1000} seconds`));
    });
    socket.on("error", (error) => reject(noAnswer(path, error.message)));
    socket.on("data", (piece: string) => (text += piece));
    socket.on("end", () => {
      socket.destroy();
      resolve(text);
    });
    socket.write(line);
  });
}

function noAnswer(path: string, why: string): UserError {
  return new UserError({
    what: `the device does not answer (${why})`,
    where: path,
    whatToDo: "see whether the device is on: boot it with --control, or name its image if it is off",
    exitStatus: EXIT.unavailable,
  });
}
