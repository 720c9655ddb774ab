/** Reliability: coders who differ, figures that are known from elsewhere, and the way down to the words. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsv } from './support/csv.ts';
import { countColours } from './support/png.ts';
import { madeOnce } from './support/madeOnce.ts';
import { codeAs, sampleNames, sampleStudy, textStudy } from './support/reliabilityProject.ts';
import type { Given, Study } from './support/reliabilityProject.ts';
import { choose, row, view } from './support/reliabilityView.ts';
import { expectSoundInBoth } from './support/sound.ts';
import { identify, parts, pressButton } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-reliability-'));
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

test.describe('two coders of the sample’s articles', () => {
  const file = join(place, 'Strike.galley');
  test.use({ files: [file] });
  test.beforeEach(() =>
    madeOnce(file, () => {
      codeSample(sampleStudy(place, file));
    }),
  );

  /**
   * Both read all eight articles. Ada finds conflict in the first four, Ben in the first three and the fifth: six of eight
   * agree. Sixteen values, eight of each: D_o = 2/8, D_e = 2·8·8 / (16·15) = 8/15, α = 1 − (1/4)/(8/15) = 17/32 = .531.
   */
  function codeSample(study: Study): void {
    const passages = (places: readonly number[], code: string): Given[] =>
      places.map((at) => ({ document: sampleNames[at] ?? '', start: 0, end: 10, code }));
    const all = sampleNames.map((_, at) => at);
    codeAs(study, 'Ada', [...passages(all, 'Read'), ...passages([0, 1, 2, 3], 'Conflict')]);
    codeAs(study, 'Ben', [...passages(all, 'Read'), ...passages([0, 1, 2, 4], 'Conflict')]);
  }

  test('agree as reckoned by hand, and an undefined figure says why', async ({ workbench: { page } }) => {
    await expect(parts(page).documents.getByRole('option')).toHaveCount(8);
    await page.keyboard.press('Alt+7');
    const { main, form, values, methods } = view(page);
    await expect(form.getByRole('button', { name: 'Measure' }).first()).toBeFocused();
    await choose(page, 'Unit', 'Articles');
    await page.keyboard.press('Alt+m');
    await expect(main.getByRole('heading', { name: /^8 articles with two or more coders/u })).toBeVisible();
    await expect(row(values, 'Conflict')).toContainText(/\.531 \[/u);
    await expect(row(values, 'Conflict')).toContainText('75 %');
    await expect(row(values, 'Conflict')).toContainText('not reliable');
    // Everybody read everything: that is 100 % agreement, and nothing that could be called reliable.
    await expect(row(values, 'Read')).toContainText('undefined: every value is the same');
    await expect(main).toContainText(
      'Text without a code in such an article means that the code does not apply there.',
    );
    await expect(methods).toContainText('.531');
    await methods.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Copied.');
    await expectSoundInBoth(page, 'figures');
  });

  test('leave a report in files: tables, Word, the plot as SVG and PNG, the matrix for R, the methods', async ({
    workbench: { page },
  }) => {
    await expect(parts(page).documents.getByRole('option')).toHaveCount(8);
    await page.keyboard.press('Alt+7');
    const { main, methods } = view(page);
    await choose(page, 'Unit', 'Articles');
    await page.keyboard.press('Alt+m');
    await pressButton(main.getByRole('button', { name: 'Export…' }));
    const dialog = page.getByRole('dialog', { name: 'Export the report on agreement' });
    await expect(dialog.getByRole('group', { name: 'Folder' })).toContainText(join(place, 'Exports', 'Strike'));
    for (const box of await dialog.getByRole('checkbox').all()) if (!(await box.isChecked())) await box.press('Space');
    await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(6);
    await expectSoundInBoth(page, 'report');
    await pressButton(dialog.getByRole('button', { name: 'Export', exact: true }));
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('agreement.png');
    const read = (name: string): Buffer => readFileSync(join(place, 'Exports', 'Strike', name));
    const conflict = readCsv(read('agreement.csv')).find(
      ({ about, name, measure }) => about === 'all' && name === 'Conflict' && measure?.startsWith('α'),
    );
    expect(Number(conflict?.['value'])).toBeCloseTo(17 / 32, 12);
    const matrix = readCsv(read('agreement-units.csv')).filter(({ name }) => name === 'Conflict');
    expect(matrix.map(({ Ada }) => Ada).join('')).toBe('11110000');
    expect(matrix.map(({ Ben }) => Ben).join('')).toBe('11101000');
    expect(read('agreement-methods.txt').toString().trim()).toBe(await methods.getByRole('paragraph').textContent());
    expect(read('agreement.docx').subarray(0, 2).toString()).toBe('PK');
    const svg = read('agreement.svg').toString();
    expect(svg).toContain('Conflict');
    // The picture has three pixels for one of the drawing, and is not an empty sheet.
    const png = read('agreement.png');
    const [width, height] = /width="(\d+)" height="(\d+)"/u.exec(svg)?.slice(1).map(Number) ?? [];
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([(width ?? 0) * 3, (height ?? 0) * 3]);
    expect(countColours(png)).toBeGreaterThan(10);
  });

  test('are taken from a figure to the words, marked, and settled in an agreed version', async ({
    workbench: { page },
  }) => {
    test.setTimeout(180_000);
    await expect(parts(page).documents.getByRole('option')).toHaveCount(8);
    await page.getByRole('button', { name: 'Who is coding?' }).click();
    await identify(page, 'Cleo');
    await page.keyboard.press('Alt+7');
    const { main, values, agreed } = view(page);
    await choose(page, 'Unit', 'Articles');
    await page.keyboard.press('Alt+m');
    await expect(agreed).toContainText('Not begun.');

    // From the figure to the matrix: three articles both, three neither, one each alone.
    await values.getByRole('button', { name: 'Who said what: Conflict' }).focus();
    await page.keyboard.press('Enter');
    const matrix = main.getByRole('grid', { name: 'Rows: Ada. Columns: Ben.' });
    const onlyAda = matrix.getByRole('button', { name: 'Ada: Conflict. Ben: no code. 1 place' });
    await expect(matrix.getByRole('button', { name: 'Ada: Conflict. Ben: Conflict. 3 places' })).toBeVisible();
    await expect(matrix.getByRole('button', { name: 'Ada: no code. Ben: Conflict. 1 place' })).toBeVisible();
    await expect(onlyAda).toBeFocused();
    await expectSoundInBoth(page, 'passages');

    // From the cell to the place, and what is said about it.
    await page.keyboard.press('Enter');
    const places = main.getByRole('region', { name: 'Places' });
    const article = places.getByRole('listitem', { name: '04-who-is-paying' });
    await expect(article).toBeFocused();
    await expect(article.getByRole('region', { name: 'Ben' })).toContainText('marked nothing here');
    await expect(article.getByRole('region', { name: 'Ada' })).toContainText('Conflict');
    await page.keyboard.press('u');
    await expect(parts(page).status).toContainText('Undo: Mark a disagreement: unclear rule');
    await expect(article.getByRole('button', { name: 'Unclear rule' })).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('m');
    await article.getByRole('textbox', { name: 'Memo on this disagreement' }).fill('Is a threat a conflict?');
    await page.keyboard.press('Tab');
    await expect(parts(page).status).toContainText('Undo: Discuss a disagreement');
    await article.focus();
    await page.keyboard.press('1');
    await expect(article).toContainText(/Settled by Cleo/u);
    await expect(article.getByRole('region', { name: 'Agreed version' })).toContainText('Conflict');
    await expectSoundInBoth(page, 'marked');

    // From the place to the text.
    await article.focus();
    await page.keyboard.press('Enter');
    await expect(parts(page).reader).toBeFocused();
    await expect(parts(page).documents.getByRole('option', { name: '04-who-is-paying' })).toHaveAttribute(
      'aria-selected',
      'true',
    );

    // Eight “Read” and three “Conflict” are alike, and one was settled: twelve codings.
    await page.keyboard.press('Alt+7');
    await main.getByRole('button', { name: 'All figures' }).click();
    await expect(agreed).toContainText('1 coding and 0 answers in 1 article.');
    await agreed.getByRole('button', { name: 'Take over what agrees…' }).click();
    await page
      .getByRole('dialog', { name: 'Start the agreed version' })
      .getByRole('button', { name: 'Take over' })
      .click();
    await expect(agreed).toContainText('12 codings and 0 answers in 8 articles.');
    await expect(agreed).toContainText('1 disagreement settled, 0 disagreements marked and open.');

    // The figures follow. Ada is followed everywhere; Ben departs in two of eight articles, as he does from her.
    await expect(main.getByRole('status').filter({ hasText: 'have changed since' })).toBeVisible();
    await page.keyboard.press('Alt+m');
    const against = main.getByRole('table', { name: 'Each coder against the agreed version' });
    const conflict = against.getByRole('row', { name: 'Conflict' });
    await expect(conflict).toHaveCount(2);
    await expect(conflict.first()).toContainText('1.000100 %');
    await expect(conflict.last()).toContainText('.53175 %');
    await expectSoundInBoth(page, 'agreed');

    for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z');
    await expect(agreed).toContainText('Not begun.');
  });
});

test.describe('three coders of one text', () => {
  const file = join(place, 'Alex.galley');
  test.use({ files: [file] });

  /** Alex, Paul and Suzan on sixty characters: Krippendorff, Mathet, Bouvry & Widlöcher 2016, figures as printed there. */
  const units: Readonly<Record<string, readonly (readonly [number, number, string])[]>> = {
    Alex: [
      [2, 9, '1'],
      [11, 17, '2'],
      [24, 30, '5'],
      [32, 36, '6'],
      [36, 44, '6'],
      [44, 60, '7'],
    ],
    Paul: [
      [2, 9, '1'],
      [11, 17, '3'],
      [19, 25, '5'],
      [32, 44, '6'],
    ],
    Suzan: [
      [2, 9, '1'],
      [11, 17, '4'],
      [21, 27, '5'],
      [32, 36, '6'],
      [36, 40, '6'],
      [40, 44, '6'],
    ],
  };

  test.beforeEach(() =>
    madeOnce(file, () => {
      const study = textStudy(place, file, { text: 'x'.repeat(60) });
      for (const [coder, marked] of Object.entries(units)) {
        codeAs(
          study,
          coder,
          marked.map(([start, end, code]) => ({ document: 'text', start, end, code: `Code ${code}` })),
        );
      }
    }),
  );

  test('mark the same places and codes as far as was printed', async ({ workbench: { page } }) => {
    await expect(parts(page).documents.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Alt+7');
    await page.keyboard.press('Alt+m');
    const { questions, codes } = view(page);
    await expect(row(questions, 'Same places?')).toContainText('.413');
    await expect(row(questions, 'Same places and codes?')).toContainText('.510');
    await expect(row(questions, 'Same code where both marked?')).toContainText('.724');
    await expect(row(codes, 'Code 5')).toContainText('on 44 %');
    await expectSoundInBoth(page, 'places');
  });
});
