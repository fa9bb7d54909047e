/**
 * What the device itself keeps through a power cut, beside its processes: committed with every checkpoint of a device of several processes.
 *
 *      byte 0   version, 1
 *      byte 1   number of rollbacks that are not finished
 *      byte 2   process whose turn it was
 *      byte 4   device clock, microseconds, 8 bytes, little endian
 *      byte 12  per unfinished rollback: process (2 bytes), its new generation (4 bytes)
 */
import { assert } from "../base/index.ts";

export interface DeviceState {
  /** Microseconds of device time on Java's clock. Never goes back. */
  readonly clockMicros: number;
  /** The process whose turn it was. */
  readonly turn: number;
  /** Processes that were rolled back and have not begun their new generation. */
  readonly rolledBack: ReadonlyMap<number, number>;
}

export const NO_DEVICE_STATE: DeviceState = { clockMicros: 0, turn: 0, rolledBack: new Map() };

const VERSION = 1;
const HEAD_BYTES = 12;
const ROLLBACK_BYTES = 6;
/** The store keeps at most 128 bytes of a device. */
export const UNFINISHED_ROLLBACKS_MAX = 19;

export function encodeDeviceState(state: DeviceState): Uint8Array {
  assert(state.rolledBack.size <= UNFINISHED_ROLLBACKS_MAX, "too many unfinished rollbacks");
  const bytes = new Uint8Array(HEAD_BYTES + state.rolledBack.size * ROLLBACK_BYTES);
  const view = new DataView(bytes.buffer);
  bytes[0] = VERSION;
  bytes[1] = state.rolledBack.size;
  view.setUint16(2, state.turn, true);
  view.setBigUint64(4, BigInt(Math.round(state.clockMicros)), true);
  let at = HEAD_BYTES;
  for (const [process, generation] of state.rolledBack) {
    view.setUint16(at, process, true);
    view.setUint32(at + 2, generation, true);
    at += ROLLBACK_BYTES;
  }
  return bytes;
}

/** Undefined: bytes of another version, or none that this encoder wrote. */
export function decodeDeviceState(bytes: Uint8Array): DeviceState | undefined {
  const count = bytes[1] ?? 0;
  if (bytes[0] !== VERSION || bytes.length !== HEAD_BYTES + count * ROLLBACK_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rolledBack = new Map<number, number>();
  for (let at = HEAD_BYTES; at < bytes.length; at += ROLLBACK_BYTES) {
    rolledBack.set(view.getUint16(at, true), view.getUint32(at + 2, true));
  }
  return { clockMicros: Number(view.getBigUint64(4, true)), turn: view.getUint16(2, true), rolledBack };
}
