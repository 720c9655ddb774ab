import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

const unzip = spawnSync('unzip', ['-v']).status === 0;

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(...['a', 'b'].map((name) => project.put(`${name}.txt`, `😀 one two ${name}.`)));
  for (const coder of ['Ada', 'Ben']) {
    await project.client.call('coders.identify', { name: coder });
    await project.code([
      { document: 'a', start: 2, end: 5, code: 'Yes & no' },
      { document: 'b', start: 2, end: coder === 'Ada' ? 5 : 9, code: 'Yes & no' },
    ]);
  }
});
afterEach(() => project.end());

const read = (name: string): string => readFileSync(join(project.folder, 'out', name), 'utf8');

async function write(unit: 'span' | 'sentence', ...files: ('csv' | 'docx' | 'svg' | 'units' | 'methods')[]) {
  const folder = project.app.grants.grant(join(project.folder, 'out'));
  return project.client.run('reliability.export', { unit, draws: 200, seed: 3, folder, files });
}

describe('the export of a report on agreement', () => {
  test('holds the figures of the report, row by row', async () => {
    expect((await write('span', 'csv', 'methods')).files).toEqual(['agreement.csv', 'agreement-methods.txt']);
    const report = await project.client.run('reliability.run', { draws: 200, seed: 3 });
    const rows = read('agreement.csv')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const [head, ...body] = rows;
    const at = (name: string): number => head?.indexOf(name) ?? -1;
    const overall = body.find((row) => row[at('about')] === 'all' && row[at('measure')] === 'uα');
    expect(Number(overall?.[at('value')])).toBe(report.spans?.placesAndCodes.value);
    // Two articles are too few for limits.
    expect([overall?.[at('low')], overall?.[at('interval')]]).toEqual(['', report.spans?.placesAndCodes.interval]);
    expect(body.every((row) => row[at('value')] !== '' || row[at('reason')] !== '')).toBe(true);
    expect(read('agreement-methods.txt')).toBe(`${report.methods}\n`);
  });

  test('gives R the passages, or a column for each coder', async () => {
    await write('span', 'units');
    expect(read('agreement-units.csv')).toBe(
      [
        'document,length,coder,start,end,code',
        'a,12,Ada,2,5,Yes & no',
        'a,12,Ben,2,5,Yes & no',
        'b,12,Ada,2,5,Yes & no',
        'b,12,Ben,2,9,Yes & no',
        '',
      ].join('\r\n'),
    );
    await write('sentence', 'units');
    expect(read('agreement-units.csv')).toBe(
      ['name,document,start,end,Ada,Ben', 'Yes & no,a,0,12,1,1', 'Yes & no,b,0,12,1,1', ''].join('\r\n'),
    );
  });

  test('draws the intervals as a picture that stands alone', async () => {
    await write('span', 'svg');
    const svg = read('agreement.svg');
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(svg).toContain('Yes &amp; no');
    expect(svg.match(/<circle /gu)?.length).toBeGreaterThanOrEqual(2);
    expect(svg).toContain('>.667<');
    expect(svg).not.toMatch(/NaN|undefined/u);
  });

  test('brings the plot along for who can paint it, and writes the painted one whole', async () => {
    const folder = project.app.grants.grant(join(project.folder, 'out'));
    const asked = { unit: 'span', draws: 200, seed: 3, folder } as const;
    const { files, plot } = await project.client.run('reliability.export', { ...asked, files: ['svg'], plot: true });
    expect(files).toEqual(['agreement.svg']);
    expect(plot).toBe(read('agreement.svg'));
    // One white pixel, as libpng writes it.
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';
    expect(await project.client.run('reliability.picture', { folder, png })).toMatchObject({ file: 'agreement.png' });
    expect(readFileSync(join(project.folder, 'out', 'agreement.png')).toString('base64')).toBe(png);
    const text = Buffer.from('no picture').toString('base64');
    await expect(project.client.run('reliability.picture', { folder, png: text })).rejects.toThrow('not a PNG');
    expect(readFileSync(join(project.folder, 'out', 'agreement.png')).toString('base64')).toBe(png);
  });

  test.skipIf(!unzip)('is a Word document with its tables (skipped where there is no unzip)', async () => {
    await write('span', 'docx');
    const path = join(project.folder, 'out', 'agreement.docx');
    const xml = execFileSync('unzip', ['-p', path, 'word/document.xml'], { encoding: 'utf8' });
    expect(xml.match(/<w:tbl>/gu)).toHaveLength(3);
    expect(xml).toContain('Yes &amp; no');
    expect(xml).toContain('Ada / Ben');
  });
});
