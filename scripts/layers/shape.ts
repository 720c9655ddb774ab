import ts from 'typescript';
import { complaint, walk } from './module.ts';
import type { Module } from './module.ts';
import type { Rule } from './rule.ts';

function nodes(module: Module, isWrong: (node: ts.Node) => boolean, what: string): string[] {
  const found: string[] = [];
  walk(module.tree, (node) => {
    if (isWrong(node)) found.push(complaint(module, node, what));
  });
  return found;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((one) => one.kind === ts.SyntaxKind.DefaultKeyword)
  );
}

export const defaultExportRule: Rule = {
  name: 'nothing is exported by default',
  check: (module) => nodes(module, isDefaultExport, 'exports by default'),
  broken: [
    { path: 'src/shared/a.ts', text: 'export default 1;' },
    { path: 'src/renderer/a.tsx', text: 'export default function Panel() { return <p />; }' },
    { path: 'src/shared/a.ts', text: 'const a = 1;\nexport { a as default };' },
  ],
  sound: [{ path: 'src/shared/a.ts', text: "import sample from 'sample';\nexport const a = sample;" }],
};

const longest = 400;

export const lengthRule: Rule = {
  name: `no file is longer than ${longest} lines`,
  check({ path, text }) {
    const lines = text.replace(/\n$/, '').split('\n').length;
    return lines > longest ? [`${path} has ${lines} lines`] : [];
  },
  broken: [{ path: 'src/shared/a.ts', text: '// one\n'.repeat(longest + 1) }],
  sound: [{ path: 'src/shared/a.ts', text: '// one\n'.repeat(longest) }],
};

export const anyRule: Rule = {
  name: 'no type is any',
  check: (module) => nodes(module, (node) => node.kind === ts.SyntaxKind.AnyKeyword, 'says any'),
  broken: [
    { path: 'src/shared/a.ts', text: 'export const a = (b: unknown) => b as any;' },
    { path: 'src/shared/a.ts', text: 'export const a = (b: unknown) => <any>b;' },
    { path: 'src/shared/a.ts', text: 'export const a: Record<string, any> = {};' },
  ],
  sound: [{ path: 'src/shared/a.ts', text: "export const any = 'any'; // as any" }],
};

const withExtension = /\.(ts|tsx|css|json|svg|png|html|txt|woff2)(\?\w+)?$/;

export const extensionRule: Rule = {
  name: 'imports of our own files say their extension',
  check: (module) =>
    module.imports
      .filter(({ specifier, path }) => path !== null && !withExtension.test(specifier))
      .map(({ specifier, line }) => `${module.path}:${line} imports ${specifier} without its extension`),
  broken: [
    { path: 'src/shared/a.ts', text: "import { b } from './b';" },
    { path: 'src/shared/a.ts', text: "import { b } from './b.js';" },
    { path: 'src/shared/a.ts', text: "export * from '..';" },
    { path: 'src/shared/a.ts', text: "const b = await import('./offsets.of');" },
  ],
  sound: [
    { path: 'src/shared/a.ts', text: "import { b } from './b.ts';\nimport { z } from 'zod';" },
    { path: 'src/renderer/a.tsx', text: "import styles from './a.module.css';\nimport './base.css';" },
  ],
};

export const barrelRule: Rule = {
  name: 'no module does nothing but pass on others',
  check({ path, tree }) {
    const only =
      tree.statements.length > 0 && tree.statements.every((one) => ts.isExportDeclaration(one) && one.moduleSpecifier);
    return only ? [`${path} only re-exports`] : [];
  },
  broken: [{ path: 'src/shared/index.ts', text: "export * from './a.ts';\nexport { b } from './b.ts';" }],
  sound: [{ path: 'src/shared/index.ts', text: "export { b } from './b.ts';\nexport const c = 1;" }],
};
