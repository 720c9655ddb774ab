/** One text, several coders: whose each coding is, equal codings as one, and tints that do not deepen with their number. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { galley } from './support/commandLine.ts';
import { madeOnce } from './support/madeOnce.ts';
import { codeAs, documentsOf, textStudy } from './support/reliabilityProject.ts';
import { expectSoundInBoth } from './support/sound.ts';
import { identify, openDocument, parts } from './support/window.ts';
import { expect, test } from './support/workbench.ts';

const place = mkdtempSync(join(tmpdir(), 'galley-whose-codings-'));
const file = join(place, 'Three.galley');
test.use({ files: [file] });
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

const texts = {
  quay: [
    'The dockers stopped work at six. The ministry called it a betrayal of the port, and the union said that nobody had asked them.',
    'For eleven days no ship was unloaded. Bread became dear, and people queued at night.',
    'In the end both sides signed what they had refused in the spring.',
  ].join('\n\n'),
  'al-mina': [
    'توقف عمال الميناء عن العمل في السادسة. وقالت الوزارة إن ذلك خيانة للميناء، وقالت النقابة إن أحدا لم يسألهم.',
    'لم تفرغ أي سفينة أحد عشر يوما. وارتفع سعر الخبز ووقف الناس في الطوابير ليلا.',
    'وفي النهاية وقع الطرفان ما رفضاه في الربيع.',
  ].join('\n\n'),
};
type Article = keyof typeof texts;

/** Passages by their words, here in one line of the text each: all offsets are below the surrogates. */
const at = (document: Article, words: string) => {
  const start = texts[document].indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { document, start, end: start + words.length };
};

const passages = {
  quay: {
    conflict: 'The dockers stopped work at six.',
    longer: 'called it a betrayal of the port, and the union said',
    shorter: 'a betrayal of the port, and the union said that nobody had asked them',
    bread: 'Bread became dear',
    signed: 'both sides signed what they had refused',
  },
  'al-mina': {
    conflict: 'توقف عمال الميناء عن العمل في السادسة.',
    longer: 'إن ذلك خيانة للميناء، وقالت النقابة',
    shorter: 'خيانة للميناء، وقالت النقابة إن أحدا لم يسألهم',
    bread: 'وارتفع سعر الخبز',
    signed: 'وقع الطرفان ما رفضاه',
  },
} as const;

test.beforeEach(() =>
  madeOnce(file, () => {
    const study = textStudy(place, file, texts);
    const documents = documentsOf(study);
    const articles = ['quay', 'al-mina'] as const;
    const by = (
      coder: string,
      what: (article: Article) => readonly [keyof (typeof passages)['quay'], string][],
    ): void =>
      codeAs(
        study,
        coder,
        articles.flatMap((article) =>
          what(article).map(([words, code]) => ({ ...at(article, passages[article][words]), code })),
        ),
      );
    by('Ada Berg', () => [
      ['conflict', 'Conflict'],
      ['longer', 'Blame'],
      ['signed', 'Settlement'],
    ]);
    by('Ben Carter', () => [
      ['conflict', 'Conflict'],
      ['shorter', 'Blame'],
      ['bread', 'Hardship'],
    ]);
    by('ليلى حداد', () => [
      ['conflict', 'Conflict'],
      ['bread', 'Hardship'],
      ['signed', 'Settlement'],
    ]);
    const codes = (study.call('codes.list', {}) as { codes: { id: string; name: string }[] }).codes;
    const idOf = (name: string): string => codes.find((code) => code.name === name)?.id ?? '';
    for (const article of articles) {
      for (const [words, code] of [
        ['conflict', 'Conflict'],
        ['longer', 'Blame'],
      ] as const) {
        const { start, end } = at(article, passages[article][words]);
        const codings = [{ code: idOf(code), start, end }];
        const input = {
          place: { document: documents[article], start, end },
          codes: [idOf(code)],
          codings,
          answer: null,
        };
        galley(study.home, 'call', file, 'disagreements.resolve', JSON.stringify(input), '--coder', 'Ada Berg');
      }
    }
  }),
);

async function begin(page: Page, article: Article, coder = 'Ben Carter'): Promise<void> {
  await expect(parts(page).documents.getByRole('option')).toHaveCount(2);
  await page.getByRole('button', { name: 'Who is coding?' }).click();
  await identify(page, coder);
  await openDocument(page, article);
}

const margin = (page: Page): Locator => page.getByRole('group', { name: 'Codings beside the text' });
const names = (page: Page): Promise<string[]> => margin(page).getByRole('button').allTextContents();

test('equal codings have one name with everybody’s initials, and clicks go through them', async ({
  workbench: { page },
}) => {
  await begin(page, 'quay');
  await expect
    .poll(async () => (await names(page)).sort())
    .toEqual([
      'Blame · AB agreed',
      'Blame · BC',
      'Conflict · BC AB ل\u200cح agreed',
      'Hardship · BC ل\u200cح',
      'Settlement · AB ل\u200cح',
    ]);
  const conflict = margin(page).getByRole('button', {
    name: /^Conflict .*, by Ben Carter, Ada Berg, ليلى حداد, Agreed version$/u,
  });
  const shown = parts(page).segments.getByRole('row', { selected: true });
  for (const coder of ['Ben Carter', 'Ada Berg', 'ليلى حداد', 'Agreed version', 'Ben Carter']) {
    await conflict.click();
    await expect(shown).toContainText(coder);
  }
  await expect(conflict.locator('.active')).toHaveText('BC');
  // One’s own boundary moves away from the others.
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(
    margin(page).getByRole('button', { name: /^Conflict .*, by Ada Berg, ليلى حداد, Agreed version$/u }),
  ).toBeVisible();
  await expect(margin(page).getByRole('button', { name: 'Conflict · BC, by Ben Carter', exact: true })).toBeVisible();
});

for (const article of ['quay', 'al-mina'] as const) {
  test(`initials are not cut beside ${article}, and all is to be read in light and dark`, async ({
    workbench: { page },
  }) => {
    await begin(page, article);
    await expect(margin(page).getByRole('button')).toHaveCount(5);
    const cut = (): Promise<string[]> =>
      page.locator('.galley-whose').evaluateAll((all) => {
        const isCut = (element: Element): boolean => element.scrollWidth > element.clientWidth;
        return all.filter(isCut).map(({ textContent }) => textContent);
      });
    expect(await cut()).toEqual([]);
    await expectSoundInBoth(page, article);
    // Names stand on the far side of the brackets from the text, whichever way it runs.
    const [name, bracket, line] = await Promise.all(
      ['.galley-name', '.galley-bracket', '.cm-line'].map((selector) => page.locator(selector).first().boundingBox()),
    );
    const toTheRight = article === 'quay';
    const middle = (box: typeof name): number => (box ? box.x + box.width / 2 : NaN);
    expect(middle(bracket) > middle(line)).toBe(toTheRight);
    expect(middle(name) > middle(bracket)).toBe(toTheRight);
  });
}

test('the agreed version has a second line at its bracket, also in forced colours', async ({ workbench: { page } }) => {
  await begin(page, 'quay');
  const double = page.locator('.galley-bracket.double');
  await expect(double).toHaveCount(2);
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors });
    const line = await double.first().evaluate((bracket) => {
      const { borderInlineEndStyle, borderInlineEndWidth, borderInlineEndColor } = getComputedStyle(bracket, '::after');
      return [
        borderInlineEndStyle,
        borderInlineEndWidth,
        borderInlineEndColor === getComputedStyle(bracket).borderInlineEndColor,
      ];
    });
    expect(line, forcedColors).toEqual(['solid', '1px', true]);
  }
});
