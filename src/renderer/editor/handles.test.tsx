import { fireEvent } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { cell, placeOf } from './testGrid.ts';
import { codingsOf, it } from './testReader.ts';
import type { Given, TestReader } from './testReader.ts';

const text = 'War is peace.\nWar is over.\n';
const over = codingsOf(text, { b: ['is over', 'peace'] });

/** A handle says nothing to a screen reader: keys do the same. */
function handle(side: 'start' | 'end'): HTMLElement {
  const found = document.querySelector<HTMLElement>(`.galley-handle.${side}`);
  if (!found) throw new Error(`there is no handle at the ${side}`);
  return Object.assign(found, { setPointerCapture: () => undefined }); // jsdom has none
}

const grab = (side: 'start' | 'end', button = 0): void =>
  // Its middle is as high as half a line, wherever it stands: jsdom lays it out at the top.
  void fireEvent.pointerDown(handle(side), { button, pointerId: 1, clientY: cell.height / 2 });

/** Moves the grabbed handle to the gap before a column. */
function moveTo(side: 'start' | 'end', line: number, column: number): void {
  const { x, y } = placeOf(line, column);
  fireEvent.pointerMove(handle(side), { pointerId: 1, clientX: x - 1, clientY: y });
}

const drop = (side: 'start' | 'end'): void => void fireEvent.pointerUp(handle(side), { pointerId: 1 });

/** “is over”, columns 4 to 11 of the second line, as the active coding. */
function onOver(open: (text: string, given: Given) => TestReader, given: Given = {}): TestReader {
  const reader = open(text, { codings: over, ...given });
  reader.setActive('b');
  return reader;
}

const shown = (reader: TestReader): string =>
  reader
    .tinted()
    .map(({ words }) => words)
    .join('|');

describe('the handles of the active coding', () => {
  it('stand at its ends, in its hue', ({ open }) => {
    onOver(open);
    // The text begins at 100 pixels; characters are 10 wide, lines 20 high.
    const common = { display: 'block', top: '20px', height: '20px', color: 'var(--hue-5)' };
    expect(handle('start').style).toMatchObject({ ...common, left: '140px' });
    expect(handle('end').style).toMatchObject({ ...common, left: '210px' });
  });

  it('stand the other way round where the text runs to the left, and are dragged so', ({ open }) => {
    const arabic = 'هل انتهت الحرب؟';
    const reader = open(arabic, { direction: 'rtl', codings: codingsOf(arabic, { b: ['انتهت', 'war'] }) });
    reader.setActive('b');
    // The text ends at 800 pixels; the word is [3, 8), from there to the left.
    expect([handle('start').style.left, handle('end').style.left]).toEqual(['770px', '720px']);
    grab('end');
    // Nine characters left of the right edge: in the middle of the letter after the blank.
    fireEvent.pointerMove(handle('end'), { pointerId: 1, clientX: 800 - 9.7 * cell.width, clientY: cell.height / 2 });
    drop('end');
    expect(reader.heard.resize.mock.calls).toEqual([['b', 3, 10]]);
  });

  it('are not there without one, nor where nothing can be coded', ({ open }) => {
    const reader = onOver(open);
    reader.setActive(null);
    expect([handle('start').style.display, handle('end').style.display]).toEqual(['none', 'none']);
    reader.destroy();
    document.body.replaceChildren();
    onOver(open, { readOnly: true });
    expect([handle('start').style.display, handle('end').style.display]).toEqual(['none', 'none']);
  });

  it('show what is dragged, and ask the project when they are let go', ({ open }) => {
    const reader = onOver(open);
    grab('start');
    moveTo('start', 1, 0);
    expect(shown(reader)).toBe('War is over');
    expect(reader.heard.resize).not.toHaveBeenCalled();
    moveTo('start', 0, 7);
    drop('start');
    // Column 7 of the first line is “peace.”; the coding ends at 14 + 11.
    expect(reader.heard.resize.mock.calls).toEqual([['b', 7, 25]]);
    moveTo('start', 1, 4);
    expect(reader.heard.resize).toHaveBeenCalledTimes(1);
    expect(shown(reader)).toBe('peace.|War is over');
  });

  it('move the end, too, beyond the last line if they are drawn there', ({ open }) => {
    const reader = onOver(open);
    grab('end');
    moveTo('end', 9, 3);
    drop('end');
    expect(reader.heard.resize.mock.calls).toEqual([['b', 18, text.length]]);
  });

  it('leave at least one character, whole', ({ open }) => {
    const family = '👩‍👩‍👧‍👦'; // 11 units
    const words = `a${family}bcd`;
    const reader = open(words, { codings: codingsOf(words, { f: [`${family}bc`, 'war'] }) });
    reader.setActive('f');
    grab('end');
    moveTo('end', 0, 0);
    drop('end');
    reader.changeAnnotations({ upsert: codingsOf(words, { f: [`${family}bc`, 'war'] }), remove: [] });
    reader.setActive('f');
    grab('start');
    moveTo('start', 0, 15);
    drop('start');
    expect(reader.heard.resize.mock.calls).toEqual([
      ['f', 1, 12],
      ['f', 13, 14],
    ]);
  });

  it('go by whole characters, also such as are written in pieces', ({ open }) => {
    const korean = 'a\u1112\u1161\u11abb'; // 한 in three letters
    const reader = open(korean, { codings: codingsOf(korean, { k: [korean, 'war'] }) });
    reader.setActive('k');
    grab('end');
    moveTo('end', 0, 3); // between its second letter and its third
    drop('end');
    expect(reader.heard.resize.mock.calls).toEqual([['k', 0, 1]]);
  });

  it('put the coding back when dragging is broken off, and ask nothing when nothing was moved', ({ open }) => {
    const reader = onOver(open);
    grab('start');
    moveTo('start', 1, 0);
    fireEvent.pointerCancel(handle('start'), { pointerId: 1 });
    expect(shown(reader)).toBe('is over');
    grab('end');
    moveTo('end', 1, 12);
    moveTo('end', 1, 11);
    drop('end');
    expect(shown(reader)).toBe('is over');
    expect(reader.heard.resize).not.toHaveBeenCalled();
  });

  it('heed no other button, nor a pointer that only passes', ({ open }) => {
    const reader = onOver(open);
    grab('start', 2);
    moveTo('start', 1, 0);
    drop('start');
    moveTo('end', 1, 2);
    expect(shown(reader)).toBe('is over');
    expect(reader.heard.resize).not.toHaveBeenCalled();
  });

  it('begin no selection', ({ open }) => {
    const reader = onOver(open);
    const prevented = vi.fn<(event: Event) => void>();
    document.addEventListener('mousedown', (event) => prevented(event), { once: true });
    expect(fireEvent.mouseDown(handle('start'), { button: 0, clientX: 140, clientY: 30 })).toBe(false);
    expect(reader.selection()).toBeNull();
  });

  it('drag nothing when the coding goes meanwhile', ({ open }) => {
    const reader = onOver(open);
    grab('end');
    reader.changeAnnotations({ upsert: [], remove: ['b'] });
    reader.setActive(null);
    moveTo('end', 1, 2);
    drop('end');
    expect(shown(reader)).toBe('');
    expect(reader.heard.resize).not.toHaveBeenCalled();
  });
});
