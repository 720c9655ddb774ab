import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { codersNamed, codingsOf, holdClock, it, said } from './testReader.ts';
import type { TestReader } from './testReader.ts';

const text = 'War is peace. War is over.\nNothing here.\nIf you want it.\n';
const passage = 'War is peace';
const ben = { coder: 'ben' };
const noor = { coder: 'noor' };
const agreed = { coder: 'agreed' };

/** Ada, Ben and Noor have coded just the same; Ben alone has one more. */
const same = codingsOf(text, {
  a: [passage, 'war'],
  b: [passage, 'war', { ...ben, memo: 'sure' }],
  n: [passage, 'war', noor],
  other: ['want', 'peace', ben],
});

const margin = (): HTMLElement => screen.getByRole('group', { name: 'Codings beside the text' });
const nameOf = (name: string | RegExp): HTMLElement => within(margin()).getByRole('button', { name });

/** The brackets that are drawn: the coding that a press on each makes active first, and its classes. */
function bracketsNow(): [string, string][] {
  const all = [...document.querySelectorAll<HTMLElement>('.galley-bracket')];
  return all.map(({ dataset, classList }) => [dataset['annotation'] ?? '', [...classList].slice(1).join(' ')]);
}

function brackets(reader: TestReader): Record<string, string> {
  reader.names(); // draws
  return Object.fromEntries(bracketsNow());
}

const oneCoat = 'border-bottom: 1.5px solid var(--hue-1); background: var(--tint-1);';
const activated = ({ heard }: TestReader): unknown[] => heard.activate.mock.calls.map(([id]) => id);
const underlined = (name: RegExp): string[] =>
  within(nameOf(name))
    .getAllByText(/./u, { selector: 'bdi.active' })
    .map(({ textContent }) => textContent);

describe('whose a coding is', () => {
  it('is not said where those of one person alone are shown', ({ open }) => {
    const reader = open(text, { codings: codingsOf(text, { a: [passage, 'war'], b: ['want', 'peace'] }) });
    expect(reader.names()).toEqual(['War', 'Peace']);
    expect(nameOf('War').ariaLabel).toBeNull();
  });

  it('is said by initials as soon as somebody else’s coding comes, and no more when it goes', async ({ open }) => {
    const reader = open(text, { codings: codingsOf(text, { a: [passage, 'war'] }) });
    reader.changeAnnotations({ upsert: codingsOf(text, { n: ['want', 'peace', noor] }), remove: [] });
    await waitFor(() => expect(reader.names()).toEqual(['War · AD', 'Peace · NS']));
    reader.changeAnnotations({ upsert: [], remove: ['n'] });
    await waitFor(() => expect(reader.names()).toEqual(['War']));
    expect(nameOf('War').ariaLabel).toBeNull();
  });

  it('stands beside names of every script, each mark in its own direction', ({ open }) => {
    const reader = open(text, {
      codings: codingsOf(text, {
        l: [passage, 'salam', { coder: 'layla' }],
        w: [passage, 'salam', { coder: 'wang' }],
      }),
    });
    expect(reader.names()).toEqual(['سلام · ل\u200cح 王小']);
    expect(nameOf('سلام · ل\u200cح 王小, by ليلى حداد, 王小明').querySelectorAll('bdi')).toHaveLength(2);
  });

  it('follows the coders: two of the same initials are told apart', ({ open }) => {
    const reader = open(text, { codings: same });
    reader.setCoders(codersNamed({ ada: 'Nina Sand', ben: 'Ben', noor: 'Noor Saleh' }), null);
    expect(reader.names()[0]).toBe('War · NSan BE NSal · memo');
  });

  it('is left to the margins’ names where two coders stand side by side', async ({ open }) => {
    const reader = open(text, { codings: same.filter(({ id }) => id !== 'n') });
    const names = { first: 'Ada', second: 'Ben' };
    reader.setComparison({ first: 'ada', names, agreed: new Set(['a', 'b']), partners: new Map() });
    await screen.findByRole('group', { name: 'Codings by Ada' });
    expect(reader.names('Codings by Ada')).toEqual(['War']);
    expect(reader.names('Codings by Ben')).toEqual(['War · memo', 'Peace']);
    expect(
      bracketsNow()
        .map(([id]) => id)
        .sort(),
    ).toEqual(['a', 'b', 'other']);
  });
});

describe('equal codings of several coders', () => {
  it('are one bracket and one name, which says of all', ({ open }) => {
    const reader = open(text, { codings: same });
    expect(reader.names()).toEqual(['War · AD BE NS · memo', 'Peace · BE']);
    expect(Object.keys(brackets(reader))).toEqual(['a', 'other']);
    expect(nameOf('War · AD BE NS · memo, by Ada, Ben, Noor Saleh').title).toBe(
      'Conflict / War\nAda, Ben, Noor Saleh\nBen: sure',
    );
  });

  it('stay apart where code, beginning or end differ', ({ open }) => {
    const codings = codingsOf(text, {
      a: [passage, 'war'],
      b: [passage, 'peace', ben],
      c: ['War is', 'war', ben],
      d: ['is peace', 'war', ben],
    });
    expect(Object.keys(brackets(open(text, { codings }))).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are gone through by clicks, the acting coder’s first', async ({ open }) => {
    const reader = open(text, { codings: same, acting: 'noor' });
    expect(reader.names()[0]).toBe('War · NS AD BE · memo');
    for (let click = 0; click < 4; click++) await reader.user.click(nameOf(/^War/u));
    expect(activated(reader)).toEqual(['n', 'a', 'b', 'n']);
    reader.setCoders(codersNamed({ ada: 'Ada', ben: 'Ben', noor: 'Noor' }), 'ben');
    expect(reader.names()[0]).toBe('War · BE AD NO · memo');
  });

  it('mark the coder whose coding is the active one, and only that has its boundaries moved', ({ open }) => {
    const reader = open(text, { codings: same });
    reader.setActive('b');
    reader.names();
    expect(brackets(reader)['a']).toBe('plain lit');
    expect(underlined(/^War/u)).toEqual(['BE']);
    reader.command('endEarlier');
    expect(reader.heard.resize.mock.calls).toEqual([['b', 0, 6]]);
    expect(reader.names().sort()).toEqual(['Peace · BE', 'War · AD NS', 'War · BE · memo']);
  });

  it('are marked for three coders at most, the active one among them, and the number of the others', async ({
    open,
  }) => {
    const codings = ['ada', 'ben', 'noor', 'layla', 'wang'].flatMap((coder) =>
      codingsOf(text, { [coder]: [passage, 'war', { coder }] }),
    );
    const reader = open(text, { codings, acting: 'ada' });
    expect(reader.names()).toEqual(['War · AD BE ل\u200cح +2']);
    reader.changeAnnotations({ upsert: codingsOf(text, { g: [passage, 'war', agreed] }), remove: [] });
    await waitFor(() => expect(reader.names()).toEqual(['War · AD BE ل\u200cح +2 agreed']));
    reader.setActive('wang');
    expect(reader.names()).toEqual(['War · AD BE 王小 +2 agreed']);
    expect(nameOf(/^War/u).title).toBe('Conflict / War\nAda, Ben, ليلى حداد, Noor Saleh, 王小明, Agreed version');
  });

  it('are told to a screen reader with all their coders', ({ open }) => {
    holdClock();
    const reader = open(text, { codings: same });
    reader.setActive('b');
    vi.advanceTimersByTime(400);
    expect(said()).toBe('Coding 2 of 4: War, by Ben, also by Ada, Noor Saleh, “War is peace”');
  });

  it('are one entry in the list of those that found no room, and one of its number', async ({ open }) => {
    const codings = ['War is peace. War', 'War is peace.', 'War is peace', 'War is', 'War', 'Wa', 'W'].flatMap(
      (words, at) => codingsOf(text, { [`a${at}`]: [words, 'war'], [`b${at}`]: [words, 'war', ben] }),
    );
    const reader = open(text, { codings });
    const [more] = reader.names().slice(-1);
    expect(more).toMatch(/^\+\d$/u);
    await reader.user.click(within(margin()).getByRole('button', { name: /more codings$/u }));
    const items = within(screen.getByRole('group', { name: /more codings$/u })).getAllByRole('button');
    expect(items.map(({ textContent }) => textContent)).toEqual(Array(Number(more?.slice(1))).fill('War · AD BE'));
    await reader.user.click(items[0] ?? document.body);
    const [first] = reader.heard.activate.mock.calls;
    expect(first?.[0]).toMatch(/^a/u);
  });

  it('lie on the text as one coat, however many coders', ({ open }) => {
    const tinted = (count: number): string =>
      open(text, { codings: [...same.slice(0, count), ...same.slice(3)] }).tinted()[0]?.style ?? '';
    expect(tinted(3)).toBe(oneCoat);
    expect(tinted(3)).toBe(tinted(1));
  });
});

describe('codings of one code by several coders that overlap', () => {
  it('are one coat with a rule for each, so that their ends are seen', ({ open }) => {
    const codings = codingsOf(text, { a: [passage, 'war'], b: ['peace. War', 'war', ben] });
    const [first, both, last] = open(text, { codings }).tinted();
    expect([first?.words, both?.words, last?.words]).toEqual(['War is ', 'peace', '. War']);
    expect([first?.style, last?.style]).toEqual([oneCoat, oneCoat]);
    expect(both?.style).toContain('text-decoration: underline');
    expect(both?.style).toContain('background: var(--tint-1);');
  });

  it('deepen where one coder’s own do', ({ open }) => {
    const codings = codingsOf(text, { a: [passage, 'war'], b: ['peace', 'war'], c: ['peace', 'war', ben] });
    const deep = open(text, { codings }).tinted()[1]?.style;
    const alone = open(text, { codings: codings.slice(0, 2) }).tinted()[1]?.style;
    expect(deep).toContain('oklab(from');
    expect(deep).toBe(alone);
  });
});

describe('the agreed version', () => {
  const settled = codingsOf(text, { a: [passage, 'war'], g: [passage, 'war', agreed], h: ['want', 'salam', agreed] });

  it('has a word in the place of initials, after the people', ({ open }) => {
    const reader = open(text, { codings: settled, acting: 'ben' });
    expect(reader.names()).toEqual(['War · AD agreed', 'سلام · agreed']);
    expect(nameOf('War · AD agreed, by Ada, Agreed version').title).toBe('Conflict / War\nAda, Agreed version');
  });

  it('is named where it is shown alone', ({ open }) => {
    const reader = open(text, { codings: settled.slice(1) });
    expect(reader.names()).toEqual(['War · agreed', 'سلام · agreed']);
  });

  it('has a double bracket and a double rule', ({ open }) => {
    const reader = open(text, { codings: [...settled, ...codingsOf(text, { b: ['Nothing', 'war', ben] })] });
    expect(brackets(reader)).toEqual({ a: 'plain double', b: 'plain', h: 'plain double' });
    expect(reader.tinted().map(({ style }) => /border-bottom: (\S+ \S+)/u.exec(style)?.[1])).toEqual([
      '3px double',
      '1.5px solid',
      '3px double',
    ]);
  });
});
