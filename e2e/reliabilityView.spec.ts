/** The Reliability view beside the figures of codes: variables, figures by a fact, Cancel, marked disagreements, blind coders. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeOnce } from './support/madeOnce.ts';
import { answerAs, codeAs, documentsOf, textStudy } from './support/reliabilityProject.ts';
import type { Study } from './support/reliabilityProject.ts';
import { choose, row, view } from './support/reliabilityView.ts';
import { expectSoundInBoth } from './support/sound.ts';
import { identify, parts, pressButton } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-reliability-view-'));
test.afterAll(() => rmSync(place, { recursive: true, force: true }));
test.describe.configure({ timeout: 180_000 });

const names = ['t1', 't2', 't3', 't4', 't5', 't6'];

function study(file: string): Study {
  return textStudy(
    place,
    file,
    Object.fromEntries(names.map((name) => [name, `The owners of ${name} called it theft. Nobody was hurt.`])),
  );
}

test.describe('two coders who answered and coded', () => {
  const file = join(place, 'Answers.galley');
  test.use({ files: [file] });

  /**
   * Conflict, 0 or 1: Ada 111000, Ben 110100. D_o = 2/6, D_e = 2·6·6 / (12·11) = 6/11, α = 1 - 11/18 = .389. In each of two
   * outlets one of three differs and five of six values are alike: D_o = 1/3, D_e = 2·5·1 / (6·5) = 1/3, α = 0.
   */
  test.beforeEach(() =>
    madeOnce(file, () => {
      const one = study(file);
      const documents = documentsOf(one);
      names.forEach((name, at) =>
        one.call('documents.setFact', {
          document: documents[name],
          variable: 'site',
          value: at < 3 ? 'Herald' : 'Post',
        }),
      );
      one.call('variables.create', { scope: 'document', name: 'conflict', level: 'interval' });
      const answers = { Ada: '111000', Ben: '110100' };
      for (const [coder, given] of Object.entries(answers)) {
        answerAs(
          one,
          coder,
          names.map((document, at) => ({ document, variable: 'conflict', value: given[at] ?? '' })),
        );
        const start = coder === 'Ada' ? 0 : 4;
        const codes = Array.from({ length: 20 }, (_, at) => `Code ${at}`);
        codeAs(
          one,
          coder,
          names.flatMap((document) => codes.map((code) => ({ document, start, end: start + 10, code }))),
        );
      }
      one.call('disagreements.mark', { place: { document: documents['t1'], start: 4, end: 10 }, mark: 'unclear-rule' });
      one.call('disagreements.discuss', { place: { document: documents['t1'], start: 4, end: 10 }, memo: 'Who owns?' });
      one.call('disagreements.mark', { place: { document: documents['t4'], start: 20, end: 26 }, mark: 'slip' });
    }),
  );

  test('see their variables, and the figures of each outlet', async ({ workbench: { page } }) => {
    await expect(parts(page).documents.getByRole('option')).toHaveCount(6);
    await page.keyboard.press('Alt+7');
    const { main, values } = view(page);
    await choose(page, 'Measure', 'Article variables');
    await choose(page, 'Also by', 'Outlet');
    await page.keyboard.press('Alt+m');
    await expect(row(values, 'conflict')).toContainText(/\.389 \[/u);
    const outlets = main.getByRole('table', { name: /Outlet/u });
    await expect(outlets).toContainText('Herald');
    await expect(row(outlets, 'conflict').or(outlets.getByRole('row').filter({ hasText: '.000' }))).toHaveCount(2);
    await expectSoundInBoth(page, 'variables');
    await page.setViewportSize({ width: 720, height: 900 });
    await expectSoundInBoth(page, 'outlets');
  });

  test('are measured in the articles that are selected in the list', async ({ workbench: { page } }) => {
    await expect(parts(page).documents.getByRole('option')).toHaveCount(6);
    await expect(parts(page).documents.getByRole('option', { selected: true })).toHaveCount(1);
    await page.keyboard.press('Alt+1');
    await expect(parts(page).documents.getByRole('listbox')).toBeFocused();
    await page.keyboard.press('Home');
    for (let more = 0; more < 2; more++) await page.keyboard.press('Shift+ArrowDown');
    await expect(parts(page).documents.getByRole('option', { selected: true })).toHaveCount(3);
    await page.keyboard.press('Alt+7');
    const { main } = view(page);
    await choose(page, 'Measure', 'Article variables');
    await choose(page, 'Articles', '3 selected articles of the list');
    await page.keyboard.press('Alt+m');
    await expect(main.getByRole('heading', { name: /^3 articles with two or more coders/u })).toBeVisible();
    await choose(page, 'Articles', 'All that two coders have finished');
    await page.keyboard.press('Alt+m');
    await expect(main.getByRole('heading', { name: /^6 articles with two or more coders/u })).toBeVisible();
  });

  test('are measured until somebody cancels', async ({ workbench: { page } }) => {
    await expect(parts(page).documents.getByRole('option')).toHaveCount(6);
    await page.keyboard.press('Alt+7');
    const { main, form } = view(page);
    await form.getByRole('textbox', { name: 'Draws' }).fill('100000');
    await pressButton(form.getByRole('button', { name: 'Measure', exact: true }).last());
    await expect(form.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(form.getByRole('button', { name: 'Measure', exact: true }).last()).toBeVisible();
    await expect(form.getByRole('button', { name: 'Cancel' })).toBeHidden();
    await expect(form.getByRole('button', { name: 'Measure', exact: true }).last()).toBeFocused();
    await expect(main).toContainText('How well do your coders agree?');
  });

  test('go from one marked disagreement to the next by key', async ({ workbench: { page } }) => {
    await expect(parts(page).documents.getByRole('option')).toHaveCount(6);
    await page.keyboard.press('Alt+7');
    await page.keyboard.press('Alt+m');
    const marked = view(page).main.getByRole('region', { name: 'Marked disagreements' });
    await expect(marked.getByRole('listitem')).toHaveCount(2);
    await expect(marked.getByRole('listitem').first()).toContainText(
      /t1.*Unclear rule.*Discussed.*owners.*Who owns\?/u,
    );
    await marked.scrollIntoViewIfNeeded();
    await expectSoundInBoth(page, 'disagreement');
    const filter = marked.getByRole('button', { name: /Which ones/u });
    await filter.press('Enter');
    await page.getByRole('option', { name: 'Slip' }).press('Enter');
    await expect(marked.getByRole('listitem')).toHaveCount(1);
    await filter.press('Enter');
    await page.getByRole('option', { name: 'All' }).press('Enter');
    await expect(marked.getByRole('listitem')).toHaveCount(2);

    await marked.getByRole('listitem').first().getByRole('button').focus();
    await page.keyboard.press('ArrowDown');
    await expect(marked.getByRole('listitem').last().getByRole('button')).toBeFocused();
    await page.keyboard.press('Enter');
    const { reader, documents } = parts(page);
    await expect(reader).toBeFocused();
    await expect(documents.getByRole('option', { name: 't4' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Alt+Shift+G');
    await expect(documents.getByRole('option', { name: 't1' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Alt+g');
    await expect(documents.getByRole('option', { name: 't4' })).toHaveAttribute('aria-selected', 'true');
  });
});

test.describe('coders of a blind round', () => {
  const file = join(place, 'Blind.galley');
  test.use({ files: [file] });
  test.beforeEach(() =>
    madeOnce(file, () => {
      const one = study(file);
      for (const coder of ['Ada', 'Ben']) {
        const passage = (document: string) => ({ document, start: 0, end: document === 't1' ? 10 : 5, code: 'Claim' });
        codeAs(one, coder, coder === 'Ada' ? names.map(passage) : names.slice(1).map(passage));
      }
      const coders = (one.call('coders.list', {}) as { id: string }[]).map(({ id }) => id); // its answer
      const documents = Object.values(documentsOf(one));
      one.call('rounds.create', { name: 'Main study', kind: 'reliability', mode: 'blind', documents, coders });
    }),
  );

  test('are not shown how coders agree, until the round is opened', async ({ workbench: { page } }) => {
    await expect(parts(page).documents.getByRole('option')).toHaveCount(6);
    await page.getByRole('button', { name: 'Who is coding?' }).click();
    await identify(page, 'Ada');
    await page.keyboard.press('Alt+7');
    const { main, questions } = view(page);
    const note = main.getByRole('region', { name: 'You code blind in “Main study”' });
    await expect(note).toBeVisible();
    await page.keyboard.press('Alt+m');
    const notices = page.getByRole('region', { name: 'Notices' });
    await expect(notices).toContainText('You have articles in a blind round, so it is not shown how coders agree.');
    await expect(questions).toHaveCount(0);
    await expectSoundInBoth(page, 'blind');
    await pressButton(note.getByRole('button', { name: 'Open the round' }));
    await expect(note).toBeHidden();
    await page.keyboard.press('Alt+m');
    await expect(questions).toContainText('Same places?');
    await expect(main.getByRole('button', { name: /^Who said what/u }).first()).toBeVisible();
  });
});
