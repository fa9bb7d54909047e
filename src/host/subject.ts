import { existsSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { EXIT, UserError } from "../base/index.ts";
import { MemoryCarrier } from "../flash/index.ts";
import type { FlashChip } from "../flash/index.ts";
import { DEFAULT_POLICY, FIRST_PROCESS, chipFor, manufacture } from "../device/index.ts";
import type { CheckpointPolicy, Profile } from "../device/index.ts";
import { DeviceScenario } from "../lab/index.ts";
import type { Scenario, Subject } from "../lab/index.ts";
import { StoredProgram } from "../process/index.ts";
import type { Program } from "../process/index.ts";
import { Store, chipMemory } from "../store/index.ts";
import type { StoreFault } from "../store/index.ts";
import { ClassPath } from "./class-path.ts";
import { carrierOf, loadImage } from "./campaign-image.ts";
import type { LoadedImage } from "./campaign-image.ts";
import { findProfile } from "./profile-file.ts";
import { programOf } from "./program.ts";
import { readRom } from "./rom.ts";

/** What to cut, as the command line says it. Plain data, so that workers can be given it. Words after an image are other arguments for its program, on its own board or another one. */
export interface SubjectRequest {
  /** Main class (with a class path) or image file (without). */
  readonly target: string;
  readonly words: readonly string[];
  readonly classPath: string | undefined;
  readonly profile: string | undefined;
  readonly checkpoint: CheckpointPolicy | undefined;
  readonly fault: string | undefined;
  /** The image, if it has been read already. */
  readonly image?: LoadedImage;
}

/** The request with its image read: what is made of it does not open the file again. */
export function withImage(request: SubjectRequest): SubjectRequest {
  if (request.classPath !== undefined || isModule(request) || request.image !== undefined) return request;
  if (!existsSync(request.target) || !statSync(request.target).isFile()) throw noTarget(request.target);
  return { ...request, image: loadImage(request.target) };
}

/** The subject as reports call it: nothing of the host but the names that the user gave. */
function nameOf({ target, words, classPath, profile }: SubjectRequest): string {
  const board = classPath === undefined ? "" : ` on ${profile ?? "spot"}`;
  return [classPath === undefined ? basename(target) : target, ...words].join(" ") + board;
}

/** Makes the subject: a chip in memory as the factory leaves it, or a copy of the image's. */
export function subjectOf(request: SubjectRequest): Subject {
  const common = {
    name: nameOf(request),
    checkpoint: request.checkpoint ?? DEFAULT_POLICY,
    input: new Uint8Array(0),
    ...(request.fault !== undefined && { fault: faultNamed(request.fault) }),
  };
  if (request.classPath !== undefined) return { ...common, ...programSubject(request, request.classPath) };
  const image = withImage(request).image as LoadedImage;
  const { manifest, rom } = image;
  const carrier = carrierOf(image);
  if (request.words.length === 0) return { ...common, profile: manifest.profile, rom, carrier };
  const profile = request.profile === undefined ? manifest.profile : findProfile(request.profile);
  const old = chipFor(manifest.profile, carrier);
  return { ...common, profile, rom: readRom(), carrier: withArguments(old, profile, request.words) };
}

/** The program that a chip holds. Mounting recovers the store, so the chip is a copy. */
function programOn(chip: FlashChip): Program {
  const mounted = Store.mount(chipMemory(chip));
  if (mounted.kind === "mounted") return new StoredProgram(mounted.store, FIRST_PROCESS).program;
  throw new UserError({
    what: mounted.what,
    where: mounted.where,
    whatToDo: "give a sound image, or no arguments after it",
    exitStatus: EXIT.badInput,
  });
}

/** A chip from the factory of today with the image's program and other arguments. */
function withArguments(chip: FlashChip, profile: Profile, words: readonly string[]): MemoryCarrier {
  const { classes, launch } = programOn(chip);
  const carrier = MemoryCarrier.forPart(chipFor(profile).part);
  manufacture(chipFor(profile, carrier), profile, { classes, launch: { ...launch, arguments: words } });
  return carrier;
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

/** What an image file of the subject's chip holds besides the chip. */
export function boardOf(request: SubjectRequest): { manifest: Record<string, unknown>; rom: Uint8Array } {
  if (isModule(request)) return { manifest: { subject: nameOf(request) }, rom: new Uint8Array(0) };
  const { profile, rom, carrier } = subjectOf(request);
  const { launch } = programOn(chipFor(profile, carrier.fork()));
  return { manifest: { profile, launch }, rom };
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

/** The scenario that a request asks for. */
export async function scenarioOf(request: SubjectRequest): Promise<Scenario<unknown>> {
  if (!isModule(request)) return new DeviceScenario(subjectOf(request)) as Scenario<unknown>;
  const path = resolve(request.target);
  const module: unknown = existsSync(path) ? await import(pathToFileURL(path).href) : undefined;
  const exported = (module as { readonly scenario?: unknown } | undefined)?.scenario;
  const scenario: unknown =
    typeof exported === "function"
      ? (exported as (...words: readonly string[]) => unknown)(...request.words)
      : exported;
  if (isScenario(scenario)) return scenario;
  throw new UserError({
    what: "this module exports no scenario",
    where: request.target,
    whatToDo:
      "export const scenario = chipScenario({ … }) or a function of the words that gives one (docs/testing.md), as compiled JavaScript",
    exitStatus: EXIT.badInput,
  });
}

function isModule({ target, classPath }: SubjectRequest): boolean {
  return classPath === undefined && /\.m?js$/.test(target);
}

export function isScenario(value: unknown): value is Scenario<unknown> {
  const wanted = ["freshChip", "run", "recover", "judge", "keyOf"];
  return (
    typeof value === "object" &&
    value !== null &&
    wanted.every((name) => typeof (value as Record<string, unknown>)[name] === "function")
  );
}
