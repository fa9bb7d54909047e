/** How chips grow old: each effect, and that random ones come at their rates. All seeds are fixed. */
import t from "tap";
import {
  FlashChip,
  MemoryCarrier,
  PowerCut,
  definePart,
  genericNor,
  geometryOf,
  partByName,
} from "../src/flash/index.ts";
import type { ChipOptions, Part } from "../src/flash/index.ts";

function partOf(name: string): Part {
  const part = partByName(name);
  if (part === undefined) throw new Error(`${name} is a part`);
  return part;
}

/** Small numbers, so that effects are seen soon. */
const nor = definePart({
  ...genericNor(256 * 1024),
  name: "weak",
  enduranceCycles: 1000,
  ageing: {
    ...{ lifeMedian: 2, lifeSpread: 0.5, earlyShare: 0, silentShare: 0.25 },
    ...{ retentionBitRate: 0.001, disturbBitRate: 0.001 },
  },
});

function newChip(part: Part, options: ChipOptions = {}): FlashChip {
  return new FlashChip(part, MemoryCarrier.forPart(part), { ageing: true, ...options });
}

function lifeOf(chip: FlashChip, block: number): number {
  return chip.ageing?.lifeCycles(block) ?? NaN;
}

function bitsIn(bytes: Uint8Array, value: 0 | 1): number {
  let ones = 0;
  for (const byte of bytes) for (let rest = byte; rest !== 0; rest &= rest - 1) ones++;
  return value === 1 ? ones : bytes.length * 8 - ones;
}

function fillBlocks(chip: FlashChip, value: number): void {
  const page = new Uint8Array(chip.part.pageBytes).fill(value);
  for (let address = 0; address < chip.part.totalBytes; address += page.length) chip.program(address, page);
}

/** Whether `count` of events with a mean of `mean` is within four standard deviations. */
function isAbout(count: number, mean: number): boolean {
  return Math.abs(count - mean) <= 4 * Math.sqrt(mean);
}

const same = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;
const sorted = (values: readonly number[]): readonly number[] =>
  [...values].sort((left, right) => left - right);

t.test("blocks live as long as the part's distribution says", (t) => {
  const lives = Array.from({ length: 20 }, (_, seed) => newChip(nor, { seed })).flatMap((chip) =>
    Array.from({ length: chip.blockCount }, (_, block) => lifeOf(chip, block)),
  );
  const ascending = sorted(lives);
  t.ok(ascending[0] > 1000, "never less than the maker promises");
  const median = ascending[lives.length >> 1];
  t.ok(Math.abs(median - 2000) < 100, `half of them ${median}`);
  const logs = lives.map((life) => Math.log(life / 1000 - 1));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const spread = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length);
  t.ok(Math.abs(spread - 0.5) < 0.04, `spread ${spread.toFixed(3)}`);
  const nand = partOf("mt29f2g08");
  const early = Array.from({ length: 10 }, (_, seed) => newChip(nand, { seed })).reduce(
    (sum, chip) =>
      sum +
      Array.from({ length: 2048 }, (_, block) => lifeOf(chip, block)).filter((life) => life < 100_000).length,
    0,
  );
  t.ok(isAbout(early, 20_480 * nand.ageing.earlyShare), `${early} of 20480 blocks fail early`);
  t.equal(lifeOf(newChip(nor, { seed: 4 }), 7), lifeOf(newChip(nor, { seed: 4 }), 7));
  t.not(lifeOf(newChip(nor, { seed: 4 }), 7), lifeOf(newChip(nor, { seed: 5 }), 7));
  t.end();
});

t.test("past its life a block fails, ever more often, loudly or silently", (t) => {
  const failures = { half: 0, all: 0, silent: 0, silentAll: 0 };
  const tries = 2000;
  for (let index = 0; index < tries; index++) {
    const chip = newChip(nor, { seed: index });
    const life = lifeOf(chip, 0);
    chip.carrier.wear(0, life);
    if (index < 50) t.equal(chip.eraseBlock(0), "ok", "not before");
    const half = newChip(nor, { seed: index });
    half.carrier.wear(0, Math.round(life * 1.05));
    if (half.eraseBlock(0) === "failed" || half.carrier.unstableOf(0) !== null) failures.half++;
    const late = newChip(nor, { seed: index });
    late.carrier.wear(0, Math.round(life * 1.2));
    const status = late.eraseBlock(0);
    const isSilent = status === "ok" && late.carrier.unstableOf(0) !== null;
    if (status === "failed" || isSilent) failures.all++;
    if (isSilent) failures.silent++;
  }
  t.equal(failures.all, tries, "always at 1.2 times its life");
  t.ok(isAbout(failures.half, tries / 2), `${failures.half} of ${tries} half-way up the ramp`);
  t.ok(isAbout(failures.silent, tries / 4), `${failures.silent} of ${tries} silently`);
  t.end();
});

t.test("programs of a worn block fail too, and leave what the status says", (t) => {
  let loud = 0;
  let silent = 0;
  for (let seed = 0; seed < 200; seed++) {
    const chip = newChip(nor, { seed });
    chip.carrier.wear(0, 2 * lifeOf(chip, 0));
    const status = chip.program(0, new Uint8Array(256));
    const bytes = new Uint8Array(256);
    chip.carrier.read(0, bytes);
    const left = bitsIn(bytes, 1);
    if (status === "failed") {
      loud++;
      if (left < 700 || left > 1400) t.fail(`about half of the bits are programmed, not ${2048 - left}`);
    } else {
      silent++;
      if (left < 1 || left > 4) t.fail(`${left} bits are left, unstable`);
    }
  }
  t.ok(isAbout(silent, 50), `${silent} of 200 silently`);
  t.equal(loud + silent, 200);
  const sound = new FlashChip(nor, MemoryCarrier.forPart(nor));
  sound.age({ cycles: 1_000_000 });
  t.equal(sound.program(0, new Uint8Array(256)), "ok", "without ageing nothing wears out");
  t.equal(sound.eraseCount(5), 1_000_000);
  t.end();
});

t.test("retention: a rate of 1 in 1000 is about 1 in 1000", (t) => {
  const chip = newChip(nor, { seed: 11 });
  fillBlocks(chip, 0x00);
  chip.age({ cycles: 1000, years: nor.retentionYears });
  const bytes = new Uint8Array(nor.totalBytes);
  chip.read(0, bytes);
  const bits = nor.totalBytes * 8;
  const lost = bitsIn(bytes, 1);
  t.ok(isAbout(lost, bits / 1000), `${lost} of ${bits} bits`);
  const again = new Uint8Array(nor.totalBytes);
  chip.read(0, again);
  t.ok(same(again, bytes), "what has gone stays gone");
  chip.age({ years: nor.retentionYears });
  chip.read(0, again);
  t.ok(isAbout(bitsIn(again, 1), bits / 500), "twice the time, twice the bits");
  t.ok(
    again.every((byte, index) => (bytes[index] & ~byte) === 0),
    "the same bits and more",
  );
  const fork = chip.fork();
  const forked = new Uint8Array(nor.totalBytes);
  fork.read(0, forked);
  t.ok(same(forked, again), "a fork fades alike");
  chip.eraseBlock(0);
  chip.program(0, new Uint8Array(256));
  chip.read(0, again.subarray(0, 256));
  t.same(again.subarray(0, 256), new Uint8Array(256), "what is written anew is fresh");
  const fresh = newChip(nor, { seed: 11 });
  fillBlocks(fresh, 0x00);
  fresh.age({ years: nor.retentionYears });
  fresh.read(0, bytes);
  t.ok(
    isAbout(bitsIn(bytes, 1), bits / 1000 / 1000),
    `${bitsIn(bytes, 1)} bits of blocks that were never worn`,
  );
  const blank = newChip(nor, { seed: 11 });
  blank.age({ cycles: 1000, years: 1000 });
  blank.read(0, bytes);
  t.equal(bitsIn(bytes, 0), 0, "blank blocks have nothing to lose");
  t.end();
});

t.test("read disturb: ones go, by the reads of their block", (t) => {
  const chip = newChip(nor, { seed: 12 });
  fillBlocks(chip, 0x0f);
  chip.age({ cycles: 1000 });
  const ageing = chip.ageing;
  for (let block = 0; block < chip.blockCount / 2; block++) ageing?.passReads(block, 1_000_000);
  const bytes = new Uint8Array(nor.totalBytes);
  chip.read(0, bytes);
  const half = nor.totalBytes / 2;
  const gone = bytes.subarray(0, half).reduce((sum, byte) => sum + bitsIn(Uint8Array.of(byte | 0xf0), 0), 0);
  t.ok(isAbout(gone, (half * 4) / 1000), `${gone} of ${half * 4} ones`);
  t.ok(
    bytes.every((byte) => (byte & 0xf0) === 0),
    "zeros stay",
  );
  t.equal(bitsIn(bytes.subarray(half), 1), half * 4, "blocks that were not read are as they were");
  t.equal(ageing?.readsSinceErase(0), 1_000_001, "each read counts");
  chip.eraseBlock(0);
  t.equal(ageing?.readsSinceErase(0), 0);
  chip.read(0, bytes.subarray(0, 4096));
  t.equal(bitsIn(bytes.subarray(0, 4096), 0), 0, "an erase mends it");
  t.end();
});

t.test("ECC on the die holds against fading bits, up to a point", (t) => {
  const part = definePart({
    ...partOf("nand-1m"),
    name: "fading",
    ageing: { ...nor.ageing, retentionBitRate: 1e-4 },
  });
  const chip = newChip(part, { seed: 13 });
  const { pageStride } = geometryOf(part);
  const page = new Uint8Array(pageStride).fill(0xa5);
  const pages = part.totalBytes / part.pageBytes;
  for (let index = 0; index < pages; index++) chip.programPage(index, 0, page);
  chip.age({ cycles: part.enduranceCycles });
  const statuses = (): Record<string, number> => {
    const counts: Record<string, number> = { ok: 0, corrected: 0, uncorrectable: 0 };
    const bytes = new Uint8Array(pageStride);
    for (let index = 0; index < pages; index++) {
      const status = chip.readPage(index, 0, bytes);
      counts[status]++;
      const isRight = Buffer.compare(bytes, page) === 0;
      if (isRight === (status === "uncorrectable"))
        t.fail(`page ${index} reads ${status}, but right: ${isRight}`);
    }
    return counts;
  };
  t.same(statuses(), { ok: pages, corrected: 0, uncorrectable: 0 });
  chip.age({ years: part.retentionYears });
  const aged = statuses();
  // Half of the bits are zeros, 528 × 8 of them a page: about 0.21 wrong bits a page.
  const expected = pages * (1 - Math.exp(-1e-4 * pageStride * 4));
  t.ok(isAbout(aged.corrected, expected), `${aged.corrected} pages corrected, about ${expected.toFixed(0)}`);
  t.equal(aged.uncorrectable, 0);
  chip.age({ years: 20 * part.retentionYears });
  t.ok(statuses().uncorrectable > pages / 4, "after 200 years it has given up on many");
  t.end();
});

t.test("torn shapes come at their rates", (t) => {
  const sums = {
    bits: 0,
    halfErase: 0,
    halfZero: 0,
    unstable: [0, 0, 0, 0],
    weak: new Set<number>(),
    ones: 0,
    reads: 0,
  };
  const small = genericNor(64 * 1024);
  const tornChip = (seed: number, shape: string, before: number, erase: boolean): FlashChip => {
    const chip = new FlashChip(small, MemoryCarrier.forPart(small), { seed });
    for (let page = 0; page < 16; page++)
      if (before !== 0xff) chip.program(page * 256, new Uint8Array(256).fill(before));
    chip.armCut({ operation: chip.operationCount, shape: `${shape}${seed}` });
    try {
      if (erase) chip.eraseBlock(0);
      else chip.program(0, new Uint8Array(256));
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
    chip.powerOn();
    return chip;
  };
  const cells = (chip: FlashChip): Uint8Array => chip.carrier.cellsOf(0) ?? new Uint8Array(4096).fill(0xff);
  const rounds = 60;
  for (let seed = 0; seed < rounds; seed++) {
    sums.bits += bitsIn(cells(tornChip(seed, "bits", 0xff, false)).subarray(0, 256), 0);
    sums.halfErase += bitsIn(cells(tornChip(seed, "half-erase", 0x00, true)), 1);
    sums.halfZero += bitsIn(cells(tornChip(seed, "half-zero", 0xff, true)), 0);
    const unstable = tornChip(seed, "unstable", 0xff, false);
    sums.unstable[bitsIn(unstable.carrier.unstableOf(0) ?? new Uint8Array(0), 1) - 1]++;
    const into = new Uint8Array(256);
    const count = bitsIn(unstable.carrier.unstableOf(0) ?? new Uint8Array(0), 1);
    for (let read = 0; read < 50; read++) {
      unstable.read(0, into);
      sums.ones += bitsIn(into, 1);
      sums.reads += count;
    }
    sums.weak.add(
      bitsIn(tornChip(seed, "weak-erase", 0x00, true).carrier.unstableOf(0) ?? new Uint8Array(0), 1),
    );
  }
  t.ok(isAbout(sums.bits, rounds * 1024), `bits: ${sums.bits} of ${rounds * 2048} cleared`);
  t.ok(isAbout(sums.halfErase, rounds * 16_384), `half-erase: ${sums.halfErase} of ${rounds * 32_768} set`);
  t.ok(isAbout(sums.halfZero, rounds * 16_384), `half-zero: ${sums.halfZero} of ${rounds * 32_768} cleared`);
  t.ok(
    sums.unstable.every((count) => isAbout(count, rounds / 4)),
    `one to four unstable bits: ${sums.unstable.join(" ")}`,
  );
  t.ok(isAbout(sums.ones, sums.reads / 2), `unstable bits read as ones ${sums.ones} times of ${sums.reads}`);
  t.ok(
    Math.min(...sums.weak) >= 1 && Math.max(...sums.weak) <= 16 && sums.weak.size > 10,
    "one to sixteen weak bits",
  );
  t.end();
});
