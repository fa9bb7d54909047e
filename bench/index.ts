import "./flash.ts";
import "./store.ts";
import "./heap.ts";
import b from "benny";
import { crc32 } from "../src/base/index.ts";

const page = Uint8Array.from({ length: 256 }, (_, index) => (index * 37) & 0xff);

function crc32BitByBit(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}

await b.suite(
  "CRC-32C of a 256-byte page",
  b.add("table", () => {
    crc32(page);
  }),
  b.add("bit by bit (baseline)", () => {
    crc32BitByBit(page);
  }),
  b.cycle(),
  b.complete(),
);
