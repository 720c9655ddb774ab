import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { harbour, read, selectedWords } from '../testReading.tsx';

const alt = (keys: string): string => `{Alt>}${keys}{/Alt}`;
const ctrl = (keys: string): string => `{Control>}${keys}{/Control}`;
const shift = (keys: string): string => `{Shift>}${keys}{/Shift}`;

/** What is selected after each of these keys. */
async function after({ press }: TestWindow, ...keys: string[]): Promise<(string | null)[]> {
  const seen: (string | null)[] = [];
  for (const one of keys) {
    await press(one);
    seen.push(selectedWords());
  }
  return seen;
}

describe('selecting by sentences', () => {
  it('takes the one at the caret, and goes on by Alt+Down to the last', async ({ galley }) => {
    await read(galley, harbour);
    const down = alt('{ArrowDown}');
    expect(await after(galley, ' ', down, down, down, down)).toEqual([
      'War is peace.',
      'War is over.',
      'The crews went home.',
      'Nobody was hurt.',
      'Nobody was hurt.',
    ]);
  });

  it('begins by Alt+Down with the one at the caret, and goes back by Alt+Up to the first', async ({ galley }) => {
    await read(galley, harbour);
    const up = alt('{ArrowUp}');
    expect(await after(galley, alt('{ArrowDown}'), alt('{ArrowDown}'), up, up)).toEqual([
      'War is peace.',
      'War is over.',
      'War is peace.',
      'War is peace.',
    ]);
  });

  it('grows by the next one, over the end of a paragraph too', async ({ galley }) => {
    await read(galley, harbour);
    const extend = alt(shift('{ArrowDown}'));
    expect(await after(galley, extend, extend, extend)).toEqual([
      'War is peace.',
      'War is peace. War is over.',
      'War is peace. War is over.\nThe crews went home.',
    ]);
  });

  it('grows from some words to the whole sentence by Space', async ({ galley }) => {
    await read(galley, harbour);
    const word = ctrl(shift('{ArrowRight}'));
    expect(await after(galley, word, word, ' ')).toEqual(['War', 'War is', 'War is peace.']);
  });

  it('ends no sentence at an abbreviation’s full stop within a number, and knows those of Arabic and Chinese', async ({
    galley,
  }) => {
    await read(galley, 'It rose 3.5 points. هل انتهت الحرب؟ نعم.\n战争结束了。人们回家。\n');
    const down = alt('{ArrowDown}');
    expect(await after(galley, ' ', down, down, down, down)).toEqual([
      'It rose 3.5 points.',
      'هل انتهت الحرب؟',
      'نعم.',
      '战争结束了。',
      '人们回家。',
    ]);
  });
});

describe('selecting by paragraphs', () => {
  it('takes the one at the caret, and steps by Ctrl+Down and Ctrl+Up', async ({ galley }) => {
    await read(galley, harbour);
    expect(await after(galley, shift(' '), ctrl('{ArrowDown}'), ctrl('{ArrowDown}'), ctrl('{ArrowUp}'))).toEqual([
      'War is peace. War is over.',
      'The crews went home. Nobody was hurt.',
      'The crews went home. Nobody was hurt.',
      'War is peace. War is over.',
    ]);
  });

  it('passes over empty lines', async ({ galley }) => {
    await read(galley, 'One.\n\n\nTwo.\n');
    expect(await after(galley, shift(' '), ctrl('{ArrowDown}'))).toEqual(['One.', 'Two.']);
  });
});

describe('selecting by words and characters', () => {
  it('adds a word and gives one back, and keeps at least one', async ({ galley }) => {
    await read(galley, harbour);
    const [more, less] = [ctrl(shift('{ArrowRight}')), ctrl(shift('{ArrowLeft}'))];
    expect(await after(galley, more, more, more, less, less, less)).toEqual([
      'War',
      'War is',
      'War is peace',
      'War is',
      'War',
      'War',
    ]);
  });

  it('goes by characters with Shift and arrows', async ({ galley }) => {
    await read(galley, 'cafe\u0301.\n');
    const right = shift('{ArrowRight}');
    // The letter with its accent is one step.
    expect(await after(galley, right.repeat(3), right, shift('{ArrowLeft}'))).toEqual(['caf', 'cafe\u0301', 'caf']);
  });

  it('takes all by Ctrl+A, and lets go on Escape', async ({ galley }) => {
    await read(galley, harbour);
    expect(await after(galley, ctrl('a'), '{Escape}')).toEqual([harbour, null]);
  });

  it('goes by words of the dictionary where a script sets no blanks', async ({ galley }) => {
    await read(galley, '战争结束了。\n');
    const more = ctrl(shift('{ArrowRight}'));
    // 战争 war, 结束 end, 了 a particle.
    const seen = await after(galley, more, more);
    expect(seen).toEqual(['战争', '战争结束']);
  });
});
