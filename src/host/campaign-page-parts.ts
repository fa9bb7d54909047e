/** Style and script of the page that `campaignPage` makes. The script runs in a browser. */
export const pageStyle = `
body{font:15px/1.5 system-ui,sans-serif;max-width:1100px;margin:2em auto;padding:0 1em;color:#222}
h1{font-size:1.5em}h2{font-size:1.1em;margin-top:2em}
table{border-collapse:collapse}td,th{text-align:left;padding:.15em 1em .15em 0;vertical-align:top;font-weight:normal}
.figures td{font-variant-numeric:tabular-nums;font-weight:600}
.clean{color:#17693a}.found{color:#b3261e;font-weight:600}
.key i{display:inline-block;width:.9em;height:.9em;margin:0 .3em 0 1em;vertical-align:-1px}
.held{background:#3a9d5d}.equal{background:#a6d8b5}.bad{background:#d1261b}.left{background:#e3e3e3}
#map{display:flex}#names div{font-size:11px;height:14px;line-height:14px;padding-right:.6em;text-align:right;white-space:nowrap}
#scroll{overflow-x:auto;flex:1;border-left:1px solid #999}canvas{display:block;cursor:crosshair}
#cell{font-family:ui-monospace,monospace;background:#f4f4f4;padding:.5em;white-space:pre-wrap}`;

export const pageScript = `
"use strict";
const { subject, rows } = JSON.parse(document.getElementById("report").textContent);
const family = (shape) => shape.startsWith("prefix") ? "prefix" : shape;
const names = [];
for (const [, , shapes] of rows) {
  const seen = {};
  for (const shape of shapes) {
    const n = seen[family(shape)] = (seen[family(shape)] ?? 0) + 1;
    const name = family(shape) + (family(shape) === "prefix" ? " " + n : "");
    if (!names.includes(name)) names.push(name);
  }
}
const order = ["none","prefix 1","prefix 2","prefix 3","bits1","bits2","unstable1","unstable2","unit1","half-zero1","zero-erase","half-erase1","half-erase2","weak-erase1","complete"];
names.sort((a, b) => order.indexOf(a) - order.indexOf(b));
const lineOf = (shapes) => { const seen = {}; return shapes.map((shape) => {
  const f = family(shape); seen[f] = (seen[f] ?? 0) + 1;
  return names.indexOf(f === "prefix" ? f + " " + seen[f] : f); }); };
const H = 14, MAX = 30000;
/* Where a run is longer than a canvas can be wide, a column stands for several operations and shows the worst of them. */
const per = Math.ceil(rows.length / MAX), columns = Math.ceil(rows.length / per);
const W = Math.max(1, Math.min(14, Math.floor(MAX / columns), Math.max(3, Math.floor(1000 / columns))));
const canvas = document.getElementById("cells");
canvas.width = columns * W; canvas.height = names.length * H;
const draw = canvas.getContext("2d");
const colour = { ".": "#3a9d5d", "=": "#a6d8b5", X: "#d1261b", "-": "#e3e3e3" }, worse = "=.-X";
const cells = new Map();
rows.forEach(([, letters, shapes], row) => lineOf(shapes).forEach((line, index) => {
  const key = Math.floor(row / per) * 100 + line, before = cells.get(key), letter = letters[index];
  if (before === undefined || worse.indexOf(letter) > worse.indexOf(before.letter))
    cells.set(key, { letter, row, shape: shapes[index] });
}));
for (const [key, { letter }] of cells) {
  draw.fillStyle = colour[letter];
  draw.fillRect(Math.floor(key / 100) * W, (key % 100) * H, W > 2 ? W - 1 : W, H - 1);
}
for (const name of names) document.getElementById("names").append(Object.assign(document.createElement("div"), { textContent: name }));
const said = { ".": "held", "=": "held: the chip was equal to one that was tried", X: "FOUND", "-": "not tried" };
canvas.addEventListener("click", (event) => {
  const cell = cells.get(Math.floor(event.offsetX / W) * 100 + Math.floor(event.offsetY / H));
  if (cell === undefined) return;
  const [, kind, bytes, address] = /^([pe])([0-9]*)@([0-9]+)/.exec(rows[cell.row][0]);
  const what = kind === "p" ? "program of " + bytes + " bytes at " + address : "erase at " + address;
  document.getElementById("cell").textContent = "operation " + cell.row + ", " + what + ": " + said[cell.letter] +
    "\\ndormouse cut --replay " + cell.row + "." + cell.shape + " ...   # and the campaign's own words: " + subject;
});`;
