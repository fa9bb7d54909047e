/** Debian's `nbdkit` as the machine on the other side, and devices whose store it keeps. */
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { packageFolder } from "../src/host/index.ts";

export const command = join(packageFolder(), "build", "src", "cli", "main.js");
/** Without the loaders of the test runner. */
const env = { ...process.env, NODE_OPTIONS: "" };

export const hasNbdkit = spawnSync("nbdkit", ["--version"]).status === 0;

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

export class Nbdkit {
  readonly port: number;
  readonly #words: readonly string[];
  #child: ChildProcess | undefined;

  constructor(port: number, words: readonly string[]) {
    this.port = port;
    this.#words = words;
  }

  /** `words`: filters, plugin and their parameters. Returns when it listens. */
  static async start(...words: string[]): Promise<Nbdkit> {
    const server = new Nbdkit(await freePort(), words);
    await server.start();
    return server;
  }

  get uri(): string {
    return `nbd://127.0.0.1:${this.port}/`;
  }

  async start(): Promise<void> {
    const words = ["-f", "-i", "127.0.0.1", "-p", String(this.port), ...this.#words];
    const child = spawn("nbdkit", words, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    this.#child = child;
    for (let tries = 0; tries < 200; tries++) {
      if (child.exitCode !== null) throw new Error(`nbdkit ${words.join(" ")}: ${said}`);
      if (await listens(this.port)) return;
      await sleep(25);
    }
    throw new Error(`nbdkit ${words.join(" ")} does not listen: ${said}`);
  }

  /** SIGTERM: it finishes and writes what it has to. SIGKILL: its cache is gone. */
  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

export interface BootEnd {
  /** Null: killed. */
  readonly status: number | null;
  readonly error: string;
}

/** `dormouse boot WORDS`, killed by SIGKILL when `killed` says so. */
export async function boot(words: readonly string[], killed?: AbortSignal): Promise<BootEnd> {
  const child = spawn(process.execPath, [command, "boot", ...words], {
    stdio: ["ignore", "ignore", "pipe"],
    env,
  });
  let error = "";
  child.stderr.on("data", (chunk: Buffer) => (error += chunk.toString()));
  killed?.addEventListener("abort", () => child.kill("SIGKILL"));
  const [status] = (await once(child, "close")) as [number | null];
  return { status, error };
}
