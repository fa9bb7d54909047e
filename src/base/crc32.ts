/**
 * CRC-32C (Castagnoli): polynomial 0x1EDC6F41, reflected form 0x82F63B78, initial and final xor 0xFFFFFFFF, as in
 * RFC 3720 section 12.1. Chosen over the IEEE polynomial for its larger Hamming distance at the record sizes in use.
 */
const reflectedPolynomial = 0x82f63b78;

/** Tables of what 1, 2, … 8 bytes further on a byte does to the CRC, one after the other: eight bytes at a step. */
const sliceBytes = 8;
const crcTables = buildTables();

/**
 * CRC-32C of `bytes`, as an unsigned 32-bit number. `seed` is the CRC of what came before, so that
 * `crc32(b, crc32(a))` is the CRC of `a` followed by `b`; 0 is the CRC of nothing.
 */
export function crc32(bytes: Uint8Array, seed = 0): number {
  const tables = crcTables;
  const sliced = bytes.length & -sliceBytes;
  let crc = ~seed;
  let at = 0;
  for (; at < sliced; at += sliceBytes) {
    const low = crc ^ (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24));
    crc =
      tables[0x700 | (low & 0xff)] ^
      tables[0x600 | ((low >>> 8) & 0xff)] ^
      tables[0x500 | ((low >>> 16) & 0xff)] ^
      tables[0x400 | (low >>> 24)] ^
      tables[0x300 | bytes[at + 4]] ^
      tables[0x200 | bytes[at + 5]] ^
      tables[0x100 | bytes[at + 6]] ^
      tables[bytes[at + 7]];
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ tables[(crc ^ bytes[at]) & 0xff];
  return ~crc >>> 0;
}

function buildTables(): Int32Array {
  const tables = new Int32Array(256 * sliceBytes);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ reflectedPolynomial : crc >>> 1;
    tables[byte] = crc;
  }
  for (let index = 256; index < tables.length; index++) {
    const nearer = tables[index - 256];
    tables[index] = (nearer >>> 8) ^ tables[nearer & 0xff];
  }
  return tables;
}
