import { assert } from "../../base/index.ts";
import type { FlashChip } from "../chip.ts";
import type { Part, SpiFigures } from "../part.ts";
import { Registers, busyBit, writeEnableBit } from "./registers.ts";
import { sfdpOf } from "./sfdp.ts";

export interface SpiOptions {
  /** The time in microseconds, where operations are to take theirs; without it busy ends by the next status read. */
  readonly nowMicros?: () => number;
  /** What `keptRegisters` was in an earlier life of the chip. */
  readonly keptRegisters?: Uint8Array;
  /** Told the registers that outlast power whenever one of them is written. */
  readonly keep?: (registers: Uint8Array) => void;
}

/** Bits that tell a failed program or erase, where the family has any. */
interface FailureFlags {
  program: boolean;
  erase: boolean;
  protection: boolean;
}

const floating = 0xff;
const dummyOfFastRead = 1;

/**
 * A serial NOR as its bus sees it, over a chip made `lenient`: the silicon ignores or spoils what is wrong and never throws
 * for it. `transfer` is one selection of the chip: what was sent, then what is read back.
 *
 * Understood: RDID 9Fh, RES ABh, REMS 90h, READ 03h, FAST READ 0Bh, PP 02h, the part's erase opcodes, WREN 06h, WRDI 04h,
 * RDSR 05h, WRSR 01h, SFDP 5Ah, deep power-down B9h / ABh, reset 66h 99h, 4-byte addresses B7h / E9h / 13h / 0Ch / 12h and
 * erase opcodes of their own, and the further registers of each family, among them the SST26's global unlock 98h. Anything
 * else is ignored and reads as ones, and so is everything but status reads while the chip is busy.
 */
export class SpiNor {
  readonly chip: FlashChip;
  readonly #part: Part;
  readonly #spi: SpiFigures;
  readonly #registers: Registers;
  readonly #sfdp: Uint8Array;
  readonly #id: Uint8Array;
  readonly #options: SpiOptions;
  #writeEnabled = false;
  #volatileEnabled = false;
  #fourByte = false;
  #extendedAddress = 0;
  #asleep = false;
  #resetEnabled = false;
  /** Null: ready. Otherwise busy until that time, which without a clock is the next status read. */
  #busyUntil: number | null = null;
  readonly #failed: FailureFlags = { program: false, erase: false, protection: false };

  /** `chip` is a lenient one of a part with a serial bus. */
  constructor(chip: FlashChip, options: SpiOptions = {}) {
    const { spi } = chip.part;
    assert(spi !== null, `part ${chip.part.name} has no serial NOR bus`);
    assert(chip.isLenient, "a chip on a bus answers as silicon does: lenient");
    this.chip = chip;
    this.#part = chip.part;
    this.#spi = spi;
    this.#options = options;
    this.#registers = new Registers(chip.part, spi);
    if (options.keptRegisters !== undefined) this.#registers.restore(options.keptRegisters);
    this.#sfdp = sfdpOf(chip.part);
    this.#id = Uint8Array.from(spi.idBytes.match(/../g) ?? [], (hex) => parseInt(hex, 16));
    this.#restart();
  }

  /** Power comes back after a cut: the chip's, and what the bus forgets without. */
  powerOn(): void {
    this.chip.powerOn();
    this.#restart();
  }

  /** Whether an operation is under way. */
  get isBusy(): boolean {
    const { nowMicros } = this.#options;
    if (this.#busyUntil !== null && nowMicros !== undefined && nowMicros() >= this.#busyUntil)
      this.#busyUntil = null;
    return this.#busyUntil !== null;
  }

  /**
   * One selection: `sent` goes in, then `receiveBytes` come out. A power cut armed in the chip passes through as `PowerCut`.
   */
  transfer(sent: Uint8Array, receiveBytes: number): Uint8Array {
    const out = new Uint8Array(receiveBytes).fill(floating);
    if (sent.length === 0) return out;
    const opcode = sent[0];
    const resets = this.#resetEnabled && opcode === 0x99;
    this.#resetEnabled = opcode === 0x66;
    if (resets) {
      this.#restart();
      return out;
    }
    if (this.#readStatus(opcode, out)) return out;
    if (this.isBusy) return out;
    if (this.#asleep) {
      if (opcode === 0xab) this.#wake(sent, out);
      return out;
    }
    if (!this.#readCommand(opcode, sent, out) && !this.#plainCommand(opcode))
      this.#writeCommand(opcode, sent);
    return out;
  }

  #restart(): void {
    this.#writeEnabled = false;
    this.#volatileEnabled = false;
    this.#fourByte = false;
    this.#extendedAddress = 0;
    this.#asleep = false;
    this.#busyUntil = null;
    this.#clearFailures();
    this.#registers.restart();
    this.chip.protect(this.#registers.protectedRanges());
  }

  /** Registers that are read even while the chip is busy. */
  #readStatus(opcode: number, out: Uint8Array): boolean {
    const value = this.#statusValue(opcode);
    if (value === null || this.#asleep) return false;
    out.fill(value);
    return true;
  }

  #statusValue(opcode: number): number | null {
    const { set } = this.#registers;
    const { registers } = this.#spi;
    if (opcode === 0x05) return this.#status();
    if (opcode === 0x70 && registers === "micron") return this.#flagStatus();
    if (opcode === 0x2b && registers === "macronix") {
      return (this.#failed.program ? 0x20 : 0) | (this.#failed.erase ? 0x40 : 0);
    }
    if (opcode === 0x07 && registers === "spansion") return 0;
    if (opcode === set.readSecond && opcode !== 0) return this.#registers.value(1);
    if (opcode === set.readThird && opcode !== 0) return this.#registers.value(2) | (this.#fourByte ? 1 : 0);
    return null;
  }

  #status(): number {
    const isBusy = this.#endBusyByPolling();
    const enabled = this.#writeEnabled ? writeEnableBit : 0;
    let value = this.#registers.value(0) | enabled | (isBusy ? busyBit : 0);
    if (this.#spi.registers === "sst26" && isBusy) value |= 0x80;
    if (this.#spi.registers === "spansion") {
      value |= (this.#failed.program ? 0x40 : 0) | (this.#failed.erase ? 0x20 : 0);
    }
    return value;
  }

  /** Micron's flag status register: bit 7 is ready. */
  #flagStatus(): number {
    const ready = this.#endBusyByPolling() ? 0 : 0x80;
    const { program, erase, protection } = this.#failed;
    return (
      ready | (erase ? 0x20 : 0) | (program ? 0x10 : 0) | (protection ? 0x02 : 0) | (this.#fourByte ? 1 : 0)
    );
  }

  /** Without a clock the operation is over by the time somebody asks. */
  #endBusyByPolling(): boolean {
    if (this.#options.nowMicros === undefined) this.#busyUntil = null;
    return this.isBusy;
  }

  #readCommand(opcode: number, sent: Uint8Array, out: Uint8Array): boolean {
    switch (opcode) {
      case 0x03:
        return this.#readArray(sent, out, this.#addressBytes, 0);
      case 0x0b:
        return this.#readArray(sent, out, this.#addressBytes, dummyOfFastRead);
      case 0x13:
        return this.#spi.fourByteAddresses && this.#readArray(sent, out, 4, 0);
      case 0x0c:
        return this.#spi.fourByteAddresses && this.#readArray(sent, out, 4, dummyOfFastRead);
      case 0x9f:
        return answer(out, sent.length - 1, (index) => this.#id[index] ?? 0);
      case 0x90:
        return answer(out, sent.length - 4, (index) => (index % 2 === 0 ? this.#id[0] : this.#electronicId));
      case 0xab:
        this.#wake(sent, out);
        return true;
      case 0x5a: {
        const from = numberAt(sent, 1, 3);
        return answer(out, sent.length - 5, (index) => this.#sfdp[from + index] ?? floating);
      }
      case 0x16:
      case 0xc8:
        return this.#spi.fourByteAddresses && answer(out, 0, () => this.#extendedAddress);
      case 0x72:
        return (
          this.#spi.registers === "sst26" && answer(out, 0, () => (this.chip.isProtected(0, 1) ? 0x55 : 0))
        );
      default:
        return false;
    }
  }

  #readArray(sent: Uint8Array, out: Uint8Array, addressBytes: number, dummyBytes: number): boolean {
    if (sent.length < 1 + addressBytes) return true;
    // Dummy cycles may be clocked by what is sent or by what is read.
    const skip = sent.length - 1 - addressBytes - dummyBytes;
    const head = Math.max(0, -skip);
    if (head < out.length) {
      const from = this.#addressIn(sent, addressBytes) + Math.max(0, skip);
      this.chip.read(from % this.#part.totalBytes, out.subarray(head));
    }
    return true;
  }

  #plainCommand(opcode: number): boolean {
    switch (opcode) {
      case 0x06:
        this.#writeEnabled = true;
        return true;
      case 0x04:
        this.#writeEnabled = false;
        return true;
      case 0x50:
        if (this.#spi.registers === "winbond") this.#volatileEnabled = true;
        if (this.#spi.registers === "micron") this.#clearFailures();
        return true;
      case 0x30:
        if (this.#spi.registers === "spansion") this.#clearFailures();
        return true;
      case 0xb9:
        this.#asleep = this.#spi.deepPowerDown !== null;
        return true;
      case 0xb7:
      case 0xe9:
        if (this.#spi.fourByteAddresses) this.#fourByte = opcode === 0xb7;
        return true;
      default:
        return false;
    }
  }

  /** What needs the write enable latch, which it uses up. */
  #writeCommand(opcode: number, sent: Uint8Array): void {
    const { set } = this.#registers;
    const { registers, fourByteAddresses, chipEraseOpcodes } = this.#spi;
    const keep = this.#writeEnabled;
    const writesFrom =
      opcode === 0x01 ? 0 : opcode === 0 ? -1 : [-1, set.writeSecond, set.writeThird].indexOf(opcode);
    if (writesFrom >= 0 && (keep || this.#volatileEnabled)) {
      this.#writeRegisters(writesFrom, sent.subarray(1), keep);
      return;
    }
    if (!this.#writeEnabled) return;
    if (opcode === 0x02) this.#program(sent, this.#addressBytes);
    else if (opcode === 0x12 && fourByteAddresses) this.#program(sent, 4);
    else if (chipEraseOpcodes.includes(opcode)) this.#erase(0, this.#part.totalBytes);
    else if ((opcode === 0x17 || opcode === 0xc5) && fourByteAddresses) this.#extendedAddress = sent[1] ?? 0;
    else if (opcode === 0x98 && registers === "sst26") this.#unlockAll();
    else this.#eraseByOpcode(opcode, sent);
  }

  #eraseByOpcode(opcode: number, sent: Uint8Array): void {
    const erase = this.#spi.eraseOpcodes.find((each) => each.opcode === opcode || each.opcode4 === opcode);
    const addressBytes = erase !== undefined && erase.opcode4 === opcode ? 4 : this.#addressBytes;
    if (sent.length < 1 + addressBytes) return;
    const address = this.#addressIn(sent, addressBytes);
    if (erase !== undefined) this.#erase(address - (address % erase.bytes), erase.bytes);
    else if (this.#spi.eraseMap?.opcode === opcode) this.#eraseByMap(address);
  }

  #eraseByMap(address: number): void {
    let from = 0;
    for (const { bytes, count } of this.#spi.eraseMap?.runs ?? []) {
      if (address < from + bytes * count) {
        this.#erase(address - ((address - from) % bytes), bytes);
        return;
      }
      from += bytes * count;
    }
  }

  #program(sent: Uint8Array, addressBytes: number): void {
    if (sent.length <= 1 + addressBytes) return;
    const address = this.#addressIn(sent, addressBytes);
    if (this.chip.isProtected(address, address + 1)) {
      this.#failed.program = this.#failed.protection = true;
      return;
    }
    this.#operate(() => {
      const status = this.chip.program(address, sent.subarray(1 + addressBytes));
      if (status === "failed") this.#failed.program = true;
    });
  }

  #erase(address: number, byteCount: number): void {
    if (this.chip.isProtected(address, address + byteCount)) {
      this.#failed.erase = this.#failed.protection = true;
      return;
    }
    this.#operate(() => {
      if (this.chip.eraseRange(address, byteCount) === "failed") this.#failed.erase = true;
    });
  }

  /** An operation of the array: the latch is used up, the chip is busy for the time that it took. */
  #operate(operation: () => void): void {
    const before = this.chip.deviceMicros;
    operation();
    this.#writeEnabled = false;
    const { nowMicros } = this.#options;
    this.#busyUntil = (nowMicros?.() ?? 0) + this.chip.deviceMicros - before;
  }

  #writeRegisters(first: number, values: Uint8Array, keep: boolean): void {
    if (values.length === 0) return;
    this.#registers.write(first, values, keep);
    this.chip.protect(this.#registers.protectedRanges());
    this.#writeEnabled = false;
    this.#volatileEnabled = false;
    if (!keep) return;
    this.#busyUntil = (this.#options.nowMicros?.() ?? 0) + registerWriteMicros;
    this.#options.keep?.(this.#registers.kept);
  }

  #unlockAll(): void {
    this.#registers.unlockAll();
    this.#writeEnabled = false;
    this.chip.protect(this.#registers.protectedRanges());
  }

  /** Out of deep power-down; after three dummy bytes the old electronic signature. */
  #wake(sent: Uint8Array, out: Uint8Array): void {
    this.#asleep = false;
    answer(out, sent.length - 4, () => this.#electronicId);
  }

  #clearFailures(): void {
    this.#failed.program = this.#failed.erase = this.#failed.protection = false;
  }

  /** The capacity byte of the JEDEC id less one, as Winbond and Macronix have it. */
  get #electronicId(): number {
    return (this.#id[2] - 1) & 0xff;
  }

  get #addressBytes(): number {
    return this.#fourByte ? 4 : 3;
  }

  #addressIn(sent: Uint8Array, addressBytes: number): number {
    const given = numberAt(sent, 1, addressBytes);
    const whole = addressBytes === 3 ? given + this.#extendedAddress * 2 ** 24 : given;
    return whole % this.#part.totalBytes;
  }
}

/** Time of a write of the registers that outlast power: 15 ms is usual. */
const registerWriteMicros = 15_000;

/** Big-endian, as addresses go over the bus; bytes that were not sent are zero. */
function numberAt(sent: Uint8Array, from: number, byteCount: number): number {
  let value = 0;
  for (let index = from; index < from + byteCount; index++) value = value * 256 + (sent[index] ?? 0);
  return value;
}

/** Fills `out` with what `valueAt` tells; the first `skipped` values went by while something was still sent. */
function answer(out: Uint8Array, skipped: number, valueAt: (index: number) => number): boolean {
  for (let index = 0; index < out.length; index++) {
    const at = index + skipped;
    out[index] = at < 0 ? floating : valueAt(at);
  }
  return true;
}
