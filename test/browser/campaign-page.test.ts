/** The page of a campaign as a browser draws it: its numbers are the report's, a cell tells its replay command, nothing is blank. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t from "tap";
import { packageFolder } from "../../src/host/index.ts";
import type { CampaignReport } from "../../src/lab-api.ts";
import { BrowserPage, chromiumPath } from "./chromium.ts";
import { colourAt, coloursOf, tallestBlankBand } from "./png.ts";

const skip = chromiumPath() === undefined ? "there is no Chromium here" : false;
const command = join(packageFolder(), "build", "src", "cli", "main.js");
const example = join(packageFolder(), "build", "test", "example-kv-log.js");
const folder = mkdtempSync(join(tmpdir(), "dormouse-page-"));
t.teardown(() => rmSync(folder, { recursive: true }));

/** Colours of the map, by the letters of the report. */
const COLOURS = { ".": "#3a9d5d", "=": "#a6d8b5", X: "#d1261b", "-": "#e3e3e3" } as const;

function campaign(module: string, name: string): { readonly page: string; readonly report: CampaignReport } {
  const [page, json] = [join(folder, `${name}.html`), join(folder, `${name}.json`)];
  const words = [command, "cut", "--sample", "200", "--jobs", "1", "--html", page, "--json", json, module];
  const run = spawnSync(process.execPath, words, {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr);
  return { page, report: JSON.parse(readFileSync(json, "utf8")) as CampaignReport };
}

async function figuresOf(page: BrowserPage): Promise<Record<string, string>> {
  const rows = await page.evaluate<[string, string][]>(
    `[...document.querySelectorAll(".figures tr")].map((row) => [...row.children].map((cell) => cell.textContent))`,
  );
  return Object.fromEntries(rows);
}

t.test("the numbers are the report's, and nothing is blank", { skip }, async (t) => {
  const { page: path, report } = campaign(example, "clean");
  const page = await BrowserPage.open(path);
  t.teardown(() => page.close());
  t.match(await figuresOf(page), {
    "flash operations": String(report.operations),
    "cut points": String(report.possible),
    tried: new RegExp(`^${report.tried} \\(`),
    "not tried": String(report.notTried),
    "nested cuts": String(report.nested),
    found: "0",
    ...Object.fromEntries(Object.keys(report.oracles).map((oracle) => [oracle, "held"])),
  });
  t.equal(
    await page.text("p.clean"),
    `Nothing found.\nPlanned: a sample of 200 cut points, seed 0, depth 1.`,
  );
  const colours = coloursOf(await page.screenshot("#cells"));
  const letters = report.map.map((row) => row.slice(row.indexOf(" ") + 1)).join("");
  for (const letter of [".", "=", "-"] as const)
    t.equal(colours.has(COLOURS[letter]), letters.includes(letter), `the colour of "${letter}" is there`);
  t.notOk(colours.has(COLOURS.X));
  t.ok(tallestBlankBand(await page.screenshot()) < 150, "no blank band across the page");
  t.same(page.errors, []);
});

t.test("a click on a red cell tells the command that replays it", { skip }, async (t) => {
  const module = join(folder, "broken.mjs");
  const text = `import { kvLogScenario } from ${JSON.stringify(example)};`;
  writeFileSync(module, `${text} export const scenario = kvLogScenario("no-checksum");`);
  const { page: path, report } = campaign(module, "found");
  const page = await BrowserPage.open(path);
  t.teardown(() => page.close());
  t.match(await figuresOf(page), { found: String(report.failureCount) });
  const map = await page.screenshot("#cells");
  const red: { x: number; y: number }[] = [];
  for (let y = 0; y < map.height; y++) {
    for (let x = 0; x < map.width; x++) if (colourAt(map, x, y) === COLOURS.X) red.push({ x, y });
  }
  const cell = red[Math.floor(red.length / 2)];
  t.ok(cell, "there is a red cell");
  await page.click("#cells", cell?.x ?? 0, cell?.y ?? 0);
  const said = await page.text("#cell");
  const [, replay = ""] = /FOUND\ndormouse cut --replay (\S+) /.exec(said) ?? [];
  t.ok(
    report.failures.some((failure) => failure.replay === replay),
    `${said} is a failure of the report`,
  );
  t.same(page.errors, []);
});
