import { waitFor } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { codingsOf, holdClock, it } from './testReader.ts';
import type { TestReader } from './testReader.ts';
import type { ReaderCommand } from './types.ts';

const text = 'War is peace. War is over.\n\nIf you want it.\n';
const three = codingsOf(text, { a: ['War is peace', 'war'], b: ['is over', 'peace'], c: ['want', 'war'] });

/** What each command in turn selects, and whether it said that there was something to do. */
function walk(reader: TestReader, commands: readonly ReaderCommand[]): [boolean, string | null][] {
  return commands.map((command) => [reader.command(command), reader.quote()]);
}

describe('steps of the selection', () => {
  it('go from sentence to sentence, and stay at the last', ({ open }) => {
    const reader = open(text);
    expect(walk(reader, ['nextSentence', 'nextSentence', 'nextSentence', 'nextSentence'])).toEqual([
      [true, 'War is peace.'],
      [true, 'War is over.'],
      [true, 'If you want it.'],
      [false, 'If you want it.'],
    ]);
    expect(walk(reader, ['previousSentence', 'previousParagraph', 'shrinkSentence', 'shrinkSentence'])).toEqual([
      [true, 'War is over.'],
      [false, 'War is over.'],
      [false, 'War is over.'],
      [false, 'War is over.'],
    ]);
  });

  it('grow and shrink what is selected', ({ open }) => {
    const reader = open(text);
    reader.pick('peace');
    expect(walk(reader, ['extendWord', 'shrinkWord', 'selectSentence', 'extendSentence', 'selectParagraph'])).toEqual([
      [true, 'peace. War'],
      [true, 'peace'],
      [true, 'War is peace.'],
      [true, 'War is peace. War is over.'],
      [true, 'War is peace. War is over.'],
    ]);
  });

  it('know the sentences of the document’s language and script', ({ open }) => {
    const arabic = open('هل انتهت الحرب؟ نعم.', { language: 'ar', direction: 'rtl' });
    expect(walk(arabic, ['nextSentence', 'nextSentence'])).toEqual([
      [true, 'هل انتهت الحرب؟'],
      [true, 'نعم.'],
    ]);
    const japanese = open('戦争は終わった。平和だ。', { language: 'ja' });
    expect(walk(japanese, ['nextSentence', 'nextSentence'])).toEqual([
      [true, '戦争は終わった。'],
      [true, '平和だ。'],
    ]);
  });

  it('find nothing in an empty text', ({ open }) => {
    const reader = open('');
    const commands = ['nextSentence', 'selectSentence', 'selectParagraph', 'extendWord', 'nextAnnotation'] as const;
    expect(walk(reader, commands)).toEqual(commands.map(() => [false, null]));
  });
});

describe('steps from coding to coding', () => {
  it('begin at the caret, go round, and put the caret where the coding begins', ({ open }) => {
    const reader = open(text, { codings: three });
    reader.select(15, 15, { focus: true });
    const steps = ['nextAnnotation', 'nextAnnotation', 'nextAnnotation', 'previousAnnotation'] as const;
    const carets = steps.map((step) => [reader.command(step), reader.caret()]);
    expect(reader.heard.activate.mock.calls).toEqual([['b'], ['c'], ['a'], ['c']]);
    expect(carets).toEqual([18, 35, 0, 35].map((start) => [true, start]));
    expect(reader.selection()).toBeNull();
  });

  it('go back to the one that begins before the caret, or to the last', ({ open }) => {
    const reader = open(text, { codings: three });
    reader.select(15, 15);
    reader.command('previousAnnotation');
    const other = open(text, { codings: three });
    other.command('previousAnnotation');
    expect([reader.heard.activate.mock.calls, other.heard.activate.mock.calls]).toEqual([[['a']], [['c']]]);
  });

  it('go to the one coding that there is, once', ({ open }) => {
    const reader = open(text, { codings: three.slice(0, 1) });
    expect([reader.command('nextAnnotation'), reader.command('nextAnnotation')]).toEqual([true, true]);
    expect(reader.heard.activate.mock.calls).toEqual([['a']]);
  });
});

describe('moving a boundary', () => {
  /** With “is over” as the active coding. */
  function onOver(open: (text: string, given: object) => TestReader, given = {}): TestReader {
    const reader = open(text, { codings: three, ...given });
    reader.setActive('b');
    return reader;
  }
  const shown = (reader: TestReader): string | undefined => reader.tinted()[1]?.words;

  it('shows it at once, and asks the project', ({ open }) => {
    const reader = onOver(open);
    expect(reader.command('startEarlier')).toBe(true);
    expect(shown(reader)).toBe('War is over');
    expect(reader.command('endEarlier')).toBe(true);
    expect(shown(reader)).toBe('War is');
    expect(reader.command('endLaterByCharacter')).toBe(true);
    // “is over” is [18, 25); “War” before it begins at 14, and “is” ends at 20.
    expect(reader.heard.resize.mock.calls).toEqual([
      ['b', 14, 25],
      ['b', 14, 20],
      ['b', 14, 21],
    ]);
  });

  it('goes back when the project has not answered after two seconds', ({ open }) => {
    holdClock();
    const reader = onOver(open);
    reader.command('startLater');
    expect(shown(reader)).toBe('over');
    vi.advanceTimersByTime(1500);
    reader.command('startLaterByCharacter');
    vi.advanceTimersByTime(1500);
    expect(shown(reader)).toBe('ver');
    vi.advanceTimersByTime(500);
    expect(shown(reader)).toBe('is over');
  });

  it('stays as the project answers, be it other than asked for', async ({ open }) => {
    holdClock();
    const reader = onOver(open);
    reader.command('startLater');
    reader.changeAnnotations({ upsert: codingsOf(text, { b: ['over.', 'peace'] }), remove: [] });
    await waitFor(() => expect(shown(reader)).toBe('over.'));
    vi.advanceTimersByTime(2000);
    expect(shown(reader)).toBe('over.');
  });

  it('does not bring back a coding that the project removed meanwhile', async ({ open }) => {
    holdClock();
    const reader = onOver(open);
    reader.command('endEarlier');
    reader.changeAnnotations({ upsert: [], remove: ['b'] });
    await waitFor(() => expect(shown(reader)).toBe('want'));
    vi.advanceTimersByTime(2000);
    expect(reader.tinted().map(({ words }) => words)).toEqual(['War is peace', 'want']);
  });

  it('leaves another document alone that was opened meanwhile', ({ open }) => {
    holdClock();
    const reader = onOver(open);
    reader.command('startLater');
    const next = 'Other words.';
    reader.setContent({
      text: next,
      language: 'en',
      direction: 'ltr',
      label: '',
      annotations: codingsOf(next, { b: ['words', 'war'] }),
    });
    vi.advanceTimersByTime(2000);
    expect(reader.tinted().map(({ words }) => words)).toEqual(['words']);
  });

  it('has nothing to do without an active coding, at the ends of the text, or where nothing can be coded', ({
    open,
  }) => {
    const none = open(text, { codings: three });
    expect(none.command('startEarlier')).toBe(false);
    const first = open(text, { codings: three });
    first.setActive('a');
    expect(first.command('startEarlier')).toBe(false);
    expect(first.command('startEarlierByCharacter')).toBe(false);
    const shut = onOver(open, { readOnly: true });
    expect(shut.command('endEarlier')).toBe(false);
    expect(shown(shut)).toBe('is over');
    for (const { heard } of [none, first, shut]) expect(heard.resize).not.toHaveBeenCalled();
  });

  it('leaves one character at least', ({ open }) => {
    const reader = open('Ja!', { codings: codingsOf('Ja!', { a: ['J', 'war'] }) });
    reader.setActive('a');
    const commands = ['startLater', 'startLaterByCharacter', 'endEarlier', 'endEarlierByCharacter'] as const;
    expect(commands.map((command) => reader.command(command))).toEqual([false, false, false, false]);
  });
});
