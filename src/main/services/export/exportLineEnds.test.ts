import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportFormatSchema } from '../../../shared/api/exports.ts';
import { readWebannoTsv } from '../../formats/annotations/testing/webannoReader.ts';
import {
  hasHaven,
  hasPandas,
  readWithHaven,
  readWithPandas,
} from '../../formats/tables/statistics/testing/programs.ts';
import { pythonWith, runForJson } from '../../formats/texts/testing/programs.ts';
import { readZip } from '../../jobs/package/zipFiles.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

/** Everything that some program or other takes for the end of a line, but LF alone; and other signs that break files. */
const odd = 'a\u2028b\u2029c\u0085d\u000be\u000cf\u001cg\u001eh\u001b[1mi_x0041_j\u202ek\ufeffl 🙂 m';
const text = `${odd}\nThe next line.\n`;
const length = Array.from(odd).length;
/** A spreadsheet's cell that reads like an escape of the format. */
const comment = `_x0041_ ${odd}`;
const expected = { quote: odd, memo: comment, site: odd };
const openpyxl = pythonWith('openpyxl');

let project: TestProject;
let report: { warnings: string[] };
beforeAll(async () => {
  project = await createTestProject();
  await project.importFiles(project.put('odd.txt', text));
  await project.code([{ document: 'odd', start: 0, end: length, code: 'Frames / Conflict', memo: comment }]);
  const [document] = (await project.client.call('documents.list', { offset: 0, limit: 1 })).rows;
  const wish = { scope: 'document', name: 'comment', level: 'text', label: odd } as const;
  const variable = (await project.client.call('variables.create', wish)).id;
  await project.client.call('answers.set', { document: document?.id ?? '', variable, value: comment });
  await project.client.call('documents.setFact', { document: document?.id ?? '', variable: 'site', value: odd });
  report = await exportTo('out');
}, 120_000);
afterAll(() => project.end());

function exportTo(folder: string): Promise<{ warnings: string[] }> {
  const file = project.app.grants.grant(join(project.folder, folder));
  const formats = exportFormatSchema.options;
  return project.client.run('exports.run', { folder: file, formats, raw: true });
}

const path = (...names: string[]): string => join(project.folder, 'out', ...names);
const read = (...names: string[]): string => readFileSync(path(...names), 'utf8');

describe('Signs that some programs take for line ends', () => {
  test('stop no format', () => {
    const kinds = new Set(readdirSync(path()).map((name) => name.slice(name.indexOf('.') + 1)));
    for (const kind of ['csv', 'tsv', 'jsonl', 'xlsx', 'sav', 'dta', 'parquet']) expect(kinds).toContain(kind);
    // Annotation formats say what they cannot hold; tables hold everything.
    expect(report.warnings.filter((warning) => !/^(?:brat|semeval|html|docx), /u.test(warning))).toEqual([]);
  });

  test.each([
    ['csv', ','],
    ['tsv', '\t'],
  ])('come back from %s as they were', (ending, delimiter) => {
    const [row] = parse<Record<string, string>>(read(`codings.${ending}`), { columns: true, delimiter });
    expect(row).toMatchObject(expected);
  });

  test('come back from JSON Lines as they were', () => {
    expect(JSON.parse(read('codings.jsonl'))).toMatchObject(expected);
  });

  test('come back from Parquet as they were, read by DuckDB', async () => {
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    const found = await duck.runAndReadAll(`select quote, memo, site from '${path('codings.parquet')}'`);
    expect(found.getRowObjects()).toEqual([expected]);
  });

  test.each([
    ['as the standard has it', 'by run'],
    ['by a program that joins the runs of a text before it undoes escapes', 'at once'],
  ] as const)('come back from the workbook as they were, read %s', async (_, undo) => {
    const parts = await unzipped(path('codings.xlsx'), ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']);
    const texts = parts.flatMap((part) => textsOf(Buffer.from(part).toString('utf8'), undo));
    expect(texts).toEqual(expect.arrayContaining(Object.values(expected)));
  });

  test.skipIf(openpyxl === undefined)('come back from the workbook by openpyxl (skipped where it is missing)', () => {
    // openpyxl leaves it to the caller to undo the escapes of control characters.
    const script = `
import json, re, sys
from openpyxl import load_workbook
def plain(cell):
    return re.sub('_x(00[01][0-9A-F])_', lambda found: chr(int(found.group(1), 16)), cell)
rows = list(load_workbook(sys.argv[1]).worksheets[0].iter_rows(values_only=True))
json.dump([plain(cell) for row in rows for cell in row if isinstance(cell, str)], open(sys.argv[2], 'w'))`;
    const cells = runForJson(openpyxl ?? '', script, [path('codings.xlsx')]);
    expect(cells).toEqual(expect.arrayContaining(Object.values(expected)));
  });

  test.skipIf(openpyxl === undefined)(
    'leave a cell that reads like an escape as it is (skipped without openpyxl)',
    () => {
      const script = `
import json, sys
from openpyxl import load_workbook
rows = list(load_workbook(sys.argv[1]).worksheets[0].iter_rows(values_only=True))
json.dump(rows[1][rows[0].index('memo')], open(sys.argv[2], 'w'))`;
      expect(runForJson(openpyxl ?? '', script, [path('codings.xlsx')])).toMatch(/^_x0041_ a/u);
    },
  );

  test('are in the Stata file, byte for byte', () => {
    expect(readFileSync(path('codings.dta')).includes(Buffer.from(odd))).toBe(true);
  });

  test.skipIf(!hasPandas)('come back from Stata by pandas (skipped where it is missing)', () => {
    const columns = readWithPandas([path('codings.dta')])[0]?.columns ?? [];
    for (const [name, value] of Object.entries(expected))
      expect(columns.find((column) => column.name === name)?.cells, name).toEqual([value]);
  });

  test.skipIf(!hasHaven)('come back from SPSS and Stata by haven (skipped where it is missing)', () => {
    for (const { columns } of readWithHaven([path('codings.sav'), path('codings.dta')]))
      for (const [name, value] of Object.entries(expected))
        expect(columns.find((column) => column.name === name)?.cells, name).toEqual([value]);
  });

  test('stand in no way of the offsets of annotation files', () => {
    const [line = '', ...others] = read('spacy', 'corpus.jsonl').trimEnd().split('\n');
    const spacy = JSON.parse(line) as { text: string };
    expect([spacy.text, others]).toEqual([text, []]);
    const { text: found, annotations } = readWebannoTsv(read('webanno', 'odd.tsv'));
    expect(annotations.map(({ start, end }) => found.slice(start, end))).toEqual([odd]);
    expect(read('brat', 'odd.txt')).toBe(text);
    for (const written of read('brat', 'odd.ann').trimEnd().split('\n'))
      expect(written).toMatch(/^(?:[T#]\d+\t[^\t]+\t[^\t]+|A\d+\t[^\t]+)$/u);
    const page = JSON.parse(read('web-annotation', 'odd.jsonld')) as { first: { items: unknown[] } };
    expect(JSON.stringify(page.first.items)).toContain(JSON.stringify(odd).slice(1, -1));
  });

  test('leave the Word document sound XML', async () => {
    for (const bytes of await unzipped(path('docx', 'odd.docx'), ['word/document.xml', 'word/comments.xml'])) {
      const parser = new SaxesParser();
      parser.on('error', (error) => expect.fail(error.message));
      parser.write(Buffer.from(bytes).toString('utf8')).close();
    }
  });
});

test('Half of a character, which would be another one in every file, does not come in', async () => {
  const half = { document: 'odd', start: 0, end: 1, code: 'Half', memo: 'half \ud83d of it' };
  await expect(project.code([half])).rejects.toThrow(/line 1: memo: it holds half of a character/u);
  await exportTo('half');
  const rows = parse<Record<string, string>>(readFileSync(join(project.folder, 'half', 'codings.csv')), {
    columns: true,
  });
  expect(rows.map(({ memo }) => memo)).toEqual([comment]);
});

async function unzipped(archive: string, names: readonly string[]): Promise<Uint8Array[]> {
  const files = await readZip(archive, names, 1 << 24);
  return names.map((name) => files.get(name) ?? expect.fail(`${archive} has no ${name}`));
}

/**
 * The texts of a workbook's cells or of its table of texts, escapes undone (ECMA-376 part 1, 22.9.2.19: `_xHHHH_` is one
 * character) in each run by itself, as the standard has it, or in all runs of a text at once, as SheetJS 0.18.5 does.
 */
function textsOf(part: string, undo: 'by run' | 'at once'): string[] {
  const plain = (text: string): string =>
    text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  const found: string[][] = [];
  const parser = new SaxesParser();
  let run: string | null = null;
  parser.on('opentag', ({ name }) => {
    if (name === 'is' || name === 'si') found.push([]);
    if (name === 't') run = '';
  });
  parser.on('text', (text) => {
    if (run !== null) run += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name !== 't') return;
    found.at(-1)?.push(run ?? '');
    run = null;
  });
  parser.write(part).close();
  return found.map((runs) => (undo === 'by run' ? runs.map(plain).join('') : plain(runs.join(''))));
}
