import { EXIT, UserError } from "../base/index.ts";
import { NetworkRules } from "../device/index.ts";

/** What `--net` says: `HOST:PORT` may be reached, `:PORT` may be listened at; separated by commas. */
export function parseNetworkRules(text: string): NetworkRules {
  const destinations: string[] = [];
  const ports: number[] = [];
  for (const item of text.split(",")) {
    const match = /^([A-Za-z0-9._-]*):([0-9]{1,5})$/.exec(item.trim());
    const port = Number(match?.[2]);
    if (match === null || port < 1 || port > 65535) throw notAnAddress(item);
    if (match[1] === "") ports.push(port);
    else destinations.push(`${match[1]}:${port}`.toLowerCase());
  }
  return new NetworkRules(destinations, ports);
}

function notAnAddress(item: string): UserError {
  return new UserError({
    what: `"${item}" is no address`,
    where: "--net",
    whatToDo: "give HOST:PORT to allow a destination, :PORT to allow listening, several with commas",
    exitStatus: EXIT.usage,
  });
}
