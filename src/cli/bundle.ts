/**
 * Run by `npm run build`: writes `dormouse.bundle.cjs` beside the compiled command, all of Dormouse's modules and the packages that every
 * command needs in one script, and `dormouse.bundle.cache`, V8's code of what a small run executes; `dormouse.ts` loads them.
 * Loading some three hundred files takes Node longer than a small Java program runs, and compiling them nearly as long.
 * Nothing is renamed or reordered within a module: each becomes a function that is called once, in the order in which Node would
 * evaluate them, so constants of a module stay constants, on which the interpreter's speed depends (docs/engine.md). It knows the
 * statements that `tsc` writes here, and refuses what it does not know.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const STATEMENT = /^(import|export) (?:([^"';]*?) from )?"([^"]+)";$/gm;
const EXPORT_LIST = /^export \{([^}]*)\};$/gm;
const EXPORTED = /^export ((?:async )?function\*?|class|const) ([\w$]+)/gm;
const DEFAULT_CLASS = /^export default class ([\w$]+)/gm;
const RELATIVE_REQUIRE = /\brequire\((["'])(\.[^"']+)\1\)/g;
/** Packages of which nearly every command needs something. Others are resolved when their module is evaluated. */
const INLINED = ["bitfield", "commander"];

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

  /** The text of an asynchronous function of `require`, the bundle's URL and `import`; it ends with the module `entry`. */
  text(entry: string): string {
    const { body } = this.#read(entry);
    const packages = [...this.#packages].map(([name, id]) => `const ${id} = require("${name}");`);
    const text = [
      "(async (require, bundleUrl, importModule) => {",
      ...packages,
      ...this.#written,
      body.replace(/^#!.*\n/, ""),
      "})",
    ].join("\n");
    // One byte a character: V8 reads it faster.
    return text.replaceAll(/[^\n -~]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
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
    this.#written.push(
      `const ${id} = (() => {\n"use strict";\n${body}\nreturn { ${exported.join(", ")} };\n})();`,
    );
    return id;
  }

  /** A CommonJS module of a package, by path; what it exports is the object that it leaves. */
  #script(path: string): string {
    const known = this.#modules.get(path);
    if (known !== undefined) return known;
    const id = `module${this.#modules.size}`;
    this.#modules.set(path, id);
    const load = createRequire(path);
    const body = readFileSync(path, "utf8").replace(RELATIVE_REQUIRE, (_all, _quote, from: string) =>
      this.#script(load.resolve(from)),
    );
    this.#written.push(
      `const ${id} = (() => {\nconst module = { exports: {} };\nlet exports = module.exports;\n${body}\nreturn module.exports;\n})();`,
    );
    return id;
  }

  #package(name: string): string {
    if (INLINED.includes(name)) return this.#inlined(name);
    const id = this.#packages.get(name) ?? `package${this.#packages.size}`;
    this.#packages.set(name, id);
    return id;
  }

  /** The package's own module in the bundle, under its licence. */
  #inlined(name: string): string {
    const path = createRequire(import.meta.url).resolve(name);
    if (!this.#modules.has(path)) this.#written.push(`/*\n${name}\n\n${licenceOf(path)}*/`);
    return /^export /m.test(readFileSync(path, "utf8")) ? this.#module(path) : this.#script(path);
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
      .replace(DEFAULT_CLASS, (_all, name: string) => {
        exported.push(`default: ${name}`);
        return `class ${name}`;
      })
      .replaceAll("import.meta.url", `new URL(${here}, bundleUrl).href`)
      .replaceAll("await import(", "await importModule(");
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

function licenceOf(path: string): string {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const licence = join(folder, "LICENSE");
    if (existsSync(licence)) return readFileSync(licence, "utf8");
  }
}

/** Others may be starting the command meanwhile. */
function replaceFile(path: string, content: string): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

const folder = dirname(fileURLToPath(import.meta.url));
replaceFile(join(folder, "dormouse.bundle.cjs"), new Bundle(folder).text(join(folder, "main.js")));
chmodSync(join(folder, "dormouse.js"), 0o755);
const { status, stderr } = spawnSync(process.execPath, [join(folder, "warm.js")], { encoding: "utf8" });
if (status !== 0) throw new Error(`the bundle does not run: ${stderr}`);
