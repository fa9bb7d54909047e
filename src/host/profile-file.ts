import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { EXIT, UserError, parseSize } from "../base/index.ts";
import { PROFILES, profileNamed } from "../device/index.ts";
import type { Profile } from "../device/index.ts";
import { yaml, zod } from "./on-demand.ts";
import { findPart, isPartFile } from "./part-file.ts";
import { possibleProfile } from "./profile-check.ts";

/** The fields of a user's own profile; what is left out comes from `extends` (default `spot`). */
function makeSchema() {
  const { z } = zod();
  const size = z.union([z.number().int().positive(), z.string()]).transform((value, context) => {
    const bytes = typeof value === "number" ? value : parseSize(value);
    if (bytes === undefined || bytes <= 0) {
      context.addIssue({ code: "custom", message: `"${value}" is no size such as 64K, 4M or 65536` });
      return z.NEVER;
    }
    return bytes;
  });
  const count = z.number().int().positive();
  return z.strictObject({
    name: z.string().min(1),
    extends: z.enum(["tiny", "spot", "depot", "gateway", "desk"]).default("spot"),
    ramBytes: size.optional(),
    part: z.string().optional(),
    lineBytes: size.optional(),
    windowLines: count.min(16).optional(),
    nurseryBytes: size.optional(),
    holdUp: z.string().optional(),
    ticksPerSecond: count.optional(),
    codeBytes: size.optional(),
    tenuredBytes: size.optional(),
    mainStackBytes: size.optional(),
    stackBytes: size.optional(),
    threadSlots: count.max(1023).optional(),
    outboxBytes: size.optional(),
    keepStates: count.optional(),
    mapRamBytes: size.optional(),
    levelThreshold: count.optional(),
  });
}

/** The built-in profile of that name, or the one in a YAML file (a name with a slash, or ending in `.yaml` or `.yml`). */
export function findProfile(nameOrPath: string): Profile {
  if (/[/]|\.ya?ml$/.test(nameOrPath)) return readProfile(nameOrPath);
  const profile = profileNamed(nameOrPath);
  if (profile !== undefined) return profile;
  throw new UserError({
    what: `there is no profile "${nameOrPath}"`,
    where: "--profile",
    whatToDo: `use ${PROFILES.map(({ name }) => name).join(", ")}, or a YAML file`,
    exitStatus: EXIT.usage,
  });
}

/** `profile` with some fields changed, given as on a command line. `where` names the option that gave them. */
export function profileWith(
  profile: Profile,
  fields: Readonly<Record<string, string>>,
  where: string,
): Profile {
  const values = Object.entries(fields).map(([key, text]) => [
    key,
    /^[0-9]+$/.test(text) ? Number(text) : text,
  ]);
  const { extends: _base, ...given } = parsed({ name: profile.name, ...Object.fromEntries(values) }, where);
  return possibleProfile({ ...profile, ...given }, where);
}

function readProfile(path: string): Profile {
  const { extends: base, ...given } = parsed(readYaml(path), path);
  return possibleProfile(
    { ...(profileNamed(base) as Profile), ...given, ...ownPart(given.part, path) },
    path,
  );
}

/** A part that is a file of its own, named from where the profile lies. */
function ownPart(name: string | undefined, profilePath: string): Partial<Profile> {
  if (name === undefined || !isPartFile(name)) return {};
  const part = findPart(resolve(dirname(profilePath), name));
  return { part: part.name, ownPart: part };
}

/** The fields that are given. Throws `UserError` naming the field that cannot be. */
function parsed(value: unknown, where: string): Partial<Profile> & { extends: string; name: string } {
  const result = makeSchema().safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new UserError({
      what: issue?.message ?? "the profile is not valid",
      where: `${where}, field ${issue?.path.join(".") || "(whole file)"}`,
      whatToDo: "correct that field; docs/profiles.md lists all of them",
      exitStatus: EXIT.config,
    });
  }
  const { extends: base, name, ...fields } = result.data;
  const given = Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
  return { ...given, name, extends: base };
}

function readYaml(path: string): unknown {
  try {
    return yaml().parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UserError({
      what: `the profile cannot be read (${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)})`,
      where: path,
      whatToDo: "give a YAML file as docs/profiles.md describes it",
      exitStatus: EXIT.noInput,
    });
  }
}
