import type { EditorState } from '@codemirror/state';
import { editorStrings as words } from '#words/window/editor.ts';
import { activeOf, areSeveralCoders, codersOf, comparisonOf } from './readerState.ts';
import type { ReaderAnnotation } from './types.ts';

/** What stands beside a code's name for a coder: initials, or a word for the agreed version. */
export type Mark = {
  readonly text: string;
  /** It is theirs of several equal codings that is the active one. */
  readonly isActive: boolean;
};

/** So many people are marked beside a name; of more only the number is said. */
const mostPeople = 3;

/** Whether one of these codings is of the agreed version. */
export function isAgreed(state: EditorState, members: readonly ReaderAnnotation[]): boolean {
  const { byId } = codersOf(state);
  return members.some(({ coder }) => byId.get(coder)?.isAgreed);
}

/**
 * The coders of codings that are drawn as one, where it is not plain whose they are: none where one person's alone are
 * shown, and where margins bear the coders' names.
 */
export function marksOf(state: EditorState, members: readonly ReaderAnnotation[]): readonly Mark[] {
  if (comparisonOf(state)) return [];
  if (!areSeveralCoders(state) && !isAgreed(state, members)) return [];
  const { byId } = codersOf(state);
  const active = members.length > 1 ? activeOf(state)?.id : undefined;
  const marks = members.flatMap(({ id, coder }): (Mark & { isAgreed: boolean })[] => {
    const known = byId.get(coder);
    if (!known) return [];
    const text = known.isAgreed ? words.agreed : known.initials;
    return [{ text, isActive: id === active, isAgreed: known.isAgreed }];
  });
  return [...fewOf(marks.filter((mark) => !mark.isAgreed)), ...marks.filter((mark) => mark.isAgreed)];
}

/** As many as there is room for, the active one among them, and how many more there are. */
function fewOf(people: readonly Mark[]): readonly Mark[] {
  if (people.length <= mostPeople) return people;
  const first = people.slice(0, mostPeople - 1);
  const others = people.slice(mostPeople - 1);
  const last = others.find(({ isActive }) => isActive) ?? others[0];
  return [...first, ...(last ? [last] : []), { text: words.others(others.length - 1), isActive: false }];
}

/** Names of the coders, as far as they are known. */
export function namesOf(state: EditorState, members: readonly ReaderAnnotation[]): string[] {
  const { byId } = codersOf(state);
  return members.flatMap(({ coder }) => byId.get(coder)?.name ?? []);
}
