/** Numbers to text and back, against what JDK 17 printed (test/fixtures/numbers: Numbers.java records numbers.txt). */
import { readFileSync } from "node:fs";
import t from "tap";
import { doubleToText, floatToText } from "../src/vm/text/float-to-text.ts";
import { textToDouble, textToFloat } from "../src/vm/text/text-to-float.ts";

const view = new DataView(new ArrayBuffer(8));

function doubleBits(value: number): string {
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16);
}

function floatBits(value: number): string {
  view.setFloat32(0, value);
  return view.getUint32(0).toString(16);
}

function doubleOf(bits: string): number {
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

function floatOf(bits: string): number {
  view.setUint32(0, parseInt(bits, 16));
  return view.getFloat32(0);
}

/** What we make of the line's input, written as the recorded line. */
function answer(line: string): string {
  const [kind, input] = line.split(" ");
  if (kind === "d") return `d ${input} ${doubleToText(doubleOf(input))}`;
  if (kind === "f") return `f ${input} ${floatToText(floatOf(input))}`;
  return `p ${input} ${doubleBits(textToDouble(input))} ${floatBits(textToFloat(input))}`;
}

t.test("numbers are written and read as JDK 17 does", (t) => {
  const recorded = readFileSync("test/fixtures/numbers/numbers.txt", "utf8").trimEnd().split("\n");
  t.ok(recorded.length > 900, "the fixture is there");
  t.same(
    recorded.filter((line) => answer(line) !== line),
    [],
    "each recorded line",
  );
  t.not(
    answer("d 45366bc8b4d35aff 0"),
    "d 45366bc8b4d35aff 2.7105363623861834E25",
    "not the shortest digits",
  );
  t.end();
});

t.test("what is written reads back as the same number", (t) => {
  for (const value of [
    5e-324,
    2.2250738585072014e-308,
    1.7976931348623157e308,
    0.1,
    1 / 3,
    2 ** 62,
    123456789,
  ]) {
    t.equal(textToDouble(doubleToText(value)), value);
    t.equal(textToDouble(doubleToText(-value)), -value);
    if (Math.fround(value) === value) t.equal(textToFloat(floatToText(value)), value);
  }
  t.ok(Object.is(textToDouble("-0.0"), -0), "the sign of zero is kept");
  t.equal(textToDouble("1e400"), Infinity);
  t.equal(textToFloat("3.4028236e38"), Infinity, "just past the largest float");
  t.equal(textToFloat("1.5f"), 1.5, "a suffix is no part of the number");
  t.equal(textToDouble("0x1.8p1D"), 3);
  t.end();
});
