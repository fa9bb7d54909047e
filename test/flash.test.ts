/** The chip against a reference of a few lines, its refusals, its torn operations, its figures. */
import fc from "fast-check";
import t from "tap";
import { SeededRandom } from "../src/base/index.ts";
import {
  ChipMisuse,
  CutSyntaxError,
  FlashChip,
  MemoryCarrier,
  PartError,
  PowerCut,
  definePart,
  eraseNanos,
  eraseShapes,
  formatCut,
  genericNor,
  parseCut,
  partByName,
  partNames,
  programNanos,
  programShapes,
} from "../src/flash/index.ts";
import type { ArmedCut, CutPoint, Part } from "../src/flash/index.ts";

const part = genericNor(64 * 1024);
const blockBytes = part.eraseBlockBytes;

function newChip(of: Part = part): { chip: FlashChip; carrier: MemoryCarrier } {
  const carrier = MemoryCarrier.forPart(of);
  return { chip: new FlashChip(of, carrier), carrier };
}

function readBack(chip: FlashChip, address: number, byteCount: number): Uint8Array {
  const into = new Uint8Array(byteCount);
  chip.read(address, into);
  return into;
}

function cutPointOf(action: () => unknown): CutPoint | null | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof PowerCut) return error.point;
    throw error;
  }
}

const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);

t.test("a program ANDs, an erase sets all ones", (t) => {
  const { chip } = newChip();
  t.same([...readBack(chip, 5, 3)], [0xff, 0xff, 0xff], "a new chip is blank");
  t.equal(chip.program(6, bytesOf(0xf0, 0x0f)), "ok");
  t.equal(chip.program(6, bytesOf(0x30, 0x0f)), "ok", "clearing further bits is allowed");
  t.same([...readBack(chip, 5, 4)], [0xff, 0x30, 0x0f, 0xff]);
  t.equal(chip.eraseBlock(0), "ok");
  t.same([...readBack(chip, 5, 4)], [0xff, 0xff, 0xff, 0xff]);
  t.equal(chip.eraseCount(0), 1);
  t.equal(chip.eraseCount(1), 0);
  t.end();
});

t.test("misuse is refused and changes nothing", (t) => {
  const { chip, carrier } = newChip();
  chip.program(0, bytesOf(0x0f));
  const before = carrier.contentHash();
  const page = part.pageBytes;
  const misuses: [string, () => unknown][] = [
    ["zero to one", () => chip.program(0, bytesOf(0x1f))],
    ["across a page", () => chip.program(page - 1, bytesOf(0, 0))],
    ["program past the end", () => chip.program(part.totalBytes, bytesOf(0))],
    ["program before the start", () => chip.program(-1, bytesOf(0))],
    ["half an address", () => chip.program(1.5, bytesOf(0))],
    ["program of nothing", () => chip.program(0, bytesOf())],
    ["read past the end", () => readBack(chip, part.totalBytes - 1, 2)],
    ["no such block", () => chip.eraseBlock(part.totalBytes / blockBytes)],
    ["no such block to ask about", () => chip.eraseCount(-1)],
  ];
  for (const [name, misuse] of misuses) t.throws(misuse, ChipMisuse, name);
  t.equal(carrier.contentHash(), before);
  t.equal(chip.operationCount, 1);
  t.end();
});

t.test("a part that programs units once refuses a second program of a unit", (t) => {
  const once = partByName("nor-1m-ecc16");
  if (once === undefined) throw new Error("nor-1m-ecc16 is a part");
  const { chip } = newChip(once);
  chip.program(4, bytesOf(0x00));
  t.throws(() => chip.program(4, bytesOf(0x00)), ChipMisuse, "the same byte");
  t.throws(() => chip.program(0, bytesOf(0xff)), ChipMisuse, "another byte of the unit");
  t.throws(() => chip.program(15, bytesOf(0xff, 0xff)), ChipMisuse, "a range that touches it");
  t.equal(chip.program(16, bytesOf(0x00)), "ok", "the next unit is free");
  chip.eraseBlock(0);
  t.equal(chip.program(0, bytesOf(0x00)), "ok", "an erase frees it");
  t.end();
});

/** The reference: bytes, AND, and nothing else. */
interface Step {
  readonly kind: "program" | "erase" | "read" | "fork" | "power";
  readonly at: number;
  readonly bytes: readonly number[];
}

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom<Step["kind"][]>("program", "program", "program", "erase", "read", "fork", "power"),
    at: fc.nat(part.totalBytes - 1),
    bytes: fc.array(fc.nat(255), { minLength: 1, maxLength: 40 }),
  }),
  { maxLength: 120 },
);

t.test("the chip does what a reference of bytes does", (t) => {
  const property = fc.property(steps, (list) => {
    const reference = new Uint8Array(part.totalBytes).fill(0xff);
    const counts = new Uint32Array(part.totalBytes / blockBytes);
    let carrier = MemoryCarrier.forPart(part);
    let chip = new FlashChip(part, carrier);
    const forks: { carrier: MemoryCarrier; hash: string }[] = [];
    for (const step of list) {
      const block = Math.floor(step.at / blockBytes);
      if (step.kind === "program") {
        const room = part.pageBytes - (step.at % part.pageBytes);
        const bytes = Uint8Array.from(
          step.bytes.slice(0, room),
          (byte, index) => byte & reference[step.at + index],
        );
        if (chip.program(step.at, bytes) !== "ok") return false;
        reference.set(bytes, step.at);
      } else if (step.kind === "erase") {
        chip.eraseBlock(block);
        counts[block]++;
        reference.fill(0xff, block * blockBytes, (block + 1) * blockBytes);
      } else if (step.kind === "power") {
        chip.powerOff();
        chip.powerOn();
      } else if (step.kind === "fork") {
        forks.push({ carrier, hash: carrier.contentHash() });
        carrier = carrier.fork();
        chip = new FlashChip(part, carrier);
      }
      const seen = readBack(chip, step.at, Math.min(5000, part.totalBytes - step.at));
      if (Buffer.compare(seen, reference.subarray(step.at, step.at + seen.length)) !== 0) return false;
      if (chip.eraseCount(block) !== counts[block]) return false;
    }
    return forks.every((fork) => fork.carrier.contentHash() === fork.hash);
  });
  fc.assert(property, { seed: 20_000, numRuns: 200 });
  t.end();
});

t.test("a cut comes at its operation, and power stays off until it is back", (t) => {
  const { chip } = newChip();
  chip.armCut({ operation: 2, shape: "none" });
  chip.program(0, bytesOf(0));
  chip.eraseBlock(1);
  t.same(
    cutPointOf(() => chip.program(1, bytesOf(0))),
    { operation: 2, shape: "none" },
  );
  t.notOk(chip.isPowered);
  for (const later of [
    () => chip.program(1, bytesOf(0)),
    () => chip.eraseBlock(0),
    () => readBack(chip, 0, 1),
  ]) {
    t.equal(cutPointOf(later), null, "no power");
  }
  chip.powerOn();
  t.equal(chip.operationCount, 0, "operations count from power-on");
  t.same([...readBack(chip, 0, 2)], [0, 0xff]);
  for (let count = 0; count < 5; count++) chip.program(10 + count, bytesOf(0));
  t.throws(() => chip.armCut({ operation: 4, shape: "none" }), /ahead/);
  chip.armCut({ operation: 5, shape: "complete" });
  chip.armCut(null);
  t.equal(chip.program(20, bytesOf(0)), "ok", "disarmed");
  t.end();
});

t.test("a shape of the wrong kind is misuse, of no kind is a syntax error", (t) => {
  const { chip } = newChip();
  t.throws(() => chip.armCut({ operation: 0, shape: "sideways" }), CutSyntaxError);
  chip.armCut({ operation: 0, shape: "half-erase" });
  t.throws(() => chip.program(0, bytesOf(0)), ChipMisuse);
  chip.armCut({ operation: 0, shape: "prefix3" });
  t.throws(() => chip.eraseBlock(0), ChipMisuse);
  t.end();
});

/** Old cells of a block, an operation on it, torn: what is in the cells and what is unstable. */
function tear(operation: (chip: FlashChip) => void, cut: (at: number) => ArmedCut, seed = 7): MemoryCarrier {
  const { chip, carrier } = newChip();
  const random = new SeededRandom(seed);
  for (let page = 0; page < blockBytes; page += part.pageBytes) {
    chip.program(
      page,
      Uint8Array.from({ length: part.pageBytes }, () => random.nextUint32() | 0x88),
    );
  }
  chip.armCut(cut(chip.operationCount));
  if (cutPointOf(() => operation(chip)) === undefined) throw new Error("no cut came");
  return carrier;
}

const untorn = (carrier: MemoryCarrier): Uint8Array =>
  carrier.cellsOf(0) ?? new Uint8Array(blockBytes).fill(0xff);
const oldCells = untorn(
  tear(
    (chip) => chip.program(0, bytesOf(0)),
    (operation) => ({ operation, shape: "none" }),
  ),
);
const zeros = new Uint8Array(100);

t.test("torn programs stay within physics, each in its own way", (t) => {
  const whole = oldCells.slice();
  whole.fill(0, 300, 400);
  for (const shape of [...programShapes(zeros.length), "bits77", "unstable99", "unit3"]) {
    const program = (chip: FlashChip): void => void chip.program(300, zeros);
    const carrier = tear(program, (operation) => ({ operation, shape }));
    const cells = untorn(carrier);
    t.ok(
      cells.every((byte, index) => (byte & ~oldCells[index]) === 0),
      `${shape}: no zero became a one`,
    );
    t.ok(
      cells.every((byte, index) => (whole[index] & ~byte) === 0),
      `${shape}: no further bit was cleared`,
    );
    t.ok(tear(program, (operation) => ({ operation, shape })).equals(carrier), `${shape}: the same again`);
    const mask = carrier.unstableOf(0);
    t.equal(mask !== null, shape.startsWith("unstable"), `${shape}: unstable or not`);
    if (mask !== null) {
      t.ok(
        mask.every((bits, index) => (bits & ~cells[index]) === 0),
        "unstable bits are ones",
      );
      t.ok(
        cells.every((byte, index) => (byte & ~mask[index]) === whole[index]),
        "all other bits are programmed",
      );
    }
    if (shape.startsWith("bits")) t.notSame(cells, oldCells, `${shape}: some bits went`);
    if (shape.startsWith("bits")) t.notSame(cells, whole, `${shape}: some bits stayed`);
  }
  const cellsAfter = (shape: string): Uint8Array =>
    untorn(
      tear(
        (chip) => chip.program(300, zeros),
        (operation) => ({ operation, shape }),
      ),
    );
  t.same(cellsAfter("none"), oldCells);
  t.same(cellsAfter("complete"), whole);
  const prefix = oldCells.slice();
  prefix.fill(0, 300, 307);
  t.same(cellsAfter("prefix7"), prefix);
  t.same(cellsAfter("prefix100"), whole, "a prefix of all bytes is all of it");
  t.notSame(cellsAfter("bits1"), cellsAfter("bits2"));
  t.end();
});

t.test("a torn program of an ECC part may damage the rest of its units, no further", (t) => {
  const ecc = definePart({ ...part, name: "ecc", programUnitBytes: 16 });
  const { chip, carrier } = newChip(ecc);
  t.ok(programShapes(4, 16).includes("unit1"));
  chip.armCut({ operation: 0, shape: "unit1" });
  t.ok(cutPointOf(() => chip.program(36, bytesOf(0, 0, 0, 0))));
  const cells = untorn(carrier);
  t.ok(
    cells.subarray(32, 36).some((byte) => byte !== 0xff),
    "earlier bytes of the unit are damaged",
  );
  t.ok(
    cells.every((byte, index) => (index >= 32 && index < 48) || byte === 0xff),
    "no byte outside the unit is",
  );
  t.end();
});

t.test("torn erases stay within physics, each in its own way", (t) => {
  const after = new Map<string, MemoryCarrier>();
  for (const shape of [...eraseShapes(), "half-erase9", "weak-erase9", "half-zero9"]) {
    const erase = (chip: FlashChip): void => void chip.eraseBlock(0);
    const carrier = tear(erase, (operation) => ({ operation, shape }));
    after.set(shape, carrier);
    t.ok(tear(erase, (operation) => ({ operation, shape })).equals(carrier), `${shape}: the same again`);
    t.equal(carrier.eraseCount(0), shape === "none" ? 0 : 1, `${shape}: wear`);
    t.equal(carrier.unstableOf(0) !== null, shape.startsWith("weak"), `${shape}: unstable or not`);
  }
  const cells = (shape: string): Uint8Array => untorn(after.get(shape) ?? new MemoryCarrier(blockBytes, 1));
  const blank = new Uint8Array(blockBytes).fill(0xff);
  t.same(cells("none"), oldCells);
  t.same(cells("zero-erase"), new Uint8Array(blockBytes));
  t.same(cells("complete"), blank);
  t.same(cells("weak-erase1"), blank);
  t.ok(
    cells("half-erase1").every((byte, index) => (oldCells[index] & ~byte) === 0),
    "half-erase only sets bits",
  );
  t.ok(
    cells("half-zero1").every((byte, index) => (byte & ~oldCells[index]) === 0),
    "half-zero only clears bits",
  );
  const differ = (left: Uint8Array, right: Uint8Array): number =>
    left.reduce((sum, byte, index) => sum + (byte === right[index] ? 0 : 1), 0);
  for (const shape of ["half-erase1", "half-zero1"]) {
    t.ok(differ(cells(shape), oldCells) > blockBytes / 4, `${shape} changed many bytes`);
  }
  t.notSame(cells("half-erase1"), cells("half-erase2"));
  t.end();
});

t.test("unstable bits read differently until programmed or erased", (t) => {
  const makeUnstable = (): { chip: FlashChip; carrier: MemoryCarrier } => {
    const { chip, carrier } = newChip();
    chip.armCut({ operation: 0, shape: "unstable5" });
    cutPointOf(() => chip.program(blockBytes - 4, bytesOf(0, 0, 0, 0)));
    chip.powerOn();
    return { chip, carrier };
  };
  const first = makeUnstable();
  const address = blockBytes - 8;
  const reads = Array.from({ length: 64 }, () =>
    Buffer.from(readBack(first.chip, address, 16)).toString("hex"),
  );
  t.ok(new Set(reads).size > 1, "reads differ");
  const again = makeUnstable();
  const sameReads = reads.map(() => Buffer.from(readBack(again.chip, address, 16)).toString("hex"));
  t.same(sameReads, reads, "the same seed reads the same");
  t.ok(new FlashChip(part, again.carrier.fork()).carrier.unstableBlockCount === 1, "a fork takes them along");
  t.equal(first.chip.program(blockBytes - 4, bytesOf(0, 0, 0, 0)), "ok", "programmed again");
  t.equal(first.carrier.unstableBlockCount, 0, "a bit programmed to zero is stable");
  again.chip.eraseBlock(0);
  t.equal(again.carrier.unstableBlockCount, 0, "an erase makes all bits stable");
  t.same(readBack(again.chip, address, 16), new Uint8Array(16).fill(0xff));
  const weak = newChip();
  weak.chip.armCut({ operation: 0, shape: "weak-erase3" });
  cutPointOf(() => weak.chip.eraseBlock(2));
  weak.chip.powerOn();
  const weakReads = Array.from({ length: 8 }, () =>
    Buffer.from(readBack(weak.chip, 2 * blockBytes, blockBytes)).toString("hex"),
  );
  t.ok(new Set(weakReads).size > 1, "a weakly erased block is not quite blank");
  t.end();
});

t.test("a cut by seed draws a shape that its operation can have, and says which", (t) => {
  const drawn = new Set<string>();
  for (let seed = 0; seed < 60; seed++) {
    const { chip } = newChip();
    chip.armCut({ operation: 0, seed });
    const point = cutPointOf(() => (seed % 2 === 0 ? chip.eraseBlock(0) : chip.program(0, zeros)));
    t.ok((seed % 2 === 0 ? eraseShapes() : programShapes(zeros.length)).includes(point?.shape ?? "?"));
    drawn.add(point?.shape ?? "?");
    const replayed = newChip().chip;
    replayed.armCut(point ?? null);
    t.same(
      cutPointOf(() => (seed % 2 === 0 ? replayed.eraseBlock(0) : replayed.program(0, zeros))),
      point,
    );
  }
  t.ok(drawn.size > 8, "many shapes come up");
  t.end();
});

t.test("cuts are written and read in one grammar", (t) => {
  for (const text of [
    "0.none",
    "1234.prefix7",
    "1234.prefix7/56.half-erase",
    "1.bits9/2.weak-erase/3.complete",
  ]) {
    t.equal(formatCut(parseCut(text)), text);
  }
  t.same(parseCut("12.unstable3/4.zero-erase"), [
    { operation: 12, shape: "unstable3" },
    { operation: 4, shape: "zero-erase" },
  ]);
  for (const text of [
    "",
    "12",
    "12.",
    ".none",
    "-1.none",
    "1.prefix",
    "1.none3",
    "1.nonesuch",
    "1.none/",
    "1,none",
  ]) {
    t.throws(() => parseCut(text), CutSyntaxError, `"${text}"`);
  }
  for (const byteCount of [1, 2, 3, 4, 16, 256]) {
    const shapes = programShapes(byteCount);
    t.ok(shapes.length >= 5 && new Set(shapes).size === shapes.length, `shapes of ${byteCount} bytes`);
    for (const shape of shapes) t.same(parseCut(`3.${shape}`), [{ operation: 3, shape }]);
  }
  t.ok(eraseShapes().length >= 5);
  t.end();
});

t.test("operations are counted, observed, and cost what the part says", (t) => {
  const { chip } = newChip();
  const seen: string[] = [];
  chip.observe((kind, address, bytes) => seen.push(`${kind} ${address} ${bytes?.length ?? 4096}`));
  chip.program(256, new Uint8Array(256));
  chip.program(512, bytesOf(1, 2));
  chip.eraseBlock(3);
  readBack(chip, 0, 100);
  t.same(seen, ["program 256 256", "program 512 2", `erase ${3 * blockBytes} ${blockBytes}`]);
  t.match(chip.counters, { programs: 2, programmedBytes: 258, erases: 1, reads: 1, readBytes: 100 });
  t.match(chip.counters, { failures: 0, misuses: 0, correctedReads: 0, uncorrectableReads: 0 });
  const micros = 704 + (64 + (640 * 2) / 256) + 64_000 + (0.3 + 0.06 * 100);
  t.equal(chip.deviceMicros, Math.floor(micros));
  t.equal(programNanos(part, 256, "max"), 4_224_000);
  t.equal(eraseNanos(part, "max"), 896_000_000);
  t.ok(chip.energyMicrojoules > 0 && chip.energyMicrojoules < (micros * 20 * 3.3) / 1000 + 1);
  t.end();
});

t.test("a failing block says so, and bits still only move the allowed way", (t) => {
  const { chip, carrier } = newChip();
  chip.program(0, bytesOf(0xf0));
  chip.failBlock(0);
  t.equal(chip.program(1, new Uint8Array(50)), "failed");
  t.equal(readBack(chip, 0, 1)[0], 0xf0);
  const before = carrier.contentHash("bits");
  t.equal(chip.eraseBlock(0), "failed");
  t.equal(carrier.contentHash("bits"), before, "the bits are as before");
  t.equal(chip.eraseCount(0), 1);
  t.equal(chip.program(blockBytes, bytesOf(0)), "ok", "other blocks work");
  t.end();
});

t.test("a chip costs memory only where it was touched, and a fork costs nothing", (t) => {
  const large = partByName("nor-256m");
  if (large === undefined) throw new Error("nor-256m is a part");
  const carrier = MemoryCarrier.forPart(large);
  const chip = new FlashChip(large, carrier);
  chip.program(200 * 1024 * 1024, bytesOf(1));
  const touched = (of: MemoryCarrier): number =>
    Array.from({ length: of.blockCount }, (_, blockIndex) => of.cellsOf(blockIndex)).filter(
      (each) => each !== null,
    ).length;
  t.equal(touched(carrier), 1);
  const fork = carrier.fork();
  t.equal(fork.cellsOf(3200), carrier.cellsOf(3200), "a fork shares cells");
  new FlashChip(large, fork).program(200 * 1024 * 1024 + 1, bytesOf(1));
  t.not(fork.cellsOf(3200), carrier.cellsOf(3200), "until one side changes them");
  t.notOk(fork.equals(carrier));
  chip.program(200 * 1024 * 1024 + 1, bytesOf(1));
  t.ok(fork.equals(carrier), "equal by content");
  t.equal(fork.contentHash(), carrier.contentHash());
  chip.eraseBlock(3200);
  t.equal(touched(carrier), 0, "an erased block gives its room back");
  const blank = MemoryCarrier.forPart(large);
  t.equal(carrier.contentHash("bits"), blank.contentHash("bits"));
  t.not(carrier.contentHash(), blank.contentHash(), "wear is part of the state");
  t.ok(MemoryCarrier.copyOf(carrier).equals(carrier), "a copy is equal");
  t.end();
});

function caught(action: () => unknown): PartError {
  try {
    action();
  } catch (error) {
    if (error instanceof PartError) return error;
  }
  throw new Error("a PartError was expected");
}

t.test("parts are checked field by field", (t) => {
  t.ok(partNames().length > 10);
  for (const name of partNames()) {
    const known = partByName(name);
    t.equal(known?.name, name);
    t.equal(partByName(name.toUpperCase())?.name, name, "case does not matter");
  }
  t.equal(partByName("nor-3m")?.totalBytes, 3 * 1024 * 1024, "any size");
  t.equal(partByName("no-such-part"), undefined);
  t.throws(() => genericNor(5000), PartError);
  const wrong: [string, Partial<Part>][] = [
    ["name", { name: "Upper Case" }],
    ["jedecId", { jedecId: "xyz" }],
    ["pageBytes", { pageBytes: 100 }],
    ["pageBytes", { pageBytes: 8192 }],
    ["totalBytes", { totalBytes: 0 }],
    ["totalBytes", { totalBytes: 5000 }],
    ["programUnitBytes", { programUnitBytes: 512 }],
    ["eraseBlockBytes", { eraseBlockBytes: 8192 }],
    ["eraseUnits[0].micros.max", { eraseUnits: [{ bytes: 4096, micros: { typical: 5, max: 4 } }] }],
    ["programMicros.typical", { programMicros: { typical: -1, max: 4 } }],
    ["programSetupMicros", { programSetupMicros: { typical: 800, max: 8000 } }],
    ["enduranceCycles", { enduranceCycles: 0 }],
    ["readByteNanos", { readByteNanos: 0.5 }],
    ["sources", { sources: [] }],
  ];
  for (const [field, change] of wrong) {
    const { field: named } = caught(() => definePart({ ...part, ...change }));
    t.equal(named, field, JSON.stringify(change));
  }
  t.end();
});
