import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { EXIT, UserError } from "../base/index.ts";
import { Grantor } from "../lab/index.ts";
import type { GrantorOptions } from "../lab/index.ts";

/** No request of a client comes near it. */
const BODY_BYTES_MAX = 1 << 20;

export interface GrantorServer {
  readonly port: number;
  readonly grantor: Grantor;
  close(): Promise<void>;
}

/** A grantor that speaks etcd's v3 JSON interface over HTTP, on this computer only. Port 0: any that is free. `known`: one that was served before. */
export async function serveGrantor(
  port: number,
  options: Omit<GrantorOptions, "clockMillis"> = {},
  known?: Grantor,
): Promise<GrantorServer> {
  const grantor = known ?? new Grantor({ ...options, clockMillis: () => performance.now() });
  const server = createServer((request, response) => answer(grantor, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(port, error)));
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    grantor,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(grantor: Grantor, request: IncomingMessage, response: ServerResponse): void {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (piece: string) => {
    body += piece;
    if (body.length > BODY_BYTES_MAX) request.destroy();
  });
  request.on("end", () => {
    const { status, body: text } =
      request.method === "POST"
        ? grantor.answer(request.url ?? "/", body)
        : { status: 405, body: '{"error":"Method Not Allowed","code":12,"message":"Method Not Allowed"}' };
    response.writeHead(status, { "content-type": "application/json" }).end(text);
  });
}

function cannotListen(port: number, { code }: NodeJS.ErrnoException): UserError {
  return new UserError({
    what: `the grantor cannot listen (${code ?? "unknown reason"})`,
    where: `port ${port}`,
    whatToDo: "give another --port, or 0 for any that is free",
    exitStatus: EXIT.unavailable,
  });
}
