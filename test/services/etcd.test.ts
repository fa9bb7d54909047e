/** Leases granted by etcd, and by our own grantor over the same interface, in real time: `dormouse boot --grantor`. */
import t from "tap";
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ProcessManager } from "../../src/device/index.ts";
import { HttpGrantorLink, serveGrantor } from "../../src/host/index.ts";
import { REMOTE_LEASES, LeaseBench, compileLeasePrograms, driveStages } from "../lease-bench.ts";

const programs = compileLeasePrograms();
t.setTimeout(150_000);
const hasEtcd = spawnSync("etcd", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "dormouse-etcd-"));
t.teardown(() => rmSync(folder, { recursive: true, force: true }));

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** An etcd of one member, which keeps its leases when it is killed and started again. */
class Etcd {
  readonly url: string;
  readonly #peer: string;
  #child: ChildProcess | undefined;

  constructor(port: number, peerPort: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.#peer = `http://127.0.0.1:${peerPort}`;
  }

  async start(): Promise<void> {
    const { url } = this;
    this.#child = spawn(
      "etcd",
      [
        ...["--data-dir", join(folder, "data"), "--name", "one", "--logger", "zap", "--log-level", "error"],
        ...["--listen-client-urls", url, "--advertise-client-urls", url],
        ...["--listen-peer-urls", this.#peer, "--initial-advertise-peer-urls", this.#peer],
        ...["--initial-cluster", `one=${this.#peer}`],
      ],
      { stdio: "ignore" },
    );
    for (let tries = 0; tries < 200; tries++) {
      if ((await post(`${url}/v3/lease/leases`, {})) !== undefined) return;
      await sleep(100);
    }
    throw new Error("etcd does not answer");
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    this.#child = undefined;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  }
}

async function post(url: string, body: unknown): Promise<Record<string, unknown> | undefined> {
  try {
    const reply = await fetch(url, { method: "POST", body: JSON.stringify(body) });
    return reply.ok ? ((await reply.json()) as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

t.test("the table of what a lease promises holds of etcd, killed and started again", async (t) => {
  if (programs === undefined || !hasEtcd) {
    t.comment("skipped: it needs javac and etcd (Debian: etcd-server)");
    return;
  }
  const etcd = new Etcd(await freePort(), await freePort());
  t.teardown(() => etcd.kill());
  await etcd.start();
  const link = new HttpGrantorLink(etcd.url);
  const bench = LeaseBench.of([programs("RemoteLeases")], { link });
  const end = await driveStages(bench, (stage) => (stage === "down" ? etcd.kill() : etcd.start()));
  t.same(end, { kind: "exited", status: 0 });
  t.same(bench.lines(1), REMOTE_LEASES);
  const left = await post(`${etcd.url}/v3/lease/leases`, {});
  const held = new ProcessManager(bench.chip).get(1).leases.filter(({ status }) => status === "GRANTED");
  const ids = (left?.["leases"] as { ID: string }[]).map(({ ID }) => ID);
  const known = held.map(({ request }) => String(request));
  t.same(
    ids.filter((id) => !known.includes(id)),
    [],
    "the grantor holds none that the device does not know",
  );
  link.close();
});

t.test("and of our own grantor, over HTTP", async (t) => {
  if (programs === undefined) {
    t.comment("skipped: it needs javac");
    return;
  }
  const port = await freePort();
  let server = await serveGrantor(port);
  const link = new HttpGrantorLink(`http://127.0.0.1:${port}`);
  const bench = LeaseBench.of([programs("RemoteLeases")], { link });
  const end = await driveStages(bench, async (stage) => {
    if (stage === "down") await server.close();
    // What it held it holds again: only then is it like etcd.
    else server = await serveGrantor(port, {}, server.grantor);
  });
  t.same(end, { kind: "exited", status: 0 });
  t.same(bench.lines(1), REMOTE_LEASES);
  link.close();
  await server.close();
});
