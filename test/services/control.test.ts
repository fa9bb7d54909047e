/** A device that is on, and somebody at its control socket. */
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { installedProgram } from "../../src/device/index.ts";
import { buildImage, copyDevice, packageFolder } from "../../src/host/index.ts";

const command = join(packageFolder(), "build", "src", "cli", "main.js");
const folder = mkdtempSync(join(tmpdir(), "dormouse-control-"));
t.teardown(() => rmSync(folder, { recursive: true }));
const image = join(folder, "meter.img");
const socket = join(folder, "dev.sock");
/** A meter that goes on for years. */
function buildLong(): void {
  const { chip, manifest, rom } = copyDevice(join(packageFolder(), "images", "meter.img"));
  const { classes, launch } = installedProgram(chip);
  buildImage(image, manifest.profile, rom, { classes, launch: { ...launch, arguments: ["1000000"] } });
}
buildLong();

async function dormouse(
  ...words: readonly string[]
): Promise<{ status: number | null; out: string; error: string }> {
  const child = spawn(process.execPath, [command, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let error = "";
  child.stdout.on("data", (piece: Buffer) => (out += piece.toString()));
  child.stderr.on("data", (piece: Buffer) => (error += piece.toString()));
  const [status] = (await once(child, "close")) as [number | null];
  return { status, out, error };
}

async function boot(...words: readonly string[]): Promise<ChildProcess> {
  const console = join(folder, "console.txt");
  const child = spawn(
    process.execPath,
    [command, "boot", "--console", console, "--control", socket, ...words, image],
    {
      stdio: "ignore",
    },
  );
  for (let tries = 0; tries < 400 && !(await isListening()); tries++) await sleep(50);
  return child;
}

/** Whether a device is there: a killed one leaves the file of its socket behind. */
async function isListening(): Promise<boolean> {
  if (!existsSync(socket)) return false;
  const client = connect({ path: socket });
  const isThere = await new Promise<boolean>((resolve) => {
    client.once("connect", () => resolve(true)).once("error", () => resolve(false));
  });
  client.destroy();
  return isThere;
}

/** What the device says to these bytes. */
async function say(bytes: string, isLast = true): Promise<string> {
  const client = connect({ path: socket });
  let text = "";
  client.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  client.on("error", () => undefined);
  client.write(bytes);
  if (isLast) client.end();
  await once(client, "close");
  return text;
}

async function ask(request: object): Promise<string> {
  return await say(`${JSON.stringify(request)}\n`, false);
}

t.test("a running device is listed, suspended, resumed, taken back and stopped", async (t) => {
  const device = await boot("--pace", "real");
  t.equal(statSync(socket).mode & 0o777, 0o600, "the socket is its owner's");
  const listed = await dormouse("ps", "--json", socket);
  t.match(JSON.parse(listed.out), { processes: [{ process: 1, mainClass: "meter/Meter" }] });
  t.match((await dormouse("ps", image)).error, /in use|locked|another/, "the image itself is the device's");

  const kept = await ask({ command: "keep", name: "early" });
  const state = Number(/"state":(\d+)/.exec(kept)?.[1]);
  t.match((await dormouse("states", socket)).out, /"early"/);
  t.same(await dormouse("suspend", socket, "1"), { status: 0, out: "", error: "" });
  t.match(await ask({ command: "ps" }), /SUSPENDED/, "a device of suspended processes stays on");
  t.match(await dormouse("suspend", socket, "1"), { status: 64, error: /the process is SUSPENDED/ });
  t.equal(await ask({ command: "resume", process: 1 }), '{"ok":{}}\n');
  t.match(await ask({ command: "ps" }), /RUNNING/);
  t.equal(
    await ask({ command: "rollback", process: 1, state, later: "keep", wholeDevice: false }),
    '{"ok":{}}\n',
  );
  t.match(await ask({ command: "states" }), /"branch-1"/);
  t.match((await dormouse("leases", socket)).out, /^process +lease/);
  t.match(await ask({ command: "suspend", process: 7 }), /there is no process 7/);
  t.match(await ask({ command: "forget", process: 1, state: 999_999 }), /no state 999999/);

  t.equal((await dormouse("stop", socket, "1")).status, 0);
  const [status] = (await once(device, "exit")) as [number | null];
  t.equal(status, 143, "its only process is gone, and so is the device");
  t.match((await dormouse("ps", image)).out, /EXITED 143/);
  t.equal(spawnSync(process.execPath, [command, "image", "check", image]).status, 0);
});

t.test("what is no request is refused, and nothing hangs", async (t) => {
  const device = await boot("--restart", "--pace", "real");
  t.match(await say("suspend 1\n"), /it is no JSON/);
  t.match(await say('{"command":"dance"}\n'), /no command that is known/);
  t.match(await say('{"command":"suspend"}\n'), /lacks a field/);
  t.match(await say('{"command":"suspend","process":"1; rm"}\n'), /lacks a field/);
  t.match(await say(`{"command":"${"x".repeat(20_000)}"}\n`, false), /has more than 16384 bytes/);
  t.match(await say('{"command":"ps"}'), /ends without a line end/);
  t.match(await say('{"command":"ps"', false), /does not come to an end/, "after five seconds");
  t.match(await say('{"command":"ps"}\n', false), /meter\/Meter/, "and others are served");
  device.kill("SIGKILL");
  await once(device, "exit");
  t.match(await dormouse("ps", socket), { status: 69, error: /does not answer/ }, "nobody is there any more");
  const again = await boot();
  t.match(await say('{"command":"ps"}\n', false), /RUNNING/, "what a kill leaves behind is no obstacle");
  again.kill("SIGKILL");
  await once(again, "exit");
  writeFileSync(join(folder, "file"), "");
  t.match(await dormouse("boot", "--control", join(folder, "file"), image), {
    status: 73,
    error: /something else/,
  });
});
