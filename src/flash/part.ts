/**
 * A part is a chip by its maker's name: geometry, rules and figures, all of it data. `definePart` is the only way to
 * make one; what it returns has passed every check, so the rest of the floor does not check again.
 */
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

/** ECC on the die: each step of `stepBytes` of a page, with its share of the spare area, is corrected by itself. */
export interface EccFigures {
  readonly stepBytes: number;
  /** Wrong bits of a step that are corrected; one more and the step is uncorrectable. */
  readonly correctBits: number;
}

/** How the part grows old. Makers promise limits only, so these are a model, not datasheet figures. */
export interface AgeingFigures {
  /** Erases after which half of the blocks have begun to fail, in `enduranceCycles`; above 1. */
  readonly lifeMedian: number;
  /** Sigma of the logarithm of what blocks live beyond `enduranceCycles`. */
  readonly lifeSpread: number;
  /** Share of the blocks that fail before `enduranceCycles` all the same (grown bad blocks of NAND). */
  readonly earlyShare: number;
  /** Share of the failures that tell nobody: `ok`, and some bits are wrong. */
  readonly silentShare: number;
  /** Share of the programmed bits that read as ones after `retentionYears` in a block at `enduranceCycles`. */
  readonly retentionBitRate: number;
  /** Share of the ones that read as zeros per million reads of the block, at `enduranceCycles`. */
  readonly disturbBitRate: number;
}

/** How a serial NOR answers on its bus. */
export interface SpiFigures {
  /** What `flashrom -c` calls the part; null where it does not know it. */
  readonly flashromName: string | null;
  /** All that RDID answers, in hex; begins with the part's `jedecId`. */
  readonly idBytes: string;
  /** Whose status and configuration registers it has. */
  readonly registers: "winbond" | "macronix" | "micron" | "spansion" | "sst26";
  /** Whether it also takes 4-byte addresses (B7h / E9h and opcodes of their own). */
  readonly fourByteAddresses: boolean;
  /** Opcodes of the erase units; `opcode4` takes a 4-byte address. */
  readonly eraseOpcodes: readonly {
    readonly bytes: number;
    readonly opcode: number;
    readonly opcode4: number | null;
  }[];
  /** Where one erase opcode means units of several sizes: runs of them from address 0 on. */
  readonly eraseMap: {
    readonly opcode: number;
    readonly runs: readonly { readonly bytes: number; readonly count: number }[];
  } | null;
  readonly chipEraseOpcodes: readonly number[];
  readonly chipEraseMicros: Micros;
  /**
   * Block protection: the status register bits that count, lowest first, the bit that turns it to the bottom, and the
   * bytes that the value 1 protects, each further one doubling them. Null where no such bits exist.
   */
  readonly protection: {
    readonly bits: readonly number[];
    readonly bottomBit: number | null;
    readonly firstBytes: number;
  } | null;
  readonly clockMegahertz: number;
  readonly deepPowerDown: { readonly enterMicros: number; readonly exitMicros: number } | null;
}

export interface Part {
  /** The name that profiles and images use: lower case, `w25q128`. */
  readonly name: string;
  readonly maker: string;
  readonly kind: "nor" | "nand";
  /** Maker and device bytes of the JEDEC id in hex, `EF4018`; null for generic parts and parts that answer CFI. */
  readonly jedecId: string | null;
  /** Without the spare areas. */
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
  readonly ecc: EccFigures | null;
  /** The most blocks that may be bad when the part leaves the factory; 0 on NOR. */
  readonly badBlocksMax: number;
  /** A program of a whole page. */
  readonly programMicros: Micros;
  /** What of `programMicros` a program of a single byte takes; the rest grows with the byte count. */
  readonly programSetupMicros: Micros;
  /** Command, address and dummy cycles of a read (NAND: and loading the page), then the bus time of each byte. */
  readonly readSetupNanos: number;
  readonly readByteNanos: number;
  /** Erases that the maker promises for each block. */
  readonly enduranceCycles: number;
  readonly retentionYears: number;
  readonly ageing: AgeingFigures;
  readonly supplyMillivolts: number;
  readonly readMilliamps: number;
  readonly programMilliamps: number;
  readonly eraseMilliamps: number;
  readonly spi: SpiFigures | null;
  /**
   * Where the figures come from: `field, field: source`. Fields whose figure nobody should rely on come in lines that
   * begin with `unsure`.
   */
  readonly sources: readonly string[];
}
