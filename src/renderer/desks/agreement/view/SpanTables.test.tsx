import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { figure, percent } from '#words/format.ts';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import type { Marked } from '../testAgreement.tsx';
import { cellsOf, markAs, measure, newArticles, table } from '../testAgreement.tsx';

const questions = (): HTMLElement => table('Passages, all codes together');
const codes = (): HTMLElement => table('Each code against the rest, worst first');

/**
 * Alex, Paul and Suzan on sixty characters: Krippendorff, Mathet, Bouvry & Widlöcher, “On the reliability of unitizing
 * textual continua” (2016), as Mathet’s software has them.
 */
const published: Readonly<Record<string, readonly (readonly [number, number, string])[]>> = {
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

async function alexPaulSuzan(galley: TestWindow): Promise<void> {
  await newArticles(galley, ['text'], () => 'x'.repeat(60));
  for (const [coder, marked] of Object.entries(published))
    await markAs(galley, coder, ...marked.map(([start, end, code]): Marked => ['text', start, end, `Code ${code}`]));
}

/** Figures of the same three by other programs, in more digits; kept beside the project. */
const vector = join(
  import.meta.dirname,
  '../../../../../../shared/reliability/vectors/units-krippendorff-2016-alex-paul-suzan.json',
);

const heads = (inside: HTMLElement): string[] =>
  within(inside)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);

describe('the figures of passages', () => {
  it('of three coders of one text are as printed', async ({ galley }) => {
    await alexPaulSuzan(galley);
    await measure(galley);
    const figures = (name: string) => cellsOf(questions(), name).slice(1, 3);
    expect(figures('Same places?')).toEqual(['|uα', '.413']);
    expect(figures('Same places and codes?')).toEqual(['uα', '.510']);
    expect(figures('Same code where')).toEqual(['cuα', '.724']);
    const sameText = (name: string) => cellsOf(codes(), name)[5];
    expect(sameText('Code 1')).toBe('1.000 on 100 %');
    // Printed as .000: nobody else gave that code.
    expect(sameText('Code 3')).toBe('.000 on 100 %');
    expect(sameText('Code 5')).toBe('1.000 on 44 %');
    expect(sameText('Code 6')).toBe('1.000 on 100 %');
    // Printed as not computable: Alex alone marked it, and nobody marked the same text.
    expect(sameText('Code 7')).toMatch(/^–undefined: no two coders marked the same text/u);
  });

  it.skipIf(!existsSync(vector))('are those of other programs', async ({ galley }) => {
    // The file is made by us, in the shape that its folder says.
    const { expected } = JSON.parse(readFileSync(vector, 'utf8')) as { expected: Record<string, number | null> };
    const said = (id: string, write: (value: number) => string) => {
      const value = expected[id];
      return value == null ? null : write(value);
    };
    await alexPaulSuzan(galley);
    await measure(galley);
    const row = cellsOf(questions(), 'Same code where');
    expect(row[2]).toBe(said('cu', figure));
    // There it is the share of all text, 3 · 60 characters; here of what is marked, 47, 31 and 31 of them.
    expect(row.at(-1)).toBe(`${said('cu.coverage', (share) => percent((share * 180) / 109))} of the marked text`);
    for (const code of ['1', '2', '3', '4', '5', '6'])
      expect(cellsOf(codes(), `Code ${code}`)[5], code).toBe(
        `${said(`ku.${code}`, figure)} on ${said(`ku.${code}.coverage`, percent)}`,
      );
  });

  it('match as far as reckoned by hand', async ({ galley }) => {
    await newArticles(galley, ['a'], () => 'x'.repeat(100));
    await markAs(galley, 'Ada', ['a', 0, 10, 'A'], ['a', 40, 60, 'A']);
    await markAs(galley, 'Ben', ['a', 0, 10, 'A'], ['a', 50, 70, 'A'], ['a', 80, 90, 'A']);
    await measure(galley);
    // Exact: one of two and one of three, F1 = 2·1 / (2 + 3). Partial credit: P = (1 + 1/2) / 2, R = (1 + 1/2 + 0) / 3.
    const rows = within(questions()).getAllByRole('row');
    const values = (label: string) => rows.find((row) => within(row).queryByText(label))?.textContent;
    expect(values('F1, same boundaries')).toContain('F1, same boundaries.400');
    // 2 · .75 · .5 / 1.25
    expect(values('F1, partial credit')).toContain('F1, partial credit.600');
    // 50 characters of 5 passages; both marked 20 of the 50 that either did.
    const row = cellsOf(codes(), 'A');
    expect(row[1]).toBe('5 · 70');
    expect(row.at(-2)).toBe('.400 · .600');
    expect(row.at(-1)).toBe('.400');
  });

  it('say in their places why they are undefined', async ({ galley }) => {
    await newArticles(galley, ['a'], () => 'x'.repeat(40));
    await markAs(galley, 'Ada', ['a', 0, 10, 'A']);
    await markAs(galley, 'Ben', ['a', 20, 30, 'A']);
    await measure(galley);
    expect(cellsOf(questions(), 'Same code where')[2]).toBe('undefined: no two coders marked the same text');
    // Nobody marked the same, and everything else is alike: worse than chance.
    expect(cellsOf(questions(), 'Same places?')[2]).toMatch(/^−/u);
    expect(within(codes()).getAllByTitle('undefined: no two coders marked the same text')).not.toHaveLength(0);
  });

  it('are 1 and reliable where both marked alike, however the text is written', async ({ galley }) => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    await newArticles(galley, names, (name) => `😀 قال الوزير ${name}`);
    for (const coder of ['Ada', 'Ben'])
      await markAs(
        galley,
        coder,
        ...names.flatMap((name): Marked[] => [
          [name, 0, 1, 'Face'],
          [name, 2, 5, 'قول'],
        ]),
      );
    await measure(galley, { draws: 200 });
    const row = cellsOf(questions(), 'Same places and codes?');
    expect([row[2], row[4], row[5]]).toEqual(['1.000 [1.000, 1.000]', 'reliable', '10 articles']);
    // Code points: the face is one character.
    expect(cellsOf(codes(), 'Face')[1]).toBe('20 · 20');
    expect(cellsOf(codes(), 'قول')[1]).toBe('20 · 60');
  });
});

describe('the figures code by code', () => {
  it('stand worst first, by the paths of codes', async ({ galley }) => {
    const frame = await galley.newCode('Frame');
    await galley.newCode('Blame', frame);
    await newArticles(galley, ['a'], () => 'x'.repeat(100));
    await markAs(galley, 'Ada', ['a', 0, 10, 'Good'], ['a', 20, 30, 'Frame / Blame'], ['a', 50, 60, 'Middling']);
    await markAs(galley, 'Ben', ['a', 0, 10, 'Good'], ['a', 40, 50, 'Frame / Blame'], ['a', 55, 65, 'Middling']);
    await measure(galley);
    expect(heads(codes())).toEqual(['Frame / Blame', 'Middling', 'Good']);
  });

  it('are many, and End goes to the last of them', async ({ galley }) => {
    await newArticles(galley, ['a'], () => 'x'.repeat(400));
    const marked = Array.from({ length: 60 }, (_, at): Marked => ['a', at * 6, at * 6 + 5, `Code ${at}`]);
    await markAs(galley, 'Ada', ...marked);
    await markAs(galley, 'Ben', ...marked);
    await measure(galley);
    const buttons = within(codes()).getAllByRole('button');
    expect(buttons).toHaveLength(60);
    await galley.tabTo(buttons[0] ?? codes());
    await galley.press('{End}');
    await waitFor(() => expect(document.activeElement).toBe(buttons[59]));
    expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).toEqual([buttons[59]]);
  });

  it('are not there where nobody coded anything that is asked for', async ({ galley }) => {
    const code = await galley.newCode('Unused');
    await newArticles(galley, ['a']);
    for (const coder of ['Ada', 'Ben']) await markAs(galley, coder, ['a', 0, 4, 'A']);
    await measure(galley, { codes: [code] });
    expect(screen.queryByRole('table', { name: 'Each code against the rest, worst first' })).toBeNull();
    expect(cellsOf(questions(), 'Same places and codes?')[2]).toBe('undefined: nobody has coded anything');
  });
});

describe('pairs and means', () => {
  it('stand beside the pooled figures', async ({ galley }) => {
    await newArticles(galley, ['a', 'b'], (name) => name.repeat(100));
    await markAs(galley, 'Ada', ['a', 0, 10, 'A'], ['b', 0, 10, 'A']);
    await markAs(galley, 'Ben', ['a', 0, 10, 'A'], ['b', 0, 10, 'A']);
    await markAs(galley, 'Cem', ['a', 50, 60, 'A']);
    await measure(galley);
    const pairs = table('By pair of coders');
    expect(cellsOf(pairs, 'Ada – Ben').slice(0, 3)).toEqual(['Ada – Ben', '2', '1.000']);
    expect(cellsOf(pairs, 'Ada – Ben').at(-2)).toBe('1.000');
    expect(cellsOf(pairs, 'Ada – Cem').slice(0, 2)).toEqual(['Ada – Cem', '1']);
    expect(cellsOf(pairs, 'Ben – Cem').at(-2)).toBe('.000');
    // Pooled: over the pairs 2 exact of 4 and 4. Articles: 1/3 in a, 1 in b. Pairs: 1, 0, 0.
    expect(cellsOf(table('Pooled and averaged'), 'F1, same boundaries')).toEqual([
      'F1, same boundaries',
      '.500',
      '.667 of 2',
      '.333 of 3',
    ]);
  });

  it('are not listed by pair where there is but one', async ({ galley }) => {
    await newArticles(galley, ['a']);
    for (const coder of ['Ada', 'Ben']) await markAs(galley, coder, ['a', 0, 4, 'A']);
    await measure(galley);
    expect(screen.queryByRole('table', { name: 'By pair of coders' })).toBeNull();
  });
});
