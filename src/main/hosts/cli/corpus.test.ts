import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../shared/api/imports.ts';
import { createCommandFolder, runProgram } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';
import { exportedNames } from '../../services/testListing.ts';

/** Four scraped articles that lie beside the project where it is developed. */
const articles = resolve(import.meta.dirname, '../../../../../shared/corpus/articles');
const sqlite = spawnSync('sqlite3', ['--version']).status === 0;
const python = spawnSync('python3', ['--version']).status === 0;

type Coding = { document: string; start: number; end: number; code: string; quote: string; memo: string };

/** Three passages of a text, cut in code points by hand: they depend on nothing that is tested here. */
function codingsOf(document: string, text: string): Coding[] {
  const characters = Array.from(text);
  return ['Frames / Conflict', 'Actors', 'Frames / Peace'].map((code, index) => {
    const start = 40 + 300 * index;
    const end = start + 25 + 10 * index;
    return {
      document,
      start,
      end,
      code,
      quote: characters.slice(start, end).join(''),
      memo: index === 0 ? 'a, "b"\nc' : '',
    };
  });
}

describe.skipIf(!existsSync(articles))(
  'The command line, from a new project to a verified export (skipped without the articles)',
  () => {
    let place: CommandFolder;
    let codings: Coding[];
    beforeAll(() => {
      place = createCommandFolder();
    });
    afterAll(() => place.end());

    test('makes a project, in one file, and does not overwrite it', async () => {
      expect(await place.galley('new', 'P.galley')).toEqual({
        status: 0,
        out: `Created ${join(place.folder, 'P.galley')}\n`,
        error: '',
      });
      // `home`: what Node compiled of the program, where nothing says where else to keep it.
      expect(readdirSync(place.folder).filter((name) => name !== 'home')).toEqual(['P.galley']);
      expect(await place.galley('new', 'P.galley')).toMatchObject({ status: 1, out: '' });
    });

    test('imports the four articles', async () => {
      const report = (await place.json('import', 'P.galley', articles, '--names', 'file', '--json')) as ImportReport;
      const names = readdirSync(articles).sort();
      expect(report.refused).toEqual([]);
      expect(report.documents.map(({ path }) => path)).toEqual(names.map((name) => `articles/${name}`));
      codings = [];
      for (const document of report.documents) {
        const text = readFileSync(join(articles, document.path.slice('articles/'.length)), 'utf8').replace(
          /\r\n?/gu,
          '\n',
        );
        expect(document.characters).toBe(Array.from(text).length);
        expect(document).toMatchObject({ encoding: 'utf-8', warnings: [] });
        codings.push(...codingsOf(document.name, text));
      }
    });

    test('codes them from a file, and names on stderr the codes that it made', async () => {
      place.put('codings.jsonl', codings.map((coding) => `${JSON.stringify(coding)}\n`).join(''));
      const { status, out, error } = await place.galley('code', 'P.galley', 'codings.jsonl', '--coder', 'Ada');
      expect({ status, out }).toEqual({ status: 0, out: '12 passages coded\n' });
      expect(error.trimEnd().split('\n')).toEqual(
        ['Frames', 'Frames / Conflict', 'Actors', 'Frames / Peace'].map((code) => `created code ${code}`),
      );
      expect(await place.json('stats', 'P.galley', '--json')).toEqual({
        documents: 4,
        codes: 4,
        annotations: 12,
        coders: 1,
        answers: 0,
      });
    });

    test('undoes and redoes in later processes', async () => {
      expect(await place.galley('undo', 'P.galley')).toMatchObject({
        status: 0,
        out: 'Undone: Code 12 passages from codings.jsonl\n',
      });
      expect(await place.json('stats', 'P.galley', '--json')).toMatchObject({ codes: 0, annotations: 0 });
      expect(await place.galley('redo', 'P.galley')).toMatchObject({
        status: 0,
        out: 'Redone: Code 12 passages from codings.jsonl\n',
      });
      expect(await place.json('stats', 'P.galley', '--json')).toMatchObject({ codes: 4, annotations: 12 });
      const { entries } = (await place.json('log', 'P.galley', '--json')) as {
        entries: { kind: string; coder: string | null }[];
      };
      expect(entries.slice(0, 3).map(({ kind }) => kind)).toEqual(['redo', 'undo', 'command']);
      expect(entries[2]?.coder).toBe('Ada');
    });

    test('exports tables whose every quotation is what was coded', async () => {
      const { status, out } = await place.galley('export', 'P.galley', 'out', '--format', 'csv,jsonl', '--raw');
      expect(status).toBe(0);
      expect(out).toMatch(/^codings\.csv +12 rows$/mu);
      const lines = readFileSync(join(place.folder, 'out', 'codings.jsonl'), 'utf8')
        .trimEnd()
        .split('\n');
      const exported = lines.map((line) => JSON.parse(line) as Coding);
      expect(
        exported.map(({ document, start, end, code, quote, memo }) => ({ document, start, end, code, quote, memo })),
      ).toEqual(codings);
    });

    test.skipIf(!python)('writes CSV that Python reads as the same codings (skipped without python3)', async () => {
      const script =
        'import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1],encoding="utf-8",newline=""),strict=True))))';
      const { out } = await runProgram('python3', ['-c', script, 'out/codings.csv'], place.folder);
      const rows = JSON.parse(out) as Record<string, string>[];
      expect(
        rows.map(({ document, start, end, code, quote, memo }) => ({
          document,
          start: Number(start),
          end: Number(end),
          code,
          quote,
          memo,
        })),
      ).toEqual(codings);
    });

    test('exports the same bytes again', async () => {
      await place.galley('export', 'P.galley', 'again', '--format', 'csv,jsonl', '--raw');
      for (const name of exportedNames(join(place.folder, 'out'))) {
        expect(
          readFileSync(join(place.folder, 'again', name)).equals(readFileSync(join(place.folder, 'out', name))),
          name,
        ).toBe(true);
      }
    });

    test('finds words where they stand', async () => {
      const { hits } = (await place.json('search', 'P.galley', 'ukraine', '--json')) as { hits: Coding[] };
      expect(hits.length).toBeGreaterThan(4);
      const [first] = hits;
      const text = readFileSync(join(articles, `${first?.document ?? ''}.txt`), 'utf8');
      for (const { document, start, end, quote } of hits.filter((hit) => hit.document === first?.document)) {
        expect({ document, quote: Array.from(text).slice(start, end).join('') }).toEqual({ document, quote });
      }
    });

    test('says that a sound project is sound', async () => {
      expect(await place.json('verify', 'P.galley', '--json')).toEqual({ ok: true, problems: [] });
      expect(readdirSync(place.folder).filter((name) => name.startsWith('P.galley'))).toEqual(['P.galley']);
    });

    test.skipIf(!sqlite)(
      'names the document of which a byte was changed (skipped without the sqlite3 tool)',
      async () => {
        const change =
          "UPDATE text SET content = replace(content, 'Patriot', 'patriot') WHERE content LIKE '%Patriot%'";
        expect((await runProgram('sqlite3', ['P.galley', change], place.folder)).error).toBe('');
        const { status, out, error } = await place.galley('verify', 'P.galley', '--json');
        const result = JSON.parse(out) as {
          ok: boolean;
          problems: { kind: string; document: string; message: string }[];
        };
        expect({ status, ok: result.ok }).toEqual({ status: 1, ok: false });
        expect(result.problems.map(({ document }) => document)).toContain('000_6140ee996f8de517');
        expect(error).toMatch(/^galley: \d+ problems? found, the first in “000_6140ee996f8de517”; .*\n$/u);
      },
    );
  },
);
