/** The command line in a language of strange letters: a word in usual ones does not come from the words of the program. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writePseudo } from '../../../../scripts/pseudo.ts';
import { programFolder } from '../../app/folders.ts';
import { runProgram } from './testCommand.ts';
import type { Spoken } from './testing/manyCommands.ts';
import { verbNames } from '../../desks/all.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-pseudo-'));
  const root = programFolder();
  writePseudo(join(root, 'src', 'shared', 'words', 'english'), join(root, '.cache', 'pseudo'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is not translated: options, files and addresses, words in capitals, and ids of formats and the like. */
const untranslated = [
  /\/[\w/.-]*/g,
  /(?<!\w)--?[a-z][a-z-]*/g,
  /\b[A-Z][A-Z_]+\b(\.\w+)?/g,
  /[\w()\d-]*\.[a-z][\w-]*(\.[a-z]\w*)*/g,
  /\b(csv|tsv|xlsx|jsonl|sav|dta|parquet|dictionary|python|web-annotation|brat|webanno|spacy|semeval|html|docx|qdc|json|odd)\b/g,
  /\b(document|paragraph|sentence|coding|statement|text|markdown|to-do|working|done|set-aside|clean|keep|drop)s?\b/g,
  /\bfile\|headline\b|\b(file|headline):/g,
  /\b(nominal|ordinal|interval|ratio|multiple|utf-8|galley)\b/g,
  /\b(path|definition|include|exclude|example|color|pattern|key|anchor|archived|set|rule|parent|name)\b/g,
];

/** Words in usual letters that neither the command line that was given nor an id accounts for. */
function untranslatedWords({ words, text }: Spoken): string[] {
  let left = text;
  for (const pattern of untranslated) left = left.replace(pattern, ' ');
  const given = new Set([...verbNames, ...words]);
  return (left.match(/[a-zA-Z]{2,}(-[a-z]+)*/g) ?? []).filter((word) => !given.has(word));
}

async function spokenOf(lines: string[][]): Promise<Spoken[]> {
  const list = join(folder, 'lines.json');
  writeFileSync(list, JSON.stringify(lines));
  const driver = join(import.meta.dirname, 'testing', 'manyCommands.ts');
  const { out, error, status } = await runProgram(process.execPath, ['-C', 'pseudo', driver, list], folder);
  expect({ status, error }).toEqual({ status: 0, error: '' });
  return JSON.parse(out) as Spoken[];
}

/** The lines in which there is a usual word. */
function findings(spoken: readonly Spoken[]): string[] {
  return spoken.flatMap(({ words, status, text }) =>
    text
      .split('\n')
      .filter((line) => untranslatedWords({ words, status, text: line }).length > 0)
      .map((line) => `galley ${words.join(' ')}: ${line}`),
  );
}

test('help is in the language, of all verbs', async () => {
  const lines = [['help'], [], ...verbNames.map((name) => ['help', name]), ['help', '?']];
  expect(findings(await spokenOf(lines))).toEqual([]);
});

test('what is wrong with a command is said in the language, of all verbs', async () => {
  const lines = verbNames.flatMap((name) => [
    [name],
    [name, '--ж'],
    [name, '1', '2', '3', '4', '5', '6'],
    [name, ''],
    [name, '7.galley', '8', '9'],
    [name, '7.galley', '8'],
  ]);
  const spoken = await spokenOf(lines.filter(([name]) => name !== 'new' && name !== 'serve' && name !== 'notices'));
  expect(findings(spoken)).toEqual([]);
});

test('a day’s work is told in the language', async () => {
  mkdirSync(join(folder, 'Ж'));
  writeFileSync(join(folder, 'Ж', '1.txt'), 'Стачка в порту. Порт закрыт.\n');
  writeFileSync(join(folder, 'Ж', '2.html'), '<html><title>Ж</title><p>Порт.</p><p>Стачка продолжается.</p></html>');
  writeFileSync(join(folder, 'Ж', '3.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
  writeFileSync(join(folder, '4.jsonl'), '{"document":"1","start":0,"end":6,"code":"Ж","coder":"Ада"}\n');
  writeFileSync(join(folder, '5.jsonl'), '{"document":"9","start":0,"end":6,"code":"Ж","coder":"Ада"}\n{');
  writeFileSync(join(folder, '6.csv'), 'path,definition\nЖ,Ж\nЖ / Я,\n');
  writeFileSync(join(folder, '7.csv'), 'Ж,Ж\n1,2\n');
  const file = join(folder, '1.galley');
  const lines = [
    ['new', file],
    ['new', file],
    ['import', file, join(folder, 'Ж')],
    ['import', file, join(folder, 'Ж')],
    ['codebook', 'import', file, join(folder, '6.csv')],
    ['codebook', 'import', file, join(folder, '7.csv')],
    ['code', file, join(folder, '4.jsonl')],
    ['code', file, join(folder, '5.jsonl')],
    ['answer', file, join(folder, '7.csv')],
    ['search', file, 'порт'],
    ['search', file, 'ничего'],
    ['stats', file],
    ['reliability', file],
    ['export', file, join(folder, '8'), '--format', 'csv,sav,dta,xlsx,parquet,dictionary,r,python,html,docx,brat'],
    ['export', file, join(folder, '8'), '--unit', 'sentence', '--format', 'csv'],
    ['export', file, join(folder, '8'), '--unit', 'ж'],
    ['package', file, join(folder, '9.zip')],
    ['re-attach', join(folder, '9.zip'), join(folder, 'Ж'), join(folder, '2.galley')],
    ['undo', file],
    ['undo', file, '--coder', 'Ада'],
    ['redo', file],
    ['undo', file],
    ['undo', file],
    ['undo', file],
    ['undo', file],
    ['log', file],
    ['backups', file],
    ['restore', file, '9'],
    ['verify', file],
    ['call', file, 'ж'],
    ['call', file, 'codes.create', '{"name":""}'],
    ['call', file, 'codes.create', '{'],
  ];
  const spoken = await spokenOf(lines);
  expect(findings(spoken)).toEqual([]);
  expect(spoken.map(({ status }) => status)).toContain(0);
});
