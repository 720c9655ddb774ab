import type { Extension } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';
import type { PluginValue, ViewUpdate } from '@codemirror/view';
import { activeOf, readerSetting } from './readerState.ts';
import { selectedSpan } from './selection.ts';
import type { TextSpan } from './types.ts';
import { annotationAnnouncement, selectionAnnouncement } from './spoken.ts';

/** Waits until keys and pointer rest, in milliseconds, so that a held key does not fill the ear. */
const restTime = 350;

function sameSpan(a: TextSpan | null, b: TextSpan | null): boolean {
  return a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);
}

/** Tells the project of the selection. Listeners run after the update, so that what hears of it may change the reader. */
const reports = EditorView.updateListener.of(({ state, startState, selectionSet }) => {
  if (!selectionSet) return;
  const span = selectedSpan(state);
  if (!sameSpan(span, selectedSpan(startState))) state.facet(readerSetting).events.selection(span);
});

/** Tells screen readers of the selection and of the active coding. */
class Announcements implements PluginValue {
  #timer: ReturnType<typeof setTimeout> | undefined;

  update({ view, state, startState, selectionSet }: ViewUpdate): void {
    const span = selectionSet ? selectedSpan(state) : null;
    // The focus that comes back sets the selection that is there: said again, it would take the word from a new coding.
    if (span && !sameSpan(span, selectedSpan(startState)))
      this.#say(view, () => selectionAnnouncement(view.state, span));
    const active = activeOf(state);
    if (active && active !== activeOf(startState)) {
      this.#say(view, () => annotationAnnouncement(view.state, active));
    }
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  #say(view: EditorView, words: () => string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => view.dispatch({ effects: EditorView.announce.of(words()) }), restTime);
  }
}

export const announcements: Extension = [reports, ViewPlugin.fromClass(Announcements)];
