import fc from "fast-check";
import t from "tap";
import {
  AssertionFailure,
  SeededRandom,
  assert,
  bytesEqual,
  crc32,
  formatBytes,
  parseSize,
  readUint16,
  readUint32,
  readUint53,
  writeUint16,
  writeUint32,
  writeUint53,
} from "../src/base/index.ts";

const runs = { seed: 20001, numRuns: 200 } as const;

t.test("assert", (t) => {
  assert(true, "holds");
  t.throws(() => assert(false, "one is two"), new AssertionFailure("one is two"));
  t.end();
});

t.test("crc32", (t) => {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  t.equal(crc32(bytesOf("123456789")), 0xe3069283, "check value of CRC-32C");
  t.equal(crc32(new Uint8Array(32)), 0x8a9136aa, "RFC 3720 B.4, 32 bytes of zeroes");
  t.equal(crc32(new Uint8Array(32).fill(0xff)), 0x62a8ab43, "RFC 3720 B.4, 32 bytes of ones");
  t.equal(crc32(new Uint8Array(0)), 0);
  t.equal(crc32(bytesOf("6789"), crc32(bytesOf("12345"))), 0xe3069283, "goes on from a seed");
  t.end();
});

t.test("SeededRandom", (t) => {
  const draw = (seed: number): number[] => {
    const random = new SeededRandom(seed);
    return Array.from({ length: 5 }, () => random.nextUint32());
  };
  t.same(draw(7), draw(7), "the seed is the sequence");
  t.notSame(draw(7), draw(8));
  t.same(draw(-1), draw(2 ** 32 - 1), "seeds count modulo 2^32");
  const random = new SeededRandom(1);
  const counts = new Array<number>(6).fill(0);
  for (let index = 0; index < 6000; index++) counts[random.below(6)]++;
  t.ok(
    counts.every((count) => count > 850 && count < 1150),
    `six thousand throws of a die: ${counts.join(" ")}`,
  );
  t.equal(random.below(1), 0);
  t.ok(random.below(2 ** 32) >= 0);
  t.throws(() => random.below(0), AssertionFailure);
  t.throws(() => new SeededRandom(0.5), AssertionFailure);
  let hits = 0;
  for (let index = 0; index < 4000; index++) if (random.chance(0.25)) hits++;
  t.ok(hits > 850 && hits < 1150, `a quarter of four thousand: ${hits}`);
  t.notOk(random.chance(0));
  t.ok(random.chance(1));
  t.end();
});

t.test("little-endian fields", (t) => {
  const bytes = new Uint8Array(16);
  writeUint32(bytes, 1, 0x89abcdef);
  t.same([...bytes.subarray(0, 6)], [0, 0xef, 0xcd, 0xab, 0x89, 0]);
  t.equal(readUint32(bytes, 1), 0x89abcdef);
  t.equal(readUint16(bytes, 3), 0x89ab);
  const roundTrip = fc.property(fc.maxSafeNat(), fc.nat(8), (value, offset) => {
    writeUint53(bytes, offset, value);
    writeUint16(bytes, (offset + 8) & 7, value % 65536);
    return readUint16(bytes, (offset + 8) & 7) === value % 65536;
  });
  fc.assert(roundTrip, runs);
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      writeUint53(bytes, 3, value);
      return readUint53(bytes, 3) === value;
    }),
    runs,
  );
  t.throws(() => readUint32(bytes, 13), AssertionFailure, "past the end");
  t.throws(() => readUint16(bytes, -1), AssertionFailure);
  t.throws(() => writeUint16(bytes, 0, 65536), AssertionFailure, "too large");
  t.throws(() => writeUint53(bytes, 0, 2 ** 53), AssertionFailure);
  t.throws(() => readUint53(new Uint8Array(8).fill(0xff), 0), AssertionFailure);
  t.ok(bytesEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 2)));
  t.notOk(bytesEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 3)));
  t.notOk(bytesEqual(Uint8Array.of(1, 2), Uint8Array.of(1)));
  t.end();
});

t.test("sizes", (t) => {
  t.equal(parseSize("512K"), 524288);
  t.equal(parseSize("4m"), 4 * 1024 * 1024);
  t.equal(parseSize("1G"), 2 ** 30);
  t.equal(parseSize("100"), 100);
  for (const bad of ["", "K", "4KB", "-1", "1.5M", "4 M", "99999999999999999999"])
    t.equal(parseSize(bad), undefined, bad);
  t.equal(formatBytes(524288), "512K");
  t.equal(formatBytes(1536 * 1024), "1536K");
  t.equal(formatBytes(1000), "1000");
  t.equal(formatBytes(0), "0");
  fc.assert(
    fc.property(fc.maxSafeNat(), (count) => parseSize(formatBytes(count)) === count),
    runs,
  );
  t.end();
});
