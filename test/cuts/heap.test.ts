/** Power cuts in a run that collects and evicts: the state before or after, and a sound heap at every commit. */
import t from "tap";
import { join } from "node:path";
import { Device, chipFor, manufacture, profileNamed } from "../../src/device/index.ts";
import type { Profile } from "../../src/device/index.ts";
import type { FlashChip } from "../../src/flash/index.ts";
import { copyDevice, readRom } from "../../src/host/index.ts";
import { RecordingConsole } from "../../src/lab/index.ts";
import { StoredProgram } from "../../src/process/index.ts";
import { Store, chipMemory } from "../../src/store/index.ts";

/** Every operation, with `DORMOUSE_LONG=1`; otherwise one in so many. */
const stride = process.env["DORMOUSE_LONG"] === "1" ? 1 : 37;
const profile: Profile = {
  ...(profileNamed("spot") as Profile),
  ...{ ramBytes: 112 * 1024, nurseryBytes: 4096, windowLines: 16, tenuredBytes: 96 * 1024 },
};

/** The program of a checked-in image: no JDK is needed. */
function manufactured(): FlashChip {
  const mounted = Store.mount(chipMemory(copyDevice(join("images", "notes.img")).chip));
  if (mounted.kind === "damaged") throw new Error(mounted.what);
  const { program } = new StoredProgram(mounted.store, 1);
  const chip = chipFor(profile);
  manufacture(chip, profile, { ...program, launch: { ...program.launch, arguments: ["12"] } });
  return chip;
}

function deviceOf(chip: FlashChip): { device: Device; text: () => string } {
  const console = new RecordingConsole(new Uint8Array());
  const device = new Device(
    { profile, chip, rom: readRom(), console },
    {
      ...{ checkpoint: { kind: "lines", lines: 24 }, output: "commit", pace: "max", amnesia: false },
      ...{ evictAlways: false, paranoid: true, cutsAsked: 0 },
    },
  );
  return { device, text: () => new TextDecoder().decode(console.seen(1)) };
}

t.test("cuts of a run that collects and evicts", (t) => {
  const chip = manufactured();
  const plain = deviceOf(chip.fork());
  t.same(plain.device.run(), { kind: "exited", status: 0 });
  const { programs, erases, collections, lines } = plain.device.stats();
  t.ok(collections.young > 5, `${collections.young} collections of the nursery, ${collections.full} of all`);
  t.ok(lines.evicted > 100, `${lines.evicted} lines evicted`);
  let tried = 0;
  for (let operation = 0; operation < programs + erases; operation += stride) {
    const { device, text } = deviceOf(chip.fork());
    const cut = device.run({ cut: { operation, seed: operation } });
    if (cut.kind !== "cut") break;
    tried++;
    const end = device.run();
    const isSame = end.kind === "exited" && end.status === 0 && text() === plain.text();
    if (!isSame) t.fail(`cut ${operation}, seed ${operation}: ended ${JSON.stringify(end)}, said ${text()}`);
  }
  t.ok(tried > 10, `${tried} cuts`);
  t.end();
});
