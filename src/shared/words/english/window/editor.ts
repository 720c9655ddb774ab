import { count, number, series } from '../format.ts';

/** What the reader says: labels, titles and announcements. */
export const editorStrings = {
  text: 'Article text',
  margin: 'Codings beside the text',
  marginOf: (coder: string) => `Codings by ${coder}`,
  memo: 'memo',
  /** Beside the name of a code, for a coding of the agreed version; initials stand there for people. */
  agreed: 'agreed',
  /** After initials: so many more coders. */
  others: (value: number) => `+${number(value)}`,
  /** What stands beside a bracket, and the coders in full. As in: Conflict · AB NS, by Ada Berg, Noor Saleh. */
  nameWhose: (shown: string, coders: readonly string[]) => `${shown}, by ${series(coders)}`,
  memoBy: (coder: string, memo: string) => `${coder}: ${memo}`,
  more: (value: number) => count(value, 'more coding', 'more codings'),
  find: 'Find in text',
  findNext: 'Next match',
  findPrevious: 'Previous match',
  matchCase: 'Match case',
  wholeWord: 'Whole word',
  regularExpression: 'Regular expression',
  close: 'Close',
  noMatch: 'No match',
  badExpression: 'Not a regular expression',
  /** What CodeMirror says by itself, by its own English. As in: Current match. The minister said no on line 3. */
  ofCodeMirror: { 'current match': 'Current match', 'on line': 'on line', 'Control character': 'Control character' },
  matches: (at: number | null, count: number, complete: boolean) => {
    const total = `${number(count)}${complete ? '' : '+'}`;
    return at === null ? `${total} ${count === 1 && complete ? 'match' : 'matches'}` : `${number(at)} of ${total}`;
  },
  quote: (words: string) => `“${words}”`,
  /**
   * As in: Coding 3 of 12: Conflict, by Ada, also by Ben, Noor, “For eleven days…”. Code and coder are empty where they are
   * not known; the others have coded just the same.
   */
  coding: (place: number, all: number, code: string, coder: string, others: readonly string[], quote: string) =>
    `Coding ${place} of ${all}: ${series([
      ...(code === '' ? [] : [code]),
      ...(coder === '' ? [] : [`by ${coder}`]),
      ...(others.length === 0 ? [] : [`also by ${series(others)}`]),
      quote,
    ])}`,
  /** As in: Selected 42 characters: “For eleven days…”. */
  selected: (characters: number, quote: string) =>
    `Selected ${number(characters)} ${characters === 1 ? 'character' : 'characters'}: ${quote}`,
} as const;
