import ts from 'typescript';
import { complaint, isTest, walk } from './module.ts';
import type { Module } from './module.ts';
import type { Rule } from './rule.ts';

function isPure(path: string): boolean {
  return /^src\/(shared|main\/formats)\//.test(path) && !isTest(path);
}

/** Calls whose answer depends on the clock or on chance. */
const impureCalls = new Set([
  'Date.now',
  'Date',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);

function impureWord(node: ts.Node): string | null {
  if (ts.isCallExpression(node)) {
    const called = node.expression.getText();
    return impureCalls.has(called.replace(/^globalThis\./, '')) ? `${called}()` : null;
  }
  if (!ts.isNewExpression(node)) return null;
  const isDate = node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0;
  return isDate ? 'new Date()' : null;
}

function packages(module: Module): string[] {
  const isShared = module.path.startsWith('src/shared/');
  return module.imports.flatMap(({ specifier, path, line }) => {
    if (path !== null) return [];
    const isAllowed = isShared ? /^zod(\/|$)/.test(specifier) : !specifier.startsWith('node:');
    return isAllowed ? [] : [`${module.path}:${line} imports ${specifier} where everything is pure`];
  });
}

export const purityRule: Rule = {
  name: 'shared and formats are pure: no clock, no chance, nothing of Node, and in shared no package but zod',
  check(module) {
    if (!isPure(module.path)) return [];
    const found = packages(module);
    walk(module.tree, (node) => {
      const word = impureWord(node);
      if (word !== null) found.push(complaint(module, node, `uses ${word}`));
    });
    return found;
  },
  broken: [
    { path: 'src/shared/model/a.ts', text: 'export const at = () => Date.now();' },
    { path: 'src/shared/model/a.ts', text: 'export const at = () => new Date();' },
    { path: 'src/shared/model/a.ts', text: 'export const id = () => globalThis.crypto.randomUUID();' },
    { path: 'src/shared/model/a.ts', text: "import { v7 } from 'uuid';" },
    { path: 'src/shared/model/a.ts', text: "import type { Buffer } from 'node:buffer';" },
    { path: 'src/main/formats/html/a.ts', text: "import { readFileSync } from 'node:fs';" },
    { path: 'src/main/formats/html/a.ts', text: 'export const draw = () => Math.random();' },
  ],
  sound: [
    {
      path: 'src/shared/model/a.ts',
      text: "import { z } from 'zod';\nexport const at = (ms: number) => new Date(ms);",
    },
    { path: 'src/main/formats/html/a.ts', text: "import { decode } from 'iconv-lite';" },
    { path: 'src/main/store/a.ts', text: "import { join } from 'node:path';\nexport const at = Date.now();" },
    { path: 'src/shared/model/a.test.ts', text: "import { readFileSync } from 'node:fs';" },
  ],
};
