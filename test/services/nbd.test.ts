/** The store on another machine: against Debian's nbdkit, and the chip that `chip serve --nbd` exports read by others. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { copyDevice, packageFolder } from "../../src/host/index.ts";
import { fuzzClient, fuzzServer } from "../nbd-fuzz.ts";
import { Nbdkit, boot, command, freePort, hasNbdkit } from "../nbdkit.ts";

const folder = mkdtempSync(join(tmpdir(), "dormouse-nbd-"));
t.setTimeout(240_000);
t.teardown(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);
const ledger = join(packageFolder(), "images", "ledger.img");
const skip = hasNbdkit ? {} : { skip: "nbdkit is missing" };

/** What the device says in its first seconds, from a store of its own. */
let expected = "";

t.test("a device of one's own says", async (t) => {
  copyFileSync(ledger, path("own.img"));
  const { status } = await boot(["--console", path("own.txt"), path("own.img")]);
  t.equal(status, 0);
  expected = readFileSync(path("own.txt"), "utf8");
  t.ok(expected.length > 1000, `${expected.length} bytes`);
});

t.test("nbdkit counts what we say we wrote", skip, async (t) => {
  const server = await Nbdkit.start("--filter=stats", "memory", "4M", `statsfile=${path("stats")}`);
  const words = ["--for", "2s", "--console", path("counted.txt"), "--stats", path("counted.json")];
  const { status, error } = await boot([...words, "--store", server.uri, ledger]);
  await server.stop();
  t.equal(status, 0, error);
  const report = JSON.parse(readFileSync(path("counted.json"), "utf8")) as {
    network: Record<string, number>;
  };
  const { network } = report;
  const stats = readFileSync(path("stats"), "utf8");
  const operations = (name: string): number =>
    Number(new RegExp(`^${name}: (\\d+) ops`, "m").exec(stats)?.[1]);
  t.equal(operations("write"), network["writes"]);
  t.equal(operations("zero"), network["zeroings"]);
  t.equal(operations("flush"), network["flushes"]);
  // One more looks whether the export is blank.
  t.equal(operations("read"), network["reads"] + 1);
  const said = readFileSync(path("counted.txt"), "utf8");
  t.ok(said.length > 100 && expected.startsWith(said), "it says what it says on a chip of its own");
});

t.test("kills of the device and of a server with a volatile cache lose nothing", skip, async (t) => {
  writeFileSync(path("disk"), "");
  truncateSync(path("disk"), 4 * 1024 * 1024);
  const server = await Nbdkit.start("--filter=cache", "file", path("disk"), "cache=writeback");
  const words = ["--console", path("killed.txt"), "--store", server.uri, ledger];
  writeFileSync(path("killed.txt"), "");
  let before = 0;
  for (let round = 0; round < 4; round++) {
    const killed = new AbortController();
    const ended = boot(words, killed.signal);
    // Power goes some time after it has said more, on a slow machine too.
    for (let tries = 0; tries < 800 && statSync(path("killed.txt")).size <= before; tries++) await sleep(50);
    if (round % 2 === 1) {
      await server.stop("SIGKILL");
      await server.start();
      await sleep(300);
    }
    killed.abort();
    await ended;
    const said = readFileSync(path("killed.txt"), "utf8");
    t.ok(expected.startsWith(said) || said.startsWith(expected), `round ${round}: a prefix of what it says`);
    t.ok(said.length > before, "nothing said is gone, and it goes on");
    before = said.length;
    await server.stop("SIGKILL");
    await server.start();
  }
  const last = await boot(["--for", "200ms", ...words]);
  t.equal(last.status, 0, last.error);
  await server.stop();
});

const policy = ["blocksize-minimum=4096", "blocksize-preferred=4096", "blocksize-error-policy=error"];
const survived: Readonly<Record<string, readonly string[]>> = {
  "errors now and then": ["--filter=error", "memory", "4M", "error-rate=0.1%"],
  "a delay": ["--filter=delay", "memory", "4M", "rdelay=2ms", "wdelay=2ms"],
  "a slow line": ["--filter=rate", "memory", "4M", "rate=20M"],
  "blocks of 4 KiB": ["--filter=blocksize-policy", "memory", "4M", ...policy],
  "no zeroing": ["--filter=nozero", "memory", "4M", "zeromode=none"],
};

for (const [name, words] of Object.entries(survived)) {
  t.test(`a server with ${name} is survived`, skip, async (t) => {
    const server = await Nbdkit.start(...words);
    const said = path(`${name.replaceAll(" ", "-")}.txt`);
    const { status, error } = await boot([
      "--for",
      "300ms",
      "--console",
      said,
      "--store",
      server.uri,
      ledger,
    ]);
    await server.stop();
    t.equal(status, 0, error);
    t.ok(expected.startsWith(readFileSync(said, "utf8")));
  });
}

const refused: Readonly<Record<string, readonly [words: readonly string[], error: RegExp]>> = {
  "is read-only": [["-r", "memory", "4M"], /^dormouse: the export is read-only, nbd:/],
  "is too small": [["memory", "64K"], /^dormouse: an export of 65536 bytes is too small for a store, nbd:/],
  "holds something else": [["data", "(1 2 3)*300000"], /holds something that is no store/],
  "answers with errors only": [
    ["--filter=error", "memory", "4M", "error-rate=100%"],
    /keeps answering EIO; given up/,
  ],
};

for (const [name, [words, message]] of Object.entries(refused)) {
  t.test(`an export that ${name} is refused`, skip, async (t) => {
    const server = await Nbdkit.start(...words);
    const { status, error } = await boot(["--store-patience", "500ms", "--store", server.uri, ledger]);
    await server.stop();
    t.match(error, message);
    t.equal(error.trim().split("\n").length, 1, "one line");
    t.ok(status !== null && status >= 64 && status <= 78, `exit status ${status}`);
  });
}

t.test("nobody there, no address, another export", skip, async (t) => {
  const nowhere = `nbd://127.0.0.1:${await freePort()}/`;
  const nobody = await boot(["--store-patience", "300ms", "--store", nowhere, ledger]);
  t.match(nobody.error, /^dormouse: connect ECONNREFUSED .*; given up after/);
  t.equal(nobody.status, 75);
  const address = await boot(["--store", "http://127.0.0.1/", ledger]);
  t.match(address.error, /^dormouse: stores are reached by nbd or nbds, "http:/);
  t.equal(address.status, 64);
  const strict = ["exportname=spot", "exportname-strict=true"];
  const server = await Nbdkit.start("--filter=exportname", "memory", "4M", ...strict);
  const other = await boot(["--store-patience", "300ms", "--store", `${server.uri}other`, ledger]);
  t.match(other.error, /^dormouse: .*"other"/);
  const named = ["--for", "100ms", "--console", path("named.txt")];
  const right = await boot([...named, "--store", `${server.uri}spot`, ledger]);
  t.equal(right.status, 0, right.error);
  await server.stop();
});

t.test("TLS: certificates are checked", skip, async (t) => {
  const openssl = (...words: string[]): void => {
    t.equal(spawnSync("openssl", words, { cwd: folder }).status, 0, `openssl ${words[0]}`);
  };
  const key = ["-newkey", "rsa:2048", "-nodes"];
  const ca = ["-subj", "/CN=ca", "-days", "2", "-keyout", "ca-key.pem", "-out", "ca-cert.pem"];
  openssl("req", "-x509", ...key, ...ca);
  openssl("req", ...key, "-subj", "/CN=localhost", "-keyout", "server-key.pem", "-out", "server.csr");
  writeFileSync(path("san"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n");
  const sign = ["-CA", "ca-cert.pem", "-CAkey", "ca-key.pem", "-CAcreateserial", "-extfile", "san"];
  openssl("x509", "-req", "-in", "server.csr", ...sign, "-out", "server-cert.pem", "-days", "2");
  const server = await Nbdkit.start("--tls=require", `--tls-certificates=${folder}`, "memory", "4M");
  const words = ["--for", "100ms", "--console", path("tls.txt"), "--store-patience", "300ms"];
  const plain = await boot([...words, "--store", server.uri, ledger]);
  t.match(plain.error, /^dormouse: the server wants TLS: use nbds/);
  const unknown = await boot([...words, "--store", `nbds://127.0.0.1:${server.port}/`, ledger]);
  t.match(unknown.error, /^dormouse: TLS: .*(certificate|signed)/);
  const known = `nbds://127.0.0.1:${server.port}/?tls-certificates=${folder}`;
  const right = await boot([...words, "--store", known, ledger]);
  t.equal(right.status, 0, right.error);
  await server.stop();
});

t.test("others read a chip that is exported", async (t) => {
  if (spawnSync("nbdcopy", ["--version"]).status !== 0) return t.comment("skipped: nbdcopy is missing");
  copyFileSync(ledger, path("chip.img"));
  const words = [command, "chip", "serve", "--nbd", "0", "--json", path("chip.img")];
  const server = spawn(process.execPath, words, { env: { ...process.env, NODE_OPTIONS: "" } });
  const [line] = (await once(server.stdout, "data")) as [Buffer];
  const { port } = JSON.parse(line.toString()) as { port: number };
  const uri = `nbd://127.0.0.1:${port}`;
  const { chip } = copyDevice(ledger);
  const bytes = new Uint8Array(chip.part.totalBytes);
  chip.read(0, bytes);
  t.equal(spawnSync("nbdcopy", [uri, path("copy.raw")]).status, 0);
  t.ok(readFileSync(path("copy.raw")).equals(bytes), "nbdcopy reads the chip");
  if (spawnSync("qemu-img", ["--version"]).status === 0) {
    t.equal(spawnSync("qemu-img", ["convert", "-O", "raw", uri, path("qemu.raw")]).status, 0);
    t.ok(readFileSync(path("qemu.raw")).equals(bytes), "qemu-img reads the same");
  }
  const info = JSON.parse(spawnSync("nbdinfo", ["--json", uri], { encoding: "utf8" }).stdout) as {
    exports: { "export-size": number; is_read_only: boolean }[];
  };
  t.match(info.exports[0], { "export-size": bytes.length, is_read_only: true });
  t.not(spawnSync("nbdcopy", [path("copy.raw"), uri]).status, 0, "nobody writes it");
  server.kill("SIGTERM");
  await once(server, "exit");
});

t.test("hostile servers and clients get nowhere", async (t) => {
  for (const fuzz of [fuzzClient, fuzzServer]) {
    const { ends, failures } = await fuzz(0, 1000);
    t.same(failures, [], fuzz.name);
    t.comment(`${fuzz.name}: ${JSON.stringify(ends)}`);
  }
});
