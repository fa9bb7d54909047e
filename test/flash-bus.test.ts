/** The serial bus: each command, busy and protection, and SFDP tables against the parts' figures. */
import t from "tap";
import { SeededRandom, readUint16, readUint32 } from "../src/base/index.ts";
import {
  FlashChip,
  MemoryCarrier,
  PowerCut,
  SpiNor,
  eraseNanos,
  partByName,
  programNanos,
  sfdpOf,
} from "../src/flash/index.ts";
import type { Part, SpiOptions } from "../src/flash/index.ts";
import { SerprogSession } from "../src/host/index.ts";
import { serialParts } from "./flashrom-runs.ts";

function partOf(name: string): Part {
  const part = partByName(name);
  if (part === undefined) throw new Error(`${name} is a part`);
  return part;
}

function busOf(name: string, options: SpiOptions = {}): SpiNor {
  const part = partOf(name);
  return new SpiNor(new FlashChip(part, MemoryCarrier.forPart(part), { lenient: true }), options);
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** One selection, in hex: what is sent, and how many bytes are read back. */
function spi(bus: SpiNor, sent: string, receiveBytes = 0): string {
  return hexOf(bus.transfer(Buffer.from(sent.replaceAll(" ", ""), "hex"), receiveBytes));
}

/** Write enable, a command, and the status read that ends busy. */
function write(bus: SpiNor, sent: string): void {
  spi(bus, "06");
  spi(bus, sent);
  spi(bus, "05", 1);
}

t.test("identity", (t) => {
  for (const part of serialParts()) {
    const bus = busOf(part.name);
    const id = spi(bus, "9f", 3).toUpperCase();
    t.equal(id, part.jedecId, part.name);
    t.ok(
      spi(bus, "9f", 20)
        .toUpperCase()
        .startsWith(part.spi?.idBytes ?? "?"),
    );
  }
  t.equal(spi(busOf("w25q128"), "90 000000", 4), "ef17ef17");
  t.equal(spi(busOf("w25q128"), "ab 000000", 1), "17");
  t.equal(spi(busOf("w25q128"), "9f", 0), "");
  t.equal(spi(busOf("w25q128"), "77", 2), "ffff", "what is not known reads as ones");
  t.end();
});

t.test("read, program, erase", (t) => {
  const bus = busOf("w25q128");
  t.equal(spi(bus, "03 000000", 4), "ffffffff");
  write(bus, "02 000100 01020304");
  t.equal(spi(bus, "03 0000ff", 6), "ff01020304ff");
  t.equal(spi(bus, "0b 000100 00", 4), "01020304", "fast read has a dummy byte");
  t.equal(spi(bus, "0b 000100", 5), "ff01020304", "which may be clocked by reading");
  spi(bus, "02 000104 00");
  t.equal(spi(bus, "03 000104", 1), "ff", "no write without write enable");
  spi(bus, "06");
  spi(bus, "04");
  spi(bus, "02 000104 00");
  t.equal(spi(bus, "03 000104", 1), "ff", "write disable takes it back");
  write(bus, `02 0001fe aabbcc`);
  t.equal(spi(bus, "03 0001fe", 2), "aabb");
  t.equal(spi(bus, "03 000100", 1), "00", "a program goes round in its page, and ANDs");
  write(bus, `02 000200 ${"11".repeat(256)}22`);
  t.equal(spi(bus, "03 000200", 2), "2211", "of more than a page the last 256 bytes count");
  write(bus, "20 000123");
  t.equal(spi(bus, "03 000100", 2), "ffff", "4 KiB, any address in it");
  write(bus, "02 008000 00");
  write(bus, "52 00ffff");
  t.equal(spi(bus, "03 008000", 1), "ff", "32 KiB");
  write(bus, "02 010000 00");
  write(bus, "d8 010000");
  t.equal(spi(bus, "03 010000", 1), "ff", "64 KiB");
  for (const opcode of ["c7", "60"]) {
    write(bus, "02 fff000 00");
    write(bus, opcode);
    t.equal(spi(bus, "03 fff000", 1), "ff", "the chip");
  }
  write(bus, "02 ffffff 55");
  t.equal(spi(bus, "03 ffffff", 2), "55ff", "reads go on at the start");
  t.end();
});

t.test("busy ends by the next status read, or in its time", (t) => {
  const bus = busOf("mx25r6435f");
  spi(bus, "06");
  t.equal(spi(bus, "05", 1), "02", "write enabled");
  spi(bus, "02 000000 00");
  t.ok(bus.isBusy);
  t.equal(spi(bus, "03 000000", 1), "ff", "a busy chip ignores reads");
  t.equal(spi(bus, "9f", 1), "ff");
  t.equal(spi(bus, "05", 1), "00", "ready, and the latch is used up");
  t.equal(spi(bus, "03 000000", 1), "00");
  let micros = 0;
  const timed = busOf("mx25r6435f", { nowMicros: () => micros });
  spi(timed, "06");
  spi(timed, `02 000000 ${"00".repeat(256)}`);
  t.equal(spi(timed, "05", 1), "01");
  micros += 895;
  t.equal(spi(timed, "05", 1), "01");
  micros += 1;
  t.equal(spi(timed, "05", 1), "00");
  spi(timed, "06");
  spi(timed, "d8 000000");
  micros += 479_000;
  t.equal(spi(timed, "05", 1), "01");
  micros += 1000;
  t.equal(spi(timed, "05", 1), "00");
  t.end();
});

t.test("block protection", (t) => {
  const bus = busOf("w25q128");
  const isProtected = (address: string): boolean => {
    write(bus, `02 ${address} 00`);
    const written = spi(bus, `03 ${address}`, 1) === "00";
    spi(bus, "04");
    if (written) write(bus, `20 ${address}`);
    return !written;
  };
  const map = (): string =>
    ["000000", "00f000", "03f000", "040000", "7ff000", "800000", "fbf000", "fc0000", "ffe000", "fff000"]
      .map((address) => (isProtected(address) ? "x" : "-"))
      .join("");
  t.equal(map(), "----------");
  for (const [status, expected] of [
    ["04", "-------xxx"],
    ["18", "-----xxxxx"],
    ["1c", "xxxxxxxxxx"],
    ["24", "xxx-------"],
    ["44", "---------x"],
    ["64", "x---------"],
  ] as const) {
    write(bus, `01 ${status}`);
    t.equal(spi(bus, "05", 1), status);
    t.equal(map(), expected, `status ${status}`);
  }
  write(bus, "31 40");
  t.equal(map(), "-xxxxxxxxx", "complement");
  write(bus, "c7");
  t.equal(spi(bus, "05", 1), "66", "a chip erase is ignored, write enable stays");
  bus.chip.powerOff();
  bus.powerOn();
  t.equal(spi(bus, "05", 1), "64", "the registers outlast power");
  write(bus, "01 00 00");
  spi(bus, "50");
  spi(bus, "01 04");
  t.equal(spi(bus, "05", 1), "04", "written for now only");
  bus.powerOn();
  t.equal(spi(bus, "05", 1), "00");
  t.end();
});

t.test("each family's own registers", (t) => {
  const kept: string[] = [];
  const macronix = busOf("mx25l12835f", { keep: (registers) => kept.push(hexOf(registers)) });
  write(macronix, "01 04 08");
  t.equal(spi(macronix, "15", 1), "08");
  write(macronix, "02 000000 00");
  t.equal(spi(macronix, "03 000000", 1), "ff", "the configuration register turns protection to the bottom");
  t.equal(spi(macronix, "2b", 1), "20", "the security register tells of the failure");
  t.same(kept, ["040800"]);
  const again = busOf("mx25l12835f", { keptRegisters: Uint8Array.of(4, 8, 0) });
  t.equal(spi(again, "05", 1) + spi(again, "15", 1), "0408");
  const micron = busOf("n25q128a13");
  t.equal(spi(micron, "70", 1), "80");
  write(micron, "01 5c");
  write(micron, "d8 000000");
  t.equal(spi(micron, "70", 1), "a2", "erase and protection failed");
  spi(micron, "50");
  t.equal(spi(micron, "70", 1), "80");
  const spansion = busOf("s25fl128s");
  spansion.chip.failBlock(0);
  spi(spansion, "06");
  spi(spansion, "d8 000000");
  t.equal(spi(spansion, "05", 1), "20", "E_ERR");
  spi(spansion, "30");
  write(spansion, "02 000000 00");
  t.equal(spi(spansion, "05", 1), "40", "P_ERR");
  const sst = busOf("sst26vf064b");
  t.equal(spi(sst, "72", 1), "55");
  write(sst, "02 000000 00");
  t.equal(spi(sst, "03 000000", 1), "ff", "locked at power-on");
  write(sst, "98");
  t.equal(spi(sst, "72", 1), "00");
  write(sst, "02 000000 00");
  t.equal(spi(sst, "03 000000", 1), "00", "until the global unlock");
  for (const [address, first, last] of [
    ["000000", 0, 1],
    ["00a000", 10, 11],
    ["008000", 8, 9],
    ["00ffff", 8, 15],
    ["7fffff", 2046, 2047],
    ["020000", 32, 47],
  ] as const) {
    const before = sst.chip.eraseCount(last);
    write(sst, `d8 ${address}`);
    const isErased = sst.chip.eraseCount(last) === before + 1;
    if (address === "00a000") t.notOk(sst.chip.eraseCount(8) === 0, "D8h at A000h is in the 32 KiB block");
    else t.ok(isErased && sst.chip.eraseCount(first) > 0, `D8h at ${address}`);
  }
  t.end();
});

t.test("4-byte addresses", (t) => {
  const bus = busOf("w25q256jv");
  write(bus, "12 01000000 0a");
  t.equal(spi(bus, "13 01000000", 1), "0a");
  t.equal(spi(bus, "0c 01000000 00", 1), "0a");
  t.equal(spi(bus, "03 000000", 1), "ff");
  spi(bus, "b7");
  t.equal(spi(bus, "03 01000000", 1), "0a");
  t.equal(spi(bus, "15", 1), "01");
  spi(bus, "e9");
  write(bus, "c5 01");
  t.equal(spi(bus, "03 000000", 1), "0a", "the extended address register");
  spi(bus, "66");
  spi(bus, "99");
  t.equal(spi(bus, "03 000000", 1), "ff", "a reset forgets it");
  write(bus, "21 01000000");
  t.equal(spi(bus, "13 01000000", 1), "ff");
  t.end();
});

t.test("deep power-down and reset", (t) => {
  const bus = busOf("mx25r6435f");
  spi(bus, "b9");
  t.equal(spi(bus, "9f", 1), "ff");
  t.equal(spi(bus, "05", 1), "ff");
  spi(bus, "ab");
  t.equal(spi(bus, "9f", 1), "c2");
  spi(bus, "06");
  spi(bus, "99");
  t.equal(spi(bus, "05", 1), "02", "a reset wants to be enabled");
  spi(bus, "66");
  spi(bus, "99");
  t.equal(spi(bus, "05", 1), "00");
  t.end();
});

/** The double words of a table of the SFDP area, read over the bus. */
function sfdpWords(bus: SpiNor, id: number): readonly number[] {
  const bytes = bus.transfer(Uint8Array.of(0x5a, 0, 0, 0, 0), 256);
  for (let table = 0; table <= bytes[6]; table++) {
    const at = 8 + 8 * table;
    if (bytes[at] + 256 * bytes[at + 7] !== id) continue;
    const offset = readUint16(bytes, at + 4);
    return Array.from({ length: bytes[at + 3] }, (_, index) => readUint32(bytes, offset + 4 * index));
  }
  return [];
}

const bits = (word: number, high: number, low: number): number =>
  (word >>> low) & (2 ** (high - low + 1) - 1);

t.test("the SFDP tables say what the part says", (t) => {
  for (const part of serialParts()) {
    const figures = part.spi;
    if (figures === null) continue;
    const bus = busOf(part.name);
    t.equal(spi(bus, "5a 000000 00", 4), Buffer.from("SFDP").toString("hex"), part.name);
    t.equal(hexOf(sfdpOf(part)), spi(bus, "5a 000000 00", sfdpOf(part).length));
    const words = sfdpWords(bus, 0xff00);
    t.equal(words.length, 16);
    t.equal(words[1] + 1, part.totalBytes * 8, "density");
    t.equal(2 ** bits(words[10], 7, 4), part.pageBytes, "page");
    t.equal(bits(words[0], 18, 17), figures.fourByteAddresses ? 1 : 0, "address bytes");
    const small = figures.eraseOpcodes.find(({ bytes }) => bytes === 4096);
    t.equal(bits(words[0], 1, 0), small === undefined ? 3 : 1);
    if (small !== undefined) t.equal(bits(words[0], 15, 8), small.opcode);
    const eraseUnits = [1, 16, 128, 1000];
    figures.eraseOpcodes.forEach((erase, index) => {
      const type = bits(words[7 + (index >> 1)], index % 2 === 0 ? 15 : 31, index % 2 === 0 ? 0 : 16);
      t.equal(2 ** (type & 0xff), erase.bytes);
      t.equal(type >>> 8, erase.opcode);
      const time = bits(words[9], 10 + 7 * index, 4 + 7 * index);
      const unit = eraseUnits[time >>> 5];
      const typical = ((time & 31) + 1) * unit;
      const { micros } = part.eraseUnits.find(({ bytes }) => bytes === erase.bytes) ?? part.eraseUnits[0];
      t.ok(
        typical * 1000 >= micros.typical && (typical - unit) * 1000 < micros.typical,
        `erase ${typical} ms`,
      );
      t.ok(2 * (bits(words[9], 3, 0) + 1) * typical * 1000 >= micros.max, "erase, maximum");
      t.equal(eraseNanos(part, "typical", erase.bytes), micros.typical * 1000, "the model's time");
    });
    const pageUnit = [8, 64][bits(words[10], 13, 13)];
    const page = (bits(words[10], 12, 8) + 1) * pageUnit;
    t.ok(
      page >= part.programMicros.typical && page - pageUnit < part.programMicros.typical,
      `page ${page} us`,
    );
    t.ok(2 * (bits(words[10], 3, 0) + 1) * page >= part.programMicros.max, "page, maximum");
    t.equal(programNanos(part, part.pageBytes, "max"), part.programMicros.max * 1000, "the model's time");
    const chipUnit = [16, 256, 4000, 64_000][bits(words[10], 30, 29)];
    const chip = (bits(words[10], 28, 24) + 1) * chipUnit;
    const { typical } = figures.chipEraseMicros;
    t.ok(chip * 1000 >= typical && (chip - chipUnit) * 1000 < typical, `chip erase ${chip} ms`);
    t.equal(bits(words[13], 31, 31), figures.deepPowerDown === null ? 1 : 0);
    if (figures.deepPowerDown !== null) {
      t.equal(bits(words[13], 30, 23), 0xb9);
      t.equal(bits(words[13], 22, 15), 0xab);
    }
    const four = sfdpWords(bus, 0xff84);
    t.equal(four.length, figures.fourByteAddresses ? 2 : 0);
    figures.eraseOpcodes.forEach(({ opcode4 }, index) => {
      if (four.length === 0) return;
      t.equal(bits(four[0], 9 + index, 9 + index), opcode4 === null ? 0 : 1);
      if (opcode4 !== null) t.equal(bits(four[1], 8 * index + 7, 8 * index), opcode4);
    });
  }
  t.end();
});

t.test("serprog answers as its specification says", (t) => {
  const session = new SerprogSession(busOf("w25q128"));
  const send = (hex: string): string => hexOf(session.take(Buffer.from(hex.replaceAll(" ", ""), "hex")));
  t.equal(send("00"), "06");
  t.equal(send("01"), "060100");
  t.equal(send("02").length, 66);
  t.equal(send("03"), `06${Buffer.from("dormouse".padEnd(16, "\0")).toString("hex")}`);
  t.equal(send("05"), "0608");
  t.equal(send("10"), "1506");
  t.equal(send("12 08") + send("12 01"), "0615");
  t.equal(send("14 40420f00"), "0640420f00");
  t.equal(send("14 00000000"), "15");
  t.equal(send("77"), "15");
  t.equal(send("13 010000 030000 9f"), "06ef4018");
  t.equal(send("13 010000 010001 9f"), "15", "more than was announced");
  t.equal(send("13 010000 0300"), "", "a command may come in pieces");
  t.equal(send("00 9f 00"), "06ef401806", "and several at once");
  t.end();
});

t.test("a cut passes through the bus, and power comes back", (t) => {
  const bus = busOf("w25q128");
  write(bus, "02 000000 00");
  bus.chip.armCut({ operation: 1, shape: "prefix2" });
  spi(bus, "06");
  t.throws(() => spi(bus, "02 000010 00000000"), PowerCut);
  bus.powerOn();
  t.equal(spi(bus, "05", 1), "00");
  t.equal(spi(bus, "03 000010", 4), "0000ffff");
  t.end();
});

t.test("whatever is sent, the chip answers and its cells obey physics", (t) => {
  const opcodes = [
    ...[
      0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x06, 0x06, 0x0b, 0x0c, 0x11, 0x12, 0x13, 0x15, 0x16, 0x17,
      0x20,
    ],
    ...[
      0x21, 0x2b, 0x30, 0x31, 0x35, 0x50, 0x52, 0x5a, 0x66, 0x70, 0x72, 0x77, 0x90, 0x98, 0x99, 0x9f, 0xab,
      0xb7,
    ],
    ...[0xb9, 0xc5, 0xc8, 0xd8, 0xdc, 0xe9],
  ];
  for (const part of serialParts()) {
    const random = new SeededRandom(part.totalBytes);
    const bus = busOf(part.name);
    bus.chip.observe((kind, address) => {
      if (bus.chip.isProtected(address, address + 1))
        t.fail(`${part.name}: ${kind} at ${address} is protected`);
    });
    for (let step = 0; step < 4000; step++) {
      const sent = Uint8Array.from({ length: random.below(300) }, () => random.nextUint32());
      if (sent.length > 0) sent[0] = opcodes[random.below(opcodes.length)];
      const received = random.below(40);
      if (random.below(2) === 0) spi(bus, "06");
      const answer = bus.transfer(sent, received);
      if (answer.length !== received) t.fail(`${part.name}: ${hexOf(sent)}`);
      if (random.below(3) === 0) spi(bus, "05", 1);
      if (random.below(50) === 0) spi(bus, "ab");
    }
    const { programs, erases } = bus.chip.counters;
    t.ok(programs + erases > 10, `${part.name}: ${programs} programs, ${erases} erases`);
  }
  t.end();
});
