import { readFileSync } from "node:fs";
import { EXIT, UserError, parseSize } from "../base/index.ts";
import { definePart, partByName, partNames } from "../flash/index.ts";
import type { Part, PartFields } from "../flash/index.ts";
import { yaml, zod } from "./on-demand.ts";

type Schemas = ReturnType<typeof basicSchemas>;

function basicSchemas() {
  const { z } = zod();
  const size = z.union([z.number(), z.string()]).transform((value, context) => {
    const bytes = typeof value === "number" ? value : parseSize(value);
    if (bytes !== undefined && Number.isSafeInteger(bytes) && bytes > 0) return bytes;
    context.addIssue({ code: "custom", message: `"${value}" is no size such as 64K, 4M or 65536` });
    return z.NEVER;
  });
  const count = z.number().int().nonnegative();
  const micros = z.strictObject({ typical: count, max: count });
  const opcode = z.number().int().min(0).max(255);
  const share = z.number().min(0).max(1);
  return { z, size, count, micros, opcode, share };
}

function spiSchema({ z, size, count, micros, opcode }: Schemas) {
  return z.strictObject({
    flashromName: z.string().nullable().default(null),
    idBytes: z.string(),
    registers: z.enum(["winbond", "macronix", "micron", "spansion", "sst26"]),
    fourByteAddresses: z.boolean(),
    eraseOpcodes: z.array(z.strictObject({ bytes: size, opcode, opcode4: opcode.nullable().default(null) })),
    eraseMap: z
      .strictObject({ opcode, runs: z.array(z.strictObject({ bytes: size, count })) })
      .nullable()
      .default(null),
    chipEraseOpcodes: z.array(opcode),
    chipEraseMicros: micros,
    protection: z
      .strictObject({ bits: z.array(count), bottomBit: count.nullable(), firstBytes: size })
      .nullable()
      .default(null),
    clockMegahertz: z.number().positive(),
    deepPowerDown: z.strictObject({ enterMicros: count, exitMicros: count }).nullable().default(null),
  });
}

/** The fields of a part; all of them but the defaulted ones are needed where nothing is extended. */
function partSchema() {
  const schemas = basicSchemas();
  const { z, size, count, micros, share } = schemas;
  const ageing = z.strictObject({
    ...{ lifeMedian: z.number(), lifeSpread: z.number(), earlyShare: share, silentShare: share },
    ...{ retentionBitRate: share, disturbBitRate: share },
  });
  return z.strictObject({
    extends: z.string().optional(),
    name: z.string(),
    maker: z.string(),
    kind: z.enum(["nor", "nand"]),
    jedecId: z.string().nullable(),
    totalBytes: size,
    pageBytes: size,
    spareBytes: count,
    eraseBlockBytes: size,
    eraseUnits: z.array(z.strictObject({ bytes: size, micros })),
    programUnitBytes: size,
    reprogram: z.enum(["and", "once"]),
    pageOrder: z.enum(["any", "ascending"]),
    programsPerPage: count.nullable(),
    ecc: z.strictObject({ stepBytes: size, correctBits: count }).nullable().optional(),
    badBlocksMax: count.optional(),
    programMicros: micros,
    programSetupMicros: micros,
    readSetupNanos: count,
    readByteNanos: count,
    enduranceCycles: count,
    retentionYears: z.number().positive(),
    ageing: ageing.optional(),
    supplyMillivolts: z.number().positive(),
    readMilliamps: z.number().positive(),
    programMilliamps: z.number().positive(),
    eraseMilliamps: z.number().positive(),
    spi: spiSchema(schemas).nullable().optional(),
    sources: z.array(z.string()),
  });
}

/**
 * The part of that name, or the one in a YAML or JSON file (a name with a slash, or ending in `.yaml`, `.yml` or `.json`).
 * A file gives all fields of a part, or `extends` a known one and gives what differs. Throws `UserError`, which names the
 * field that is wrong.
 */
export function findPart(nameOrPath: string): Part {
  if (isPartFile(nameOrPath)) return readPartFile(nameOrPath);
  const part = partByName(nameOrPath);
  if (part !== undefined) return part;
  throw new UserError({
    what: `there is no part "${nameOrPath}"`,
    where: "among the parts",
    whatToDo: `use ${partNames().join(", ")}, nor-SIZE, nand-SIZE, or a YAML or JSON file`,
    exitStatus: EXIT.usage,
  });
}

/** Whether that is a file's name, not a part's. */
export function isPartFile(nameOrPath: string): boolean {
  return /[/]|\.(ya?ml|json)$/.test(nameOrPath);
}

function readPartFile(path: string): Part {
  const given = readFields(path);
  const base = typeof given.extends === "string" ? partByName(given.extends) : undefined;
  if (given.extends !== undefined && base === undefined) {
    throw wrongField(path, "extends", `there is no part "${String(given.extends)}"`);
  }
  const result = partSchema().safeParse({ ...base, ...given });
  if (!result.success) {
    const issue = result.error.issues[0];
    throw wrongField(path, issue.path.join(".") || "(whole file)", issue.message);
  }
  const { extends: _, ...fields } = result.data;
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return definePart(present as unknown as PartFields);
}

function wrongField(path: string, field: string, what: string): UserError {
  return new UserError({
    what,
    where: `${path}, field ${field}`,
    whatToDo: "correct that field; docs/flash-chip.md lists all of them",
    exitStatus: EXIT.config,
  });
}

function readFields(path: string): Record<string, unknown> {
  let fields: unknown;
  try {
    fields = yaml().parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new UserError({
      what: `the part cannot be read (${reason})`,
      where: path,
      whatToDo: "give a YAML or JSON file as docs/flash-chip.md describes it",
      exitStatus: EXIT.noInput,
    });
  }
  if (typeof fields === "object" && fields !== null && !Array.isArray(fields))
    return fields as Record<string, unknown>;
  throw wrongField(path, "(whole file)", "the file holds no fields");
}
