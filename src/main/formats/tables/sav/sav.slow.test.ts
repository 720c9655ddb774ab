import { join } from 'node:path';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../csv/reader.ts';
import { hasHaven, hasPspp, readWithHaven, runPspp } from '../statistics/testing/programs.ts';
import type { ReadTable } from '../statistics/testing/programs.ts';
import { longText, sampleRows, sampleVariables } from '../statistics/testing/sample.ts';
import { variable, writeTable } from '../statistics/testing/write.ts';
import { prepareSav } from './sav.ts';

const folder = mkdtempSync(join(tmpdir(), 'sav-'));
const samplePath = join(folder, 'sample.sav');
const widePath = join(folder, 'wide.sav');
const emptyPath = join(folder, 'empty.sav');
const codesPath = join(folder, 'codes.sav');
const severalPath = join(folder, 'several.sav');

const names = ['document', 'v_1st_frame', 'if', 'Ärger_Wut', 'Ärger_Wut_2', 'published', 'coded_at', 'text', 'big'];
const wideVariables = Array.from({ length: 2000 }, (_, index) =>
  variable(`code ${index}`, { level: 'nominal', label: `Code number ${index}`, decimals: 0 }),
);
const wideRows = Array.from({ length: 20 }, (_, row) => wideVariables.map((_, index) => (row * index) % 3));
const textCodes = [
  variable('short', {
    kind: 'text',
    level: 'nominal',
    valueLabels: [{ value: 1, label: 'one' }],
    missing: [{ value: 99, label: 'none' }],
  }),
  variable('long', {
    kind: 'text',
    level: 'nominal',
    valueLabels: [{ value: 1, label: 'one' }],
    missing: [{ value: 99, label: 'none' }],
  }),
];

beforeAll(async () => {
  await writeTable(prepareSav, sampleVariables, sampleRows, samplePath, {
    label: 'Sample of Zürich',
    documents: ['First line', 'Second, much longer line '.repeat(8)],
  });
  await writeTable(prepareSav, wideVariables, wideRows, widePath);
  await writeTable(prepareSav, sampleVariables, [], emptyPath);
  await writeTable(
    prepareSav,
    textCodes,
    [
      ['1', 1],
      [99, 99],
      ['x', 'a long text of letters'],
    ],
    codesPath,
  );
  const missing = [-8, -9, -7].map((value) => ({ value, label: `for reason ${value}` }));
  const several = [variable('reason', { kind: 'text', level: 'nominal', missing })];
  await writeTable(prepareSav, several, [['a long text of letters'], [-8], [-9], [-7]], severalPath);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasHaven)('a .sav file in R (skipped where there is no Rscript with haven)', () => {
  let sample: ReadTable, wide: ReadTable, empty: ReadTable, codes: ReadTable;
  beforeAll(() => {
    [sample, wide, empty, codes] = readWithHaven([samplePath, widePath, emptyPath, codesPath]) as [
      ReadTable,
      ReadTable,
      ReadTable,
      ReadTable,
    ]; // one for each file
  });

  it('has the names, labels, formats and kinds of the variables', () => {
    expect(sample.columns.map(({ name }) => name)).toEqual(names);
    expect(sample.columns.map(({ label }) => label ?? '')).toEqual(sampleVariables.map(({ label }) => label));
    expect(sample.columns.map(({ kind }) => kind)).toEqual(sampleVariables.map(({ kind }) => kind));
    expect(sample.columns.map(({ format }) => format)).toEqual([
      'A25', 'F8.0', 'F8.0', 'F40.3', 'F16.0', 'SDATE10', 'DATETIME20', `A${Buffer.byteLength(longText)}`, 'F17.0',
    ]); // prettier-ignore
  });

  it('has every cell', () => {
    for (const [index, { name, kind, cells }] of sample.columns.entries()) {
      const expected = sampleRows.map((row) => {
        const cell = row[index] ?? null;
        if (kind === 'text') return cell ?? '';
        if (kind !== 'datetime' || cell === null) return cell;
        return Date.parse(String(cell));
      });
      expect(cells, name).toEqual(expected);
    }
  });

  it('has value labels and missing values', () => {
    const [, frame, certainty] = sample.columns;
    expect(frame?.labels).toEqual([...(sampleVariables[1]?.valueLabels ?? []), ...(sampleVariables[1]?.missing ?? [])]);
    expect(frame?.missing).toEqual([-98, -99]);
    expect(certainty?.labels).toHaveLength(6);
    expect(certainty?.missingRange).toEqual([96, 99]);
  });

  it('holds 2,000 columns', () => {
    expect(wide.columns).toHaveLength(2000);
    expect(wide.columns.map(({ cells }) => cells)).toEqual(
      wideVariables.map((_, at) => wideRows.map((row) => row[at])),
    );
  });

  it('may have no rows', () => {
    expect(empty.rows).toBe(0);
    expect(empty.columns.map(({ name }) => name)).toEqual(names);
  });

  it('declares several codes of a long text missing', () => {
    expect(readWithHaven([severalPath])[0]?.columns[0]?.missing).toEqual(['-8', '-9', '-7']);
  });

  it('labels texts and declares them missing, short ones and long ones', () => {
    for (const column of codes.columns) {
      expect(column.labels).toEqual([
        { value: '1', label: 'one' },
        { value: '99', label: 'none' },
      ]);
      expect(column.missing).toEqual(['99']);
    }
    expect(codes.columns.map(({ cells }) => cells)).toEqual([
      ['1', '99', 'x'],
      ['1', '99', 'a long text of letters'],
    ]);
  });
});

describe.skipIf(!hasPspp)('a .sav file in PSPP (skipped where there is no pspp)', () => {
  const open = (path: string): string => `SET LOCALE='UTF-8'.\nGET FILE='${path}'.\n`;

  it('has names, levels, formats and missing values', () => {
    const output = runPspp(`${open(samplePath)}DISPLAY DICTIONARY.`);
    for (const line of [
      'document,1,Article — Zürich “x”,Nominal,Input,25,Left,A25,A25,',
      'v_1st_frame,2,First frame,Nominal,Input,8,Right,F8.0,F8.0,-98; -99',
      'if,3,Certainty,Ordinal,Input,8,Right,F8.0,F8.0,96 THRU 99',
      'Ärger_Wut,4,Anger,Scale,Input,40,Right,F40.3,F40.3,',
      'Ärger_Wut_2,5,,Scale,Input,16,Right,F16.0,F16.0,',
      'published,6,Published,Scale,Input,10,Right,SDATE10,SDATE10,',
      'coded_at,7,,Scale,Input,20,Right,DATETIME20.0,DATETIME20.0,',
      `text,8,Full text,Nominal,Input,40,Left,A${Buffer.byteLength(longText)},A${Buffer.byteLength(longText)},`,
      'First frame,-99[a],not applicable',
      ',-98[a],not codable',
      ',2,human interest 🙂',
      ',3,عواقب',
    ]) {
      expect(output.split('\n')).toContain(line);
    }
  });

  it('keeps the note of a variable as its attribute', () => {
    const output = runPspp(`${open(samplePath)}DISPLAY ATTRIBUTES.`);
    expect(output).toContain("First frame,Note,What is the first frame? Choose 'one'.");
  });

  it('has the label, the date, the documents and the encoding of the file', () => {
    const output = runPspp(`SYSFILE INFO '${samplePath}'.`);
    expect(output).toContain('Label,Sample of Zürich\n');
    expect(output).toContain('Created,05 Mar 24 10:20:30 by Galley\n');
    expect(output).toContain('Encoding,UTF-8\n');
    expect(output).toContain('Cases,8\n');
    expect(output).toContain('First line\nSecond, much longer line ');
  });

  it('has every cell', () => {
    const csv = join(folder, 'pspp.csv');
    runPspp(`${open(samplePath)}SAVE TRANSLATE /OUTFILE='${csv}' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.`);
    const table = readCsv(readFileSync(csv, 'utf8'), { delimiter: ',' });
    expect(table.header).toEqual(names);
    const columns = names.map((_, at) => table.rows.map(({ cells }) => cells[at] ?? ''));
    const given = names.map((_, at) => sampleRows.map((row) => row[at] ?? null));
    for (const at of [0, 7]) expect(columns[at]).toEqual(given[at]);
    for (const at of [1, 2, 3, 4, 8]) {
      expect(columns[at]?.map((cell) => (cell.trim() === '' ? null : Number(cell)))).toEqual(given[at]);
    }
    // PSPP writes dates the American way here.
    const day = (iso: string): string => iso.replace(/^(\d+)-(\d+)-(\d+)$/u, '$2/$3/$1');
    expect(columns[5]).toEqual(given[5]?.map((cell) => day(String(cell ?? ' '))));
    const moments = ['02/29/2024 23:59:59', '12/31/1969 00:00:00', '01/01/2000 00:00:00', ' ', '12/31/9999 23:59:59'];
    expect(columns[6]?.slice(0, 5)).toEqual(moments);
  });

  it('counts declared missing values as missing', () => {
    const output = runPspp(`${open(samplePath)}FREQUENCIES VARIABLES=v_1st_frame if.`);
    expect(output).toContain('N,Valid,5,3\n,Missing,3,5\n');
  });

  it('labels texts and declares them missing', () => {
    const output = runPspp(`${open(codesPath)}DISPLAY DICTIONARY.`);
    expect(output).toContain('short,1,Nominal,Input,8,Left,A2,A2,"""99"""\n');
    expect(output).toContain('long,2,Nominal,Input,22,Left,A22,A22,"""99      """\n');
    expect(output).toContain('short,1,one\n,99[a],none\nlong,1,one\n,99[a],none\n');
  });
});
