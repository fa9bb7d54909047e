/** The image file: it is the chip whatever happens to the emulator, and it says clearly when it is broken. */
import { spawn } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t from "tap";
import { SeededRandom, crc32, writeUint32 } from "../src/base/index.ts";
import { FlashChip, MemoryCarrier, PowerCut, genericNor } from "../src/flash/index.ts";
import type { Carrier, Part } from "../src/flash/index.ts";
import type { WriteAt } from "../src/host/image-carrier.ts";
import { decodeHeader, isHeaderFault } from "../src/host/image-format.ts";
import type { ImageHeader } from "../src/host/image-format.ts";
import { ImageError, createImage, openImage } from "../src/host/index.ts";
import type { ImageErrorKind } from "../src/host/index.ts";

const part = genericNor(64 * 1024);
const blockBytes = part.eraseBlockBytes;
const manifest = { profile: "tiny", main: "Hello", numbers: [1, 2.5, null], text: "ä\u0000€" };
const rom = Uint8Array.from({ length: 3000 }, (_, index) => (index * index) >>> 3);
const folder = mkdtempSync(join(tmpdir(), "dormouse-image-"));
t.teardown(() => rmSync(folder, { recursive: true, force: true }));

let fileCount = 0;
function newPath(): string {
  return join(folder, `chip-${fileCount++}.img`);
}

function newImage(of: Part = part, chip?: Carrier): string {
  const path = newPath();
  createImage(path, { part: of, manifest, rom, ...(chip === undefined ? {} : { chip }) });
  return path;
}

/** A copy in memory of the chip in the file. */
function chipIn(path: string): MemoryCarrier {
  const image = openImage(path, { readOnly: true });
  const copy = MemoryCarrier.copyOf(image.carrier);
  image.close();
  return copy;
}

function errorOf(action: () => unknown): ImageError {
  try {
    action();
  } catch (error) {
    if (error instanceof ImageError) return error;
    throw error;
  }
  throw new Error("an ImageError was expected");
}

function headerOf(path: string): ImageHeader {
  const bytes = readFileSync(path);
  const header = decodeHeader(bytes.subarray(0, 4096), bytes.length);
  if (isHeaderFault(header)) throw new Error(header.what);
  return header;
}

/** One random operation, torn now and then; the same for all chips given. Returns false once power is gone. */
function randomOperation(chips: readonly FlashChip[], random: SeededRandom): void {
  const blockIndex = random.below(6);
  const address = blockIndex * blockBytes + random.below(16) * 256 + random.below(200);
  const byteCount = 1 + random.below(56);
  const noise = Array.from({ length: byteCount }, () => random.nextUint32() & 0xff);
  const [erases, torn, seed] = [random.chance(0.2), random.chance(0.2), random.below(1000)];
  for (const chip of chips) {
    if (torn) chip.armCut({ operation: chip.operationCount, seed });
    const cells = new Uint8Array(byteCount);
    chip.carrier.read(address, cells);
    try {
      if (erases) chip.eraseBlock(blockIndex);
      else
        chip.program(
          address,
          cells.map((cell, index) => cell & noise[index]),
        );
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      chip.powerOn();
    }
  }
}

t.test("an image gives back what was put in, and untouched blocks take no room", (t) => {
  const large = genericNor(256 * 1024 * 1024);
  const path = newImage(large);
  const blankBytes = statSync(path).size;
  t.ok(blankBytes < 100 * 1024, `${blankBytes} bytes for a blank chip of 256 MiB`);
  const image = openImage(path);
  t.same(image.manifest, manifest);
  t.same(image.rom, rom);
  t.same(image.part, large);
  const chip = new FlashChip(image.part, image.carrier);
  chip.program(100 * 1024 * 1024 + 7, Uint8Array.of(1, 2, 3));
  chip.eraseBlock(5);
  image.close();
  image.close();
  t.throws(() => chip.eraseBlock(5), /closed/, "a closed image takes no operation");
  t.equal(statSync(path).size, headerOf(path).slotsOffset + 64 * 1024, "one touched block, one slot");
  const again = openImage(path);
  t.equal(again.layout.touchedBlocks, 1);
  const bytes = new Uint8Array(5);
  new FlashChip(again.part, again.carrier).read(100 * 1024 * 1024 + 6, bytes);
  t.same([...bytes], [0xff, 1, 2, 3, 0xff]);
  t.equal(again.carrier.eraseCount(5), 1);
  again.close();
  t.end();
});

t.test("a chip in a file is a chip in memory, torn operations and all", (t) => {
  for (let seed = 1; seed <= 6; seed++) {
    const path = newImage();
    const memory = new FlashChip(part, MemoryCarrier.forPart(part));
    const random = new SeededRandom(seed);
    for (let opening = 0; opening < 4; opening++) {
      const image = openImage(path);
      const chip = new FlashChip(part, image.carrier);
      memory.powerOn();
      for (let count = 0; count < 60; count++) randomOperation([chip, memory], random);
      image.close();
      t.ok(chipIn(path).equals(memory.carrier as MemoryCarrier), `seed ${seed}, opening ${opening}`);
    }
    const remade = newImage(part, memory.carrier);
    t.ok(chipIn(remade).equals(memory.carrier as MemoryCarrier), `seed ${seed}: made from a chip`);
    const { slotCount, touchedBlocks, unstableBlocks } = openAndClose(path);
    t.ok(slotCount <= 16 + 8, `${slotCount} slots for ${touchedBlocks} blocks and ${unstableBlocks} masks`);
  }
  t.end();
});

function openAndClose(path: string): { slotCount: number; touchedBlocks: number; unstableBlocks: number } {
  const image = openImage(path);
  image.close();
  return image.layout;
}

/** Stops the emulator at a write: `kept` of its bytes have reached the file. */
class Killed extends Error {
  override readonly name = "Killed";
}

function killerAt(writeIndex: number, keptShare: number): WriteAt {
  let writes = 0;
  return (fd, bytes, offset, length, position) => {
    if (writes++ === writeIndex) {
      writeSync(fd, bytes, offset, Math.floor(length * keptShare), position);
      throw new Killed();
    }
    return writeSync(fd, bytes, offset, length, position);
  };
}

/** Chips before and after the operation in which the emulator was killed, and what the file holds. */
interface Kill {
  readonly killed: boolean;
  readonly seen: MemoryCarrier;
  readonly before: MemoryCarrier;
  readonly after: MemoryCarrier;
}

/** Sixty operations on a copy of the image, as far as `write` lets them. */
function runUntilKilled(start: string, write: WriteAt): Kill {
  const path = newPath();
  copyFileSync(start, path);
  const image = openImage(path, { write });
  const chip = new FlashChip(part, image.carrier);
  const after = MemoryCarrier.forPart(part);
  const memory = new FlashChip(part, after);
  const seeds = new SeededRandom(11);
  let before = after;
  let killed = false;
  for (let count = 0; count < 60 && !killed; count++) {
    before = after.fork();
    const seed = seeds.nextUint32();
    randomOperation([memory], new SeededRandom(seed));
    try {
      randomOperation([chip], new SeededRandom(seed));
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      killed = true;
    }
  }
  if (killed) t.throws(() => chip.eraseBlock(0), Killed, "after a failed write nothing goes on");
  image.close();
  const seen = chipIn(path);
  rmSync(path);
  return { killed, seen, before, after };
}

t.test("an emulator killed at any write leaves what a torn operation leaves", (t) => {
  const start = newImage();
  const { tableOffset, slotsOffset } = headerOf(start);
  const isEntry = (position: number): boolean => position >= tableOffset && position < slotsOffset;
  let midway = 0;
  const killAt = (writeIndex: number, keptShare: number): boolean => {
    const kill = killerAt(writeIndex, keptShare);
    // A table entry lies in one page of the host: its write happens or does not. Others may stop in the middle.
    const write: WriteAt = (fd, bytes, offset, length, position) =>
      (keptShare > 0 && isEntry(position) ? writeSync : kill)(fd, bytes, offset, length, position);
    const { killed, seen, before, after } = runUntilKilled(start, write);
    if (!killed) t.ok(seen.equals(after), "the whole run");
    else if (!seen.equals(before) && !seen.equals(after)) {
      midway++;
      t.ok(isBetween(seen, before, after), `write ${writeIndex}, ${keptShare}: as a torn operation`);
    }
    return killed;
  };
  let writes = 0;
  while (killAt(writes, 0)) writes++;
  for (let slotWrites = 0; killAt(slotWrites, 0.5);) slotWrites++;
  t.ok(writes > 60, `${writes} writes`);
  t.ok(midway > 5, `${midway} states midway`);
  t.end();
});

/** Whether each cell is as before or as after, or programmed already but still unstable. */
function isBetween(seen: MemoryCarrier, before: MemoryCarrier, after: MemoryCarrier): boolean {
  const blank = new Uint8Array(blockBytes).fill(0xff);
  for (let blockIndex = 0; blockIndex < seen.blockCount; blockIndex++) {
    const [now, old, next] = [seen, before, after].map((each) => each.cellsOf(blockIndex) ?? blank);
    if (now.some((byte, index) => (byte ^ old[index]) !== 0 && (byte ^ next[index]) !== 0)) return false;
    const [masked, was, willBe] = [seen, before, after].map((each) => each.unstableOf(blockIndex));
    for (let index = 0; index < blockBytes; index++) {
      const allowed = (was?.[index] ?? 0) | (willBe?.[index] ?? 0);
      if (((masked?.[index] ?? 0) & ~allowed) !== 0) return false;
    }
    if (
      ![before.eraseCount(blockIndex), after.eraseCount(blockIndex)].includes(seen.eraseCount(blockIndex))
    ) {
      return false;
    }
  }
  return true;
}

t.test("kill -9 of a real emulator loses nothing that it had acknowledged", async (t) => {
  const path = newImage();
  const url = (door: string): string =>
    JSON.stringify(new URL(`../src/${door}/index.js`, import.meta.url).href);
  const program = `
    import { writeSync } from "node:fs";
    import { openImage } from ${url("host")};
    import { FlashChip } from ${url("flash")};
    const image = openImage(${JSON.stringify(path)});
    const chip = new FlashChip(image.part, image.carrier);
    for (let address = 0; address < ${part.totalBytes}; address++) {
      chip.program(address, Uint8Array.of(0x55));
      if (address % 100 === 0) writeSync(1, address + "\\n");
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  let told = "";
  child.stdout.on("data", (text: Buffer) => {
    told += text.toString();
    if (told.length > 60) {
      const error = errorOf(() => openImage(path));
      if (!child.killed) t.equal(error.kind, "locked", "another opener is told");
      child.kill("SIGKILL");
    }
  });
  await new Promise((resolve) => child.on("close", resolve));
  const acknowledged = Number(told.trim().split("\n").at(-1));
  const cells = new Uint8Array(part.totalBytes);
  chipIn(path).read(0, cells);
  const programmed = cells.findIndex((byte) => byte !== 0x55);
  const count = programmed === -1 ? cells.length : programmed;
  t.ok(count > acknowledged && acknowledged > 0, `${count} bytes programmed, ${acknowledged} acknowledged`);
  t.ok(
    cells.subarray(count).every((byte) => byte === 0xff),
    "and nothing behind them",
  );
  t.end();
});

t.test("read only: the file stays as it is, changes are seen until it is closed", (t) => {
  const path = newImage();
  chmodSync(path, 0o444);
  const before = readFileSync(path);
  const image = openImage(path, { readOnly: true });
  const chip = new FlashChip(part, image.carrier);
  chip.program(0, Uint8Array.of(1));
  chip.program(1, Uint8Array.of(2));
  chip.eraseBlock(1);
  const bytes = new Uint8Array(3);
  chip.read(0, bytes);
  t.same([...bytes], [1, 2, 0xff]);
  t.equal(image.carrier.eraseCount(1), 1);
  image.close();
  t.same(readFileSync(path), before);
  t.equal(errorOf(() => openImage(path)).kind, "no-permission", "a read-only file is not opened for writing");
  t.same(readFileSync(path), before);
  t.end();
});

/** A sound image with touched blocks and unstable bits. */
function usedImage(): string {
  const chip = new FlashChip(part, MemoryCarrier.forPart(part));
  const random = new SeededRandom(5);
  for (let count = 0; count < 80; count++) randomOperation([chip], random);
  return newImage(part, chip.carrier);
}

t.test("an image cut short anywhere says so, or has lost nothing", (t) => {
  const whole = usedImage();
  const wholeBytes = statSync(whole).size;
  const header = headerOf(whole);
  const sound = chipIn(whole);
  const edges = [8, 12, 16, 100, 4096, header.manifest.offset, header.rom.offset, header.tableOffset];
  edges.push(
    header.tableOffset + 16,
    header.tableOffset + 16 * header.blockCount,
    header.slotsOffset,
    wholeBytes,
  );
  for (let slot = header.slotsOffset; slot < wholeBytes; slot += header.slotBytes)
    edges.push(slot, slot + 100);
  const lengths = new Set(edges.flatMap((edge) => [edge - 1, edge, edge + 1]).concat([0, 1, 7]));
  const path = newPath();
  for (const length of [...lengths].filter((each) => each < wholeBytes)) {
    copyFileSync(whole, path);
    truncateSync(path, length);
    const before = readFileSync(path);
    const error = errorOf(() => openImage(path));
    t.match(error.kind, length === 0 ? "not-an-image" : "damaged", `cut to ${length} bytes`);
    t.same(readFileSync(path), before);
    t.equal(error.exitStatus, 65);
  }
  t.ok(chipIn(whole).equals(sound));
  t.end();
});

t.test("a flipped bit in header, part, manifest, ROM or table is told, with the place", (t) => {
  const whole = readFileSync(usedImage());
  const path = newPath();
  const header = decodeHeader(whole.subarray(0, 4096), whole.length);
  if (isHeaderFault(header)) throw new Error(header.what);
  const sections = [header.part, header.manifest, header.rom];
  const padding = (at: number): boolean =>
    at >= 4096 &&
    at < header.tableOffset &&
    !sections.some((section) => at >= section.offset && at < section.offset + section.bytes);
  const end = header.tableOffset + 16 * header.blockCount;
  let told = 0;
  for (let at = 0; at < end; at += at < 128 || at >= header.tableOffset ? 1 : 13) {
    if (padding(at)) continue;
    const broken = Buffer.from(whole);
    broken[at] ^= 1 << (at % 8);
    writeFileSync(path, broken);
    const error = errorOf(() => openImage(path));
    const expected: ImageErrorKind = at < 8 ? "not-an-image" : "damaged";
    if (error.kind !== expected) t.equal(error.kind, expected, `byte ${at}`);
    if (expected === "damaged" && !/byte \d+$/.test(error.where))
      t.fail(`byte ${at}: ${error.where} is no place`);
    if (!readFileSync(path).equals(broken)) t.fail(`byte ${at}: the file was changed`);
    told++;
  }
  t.ok(told > 500, `${told} flips told`);
  t.end();
});

/** Changes header fields and makes the checksum right again. */
function patchedHeader(path: string, changes: readonly (readonly [offset: number, value: number])[]): string {
  const bytes = new Uint8Array(readFileSync(path));
  for (const [offset, value] of [...changes, [12, 0] as const]) writeUint32(bytes, offset, value);
  writeUint32(bytes, 12, crc32(bytes.subarray(0, 4096)));
  const patched = newPath();
  writeFileSync(patched, bytes);
  return patched;
}

t.test("headers that lie are damage, another version is another version", (t) => {
  const path = usedImage();
  const other = errorOf(() => openImage(patchedHeader(path, [[8, 2]])));
  t.equal(other.kind, "other-version");
  t.match(other.message, /version 2.*version 1/);
  const header = headerOf(path);
  const lies: readonly (readonly [number, number])[][] = [
    [[16, 0]],
    [[20, 0xffffffff]],
    [[24, 8192]],
    [[32, 0]],
    [[36, 0xfffffff0]],
    [[76, 0xffffffff]],
    [[76, header.romInflatedBytes + 1]],
    [[80, header.tableOffset + 8]],
    [[84, 16]],
    [[96, header.slotsOffset + 1]],
    [[16, blockBytes / 2]],
    [[1000, 1]],
  ];
  for (const lie of lies) {
    t.equal(errorOf(() => openImage(patchedHeader(path, lie))).kind, "damaged", JSON.stringify(lie));
  }
  t.equal(
    errorOf(() => openImage(patchedHeader(path, [[96, header.slotsOffset + 4096 * 1000]]))).kind,
    "damaged",
  );
  t.end();
});

t.test("what is no image is told by name of its trouble", (t) => {
  const path = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  mkdirSync(join(folder, "folder"));
  symlinkSync(join(folder, "nowhere"), join(folder, "dangling"));
  const cases: [string, ImageErrorKind, RegExp, number][] = [
    [join(folder, "absent"), "missing", /no such file/, 66],
    [join(folder, "dangling"), "missing", /no such file/, 66],
    [join(folder, "folder"), "not-an-image", /folder/, 65],
    ["/dev/null", "not-an-image", /no regular file/, 65],
    [path("empty", ""), "not-an-image", /empty/, 65],
    [path("text", "Dear diary"), "not-an-image", /no Dormouse image/, 65],
    [path("long", "Dear diary".repeat(1000)), "not-an-image", /no Dormouse image/, 65],
    [path("short", "DORM"), "damaged", /cut short/, 65],
  ];
  for (const [name, kind, message, exitStatus] of cases) {
    for (const readOnly of [true, false]) {
      const error = errorOf(() => openImage(name, { readOnly }));
      t.equal(error.kind, kind, name);
      t.match(error.message, message);
      t.equal(error.exitStatus, exitStatus);
      t.ok(error.message.includes(name), "says where");
      t.ok(error.whatToDo.length > 10, "says what to do");
    }
  }
  const used = newImage();
  const first = openImage(used);
  t.match(
    errorOf(() => openImage(used)),
    { kind: "locked", exitStatus: 75 },
    "a second opener",
  );
  t.match(
    errorOf(() => openImage(used, { readOnly: true })),
    { kind: "locked" },
  );
  first.close();
  openImage(used).close();
  t.end();
});

t.test("creating never spoils what is there, and leaves nothing behind when it fails", (t) => {
  const contents = { part, manifest, rom };
  const path = newImage();
  const before = readFileSync(path);
  t.match(
    errorOf(() => createImage(path, contents)),
    { kind: "exists", exitStatus: 73 },
  );
  const diary = join(folder, "diary");
  writeFileSync(diary, "Dear diary");
  t.equal(errorOf(() => createImage(diary, contents, { replace: true })).kind, "exists");
  t.equal(readFileSync(diary, "utf8"), "Dear diary");
  const open = openImage(path);
  t.equal(errorOf(() => createImage(path, contents, { replace: true })).kind, "locked");
  open.close();
  const full = noRoomAfter(3);
  t.match(
    errorOf(() => createImage(path, contents, { replace: true, write: full })),
    { kind: "disk-full" },
  );
  t.match(
    errorOf(() => createImage(join(folder, "n.img"), contents, { write: full })),
    { exitStatus: 74 },
  );
  t.same(readFileSync(path), before);
  createImage(path, { ...contents, manifest: { other: true } }, { replace: true });
  t.same(openAndCloseManifest(path), { other: true });
  t.equal(errorOf(() => createImage(join(folder, "absent", "n.img"), contents)).kind, "no-folder");
  t.same(
    readdirSync(folder).filter((name) => name.includes(".new-") || name === "n.img"),
    [],
  );
  t.same(readFileSync(newImage()), readFileSync(newImage()), "the same contents make the same file");
  t.end();
});

function openAndCloseManifest(path: string): unknown {
  const image = openImage(path);
  image.close();
  return image.manifest;
}

function noRoomAfter(writes: number): WriteAt {
  let left = writes;
  return (fd, bytes, offset, length, position) => {
    if (left-- <= 0) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    return writeSync(fd, bytes, offset, length, position);
  };
}

t.test("a full disk stops the chip with a clear error; the last operation has happened or has not", (t) => {
  const path = newImage();
  const image = openImage(path, { write: noRoomAfter(3) });
  const chip = new FlashChip(part, image.carrier);
  chip.program(0, Uint8Array.of(1));
  chip.program(1, Uint8Array.of(2));
  t.match(
    errorOf(() => chip.program(blockBytes, Uint8Array.of(3))),
    { kind: "disk-full", exitStatus: 74 },
  );
  t.match(
    errorOf(() => chip.read(0, new Uint8Array(1))),
    { kind: "disk-full" },
    "and goes on stopping it",
  );
  image.close();
  const bytes = new Uint8Array(3);
  const seen = chipIn(path);
  seen.read(0, bytes);
  t.same([...bytes], [1, 2, 0xff]);
  t.equal(seen.cellsOf(1), null);
  t.end();
});

t.test("a file written by version 1 is read for ever", (t) => {
  const path = newPath();
  copyFileSync(new URL("../../test/golden/image-v1.img", import.meta.url), path);
  const image = openImage(path);
  t.same(image.manifest, { profile: "tiny", note: "golden image of format version 1" });
  t.equal(new TextDecoder().decode(image.rom), "a ROM of a few bytes");
  t.equal(image.part.name, "nor-64k");
  t.equal(MemoryCarrier.copyOf(image.carrier).contentHash(), "1b4806ead63f398e");
  t.same(
    Array.from({ length: 16 }, (_, blockIndex) => image.carrier.eraseCount(blockIndex)),
    [2, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  );
  t.equal(image.carrier.unstableBlockCount, 1);
  image.close();
  t.end();
});
