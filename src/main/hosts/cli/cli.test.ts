import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commandLine } from '../../app/testBuilt.ts';
import { createCommandFolder, runProgram } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

const source = join(import.meta.dirname, 'main.ts');

let place: CommandFolder;
beforeEach(() => {
  place = createCommandFolder();
});
afterEach(() => place.end());

/** A project with one short text, named `a`. */
async function makeProject(): Promise<void> {
  await place.json('new', 'P.galley', '--name', 'A study', '--json');
  place.put('a.txt', 'One 👍 two.');
  await place.json('import', 'P.galley', 'a.txt', '--json');
}

describe('The command line', () => {
  test.each([
    [[], 'galley new P.galley'],
    [['fly'], 'galley: there is no verb “fly”; say one of new, stats,'],
    [['new'], 'galley: something is missing. Usage: galley new P.galley'],
    [['new', 'P'], 'galley: a project’s file name ends in .galley: P.galley'],
    [['stats', 'P.galley', 'more'], 'galley: “more” is too much.'],
    [['stats', 'P.galley', '--colour'], 'galley: there is no option --colour'],
    [['code', 'P.galley', 'c.jsonl'], 'galley: say who coded: --coder NAME'],
    [['answer', 'P.galley', 'a.csv'], 'galley: say who answers: --coder NAME'],
    [
      ['export', 'P.galley', 'out', '--format', 'csv,xls'],
      'galley: --format: “xls” is unknown; known are csv, tsv, xlsx, jsonl',
    ],
    [['codebook', 'move', 'P.galley', 'f.csv'], 'galley: say “codebook import” or “codebook export”'],
    [['call', 'P.galley', 'no.such', '{}'], 'galley: there is no method “no.such”'],
  ])('answers wrong usage with status 2 and what is right: %j', async (words, message) => {
    const { status, out, error } = await place.galley(...words);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toContain(message);
  });

  test('explains itself', async () => {
    expect((await place.galley('help')).out).toContain('galley export P.galley OUT_DIR');
    const manual = await place.galley('export', '--help');
    expect(manual).toMatchObject({ status: 0, error: '' });
    expect(manual.out).toContain('--format LIST');
    expect(await place.galley('help', 'export')).toEqual(manual);
    expect((await place.galley('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  test('runs from its sources as it is, too', async () => {
    const { status, out, error } = await runProgram(process.execPath, [source, 'stats', 'P.galley'], place.folder);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(error).toContain('there is no such file');
  });

  test('says in one line what failed and what to do, with status 1', async () => {
    place.put('other.galley', 'this is no project');
    for (const [words, message] of [
      [['stats', 'missing.galley'], 'there is no such file'],
      [['stats', 'other.galley'], 'is not a Galley project'],
    ] as const) {
      const { status, out, error } = await place.galley(...words);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(error).toMatch(/^galley: [^\n]*\n$/u);
      expect(error).toContain(message);
    }
    await makeProject();
    expect(await place.galley('redo', 'P.galley')).toEqual({
      status: 1,
      out: '',
      error: 'galley: There is nothing to redo.\n',
    });
  });

  test('gives answers from a table, and names every row at fault', async () => {
    await makeProject();
    const tone = { scope: 'document', name: 'tone', level: 'ordinal', choices: [{ value: 1, label: 'good' }] };
    await place.galley('call', 'P.galley', 'variables.create', JSON.stringify(tone));
    place.put('answers.csv', 'document,variable,value\na,tone,good\n');
    const words = ['answer', 'P.galley', 'answers.csv', '--coder', 'Ada'];
    expect(await place.json(...words, '--json')).toEqual({ answers: 1, present: 0 });
    expect((await place.galley(...words)).out).toBe('0 answers given (1 already there)\n');
    expect(await place.json('stats', 'P.galley', '--json')).toMatchObject({ answers: 1, coders: 1 });
    place.put('answers.csv', 'document,variable,value\na,tone,bad\nz,tone,1\n');
    expect(await place.galley(...words)).toMatchObject({
      status: 1,
      out: '',
      error: [
        'galley: answers.csv: row 2: “tone”: “bad” is none of its values (1 good) (and 1 more: row 3). Nothing was changed.',
        '  row 2: “tone”: “bad” is none of its values (1 good)',
        '  row 3: there is no document “z”',
        '',
      ].join('\n'),
    });
  });

  test('neither uses nor leaves settings', async () => {
    await makeProject();
    place.put('c.jsonl', '{"document":"a","start":0,"end":3,"code":"C"}\n');
    await place.json('code', 'P.galley', 'c.jsonl', '--coder', 'Ada', '--json');
    expect(await place.galley('call', 'P.galley', 'codes.create', '{"name":"D"}')).toMatchObject({ status: 0 });
    expect(readdirSync(place.folder).sort()).toEqual(['P.galley', 'a.txt', 'c.jsonl', 'home']);
    expect(readdirSync(join(place.folder, 'home', 'settings'))).toEqual(['backups']);
    const { entries } = (await place.json('log', 'P.galley', '--json')) as {
      entries: { label: string; coder: string | null; at: string }[];
    };
    expect(entries.map(({ coder }) => coder).slice(0, 2)).toEqual([null, 'Ada']);
    expect(entries[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT/u);
  });

  test('imports what it can, prints what it cannot, and fails only when nothing was imported', async () => {
    await place.json('new', 'P.galley', '--json');
    mkdirSync(join(place.folder, 'texts'));
    writeFileSync(join(place.folder, 'texts', 'good.txt'), 'Good.');
    writeFileSync(join(place.folder, 'texts', 'empty.txt'), '');
    const some = await place.galley('import', 'P.galley', 'texts', 'missing.txt');
    expect(some.status).toBe(0);
    expect(some.out).toContain('1 document imported, 2 refused');
    expect(some.out).toContain('refused missing.txt: ');
    const none = await place.galley('import', 'P.galley', 'missing.txt', '--json');
    expect(none).toMatchObject({ status: 1, error: 'galley: nothing was imported; 1 file refused\n' });
    expect(JSON.parse(none.out)).toMatchObject({ documents: [], refused: [{ path: 'missing.txt' }] });
  });

  test('reads and writes codebooks, and lists every fault of one', async () => {
    await makeProject();
    place.put('book.csv', 'path,key\nFrames,1\nFrames / Peace,2\n');
    expect(await place.json('codebook', 'import', 'P.galley', 'book.csv', '--json')).toEqual({
      created: ['Frames', 'Frames / Peace'],
      updated: [],
      variables: [],
      changes: [],
    });
    expect(await place.json('codebook', 'export', 'P.galley', 'book.json', '--json')).toEqual({
      codes: 2,
      losses: [],
      folder: place.folder,
      warnings: [],
    });
    const printed = await place.galley('codebook', 'export', 'P.galley', 'book.docx');
    expect(printed.error).toBe('This document is for people: Galley cannot read it back.\n');
    const written = JSON.parse(readFileSync(join(place.folder, 'book.json'), 'utf8')) as { codes: { path: string }[] };
    expect(written.codes.map(({ path }) => path)).toEqual(['Frames', 'Frames / Peace']);
    place.put('bad.csv', 'path,key\nA,x\nB,y\n');
    const { status, error } = await place.galley('codebook', 'import', 'P.galley', 'bad.csv');
    expect(status).toBe(1);
    expect(
      error
        .split('\n')
        .slice(1, 3)
        .map((line) => line.trim().slice(0, 6)),
    ).toEqual(['row 2:', 'row 3:']);
  });

  test('refuses codings at fault, and with --strict unknown codes', async () => {
    await makeProject();
    place.put(
      'c.jsonl',
      '{"document":"a","start":4,"end":5,"code":"C","quote":"👍"}\n{"document":"a","start":4,"end":6,"code":"C","quote":"👍"}\n',
    );
    const wrong = await place.galley('code', 'P.galley', 'c.jsonl', '--coder', 'Ada');
    expect(wrong.status).toBe(1);
    expect(wrong.error).toContain('c.jsonl: line 2: the quote “👍” is not what stands at its offsets');
    place.put('c.jsonl', '{"document":"a","start":4,"end":5,"code":"C","quote":"👍"}\n');
    const strict = await place.galley('code', 'P.galley', 'c.jsonl', '--coder', 'Ada', '--strict');
    expect(strict).toMatchObject({ status: 1, out: '' });
    expect(strict.error).toContain('there is no code “C”');
    expect(await place.json('stats', 'P.galley', '--json')).toMatchObject({ codes: 0, annotations: 0, coders: 0 });
  });

  test('calls any method, with paths as {"path": …} and tasks waited for', async () => {
    await makeProject();
    expect(await place.json('call', 'P.galley', 'project.status')).toMatchObject({
      project: { name: 'A study', fileName: 'P.galley' },
    });
    const exported = await place.json('call', 'P.galley', 'exports.run', '{"folder":{"path":"out"},"formats":["csv"]}');
    expect(exported).toMatchObject({
      files: [{ name: 'codings.csv', rows: 0 }, {}, { name: 'documents.csv', rows: 1 }, {}],
    });
    const refused = await place.galley('call', 'P.galley', 'codes.create', '{"name":""}');
    expect(refused.status).toBe(1);
    expect(refused.error).toMatch(/^galley: codes\.create: name: /u);
  });

  test('is quiet when nobody reads on', async () => {
    await makeProject();
    const { status, error } = await new Promise<{ status: number | null; error: string }>((resolve) => {
      const child = spawn(process.execPath, [commandLine, 'log', 'P.galley'], {
        cwd: place.folder,
      });
      child.stdout.destroy();
      let text = '';
      child.stderr.setEncoding('utf8').on('data', (part: string) => (text += part));
      child.on('close', (code) => resolve({ status: code, error: text }));
    });
    expect({ status, error }).toEqual({ status: 0, error: '' });
  });

  test('closes the project in order when it is interrupted, and changes nothing', async () => {
    await makeProject();
    mkdirSync(join(place.folder, 'many'));
    for (let index = 0; index < 3000; index++)
      writeFileSync(join(place.folder, 'many', `${index}.txt`), `${index} ${'words '.repeat(500)}`);
    const child = spawn(process.execPath, [commandLine, 'import', 'P.galley', 'many'], {
      cwd: place.folder,
    });
    let error = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => (error += part));
    child.stdout.resume();
    const ended = new Promise((resolve) => child.on('close', resolve));
    // What has been read is stored while more is read, and that can be cancelled.
    const log = join(place.folder, 'P.galley-wal');
    const stored = (): number => statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    while (child.exitCode === null && child.signalCode === null && stored() < 500_000) await setTimeout(5);
    child.kill('SIGINT');
    const status = await ended;
    expect({ status, error }).toEqual({
      status: 130,
      error: 'galley: Cancelled. The project is closed and as it was before.\n',
    });
    expect(readdirSync(place.folder).filter((name) => name.startsWith('P.galley'))).toEqual(['P.galley']);
    expect(await place.json('stats', 'P.galley', '--json')).toMatchObject({ documents: 1 });
    expect(await place.json('verify', 'P.galley', '--json')).toMatchObject({ ok: true });
  });

  test('serves the window until it is told to stop', async () => {
    await makeProject();
    const child = spawn(process.execPath, [commandLine, 'serve', 'P.galley'], {
      cwd: place.folder,
      env: { ...process.env, GALLEY_HOME: join(place.folder, 'home') },
    });
    const address = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        const found = /http:\/\/127\.0\.0\.1:\d+\S*/u.exec(text);
        if (found) resolve(found[0]);
      });
      child.on('close', () => reject(new Error('it ended before it served')));
    });
    expect(new URL(address).hostname).toBe('127.0.0.1');
    child.kill('SIGTERM');
    await new Promise((resolve) => child.on('close', resolve));
    expect(readdirSync(place.folder).filter((name) => name.startsWith('P.galley'))).toEqual(['P.galley']);
  });
});
