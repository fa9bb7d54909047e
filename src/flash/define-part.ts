import { checkPart } from "./part-check.ts";
import type { AgeingFigures, Part } from "./part.ts";

/** What `definePart` is given: what is absent means none, and the kind's usual ageing. */
export type PartFields = Omit<Part, "ecc" | "badBlocksMax" | "ageing" | "spi"> &
  Partial<Pick<Part, "ecc" | "badBlocksMax" | "ageing" | "spi">>;

const norAgeing: AgeingFigures = {
  ...{ lifeMedian: 3, lifeSpread: 0.5, earlyShare: 0, silentShare: 0.1 },
  ...{ retentionBitRate: 1e-9, disturbBitRate: 1e-12 },
};
const nandAgeing: AgeingFigures = {
  ...{ lifeMedian: 2, lifeSpread: 0.5, earlyShare: 0.01, silentShare: 0.05 },
  ...{ retentionBitRate: 1e-5, disturbBitRate: 1e-6 },
};

/** Checks every field and returns the part, frozen. Throws `PartError`. */
export function definePart(fields: PartFields): Part {
  const part: Part = {
    ...{ ecc: null, badBlocksMax: 0, spi: null },
    ageing: fields.kind === "nand" ? nandAgeing : norAgeing,
    ...fields,
  };
  checkPart(part);
  return Object.freeze(part);
}
