/** The network port in the real network: a feed reader and an echo server on devices, a real HTTP server and real clients in this process. */
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { connect, createServer as createTcpServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { packageFolder } from "../../src/host/index.ts";

const command = join(packageFolder(), "build", "src", "cli", "main.js");
const folder = mkdtempSync(join(tmpdir(), "dormouse-network-"));
t.teardown(() => rmSync(folder, { recursive: true }));
const examples = join(packageFolder(), "firmware", "examples", "feed");
const classes = join(folder, "classes");
const javac = dormouse(
  "javac",
  "-d",
  classes,
  join(examples, "FeedReader.java"),
  join(examples, "Echo.java"),
);
const skip = javac.status === 0 ? {} : { skip: "no javac on the PATH" };

function dormouse(...words: readonly string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { encoding: "utf8" });
  return { status, out: stdout, error: stderr };
}

function boot(...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [command, "boot", ...words], { stdio: ["ignore", "pipe", "pipe"] });
}

async function statusOf(child: ChildProcess): Promise<number | null> {
  const [status] = (await once(child, "exit")) as [number | null];
  return status;
}

function image(name: string, main: string, ...words: readonly string[]): string {
  const path = join(folder, name);
  const built = dormouse(
    "image",
    "build",
    "--profile",
    "spot",
    "-cp",
    classes,
    "--main",
    main,
    "-o",
    path,
    "--",
    ...words,
  );
  if (built.status !== 0) throw new Error(built.error);
  return path;
}

const TITLES = 12;

t.test(
  "a feed reader prints each title once, through kills, a suspension and a server that breaks off",
  skip,
  async (t) => {
    const messages = new Set<string>();
    let requests = 0;
    const server = createServer((request, response) => {
      requests++;
      const message = String(request.headers["dormouse-message"]);
      const isRepeat = messages.has(message);
      messages.add(message);
      const count = Math.min(TITLES, 1 + Math.floor(messages.size / 2));
      if (request.headers["if-none-match"] === `"${count}"`) {
        response.writeHead(304).end();
        return;
      }
      const items = Array.from(
        { length: count },
        (_, index) => `<item><title>title ${count - index}</title></item>`,
      );
      const body = Buffer.from(`<rss><channel>${items.join("\n").padEnd(4000)}</channel></rss>`);
      response.writeHead(200, { "content-length": body.length, etag: `"${count}"` });
      // The first answer to every fourth message ends in the middle.
      if (messages.size % 4 === 0 && !isRepeat)
        response.write(body.subarray(0, 1500), () => request.socket.destroy());
      else response.end(body);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    t.teardown(() => server.close());
    const { port } = server.address() as AddressInfo;
    const path = image("feed.img", "feed.FeedReader", `http://127.0.0.1:${port}/feed`, "60", String(TITLES));
    const console = join(folder, "feed.txt");
    const options = ["--net", `127.0.0.1:${port}`, "--console", console, path];
    const said = (): string => (existsSync(console) ? readFileSync(console, "utf8") : "");
    const until = async (title: number): Promise<void> => {
      for (let tries = 0; tries < 300 && !said().includes(`title ${title}\n`); tries++) await sleep(50);
    };

    for (const title of [2, 4]) {
      const killed = boot(...options);
      await until(title);
      killed.kill("SIGKILL");
      await once(killed, "exit");
    }
    const stopped = boot(...options);
    await until(6);
    stopped.kill("SIGINT");
    t.equal(await statusOf(stopped), 130);
    t.equal(dormouse("suspend", path, "1").status, 0);
    t.equal(await statusOf(boot(...options)), 0, "a suspended process has no turn");
    t.equal(dormouse("resume", path, "1").status, 0);
    t.equal(await statusOf(boot(...options)), 0);
    const titles = Array.from({ length: TITLES }, (_, index) => `title ${index + 1}\n`);
    t.equal(
      said(),
      `${titles.join("")}${TITLES} titles\n`,
      `${requests} requests, ${messages.size} messages`,
    );
    t.equal(dormouse("image", "check", path).status, 0);
  },
);

t.test("an echo server on a device", skip, async (t) => {
  const port = await freePort();
  const path = image("echo.img", "feed.Echo", String(port), "3");
  const device = boot("--net", `:${port}`, path);
  await once(device.stdout as NodeJS.ReadableStream, "data");
  for (const text of ["hello", "x".repeat(50_000), ""]) {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    socket.end(text);
    let back = "";
    socket.setEncoding("utf8").on("data", (piece: string) => (back += piece));
    await once(socket, "end");
    socket.destroy();
    t.equal(back.length, text.length);
  }
  t.equal(await statusOf(device), 0);
});

t.test("what may not be reached, and what is not there", skip, async (t) => {
  const path = image("feed-off.img", "feed.FeedReader", "http://127.0.0.1:1/feed", "10", "1");
  t.match(dormouse("boot", "--for", "50ms", path).error, /the network port of the device is off/);
  t.match(
    dormouse("boot", "--for", "50ms", "--net", "localhost:1", path).error,
    /may not reach 127\.0\.0\.1:1/,
  );
  t.match(await firstError("--net", "127.0.0.1:1", path), /ECONNREFUSED/, "where nobody listens");
  t.match(dormouse("boot", "--net", "nowhere", path), { status: 64, error: /"nowhere" is no address/ });
  const nonsense = createTcpServer((socket) => socket.end("220 mail\r\n"));
  nonsense.listen(0, "127.0.0.1");
  await once(nonsense, "listening");
  const { port } = nonsense.address() as AddressInfo;
  const other = image("feed-nonsense.img", "feed.FeedReader", `http://127.0.0.1:${port}/`, "10", "1");
  t.match(
    await firstError("--net", `127.0.0.1:${port}`, other),
    /does not speak HTTP/,
    "a server that answers nonsense",
  );
  nonsense.close();
});

/** The first thing that the device of the image complains about. */
async function firstError(...words: readonly string[]): Promise<string> {
  const device = boot(...words);
  const [piece] = (await once(device.stderr as NodeJS.ReadableStream, "data")) as [Buffer];
  device.kill("SIGKILL");
  await once(device, "exit");
  return piece.toString();
}

async function freePort(): Promise<number> {
  const server = createTcpServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
