import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { ImageLockedError, loadFlock, lockImage, type Flock } from "../src/host/lock.ts";

/** Stands for a system without flock: what lockImage does when fs-ext is absent is the same. */
const noFlock: Flock = () => {
  throw Object.assign(new Error("no flock here"), { code: "ENOSYS" });
};

const lockModule = new URL("../src/host/lock.js", import.meta.url).href;

/** Another process that opens and locks the image, says so, and stays until it is killed. */
async function startHolder(path: string, withFlock: boolean): Promise<ChildProcess> {
  const source = `
    import { openSync } from "node:fs";
    import { lockImage } from ${JSON.stringify(lockModule)};
    const noFlock = () => { throw Object.assign(new Error("none"), { code: "ENOSYS" }); };
    lockImage(${JSON.stringify(path)}, openSync(${JSON.stringify(path)}, "r+")${withFlock ? "" : ', "write", noFlock'});
    console.log("held");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

function makeImage(folder: string): string {
  const path = join(folder, "a.img");
  writeFileSync(path, "chip");
  return path;
}

const skip = loadFlock() === undefined && "fs-ext is not installed here";

t.test("flock keeps a second emulator out until the first one ends", { skip }, async (t) => {
  const path = makeImage(t.testdir({}));
  const holder = await startHolder(path, true);
  t.teardown(() => holder.kill("SIGKILL"));
  const fd = openSync(path, "r+");
  t.throws(() => lockImage(path, fd), {
    name: "ImageLockedError",
    message: /in use by .*a\.img, stop that one/,
  });
  await kill(holder);
  const lock = lockImage(path, fd);
  const secondFd = openSync(path, "r+");
  t.throws(() => lockImage(path, secondFd), ImageLockedError, "this process a second time");
  lock.release();
  lock.release();
  lockImage(path, secondFd).release();
  closeSync(fd);
  closeSync(secondFd);
  t.same(readdirSync(t.testdirName), ["a.img"], "nothing is left beside the image");
});

t.test("without flock a lock file does the same, loudly", async (t) => {
  const path = makeImage(t.testdir({}));
  const fd = openSync(path, "r+");
  const holder = await startHolder(path, false);
  t.teardown(() => holder.kill("SIGKILL"));
  t.throws(() => lockImage(path, fd, "write", noFlock), {
    name: "ImageLockedError",
    message: new RegExp(`process id ${holder.pid}, .*a\\.img, .*delete .*a\\.img\\.lock`),
  });
  await kill(holder);
  t.ok(existsSync(`${path}.lock`), "the killed one left its lock file");

  const said = t.capture(process.stderr, "write");
  const lock = lockImage(path, fd, "write", noFlock);
  t.match(
    said()[0]?.args[0],
    /^dormouse: warning: .*a\.img\.lock only.*\n$/,
    "stale lock taken over, with a warning",
  );
  t.throws(() => lockImage(path, fd, "write", noFlock), ImageLockedError, "this process a second time");
  lock.release();
  lock.release();
  t.notOk(existsSync(`${path}.lock`));

  writeFileSync(`${path}.lock`, `${process.pid}\n`);
  lockImage(path, fd, "write", noFlock).release();
  t.notOk(existsSync(`${path}.lock`), "our own id from an earlier life is stale");

  writeFileSync(`${path}.lock`, "");
  t.throws(
    () => lockImage(path, fd, "write", noFlock),
    ImageLockedError,
    "a lock file that names nobody is respected",
  );
  closeSync(fd);
});

t.test("other errors pass through", (t) => {
  const broken: Flock = () => {
    throw Object.assign(new Error("bad fd"), { code: "EBADF" });
  };
  t.throws(() => lockImage("nowhere", -1, "write", broken), { code: "EBADF" });
  t.end();
});

t.test("several read at a time, and nobody reads what is written", (t) => {
  const path = join(t.testdir({ "a.img": "" }), "a.img");
  for (const flock of [undefined, noFlock]) {
    const [first, second] = [openSync(path, "r"), openSync(path, "r")];
    const readers = [first, second].map((fd) => lockImage(path, fd, "read", flock));
    t.equal(readers.length, 2);
    for (const reader of readers) reader.release();
    const writer = lockImage(path, openSync(path, "r+"), "write", flock);
    t.throws(() => lockImage(path, first, "read", flock), ImageLockedError);
    writer.release();
    lockImage(path, first, "read", flock).release();
  }
  t.end();
});
