import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import type { CodebookEntry } from './entry.ts';
import { codebookFormat } from './file.ts';
import { hueAngles, hueColor, hueTone, nearestHue } from './hues.ts';

/** A format with texts in place of bytes, and codes alone. */
function codesOf(name: string): { read(text: string): CodebookEntry[] } {
  const format = codebookFormat(name);
  return { read: (text) => format.read({ bytes: new TextEncoder().encode(text) }).codes };
}

const csv = codesOf('book.CSV');
const json = codesOf('book.json');

function faultsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof AppError) return String(error.details['faults'] ?? error.message).split('\n');
    throw error;
  }
  return [];
}

describe('a codebook file', () => {
  it('is refused by its name when the format is unknown', () => {
    expect(() => codebookFormat('book.xlsx')).toThrow('book.xlsx: a codebook file ends in .csv, .json or .qdc');
    expect(() => codebookFormat('constructor')).toThrow(AppError);
  });
});

describe('a codebook table', () => {
  it('may name the code above in a column of its own', () => {
    expect(csv.read('parent;name;definition\n;Frames;How it is told\nFrames;Conflict;\n')).toEqual([
      { path: ['Frames'], definition: 'How it is told' },
      { path: ['Frames', 'Conflict'], definition: '' },
    ]);
  });

  it('says nothing about columns that it does not have', () => {
    expect(csv.read('path\nFrames / Conflict\n')).toEqual([{ path: ['Frames', 'Conflict'] }]);
  });

  it('takes colours from the palette or as #rrggbb', () => {
    expect(csv.read('path,colour\nA,3\nB,#1F4E8C\nC,\nD,#808080\n')).toEqual([
      { path: ['A'], hue: 3 },
      { path: ['B'], hue: 9 },
      { path: ['C'] },
      { path: ['D'] },
    ]);
  });

  it('passes over an unknown column that is empty and refuses one that is not', () => {
    expect(csv.read('path,remarks\nA,\n')).toEqual([{ path: ['A'] }]);
    expect(() => csv.read('path,remarks\nA,see B\n')).toThrow('the column “remarks” is unknown and would be lost');
  });

  it('needs a column that names the codes', () => {
    expect(() => csv.read('nom,definition\n,x\n')).toThrow('the table needs a column “path”');
  });

  it('names every row at fault, and what is wrong with it', () => {
    const table = [
      'path,color,pattern,key',
      'A,13,,',
      'B,#12,,',
      'C,,dotted,',
      'D,,,x',
      'E,,,1',
      'F,,,1',
      'E,,,',
      ',4,,',
      'G / / H,,,',
    ].join('\n');
    expect(faultsOf(() => csv.read(table))).toEqual([
      'row 2: “13” is not a colour; write 1 to 12 (a place in the palette) or #rrggbb',
      'row 3: “#12” is not a colour; write 1 to 12 (a place in the palette) or #rrggbb',
      'row 4: “dotted” is not a pattern; write plain or striped',
      'row 5: “x” is not a key; write one digit, 0 to 9',
      'row 9: the code has no name',
      expect.stringMatching(/^row 10: /u),
      'row 7: the key 1 belongs to “E” already; give each key to one code',
      'row 8: “E” stands already in row 6; name each code once',
    ]);
    expect(() => csv.read(table)).toThrow('(and 7 more: row 3, row 4, row 5, row 9, row 10 …). Nothing was changed.');
  });

  it('names anchors that do not fit their examples, and rows that are neither a code nor a set', () => {
    const table = [
      'path,example,anchor,set,rule',
      'A,one,12-45',
      'B,"one\n\ntwo",12-45 Harbour',
      'C,,3-4 Harbour',
      ',words,,Tone,warn',
      ',,,Tone,warn',
      ',,,Tone,refuse',
      ',,,,warn',
    ].join('\n');
    expect(faultsOf(() => csv.read(table))).toEqual([
      'row 2: “12-45” is no anchor; write “12-45 NAME OF THE DOCUMENT”, or “none”',
      'row 3: lines of “anchor”: 1, examples: 2; write a line for each example, “none” where it has no place',
      'row 4: lines of “anchor”: 1, examples: 0; write a line for each example, “none” where it has no place',
      'row 5: the code has no name',
      'row 8: the code has no name',
      'row 7: the set “Tone” has the rule “warn” in row 6, and another one here',
    ]);
    expect(() => csv.read('path,anchor\nA,1-2 X\n')).toThrow('header: a column “anchor”');
    const bytes = new TextEncoder().encode('parent,name,set,rule\n,A,,\n,,Tone,refuse\n');
    expect(codebookFormat('book.csv').read({ bytes })).toMatchObject({
      codes: [{ path: ['A'], exclusiveSet: null }],
      sets: [{ name: 'Tone', rule: 'refuse' }],
    });
  });
});

describe('a codebook in JSON', () => {
  it('names the code at fault', () => {
    const text = JSON.stringify({
      galley: 'codebook',
      version: 1,
      codes: [{ path: 'A' }, { path: 'B', hue: 0 }, { path: 'A' }, 7],
    });
    const faults = faultsOf(() => json.read(text));
    expect(faults.map((fault) => fault.slice(0, 11))).toEqual(['code 2: hue', 'code 4: an ', 'code 3: “A”']);
  });

  it('refuses other JSON, later versions and what is not JSON', () => {
    expect(() => json.read('[]')).toThrow('this is not a Galley codebook');
    expect(() => json.read('{"galley":"codebook","version":3,"codes":[]}')).toThrow('a newer Galley reads it');
    expect(() => json.read('{')).toThrow('not valid JSON');
  });
});

describe('colours', () => {
  it('are those of the window', () => {
    const tokens = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');
    const light = tokens.slice(0, tokens.indexOf("[data-theme='dark']"));
    const angles = hueAngles.map(
      (_, index) => new RegExp(`--hue-${index + 1}: oklch\\(\\S+ \\S+ (\\d+)\\)`, 'u').exec(light)?.[1],
    );
    expect(angles.map(Number)).toEqual([...hueAngles]);
  });

  it('are written so that they are read back as the same place, with the window’s lightness and chroma', () => {
    for (let hue = 1; hue <= hueAngles.length; hue++) expect(nearestHue(hueColor(hue))).toBe(hue);
    const tokens = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');
    expect(tokens).toContain(`--hue-1: oklch(${hueTone.lightness} ${hueTone.chroma} `);
  });

  // Hue angles in OKLCH of CSS colours, from the CSS Color 4 samples: red 29.2, lime 142.5, blue 264.1, yellow 109.8,
  // cyan 194.8, magenta 328.4.
  it.each([
    ['#ff0000', 1],
    ['#0f0', 10],
    ['#0000ff', 9],
    ['#ffff00', 8],
    ['#00ffff', 4],
    ['#ff00ff', 6],
  ])('%s is nearest to hue %i', (color, hue) => {
    expect(nearestHue(color)).toBe(hue);
  });
});
