import { readFileSync, readdirSync } from 'node:fs';
import { posix, join } from 'node:path';
import ts from 'typescript';

/** One import, re-export or dynamic import of a module. */
export type Import = {
  /** As written. */
  readonly specifier: string;
  /** What it leads to: a path in the project such as `src/shared/text/offsets.ts`, or null for a package. */
  readonly path: string | null;
  /** Whether it vanishes when types are stripped. */
  readonly typeOnly: boolean;
  /** 1-based. */
  readonly line: number;
};

/** A source file, parsed. */
export type Module = {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
};

/** Calls `visit` on every node of the tree, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** 1-based line of a node. */
export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** `PATH:LINE what`, the form of every complaint. */
export function complaint(module: Module, node: ts.Node, what: string): string {
  return `${module.path}:${lineOf(module.tree, node)} ${what}`;
}

/**
 * Tests and what is made for them: `NAME.test.ts`, helpers named `testNAME.ts` or in a folder `testing`, and the suite that every host passes.
 * They may reach across layers, because they put the parts together that the layers keep apart.
 */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/test[A-Z]\w*\.tsx?$|\/testing\/|^src\/main\/hosts\/conformance\//.test(path);
}

/** What the words of the language in use are imported by (`imports` of package.json). */
const words = '#words/';

function target(from: string, specifier: string): string | null {
  if (specifier.startsWith(words)) return `src/shared/words/english/${specifier.slice(words.length)}`;
  if (!specifier.startsWith('.')) return null;
  return posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')));
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    const { exportClause } = node;
    if (node.isTypeOnly) return true;
    return (
      exportClause !== undefined &&
      ts.isNamedExports(exportClause) &&
      exportClause.elements.every((one) => one.isTypeOnly)
    );
  }
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  const onlyNames = clause.name === undefined && bindings !== undefined && ts.isNamedImports(bindings);
  return onlyNames && bindings.elements.length > 0 && bindings.elements.every((one) => one.isTypeOnly);
}

/**
 * The written name of what a node imports, and whether only types are taken. Undefined for other nodes. Whoever adds to the names
 * of another module (`declare module`) knows it too.
 */
function imported(node: ts.Node): { specifier: ts.Node | undefined; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) return { specifier: node.moduleSpecifier, typeOnly: isTypeOnly(node) };
  if (ts.isExportDeclaration(node)) return { specifier: node.moduleSpecifier, typeOnly: isTypeOnly(node) };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: node.argument.literal, typeOnly: true };
  }
  if (ts.isModuleDeclaration(node)) return { specifier: node.name, typeOnly: true };
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression;
  const isImport = called.kind === ts.SyntaxKind.ImportKeyword;
  // `vi.mock` and `require` reach other modules too.
  const isRequire = ts.isIdentifier(called) && called.text === 'require';
  return isImport || isRequire ? { specifier: node.arguments[0], typeOnly: false } : undefined;
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  walk(tree, (node) => {
    const { specifier, typeOnly } = imported(node) ?? {};
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const written = specifier.text;
    found.push({
      specifier: written,
      path: target(path, written),
      typeOnly: typeOnly === true,
      line: lineOf(tree, specifier),
    });
  });
  return found;
}

/** Parses a source text as if it stood at `path` (relative to the project). */
export function parseModule(path: string, text: string): Module {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  return { path, text, tree, imports: importsOf(path, tree) };
}

/** Every TypeScript module below the given folders of the project. */
export function readModules(root: string, folders: readonly string[]): Module[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
      .sort()
      .map((path) => parseModule(path, readFileSync(join(root, path), 'utf8'))),
  );
}
