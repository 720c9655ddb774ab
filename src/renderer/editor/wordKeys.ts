import { EditorSelection } from '@codemirror/state';
import { Direction } from '@codemirror/view';
import type { EditorView } from '@codemirror/view';
import { utf16 } from '../../shared/text/offsets.ts';
import type { WordEnds } from '../../shared/text/words/runs.ts';
import { wordEndAfter, wordStartBefore } from '../../shared/text/words/steps.ts';
import { readerSetting } from './readerState.ts';

/** Where the caret at `offset` goes by one word: to the next end of a word, or back to the last start of one. */
export function caretByWord(text: string, offset: number, forward: boolean, wordEnds?: WordEnds): number {
  const at = utf16(offset);
  return forward ? (wordEndAfter(text, at, wordEnds) ?? text.length) : (wordStartBefore(text, at, wordEnds) ?? 0);
}

/** Moves the caret by a word to one side, as the text at the caret runs. */
function step(view: EditorView, side: Direction): boolean {
  const { head } = view.state.selection.main;
  const { text, wordEnds } = view.state.facet(readerSetting).content;
  const to = caretByWord(text, head, view.textDirectionAt(head) === side, wordEnds);
  view.dispatch({ selection: EditorSelection.cursor(to), scrollIntoView: true, userEvent: 'select' });
  return true;
}

/** To the left: back in a text that runs from left to right. */
export const wordLeft = (view: EditorView): boolean => step(view, Direction.RTL);

/** To the right. */
export const wordRight = (view: EditorView): boolean => step(view, Direction.LTR);
