/**
 * The base floor: words without a domain. Assertions that are always on, little-endian bytes, CRC-32C, random
 * numbers that are a function of their seed, and sizes as people write them. It knows nothing of flash or Java.
 */
export { AssertionFailure, assert } from "./assert.ts";
export {
  bytesEqual,
  readUint16,
  readUint32,
  readUint53,
  writeUint16,
  writeUint32,
  writeUint53,
} from "./bytes.ts";
export { crc32 } from "./crc32.ts";
export { SeededRandom } from "./random.ts";
export { formatBytes, parseSize } from "./sizes.ts";
export { EXIT, UserError } from "./user-error.ts";
export type { UserErrorParts } from "./user-error.ts";
