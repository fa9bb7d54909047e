/** Debian's flashrom against our chips over serprog: helpers of `chip/flash-flashrom.test.ts` and of `npm run flashrom`. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SeededRandom } from "../src/base/index.ts";
import { FlashChip, MemoryCarrier, SpiNor, partByName, partNames } from "../src/flash/index.ts";
import type { ArmedCut, Part } from "../src/flash/index.ts";
import { serveSerprog } from "../src/host/index.ts";

/** Of one run of flashrom: what hangs is killed, and so fails. */
const timeoutMillis = 900_000;

/** Debian puts it where ordinary users do not look. */
const environment = { ...process.env, PATH: `${process.env.PATH ?? ""}:/usr/sbin` };

export function hasFlashrom(): boolean {
  return spawnSync("flashrom", ["--version"], { env: environment }).status === 0;
}

/** The parts that flashrom knows and that have a serial NOR bus. */
export function serialParts(): readonly Part[] {
  return partNames()
    .map((name) => partByName(name))
    .filter((part): part is Part => typeof part?.spi?.flashromName === "string");
}

export interface FlashromEnd {
  readonly status: number | null;
  readonly output: string;
}

/** A chip in memory behind serprog, and flashrom runs on it. */
export class ServedChip {
  readonly chip: FlashChip;
  readonly folder = mkdtempSync(join(tmpdir(), "dormouse-flashrom-"));
  readonly #part: Part;
  #cuts = 0;

  constructor(part: Part) {
    this.#part = part;
    this.chip = new FlashChip(part, MemoryCarrier.forPart(part), { lenient: true });
  }

  get cuts(): number {
    return this.#cuts;
  }

  /** Runs flashrom with these operations; `cut` is armed before. */
  async flashrom(operations: readonly string[], cut: ArmedCut | null = null): Promise<FlashromEnd> {
    const server = await serveSerprog(new SpiNor(this.chip), { port: 0, onCut: () => this.#cuts++ });
    this.chip.armCut(cut);
    try {
      const programmer = `serprog:ip=127.0.0.1:${server.port}`;
      return await run(["-p", programmer, "-c", this.#part.spi?.flashromName ?? "", ...operations]);
    } finally {
      await server.close();
    }
  }

  file(name: string, bytes: Uint8Array | string): string {
    const path = join(this.folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  content(name: string): Uint8Array {
    return readFileSync(join(this.folder, name));
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#part.totalBytes);
    this.chip.read(0, bytes);
    return bytes;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function randomBytes(byteCount: number, seed: number): Uint8Array {
  const random = new SeededRandom(seed);
  const words = new Uint32Array(byteCount / 4);
  for (let index = 0; index < words.length; index++) words[index] = random.nextUint32();
  return new Uint8Array(words.buffer);
}

function run(words: readonly string[]): Promise<FlashromEnd> {
  return new Promise((resolve) => {
    const child = spawn("flashrom", words, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
    const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMillis);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text: Buffer) => (output += text.toString()));
    child.on("close", (status) => {
      clearTimeout(timer);
      resolve({ status, output });
    });
  });
}
