import { existsSync } from "node:fs";
import { formatBytes } from "../base/index.ts";
import { geometryOf, partByName, partNames } from "../flash/index.ts";
import type { Part } from "../flash/index.ts";
import { findPart, openChip } from "../host/index.ts";
import type { OpenChip } from "../host/index.ts";

/** Prints the parts by name. */
export function listParts(asJson: boolean): number {
  const parts = partNames().map((name) => partByName(name) as Part);
  if (asJson) {
    print(JSON.stringify({ parts: parts.map(summaryOf) }, null, 2));
    return 0;
  }
  print("part          maker      kind  size  page      erases by         flashrom -c");
  for (const part of parts) {
    const page = part.spareBytes === 0 ? `${part.pageBytes}` : `${part.pageBytes}+${part.spareBytes}`;
    const erases = part.eraseUnits.map((unit) => formatBytes(unit.bytes)).join(" ");
    const line = [
      ...[
        part.name.padEnd(13),
        part.maker.padEnd(10),
        part.kind.padEnd(5),
        formatBytes(part.totalBytes).padEnd(5),
      ],
      ...[page.padEnd(9), erases.padEnd(17), part.spi?.flashromName ?? ""],
    ].join(" ");
    print(line.trimEnd());
  }
  print("Any other nor-SIZE, nor-SIZE-ecc16 and nand-SIZE is a part as well, and so is a YAML or JSON file.");
  return 0;
}

function summaryOf(part: Part): object {
  const { name, maker, kind, jedecId, totalBytes, pageBytes, spareBytes, eraseBlockBytes, spi } = part;
  return {
    ...{ name, maker, kind, jedecId, totalBytes, pageBytes, spareBytes, eraseBlockBytes },
    flashromName: spi?.flashromName ?? null,
  };
}

/** Prints every figure of a part, or what the chip in a file is like. */
export function showPartOrChip(name: string, asJson: boolean): number {
  if (partByName(name) === undefined && existsSync(name) && !/\.(ya?ml|json)$/.test(name)) {
    return showChip(name, asJson);
  }
  const part = findPart(name);
  if (asJson) print(JSON.stringify(part, null, 2));
  else for (const line of partLines(part)) print(line);
  return 0;
}

function partLines(part: Part): readonly string[] {
  const { sources, ...figures } = part;
  return [...Object.entries(figures).flatMap(([field, value]) => fieldLines(field, value)), "", ...sources];
}

function fieldLines(field: string, value: unknown): readonly string[] {
  const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
  if (isGroup && !("typical" in value)) {
    return Object.entries(value).flatMap(([inner, each]) => fieldLines(`${field}.${inner}`, each));
  }
  return [`${field.padEnd(28)} ${textOf(field, value)}`];
}

function textOf(field: string, value: unknown): string {
  if (value === null) return "none";
  if (Array.isArray(value)) return value.map((each) => textOf(field, each)).join(", ");
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([inner, each]) => (inner === "micros" ? textOf(inner, each) : `${inner} ${textOf(inner, each)}`))
      .join(" ");
  }
  const isOpcode = /opcode/i.test(field) && typeof value === "number";
  if (isOpcode) return `${value.toString(16).toUpperCase().padStart(2, "0")}h`;
  return typeof value === "number" && value > 100_000 && Number.isInteger(value)
    ? value.toLocaleString("en-US")
    : String(value);
}

function showChip(path: string, asJson: boolean): number {
  const open = openChip(path, { readOnly: true });
  const report = reportOf(open);
  open.close();
  if (asJson) {
    print(JSON.stringify(report, null, 2));
    return 0;
  }
  const { eraseCount, blocks } = report;
  print(
    `part       ${report.part}, ${formatBytes(open.part.totalBytes)} in ${open.chip.blockCount} erase blocks`,
  );
  print(
    `chip       ${report.bare ? "by itself" : "of a device"}, seed ${report.seed}, ageing ${report.ageing ? "on" : "off"}`,
  );
  print(
    `blocks     ${blocks.programmed} programmed, ${blocks.blank} blank, ${blocks.unstable} with unstable bits`,
  );
  if (open.part.kind === "nand") print(`bad        ${report.badBlocks.join(" ") || "none marked"}`);
  print(`erases     ${eraseCount.min} to ${eraseCount.max} a block, mean ${eraseCount.mean.toFixed(1)}`);
  if (report.ageing) {
    print(`age        ${report.years} years; ${report.pastLife} of the blocks are past their life`);
  }
  return 0;
}

interface ChipReport {
  readonly part: string;
  readonly bare: boolean;
  readonly seed: number;
  readonly ageing: boolean;
  readonly years: number;
  readonly pastLife: number;
  readonly blocks: { readonly programmed: number; readonly blank: number; readonly unstable: number };
  readonly badBlocks: readonly number[];
  readonly eraseCount: { readonly min: number; readonly mean: number; readonly max: number };
}

function reportOf(open: OpenChip): ChipReport {
  const { chip, part, nature } = open;
  const { ageing, carrier } = chip;
  const blocks = Array.from({ length: geometryOf(part).blockCount }, (_, block) => block);
  const counts = blocks.map((block) => chip.eraseCount(block));
  const programmed = blocks.filter(
    (block) => carrier.cellsOf(block)?.some((byte) => byte !== 0xff) === true,
  ).length;
  return {
    part: part.name,
    bare: open.isBare,
    ...nature,
    years: ageing?.years ?? 0,
    pastLife: ageing === null ? 0 : blocks.filter((block) => counts[block] > ageing.lifeCycles(block)).length,
    blocks: {
      programmed,
      blank: blocks.length - programmed,
      unstable: blocks.filter((block) => carrier.unstableOf(block) !== null).length,
    },
    badBlocks: blocks.filter((block) => chip.isMarkedBad(block)),
    eraseCount: {
      min: counts.reduce((least, count) => Math.min(least, count), Infinity),
      mean: counts.reduce((sum, count) => sum + count, 0) / counts.length,
      max: counts.reduce((most, count) => Math.max(most, count), 0),
    },
  };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
