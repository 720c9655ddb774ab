import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { answerAs, cellsOf, markAs, measure, newArticles, newQuestion, table } from '../testAgreement.tsx';

const values = (): HTMLElement => table('Agreement of each one, worst first');

const names = (units: number): string[] => Array.from({ length: units }, (_, at) => `unit${at + 1}`);

/** What each coder answers in each article, in a line; a point is no answer. */
async function answers(
  galley: TestWindow,
  variables: readonly string[],
  lines: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [coder, line] of Object.entries(lines))
    for (const variable of variables)
      await answerAs(
        galley,
        coder,
        variable,
        Array.from(line, (value, at) => [`unit${at + 1}`, value === '.' ? null : value]),
      );
}

/** Names and values of the facts below a row. */
function detailsOf(name: string): Map<string, string> {
  const [first] = within(values()).getAllByRole('term');
  const list = first?.closest('dl');
  if (!list) throw new Error(`“${name}” shows no details`);
  const terms = within(list)
    .getAllByRole('term')
    .map(({ textContent }) => textContent);
  const texts = within(list)
    .getAllByRole('definition')
    .map(({ textContent }) => textContent);
  return new Map(terms.map((term, at) => [term, texts[at] ?? '']));
}

/** Four observers of twelve units: Krippendorff, “Computing Krippendorff’s Alpha-Reliability” (2011), section C. */
const fourObservers = {
  Ann: '123321412...',
  Bea: '1233224125.3',
  Cem: '.3332342251.',
  Dov: '12332441251.',
};

describe('the figures of article variables', () => {
  it('are the published ones of four observers with missing values, at each level', async ({ galley }) => {
    await newArticles(galley, names(12));
    const scale = ['one', 'two', 'three', 'four', 'five'];
    await newQuestion(galley, 'as nominal', 'nominal', scale);
    await newQuestion(galley, 'as ordinal', 'ordinal', scale);
    await newQuestion(galley, 'as interval', 'interval');
    await newQuestion(galley, 'as ratio', 'ratio');
    await answers(galley, ['as nominal', 'as ordinal', 'as interval', 'as ratio'], fourObservers);
    await measure(galley, { of: 'variables' });
    // Printed there: .743, .815, .849, .797. Agreement, mean of the eleven units with two values and more: 9 / 11.
    const row = (name: string) => cellsOf(values(), name).slice(1, 4);
    expect(row('as nominal')).toEqual(['nominal', '11', '.743']);
    expect(row('as ordinal')).toEqual(['ordinal', '11', '.815']);
    expect(row('as interval')).toEqual(['interval', '11', '.849']);
    expect(row('as ratio')).toEqual(['ratio', '11', '.797']);
    expect(cellsOf(values(), 'as nominal')[6]).toBe('82 %');
  });

  it('stand worst first', async ({ galley }) => {
    await newArticles(galley, names(4));
    for (const name of ['same', 'opposed', 'alike']) await newQuestion(galley, name, 'nominal', ['yes', 'no']);
    await answers(galley, ['same'], { Ada: '1111', Ben: '1111' });
    await answers(galley, ['opposed'], { Ada: '1122', Ben: '2211' });
    await answers(galley, ['alike'], { Ada: '1122', Ben: '1122' });
    await measure(galley, { of: 'variables' });
    const heads = within(values())
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent);
    // What is undefined comes last: nobody ever said “no”.
    expect(heads).toEqual(['opposed', 'alike', 'same']);
    expect(cellsOf(values(), 'same').slice(2)).toEqual([
      '4',
      'undefined: every value is the same, so the coders were never put to the test',
      '100 %',
      '',
    ]);
  });

  it('of two coders are as reckoned by hand, with what stands behind them', async ({ galley }) => {
    await newArticles(galley, names(6));
    await newQuestion(galley, 'tone', 'nominal', ['good', 'bad']);
    await answers(galley, ['tone'], { Ada: '111222', Ben: '112222' });
    await measure(galley, { of: 'variables' });
    // Five of six alike; twelve values, 5 and 7: D_o = 1/6, D_e = 2·5·7 / (12·11), α = 1 − 11/35 = .686.
    expect(cellsOf(values(), 'tone')).toEqual([
      'tone',
      'nominal',
      '6',
      '.686',
      '',
      'tentative conclusions only',
      '83 %',
      '',
    ]);
    await galley.pressButton('More about tone');
    const more = detailsOf('tone');
    expect(more.get('Values')).toBe('12');
    // Of two values chance is 1/2: (5/6 − 1/2) / (1/2).
    expect(more.get('Brennan–Prediger')).toBe('.667');
    // A_e = 2 · (5/12)(7/12) = 35/72, AC1 = 1 − (1/6) / (37/72) = 25/37.
    expect(more.get('Gwet AC1')).toBe('.676');
    expect(more.get('α, mean of pairs of coders')).toBe('.686 of 1');
    // No samples were drawn, so nothing is said of them.
    expect(more.has('P(α < .667)')).toBe(false);
    expect(screen.queryByRole('table', { name: 'tone, by pair of coders' })).toBeNull();
  });

  it('say beneath a row that there are few units, with Gwet beside it', async ({ galley }) => {
    await newArticles(galley, names(6));
    await newQuestion(galley, 'tone', 'nominal', ['good', 'bad']);
    await answers(galley, ['tone'], { Ada: '111222', Ben: '112222' });
    await measure(galley, { of: 'variables' });
    const note = within(values()).getByText(/30 or more are advised/u);
    expect(note.textContent).toBe('Only 6 units have values of two coders; 30 or more are advised. Gwet AC1 .676.');
  });

  it('of three coders are pooled, and each pair stands behind them', async ({ galley }) => {
    await newArticles(galley, names(4));
    await newQuestion(galley, 'tone', 'nominal', ['good', 'bad']);
    await answers(galley, ['tone'], { Ada: '1122', Ben: '1122', Cem: '1222' });
    await measure(galley, { of: 'variables' });
    // One article of 1, 1, 2, the others alike: D_o = 2/12, values 5 and 7, α = .686; agreement (3 + 1/3) / 4.
    expect(cellsOf(values(), 'tone').slice(2, 4)).toEqual(['4', '.686']);
    expect(cellsOf(values(), 'tone')[6]).toBe('83 %');
    await galley.pressButton('More about tone');
    const pairs = table('tone, by pair of coders');
    expect(cellsOf(pairs, 'Ada – Ben')).toEqual(['Ada – Ben', '1.000', '100 %', '4']);
    // Three of four alike, values 3 and 5: α = 1 − (1/4) / (2·3·5 / (8·7)) = 8/15.
    expect(cellsOf(pairs, 'Ada – Cem')).toEqual(['Ada – Cem', '.533', '75 %', '4']);
    expect(cellsOf(pairs, 'Ben – Cem')).toEqual(['Ben – Cem', '.533', '75 %', '4']);
    // (1 + 8/15 + 8/15) / 3, and (1 + 3/4 + 3/4) / 3.
    expect(detailsOf('tone').get('α, mean of pairs of coders')).toBe('.689 of 3');
    expect(detailsOf('tone').get('Agreement, mean of pairs of coders')).toBe('.833 of 3');
  });

  it('say of a pair that never disagreed nor varied why it has no figure', async ({ galley }) => {
    await newArticles(galley, names(3));
    await newQuestion(galley, 'tone', 'nominal', ['good', 'bad']);
    await answers(galley, ['tone'], { Ada: '111', Ben: '111', Cem: '122' });
    await measure(galley, { of: 'variables' });
    await galley.pressButton('More about tone');
    expect(cellsOf(table('tone, by pair of coders'), 'Ada – Ben')[1]).toBe(
      'undefined: every value is the same, so the coders were never put to the test',
    );
    // One of three alike, values 4 and 2: α = 1 − (2/3) / (2·4·2 / (6·5)) = −1/4.
    expect(cellsOf(table('tone, by pair of coders'), 'Ada – Cem')[1]).toBe('−.250');
    expect(detailsOf('tone').get('α, mean of pairs of coders')).toBe('−.250 of 2, 1 undefined');
  });

  it('have an interval from five articles on, and say in how many samples nothing varied', async ({ galley }) => {
    await newArticles(galley, names(6));
    await newQuestion(galley, 'tone', 'nominal', ['good', 'bad']);
    await answers(galley, ['tone'], { Ada: '111222', Ben: '111222' });
    await measure(galley, { of: 'variables', draws: 2000 });
    const [, , , value = '', , verdict] = cellsOf(values(), 'tone');
    expect(value).toMatch(/^1\.000 \[1\.000, 1\.000\]approximate: only 6 articlesundefined in \d+ of 2,000 samples$/u);
    expect(verdict).toBe('reliable');
    // All six draws from the same half: 2 / 2^6 of 2,000 samples, 62.5 with a deviation of 7.8.
    const undefinedSamples = Number(/undefined in (\d+)/u.exec(value)?.[1]);
    expect(Math.abs(undefinedSamples - 62.5)).toBeLessThan(5 * 7.8);
    await galley.pressButton('More about tone');
    const more = detailsOf('tone');
    expect([more.get('P(α < .667)'), more.get('P(α < .800)')]).toEqual(['0 %', '0 %']);
    expect(more.get('Undefined samples')).toBe(`${undefinedSamples} of 2,000`);
  });

  it('have none of fewer than five articles, and are not certain then', async ({ galley }) => {
    await newArticles(galley, names(4));
    await newQuestion(galley, 'tone', 'nominal', ['good', 'bad']);
    await answers(galley, ['tone'], { Ada: '1122', Ben: '1122' });
    await measure(galley, { of: 'variables', draws: 500 });
    const [, , , value, , verdict] = cellsOf(values(), 'tone');
    expect(value).toBe('1.000no interval: only 4 articles');
    expect(verdict).toBe('reliable, but on too few articles to be certain');
  });

  it('name variables in any script', async ({ galley }) => {
    await newArticles(galley, names(2));
    await newQuestion(galley, 'نبرة', 'nominal', ['إيجابي', 'سلبي']);
    await answers(galley, ['نبرة'], { Ada: '12', Ben: '12' });
    await measure(galley, { of: 'variables' });
    expect(within(values()).getByRole('button', { name: 'Who said what: نبرة' })).toBeTruthy();
    expect(within(values()).getByText('نبرة').tagName).toBe('BDI');
  });
});

describe('the figures of codes by their occurrence', () => {
  it('are the published one of two observers of ten units', async ({ galley }) => {
    // Krippendorff (2011), section A: α = .095. “Read” says that they took part.
    const observed = { Jon: '0100000010', Han: '1110010000' };
    await newArticles(galley, names(10));
    for (const [coder, line] of Object.entries(observed))
      await markAs(
        galley,
        coder,
        ...Array.from(line).flatMap((value, at) => [
          [`unit${at + 1}`, 0, 4, 'Read'] as const,
          ...(value === '1' ? [[`unit${at + 1}`, 0, 7, 'Yes'] as const] : []),
        ]),
      );
    await measure(galley, { unit: 'document' });
    expect(within(values()).queryByRole('columnheader', { name: 'Level' })).toBeNull();
    expect(cellsOf(values(), 'Yes').slice(0, 6)).toEqual(['Yes', '10', '.095', '', 'not reliable', '60 %']);
    expect(cellsOf(values(), 'Read')[2]).toContain('undefined: every value is the same');
  });

  it('by characters warn that uncoded text counts as agreement', async ({ galley }) => {
    await newArticles(galley, ['a'], () => 'x'.repeat(100));
    await markAs(galley, 'Ada', ['a', 0, 50, 'A']);
    await markAs(galley, 'Ben', ['a', 10, 60, 'A']);
    await measure(galley, { unit: 'characters' });
    // 80 of 100 alike and halves on either side: π = .6, α = 1 − .4 · 199/200.
    expect(cellsOf(values(), 'A').slice(1, 3)).toEqual(['100', '.602']);
    expect(within(values()).getByText(/text that nobody coded counts as agreement/u)).toBeTruthy();
  });

  it('by sentences count each sentence, and average over articles as well', async ({ galley }) => {
    await newArticles(galley, ['a', 'b'], (name) => `One is here. Two is here. Three is ${name}.`);
    await markAs(galley, 'Ada', ['a', 0, 3, 'A'], ['a', 13, 16, 'A'], ['b', 0, 3, 'A']);
    await markAs(galley, 'Ben', ['a', 0, 3, 'A'], ['b', 0, 3, 'A']);
    await measure(galley, { unit: 'sentence' });
    // Five of six sentences alike, 5 times “there” of 12: .686 as of six articles above.
    expect(cellsOf(values(), 'A').slice(1, 3)).toEqual(['6', '.686']);
    await galley.pressButton('More about A');
    // a: 1 1 0 and 1 0 0, one of three differs, values 3 and 3: 1 − (1/3) / (2·3·3 / (6·5)) = 4/9; b: 1.
    expect(detailsOf('A').get('α, mean of articles')).toBe('.722 of 2');
  });
});

describe('the keys of the table', () => {
  it('go from row to row and open who said what', async ({ galley }) => {
    await newArticles(galley, names(2));
    for (const name of ['one', 'two', 'three']) {
      await newQuestion(galley, name, 'nominal', ['yes', 'no']);
      await answers(galley, [name], { Ada: '12', Ben: '12' });
    }
    await measure(galley, { of: 'variables' });
    const head = (name: string) => within(values()).getByRole('button', { name: `Who said what: ${name}` });
    await galley.tabTo(head('one'));
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(head('two')));
    await galley.press('{End}');
    await waitFor(() => expect(document.activeElement).toBe(head('three')));
    await galley.press('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(head('three')));
    await galley.press('{Home}');
    await waitFor(() => expect(document.activeElement).toBe(head('one')));
    // The table is one stop: Tab goes on to what stands beside the row, and comes back to it.
    await galley.press('{Tab}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More about one' })));
    await galley.press('{Shift>}{Tab}{/Shift}{ArrowDown}{Enter}');
    expect(await screen.findByRole('heading', { name: 'two' })).toBeTruthy();
  });

  it('open and shut what stands behind a figure', async ({ galley }) => {
    await newArticles(galley, names(2));
    await newQuestion(galley, 'one', 'nominal', ['yes', 'no']);
    await answers(galley, ['one'], { Ada: '12', Ben: '12' });
    await measure(galley, { of: 'variables' });
    const more = screen.getByRole('button', { name: 'More about one' });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    await galley.tabTo(more);
    await galley.press('{Enter}');
    expect(more.getAttribute('aria-expanded')).toBe('true');
    expect(within(values()).getByText('Brennan–Prediger')).toBeTruthy();
    await galley.press(' ');
    expect(within(values()).queryByText('Brennan–Prediger')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(more));
  });
});
