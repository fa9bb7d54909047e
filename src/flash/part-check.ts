/** Every check that a part must pass. */
import { EXIT, UserError } from "../base/index.ts";
import type { Micros, Part, SpiFigures } from "./part.ts";

/** A part that cannot be: names the field and says what it should have been. */
export class PartError extends UserError {
  readonly field: string;

  constructor(partName: string, field: string, problem: string) {
    const whatToDo = `${field} ${problem}`;
    super({ what: "this part cannot be", where: `part ${partName}`, whatToDo, exitStatus: EXIT.config });
    this.name = "PartError";
    this.field = field;
  }
}

/** Largest chip that a 32-bit byte address reaches with room for sums. */
const totalBytesMax = 2 ** 31;
/** How far the count of programs beside a page reaches. */
export const programsPerPageMax = 7;
const registerSets: readonly string[] = ["winbond", "macronix", "micron", "spansion", "sst26"];

/** Throws `PartError` at the first field that cannot be. */
export function checkPart(part: Part): void {
  checkNames(part);
  checkGeometry(part);
  checkRules(part);
  checkFigures(part);
  checkAgeing(part);
  if (part.spi !== null) checkSpi(part, part.spi);
}

function checkNames(part: Part): void {
  const name = typeof part.name === "string" ? part.name : "?";
  require(/^[a-z0-9][a-z0-9._-]{0,39}$/.test(name), name, "name", "must be 1 to 40 of a-z 0-9 . _ -");
  require(typeof part.maker === "string" && part.maker !== "", name, "maker", "must be a text");
  require(part.kind === "nor" || part.kind === "nand", name, "kind", "must be nor or nand");
  const idGood = part.jedecId === null || /^[0-9A-F]{4,6}$/.test(part.jedecId);
  require(idGood, name, "jedecId", "must be two or three bytes in upper-case hex, or null");
  const sourcesGood = Array.isArray(part.sources) && part.sources.every((text) => typeof text === "string");
  require(sourcesGood && part.sources.length > 0, name, "sources", "must name at least one source");
}

function checkGeometry(part: Part): void {
  const { name, totalBytes, pageBytes, eraseBlockBytes, programUnitBytes, spareBytes } = part;
  for (const field of ["pageBytes", "eraseBlockBytes", "programUnitBytes"] as const) {
    require(isPowerOfTwo(part[field]), name, field, `must be a power of two, not ${part[field]}`);
  }
  require(pageBytes <= eraseBlockBytes, name, "pageBytes", "must not exceed eraseBlockBytes");
  require(programUnitBytes <= pageBytes, name, "programUnitBytes", "must not exceed pageBytes");
  require(isCount(spareBytes, 0), name, "spareBytes", "must be a whole number, 0 or more");
  require(isCount(totalBytes, 1) &&
    totalBytes % eraseBlockBytes === 0 &&
    totalBytes <=
      totalBytesMax, name, "totalBytes", `must be whole erase blocks of ${eraseBlockBytes} bytes and at most 2 GiB, not ${totalBytes}`);
  const units = part.eraseUnits;
  require(Array.isArray(units) && units.length > 0, name, "eraseUnits", "must name at least one size");
  for (const [index, unit] of units.entries()) {
    require(isPowerOfTwo(unit.bytes), name, `eraseUnits[${index}].bytes`, "must be a power of two");
    checkMicros(name, `eraseUnits[${index}].micros`, unit.micros);
  }
  const known = units.some((unit) => unit.bytes === eraseBlockBytes);
  require(known, name, "eraseBlockBytes", "must be the size of one of eraseUnits");
}

function checkRules(part: Part): void {
  const { name, reprogram, pageOrder, programsPerPage, ecc } = part;
  require(reprogram === "and" || reprogram === "once", name, "reprogram", "must be and or once");
  require(pageOrder === "any" || pageOrder === "ascending", name, "pageOrder", "must be any or ascending");
  const limitGood =
    programsPerPage === null || (isCount(programsPerPage, 1) && programsPerPage <= programsPerPageMax);
  require(limitGood, name, "programsPerPage", `must be null or a whole number from 1 to ${programsPerPageMax}`);
  const nand = part.kind === "nand";
  require(nand || part.spareBytes === 0, name, "spareBytes", "must be 0 on NOR");
  require(nand || ecc === null, name, "ecc", "must be null on NOR");
  require(nand || pageOrder === "any", name, "pageOrder", "must be any on NOR");
  require(nand || programsPerPage === null, name, "programsPerPage", "must be null on NOR");
  require(!nand || programsPerPage !== null, name, "programsPerPage", "must be a number on NAND");
  if (ecc !== null) {
    require(isPowerOfTwo(ecc.stepBytes) &&
      ecc.stepBytes <= part.pageBytes, name, "ecc.stepBytes", "must be a power of two and at most pageBytes");
    require((part.spareBytes * ecc.stepBytes) % part.pageBytes ===
      0, name, "spareBytes", "must be shared evenly by the ECC steps");
    require(isCount(ecc.correctBits, 1), name, "ecc.correctBits", "must be a whole number from 1");
  }
  const badGood = isCount(part.badBlocksMax, 0) && part.badBlocksMax < part.totalBytes / part.eraseBlockBytes;
  require(badGood &&
    (nand ||
      part.badBlocksMax ===
        0), name, "badBlocksMax", "must be 0 on NOR, and below the number of erase blocks");
}

function checkAgeing(part: Part): void {
  const { name, ageing } = part;
  for (const field of ["earlyShare", "silentShare", "retentionBitRate", "disturbBitRate"] as const) {
    const value = ageing[field];
    require(Number.isFinite(value) &&
      value >= 0 &&
      value <= 1, name, `ageing.${field}`, "must be a share from 0 to 1");
  }
  require(Number.isFinite(ageing.lifeMedian) &&
    ageing.lifeMedian > 1, name, "ageing.lifeMedian", "must be above 1");
  require(Number.isFinite(ageing.lifeSpread) &&
    ageing.lifeSpread >= 0, name, "ageing.lifeSpread", "must be 0 or more");
}

function checkSpi(part: Part, spi: SpiFigures): void {
  const { name } = part;
  const check = (good: boolean, field: string, problem: string): void =>
    require(good, name, `spi.${field}`, problem);
  check(part.kind === "nor", "registers", "must be absent: serial NAND has no NOR bus");
  const idGood = /^([0-9A-F]{2}){2,20}$/.test(spi.idBytes) && spi.idBytes.startsWith(part.jedecId ?? "");
  check(idGood, "idBytes", "must be bytes in upper-case hex that begin with jedecId");
  check(registerSets.includes(spi.registers), "registers", `must be one of ${registerSets.join(", ")}`);
  check(
    spi.fourByteAddresses || part.totalBytes <= 2 ** 24,
    "fourByteAddresses",
    "must be true above 16 MiB",
  );
  for (const [index, erase] of spi.eraseOpcodes.entries()) {
    const known = part.eraseUnits.some((unit) => unit.bytes === erase.bytes);
    check(known, `eraseOpcodes[${index}].bytes`, "must be the size of one of eraseUnits");
    check(isOpcode(erase.opcode), `eraseOpcodes[${index}].opcode`, "must be a byte");
    const fourGood = erase.opcode4 === null || isOpcode(erase.opcode4);
    check(fourGood, `eraseOpcodes[${index}].opcode4`, "must be a byte or null");
  }
  const mapped = spi.eraseMap?.runs.reduce((sum, run) => sum + run.bytes * run.count, 0);
  check(mapped === undefined || mapped === part.totalBytes, "eraseMap.runs", "must cover the part");
  for (const [index, run] of (spi.eraseMap?.runs ?? []).entries()) {
    const known = part.eraseUnits.some((unit) => unit.bytes === run.bytes);
    check(known, `eraseMap.runs[${index}].bytes`, "must be the size of one of eraseUnits");
  }
  check(spi.chipEraseOpcodes.every(isOpcode), "chipEraseOpcodes", "must be bytes");
  checkMicros(name, "spi.chipEraseMicros", spi.chipEraseMicros);
  check(spi.clockMegahertz > 0, "clockMegahertz", "must be above 0");
  const bits = [...(spi.protection?.bits ?? []), spi.protection?.bottomBit ?? 0];
  check(
    bits.every((bit) => isCount(bit, 0) && bit < 8),
    "protection.bits",
    "must be bits 0 to 7",
  );
}

function isOpcode(value: number): boolean {
  return isCount(value, 0) && value <= 0xff;
}

function checkFigures(part: Part): void {
  const { name, programMicros, programSetupMicros } = part;
  checkMicros(name, "programMicros", programMicros);
  checkMicros(name, "programSetupMicros", programSetupMicros);
  for (const figure of ["typical", "max"] as const) {
    const fits = programSetupMicros[figure] <= programMicros[figure];
    require(fits, name, "programSetupMicros", "must not exceed programMicros");
  }
  for (const field of ["readSetupNanos", "readByteNanos"] as const) {
    require(isCount(part[field], 0), name, field, "must be whole nanoseconds, 0 or more");
  }
  const positive = [
    "enduranceCycles",
    "retentionYears",
    "supplyMillivolts",
    "readMilliamps",
    "programMilliamps",
    "eraseMilliamps",
  ] as const;
  for (const field of positive) {
    require(Number.isFinite(part[field]) && part[field] > 0, name, field, "must be a number above 0");
  }
  require(isCount(part.enduranceCycles, 1), name, "enduranceCycles", "must be a whole number");
}

function checkMicros(partName: string, field: string, micros: Micros): void {
  const given = typeof micros === "object" && micros !== null;
  require(given && isCount(micros.typical, 0), partName, `${field}.typical`, "must be whole microseconds");
  require(isCount(micros.max, 0), partName, `${field}.max`, "must be whole microseconds");
  require(micros.typical <= micros.max, partName, `${field}.max`, "must not be below typical");
}

function require(condition: boolean, partName: string, field: string, problem: string): void {
  if (!condition) throw new PartError(partName, field, problem);
}

function isCount(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function isPowerOfTwo(value: number): boolean {
  return isCount(value, 1) && value <= totalBytesMax && 2 ** Math.round(Math.log2(value)) === value;
}
