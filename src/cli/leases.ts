import { Command } from "commander";
import { ProcessManager } from "../device/index.ts";
import {
  HttpGrantorLink,
  askDevice,
  copyDevice,
  isControlSocket,
  perform,
  serveGrantor,
} from "../host/index.ts";
import type { ListedLease } from "../host/index.ts";
import { countOption } from "./arguments.ts";

const EXAMPLES = `
Examples:
  dormouse leases main.img                     what the processes hold outside, as their last checkpoints say
  dormouse leases --json main.img

A lease is GRANTED, or on its way: ASKED and CANCELLING (the request may be with the grantor), EXPIRING and PARKING (a suspension is under
way), DORMANT and PARKED (given back; asked for anew or renewed when the process goes on), REVIVING and ESTABLISHING (a restore is under way),
LOST. EXPORTED is a service of the process's own. Times are milliseconds on Java's clock. Exit status: 0, or 64 to 78 with a reason.`;

const GRANTOR_EXAMPLES = `
Examples:
  dormouse grantor --port 2379                 leases for any number of devices, until Ctrl-C
  dormouse boot --grantor http://127.0.0.1:2379 main.img

It speaks the JSON interface of etcd v3 for leases and the keys under them, on this computer only, and keeps nothing when it ends.
Exit status: 130 after Ctrl-C, 64 to 78 with a reason.`;

/** `dormouse leases|grantor`. */
export function leaseCommands(finish: (status: number) => void): readonly Command[] {
  return [
    new Command("leases")
      .description("list what the processes of an image hold outside")
      .argument("<image>", "image file, or the control socket of a device that is on")
      .option("--json", "as JSON")
      .addHelpText("after", EXAMPLES)
      .action(async (path: string, options: { json?: true }) =>
        finish(await list(path, options.json ?? false)),
      ),
    new Command("grantor")
      .description("grant leases to devices, as etcd would")
      .option("--port <port>", "port to listen on, 0 for any that is free", countOption("--port", 0), 0)
      .option("--term-max <seconds>", "grant no longer terms", countOption("--term-max", 1))
      .addHelpText("after", GRANTOR_EXAMPLES)
      .action(async (options: { port: number; termMax?: number }) => finish(await grant(options))),
  ];
}

/** The link that `--grantor` names, and with `embedded` a grantor at its other end, which keeps nothing when it ends. */
export async function wayToGrantor(
  where: string,
): Promise<{ readonly link: HttpGrantorLink; readonly end: () => Promise<void> }> {
  const server = where === "embedded" ? await serveGrantor(0) : undefined;
  const link = new HttpGrantorLink(server === undefined ? where : `http://127.0.0.1:${server.port}`);
  return {
    link,
    end: async () => {
      link.close();
      await server?.close();
    },
  };
}

async function list(path: string, asJson: boolean): Promise<number> {
  const request = { command: "leases" } as const;
  const { leases = [] } = isControlSocket(path)
    ? await askDevice(path, request)
    : perform(new ProcessManager(copyDevice(path).chip), request);
  process.stdout.write(asJson ? `${JSON.stringify({ leases }, null, 2)}\n` : tableOf(leases));
  return 0;
}

function tableOf(rows: readonly ListedLease[]): string {
  const lines = rows.map((row) =>
    [
      String(row.process).padStart(7),
      String(row.lease).padStart(5),
      row.kind.padEnd(6),
      row.status.padEnd(12),
      row.atSuspension.padEnd(13),
      String(row.askedMillis).padStart(9),
      String(row.expirationMillis).padStart(13),
      row.service,
    ].join("  "),
  );
  const head = "process  lease  kind    status        at suspension   asked ms     expires ms  service";
  return `${[head, ...lines].join("\n")}\n`;
}

async function grant({
  port,
  termMax,
}: {
  readonly port: number;
  readonly termMax?: number;
}): Promise<number> {
  const server = await serveGrantor(port, termMax === undefined ? {} : { termSecondsMax: termMax });
  process.stdout.write(`grantor listens on http://127.0.0.1:${server.port}\n`);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  await server.close();
  return 130;
}
