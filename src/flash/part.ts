/**
 * A part is a chip by its maker's name: geometry, rules and figures, all of it data. `definePart` is the only way to
 * make one; what it returns has passed every check of this file, so the rest of the floor does not check again.
 */
import { EXIT, UserError } from "../base/index.ts";

/** A typical and a maximum figure in microseconds; the brown-out budget counts with the maximum. */
export interface Micros {
  readonly typical: number;
  readonly max: number;
}

/** One size of erase that the part knows, and how long such an erase takes. */
export interface EraseUnit {
  readonly bytes: number;
  readonly micros: Micros;
}

export interface Part {
  /** The name that profiles and images use: lower case, `w25q128`. */
  readonly name: string;
  readonly maker: string;
  readonly kind: "nor" | "nand";
  /** Maker and device bytes of the JEDEC id in hex, `EF4018`; null for generic parts and parts that answer CFI. */
  readonly jedecId: string | null;
  readonly totalBytes: number;
  /** The most that one program operation takes; it never crosses a boundary of this size. */
  readonly pageBytes: number;
  /** Spare bytes beside each page; 0 on NOR. */
  readonly spareBytes: number;
  /** The erase block that the chip model counts in; one of `eraseUnits` has this size. */
  readonly eraseBlockBytes: number;
  readonly eraseUnits: readonly EraseUnit[];
  /** Bytes that silicon programs together, an ECC unit for instance; 1 on plain NOR. */
  readonly programUnitBytes: number;
  /** `and`: a program may be repeated and clears further bits. `once`: each program unit once between erases. */
  readonly reprogram: "and" | "once";
  /** Whether pages of a block must be programmed in ascending order (NAND). */
  readonly pageOrder: "any" | "ascending";
  /** Programs that a page takes between erases (NOP of NAND); null where there is no such limit. */
  readonly programsPerPage: number | null;
  /** A program of a whole page. */
  readonly programMicros: Micros;
  /** What of `programMicros` a program of a single byte takes; the rest grows with the byte count. */
  readonly programSetupMicros: Micros;
  /** Command, address and dummy cycles of a read, then the bus time of each byte. */
  readonly readSetupNanos: number;
  readonly readByteNanos: number;
  /** Erases that the maker promises for each block. */
  readonly enduranceCycles: number;
  readonly retentionYears: number;
  readonly supplyMillivolts: number;
  readonly readMilliamps: number;
  readonly programMilliamps: number;
  readonly eraseMilliamps: number;
  /** Where the figures come from, and which of them are unsure. */
  readonly sources: readonly string[];
}

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

/** Checks every field and returns the part, frozen. Throws `PartError`. */
export function definePart(part: Part): Part {
  checkNames(part);
  checkGeometry(part);
  checkRules(part);
  checkFigures(part);
  return Object.freeze({ ...part });
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
  const { name, reprogram, pageOrder, programsPerPage } = part;
  require(reprogram === "and" || reprogram === "once", name, "reprogram", "must be and or once");
  require(pageOrder === "any" || pageOrder === "ascending", name, "pageOrder", "must be any or ascending");
  const limitGood = programsPerPage === null || isCount(programsPerPage, 1);
  require(limitGood, name, "programsPerPage", "must be null or a whole number from 1");
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
