import { existsSync } from "node:fs";
import { EXIT, UserError } from "../base/index.ts";
import { SpiNor, parseCut } from "../flash/index.ts";
import { createChip, findPart, openChip, serveSerprog } from "../host/index.ts";
import type { OpenChip } from "../host/index.ts";

/** `chip serve`: until Ctrl-C, SIGTERM, or with `once` the end of the first client. */
export async function serveChip(
  path: string,
  options: {
    readonly port: number;
    readonly part?: string;
    readonly realTime?: true;
    readonly max?: true;
    readonly cutAt?: string;
    readonly once?: true;
    readonly json?: true;
  },
): Promise<number> {
  if (options.part !== undefined && !existsSync(path)) {
    createChip(path, findPart(options.part), { seed: 0, ageing: true });
  }
  const open = openChip(path, { lenient: true, figure: options.max === true ? "max" : "typical" });
  try {
    const bus = busOf(open, options.realTime === true);
    if (options.cutAt !== undefined) open.chip.armCut(parseCut(options.cutAt)[0]);
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const server = await serveSerprog(bus, {
      port: options.port,
      onCut: (cut) => print(cut.message),
      onLeave: () => {
        if (options.once === true) end();
      },
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end());
    const { name } = open.part;
    if (options.json === true) print(JSON.stringify({ part: name, host: "127.0.0.1", port: server.port }));
    else print(`${name} serves serprog on 127.0.0.1:${server.port}`);
    await ended;
    await server.close();
  } finally {
    open.close();
  }
  return 0;
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
