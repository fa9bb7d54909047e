/** Two devices, a client and a server of `firmware/examples/channel`, on a simulated network, with power cuts on both. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DEFAULT_POLICY,
  Device,
  NetworkRules,
  chipFor,
  manufacture,
  profileNamed,
} from "../src/device/index.ts";
import type { Profile } from "../src/device/index.ts";
import { ClassPath, packageFolder, programOf, readRom } from "../src/host/index.ts";
import { CutDrawer, RecordingConsole, SimulatedNetwork, runNetworked } from "../src/lab/index.ts";
import type { NetworkFaults } from "../src/lab/index.ts";

export interface ChannelRun {
  readonly statuses: readonly (number | undefined)[];
  readonly cuts: readonly number[];
  readonly micros: number;
  readonly clientText: string;
  readonly serverText: string;
  readonly network: SimulatedNetwork;
  readonly ticks: number;
}

const PORT = 4000;
const HOUR_MICROS = 3600e6;

/** Undefined where there is no `javac`. */
export function compileChannel(): ClassPath | undefined {
  if (spawnSync("javac", ["-version"]).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "dormouse-channel-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const examples = join(packageFolder(), "firmware", "examples", "channel");
  const words = ["javac", "-d", folder, join(examples, "Client.java"), join(examples, "Server.java")];
  const javac = spawnSync(
    process.execPath,
    [join(packageFolder(), "build", "src", "cli", "main.js"), ...words],
    {
      encoding: "utf8",
    },
  );
  if (javac.status !== 0) throw new Error(javac.stderr);
  return new ClassPath(folder);
}

export function runChannel(
  classes: ClassPath,
  { messages, cuts, seed, faults }: { messages: number; cuts: number; seed: number; faults: NetworkFaults },
): ChannelRun {
  const network = new SimulatedNetwork(seed, faults);
  const server = machine(network, "server", programOf(classes, "channel.Server", [`${PORT}`, `${messages}`]));
  const client = machine(
    network,
    "client",
    programOf(classes, "channel.Client", ["server", `${PORT}`, `${messages}`, "32"]),
  );
  const drawers = [0, 1].map((side) => new CutDrawer(seed * 2 + side, cuts));
  const members = [server, client].map(({ device }, side) => ({
    device,
    nextCut: () => drawers[side]?.next(),
  }));
  const end = runNetworked(network, members, HOUR_MICROS);
  const ticks = server.device.stats().ticks + client.device.stats().ticks;
  for (const { device } of members) device.powerOff();
  return { ...end, clientText: textOf(client), serverText: textOf(server), network, ticks };
}

interface Machine {
  readonly device: Device;
  readonly console: RecordingConsole;
}

function machine(network: SimulatedNetwork, host: string, program: ReturnType<typeof programOf>): Machine {
  const profile = profileNamed("spot") as Profile;
  const chip = chipFor(profile);
  manufacture(chip, profile, program);
  const console = new RecordingConsole(new Uint8Array());
  const port = { plug: network.plug(host), rules: new NetworkRules([`server:${PORT}`], [PORT]) };
  const device = new Device(
    { profile, chip, rom: readRom(), console, network: port },
    {
      checkpoint: DEFAULT_POLICY,
      output: "commit",
      pace: "max",
      amnesia: false,
      evictAlways: false,
      cutsAsked: 0,
    },
  );
  return { device, console };
}

function textOf({ console }: Machine): string {
  return new TextDecoder().decode(console.seen(1));
}
