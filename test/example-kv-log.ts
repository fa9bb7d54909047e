/**
 * An example of code of one's own under the power-cut lab: a key-value log in two erase blocks of plain NOR, and the campaign over it.
 *
 *     npm run build && npx dormouse cut --all build/test/example-kv-log.js
 *
 * `KvLogFault` breaks it on purpose, for the lab's own tests.
 */
import { assert, crc32, readUint32, writeUint32 } from "../src/base/index.ts";
import { genericNor } from "../src/flash/index.ts";
import type { FlashChip } from "../src/flash/index.ts";
import { chipScenario } from "../src/lab/index.ts";
import type { Scenario, StepMark } from "../src/lab/index.ts";

export type KvLogFault =
  "append-after-torn" | "no-checksum" | "header-first" | "no-erase" | "not-firm" | "erase-too-early";

const MAGIC = 0x676f6c6b;
const headerBytes = 12;
const recordsFrom = 16;
/** Length of key and of value, then both, then a checksum. */
const frameBytes = 6;

/**
 * Two banks, of which the one with the larger sequence number in a header that passes is in force. A bank's header is programmed last, so that
 * program commits the bank. Records follow each other; the first one that does not pass ends them. What the power left torn at the end is
 * never appended to: the bank is copied first. What recovery takes for the last record it programs again, so that bits which could read either
 * way cannot any more.
 */
export class KvLog {
  readonly #chip: FlashChip;
  readonly #fault: KvLogFault | undefined;
  readonly #values = new Map<string, string>();
  #bank = 0;
  #sequence = 0;
  #end = 0;

  /** An empty log on a new chip. */
  static format(chip: FlashChip): void {
    writeHeader(chip, 0, 1);
  }

  constructor(chip: FlashChip, fault?: KvLogFault) {
    this.#chip = chip;
    this.#fault = fault;
    this.#recover();
  }

  get text(): string {
    return [...this.#values]
      .map(([key, value]) => `${key}=${value}`)
      .sort()
      .join(" ");
  }

  /** All or nothing. */
  put(key: string, value: string): void {
    const length = encode(0, key, value).length;
    if (this.#end + length > this.#chip.part.eraseBlockBytes) this.#copy();
    const address = this.#bank * this.#chip.part.eraseBlockBytes + this.#end;
    programAcross(this.#chip, address, encode(this.#sequence, key, value));
    this.#end += length;
    this.#set(key, value);
  }

  /** The last one that was set is the last one in the map. */
  #set(key: string, value: string): void {
    this.#values.delete(key);
    this.#values.set(key, value);
  }

  #recover(): void {
    const sequences = [0, 1].map((bank) => sequenceOf(this.#chip, bank));
    this.#bank = sequences[1] > sequences[0] ? 1 : 0;
    this.#sequence = sequences[this.#bank];
    assert(this.#sequence > 0, "one of the banks has a header that passes");
    const last = this.#readRecords();
    if (this.#fault !== "not-firm") this.#makeFirm(last);
    if (this.#isBlankFrom(this.#end)) return;
    if (this.#fault === "append-after-torn") while (!this.#isBlankFrom(this.#end)) this.#end++;
    else this.#copy();
  }

  /** Where the last record begins. */
  #readRecords(): number {
    const { eraseBlockBytes } = this.#chip.part;
    const bank = new Uint8Array(eraseBlockBytes);
    this.#chip.read(this.#bank * eraseBlockBytes, bank);
    this.#end = recordsFrom;
    let last = recordsFrom;
    for (;;) {
      const record = decode(bank.subarray(this.#end), this.#sequence, this.#fault !== "no-checksum");
      if (record === undefined) return last;
      this.#set(record.key, record.value);
      last = this.#end;
      this.#end += record.length;
    }
  }

  #makeFirm(lastRecord: number): void {
    const bankAddress = this.#bank * this.#chip.part.eraseBlockBytes;
    writeHeader(this.#chip, this.#bank, this.#sequence);
    if (this.#end === recordsFrom) return;
    // Again from what it must have been, not from what it reads as: this read may be another one.
    const [key, value] = [...this.#values].at(-1) ?? ["", ""];
    const record = encode(this.#sequence, key, value);
    programAcross(this.#chip, bankAddress + lastRecord, record);
  }

  #isBlankFrom(offset: number): boolean {
    const { eraseBlockBytes } = this.#chip.part;
    const rest = new Uint8Array(eraseBlockBytes - offset);
    this.#chip.read(this.#bank * eraseBlockBytes + offset, rest);
    return rest.every((byte) => byte === 0xff);
  }

  /** Writes what is in force into the other bank, and makes that one count. */
  #copy(): void {
    const to = 1 - this.#bank;
    const { eraseBlockBytes } = this.#chip.part;
    if (this.#fault === "erase-too-early") this.#chip.eraseBlock(this.#bank);
    if (this.#fault !== "no-erase" || !this.#looksBlank(to)) this.#chip.eraseBlock(to);
    if (this.#fault === "header-first") writeHeader(this.#chip, to, this.#sequence + 1);
    let end = recordsFrom;
    for (const [key, value] of this.#values) {
      const record = encode(this.#sequence + 1, key, value);
      programAcross(this.#chip, to * eraseBlockBytes + end, record);
      end += record.length;
    }
    this.#bank = to;
    this.#sequence++;
    this.#end = end;
    if (this.#fault !== "header-first") writeHeader(this.#chip, to, this.#sequence);
  }

  #looksBlank(bank: number): boolean {
    const header = new Uint8Array(headerBytes);
    this.#chip.read(bank * this.#chip.part.eraseBlockBytes, header);
    return header.every((byte) => byte === 0xff);
  }
}

function writeHeader(chip: FlashChip, bank: number, sequence: number): void {
  const header = new Uint8Array(headerBytes);
  writeUint32(header, 0, MAGIC);
  writeUint32(header, 4, sequence);
  writeUint32(header, 8, crc32(header.subarray(0, 8)));
  chip.program(bank * chip.part.eraseBlockBytes, header);
}

/** 0 where the bank does not count. */
function sequenceOf(chip: FlashChip, bank: number): number {
  const header = new Uint8Array(headerBytes);
  chip.read(bank * chip.part.eraseBlockBytes, header);
  const passes = readUint32(header, 0) === MAGIC && readUint32(header, 8) === crc32(header.subarray(0, 8));
  return passes ? readUint32(header, 4) : 0;
}

/** A record of one life of a bank passes in no other: its checksum covers the sequence number. */
function encode(sequence: number, key: string, value: string): Uint8Array {
  const text = new TextEncoder().encode(key + value);
  const record = new Uint8Array(frameBytes + text.length);
  record[0] = key.length;
  record[1] = value.length;
  record.set(text, 2);
  writeUint32(record, 2 + text.length, crc32(record.subarray(0, 2 + text.length), sequence));
  return record;
}

function decode(
  bytes: Uint8Array,
  sequence: number,
  isChecked: boolean,
): { key: string; value: string; length: number } | undefined {
  const length = frameBytes + bytes[0] + bytes[1];
  if (bytes.length < frameBytes || length > bytes.length || bytes[0] === 0xff) return undefined;
  if (isChecked && readUint32(bytes, length - 4) !== crc32(bytes.subarray(0, length - 4), sequence))
    return undefined;
  const text = new TextDecoder().decode(bytes.subarray(2, length - 4));
  return { key: text.slice(0, bytes[0]), value: text.slice(bytes[0]), length };
}

function programAcross(chip: FlashChip, address: number, bytes: Uint8Array): void {
  const { pageBytes } = chip.part;
  for (let done = 0; done < bytes.length;) {
    const length = Math.min(pageBytes - ((address + done) % pageBytes), bytes.length - done);
    chip.program(address + done, bytes.subarray(done, done + length));
    done += length;
  }
}

/** A hundred puts of some keys, so that the banks change several times. */
export function kvLogScenario(fault?: KvLogFault): Scenario<StepMark> {
  return chipScenario({
    name: fault === undefined ? "key-value log" : `key-value log with the fault ${fault}`,
    part: genericNor(8192),
    prepare: (chip) => KvLog.format(chip),
    open: (chip) => new KvLog(chip, fault),
    steps: Array.from({ length: 100 }, (_, step) => (log: KvLog) => {
      log.put(`key${step % 20}`, `${step}`.repeat(1 + (step % 61)));
    }),
    show: (log) => log.text,
  });
}

export const scenario = kvLogScenario();
