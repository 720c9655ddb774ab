import { describe, expect, it } from 'vitest';
import { sampleRows, sampleVariables } from '../statistics/testing/sample.ts';
import { variable, writeTable } from '../statistics/testing/write.ts';
import { prepareDta } from './dta.ts';

/** The tags at which the fourteen places of the map point, in their order ("help dta", 5.2); the last is the end. */
const mapped = [
  '<stata_dta>',
  '<map>',
  '<variable_types>',
  '<varnames>',
  '<sortlist>',
  '<formats>',
  '<value_label_names>',
  '<variable_labels>',
  '<characteristics>',
  '<data>',
  '<strls>',
  '<value_labels>',
  '</stata_dta>',
];

/** The text of the characteristic of a variable, as the format has it: length, two names of 129 bytes, text and NUL. */
function characteristics(bytes: Uint8Array): [string, string, string][] {
  const buffer = Buffer.from(bytes);
  const found: [string, string, string][] = [];
  const end = buffer.indexOf('</characteristics>');
  let at = buffer.indexOf('<characteristics>') + '<characteristics>'.length;
  const text = (from: number, to: number): string => buffer.toString('utf8', from, to).replace(/\0.*$/su, '');
  while (at < end) {
    const length = buffer.readUInt32LE(at + 4);
    const body = at + 8;
    found.push([text(body, body + 129), text(body + 129, body + 258), text(body + 258, body + length)]);
    expect(buffer.toString('latin1', body + length, body + length + 5)).toBe('</ch>');
    at = body + length + 5;
  }
  return found;
}

describe('a Stata file', () => {
  it('has the same bytes whenever it is written', async () => {
    const first = await writeTable(prepareDta, sampleVariables, sampleRows);
    const second = await writeTable(prepareDta, sampleVariables, sampleRows);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(first.warnings).toEqual([]);
  });

  it('has a map whose places are right, with long texts and without', async () => {
    for (const rows of [sampleRows, sampleRows.map((row) => row.map((cell, at) => (at === 7 ? 'short' : cell)))]) {
      const buffer = Buffer.from((await writeTable(prepareDta, sampleVariables, rows)).bytes);
      const map = buffer.indexOf('<map>') + 5;
      for (const [index, tag] of mapped.entries()) {
        const place = Number(buffer.readBigUInt64LE(map + 8 * index));
        expect(buffer.toString('latin1', place, place + tag.length)).toBe(tag);
      }
      expect(Number(buffer.readBigUInt64LE(map + 8 * 13))).toBe(buffer.length);
    }
  });

  it('keeps notes of variables, labels that were cut, and what missing values mean', async () => {
    const label = 'l'.repeat(81);
    const note = 'Asked of\nall “coders”';
    const missing = [{ value: 99, label: 'not codable' }];
    const { bytes, warnings } = await writeTable(prepareDta, [variable('x', { label, note, missing })], [[1], [99]]);
    expect(characteristics(bytes)).toEqual([
      ['x', 'note0', '3'],
      ['x', 'note1', label],
      ['x', 'note2', 'Asked of all “coders”'],
      ['x', 'note3', 'Missing values: .a = 99 (not codable)'],
    ]);
    expect(warnings).toEqual([
      {
        variable: 'x',
        row: null,
        message: `the label is cut to 80 characters, “${'l'.repeat(80)}”; the whole is kept as a note`,
      },
    ]);
  });

  it('tells how each column stands in it', async () => {
    const { file } = await writeTable(prepareDta, sampleVariables, sampleRows);
    expect(file.columns.map(({ storage }) => storage)).toEqual([
      'str25', 'byte', 'byte', 'double', 'double', 'long', 'double', 'strL', 'double',
    ]); // prettier-ignore
    expect(file.columns[1]?.missing).toEqual([
      { value: -98, label: 'not codable', stored: '.a' },
      { value: -99, label: 'not applicable', stored: '.b' },
    ]);
  });

  it('writes a long text once for rows that follow each other', async () => {
    const article = 'word '.repeat(1000);
    const rows = Array.from({ length: 100 }, () => [article]);
    const { bytes } = await writeTable(prepareDta, [variable('t', { kind: 'text' })], rows);
    expect(bytes.length).toBeLessThan(10_000);
  });
});

describe('what Stata cannot hold is told', () => {
  it('labels of values that are not whole numbers', async () => {
    const valueLabels = [
      { value: 1, label: 'one' },
      { value: 1.5, label: 'one and a half' },
      { value: 3e9, label: 'many' },
    ];
    const { warnings, file } = await writeTable(prepareDta, [variable('x', { valueLabels })], []);
    expect(file.columns[0]?.valueLabels).toEqual([{ value: 1, label: 'one' }]);
    expect(warnings.map(({ message }) => message)).toEqual([
      'Stata labels whole numbers only: the label “one and a half” of 1.5 is left out',
      'Stata labels whole numbers only: the label “many” of 3000000000 is left out',
    ]);
  });

  it('labels of texts, and missing codes beyond the 26th', async () => {
    const missing = Array.from({ length: 27 }, (_, index) => ({ value: -1 - index, label: `code ${index}` }));
    const text = variable('t', {
      kind: 'text',
      valueLabels: [{ value: 1, label: 'one' }],
      missing: missing.slice(0, 1),
    });
    const { warnings, file } = await writeTable(prepareDta, [variable('x', { missing }), text], [[-27, '1']]);
    expect(file.columns[0]?.missing.at(-1)?.stored).toBe('.');
    expect(warnings.map(({ variable: name, message }) => `${String(name)}: ${message}`)).toEqual([
      'x: Stata has 26 kinds of missing values; -27 becomes “.” without a label',
      't: Stata labels numbers only: the labels of this text variable are left out',
      't: Stata has no missing texts: missing codes stay in the column as their digits',
    ]);
  });

  it('dates before the year 100, and numbers above its largest', async () => {
    const variables = [variable('d', { kind: 'date' }), variable('n')];
    const { warnings } = await writeTable(prepareDta, variables, [
      ['0099-12-31', 9e307],
      ['0100-01-01', 8e307],
    ]);
    expect(warnings).toEqual([
      {
        variable: 'd',
        row: 1,
        message: '“0099-12-31” is before 1 January 100, where the dates of Stata begin; left missing',
      },
      { variable: 'n', row: 1, message: '“9e+307” is not a number that Stata can hold; left missing' },
    ]);
  });

  it('more variables than the format counts', async () => {
    const variables = Array.from({ length: 32_768 }, (_, index) => variable(`v${index}`));
    await expect(writeTable(prepareDta, variables, [])).rejects.toThrow('at most 32,767 variables');
  });
});
