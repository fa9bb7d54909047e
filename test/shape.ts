/** The rules of the shape of the sources, as functions from sources to complaints, so that they can be tested. */
import ts from "typescript";

/** Text of each source, by path from the top folder, with slashes: "src/store/log.ts". */
export type Sources = ReadonlyMap<string, string>;

export interface Floor {
  readonly name: string;
  /** Doors that its files may enter, besides their own folder. */
  readonly below: readonly string[];
}

const fileLinesMax = 400;
const functionLinesMax = 60;
const doorNamesMax = 25;
const hostNames = new Set(
  (
    "Date Promise performance process setTimeout setInterval setImmediate clearTimeout clearInterval " +
    "queueMicrotask fetch crypto console Buffer require globalThis window self navigator"
  ).split(" "),
);

export function floorOf(path: string): string {
  const parts = path.split("/");
  return parts[0] === "src" && parts.length > 2 ? parts[1] : "";
}

/** Imports that look up, go round a door, or name a package or host module where only the host floors may. */
export function importComplaints(
  sources: Sources,
  floors: readonly Floor[],
  purePackages: readonly string[],
  hostFloors: readonly string[],
): string[] {
  const complaints: string[] = [];
  for (const [path, text] of sources) {
    const floor = floorOf(path);
    for (const name of moduleNames(parse(path, text))) {
      const allowed = name.startsWith(".")
        ? isAllowedImport(path, resolveImport(path, name), floors)
        : floor === "" || hostFloors.includes(floor) || purePackages.includes(name);
      if (!allowed) complaints.push(`${path} imports ${name}`);
    }
  }
  return complaints;
}

function isAllowedImport(path: string, target: string, floors: readonly Floor[]): boolean {
  const floor = floorOf(path);
  const targetFloor = floorOf(target);
  if (targetFloor === floor) return true;
  if (target !== `src/${targetFloor}/index.ts`) return false;
  if (floor === "") return floors.some((each) => each.name === targetFloor);
  return floors.some((each) => each.name === floor && each.below.includes(targetFloor));
}

/** Import circles among the sources, type imports included, each once. */
export function circleComplaints(sources: Sources): string[] {
  const complaints: string[] = [];
  const finished = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const since = trail.indexOf(path);
    if (since >= 0) complaints.push(`circle: ${[...trail.slice(since), path].join(" -> ")}`);
    const text = sources.get(path);
    if (since >= 0 || finished.has(path) || text === undefined) return;
    trail.push(path);
    for (const name of moduleNames(parse(path, text)))
      if (name.startsWith(".")) visit(resolveImport(path, name));
    trail.pop();
    finished.add(path);
  };
  for (const path of sources.keys()) visit(path);
  return complaints;
}

/** Names of the host's clock, chance, promises and console; a name that the file itself declares is its own. */
export function hostNameComplaints(sources: Sources): string[] {
  const complaints: string[] = [];
  const { program, checker } = bind(sources);
  for (const path of sources.keys()) {
    const file = program.getSourceFile(path);
    if (file === undefined) throw new Error(`${path} is not in the program`);
    const complain = (node: ts.Node, name: string): void => {
      complaints.push(`${path}:${lineOf(file, node)} uses ${name}`);
    };
    walk(file, (node) => {
      if (ts.isIdentifier(node) && hostNames.has(node.text) && !isOwnName(node, checker))
        complain(node, node.text);
      if (node.kind === ts.SyntaxKind.AsyncKeyword) complain(node, "async");
      if (ts.isAwaitExpression(node)) complain(node, "await");
      if (isMathRandom(node)) complain(node, "Math.random");
    });
  }
  return complaints;
}

function isMathRandom(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return node.expression.getText() === "Math" && node.name.text === "random";
  }
  return ts.isElementAccessExpression(node) && node.expression.getText() === "Math";
}

/** A property's name, or a name that resolves to a declaration in the sources (there is no library to resolve to). */
function isOwnName(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return true;
  if (ts.isQualifiedName(parent) && parent.right === node) return true;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return true;
  if ((ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) && parent.propertyName === node)
    return true;
  const symbol = ts.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(node);
  return symbol?.declarations !== undefined && symbol.declarations.length > 0;
}

export function catchComplaints(sources: Sources): string[] {
  const complaints: string[] = [];
  for (const [path, text] of sources) {
    const file = parse(path, text);
    walk(file, (node) => {
      if (ts.isCatchClause(node)) complaints.push(`${path}:${lineOf(file, node)} catches`);
    });
  }
  return complaints;
}

/** What is too long: "src/a.ts" for a file, "src/a.ts#name" for a function, with its length in lines. */
export function tooLong(sources: Sources): Map<string, number> {
  const found = new Map<string, number>();
  for (const [path, text] of sources) {
    const file = parse(path, text);
    const lineCount = text.replace(/\n$/, "").split("\n").length;
    if (lineCount > fileLinesMax) found.set(path, lineCount);
    walk(file, (node) => {
      if (!ts.isFunctionLike(node)) return;
      const functionLines = file.getLineAndCharacterOfPosition(node.end).line + 2 - lineOf(file, node);
      if (functionLines > functionLinesMax) found.set(`${path}#${functionName(node)}`, functionLines);
    });
  }
  return found;
}

function functionName(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  if (ts.isConstructorDeclaration(node)) return "constructor";
  const parent = node.parent;
  const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
  return isNamed || ts.isPropertyDeclaration(parent) ? parent.name.getText() : "anonymous";
}

/** Doors without a head comment, with too many names, or with names that cannot be counted. */
export function doorComplaints(sources: Sources, wideDoors: ReadonlySet<string>): string[] {
  const complaints: string[] = [];
  for (const [path, text] of sources) {
    if (floorOf(path) === "" || path !== `src/${floorOf(path)}/index.ts`) continue;
    if (!/^\/\*\*\n \* .{40,}/.test(text))
      complaints.push(`${path} does not begin with what the floor promises`);
    const names = exportedNames(parse(path, text));
    if (names.includes("*")) complaints.push(`${path} exports * without names`);
    const isWide = names.length > doorNamesMax;
    if (isWide && !wideDoors.has(path)) complaints.push(`${path} has ${names.length} names`);
    if (!isWide && wideDoors.has(path)) complaints.push(`${path} is no wide door any more`);
  }
  return complaints;
}

function exportedNames(file: ts.SourceFile): string[] {
  return file.statements.flatMap((statement): string[] => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      if (clause === undefined) return ["*"];
      return ts.isNamedExports(clause) ? clause.elements.map((each) => each.name.text) : [clause.name.text];
    }
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    if (!modifiers?.some((each) => each.kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((d) => d.name.getText());
    return ["declaration"];
  });
}

function moduleNames(file: ts.SourceFile): string[] {
  const names: string[] = [];
  walk(file, (node) => {
    const name = moduleNameOf(node);
    if (name !== undefined && ts.isStringLiteral(name)) names.push(name.text);
  });
  return names;
}

function moduleNameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  const isImportCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isImportCall ? node.arguments[0] : undefined;
}

function resolveImport(path: string, name: string): string {
  return new URL(name, `file:///${path}`).pathname.slice(1);
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, ts.ScriptKind.TS);
}

/** A program without libraries and without resolved imports: what a file does not declare has no symbol. */
function bind(sources: Sources): { readonly program: ts.Program; readonly checker: ts.TypeChecker } {
  const host: ts.CompilerHost = {
    getSourceFile: (path) => parse(path, sources.get(path) ?? ""),
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => undefined,
    getCurrentDirectory: () => "",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => sources.has(path),
    readFile: (path) => sources.get(path),
  };
  const options: ts.CompilerOptions = {
    noLib: true,
    noResolve: true,
    types: [],
    target: ts.ScriptTarget.ES2023,
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return { program, checker: program.getTypeChecker() };
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}

function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}
