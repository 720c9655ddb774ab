import { fireEvent } from '@testing-library/react';
import { describe, expect, vi } from 'vitest';
import { codeDragType, passageDragType } from '../../shared/dragging.ts';
import { cell, placeOf } from './testGrid.ts';
import { codingsOf, holdClock, it } from './testReader.ts';
import type { TestReader } from './testReader.ts';

const text = 'War is peace. War is over.\nIf you want it.\n';
const nested = codingsOf(text, { outer: ['War is peace', 'war'], inner: ['is', 'peace'], far: ['want', 'war'] });

type Place = { clientX: number; clientY: number };

/** The middle of the first letter of a passage on screen. */
function over(words: string, of = text): Place {
  const start = of.indexOf(words);
  const lines = of.slice(0, start).split('\n');
  const { x, y } = placeOf(lines.length - 1, lines.at(-1)?.length ?? 0);
  return { clientX: x - 1, clientY: y }; // nearer to the letter's beginning
}

/** Presses a mouse button over a place and lets it go; `detail` counts the presses, as browsers do. */
function press({ text: target }: TestReader, place: Place, more: { detail?: number; shiftKey?: boolean } = {}): void {
  const event = { ...place, button: 0, detail: 1, ...more };
  fireEvent.mouseDown(target, { ...event, buttons: 1 });
  fireEvent.mouseUp(target, event);
  fireEvent.click(target, event);
}

/** Draws the pressed mouse from one place to another. */
function draw({ text: target }: TestReader, from: Place, to: Place, detail = 1, altKey = false): void {
  fireEvent.mouseDown(target, { ...from, button: 0, buttons: 1, detail, altKey });
  fireEvent.mouseMove(target, { ...to, button: 0, buttons: 1, altKey });
  fireEvent.mouseUp(target, { ...to, button: 0, altKey });
}

describe('a click on the text', () => {
  it('makes the innermost coding the active one, the next click the one around it, and so on', ({ open }) => {
    const reader = open(text, { codings: nested });
    press(reader, over('is'));
    press(reader, over('is'));
    press(reader, over('is'));
    expect(reader.heard.activate.mock.calls).toEqual([['inner'], ['outer'], ['inner']]);
  });

  it('goes through equal codings of several coders, one’s own first, and then to the one around them', ({ open }) => {
    const equal = ['ada', 'ben', 'noor'].flatMap((coder) => codingsOf(text, { [coder]: ['is', 'peace', { coder }] }));
    const war = codingsOf(text, { x: ['is', 'war', { coder: 'ada' }] });
    const reader = open(text, { codings: [...nested.slice(0, 1), ...war, ...equal], acting: 'noor' });
    for (let click = 0; click < 6; click++) press(reader, over('is'));
    const order = reader.heard.activate.mock.calls.map(([id]) => id);
    expect(order).toEqual(['noor', 'ada', 'ben', 'x', 'outer', 'noor']);
  });

  it('beside every coding makes none the active one', ({ open }) => {
    const reader = open(text, { codings: nested });
    press(reader, over('want'));
    press(reader, over('over'));
    const { clientY } = over('want');
    press(reader, over('want'));
    press(reader, { clientX: 700, clientY });
    expect(reader.heard.activate.mock.calls).toEqual([['far'], [null], ['far'], [null]]);
  });

  it('behind the end of a line is beside a coding that goes to its end', ({ open }) => {
    const reader = open(text, { codings: codingsOf(text, { last: ['want it.', 'war'] }) });
    press(reader, { clientX: 700, clientY: over('want').clientY });
    expect(reader.heard.activate).not.toHaveBeenCalled();
  });

  it('finds its coding in a text that runs to the left', ({ open }) => {
    const arabic = 'هل انتهت الحرب؟';
    const reader = open(arabic, {
      direction: 'rtl',
      codings: codingsOf(arabic, { first: ['هل', 'war'], last: ['الحرب', 'peace'] }),
    });
    const at = (column: number): Place => ({ clientX: 800 - (column + 0.6) * cell.width, clientY: 10 });
    press(reader, at(arabic.indexOf('الحرب') + 2));
    press(reader, at(0));
    press(reader, at(4));
    expect(reader.heard.activate.mock.calls).toEqual([['last'], ['first'], [null]]);
  });

  it('that extends the selection leaves the active coding alone', ({ open }) => {
    const reader = open(text, { codings: nested });
    reader.setActive('far');
    reader.select(0, 0, { focus: true });
    press(reader, over('peace'), { shiftKey: true });
    expect(reader.quote()).toBe('War is');
    expect(reader.heard.activate).not.toHaveBeenCalled();
  });
});

describe('selecting by the pointer', () => {
  it('takes the word by a double click, the paragraph by a triple one', ({ open }) => {
    const reader = open(text, { codings: nested });
    press(reader, over('peace'), { detail: 2 });
    expect(reader.quote()).toBe('peace');
    press(reader, over('peace'), { detail: 3 });
    expect(reader.quote()).toBe('War is peace. War is over.');
    expect(reader.heard.activate).not.toHaveBeenCalled();
  });

  it('takes more words as it is drawn on, in either direction', ({ open }) => {
    const reader = open(text);
    draw(reader, over('is over'), over('ver.'), 2);
    expect(reader.quote()).toBe('is over');
    draw(reader, over('over.'), over('peace'), 2);
    expect(reader.quote()).toBe('peace. War is over');
    draw(reader, over('over.'), over('want'), 3);
    expect(reader.quote()).toBe('War is peace. War is over.\nIf you want it.');
  });

  it('takes the word of a dictionary in a script that sets no blanks', ({ open }) => {
    const thai = 'ภาษาไทย';
    const reader = open(thai, { language: 'th', wordEnds: () => [4, 7] }); // ภาษา (language), ไทย (Thai)
    press(reader, over('ท', thai), { detail: 2 });
    expect(reader.quote()).toBe('ไทย');
  });

  it('takes whole characters, also such as are written in pieces', ({ open }) => {
    const syllable = '\u1112\u1161\u11ab'; // 한 in three letters
    const korean = `a${syllable}b`;
    const reader = open(korean);
    draw(reader, over('\u1161', korean), over('b', korean), 1, true);
    expect(reader.quote()).toBe(syllable);
    expect(document.getSelection()?.toString()).toBe(syllable); // what is coded is what is seen to be selected
    draw(reader, over('\u1161', korean), over('a', korean), 1, true);
    expect(reader.quote()).toBe(`a${syllable}`);
  });

  it('takes whole words from a single press, in either direction, without the blanks round them', ({ open }) => {
    const reader = open(text);
    draw(reader, over('r is'), over('peace'));
    expect(reader.quote()).toBe('War is');
    expect(reader.heard.selection).toHaveBeenLastCalledWith({ start: 0, end: 6 });
    press(reader, over('want'));
    draw(reader, over('ace.'), over('r is'));
    expect(reader.quote()).toBe('War is peace');
    press(reader, over('want'));
    draw(reader, over(' is'), over('is'));
    expect(reader.quote()).toBeNull();
  });

  it('goes by letters with Alt, and tells what is selected', ({ open }) => {
    const reader = open(text);
    draw(reader, over('r is'), over('peace'), 1, true);
    expect(reader.quote()).toBe('r is ');
    expect(reader.heard.selection).toHaveBeenLastCalledWith({ start: 2, end: 7 });
  });

  it('says where on screen it has selected something or chosen a coding, and nothing of a bare click', ({ open }) => {
    holdClock();
    const reader = open(text, { codings: nested });
    const told = (): DOMRect | undefined => {
      vi.runOnlyPendingTimers();
      return reader.heard.pointed.mock.lastCall?.[0];
    };
    press(reader, over('over'));
    expect(told()).toBeUndefined();
    draw(reader, over('War'), over('is'));
    expect(told()).toMatchObject({ left: 100, top: 0, width: 3 * cell.width, height: cell.height });
    press(reader, over('want'));
    expect(told()).toMatchObject({ left: placeOf(1, 7).x - cell.width / 2, top: cell.height, width: 4 * cell.width });
  });
});

describe('the right button', () => {
  const right = ({ text: target }: TestReader, place: Place): boolean =>
    fireEvent.contextMenu(target, { ...place, button: 2 });

  it('asks for the menu of the innermost coding, which becomes the active one', ({ open }) => {
    const reader = open(text, { codings: nested });
    expect(right(reader, over('is'))).toBe(false); // the browser shows no menu of its own
    expect(reader.heard.menu).toHaveBeenCalledExactlyOnceWith(
      { x: over('is').clientX, y: over('is').clientY },
      'inner',
    );
    expect(reader.heard.activate).toHaveBeenCalledExactlyOnceWith('inner');
  });

  it('leaves what is selected under it, and ends a selection elsewhere', ({ open }) => {
    const reader = open(text, { codings: nested });
    reader.pick('War is over');
    right(reader, over('over'));
    expect(reader.quote()).toBe('War is over');
    expect(reader.heard.menu).toHaveBeenLastCalledWith(expect.anything(), null);
    right(reader, over('want'));
    expect([reader.quote(), reader.caret()]).toEqual([null, text.indexOf('want')]);
    expect(reader.heard.menu).toHaveBeenLastCalledWith(expect.anything(), 'far');
  });

  it('on a text that can only be read shows the menu all the same', ({ open }) => {
    const reader = open(text, { codings: nested, readOnly: true });
    right(reader, over('is'));
    expect(reader.heard.menu).toHaveBeenLastCalledWith(expect.anything(), 'inner');
  });
});

describe('a code that is dragged over the text', () => {
  /** Tells the text of a drag; the page of the tests has no such events of its own. Says whether it takes what is dragged. */
  function drag(kind: string, { text: target }: TestReader, words: string, type: string = codeDragType): boolean {
    const dataTransfer = { types: [type], getData: (asked: string) => (asked === type ? 'war' : ''), dropEffect: '' };
    const event = new MouseEvent(kind, { ...over(words), bubbles: true, cancelable: true });
    return !fireEvent(target, Object.assign(event, { dataTransfer }));
  }
  const held = (): string => [...document.querySelectorAll('.galley-held')].map((one) => one.textContent).join('');

  it('shows the sentence that would get it, and gives it on a drop', ({ open }) => {
    const reader = open(text);
    expect(drag('dragover', reader, 'over')).toBe(true);
    expect(held()).toBe('War is over.');
    drag('dragleave', reader, 'over');
    expect(held()).toBe('');
    drag('drop', reader, 'over');
    expect(reader.heard.dropCode).toHaveBeenCalledExactlyOnceWith('war', { start: 14, end: 26 });
    expect(held()).toBe('');
  });

  it('means what is selected where it is dropped on that', ({ open }) => {
    const reader = open(text);
    reader.pick('is over');
    drag('drop', reader, 'over');
    expect(reader.heard.dropCode).toHaveBeenCalledExactlyOnceWith('war', { start: 18, end: 25 });
  });

  it('means nothing on a text that can only be read, nor does anything else that is dropped', ({ open }) => {
    const reader = open(text);
    drag('drop', reader, 'over', 'text/plain');
    expect(reader.heard.dropCode).not.toHaveBeenCalled();
    const closed = open(text, { readOnly: true });
    expect(drag('dragover', closed, 'over')).toBe(false);
    drag('drop', closed, 'over');
    expect(closed.heard.dropCode).not.toHaveBeenCalled();
  });
});

describe('words that are dragged from the text', () => {
  it('say that they are the passage that is selected; without one nothing is dragged', ({ open }) => {
    const reader = open(text);
    const given = new Map<string, string>();
    const dataTransfer = { setData: (type: string, value: string) => given.set(type, value) };
    const start = (): boolean => fireEvent.dragStart(reader.text, { dataTransfer });
    expect(start()).toBe(false);
    expect(given.size).toBe(0);
    reader.pick('is over');
    expect(start()).toBe(true);
    expect(given.get(passageDragType)).toBe('is over');
  });
});

describe('a pointer that rests', () => {
  const isLit = (reader: TestReader, words: string): boolean =>
    reader.tinted().some((tint) => tint.words === words && tint.style.startsWith('border-bottom: 2px'));
  const move = ({ text: target }: TestReader, place: Place, buttons = 0): void =>
    void fireEvent.mouseMove(target, { ...place, buttons });

  it('lights the coding that it rests on, and tells nobody', ({ open }) => {
    holdClock();
    const reader = open(text, { codings: nested });
    move(reader, over('want'));
    expect(isLit(reader, 'want')).toBe(false);
    vi.advanceTimersByTime(140);
    expect(isLit(reader, 'want')).toBe(true);
    move(reader, over('over'));
    vi.advanceTimersByTime(140);
    expect(isLit(reader, 'want')).toBe(false);
    expect(reader.heard.activate).not.toHaveBeenCalled();
  });

  it('lights nothing that it only passes, nothing while it selects, and nothing once it has left', ({ open }) => {
    holdClock();
    const reader = open(text, { codings: nested });
    move(reader, over('want'));
    move(reader, { clientX: 20, clientY: 5 * cell.height });
    const litAfterRest = (): boolean => {
      vi.advanceTimersByTime(140);
      return isLit(reader, 'want');
    };
    expect(litAfterRest()).toBe(false);
    move(reader, over('want'), 1);
    expect(litAfterRest()).toBe(false);
    move(reader, over('want'));
    fireEvent.mouseLeave(reader.text);
    expect(litAfterRest()).toBe(false);
    move(reader, over('want'));
    expect(litAfterRest()).toBe(true);
  });

  it('lets go of a coding that goes', async ({ open }) => {
    holdClock();
    const reader = open(text, { codings: nested });
    move(reader, over('want'));
    vi.advanceTimersByTime(140);
    reader.changeAnnotations({ upsert: [], remove: ['far'] });
    await vi.waitFor(() => expect(reader.tinted().length).toBe(3));
    expect(reader.tinted().some(({ style }) => style.includes('30%'))).toBe(false);
  });
});
