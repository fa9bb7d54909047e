/** The services of a device that is on, over what its processes hold of them. */
import type { Asker, Lease, LeaseEventKind, ProcessSummary } from "../process/index.ts";
import type { Board } from "./board.ts";
import type { ProcessTable } from "./process-table.ts";
import { NetworkServices } from "./network.ts";
import { EPOCH_MILLIS } from "./residents.ts";
import { LocalServices } from "./services-local.ts";
import { RemoteServices } from "./services-remote.ts";
import { Holders, MemoryPins, SystemServices } from "./services-system.ts";
import { GiveUps, Services } from "./services.ts";

export interface ServiceSetParts {
  readonly board: Board;
  readonly summaries: readonly ProcessSummary[];
  /** Generations that processes go on with after a rollback. */
  readonly rolledBack: ReadonlyMap<number, number>;
  readonly table: ProcessTable;
  readonly onEvent: (asker: Asker, lease: Lease, what: LeaseEventKind) => void;
}

export function makeServices(parts: ServiceSetParts): Services {
  const { board, summaries, rolledBack, table, onEvent } = parts;
  const giveUps = new GiveUps();
  const stateOf = (process: number): "runs" | "rests" | "gone" => {
    const status = table.all.find((one) => one.process === process)?.status ?? "EXITED";
    if (status === "EXITED") return "gone";
    return status === "RUNNING" || status === "NEW" ? "runs" : "rests";
  };
  const wake = (process: number): void => table.wake(process);
  const holders = new Holders((process) => stateOf(process) !== "gone");
  const local = new LocalServices({ giveUps, stateOf, wake });
  for (const { process, generation, leases } of summaries) {
    for (const lease of leases) {
      if (lease.status === "EXPORTED") local.restore(process, rolledBack.get(process) ?? generation, lease);
      else if (lease.status === "GRANTED") holders.note(process, lease, lease.expirationMicros);
    }
  }
  const network = new NetworkServices({ port: board.network, giveUps, wake });
  const pins = board.pins ?? new MemoryPins();
  const system = new SystemServices({ pins, holders, giveUps, epochMillis: EPOCH_MILLIS });
  const remote = board.link === undefined ? [] : [new RemoteServices(board.link, giveUps)];
  return new Services({
    providers: [system, local, network, ...remote],
    pump: () => network.pump(),
    exchange: local,
    giveUps,
    identity: board.link?.identity ?? 1,
    onEvent,
  });
}
