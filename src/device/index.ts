/**
 * The board: a chip, a ROM, a console and a profile make a `Device`. `run` powers it on and lets its process go on from the last
 * checkpoint; a power cut ends `run` and leaves nothing but the chip; `run` again boots it. `manufacture` makes a chip that holds a
 * program. Everything is synchronous and a function of (chip, options, inputs).
 */
export { Device } from "./device.ts";
export type { Board, DeviceHooks, DeviceOptions, DeviceStop, RunLimit } from "./board.ts";
export { FIRST_PROCESS } from "./process-table.ts";
export type { CheckpointCause, DeviceEvent } from "./events.ts";
export { chipFor, copyProcesses, installedProgram, manufacture, restart, wipe } from "./factory.ts";
export type { Link, LinkReply } from "./link.ts";
export { RemoteDisk } from "./remote-disk.ts";
export type { Management } from "./live-manager.ts";
export { ProcessManager } from "./management.ts";
export type { Rollback } from "./kept-states.ts";
export { DEFAULT_POLICY, UNHURRIED_POLICY, parsePolicy } from "./policy.ts";
export type { CheckpointPolicy } from "./policy.ts";
export { parseHoldUp } from "./hold-up.ts";
export { ACCEPTED_FROM, NetworkRules } from "./network-plug.ts";
export type { NetworkEvent, NetworkPlug, NetworkPort } from "./network-plug.ts";
export { PROFILES, partOf, profileNamed } from "./profiles.ts";
export type { Profile } from "./profiles.ts";
export type { DeviceStats } from "./stats.ts";
