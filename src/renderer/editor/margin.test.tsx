import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { rowHeight } from './marginLayout.ts';
import { cell } from './testGrid.ts';
import { codersNamed, codes, codingsOf, it } from './testReader.ts';
import type { TestReader } from './testReader.ts';
import type { ReaderComparison } from './types.ts';

const text = 'War is peace.\nWar is over.\nNothing here.\nIf you want it.\n';
const three = codingsOf(text, {
  a: ['War is peace', 'war', { memo: 'Orwell' }],
  b: ['over.\nNothing', 'peace', { coder: 'ben' }],
  c: ['want', 'salam'],
});

const margin = (name = 'Codings beside the text'): HTMLElement => screen.getByRole('group', { name });
const nameOf = (name: string | RegExp): HTMLElement => within(margin()).getByRole('button', { name });
const pixels = (value: string): number => parseFloat(value);

/** A bracket says nothing to a screen reader; its name says the same. */
function bracketOf(id: string): HTMLElement {
  const bracket = document.querySelector<HTMLElement>(`.galley-bracket[data-annotation="${id}"]`);
  if (!bracket) throw new Error(`there is no bracket of “${id}”`);
  return bracket;
}

describe('the margin', () => {
  it('names codings beside their first lines, with path, coder and memo in the title', ({ open }) => {
    const reader = open(text, { codings: three });
    expect(reader.names()).toEqual(['War · AD · memo', 'Peace · BE', 'سلام · AD']);
    expect(nameOf(/War/u).title).toBe('Conflict / War\nAda\nOrwell');
    expect(nameOf(/^Peace/u).title).toBe('Peace\nBen');
    const top = (name: string | RegExp): number => pixels(nameOf(name).style.top);
    // In the middle of their lines, 0 and 3; the one between gives way to the first, for rows are higher than lines.
    expect(top(/War/u) + rowHeight / 2).toBe(0.5 * cell.height);
    expect(top(/^سلام/u) + rowHeight / 2).toBe(3.5 * cell.height);
    expect(top(/^Peace/u)).toBe(top(/War/u) + rowHeight);
    expect(within(nameOf(/^سلام/u)).getByText('سلام').closest<HTMLElement>('[dir]')?.dir).toBe('auto');
  });

  it('has a bracket as high as its passage, broken for a striped code', ({ open }) => {
    const reader = open(text, { codings: three });
    reader.names();
    expect(bracketOf('b').style).toMatchObject({ top: '20px', height: '40px', color: 'var(--hue-5)' });
    expect([...bracketOf('b').classList]).toEqual(['galley-bracket', 'striped']);
    expect([...bracketOf('a').classList]).toEqual(['galley-bracket', 'plain']);
  });

  it('ends a bracket with the last words, also where the line break after them is coded', ({ open }) => {
    const reader = open(text, {
      codings: codingsOf(text, { a: ['War is peace.\n', 'war'], b: ['Nothing here.\nIf', 'war'], c: ['\n', 'war'] }),
    });
    reader.names();
    expect(['a', 'b', 'c'].map((id) => pixels(bracketOf(id).style.height) / cell.height)).toEqual([1, 2, 1]);
  });

  it('sets brackets side by side where passages overlap, and one above the other where not', ({ open }) => {
    const reader = open(text, {
      codings: codingsOf(text, { a: ['War is peace.\nWar', 'war'], b: ['is over', 'peace'], c: ['want', 'war'] }),
    });
    reader.names();
    const [a, b, c] = ['a', 'b', 'c'].map((id) => pixels(bracketOf(id).style.insetInlineStart));
    expect(b).toBeGreaterThan(a ?? Infinity);
    expect(c).toBe(a);
  });

  it('stands beside the text on its other side where the text runs to the left', ({ open }) => {
    const arabic = 'هل انتهت الحرب؟\nنعم.';
    const reader = open(arabic, { direction: 'rtl', codings: codingsOf(arabic, { a: ['الحرب', 'war'] }) });
    expect(reader.names()).toEqual(['War']);
    // The text has 100 to 800 of 1200 pixels: the inline start is on the right, so 1100 from there to its end.
    expect(margin().style).toMatchObject({ insetInlineStart: '1100px', width: '100px' });
  });

  it('holds the name of a long passage in the window while that is scrolled through it', async ({ open }) => {
    const long = 'Line.\n'.repeat(120);
    const passage = { id: 'a', code: 'war', coder: 'ada', start: 0, end: 6 * 100, memo: '' };
    const reader = open(long, { codings: [passage] });
    const scroller = margin().parentElement ?? document.body;
    const scrolledTo = async (line: number): Promise<void> => {
      scroller.scrollTop = line * cell.height;
      fireEvent.scroll(scroller);
      await waitFor(() => expect(reader.names()).toEqual(['War']));
    };
    expect(reader.names()).toEqual(['War']);
    await scrolledTo(30);
    // A few pixels below the edge of the window.
    expect(pixels(nameOf('War').style.top) - 30 * cell.height).toBe(4);
    await scrolledTo(99);
    // No lower than the end of the passage, which is that of line 99.
    expect(pixels(nameOf('War').style.top)).toBe(100 * cell.height - rowHeight);
  });

  it('leaves out a coding whose code is not known yet', ({ open }) => {
    const reader = open(text, { codings: codingsOf(text, { a: ['War', 'late'], b: ['over', 'war'] }) });
    expect(reader.names()).toEqual(['War']);
    expect(() => bracketOf('a')).toThrow('there is no bracket');
    expect(bracketOf('b').style.top).toBe('20px');
  });

  it('closes up when the bracket next to the text goes', async ({ open }) => {
    const reader = open(text, { codings: codingsOf(text, { a: ['War is peace', 'war'], b: ['is', 'peace'] }) });
    reader.names();
    const nextToText = bracketOf('a').style.insetInlineStart;
    expect(bracketOf('b').style.insetInlineStart).not.toBe(nextToText);
    reader.changeAnnotations({ upsert: [], remove: ['a'] });
    await waitFor(() => expect(reader.names()).toEqual(['Peace']));
    expect(bracketOf('b').style.insetInlineStart).toBe(nextToText);
  });

  it('follows a renamed code, a memo that comes, and a coding that goes', async ({ open }) => {
    const reader = open(text, { codings: three });
    const peace = codes.get('peace');
    if (peace) reader.setCodes(new Map([...codes, ['peace', { ...peace, name: 'Truce', path: 'Peace / Truce' }]]));
    expect(reader.names()).toEqual(['War · AD · memo', 'Truce · BE', 'سلام · AD']);
    reader.changeAnnotations({ upsert: codingsOf(text, { c: ['want', 'salam', { memo: 'why' }] }), remove: ['a'] });
    await waitFor(() => expect(reader.names()).toEqual(['Truce · BE', 'سلام · AD · memo']));
    reader.setCoders(codersNamed({ ben: 'Benedikt' }), null);
    reader.names();
    expect(nameOf(/^Truce/u).title).toBe('Peace / Truce\nBenedikt');
  });

  it('is passed over by Tab, and a press on a name makes its coding the active one', async ({ open }) => {
    const reader = open(text, { codings: three });
    reader.select(0, 0, { focus: true });
    reader.names();
    await reader.user.tab();
    expect(within(margin()).queryAllByRole('button')).not.toContain(document.activeElement);
    await reader.user.click(nameOf(/^Peace/u));
    expect(reader.heard.activate.mock.calls).toEqual([['b']]);
    await waitFor(() => expect(document.activeElement).toBe(reader.text));
    await reader.user.click(nameOf(/^Peace/u));
    expect(reader.heard.activate).toHaveBeenCalledTimes(1);
    reader.names();
    expect(nameOf(/^Peace/u).classList).toContain('lit');
    expect(nameOf(/War/u).classList).toContain('dim');
    expect(bracketOf('c').classList).toContain('dim');
  });

  it('lights what the pointer is on, before the active coding, and tells nobody', ({ open }) => {
    const reader = open(text, { codings: three });
    reader.setActive('a');
    reader.names();
    fireEvent.pointerOver(bracketOf('b'));
    reader.names();
    expect([bracketOf('a').className, bracketOf('b').className]).toEqual([
      'galley-bracket plain dim',
      'galley-bracket striped lit',
    ]);
    fireEvent.pointerLeave(margin());
    reader.names();
    expect([bracketOf('a').className, bracketOf('b').className]).toEqual([
      'galley-bracket plain lit',
      'galley-bracket striped dim',
    ]);
    fireEvent.pointerOver(nameOf(/^Peace/u));
    fireEvent.pointerOut(nameOf(/^Peace/u), { relatedTarget: null });
    reader.names();
    expect(bracketOf('a').classList).toContain('lit');
    expect(reader.heard.activate).not.toHaveBeenCalled();
  });
});

describe('names that find no room', () => {
  const words = ['one', 'two', 'six', 'ten', 'red', 'fat'];
  const line = `${words.join(' ')}\n`;
  /** Six codings of one line: three names have room, one at their line and two below it. */
  function crowded(open: (text: string, given: object) => TestReader): TestReader {
    const passages = words.map((word) => [word, [word, word]] as const);
    const reader = open(line, { codings: codingsOf(line, Object.fromEntries(passages)) });
    reader.setCodes(
      new Map(words.map((word, hue) => [word, { id: word, name: word, path: word, hue: hue + 1, pattern: 'plain' }])),
    );
    return reader;
  }
  const list = (): HTMLElement => screen.getByRole('group', { name: '3 more codings' });
  const listed = (): (string | null)[] =>
    within(list())
      .getAllByRole('button')
      .map((item) => item.textContent);
  const focused = (): string | null | undefined => document.activeElement?.textContent;

  it('are counted, and listed when the number is pressed', async ({ open }) => {
    const reader = crowded(open);
    expect(reader.names()).toEqual(['one', 'two', 'six', '+3']);
    await reader.user.click(nameOf('3 more codings'));
    expect(listed()).toEqual(['ten', 'red', 'fat']);
    expect(focused()).toBe('ten');
    await reader.press('{Enter}');
    expect(reader.heard.activate.mock.calls).toEqual([['ten']]);
    await waitFor(() => expect(document.activeElement).toBe(reader.text));
    expect(screen.queryByText('red', { selector: 'button' })).toBeNull();
    // What is active has its name in any case.
    expect(reader.names()).toContain('ten');
  });

  it('are gone through by the arrow keys, round the ends, each lit as it is come to', async ({ open }) => {
    const reader = crowded(open);
    reader.names();
    await reader.user.click(nameOf('3 more codings'));
    const passed: (string | null | undefined)[] = [];
    for (const key of ['{ArrowDown}', '{ArrowDown}', '{ArrowDown}', '{ArrowUp}', '{ArrowUp}']) {
      await reader.press(key);
      passed.push(focused());
    }
    expect(passed).toEqual(['red', 'fat', 'ten', 'fat', 'red']);
    expect(reader.tinted().find(({ words: passage }) => passage === 'red')?.style).toContain('border-bottom: 2px');
    expect(reader.tinted().find(({ words: passage }) => passage === 'one')?.style).toContain('30%');
  });

  it.for(['{Escape}', 'click', 'scroll'])('are put away by %s, with nothing lit or chosen', async (act, { open }) => {
    const reader = crowded(open);
    reader.names();
    await reader.user.click(nameOf('3 more codings'));
    if (act === 'click') await reader.user.pointer({ keys: '[MouseLeft]', target: document.body });
    else if (act === 'scroll') fireEvent.scroll(margin().parentElement ?? document);
    else await reader.press(act);
    expect(screen.queryByText('red', { selector: 'button' })).toBeNull();
    expect(reader.tinted().some(({ style }) => style.includes('30%'))).toBe(false);
    expect(reader.heard.activate).not.toHaveBeenCalled();
    if (act === '{Escape}') expect(document.activeElement).toBe(reader.text);
  });

  it('keep the keys of their list from the text, but for those of the whole window', async ({ open }) => {
    const reader = crowded(open);
    reader.pick('one');
    reader.names();
    await reader.user.click(nameOf('3 more codings'));
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', hear);
    await reader.press('5x{Delete}{F12}');
    document.removeEventListener('keydown', hear);
    expect(heard).toEqual(['F12']);
    expect(reader.heard.digit).not.toHaveBeenCalled();
  });

  it('go with their text', async ({ open }) => {
    const reader = crowded(open);
    reader.names();
    await reader.user.click(nameOf('3 more codings'));
    reader.setContent({ text: 'Other.', language: '', direction: 'ltr', annotations: [], label: '' });
    expect(screen.queryByText('red', { selector: 'button' })).toBeNull();
  });
});

describe('two coders side by side', () => {
  const compared: ReaderComparison = {
    first: 'ada',
    names: { first: 'Ada', second: 'Ben' },
    agreed: new Set(['c', 'd']),
    partners: new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]),
  };
  const codings = codingsOf(text, {
    a: ['War is peace', 'war'],
    b: ['War is', 'peace', { coder: 'ben' }],
    c: ['want', 'salam'],
    d: ['want', 'salam', { coder: 'ben' }],
  });

  async function sideBySide(open: (text: string, given: object) => TestReader): Promise<TestReader> {
    const reader = open(text, { codings });
    reader.setComparison(compared);
    await screen.findByRole('group', { name: 'Codings by Ada' });
    return reader;
  }

  it('have a margin each, called after them', async ({ open }) => {
    const reader = await sideBySide(open);
    expect(reader.names('Codings by Ada')).toEqual(['War', 'سلام']);
    expect(reader.names('Codings by Ben')).toEqual(['Peace', 'سلام']);
    expect(screen.queryByRole('group', { name: 'Codings beside the text' })).toBeNull();
    // Ada's margin ends where the text begins.
    expect(margin('Codings by Ada').style).toMatchObject({ insetInlineStart: '0px', width: '100px' });
    expect(margin('Codings by Ben').style).toMatchObject({ insetInlineStart: '800px', width: '400px' });
  });

  it('stand on the other sides where the text runs to the left', async ({ open }) => {
    const arabic = 'هل انتهت الحرب؟ نعم.';
    const reader = open(arabic, {
      direction: 'rtl',
      codings: codingsOf(arabic, { a: ['الحرب', 'war'], b: ['الحرب', 'peace', { coder: 'ben' }] }),
    });
    reader.setComparison(compared);
    await screen.findByRole('group', { name: 'Codings by Ada' });
    expect([reader.names('Codings by Ada'), reader.names('Codings by Ben')]).toEqual([['War'], ['Peace']]);
    // Of 1200 pixels the text has 100 to 800: 400 before it, seen from the right, and 100 behind it.
    expect(margin('Codings by Ada').style).toMatchObject({ insetInlineStart: '0px', width: '400px' });
    expect(margin('Codings by Ben').style).toMatchObject({ insetInlineStart: '1100px', width: '100px' });
  });

  it('have what both coded step back, and what differs stand out together', async ({ open }) => {
    const reader = await sideBySide(open);
    reader.names('Codings by Ada');
    expect(['a', 'b', 'c', 'd'].map((id) => bracketOf(id).classList.contains('agreed'))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    await reader.user.click(within(margin('Codings by Ada')).getByRole('button', { name: 'War' }));
    reader.names('Codings by Ada');
    const lit = (id: string): boolean => bracketOf(id).classList.contains('lit');
    expect(['a', 'b', 'c', 'd'].map(lit)).toEqual([true, true, false, false]);
    expect(reader.heard.activate.mock.calls).toEqual([['a']]);
  });

  it('stand together again when it is over, and stay apart in another text', async ({ open }) => {
    const reader = await sideBySide(open);
    reader.setContent({ text, language: '', direction: 'ltr', annotations: codings.slice(0, 2), label: '' });
    expect(reader.names('Codings by Ada')).toEqual(['War']);
    reader.setComparison(null);
    await screen.findByRole('group', { name: 'Codings beside the text' });
    expect(screen.queryByRole('group', { name: 'Codings by Ada' })).toBeNull();
    expect(reader.names().sort()).toEqual(['Peace · BE', 'War · AD']);
  });

  it('change their names and places when others are compared', async ({ open }) => {
    const reader = await sideBySide(open);
    reader.setComparison({ ...compared, first: 'ben', names: { first: 'Ben', second: 'Ada' } });
    await waitFor(() => {
      expect(reader.names('Codings by Ben')).toEqual(['Peace', 'سلام']);
      expect(margin('Codings by Ben').style.insetInlineStart).toBe('0px');
    });
  });
});
