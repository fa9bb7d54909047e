/** Whether `java` would run a class with assertions on, given its options in their order. */

const SYSTEM = /^(?:java|javax|jdk|sun|dormouse)\./;

/**
 * `options` are `-ea`, `-da`, `-esa`, `-dsa`, or `-ea:` and `-da:` with a class name, a package name and `...`, or `...` alone for the unnamed
 * package. An option for the class wins over one for its package, a package over those around it, and those over one without a name; among
 * equals the last wins. Without a name only the classes of the class library keep out.
 */
export function assertionsOn(options: readonly string[], className: string): boolean {
  const named = new Map<string, boolean>();
  let general = false;
  let system = false;
  for (const option of options) {
    const colon = option.indexOf(":");
    const word = colon < 0 ? option : option.slice(0, colon);
    const isOn = word.startsWith("-e");
    if (colon >= 0) named.set(option.slice(colon + 1), isOn);
    else if (word.endsWith("sa")) system = isOn;
    else general = isOn;
  }
  const own = named.get(className);
  if (own !== undefined) return own;
  let around = packageOf(className);
  do {
    const found = named.get(`${around}...`);
    if (found !== undefined) return found;
    around = packageOf(around);
  } while (around !== "");
  return SYSTEM.test(className) ? system : general;
}

/** The package of a class, or the one around a package; empty for the unnamed one. */
function packageOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}
