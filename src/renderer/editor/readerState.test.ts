import { EditorState } from '@codemirror/state';
import type { StateEffect } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import {
  activeOf,
  annotationsOf,
  changeAnnotations,
  codersOf,
  codesOf,
  codingsDiffer,
  comparisonOf,
  endPreview,
  lightOf,
  litOf,
  previewAnnotation,
  readerSetting,
  readerState,
  setActive,
  setCoders,
  setCodes,
  setComparison,
} from './readerState.ts';
import type { ReaderAnnotation, ReaderComparison } from './types.ts';

const coding = (id: string, start: number, end: number): ReaderAnnotation => ({
  id,
  code: 'war',
  coder: 'ada',
  start,
  end,
  memo: '',
});
const [a, b, c] = [coding('a', 0, 5), coding('b', 3, 9), coding('c', 12, 20)];

function stateWith(annotations: readonly ReaderAnnotation[]): EditorState {
  const content = { text: 'x'.repeat(30), language: '', direction: 'ltr', annotations, label: '' } as const;
  const events = {
    selection: () => undefined,
    activate: () => undefined,
    openPicker: () => undefined,
    digit: () => undefined,
    unselected: () => undefined,
    pointed: () => undefined,
    menu: () => undefined,
    dropCode: () => undefined,
    resize: () => undefined,
  };
  return EditorState.create({
    doc: content.text,
    extensions: [readerSetting.of({ content, events, readOnly: false }), readerState],
  });
}

const after = (state: EditorState, ...effects: StateEffect<unknown>[]): EditorState => state.update({ effects }).state;
const spans = (state: EditorState): [string, number, number][] =>
  annotationsOf(state).ordered.map(({ id, start, end }) => [id, start, end]);

const compared: ReaderComparison = {
  first: 'ada',
  names: { first: 'Ada', second: 'Ben' },
  agreed: new Set(['c']),
  partners: new Map([
    ['a', 'b'],
    ['b', 'a'],
  ]),
};

describe('a reader that was told nothing', () => {
  it('has an empty text without codings in which nothing can be coded', () => {
    const state = EditorState.create({ extensions: readerState });
    expect(state.facet(readerSetting).readOnly).toBe(true);
    expect(spans(state)).toEqual([]);
    expect([activeOf(state), litOf(state), comparisonOf(state)]).toEqual([null, null, null]);
    expect([codesOf(state).size, codersOf(state).byId.size]).toEqual([0, 0]);
  });
});

describe('codings on preview', () => {
  it('show where they are moved to, in their new order, until they are taken back', () => {
    const moved = after(stateWith([a, b]), previewAnnotation.of({ ...b, start: 0, end: 9 }));
    expect(spans(moved)).toEqual([
      ['b', 0, 9],
      ['a', 0, 5],
    ]);
    const twice = after(moved, previewAnnotation.of({ ...b, start: 1, end: 4 }));
    expect(spans(after(twice, endPreview.of('b')))).toEqual(spans(stateWith([a, b])));
  });

  it('end with the project’s answer for them, and with no other', () => {
    const state = after(
      stateWith([a, b]),
      previewAnnotation.of({ ...a, end: 6 }),
      previewAnnotation.of({ ...b, end: 7 }),
      changeAnnotations.of({ upsert: [{ ...a, end: 2 }], remove: [] }),
    );
    expect(spans(after(state, endPreview.of('a'), endPreview.of('b')))).toEqual([
      ['a', 0, 2],
      ['b', 3, 9],
    ]);
  });

  it('do not come back once they are removed', () => {
    const removed = after(
      stateWith([a]),
      previewAnnotation.of({ ...a, end: 6 }),
      changeAnnotations.of({ upsert: [], remove: ['a'] }),
    );
    expect(spans(after(removed, endPreview.of('a'), previewAnnotation.of(a)))).toEqual([]);
  });

  it('are only those that are there', () => {
    const state = stateWith([a]);
    expect(spans(after(state, previewAnnotation.of(c), endPreview.of('b')))).toEqual(spans(state));
  });
});

describe('the active coding', () => {
  it('may be named before it comes, and is none any more when it goes', () => {
    const named = after(stateWith([a]), setActive.of('c'));
    expect(activeOf(named)).toBeNull();
    const come = after(named, changeAnnotations.of({ upsert: [c], remove: [] }));
    expect(activeOf(come)).toBe(c);
    expect(activeOf(after(come, changeAnnotations.of({ upsert: [], remove: ['c'] })))).toBeNull();
  });

  it('is lit while all others step back', () => {
    const state = after(stateWith([a, b, c]), setActive.of('b'));
    expect(['a', 'b', 'c'].map((id) => lightOf(state, id))).toEqual(['dim', 'lit', 'dim']);
    const none = after(state, setActive.of(null));
    expect(['a', 'b', 'c'].map((id) => lightOf(none, id))).toEqual(['usual', 'usual', 'usual']);
  });
});

describe('two coders side by side', () => {
  it('have what both coded step back, and the two that differ stand out together', () => {
    const state = after(stateWith([a, b, c]), setComparison.of(compared));
    const lights = (active: string | null) =>
      ['a', 'b', 'c'].map((id) => lightOf(after(state, setActive.of(active)), id));
    expect(lights(null)).toEqual(['usual', 'usual', 'agreed']);
    expect(lights('a')).toEqual(['lit', 'lit', 'dim']);
    expect(lights('c')).toEqual(['dim', 'dim', 'lit']);
  });
});

describe('what codings look like', () => {
  const state = stateWith([a, b]);

  it('differs after a change of codings, codes, coders, the lit one or the comparison', () => {
    const changes: StateEffect<unknown>[] = [
      changeAnnotations.of({ upsert: [c], remove: [] }),
      previewAnnotation.of({ ...a, end: 4 }),
      setCodes.of(new Map()),
      setCoders.of({ byId: new Map(), acting: null }),
      setActive.of('a'),
      setComparison.of(compared),
    ];
    for (const change of changes) expect(codingsDiffer(state, after(state, change))).toBe(true);
  });

  it('is the same after a selection, and when a coding of another text becomes the active one', () => {
    expect(codingsDiffer(state, state.update({ selection: { anchor: 3 } }).state)).toBe(false);
    expect(codingsDiffer(state, after(state, setActive.of('elsewhere')))).toBe(false);
  });
});
