import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, isFormula, unguardFormula } from './formulas.ts';
import { readCsv, sniffDelimiter } from './reader.ts';
import { byteOrderMark, csvRows } from './writer.ts';
import type { Cell } from './writer.ts';

const python = spawnSync('python3', ['--version']).status === 0;
const r = spawnSync('Rscript', ['--version']).status === 0;

/** Cells that break careless writers. */
const hard = [
  'plain',
  '',
  ' blanks at both ends ',
  'comma, semicolon; tab\there',
  'a "quoted" word',
  '"',
  'first line\nsecond line',
  'windows\r\nline end',
  'old mac\rline end',
  'family 👨‍👩‍👧, flag 🇳🇴, e\u0301 decomposed, שלום, 漢字',
  '\uFEFFmark inside',
  "it's",
];

describe('writing CSV', () => {
  it('follows RFC 4180: commas, CRLF after every record, quotes doubled', () => {
    const rows = [
      ['document', 'quote'],
      ['a,b', 'she said "no"'],
      ['c', 'two\nlines'],
    ];
    expect(csvRows(rows, { raw: false })).toBe('document,quote\r\n"a,b","she said ""no"""\r\nc,"two\nlines"\r\n');
  });

  it('writes a lone empty cell so that its row is not lost', () => {
    expect(csvRows([[''], ['x']], { raw: false })).toBe('""\r\nx\r\n');
  });

  it('guards text that a spreadsheet would run, and leaves numbers alone', () => {
    const row: Cell[] = ['=1+1', '@SUM(A1)', '-2', '+1.5', -2, null, '- said she'];
    expect(csvRows([row], { raw: false })).toBe("'=1+1,'@SUM(A1),-2,+1.5,-2,,'- said she\r\n");
    expect(csvRows([row], { raw: true })).toBe('=1+1,@SUM(A1),-2,+1.5,-2,,- said she\r\n');
  });

  it('comes back as it was through our own reader, whatever the cells hold', () => {
    const row = fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const kept = rows.filter((cells) => cells.some((cell) => cell !== ''));
        const text = csvRows([['a', 'b', 'c'], ...kept], { raw: false });
        expect(readCsv(text, { delimiter: ',' }).rows.map(({ cells }) => cells.map(unguardFormula))).toEqual(kept);
      }),
      { seed: 4180, numRuns: 300, verbose: true },
    );
  });

  it.skipIf(!python)('is read alike by Python’s csv module (skipped where there is no python3)', () => {
    const text = byteOrderMark + csvRows([['value'], ...hard.map((cell) => [cell])], { raw: true });
    const script =
      'import csv,io,json,sys\n' +
      "text=sys.stdin.buffer.read().decode('utf-8-sig')\n" +
      "print(json.dumps([row[0] for row in csv.reader(io.StringIO(text,newline=''),strict=True)]))";
    const read: unknown = JSON.parse(execFileSync('python3', ['-c', script], { input: text, encoding: 'utf8' }));
    expect(read).toEqual(['value', ...hard]);
  });

  it('puts tabs between cells for TSV, and quotes around cells that hold a tab, a quote or a line end', () => {
    const rows: Cell[][] = [
      ['a,b', 'c'],
      ['x\ty', 'two\nlines'],
      ['say "no"', '=1+1'],
    ];
    expect(csvRows(rows, { raw: false, delimiter: '\t' })).toBe(
      'a,b\tc\r\n"x\ty"\t"two\nlines"\r\n"say ""no"""\t\'=1+1\r\n',
    );
  });

  it.skipIf(!python)('is read alike by Python as TSV (skipped where there is no python3)', () => {
    const text = csvRows([['value', 'n'], ...hard.map((cell) => [cell, 1])], { raw: true, delimiter: '\t' });
    const script =
      'import csv,io,json,sys\n' +
      "text=sys.stdin.buffer.read().decode('utf-8')\n" +
      "print(json.dumps([row[0] for row in csv.reader(io.StringIO(text,newline=''),'excel-tab',strict=True)]))";
    const read: unknown = JSON.parse(execFileSync('python3', ['-c', script], { input: text, encoding: 'utf8' }));
    expect(read).toEqual(['value', ...hard]);
  });

  it.skipIf(!r)('is read alike by R’s read.delim as TSV (skipped where there is no Rscript)', () => {
    const cells = hard.filter((cell) => !cell.includes('\r')); // R makes every line end a line feed
    const text = csvRows([['value', 'n'], ...cells.map((cell, index) => [cell, index])], {
      raw: true,
      delimiter: '\t',
    });
    const script =
      "x <- read.delim(file('stdin', encoding='UTF-8'), na.strings=character(), strip.white=FALSE);" +
      "cat(paste0(sapply(x$value, function(v) paste(utf8ToInt(enc2utf8(v)), collapse=' ')), collapse='\\n'))";
    const points = execFileSync('Rscript', ['-e', script], { input: text, encoding: 'utf8' }).split('\n');
    expect(
      points.map((line) => (line === '' || line === 'NA' ? '' : String.fromCodePoint(...line.split(' ').map(Number)))),
    ).toEqual(cells);
  });

  it.skipIf(!r)('is read alike by R (skipped where there is no Rscript)', () => {
    const cells = hard.filter((cell) => !cell.includes('\r')); // R makes every line end a line feed
    const text = csvRows([['value', 'n'], ...cells.map((cell, index) => [cell, index])], { raw: true });
    const script =
      "x <- read.csv(file('stdin', encoding='UTF-8'), na.strings=character(), strip.white=FALSE);" +
      "cat(paste0(sapply(x$value, function(v) paste(utf8ToInt(enc2utf8(v)), collapse=' ')), collapse='\\n'))";
    const points = execFileSync('Rscript', ['-e', script], { input: text, encoding: 'utf8' }).split('\n');
    expect(
      points.map((line) => (line === '' || line === 'NA' ? '' : String.fromCodePoint(...line.split(' ').map(Number)))),
    ).toEqual(cells);
  });
});

describe('formula safety', () => {
  it.each(['=A1', '+cmd', '-1+2', '@x', '\tx', '\rx', '\nx', '  =A1', '＝A1', '-', '+1 234'])(
    'takes %j for a formula',
    (cell) => {
      expect(isFormula(cell)).toBe(true);
    },
  );

  it.each(['-2', '+1.5', '-2,5', '1e5', '-1.2E-7', '+.5', 'a=b', '', 'a-b', '–dash', "'quoted'"])(
    'takes %j for what it is',
    (cell) => {
      expect(isFormula(cell)).toBe(false);
    },
  );

  it('can always be taken back', () => {
    const cell = fc.string({ unit: fc.constantFrom("'", '=', '-', '2', ' ', 'x', '\t') });
    fc.assert(
      fc.property(cell, (value) => {
        expect(isFormula(guardFormula(value))).toBe(false);
        expect(unguardFormula(guardFormula(value))).toBe(value);
      }),
      { seed: 7, numRuns: 2000, verbose: true },
    );
  });
});

describe('reading CSV', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb\n1\t2', '\t'],
    ['"a;x",b\n1,2', ','],
    ['only\n1', ','],
  ])('sees what separates the columns of %j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });

  it('obeys the sep= line of Excel, and a byte order mark', () => {
    const file = readCsv('\uFEFFsep=;\r\npath;key\r\nA;1\r\n');
    expect(file.header).toEqual(['path', 'key']);
    expect(file.rows).toEqual([{ line: 3, row: 3, cells: ['A', '1'] }]);
  });

  it('counts lines and rows past empty lines and cells with line ends', () => {
    const { rows } = readCsv('a,b\n1,"x\ny"\n\n2,3\n');
    expect(rows.map(({ line, row }) => ({ line, row }))).toEqual([
      { line: 2, row: 2 },
      { line: 5, row: 4 },
    ]);
  });

  it('names the line on which a quote was left open', () => {
    expect(() => readCsv('a,b\n1,2\n\n3,"open\nand\nmore\n')).toThrow('line 4: a quote is opened and never closed');
  });

  it('names the line of a row with too many cells', () => {
    expect(() => readCsv('a,b\n1,2\n1,2,3\n')).toThrow('line 3: 3 cells, but the header names 2 columns');
  });

  it('says when there is nothing', () => {
    expect(() => readCsv('\n\n')).toThrow('the file holds no rows');
  });
});
