import { EXIT, UserError } from "../base/index.ts";
import { MemoryCarrier, PartError, definePart } from "../flash/index.ts";
import type { Part } from "../flash/index.ts";
import { DEFAULT_POLICY, chipFor, installedProgram, manufacture, parsePolicy } from "../device/index.ts";
import type { Profile } from "../device/index.ts";
import type { Program } from "../process/index.ts";
import type { WearSubject } from "../lab/index.ts";
import { ClassPath } from "./class-path.ts";
import { copyDevice } from "./image-device.ts";
import { findProfile, profileWith } from "./profile-file.ts";
import { programOf } from "./program.ts";
import { readRom } from "./rom.ts";

/** One configuration to measure, as the command line says it. Plain data, so that workers can be given it. */
export interface WearRequest {
  /** Main class (with a class path) or image file (without). */
  readonly target: string;
  readonly words: readonly string[];
  readonly classPath: string | undefined;
  readonly profile: string | undefined;
  /** Fields of the profile, and `checkpoint` and `enduranceCycles`. */
  readonly settings: Readonly<Record<string, string>>;
  readonly forMicros: number | undefined;
  readonly checkpoints: number | undefined;
}

/** Makes the device of a configuration, in memory. Throws `UserError` naming the setting that cannot be. */
export function wearSubjectOf(request: WearRequest, isOver: () => boolean): WearSubject {
  const { checkpoint, enduranceCycles, ...fields } = request.settings;
  const factory = factoryOf(request);
  const profile = profileWith(factory.profile, fields, "--set");
  const part = withEndurance(chipFor(profile).part, enduranceCycles);
  const carrier = MemoryCarrier.forPart(part);
  manufacture(chipFor(profile, carrier), profile, factory.program);
  return {
    ...{ profile, part, carrier, isOver, rom: factory.rom },
    checkpoint: checkpoint === undefined ? DEFAULT_POLICY : parsePolicy(checkpoint),
    ...(request.forMicros !== undefined && { forMicros: request.forMicros }),
    ...(request.checkpoints !== undefined && { checkpoints: request.checkpoints }),
  };
}

interface Factory {
  readonly profile: Profile;
  readonly rom: Uint8Array;
  readonly program: Program;
}

/** A program from a class path, or the one that an image carries: it begins anew on a new chip. */
function factoryOf(request: WearRequest): Factory {
  if (request.classPath !== undefined) {
    const program = programOf(new ClassPath(request.classPath), request.target, request.words);
    return { profile: findProfile(request.profile ?? "spot"), rom: readRom(), program };
  }
  const { manifest, rom, chip } = copyDevice(request.target);
  const profile = request.profile === undefined ? manifest.profile : findProfile(request.profile);
  return { profile, rom, program: installedProgram(chip) };
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
