import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { arrowsRule } from './layers/arrows.ts';
import { brokenCircles, circlesIn, soundCircles } from './layers/circles.ts';
import { parseModule, readModules } from './layers/module.ts';
import { ownersRule, testOnlyRule } from './layers/owners.ts';
import { purityRule } from './layers/purity.ts';
import { anyRule, barrelRule, defaultExportRule, extensionRule, lengthRule } from './layers/shape.ts';
import { replaceRule, sqlOwnerRule } from './layers/sql.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = readModules(root, ['src', 'bench']);
const rules = [
  arrowsRule,
  ownersRule,
  testOnlyRule,
  purityRule,
  sqlOwnerRule,
  replaceRule,
  defaultExportRule,
  lengthRule,
  anyRule,
  extensionRule,
  barrelRule,
];

test('every part of the program is read', () => {
  for (const part of ['src/shared/', 'src/main/', 'src/renderer/']) {
    expect(modules.filter(({ path }) => path.startsWith(part)).length, part).toBeGreaterThan(0);
  }
  expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(modules.length / 2);
});

describe.each(rules)('$name', (rule) => {
  test('everywhere in the sources', () => {
    expect(modules.flatMap((module) => rule.check(module))).toEqual([]);
  });

  test.each(rule.broken)('but not in $path: $text', ({ path, text }) => {
    expect(rule.check(parseModule(path, text))).not.toEqual([]);
  });

  test.each(rule.sound)('and so it is in $path: $text', ({ path, text }) => {
    expect(rule.check(parseModule(path, text))).toEqual([]);
  });
});

describe('no imports go in a circle', () => {
  const circlesOf = (snippets: (typeof brokenCircles)[number]): string[] =>
    circlesIn(snippets.map(({ path, text }) => parseModule(path, text)));

  test('anywhere in the sources', () => {
    expect(circlesIn(modules)).toEqual([]);
  });

  test.each(brokenCircles)('but do in %j', (...snippets) => {
    expect(circlesOf(snippets)).toHaveLength(1);
  });

  test.each(soundCircles)('and do not in %j', (...snippets) => {
    expect(circlesOf(snippets)).toEqual([]);
  });
});

test('imports are found in every form they take', () => {
  const text = [
    "import a, { type B } from './a.ts';",
    "import type C from './c.ts';",
    "import { type D, type E } from './d.ts';",
    "export * from '../e.ts';",
    "export type { F } from './f.ts';",
    "type G = import('./g.ts').G;",
    "const h = await import('./h.css?inline');",
    "import './i.css';",
    "import { z } from 'zod';",
  ].join('\n');
  expect(parseModule('src/shared/text/x.ts', text).imports).toEqual([
    { specifier: './a.ts', path: 'src/shared/text/a.ts', typeOnly: false, line: 1 },
    { specifier: './c.ts', path: 'src/shared/text/c.ts', typeOnly: true, line: 2 },
    { specifier: './d.ts', path: 'src/shared/text/d.ts', typeOnly: true, line: 3 },
    { specifier: '../e.ts', path: 'src/shared/e.ts', typeOnly: false, line: 4 },
    { specifier: './f.ts', path: 'src/shared/text/f.ts', typeOnly: true, line: 5 },
    { specifier: './g.ts', path: 'src/shared/text/g.ts', typeOnly: true, line: 6 },
    { specifier: './h.css?inline', path: 'src/shared/text/h.css', typeOnly: false, line: 7 },
    { specifier: './i.css', path: 'src/shared/text/i.css', typeOnly: false, line: 8 },
    { specifier: 'zod', path: null, typeOnly: false, line: 9 },
  ]);
});
