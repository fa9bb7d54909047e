/**
 * The host floor: the only one that sees files, sockets, workers, real time and the terminal. It promises that an
 * image file is the chip, so that killing the emulator is a power cut, and that one emulator at a time writes it.
 */
export { examineFailures, keepChip } from "./campaign-failures.ts";
export { runCampaignJobs } from "./campaign-jobs.ts";
export type { CampaignEnd, CampaignJobs } from "./campaign-jobs.ts";
export { campaignPage } from "./campaign-page.ts";
export { campaignXml } from "./campaign-xml.ts";
export { createChip, openChip } from "./chip-file.ts";
export type { ChipNature, OpenChip } from "./chip-file.ts";
export { ClassPath, runnableJar } from "./class-path.ts";
export { FileConsole, MemoryConsole, StandardConsole } from "./consoles.ts";
export { askDevice, isControlSocket } from "./control-client.ts";
export { perform } from "./control-protocol.ts";
export type { ControlReply, ControlRequest } from "./control-protocol.ts";
export { ControlServer } from "./control-server.ts";
export { driveDevice } from "./driver.ts";
export type { DriveEnd } from "./driver.ts";
export { CutNotSurvived, expectSurvivesEveryCut } from "./expect.ts";
export type { ProgramToCut, SurvivalOptions } from "./expect.ts";
export { buildImage, copyDevice, openDevice } from "./image-device.ts";
export type { BoardManifest, OpenDevice } from "./image-device.ts";
export { runJavac } from "./javac.ts";
export { ImageLockedError, type ImageLock, lockImage } from "./lock.ts";
export { ImageError } from "./image-error.ts";
export type { ImageErrorKind } from "./image-error.ts";
export { createImage, openImage } from "./image-file.ts";
export type { ImageContents, ImageLayout, ImageManifest, OpenImage } from "./image-file.ts";
export { HostPlug } from "./net-plug.ts";
export { parseNetworkRules } from "./net-rules.ts";
export { findPart } from "./part-file.ts";
export { nurseryBytesOf, possibleProfile } from "./profile-check.ts";
export { findProfile, profileWith } from "./profile-file.ts";
export { programOf } from "./program.ts";
export { chipExport } from "./nbd/chip-export.ts";
export { serveNbd } from "./nbd/server.ts";
export { openRemoteStore } from "./remote-store.ts";
export type { RemoteStore } from "./remote-store.ts";
export { packageFolder, readRom } from "./rom.ts";
export { SerprogSession, serveSerprog } from "./serprog.ts";
export type { SerprogOptions, SerprogServer } from "./serprog.ts";
export { scenarioOf, subjectOf } from "./subject.ts";
export type { SubjectRequest } from "./subject.ts";
export { runWearJobs } from "./wear-jobs.ts";
export type { WearOrder, WearResult } from "./wear-jobs.ts";
