/** The page of a wear run as a browser draws it: its numbers are the JSON's, nothing is blank, it needs no network, no colour, and prints. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t from "tap";
import { packageFolder } from "../../src/host/index.ts";
import { BrowserPage, chromiumPath } from "./chromium.ts";
import { coloursOf, tallestBlankBand } from "./png.ts";
import type { Picture } from "./png.ts";

const skip = chromiumPath() === undefined ? "there is no Chromium here" : false;
const folder = mkdtempSync(join(tmpdir(), "dormouse-wear-page-"));
t.teardown(() => rmSync(folder, { recursive: true }));
const [html, json] = [join(folder, "wear.html"), join(folder, "wear.json")];

function measure(): void {
  const words = ["--sweep", "lineBytes=256,512", "--sweep", "checkpoint=20000t,80000t"];
  const image = join(packageFolder(), "images", "ledger.img");
  const command = join(packageFolder(), "build", "src", "cli", "main.js");
  const files = ["--jobs", "1", "--html", html, "--json", json];
  const run = spawnSync(
    process.execPath,
    [command, "wear", "run", ...words, ...files, image, "4", "80", "2"],
    {
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "" },
    },
  );
  if (run.status !== 0) throw new Error(run.stderr);
}

/** `a.b.c` of an object. */
function at(of: unknown, path: string): unknown {
  return path.split(".").reduce((one, key) => (one as Record<string, unknown>)[key], of);
}

function isGrey(colour: string): boolean {
  return colour.slice(1, 3) === colour.slice(3, 5) && colour.slice(3, 5) === colour.slice(5, 7);
}

/** Share of the pixels that are not white. */
function inked(picture: Picture): number {
  const white = coloursOf(picture).get("#ffffff") ?? 0;
  return 1 - white / (picture.width * picture.height);
}

t.test("the page of a sweep", { skip }, async (t) => {
  measure();
  const text = readFileSync(html, "utf8");
  t.notMatch(text, /(src|href)=|url\(["']?(https?:)?\/\/|@import/, "nothing is fetched");
  const { runs } = JSON.parse(readFileSync(json, "utf8")) as {
    readonly runs: readonly { report: unknown }[];
  };
  const page = await BrowserPage.open(html);
  t.teardown(() => page.close());
  const cells = await page.evaluate<readonly (readonly [string, string, string])[]>(
    `[...document.querySelectorAll("td[data-key]")].map((cell) => [cell.dataset.run, cell.dataset.key, cell.innerText])`,
  );
  t.ok(cells.length >= 4 * 15, `${cells.length} numbers stand in the page`);
  for (const [run, key, shown] of cells)
    t.equal(Number(shown), at(runs[Number(run)]?.report, key), `${key} of run ${run}`);
  const embedded = await page.evaluate<readonly { readonly report: Record<string, unknown> }[]>(
    `JSON.parse(document.getElementById("report").textContent).runs`,
  );
  for (const [index, { report }] of embedded.entries())
    for (const key of Object.keys(report)) t.same(report[key], at(runs[index]?.report, key), key);
  const pictures = await page.evaluate<readonly string[]>(
    `[...document.querySelectorAll("svg")].map((one, index) => (one.id = "picture" + index, one.getAttribute("aria-label")))`,
  );
  t.ok(pictures.length >= 10, pictures.join("; "));
  for (const [index, name] of pictures.entries()) {
    const share = inked(await page.screenshot(`#picture${index}`));
    t.ok(share > 0.002, `${name}: ${(share * 100).toFixed(2)} % of it is drawn`);
  }
  const whole = await page.screenshot();
  t.ok(tallestBlankBand(whole) < 150, "no blank band across the page");
  t.ok([...coloursOf(await page.screenshot("#picture0")).keys()].every(isGrey), "a chart is drawn in grey");
  t.same(page.errors, []);
});

t.test("it prints", { skip }, (t) => {
  const pdf = join(folder, "wear.pdf");
  const profile = join(folder, "print");
  const words = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    `--user-data-dir=${profile}`,
    "--no-pdf-header-footer",
  ];
  const run = spawnSync(chromiumPath() as string, [...words, `--print-to-pdf=${pdf}`, html], {
    timeout: 60_000,
  });
  t.equal(run.status, 0);
  const text = readFileSync(pdf).toString("latin1");
  const pages = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  t.ok(pages >= 1 && pages <= 20, `${pages} pages`);
  t.match(text, /\/Font\b/, "with text");
  t.end();
});
