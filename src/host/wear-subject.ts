import { EXIT, SeededRandom, UserError } from "../base/index.ts";
import { MemoryCarrier, PartError, definePart } from "../flash/index.ts";
import type { Part } from "../flash/index.ts";
import { DEFAULT_POLICY, chipFor, installedProgram, manufacture, parsePolicy } from "../device/index.ts";
import type { CheckpointPolicy, Profile } from "../device/index.ts";
import type { Program } from "../process/index.ts";
import { Store, chipMemory } from "../store/index.ts";
import type { WearSubject } from "../lab/index.ts";
import { ClassPath } from "./class-path.ts";
import { copyDevice } from "./image-device.ts";
import { findProfile, profileWith } from "./profile-file.ts";
import { programOf } from "./program.ts";
import { readRom } from "./rom.ts";

/** What is measured, as the command line names it. */
export interface WearTarget {
  /** Main class (with a class path) or image file (without). */
  readonly target: string;
  readonly words: readonly string[];
  readonly classPath: string | undefined;
  readonly profile: string | undefined;
}

/** A program and the board that it is made for. Plain data, so that workers can be given it. */
export interface WearProgram {
  readonly profile: Profile;
  readonly rom: Uint8Array;
  readonly program: Program;
}

/** One configuration to measure. Plain data too. */
export interface WearRequest {
  readonly program: WearProgram;
  /** Fields of the profile, and `checkpoint`, `enduranceCycles` and `utilisation`. */
  readonly settings: Readonly<Record<string, string>>;
  readonly forMicros: number | undefined;
  readonly checkpoints: number | undefined;
  /** See `WearSubject`. */
  readonly giveUpAfter: WearSubject["giveUpAfter"];
}

/** A program from a class path, or the one that an image carries: it begins anew on a new chip. Words are its arguments. */
export function wearProgramOf({ target, words, classPath, profile: name }: WearTarget): WearProgram {
  if (classPath !== undefined) {
    const program = programOf(new ClassPath(classPath), target, words);
    return { profile: findProfile(name ?? "spot"), rom: readRom(), program };
  }
  const { manifest, rom, chip } = copyDevice(target);
  const profile = name === undefined ? manifest.profile : findProfile(name);
  const program = installedProgram(chip);
  if (words.length === 0) return { profile, rom, program };
  return { profile, rom, program: { ...program, launch: { ...program.launch, arguments: words } } };
}

/** Throws `UserError` for settings of which no board can be made, without making one. */
export function checkWearRequest(request: WearRequest): void {
  configurationOf(request);
}

/** Makes the device of a configuration, in memory. Throws `UserError` naming the setting that cannot be. */
export function wearSubjectOf(request: WearRequest, isOver: () => boolean): WearSubject {
  const { giveUpAfter, forMicros, checkpoints } = request;
  const { rom, program } = request.program;
  const { profile, part, checkpoint, utilisation } = configurationOf(request);
  const carrier = MemoryCarrier.forPart(part);
  const installed = utilisation === undefined ? program : withBallast(program, profile, utilisation);
  manufacture(chipFor(profile, carrier), profile, installed);
  return {
    ...{ profile, part, carrier, isOver, rom, checkpoint },
    ...(giveUpAfter !== undefined && { giveUpAfter }),
    ...(forMicros !== undefined && { forMicros }),
    ...(checkpoints !== undefined && { checkpoints }),
  };
}

interface Configuration {
  readonly profile: Profile;
  readonly part: Part;
  readonly checkpoint: CheckpointPolicy;
  readonly utilisation: number | undefined;
}

function configurationOf({ settings, program }: WearRequest): Configuration {
  const { checkpoint, enduranceCycles, utilisation, ...fields } = settings;
  const profile = profileWith(program.profile, fields, "--set");
  return {
    profile,
    part: withEndurance(chipFor(profile).part, enduranceCycles),
    checkpoint: checkpoint === undefined ? DEFAULT_POLICY : parsePolicy(checkpoint),
    utilisation: utilisation === undefined ? undefined : shareOf(utilisation),
  };
}

function withEndurance(part: Part, cycles: string | undefined): Part {
  if (cycles === undefined) return part;
  try {
    return definePart({ ...part, enduranceCycles: Number(cycles) });
  } catch (error) {
    if (!(error instanceof PartError)) throw error;
    throw new UserError({
      what: `"${cycles}" is no number of erases`,
      where: "--set enduranceCycles",
      whatToDo: "give a whole number from 1 on",
      exitStatus: EXIT.usage,
    });
  }
}

/** `0.5` or `50%`. */
function shareOf(text: string): number {
  const share = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (share > 0 && share < 1) return share;
  throw new UserError({
    what: `"${text}" is no share of the chip`,
    where: "--set utilisation",
    whatToDo: "give more than 0 and less than 1 (0.5 or 50%)",
    exitStatus: EXIT.usage,
  });
}

const BALLAST_BYTES = 16 * 1024;

/** The program with files that nobody reads, so that what never changes takes `utilisation` of the lines that the chip has room for. */
function withBallast(program: Program, profile: Profile, utilisation: number): Program {
  const chip = chipFor(profile);
  manufacture(chip, profile, program);
  const mounted = Store.mount(chipMemory(chip));
  if (mounted.kind === "damaged") throw new Error(`a new store is damaged: ${mounted.what}`);
  const { capacityLines, roomLines, lineBytes } = mounted.store;
  let missing = Math.floor(capacityLines * utilisation - (capacityLines - roomLines)) * lineBytes;
  if (missing < 0) {
    throw new UserError({
      what: `the program alone takes ${((100 * (capacityLines - roomLines)) / capacityLines).toFixed(0)} % of the chip`,
      where: "--set utilisation",
      whatToDo: "give more, or a larger part",
      exitStatus: EXIT.usage,
    });
  }
  const random = new SeededRandom(1);
  const classes = new Map(program.classes);
  for (let file = 0; missing > 0; file++, missing -= BALLAST_BYTES) {
    const bytes = Uint8Array.from({ length: Math.min(BALLAST_BYTES, missing) }, () => random.below(256));
    classes.set(`ballast/${file}`, bytes);
  }
  return { ...program, classes };
}
