import { existsSync } from "node:fs";
import { EXIT, UserError } from "../base/index.ts";
import { SpiNor, parseCut } from "../flash/index.ts";
import { chipExport, createChip, findPart, openChip, serveNbd, serveSerprog } from "../host/index.ts";
import type { OpenChip } from "../host/index.ts";
import { usage } from "./arguments.ts";

interface ServeOptions {
  readonly port?: number;
  readonly nbd?: number;
  readonly writable?: true;
  readonly part?: string;
  readonly realTime?: true;
  readonly max?: true;
  readonly cutAt?: string;
  readonly once?: true;
  readonly json?: true;
}

/** A server that listens, and what it speaks. */
interface Serving {
  readonly protocol: "serprog" | "NBD";
  readonly port: number;
  close(): Promise<void>;
}

/** `chip serve`: until Ctrl-C, SIGTERM, or with `once` the end of the first client. */
export async function serveChip(path: string, options: ServeOptions): Promise<number> {
  if ((options.port === undefined) === (options.nbd === undefined)) {
    throw usage("it is not said what to serve", "chip serve", "give --port N for flashrom, or --nbd N");
  }
  if (options.part !== undefined && !existsSync(path)) {
    createChip(path, findPart(options.part), { seed: 0, ageing: true });
  }
  const figure = options.max === true ? "max" : "typical";
  const readOnly = options.nbd !== undefined && options.writable !== true;
  const open = openChip(path, { lenient: options.nbd === undefined, figure, readOnly });
  try {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const onLeave = (): void => (options.once === true ? end() : undefined);
    const server = await listen(open, options, onLeave);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end());
    const { name } = open.part;
    if (options.json === true) print(JSON.stringify({ part: name, host: "127.0.0.1", port: server.port }));
    else print(`${name} serves ${server.protocol} on 127.0.0.1:${server.port}`);
    await ended;
    await server.close();
  } finally {
    open.close();
  }
  return 0;
}

async function listen(open: OpenChip, options: ServeOptions, onLeave: () => void): Promise<Serving> {
  if (options.cutAt !== undefined) open.chip.armCut(parseCut(options.cutAt)[0]);
  if (options.nbd !== undefined) {
    const exported = chipExport(open, options.writable === true);
    const { port, close } = await serveNbd(exported, { port: options.nbd, onLeave });
    return { protocol: "NBD", port, close };
  }
  const bus = busOf(open, options.realTime === true);
  const { port, close } = await serveSerprog(bus, {
    port: options.port ?? 0,
    onCut: (cut) => print(cut.message),
    onLeave,
  });
  return { protocol: "serprog", port, close };
}

function busOf(open: OpenChip, isRealTime: boolean): SpiNor {
  if (open.part.spi === null) {
    throw new UserError({
      what: `part ${open.part.name} has no serial NOR bus`,
      where: open.path,
      whatToDo: "serve one of the serial NOR parts of dormouse chip list",
      exitStatus: EXIT.badInput,
    });
  }
  return new SpiNor(open.chip, {
    ...(isRealTime ? { nowMicros: () => performance.now() * 1000 } : {}),
    ...(open.registers === null ? {} : { keptRegisters: open.registers }),
    keep: (registers) => open.keepRegisters(registers),
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
