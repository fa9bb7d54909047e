/** What a browser's screenshot shows: PNG of 8 bits a channel, RGB or RGBA, not interlaced (PNG specification, 2nd edition, 9 and 11). */
import { inflateSync } from "node:zlib";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Rows from the top, 3 bytes a pixel: red, green, blue. */
  readonly pixels: Uint8Array;
}

/** Colour of a pixel as `#rrggbb`. */
export function colourAt({ width, pixels }: Picture, x: number, y: number): string {
  const at = (y * width + x) * 3;
  return `#${Buffer.from(pixels.subarray(at, at + 3)).toString("hex")}`;
}

/** Pixels of each colour. */
export function coloursOf(picture: Picture): Map<string, number> {
  const counts = new Map<string, number>();
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const colour = colourAt(picture, x, y);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return counts;
}

/** Most rows in succession that have one colour all over: what a reader sees as an empty band. */
export function tallestBlankBand({ width, height, pixels }: Picture): number {
  let [tallest, current] = [0, 0];
  for (let y = 0; y < height; y++) {
    const row = pixels.subarray(y * width * 3, (y + 1) * width * 3);
    const isBlank = row.every((value, index) => value === row[index % 3]);
    current = isBlank ? current + 1 : 0;
    tallest = Math.max(tallest, current);
  }
  return tallest;
}

export function decodePng(file: Uint8Array): Picture {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const parts: Uint8Array[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = 8; at < file.length; at += 12 + view.getUint32(at)) {
    const length = view.getUint32(at);
    const name = Buffer.from(file.subarray(at + 4, at + 8)).toString("latin1");
    if (name === "IDAT") parts.push(file.subarray(at + 8, at + 8 + length));
    if (name !== "IHDR") continue;
    [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    channels = file[at + 17] === 6 ? 4 : 3;
  }
  return unfiltered(inflateSync(Buffer.concat(parts)), width, height, channels);
}

/** Undoes the filter of each row, and leaves out the alpha channel. */
function unfiltered(lines: Uint8Array, width: number, height: number, channels: number): Picture {
  const stride = width * channels;
  const pixels = new Uint8Array(width * height * 3);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1);
    const filter = lines[from] as number;
    const row = lines.slice(from + 1, from + 1 + stride);
    for (let at = 0; at < stride; at++) {
      const left = at < channels ? 0 : (row[at - channels] as number);
      const corner = at < channels ? 0 : (above[at - channels] as number);
      row[at] = (row[at] as number) + predicted(filter, left, above[at] as number, corner);
    }
    for (let x = 0; x < width; x++) {
      pixels.set(row.subarray(x * channels, x * channels + 3), (y * width + x) * 3);
    }
    above = row;
  }
  return { width, height, pixels };
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >>> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
