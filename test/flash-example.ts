import {
  FlashChip,
  MemoryCarrier,
  PowerCut,
  eraseShapes,
  formatCut,
  partByName,
  programShapes,
} from "../src/flash/index.ts";
import type { CutPoint } from "../src/flash/index.ts";

/** The file system under test: one number. Records are appended to two erase blocks in turn; the newest one counts. */
export class NumberFile {
  readonly #chip: FlashChip;
  readonly #checked: boolean;
  #next = 0; // address of the next record
  value = 0;

  /** Mounts what is on the chip. `checked`: a record carries its complement. */
  constructor(chip: FlashChip, checked: boolean) {
    this.#chip = chip;
    this.#checked = checked;
    const record = new Uint8Array(8);
    for (let address = 0; address < 2 * 4096; address += 8) {
      chip.read(address, record);
      if (record.every((byte) => byte === 0xff)) continue;
      const [value, complement] = new Uint32Array(record.buffer);
      const isWhole = !checked || value === ~complement >>> 0;
      if (isWhole && value >= this.value) [this.value, this.#next] = [value, address + 8];
      else if (address >= this.#next) this.#next = address + 8; // never append to a torn record
    }
  }

  write(value: number): void {
    if (this.#next % 4096 === 0) this.#chip.eraseBlock((this.#next / 4096) % 2);
    const record = Uint32Array.of(value, this.#checked ? ~value : 0xffffffff);
    this.#chip.program(this.#next % 8192, new Uint8Array(record.buffer));
    this.value = value;
    this.#next += 8;
  }
}

/** Writes 1 to `count`, cuts power in each operation in each of its shapes, and returns the cuts that lose what was written. */
export function cutEverywhere(count: number, checked: boolean): readonly string[] {
  const part = partByName("w25q128");
  if (part === undefined) throw new Error("no such part");
  const points: CutPoint[] = [];
  const calm = new FlashChip(part, MemoryCarrier.forPart(part));
  calm.observe((kind, _, bytes) => {
    const shapes = kind === "erase" ? eraseShapes() : programShapes(bytes?.length ?? 0);
    points.push(...shapes.map((shape) => ({ operation: calm.operationCount, shape })));
  });
  const file = new NumberFile(calm, checked);
  for (let value = 1; value <= count; value++) file.write(value);

  return points
    .filter((point) => isLost(part.name, count, checked, point))
    .map((point) => formatCut([point]));
}

function isLost(partName: string, count: number, checked: boolean, point: CutPoint): boolean {
  const part = partByName(partName);
  if (part === undefined) throw new Error("no such part");
  const chip = new FlashChip(part, MemoryCarrier.forPart(part), { seed: 1 });
  const file = new NumberFile(chip, checked);
  chip.armCut(point);
  let written = 0;
  try {
    for (let value = 1; value <= count; value++) {
      file.write(value);
      written = value;
    }
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
  }
  chip.powerOn();
  const found = new NumberFile(chip, checked).value;
  return found !== written && found !== written + 1; // the write under way may have come through
}
