import { describe, expect, vi } from 'vitest';
import { codingsOf, holdClock, it, said } from './testReader.ts';

const text = 'War is peace. War is over.\nIf you want it.\n';
const both = codingsOf(text, { a: ['War is peace', 'war'], b: ['over.\nIf', 'peace', { coder: 'ben' }] });

/** As long as keys and pointer must rest, and a little more. */
const rest = (): void => void vi.advanceTimersByTime(400);

describe('what a screen reader is told', () => {
  it('is what is selected and how much of it, once the keys rest', ({ open }) => {
    holdClock();
    const reader = open(text);
    reader.command('nextSentence');
    vi.advanceTimersByTime(200);
    reader.command('nextSentence');
    vi.advanceTimersByTime(200);
    expect(said()).toBe('');
    vi.advanceTimersByTime(200);
    // W-a-r, blank, i-s, blank, o-v-e-r, full stop.
    expect(said()).toBe('Selected 12 characters: “War is over.”');
    reader.command('shrinkWord');
    reader.select(0, 1);
    rest();
    expect(said()).toBe('Selected 1 character: “W”');
  });

  it('is the active coding with its place, code, coder and words on one line', ({ open }) => {
    holdClock();
    const reader = open(text, { codings: both });
    reader.command('nextAnnotation');
    rest();
    expect(said()).toBe('Coding 1 of 2: War, by Ada, “War is peace”');
    reader.setActive('b');
    rest();
    expect(said()).toBe('Coding 2 of 2: Peace, by Ben, “over. If”');
  });

  it('leaves out code and coder that are not known', ({ open }) => {
    holdClock();
    const reader = open(text, { codings: codingsOf(text, { x: ['you', 'gone', { coder: 'nobody' }] }) });
    reader.setActive('x');
    rest();
    expect(said()).toBe('Coding 1 of 1: “you”');
  });

  it('is the new coding rather than the selection that the focus brings back', async ({ open }) => {
    holdClock();
    const reader = open(text, { codings: both });
    reader.pick('War is peace');
    const field = document.body.appendChild(document.createElement('input'));
    await reader.user.click(field);
    reader.setActive('a');
    reader.pick('War is peace');
    rest();
    expect(said()).toBe('Coding 1 of 2: War, by Ada, “War is peace”');
  });

  it('says a moved boundary with the new words', ({ open }) => {
    holdClock();
    const reader = open(text, { codings: both });
    reader.setActive('a');
    rest();
    reader.command('endEarlier');
    rest();
    expect(said()).toBe('Coding 1 of 2: War, by Ada, “War is”');
  });

  it('cuts a long passage after sixty characters, between whole ones', ({ open }) => {
    holdClock();
    const long = `${'🕊'.repeat(80)} ${'x'.repeat(2000)}`;
    const reader = open(long);
    reader.select(0, 160);
    rest();
    expect(said()).toBe(`Selected 80 characters: “${'🕊'.repeat(60)}…”`);
    reader.select(161, 161 + 1999);
    rest();
    expect(said()).toBe(`Selected 1,999 characters: “${'x'.repeat(60)}…”`);
  });

  it('is nothing where the selection goes, and nothing of a reader that is gone', ({ open }) => {
    holdClock();
    const reader = open(text);
    reader.pick('War');
    rest();
    expect(said()).toBe('Selected 3 characters: “War”');
    reader.command('clearSelection');
    rest();
    expect(said()).toBe('');
    reader.pick('peace');
    reader.destroy();
    expect(() => rest()).not.toThrow();
  });
});
