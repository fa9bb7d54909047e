import { existsSync, statSync } from "node:fs";
import { EXIT, UserError } from "../base/index.ts";
import { MemoryCarrier } from "../flash/index.ts";
import { DEFAULT_POLICY, chipFor, manufacture } from "../device/index.ts";
import type { CheckpointPolicy } from "../device/index.ts";
import type { Subject } from "../lab/index.ts";
import type { StoreFault } from "../store/index.ts";
import { ClassPath } from "./class-path.ts";
import { copyDevice } from "./image-device.ts";
import { findProfile } from "./profile-file.ts";
import { programOf } from "./program.ts";
import { readRom } from "./rom.ts";

/** What to cut, as the command line says it. Plain data, so that workers can be given it. */
export interface SubjectRequest {
  /** Main class (with a class path) or image file (without). */
  readonly target: string;
  readonly words: readonly string[];
  readonly classPath: string | undefined;
  readonly profile: string | undefined;
  readonly checkpoint: CheckpointPolicy | undefined;
  readonly fault: string | undefined;
}

/** Makes the subject: a chip in memory as the factory leaves it, or a copy of the image's. */
export function subjectOf(request: SubjectRequest): Subject {
  const common = {
    checkpoint: request.checkpoint ?? DEFAULT_POLICY,
    input: new Uint8Array(0),
    ...(request.fault !== undefined && { fault: faultNamed(request.fault) }),
  };
  if (request.classPath !== undefined) return { ...common, ...programSubject(request, request.classPath) };
  if (!existsSync(request.target) || !statSync(request.target).isFile()) throw noTarget(request.target);
  const { manifest, rom, carrier } = copyDevice(request.target);
  return { ...common, profile: manifest.profile, rom, carrier };
}

function programSubject(
  request: SubjectRequest,
  classPath: string,
): Pick<Subject, "profile" | "rom" | "carrier"> {
  const program = programOf(new ClassPath(classPath), request.target, request.words);
  const profile = findProfile(request.profile ?? "spot");
  const rom = readRom();
  const { part } = chipFor(profile);
  const carrier = MemoryCarrier.forPart(part);
  manufacture(chipFor(profile, carrier), profile, program);
  return { profile, rom, carrier };
}

const STORE_FAULTS: readonly StoreFault[] = ["commit-first", "checksum-ignored", "not-made-firm"];

function faultNamed(name: string): StoreFault {
  const fault = STORE_FAULTS.find((candidate) => candidate === name);
  if (fault !== undefined) return fault;
  throw new UserError({
    what: `there is no fault "${name}" to plant`,
    where: "--fault",
    whatToDo: `give ${STORE_FAULTS.join(", ")}`,
    exitStatus: EXIT.usage,
  });
}

function noTarget(target: string): UserError {
  return new UserError({
    what: "there is no such image file",
    where: target,
    whatToDo: "give an image file, or -cp PATH and a main class",
    exitStatus: EXIT.noInput,
  });
}
