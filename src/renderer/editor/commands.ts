import { EditorSelection } from '@codemirror/state';
import { openSearchPanel } from '@codemirror/search';
import { EditorView } from '@codemirror/view';
import { nudge, nudges } from './boundaries.ts';
import { moved, moves } from './moves.ts';
import { activate, activeOf, annotationsOf, readerSetting } from './readerState.ts';
import type { ReaderCommand, TextSpan } from './types.ts';

function isKeyOf<T extends object>(name: PropertyKey, table: T): name is keyof T {
  return Object.hasOwn(table, name);
}

/** Selects `[start, end)` and brings it into view, with some of the text round it. */
export function selectSpan(view: EditorView, { start, end }: TextSpan, scroll: 'nearest' | 'center'): void {
  const range = EditorSelection.range(start, end);
  view.dispatch({
    selection: range,
    effects: EditorView.scrollIntoView(range, { y: scroll, yMargin: 64 }),
    userEvent: 'select',
  });
}

/** Makes the coding before or after the active one (or the caret) the active one; after the last comes the first. */
function stepAnnotation(view: EditorView, step: 1 | -1): boolean {
  const { ordered, positionOf } = annotationsOf(view.state);
  const active = activeOf(view.state);
  const caret = view.state.selection.main.head;
  const beside = active
    ? ordered[positionOf(active.id) + step]
    : step === 1
      ? ordered.find(({ start }) => start >= caret)
      : ordered.findLast(({ start }) => start < caret);
  const next = beside ?? ordered.at(step === 1 ? 0 : -1);
  if (!next) return false;
  selectSpan(view, { start: next.start, end: next.start }, 'nearest');
  view.dispatch({ effects: EditorView.scrollIntoView(EditorSelection.range(next.start, next.end), { yMargin: 64 }) });
  activate(view, next.id);
  return true;
}

/** Drops the selection or, where there is none, the active coding. */
function clear(view: EditorView): boolean {
  const { main } = view.state.selection;
  if (!main.empty) {
    view.dispatch({ selection: { anchor: main.head }, userEvent: 'select' });
    return true;
  }
  if (!activeOf(view.state)) return false;
  activate(view, null);
  return true;
}

/** Does what the command's name says. False when there was nothing to do. */
export function runCommand(view: EditorView, name: ReaderCommand): boolean {
  if (isKeyOf(name, nudges)) return nudge(view, name);
  if (isKeyOf(name, moves)) {
    const { text, language, wordEnds } = view.state.facet(readerSetting).content;
    const { from, to } = view.state.selection.main;
    const span = moved(name, { start: from, end: to }, text, language, wordEnds);
    if (span) selectSpan(view, span, 'nearest');
    return span !== null;
  }
  switch (name) {
    case 'nextAnnotation':
      return stepAnnotation(view, 1);
    case 'previousAnnotation':
      return stepAnnotation(view, -1);
    case 'findInText':
      return openSearchPanel(view);
    case 'clearSelection':
      return clear(view);
  }
}
