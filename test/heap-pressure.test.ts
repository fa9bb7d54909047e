/** The heap on a device: its invariants before every commit, and what the nursery spares. */
import t from "tap";
import { join } from "node:path";
import { DEFAULT_POLICY, Device, chipFor, manufacture, profileNamed } from "../src/device/index.ts";
import type { DeviceOptions, Profile } from "../src/device/index.ts";
import { copyDevice, readRom } from "../src/host/index.ts";
import { RecordingConsole } from "../src/lab/index.ts";
import { StoredProgram } from "../src/process/index.ts";
import type { Program } from "../src/process/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";
import { HEADER } from "../src/vm/layout.ts";

const rom = readRom();
const spot = profileNamed("spot") as Profile;

/** A program of a checked-in image, with arguments of the test's own: no JDK is needed. */
function programOfImage(name: string, ...words: readonly string[]): Program {
  const mounted = Store.mount(chipMemory(copyDevice(join("images", `${name}.img`)).chip));
  if (mounted.kind === "damaged") throw new Error(mounted.what);
  const { program } = new StoredProgram(mounted.store, 1);
  return { ...program, launch: { ...program.launch, arguments: words } };
}

function deviceOf(profile: Profile, program: Program, options: Partial<DeviceOptions> = {}): Device {
  const chip = chipFor(profile);
  manufacture(chip, profile, program);
  return new Device(
    { profile, chip, rom, console: new RecordingConsole(new Uint8Array()) },
    {
      ...{ checkpoint: DEFAULT_POLICY, output: "commit", pace: "max", amnesia: false, evictAlways: false },
      ...{ cutsAsked: 0, paranoid: true },
      ...options,
    },
  );
}

t.test("every commit of a program finds a sound heap, and a reference gone wrong is found", (t) => {
  const device = deviceOf({ ...spot, ramBytes: 128 * 1024 }, programOfImage("notes", "40"));
  t.same(device.run({ ticks: 300_000 }), { kind: "paused" });
  t.ok(device.stats().checkpoints > 5, "commits were made");
  const { heap } = device.process;
  const table = heap.header(HEADER.INTERN_TABLE);
  heap.setHeader(HEADER.INTERN_TABLE, table + 4);
  t.throws(() => device.checkpoint(), /before checkpoint \d+ of process 1: 0x[0-9a-f]+ is no object/);
  t.end();
});

t.test("objects that die young are not flushed", (t) => {
  const device = deviceOf(spot, programOfImage("notes", "40"));
  t.same(device.run(), { kind: "exited", status: 0 });
  const { heapBytes, lines } = device.stats();
  t.equal(heapBytes.flushed, lines.flushed * spot.lineBytes, "the heap counts what the device counts");
  t.ok(heapBytes.allocated > 0);
  t.ok(heapBytes.flushedWithoutNursery > heapBytes.flushed, "garbage died in the nursery");
  t.ok(heapBytes.flushedAsCopies > heapBytes.flushedWithoutNursery, "a whole heap is more than what changed");
  t.end();
});
