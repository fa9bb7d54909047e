/** The wear lab's figures, each against a count of its own: the chip's counters, a recount of the lines, a chip that is really worn out. */
import t from "tap";
import { join } from "node:path";
import { FlashChip, MemoryCarrier, definePart, partByName } from "../src/flash/index.ts";
import type { Part } from "../src/flash/index.ts";
import { Device, chipFor, installedProgram, manufacture, profileNamed } from "../src/device/index.ts";
import type { Profile } from "../src/device/index.ts";
import { MemoryConsole, copyDevice, readRom } from "../src/host/index.ts";
import { measureWear } from "../src/lab/index.ts";
import type { WearSubject } from "../src/lab/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";
import { journalBytes } from "../src/lab/wear-baselines.ts";
import { lifeOf, spreadOf } from "../src/lab/wear-figures.ts";

const tiny = profileNamed("tiny") as Profile;

/** The ledger of a checked-in image, with arguments of the test's own, on a new `tiny`. */
function ledgerOnTiny(words: readonly string[], limits: Partial<WearSubject> = {}): WearSubject {
  const program = installedProgram(copyDevice(join("images", "ledger.img")).chip);
  const part = definePart({ ...(partByName(tiny.part) as Part), enduranceCycles: 12 });
  const carrier = MemoryCarrier.forPart(part);
  manufacture(chipFor(tiny, carrier), tiny, { ...program, launch: { ...program.launch, arguments: words } });
  return {
    ...{
      profile: tiny,
      rom: readRom(),
      carrier,
      part,
      checkpoint: { kind: "ticks", ticks: 40_000 } as const,
    },
    ...{ isOver: () => false, ...limits },
  };
}

t.test("what is reported is what the chip counted, to the byte", async (t) => {
  const subject = ledgerOnTiny(["4", "60", "2"]);
  const report = measureWear(subject);
  t.equal(report.end, "exited");
  t.ok(report.checkpoints > 5);
  t.equal(report.dirtyBytes, report.linesFlushed * tiny.lineBytes);
  const { payload, records, cleaning, levelling, map } = report.programmedBy;
  t.equal(payload + records + cleaning + levelling + map, report.bytesProgrammed);
  t.equal(payload, report.dirtyBytes);
  t.ok(records > 0 && cleaning >= 0 && levelling >= 0 && map >= 0);
  t.equal(
    report.erases,
    sumOf(report.blocks) - erasesUntilPowerOn(subject),
    "erases of installing it are not in it",
  );
  t.same(
    Object.values(report.checkpointsBy).reduce((sum, count) => sum + count, 0),
    report.checkpoints,
    "every checkpoint has a cause",
  );
  t.ok(report.amplification > 1 && report.amplification < 1.5, `amplification ${report.amplification}`);
  const { wholeHeapCopy, allocatedHeapCopy, writeThrough } = report.baselines;
  t.ok(allocatedHeapCopy > report.bytesProgrammed, "a copy of the heap programs more");
  t.ok(wholeHeapCopy > allocatedHeapCopy, "and one with its free lines still more");
  t.ok(writeThrough.windows > 0);
  t.ok(writeThrough.bytesProgrammed > wholeHeapCopy, "to write every store through is dearest");
  t.ok(report.baselines.changedPages >= report.dirtyBytes);
  t.ok(report.baselines.journalOfChangedBytes < report.dirtyBytes * 2);
  t.ok(report.ramBytesMax <= tiny.ramBytes, `${report.ramBytesMax} bytes of RAM`);
  t.equal(report.timeLine.length, report.checkpoints);
  const sum = report.timeLine.reduce((bytes, point) => bytes + point.programmedBytes, 0);
  t.equal(sum, report.bytesProgrammed, "the time line adds up");
});

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function erasesUntilPowerOn({ profile, part, carrier, rom, checkpoint }: WearSubject): number {
  const chip = new FlashChip(part, carrier.fork());
  const device = new Device(
    { profile, chip, rom, console: new MemoryConsole() },
    { checkpoint, output: "commit", pace: "max", amnesia: false, evictAlways: false, cutsAsked: 0 },
  );
  device.run({ ticks: 0 });
  return sumOf(Array.from({ length: chip.blockCount }, (_, block) => chip.eraseCount(block)));
}

t.test("every figure against a second count of the chip's operations", async (t) => {
  const subject = ledgerOnTiny(["4", "60", "2"]);
  const report = measureWear(subject);
  const chip = new FlashChip(subject.part, subject.carrier.fork());
  const counted = { bytes: 0, erases: 0, begun: 0 };
  const { profile, rom, checkpoint } = subject;
  const device = new Device(
    { profile, chip, rom, console: new MemoryConsole() },
    { checkpoint, output: "commit", pace: "max", amnesia: false, evictAlways: false, cutsAsked: 0 },
  );
  const flushed = { checkpoints: 0, lines: 0, micros: 0 };
  device.onCheckpoint = ({ lines, micros }) => {
    flushed.checkpoints++;
    flushed.lines += lines;
    flushed.micros += micros;
  };
  device.run({ ticks: 0 });
  chip.observe((kind, address, bytes) => {
    if (kind === "erase") counted.erases++;
    else {
      counted.bytes += bytes?.length ?? 0;
      if (chip.carrier.cellsOf(Math.floor(address / subject.part.eraseBlockBytes)) === null) counted.begun++;
    }
  });
  t.equal(device.run().kind, "exited");
  t.equal(report.bytesProgrammed, counted.bytes);
  t.equal(report.erases, counted.erases);
  t.equal(
    report.timeLine.reduce((sum, { blocksBegun }) => sum + blocksBegun, 0),
    counted.begun,
  );
  t.same(
    [report.checkpoints, report.linesFlushed, report.dirtyBytes],
    [flushed.checkpoints, flushed.lines, flushed.lines * tiny.lineBytes],
  );
  t.equal(Math.round(report.flush.micros.mean * report.checkpoints), flushed.micros);
  t.equal(report.ticks, device.stats().ticks);
  t.equal(report.clockMicros, device.clockMicros);
  t.same(
    report.blocks,
    Array.from({ length: chip.blockCount }, (_, block) => chip.eraseCount(block)),
  );
  t.same(
    { ...report.eraseCount, sd: 0 },
    { ...device.stats().eraseCount, sd: 0 },
    "and the device's own spread",
  );
  t.same(report.contents, device.store.contents());
  t.equal(report.baselines.allocatedHeapCopy % tiny.lineBytes, 0);
});

t.test("mount and first output against the chip's counters and a console with a clock", async (t) => {
  const subject = ledgerOnTiny(["4", "60", "2"]);
  const report = measureWear(subject);
  const chip = new FlashChip(subject.part, subject.carrier.fork());
  const mounted = Store.mount(chipMemory(chip));
  t.equal(mounted.kind, "mounted");
  t.same(report.mount, { reads: chip.counters.reads, bytes: chip.counters.readBytes });
  let first: number | undefined;
  const console = new (class extends MemoryConsole {
    override write(channel: 1 | 2, bytes: Uint8Array): void {
      super.write(channel, bytes);
      first ??= device.clockMicros;
    }
  })();
  const { profile, rom, checkpoint } = subject;
  const device = new Device(
    { profile, chip: new FlashChip(subject.part, subject.carrier.fork()), rom, console },
    { checkpoint, output: "commit", pace: "max", amnesia: false, evictAlways: false, cutsAsked: 0 },
  );
  device.run();
  t.equal(report.firstOutputMicros, first);
});

t.test("the same run twice is the same report", async (t) => {
  t.same(measureWear(ledgerOnTiny(["3", "30", "2"])), measureWear(ledgerOnTiny(["3", "30", "2"])));
});

t.test("a run ends where it was told to", async (t) => {
  t.equal(measureWear(ledgerOnTiny(["4", "400", "2"], { checkpoints: 5 })).checkpoints, 5);
  const timed = measureWear(ledgerOnTiny(["4", "400", "2"], { forMicros: 300_000 }));
  t.equal(timed.end, "time-over");
  t.ok(timed.clockMicros >= 300_000);
  t.equal(measureWear(ledgerOnTiny(["4", "4000", "2"], { isOver: () => true })).end, "stopped");
  const endless = ledgerOnTiny(["4", "4000", "2"], { giveUpAfter: { ticks: 1e9, checkpoints: 7 } });
  t.match(measureWear(endless), { end: "endless", checkpoints: 7 });
});

t.test("arithmetic", async (t) => {
  t.same(spreadOf([]), { mean: 0, p50: 0, p99: 0, max: 0 });
  t.same(spreadOf([4, 1, 3, 2]), { mean: 2.5, p50: 2, p99: 4, max: 4 });
  const line = (...bytes: readonly number[]): Uint8Array =>
    Uint8Array.from({ length: 64 }, (_, at) => bytes[at] ?? 0);
  t.equal(journalBytes(line(), line()), 0);
  t.equal(journalBytes(line(), line(1)), 9);
  t.equal(journalBytes(line(), line(1, 0, 1)), 11, "a short gap is copied");
  t.equal(journalBytes(line(), line(1, ...new Array<number>(20).fill(0), 1)), 18, "a long one is not");
  const part = partByName("nor-1m") as Part;
  const nothing = lifeOf({
    part,
    points: [],
    clockMicros: 1e6,
    eraseCount: { min: 0, mean: 0, max: 0, sd: 0 },
    hasEnded: true,
  });
  t.equal(nothing.years, Infinity);
});
