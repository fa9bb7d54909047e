/**
 * CRC-32C (Castagnoli): polynomial 0x1EDC6F41, reflected form 0x82F63B78, initial and final xor 0xFFFFFFFF, as in
 * RFC 3720 section 12.1. Chosen over the IEEE polynomial for its larger Hamming distance at the record sizes in use.
 */
const reflectedPolynomial = 0x82f63b78;

const crcTable = buildTable();

/**
 * CRC-32C of `bytes`, as an unsigned 32-bit number. `seed` is the CRC of what came before, so that
 * `crc32(b, crc32(a))` is the CRC of `a` followed by `b`; 0 is the CRC of nothing.
 */
export function crc32(bytes: Uint8Array, seed = 0): number {
  let crc = ~seed;
  for (let index = 0; index < bytes.length; index++) {
    crc = (crc >>> 8) ^ crcTable[(crc ^ bytes[index]) & 0xff];
  }
  return ~crc >>> 0;
}

function buildTable(): Int32Array {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ reflectedPolynomial : crc >>> 1;
    table[byte] = crc;
  }
  return table;
}
