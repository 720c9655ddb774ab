import { isTest } from './module.ts';
import type { Module } from './module.ts';
import type { Rule } from './rule.ts';

/** Packages that only one folder may import, so that they can be replaced in one place. */
const owners: readonly (readonly [RegExp, string])[] = [
  [/^electron(\/|$)/, 'src/main/hosts/electron/'],
  [/^better-sqlite3(\/|$)/, 'src/main/store/'],
  [/^(@codemirror\/|@lezer\/|codemirror$)/, 'src/renderer/editor/'],
  [/^ws(\/|$)/, 'src/main/hosts/loopback/'],
  [/^zustand(\/|$)/, 'src/renderer/state/'],
];

/** Our own modules that only one folder may import, by their paths. */
const reserved: readonly (readonly [string, string])[] = [['src/shared/text/words/dictionary.ts', 'src/main/']];

const testPackages = /^(vitest|fast-check|playwright|@playwright\/.*|@axe-core\/.*|@testing-library\/.*)(\/|$)/;

function check(module: Module): string[] {
  if (isTest(module.path) || module.path.startsWith('bench/')) return [];
  return module.imports.flatMap(({ specifier, path, line }) =>
    [...owners.filter(([name]) => name.test(specifier)), ...reserved.filter(([ours]) => ours === path)]
      .filter(([, folder]) => !module.path.startsWith(folder))
      .map(([, folder]) => `${module.path}:${line} imports ${specifier}, which belongs to ${folder}`),
  );
}

export const ownersRule: Rule = {
  name: 'electron, better-sqlite3, CodeMirror, ws, zustand and the dictionary of words are imported by their owners alone',
  check,
  broken: [
    { path: 'src/main/app/a.ts', text: "import { app } from 'electron';" },
    { path: 'src/main/app/a.ts', text: "import type { BrowserWindow } from 'electron/main';" },
    { path: 'src/main/services/a.ts', text: "import Database from 'better-sqlite3';" },
    { path: 'src/renderer/panels/a.ts', text: "import type { EditorView } from '@codemirror/view';" },
    { path: 'src/main/hosts/cli/a.ts', text: "const { WebSocket } = await import('ws');" },
    { path: 'src/renderer/panels/a.tsx', text: "import { create } from 'zustand';" },
    { path: 'src/renderer/editor/a.ts', text: "import { wordEndsIn } from '../../shared/text/words/dictionary.ts';" },
    { path: 'src/shared/text/words/a.ts', text: "import { wordEndsIn } from './dictionary.ts';" },
  ],
  sound: [
    { path: 'src/main/hosts/electron/a.ts', text: "import { app } from 'electron';" },
    { path: 'src/main/hosts/electron/a.ts', text: "import { name } from './electron-names.ts';" },
    { path: 'src/main/store/rows/a.ts', text: "import Database from 'better-sqlite3';" },
    { path: 'src/renderer/editor/lanes/a.ts', text: "import { EditorView } from '@codemirror/view';" },
    { path: 'src/main/services/a.ts', text: "import { wordEndsIn } from '../../shared/text/words/dictionary.ts';" },
    { path: 'bench/a.bench.ts', text: "import Database from 'better-sqlite3';" },
  ],
};

export const testOnlyRule: Rule = {
  name: 'what is made for tests is imported by tests alone',
  check(module) {
    if (isTest(module.path) || !module.path.startsWith('src/')) return [];
    return module.imports
      .filter(({ specifier, path }) => (path === null ? testPackages.test(specifier) : isTest(path)))
      .map(({ specifier, line }) => `${module.path}:${line} imports ${specifier}, which is for tests`);
  },
  broken: [
    { path: 'src/shared/text/a.ts', text: "import { words } from './testTexts.ts';" },
    { path: 'src/main/store/a.ts', text: "import fc from 'fast-check';" },
    { path: 'src/main/hosts/cli/a.ts', text: "import { suite } from '../conformance/suite.ts';" },
  ],
  sound: [
    { path: 'src/shared/text/testTexts.ts', text: "import fc from 'fast-check';" },
    { path: 'src/shared/text/a.test.ts', text: "import { words } from './testTexts.ts';" },
    { path: 'src/shared/text/a.ts', text: "import { testimony } from './testimony.ts';" },
  ],
};
