import { EXIT, UserError } from "../../base/index.ts";

/** A store on another machine: `nbd://HOST[:PORT]/EXPORT`, or `nbds://` with TLS. */
export interface NbdAddress {
  readonly host: string;
  readonly port: number;
  readonly exportName: string;
  readonly isTls: boolean;
  /** Folder with `ca-cert.pem` and, where the server asks who we are, `client-cert.pem` and `client-key.pem`. */
  readonly certificates: string | undefined;
}

const defaultPort = 10809;

/** Throws `UserError`. */
export function parseNbdUri(text: string): NbdAddress {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw refused(text, "this is no address of a store");
  }
  if (url.protocol !== "nbd:" && url.protocol !== "nbds:")
    throw refused(text, "stores are reached by nbd or nbds");
  if (url.hostname === "") throw refused(text, "the address names no host");
  for (const key of url.searchParams.keys()) {
    if (key !== "tls-certificates") throw refused(text, `the parameter ${key} is not known`);
  }
  const isTls = url.protocol === "nbds:";
  const certificates = url.searchParams.get("tls-certificates") ?? undefined;
  if (certificates !== undefined && !isTls) throw refused(text, "certificates are for nbds");
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? defaultPort : Number(url.port),
    exportName: decodeURIComponent(url.pathname.replace(/^\//, "")),
    isTls,
    certificates,
  };
}

function refused(text: string, what: string): UserError {
  return new UserError({
    what,
    where: `"${text}"`,
    whatToDo: "write nbd://HOST:PORT/EXPORT, or nbds://HOST:PORT/EXPORT?tls-certificates=FOLDER",
    exitStatus: EXIT.usage,
  });
}
