/**
 * Run by `npm run build`: writes `dormouse.js` beside the compiled command, all of Dormouse's modules in one file. Loading some
 * three hundred files takes Node longer than a small Java program runs. Nothing is renamed or reordered within a module:
 * each becomes a function that is called once, in the order in which Node would evaluate them, so constants of a module stay
 * constants, on which the interpreter's speed depends (docs/engine.md). It knows the statements that `tsc` writes here, and
 * refuses what it does not know.
 */
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const STATEMENT = /^(import|export) (?:([^"';]*?) from )?"([^"]+)";$/gm;
const EXPORT_LIST = /^export \{([^}]*)\};$/gm;
const EXPORTED = /^export ((?:async )?function\*?|class|const) ([\w$]+)/gm;

class Bundle {
  readonly #folder: string;
  /** Names of the modules that were written or are being read, and of packages, by path. */
  readonly #modules = new Map<string, string>();
  readonly #packages = new Map<string, string>();
  readonly #open = new Set<string>();
  readonly #written: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The bundle's text; `entry` is evaluated last, at the top level, where it may await. */
  text(entry: string): string {
    const { body } = this.#read(entry);
    const packages = [...this.#packages].map(([name, id]) => `import * as ${id} from "${name}";`);
    return ["#!/usr/bin/env node", ...packages, ...this.#written, body.replace(/^#!.*\n/, "")].join("\n");
  }

  #module(path: string): string {
    const known = this.#modules.get(path);
    if (known !== undefined) {
      if (this.#open.has(path)) throw new Error(`${path} imports itself by way of others`);
      return known;
    }
    const id = `module${this.#modules.size}`;
    this.#modules.set(path, id);
    this.#open.add(path);
    const { body, exported } = this.#read(path);
    this.#open.delete(path);
    this.#written.push(`const ${id} = (() => {\n${body}\nreturn { ${exported.join(", ")} };\n})();`);
    return id;
  }

  #package(name: string): string {
    const id = this.#packages.get(name) ?? `package${this.#packages.size}`;
    this.#packages.set(name, id);
    return id;
  }

  #read(path: string): { body: string; exported: string[] } {
    const exported: string[] = [];
    const here = JSON.stringify(relative(this.#folder, path));
    const body = readFileSync(path, "utf8")
      .replace(/^\/\/# sourceMappingURL=.*$/m, "")
      .replace(STATEMENT, (_all, keyword: string, what: string | undefined, from: string) => {
        const source = from.startsWith(".")
          ? this.#module(resolve(dirname(path), from))
          : this.#package(from);
        if (keyword === "import") return what === undefined ? "" : imports(what, source);
        exported.push(...reexports(what ?? "", source));
        return "";
      })
      .replace(EXPORT_LIST, (_all, list: string) => {
        exported.push(...namesIn(list).map(([name, as]) => `${as}: ${name}`));
        return "";
      })
      .replace(EXPORTED, (_all, kind: string, name: string) => {
        exported.push(name);
        return `${kind} ${name}`;
      })
      .replaceAll("import.meta.url", `new URL(${here}, import.meta.url).href`);
    const unknown = /^(?:import|export)\b.*$/m.exec(body);
    if (unknown !== null) throw new Error(`${path}: a statement of unknown form: ${unknown[0]}`);
    return { body, exported };
  }
}

/** `import WHAT from`, where `source` is the object of what the module exports. */
function imports(what: string, source: string): string {
  if (what.startsWith("* as ")) return `const ${what.slice(5)} = ${source};`;
  const [, name, list] = /^([\w$]+)?(?:, )?(?:\{([^}]*)\})?$/.exec(what.trim()) ?? [];
  const byDefault = name === undefined ? "" : `const ${name} = ${source}.default;`;
  if (list === undefined) return byDefault;
  const members = namesIn(list).map(([from, as]) => `${from}: ${as}`);
  return `${byDefault}const { ${members.join(", ")} } = ${source};`;
}

function reexports(what: string, source: string): string[] {
  if (what === "*") return [`...${source}`];
  if (what.startsWith("* as ")) return [`${what.slice(5)}: ${source}`];
  return namesIn(what.replace(/[{}]/g, "")).map(([name, as]) => `${as}: ${source}.${name}`);
}

/** Pairs of `a as b`; both the same for `a`. */
function namesIn(list: string): (readonly [name: string, as: string])[] {
  return list
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each) => {
      const [name, as] = each.split(/\s+as\s+/);
      return [name, as ?? name];
    });
}

const folder = dirname(fileURLToPath(import.meta.url));
const target = join(folder, "dormouse.js");
writeFileSync(target, new Bundle(folder).text(join(folder, "main.js")));
chmodSync(target, 0o755);
