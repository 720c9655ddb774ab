import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { cell } from './testGrid.ts';
import { codes, codingsOf, it } from './testReader.ts';
import type { ReaderContent } from './types.ts';

const text = 'War is peace.\nWar is over, if you want it.\n';
const both = codingsOf(text, { a: ['War is peace', 'war'], b: ['over', 'peace'] });
const other: ReaderContent = { text: 'Zweiter Text.', language: 'de', direction: 'ltr', annotations: [], label: 'Two' };

describe('the text on screen', () => {
  it('is called what it is, with the document’s name, its language, and that it is only read', ({ open }) => {
    const { text: box } = open(text, { label: 'port-2024.txt', language: 'en-GB' });
    expect(box.getAttribute('aria-description')).toBe('port-2024.txt');
    expect(box.getAttribute('aria-readonly')).toBe('true');
    expect(box.getAttribute('lang')).toBe('en-GB');
    expect(box.tabIndex).toBe(0);
    expect(box.textContent).toBe('War is peace.War is over, if you want it.');
  });

  it('names neither a language nor a document that are not known', ({ open }) => {
    const { text: box } = open(text, { language: '' });
    expect(box.hasAttribute('lang')).toBe(false);
    expect(box.hasAttribute('aria-description')).toBe(false);
  });

  it('runs from right to left where the document does, but for lines that begin the other way', ({ open }) => {
    const { text: box } = open('مرحبا بالعالم\nHello 123\n2024', { direction: 'rtl', language: 'ar' });
    expect(box.dir).toBe('rtl');
    expect(screen.getByText('Hello 123').getAttribute('dir')).toBe('ltr');
    expect(screen.getByText('مرحبا بالعالم').hasAttribute('dir')).toBe(false);
    expect(screen.getByText('2024').hasAttribute('dir')).toBe(false);
  });

  it('sets its headline apart: the line with the document’s name, below what stands above it', ({ open }) => {
    open('Home\nWorld\nPort reopens\n\nThe port …', { label: 'Port reopens' });
    expect(screen.getByText('Port reopens').classList).toContain('galley-title');
    expect(screen.getByText('Home').classList).not.toContain('galley-title');
  });

  it('shows control characters and line separators as signs, and goes on in the same line', ({ open }) => {
    const { text: box } = open('one\u2028two\u0007');
    expect(screen.getByTitle('Control character line separator').textContent).not.toBe('');
    expect(screen.getByTitle('Control character bell').textContent).not.toBe('');
    expect(box.childElementCount).toBe(1);
  });

  it('cannot be changed by typing, pasting, cutting, deleting or dropping', async ({ open }) => {
    const reader = open(text);
    reader.select(4, 4, { focus: true });
    await reader.press('abc{Backspace}{Delete}{Enter}');
    reader.pick('War');
    await reader.user.paste('Love');
    await reader.user.cut();
    await reader.press('{Backspace}{Delete}');
    for (const kind of ['drop', 'beforeinput']) {
      const event = new Event(kind, { bubbles: true, cancelable: true });
      reader.text.dispatchEvent(event);
      expect(event.defaultPrevented, kind).toBe(true);
    }
    expect(reader.text.textContent).toBe('War is peace.War is over, if you want it.');
  });

  it('is put back when something else writes into the page', async ({ open }) => {
    const reader = open(text);
    screen.getByText('War is peace.').textContent = 'War is good.';
    await waitFor(() => expect(reader.text.textContent).toBe('War is peace.War is over, if you want it.'));
  });

  it('takes size and measure from the settings', ({ open }) => {
    const reader = open(text);
    reader.setStyle({ textSize: 21, measure: 64 });
    const { style } = reader.text.closest<HTMLElement>('[style*="--galley-measure"]') ?? reader.text;
    expect(style.getPropertyValue('--galley-text-size')).toBe('21px');
    expect(style.getPropertyValue('--galley-measure')).toBe('64');
  });

  it('counts a carriage return as the project does, though no line ends there', ({ open }) => {
    const reader = open('one\r\ntwo');
    expect(reader.text.childElementCount).toBe(2);
    reader.select(99, 5);
    expect(reader.quote()).toBe('two');
  });
});

describe('another document', () => {
  it('comes in from its beginning with nothing selected, and says so', ({ open }) => {
    const reader = open(text, { codings: both });
    reader.setActive('a');
    reader.pick('over');
    reader.setContent(other);
    expect(reader.heard.selection.mock.calls).toEqual([[{ start: 21, end: 25 }], [null]]);
    expect(reader.selection()).toBeNull();
    expect(reader.caret()).toBe(0);
    expect(reader.names()).toEqual([]);
    expect(reader.text.textContent).toBe('Zweiter Text.');
  });

  it('reports no selection that was not there', ({ open }) => {
    const reader = open(text);
    reader.setContent(other);
    expect(reader.heard.selection).not.toHaveBeenCalled();
  });

  it('keeps codes and coders', ({ open }) => {
    const reader = open(text);
    reader.setContent({ ...other, annotations: codingsOf(other.text, { c: ['Text', 'war'] }) });
    expect(reader.names()).toEqual(['War']);
    expect(screen.getByRole('button', { name: 'War' }).title).toBe('Conflict / War\nAda');
  });

  it('does not get changes that were meant for the one before', async ({ open }) => {
    const reader = open(text);
    reader.changeAnnotations({ upsert: both, remove: [] });
    reader.setContent(other);
    reader.changeAnnotations({ upsert: codingsOf(other.text, { c: ['Zweiter', 'peace'] }), remove: [] });
    await waitFor(() => expect(reader.tinted().map(({ words }) => words)).toEqual(['Zweiter']));
  });
});

describe('the selection', () => {
  it('is told once, and again when it changes or goes', async ({ open }) => {
    const reader = open(text);
    reader.pick('War');
    reader.pick('War');
    await reader.press('{Escape}');
    expect(reader.heard.selection.mock.calls).toEqual([[{ start: 0, end: 3 }], [null]]);
  });

  it('stays within the text, whichever end comes first', ({ open }) => {
    const reader = open(text);
    reader.select(200, 27);
    expect(reader.quote()).toBe('if you want it.\n');
    reader.select(-5, 3);
    expect(reader.quote()).toBe('War');
    reader.select(99, 99);
    expect(reader.caret()).toBe(text.length);
    expect(reader.selectionRect()).toBeNull();
  });

  it('is whole characters, as a reader sees them', ({ open }) => {
    const family = '👩‍👩‍👧‍👦';
    const reader = open(`a${family}e\u0301b`);
    reader.select(3, 13);
    // One unit, the family of 11 units, and e with its accent, of which the selection had only the e.
    expect(reader.selection()).toEqual({ start: 1, end: 14 });
  });

  it('has a box on screen, round its line or as wide as the text', ({ open }) => {
    const reader = open(text);
    reader.pick('is over');
    // Columns 4 to 11 of the second line; the text begins at 100.
    expect(reader.selectionRect()).toMatchObject({ left: 140, right: 210, top: 20, bottom: 40 });
    reader.pick('peace.\nWar');
    expect(reader.selectionRect()).toMatchObject({ left: 100, right: 800, top: 0, bottom: 40 });
  });

  it('stays to be seen while another field has the focus', async ({ open }) => {
    const reader = open(text);
    reader.pick('is over');
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await waitFor(() => expect(screen.getByText('is over').className).toBe('galley-held'));
    reader.focus();
    await waitFor(() => expect(screen.queryByText('is over')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(reader.text));
    expect(reader.quote()).toBe('is over');
  });
});

describe('tints', () => {
  it('lie under coded passages, and deeper where two overlap', ({ open }) => {
    const reader = open(text, {
      codings: codingsOf(text, { a: ['War is', 'war'], b: ['is peace', 'peace'], c: ['want', 'gone'] }),
    });
    const [first, shared, last] = reader.tinted();
    expect([first?.words, shared?.words, last?.words]).toEqual(['War ', 'is', ' peace']);
    expect(first?.style).not.toContain('--hue-5');
    expect(shared?.style).toContain('var(--hue-1)');
    expect(shared?.style).toContain('var(--hue-5)');
    expect(last?.style).not.toContain('--hue-1');
  });

  it('come when the code’s record comes, and take its new hue', ({ open }) => {
    const reader = open(text, { codings: codingsOf(text, { a: ['War', 'late'] }) });
    expect(reader.tinted()).toEqual([]);
    const late = { id: 'late', name: 'Late', path: 'Late', hue: 7, pattern: 'plain' } as const;
    reader.setCodes(new Map([...codes, ['late', late]]));
    expect(reader.tinted()[0]?.style).toContain('var(--hue-7)');
    expect(reader.names()).toEqual(['Late']);
    reader.setCodes(new Map([['late', { ...late, hue: 2, name: 'Sooner' }]]));
    expect(reader.tinted()[0]?.style).toContain('var(--hue-2)');
  });

  it('follow a coding that comes, moves, and goes', async ({ open }) => {
    const reader = open(text, { codings: both });
    const words = () => reader.tinted().map((tint) => tint.words);
    reader.changeAnnotations({ upsert: codingsOf(text, { b: ['is over', 'war'], c: ['want', 'war'] }), remove: [] });
    await waitFor(() => expect(words()).toEqual(['War is peace', 'is over', 'want']));
    reader.changeAnnotations({ upsert: [], remove: ['a', 'c', 'unknown'] });
    await waitFor(() => expect(words()).toEqual(['is over']));
  });

  it('step back for the active coding, which is lit', ({ open }) => {
    const reader = open(text, { codings: both });
    reader.setActive('b');
    const [back, lit] = reader.tinted();
    expect(back?.style).toContain('color-mix(in oklab,var(--hue-1) 30%,transparent)');
    expect(lit?.style).toMatch(/^border-bottom: 2px/u);
    reader.setActive(null);
    expect(reader.tinted()[0]?.style).not.toContain('30%');
    expect(reader.heard.activate).not.toHaveBeenCalled();
  });
});

describe('a long text', () => {
  const long = Array.from({ length: 400 }, (_, line) => `Line ${line}.`).join('\n');
  const startOf = (line: number): number => long.indexOf(`Line ${line}.`);

  it('is drawn only round the window, and says which paragraph is at its top', async ({ open }) => {
    const reader = open(long, { codings: codingsOf(long, { a: ['Line 1.', 'war'], z: ['Line 399.', 'war'] }) });
    expect(reader.position()).toBe(0);
    expect(screen.queryByText('Line 399.')).toBeNull();
    expect(reader.names()).toEqual(['War']);
    reader.scrollTo(startOf(360) + 2);
    await waitFor(() => expect(reader.position()).toBe(startOf(360)));
    expect(reader.names()).toEqual(['War']);
    expect(reader.tinted().map(({ words }) => words)).toEqual(['Line 399.']);
    expect(screen.queryByText('Line 1.')).toBeNull();
  });

  it('shows another document from its top, though this one was scrolled', async ({ open }) => {
    const reader = open(long);
    reader.scrollTo(startOf(200));
    await waitFor(() => expect(reader.position()).toBe(startOf(200)));
    reader.setContent({ ...other, text: long });
    await waitFor(() => expect(reader.position()).toBe(0));
  });

  it('brings a passage that is selected from elsewhere to the middle of the window', async ({ open }) => {
    const reader = open(long);
    reader.select(startOf(250), startOf(250) + 4, { scroll: true });
    // 600 pixels hold 30 lines: 15 of them above the passage.
    await waitFor(() => expect(Math.abs(reader.position() - startOf(235))).toBeLessThanOrEqual(cell.height));
    expect(document.activeElement).not.toBe(reader.text);
  });
});
