/**
 * What instructions do to the types on the stack when it does not depend on their operands (JVMS 4.10.1.9): "popped>pushed",
 * bottom first. I int, F float, J long, D double, N null, A any reference, O an initialised one.
 */
const rows: readonly (readonly [number, string])[] = [
  [0, "- >N >I >I >I >I >I >I >I >J >J >F >F >F >D >D >I >I"],
  [96, "II>I JJ>J FF>F DD>D II>I JJ>J FF>F DD>D II>I JJ>J FF>F DD>D"],
  [108, "II>I JJ>J FF>F DD>D II>I JJ>J FF>F DD>D I>I J>J F>F D>D"],
  [120, "II>I JI>J II>I JI>J II>I JI>J II>I JJ>J II>I JJ>J II>I JJ>J"],
  [133, "I>J I>F I>D J>I J>F J>D F>I F>J F>D D>I D>J D>F I>I I>I I>I"],
  [148, "JJ>I FF>I FF>I DD>I DD>I"],
  [153, "I I I I I I II II II II II II AA AA -"],
  [170, "I I"],
  [194, "A A"],
  [198, "A A -"],
];

/** By opcode; undefined for instructions that need a closer look. */
export const simpleEffects: readonly (string | undefined)[] = spread();

function spread(): (string | undefined)[] {
  const table = new Array<string | undefined>(256).fill(undefined);
  for (const [first, row] of rows) {
    row.split(" ").forEach((effect, at) => (table[first + at] = effect === "-" ? "" : effect));
  }
  return table;
}
