/** What can be done to the processes of a device that is on, by somebody outside: the same as `ProcessManager` does on one that is off. */
import { EXIT, UserError } from "../base/index.ts";
import { changeHeader, flashFull, keptStates, processNumbers, processSummary } from "../process/index.ts";
import type { KeptState, ProcessSummary } from "../process/index.ts";
import { forgetState, nameState } from "./kept-states.ts";
import type { Rollback } from "./kept-states.ts";
import type { Session } from "./session.ts";

/** Every method throws `UserError` for a process or state that is not there, or not as it should be; nothing has changed then. */
export interface Management {
  list(): readonly ProcessSummary[];
  states(): readonly KeptState[];
  suspend(process: number): void;
  resume(process: number): void;
  stop(process: number): void;
  rollback(request: Rollback): void;
  /** Undefined: all processes that have begun. Returns the number of the state. */
  keep(process: number | undefined, name: string): number;
  forget(process: number, state: number): void;
}

export class LiveManager implements Management {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  list(): readonly ProcessSummary[] {
    const { store } = this.#session;
    return processNumbers(store).map((process) => processSummary(store, process));
  }

  states(): readonly KeptState[] {
    const { store } = this.#session;
    return processNumbers(store).flatMap((process) => keptStates(store, process));
  }

  suspend(process: number): void {
    this.#require(process, "RUNNING", "only a running process can be suspended");
    this.#session.suspend(process);
  }

  resume(process: number): void {
    this.#require(process, "SUSPENDED", "only a suspended process can be resumed");
    this.#session.resume(process);
  }

  /** What it holds outside is given back first, as at a suspension. */
  stop(process: number): void {
    const { table, store } = this.#session;
    const entry = this.#entry(process);
    if (entry.status === "RUNNING") this.#session.suspend(process);
    if (entry.status !== "SUSPENDED")
      throw refused(
        process,
        `the process is ${entry.status}`,
        "stop it again when its leases are given back, or drop it",
      );
    const end = { status: "EXITED", exitStatus: 143 } as const;
    const result = changeHeader(store, process, (header) => Object.assign(header, end));
    if (result.kind !== "committed") throw flashFull(`stopping process ${process}`, store);
    Object.assign(table.get(process), end);
  }

  rollback(request: Rollback): void {
    this.#entry(request.process);
    this.#session.rollBack(request);
  }

  keep(process: number | undefined, name: string): number {
    if (process !== undefined) this.#entry(process);
    this.#session.checkpoint();
    const begun = this.list().filter(({ states }) => states.length > 0);
    const numbers = process === undefined ? begun.map((one) => one.process) : [process];
    return nameState(this.#session.store, numbers, name);
  }

  forget(process: number, state: number): void {
    this.#entry(process);
    forgetState(this.#session.store, process, state);
  }

  #require(process: number, status: ProcessSummary["status"], why: string): void {
    const now = this.#entry(process).status;
    if (now !== status) throw refused(process, `the process is ${now}`, why);
  }

  #entry(process: number): ReturnType<Session["table"]["get"]> {
    const { all } = this.#session.table;
    const entry = all.find((one) => one.process === process);
    if (entry !== undefined) return entry;
    throw new UserError({
      what: `there is no process ${process}`,
      where: "the device",
      whatToDo: `give one of ${all.map((one) => one.process).join(", ")}`,
      exitStatus: EXIT.usage,
    });
  }
}

function refused(process: number, what: string, whatToDo: string): UserError {
  return new UserError({ what, where: `process ${process}`, whatToDo, exitStatus: EXIT.usage });
}
