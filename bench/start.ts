/** `npm run bench -- --start`: how long the command takes to a program's first output. Node's own start is measured by turns and taken off. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFolder } from "../src/host/index.ts";
import { type Row, median } from "./table.ts";

const ROUNDS = 15;
const command = join(packageFolder(), "build", "src", "cli", "dormouse.js");

/** `classes` holds the compiled bench/java. */
export async function startRows(classes: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "dormouse-start-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const image = persistedImage(classes, folder);
  const commands = {
    node: ["-e", "process.stdout.write('x')"],
    classes: [command, "run", "-cp", classes, "Hello"],
    tiny: [command, "run", "--profile", "tiny", "-cp", classes, "Hello"],
    image: [command, "boot", "--for", "1s", image],
  };
  const millis: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, words] of Object.entries(commands)) {
      (millis[name] ??= []).push(await millisToOutput(words));
    }
  }
  const node = median(millis.node);
  const row = (what: string, name: string): Row => ({
    what: `${what}, to its first output`,
    figure: `${(median(millis[name]) - node).toFixed(0)} ms`,
    against: `beside Node's own start, ${node.toFixed(0)} ms; medians of ${ROUNDS}`,
  });
  return [
    row("Hello from classes", "classes"),
    row("Hello from classes on a tiny", "tiny"),
    row("a persisted image", "image"),
    ramRow(classes),
  ];
}

/** A program that has printed and sleeps. */
function persistedImage(classes: string, folder: string): string {
  const image = join(folder, "hello.img");
  run("image", "build", "-cp", classes, "--main", "Hello", "-o", image, "--", "on");
  run("boot", "--for", "1500ms", image);
  return image;
}

function run(...words: readonly string[]): string {
  const { status, stderr } = spawnSync(process.execPath, [command, ...words], { encoding: "utf8" });
  if (status !== 0) throw new Error(`dormouse ${words.join(" ")}: ${stderr}`);
  return stderr;
}

async function millisToOutput(words: readonly string[]): Promise<number> {
  const before = performance.now();
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  let after: number | undefined;
  child.stdout.on("data", () => {
    after ??= performance.now();
  });
  await once(child, "close");
  if (after === undefined) throw new Error(`${words.join(" ")} printed nothing`);
  return after - before;
}

function ramRow(classes: string): Row {
  const text = run("run", "--profile", "tiny", "--stats", "-", "-cp", classes, "Hello");
  const { ramBytesMax } = JSON.parse(text) as { ramBytesMax: number };
  return {
    what: "RAM of the device for Hello",
    figure: `${ramBytesMax} bytes`,
    against: "of a tiny's 65536",
  };
}
