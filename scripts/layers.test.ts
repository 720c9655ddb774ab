import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { arrowsRule } from './layers/arrows.ts';
import { brokenCircles, circlesIn, soundCircles } from './layers/circles.ts';
import { againstReadmes, idlePermissions, permissionOf } from './layers/mayImport.ts';
import { isTest, parseModule, readModules } from './layers/module.ts';
import { ownersRule, testOnlyRule } from './layers/owners.ts';
import { purityRule } from './layers/purity.ts';
import { sentencesRule } from './layers/sentences.ts';
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
  sentencesRule,
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

/** Every folder below these, with the names of its files. */
function foldersBelow(...tops: string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const top of tops) {
    for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const folder = posix.relative(root, entry.parentPath.replaceAll('\\', '/'));
      folders.set(folder, [...(folders.get(folder) ?? []), entry.name]);
    }
  }
  return folders;
}

describe('READMEs', () => {
  const folders = foldersBelow('src', 'scripts', 'bench', 'e2e');
  const sources = modules.filter(({ path }) => path.startsWith('src/'));
  const readmes = new Map(
    [...folders.keys()]
      .filter((folder) => existsSync(join(root, folder, 'README.md')))
      .map((folder) => [folder, readFileSync(join(root, folder, 'README.md'), 'utf8')]),
  );
  const ofSources = new Map([...readmes].filter(([folder]) => folder.startsWith('src')));

  test('stand in every folder of six files and more, tests left out', () => {
    const isMany = (folder: string, files: readonly string[]): boolean =>
      files.filter((file) => !isTest(`${folder}/${file}`)).length >= 6;
    const lacking = [...folders].filter(([folder, files]) => isMany(folder, files) && !readmes.has(folder));
    expect(lacking.map(([folder]) => folder)).toEqual([]);
  });

  test('say what may be imported, and nothing else is', () => {
    expect(againstReadmes(sources, ofSources)).toEqual([]);
  });

  test('say nothing that is not so', () => {
    expect(idlePermissions(sources, ofSources)).toEqual([]);
  });

  const said =
    '# a\n\nWhat it is.\n\nMay import: `src/b` (by `x.ts` alone), `src/c.ts` (types, no more),\n`zod`, `@d/*`. Not `src/e`.\n\nMore: `src/f`.\n';
  const own = new Map([['src/a', said]]);
  const against = (path: string, text: string): string[] => againstReadmes([parseModule(path, text)], own);

  test('are read up to the first full stop', () => {
    expect(permissionOf('src/a', said)?.items).toEqual([
      { name: 'src/b', typesOnly: false },
      { name: 'src/c.ts', typesOnly: true },
      { name: 'zod', typesOnly: false },
      { name: '@d/*', typesOnly: false },
    ]);
    expect(permissionOf('src/a', '# a\n\nIt may import much.\n')).toBeNull();
  });

  test.each([
    "import { b } from '../b/deep/b.ts';",
    "import type { C } from '../c.ts';",
    "import { z } from 'zod';",
    "import { d } from '@d/part/file';",
    "import { near } from './near.ts';",
    "import { join } from 'node:path';",
  ])('let in what they name: %s', (text) => {
    expect(against('src/a/in/x.ts', text.replaceAll("'../", "'../../"))).toEqual([]);
  });

  test.each([
    "import { c } from '../c.ts';",
    "import type { E } from '../e/e.ts';",
    "import { b } from '../bb/b.ts';",
    "import { f } from 'zodiac';",
    "const d = await import('@e/part');",
  ])('keep out what they do not: %s', (text) => {
    expect(against('src/a/x.ts', text)).toHaveLength(1);
  });

  test('are missed where there is none, and hold for what stands below them', () => {
    expect(against('src/g/x.ts', '')).toHaveLength(1);
    expect(idlePermissions([parseModule('src/a/x.ts', "import { z } from 'zod';")], own)).toHaveLength(3);
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
    "declare module './j.ts' { interface K { l: true } }",
    'declare global { interface M { n: true } }',
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
    { specifier: './j.ts', path: 'src/shared/text/j.ts', typeOnly: true, line: 10 },
  ]);
});
