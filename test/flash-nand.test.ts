/** What NAND adds, what a lenient chip spoils, protection, and erases of several sizes. */
import t from "tap";
import {
  ChipMisuse,
  FlashChip,
  MemoryCarrier,
  PowerCut,
  definePart,
  geometryOf,
  partByName,
  partNames,
} from "../src/flash/index.ts";
import type { ChipOptions, Part } from "../src/flash/index.ts";

function partOf(name: string): Part {
  const part = partByName(name);
  if (part === undefined) throw new Error(`${name} is a part`);
  return part;
}

const nand = partOf("nand-1m");
const stride = nand.pageBytes + nand.spareBytes;

function newChip(part = nand, options: ChipOptions = {}): FlashChip {
  return new FlashChip(part, MemoryCarrier.forPart(part), options);
}

const filled = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value);

function pageOf(chip: FlashChip, page: number): Uint8Array {
  const bytes = new Uint8Array(chip.part.pageBytes + chip.part.spareBytes);
  chip.readPage(page, 0, bytes);
  return bytes;
}

function tornProgram(chip: FlashChip, page: number, bytes: Uint8Array, shape: string): void {
  chip.armCut({ operation: chip.operationCount, shape });
  try {
    chip.programPage(page, 0, bytes);
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
  }
  chip.powerOn();
}

t.test("pages have spare areas that one operation programs with them", (t) => {
  const chip = newChip();
  const bytes = Uint8Array.from({ length: stride }, (_, index) => index & 0xff);
  t.equal(chip.programPage(3, 0, bytes), "ok");
  t.same(pageOf(chip, 3), bytes);
  t.equal(chip.counters.programs, 1);
  const main = new Uint8Array(nand.pageBytes + 1);
  t.equal(chip.read(3 * nand.pageBytes, main.subarray(0, nand.pageBytes)), "ok");
  t.same(main.subarray(0, nand.pageBytes), bytes.subarray(0, nand.pageBytes), "addresses count main areas");
  chip.read(4 * nand.pageBytes - 1, main.subarray(0, 2));
  t.same([...main.subarray(0, 2)], [0xff, 0xff], "the next page follows, not the spare area");
  t.throws(() => chip.readPage(3, stride - 1, new Uint8Array(2)), ChipMisuse);
  t.throws(() => chip.programPage(nand.totalBytes / nand.pageBytes, 0, bytes), ChipMisuse);
  chip.eraseBlock(0);
  t.same(pageOf(chip, 3), filled(stride, 0xff), "an erase takes the spare area too");
  t.end();
});

t.test("pages are programmed in order", (t) => {
  const chip = newChip();
  const { pagesPerBlock } = geometryOf(nand);
  chip.program(2 * nand.pageBytes, filled(nand.pageBytes, 0));
  t.throws(() => chip.program(nand.pageBytes, filled(nand.pageBytes, 0)), ChipMisuse, "an earlier page");
  t.equal(chip.program(3 * nand.pageBytes, filled(nand.pageBytes, 0xff)), "ok", "a later page");
  t.throws(() => chip.programPage(2, nand.pageBytes, filled(1, 0)), /order/, "even of ones it was a program");
  t.equal(chip.program(pagesPerBlock * nand.pageBytes, filled(1, 0)), "ok", "another block");
  chip.powerOff();
  chip.powerOn();
  t.throws(() => chip.program(nand.pageBytes, filled(1, 0)), ChipMisuse, "power does not matter");
  const fork = chip.fork();
  t.throws(() => fork.program(nand.pageBytes, filled(1, 0)), ChipMisuse, "nor does a fork");
  chip.eraseBlock(0);
  t.equal(chip.program(0, filled(1, 0)), "ok", "an erase begins anew");
  t.end();
});

t.test("a page takes its number of programs", (t) => {
  const chip = newChip(partOf("mt29f2g08"));
  for (let count = 0; count < 4; count++) t.equal(chip.programPage(5, count * 512, filled(512, 0)), "ok");
  t.throws(() => chip.programPage(5, 2048, filled(1, 0)), /has had its 4 programs/);
  chip.eraseBlock(0);
  t.equal(chip.programPage(5, 2048, filled(1, 0)), "ok");
  t.end();
});

t.test("a unit under ECC is programmed once, its share of the spare area with it", (t) => {
  const chip = newChip(partOf("w25n01gv"));
  t.equal(chip.programPage(0, 512, filled(512, 0)), "ok");
  t.throws(() => chip.programPage(0, 600, filled(1, 0)), /unit/, "the same unit");
  t.throws(() => chip.programPage(0, 2048 + 16, filled(16, 0)), /unit/, "its spare share");
  t.equal(chip.programPage(0, 2048, filled(16, 0)), "ok", "the spare share of unit 0");
  t.throws(() => chip.programPage(0, 0, filled(512, 0)), /unit/, "which now is programmed");
  t.end();
});

t.test("some blocks are bad from the factory, and say so", (t) => {
  const part = partOf("mt29f2g08");
  const counts = Array.from({ length: 60 }, (_, seed) => {
    const chip = newChip(part, { seed });
    t.notOk(chip.isMarkedBad(0), "block 0 is good");
    return Array.from({ length: chip.blockCount }, (_, block) => chip.isMarkedBad(block)).filter(Boolean)
      .length;
  });
  t.ok(Math.max(...counts) <= 40 && Math.min(...counts) < 10 && Math.max(...counts) > 30, counts.join(" "));
  const seed = counts.findIndex((count) => count > 5);
  const chip = newChip(part, { seed });
  const bad = Array.from({ length: chip.blockCount }, (_, block) => block).find((block) =>
    chip.isMarkedBad(block),
  );
  t.ok(bad !== undefined);
  const page = (bad ?? 0) * geometryOf(part).pagesPerBlock;
  t.equal(pageOf(chip, page)[part.pageBytes], 0, "the mark is in the first spare byte");
  t.equal(chip.programPage(page, 0, filled(8, 0x55)), "failed");
  t.equal(chip.eraseBlock(bad ?? 0), "failed");
  t.ok(chip.isMarkedBad(bad ?? 0), "an erase does not take the mark");
  chip.programPage(64, 0, filled(2112, 0));
  chip.markBad(1);
  t.ok(chip.isMarkedBad(1), "a grown one is marked over what it holds");
  t.throws(() => newChip(partOf("nor-1m")).markBad(0), ChipMisuse);
  t.end();
});

t.test("ECC on the die corrects what it can and says when it cannot", (t) => {
  const one = definePart({ ...nand, name: "one", ecc: { stepBytes: 512, correctBits: 1 } });
  const statuses = new Map<string, Set<string>>([
    ["four", new Set()],
    ["one", new Set()],
  ]);
  for (let seed = 1; seed < 30; seed++) {
    for (const [name, part] of [
      ["four", nand],
      ["one", one],
    ] as const) {
      const chip = newChip(part);
      tornProgram(chip, 0, filled(stride, 0), `unstable${seed}`);
      for (let read = 0; read < 8; read++) {
        const bytes = new Uint8Array(stride);
        const status = chip.readPage(0, 0, bytes);
        statuses.get(name)?.add(status);
        const isRight = bytes.every((byte) => byte === 0);
        if (isRight === (status === "uncorrectable"))
          t.fail(`${name} ${seed}: ${status}, but right: ${isRight}`);
      }
    }
  }
  t.same([...(statuses.get("four") ?? [])].sort(), ["corrected", "ok"], "up to four unstable bits of a page");
  t.same([...(statuses.get("one") ?? [])].sort(), ["corrected", "ok", "uncorrectable"]);
  const torn = newChip();
  tornProgram(torn, 0, filled(stride, 0), "bits1");
  t.equal(torn.readPage(0, 0, new Uint8Array(1)), "uncorrectable", "the parity of a torn page fits nothing");
  t.equal(torn.read(0, new Uint8Array(3 * nand.pageBytes)), "uncorrectable", "the worst page counts");
  t.equal(torn.counters.uncorrectableReads, 2);
  torn.eraseBlock(0);
  t.equal(torn.read(0, new Uint8Array(nand.pageBytes)), "ok");
  const raw = newChip(partOf("mt29f2g08"));
  tornProgram(raw, 0, filled(2112, 0), "unstable5");
  const seen = new Set(Array.from({ length: 20 }, () => Buffer.from(pageOf(raw, 0)).toString("hex")));
  t.ok(seen.size > 1, "without ECC the bits are as the cells read");
  t.end();
});

t.test("after a torn erase a block wants another one", (t) => {
  for (const shape of ["half-zero1", "zero-erase", "half-erase1"]) {
    const chip = newChip();
    chip.program(0, filled(nand.pageBytes, 0x0f));
    chip.armCut({ operation: 1, shape });
    t.throws(() => chip.eraseBlock(0), PowerCut);
    chip.powerOn();
    t.throws(() => chip.program(5 * nand.pageBytes, filled(1, 0)), ChipMisuse, shape);
    t.equal(chip.eraseBlock(0), "ok");
    t.equal(chip.program(0, filled(1, 0)), "ok");
  }
  t.end();
});

t.test("a lenient chip spoils what silicon spoils, and counts it", (t) => {
  const nor = partOf("nor-1m");
  const chip = newChip(nor, { lenient: true });
  chip.program(0, filled(1, 0x0f));
  t.equal(chip.program(0, filled(1, 0xf0)), "ok");
  const byte = filled(3, 0);
  chip.read(0, byte);
  t.equal(byte[0], 0, "zeros stay");
  chip.program(254, Uint8Array.of(1, 2, 3));
  chip.read(254, byte.subarray(0, 2));
  t.same([...byte.subarray(0, 2)], [1, 2], "a program goes round inside its page");
  chip.read(nor.totalBytes - 1, byte);
  t.same([...byte], [0xff, 0, 0xff], "a read goes round the chip");
  chip.program(nor.totalBytes + 300, filled(1, 7));
  chip.read(300, byte.subarray(0, 1));
  t.equal(byte[0], 7, "address lines that are not there are not seen");
  t.equal(chip.counters.misuses, 5, "the program that went round asked a zero to become a one besides");
  const pages = newChip(nand, { lenient: true });
  pages.program(5 * nand.pageBytes, filled(nand.pageBytes, 0xf0));
  t.equal(pages.program(4 * nand.pageBytes, filled(nand.pageBytes, 0xf0)), "ok");
  t.equal(pages.counters.misuses, 1);
  t.equal(
    pages.read(5 * nand.pageBytes, new Uint8Array(1)),
    "uncorrectable",
    "the page after it is disturbed",
  );
  t.notSame(pageOf(pages, 5).subarray(0, nand.pageBytes), filled(nand.pageBytes, 0xf0));
  t.end();
});

t.test("a protected range neither programs nor erases", (t) => {
  const part = partOf("nor-1m");
  const chip = newChip(part);
  chip.protect([{ from: 4096, to: 12_288 }]);
  t.equal(chip.program(4095, filled(1, 0)), "ok");
  t.throws(() => chip.program(4096, filled(1, 0)), /write-protected/);
  t.throws(() => chip.eraseBlock(2), /write-protected/);
  t.throws(() => chip.eraseRange(0, 65_536), /write-protected/, "a larger erase that reaches into it");
  t.equal(chip.eraseBlock(3), "ok");
  const lenient = newChip(part, { lenient: true });
  lenient.protect([{ from: 0, to: part.totalBytes }]);
  t.equal(lenient.program(0, filled(1, 0)), "failed");
  t.equal(lenient.eraseBlock(0), "failed");
  t.equal(lenient.operationCount, 0, "nothing took place");
  lenient.protect([]);
  t.equal(lenient.program(0, filled(1, 0)), "ok");
  t.end();
});

t.test("larger erase units are one operation", (t) => {
  const part = partOf("w25q128");
  const chip = newChip(part);
  for (let block = 0; block < 32; block++) chip.program(block * 4096, filled(4, 0));
  chip.eraseRange(65_536, 65_536);
  t.equal(chip.counters.erases, 1);
  t.same(
    [15, 16, 31, 32].map((block) => chip.eraseCount(block)),
    [0, 1, 1, 0],
  );
  t.equal(chip.deviceMicros, 32 * (64 + 10) + 160_000, "its own time");
  for (const [address, bytes] of [
    [4096, 65_536],
    [0, 8192],
    [0, 2048],
    [part.totalBytes, 4096],
  ] as const) {
    t.throws(() => chip.eraseRange(address, bytes), ChipMisuse, `${bytes} at ${address}`);
  }
  chip.eraseRange(0, part.totalBytes);
  t.equal(chip.eraseCount(4095), 1);
  const torn = newChip(part);
  for (let block = 0; block < 16; block++) torn.program(block * 4096, filled(256, 0x3c));
  torn.armCut({ operation: 16, shape: "half-erase1" });
  t.throws(() => torn.eraseRange(0, 65_536), PowerCut);
  torn.powerOn();
  const left = [0, 15].map((block) => {
    const bytes = new Uint8Array(256);
    torn.read(block * 4096, bytes);
    return Buffer.from(bytes).toString("hex");
  });
  t.not(left[0], left[1], "a cut tears each block, each in its own way");
  t.notOk(left.includes("3c".repeat(256)));
  t.end();
});

t.test("time and energy are typical or maximum", (t) => {
  for (const figure of ["typical", "max"] as const) {
    const part = partOf("w25q128");
    const chip = newChip(part, { figure });
    chip.program(0, filled(256, 0));
    chip.eraseBlock(0);
    t.equal(chip.deviceMicros, part.programMicros[figure] + part.eraseUnits[0].micros[figure]);
    const milliwatts = (part.programMilliamps * part.supplyMillivolts) / 1000;
    t.equal(chip.energyMicrojoules, Math.floor((chip.deviceMicros * milliwatts) / 1000));
  }
  const chip = newChip(partOf("w25n01gv"));
  chip.read(2047, new Uint8Array(2));
  t.equal(chip.deviceMicros, 120, "NAND loads both pages");
  t.end();
});

t.test("a chip of 1 GiB costs memory only for the blocks that were touched", (t) => {
  const part = partOf("nand-1g");
  const before = process.memoryUsage();
  const carrier = MemoryCarrier.forPart(part);
  const chip = new FlashChip(part, carrier, { ageing: true });
  for (let block = 0; block < 8192; block += 1000) {
    if (!chip.isMarkedBad(block)) chip.program(block * part.eraseBlockBytes, filled(2048, 0));
  }
  const after = process.memoryUsage();
  const bytes = after.arrayBuffers - before.arrayBuffers;
  t.ok(bytes < 9 * geometryOf(part).cellBlockBytes + 500_000, `${bytes} bytes`);
  t.end();
});

t.test("each figure of a real part names its source or that it is unsure", (t) => {
  const figures = [
    ...[
      "jedecId",
      "totalBytes",
      "pageBytes",
      "eraseBlockBytes",
      "eraseUnits",
      "programMicros",
      "programSetupMicros",
    ],
    ...["readSetupNanos", "readByteNanos", "enduranceCycles", "retentionYears", "supplyMillivolts"],
    ...["readMilliamps", "programMilliamps", "eraseMilliamps"],
  ];
  for (const name of partNames().filter((name) => !/^(nor|nand)-/.test(name))) {
    const part = partOf(name);
    const also = [
      ...(part.spi === null ? [] : ["spi", "spi.chipEraseMicros"]),
      ...(part.ecc === null ? [] : ["ecc"]),
      ...(part.programsPerPage === null ? [] : ["programsPerPage"]),
      ...(part.badBlocksMax === 0 ? [] : ["badBlocksMax"]),
    ];
    const text = part.sources.join("\n");
    for (const figure of [...figures, ...also]) {
      if (figure === "jedecId" && part.jedecId === null) continue;
      t.ok(new RegExp(`\\b${figure.replace(".", "\\.")}\\b`).test(text), `${name}: ${figure}`);
    }
  }
  t.end();
});

t.test("what the model reports of each part is what its file says", (t) => {
  for (const name of partNames()) {
    const part = partOf(name);
    const geometry = geometryOf(part);
    t.equal(geometry.blockCount * part.eraseBlockBytes, part.totalBytes, name);
    t.equal(geometry.pagesPerBlock * part.pageBytes, part.eraseBlockBytes);
    t.equal(geometry.pageStride, part.pageBytes + part.spareBytes);
    for (const figure of ["typical", "max"] as const) {
      const micros = (work: (chip: FlashChip) => unknown): number => {
        const chip = newChip(part, { figure, ageing: true });
        work(chip);
        return chip.deviceMicros;
      };
      const page = filled(geometry.pageStride, 0);
      t.equal(
        micros((chip) => chip.programPage(0, 0, page)),
        part.programMicros[figure],
        "program",
      );
      const readNanos = part.readSetupNanos + part.readByteNanos * part.pageBytes;
      t.equal(
        micros((chip) => chip.read(0, filled(part.pageBytes, 0))),
        Math.floor(readNanos / 1000),
        "read",
      );
      for (const unit of part.eraseUnits) {
        if (unit.bytes < part.eraseBlockBytes) continue;
        t.equal(
          micros((chip) => chip.eraseRange(0, unit.bytes)),
          unit.micros[figure],
          `erase ${unit.bytes}`,
        );
      }
      const blockUnit = part.eraseUnits.find((unit) => unit.bytes === part.eraseBlockBytes);
      const byBlock = (blockUnit?.micros[figure] ?? 0) * geometry.blockCount;
      const whole = part.spi?.chipEraseMicros[figure] ?? byBlock;
      t.equal(
        micros((chip) => chip.eraseRange(0, part.totalBytes)),
        whole,
        "erase the chip",
      );
    }
    const chip = newChip(part, { ageing: true, seed: 3 });
    t.equal(chip.blockCount, geometry.blockCount);
    const last = chip.blockCount - 1;
    t.ok(
      part.ageing.earlyShare > 0 || (chip.ageing?.lifeCycles(last) ?? 0) >= part.enduranceCycles,
      "endurance",
    );
    const bad = Array.from({ length: chip.blockCount }, (_, block) => block).filter((block) =>
      chip.isMarkedBad(block),
    );
    t.ok(bad.length <= part.badBlocksMax, `${bad.length} bad blocks`);
  }
  t.end();
});
