import { count, number, series } from '../format.ts';

/** What the menu and the bar at a passage say, and the advice where none is selected. */
export const passageStrings = {
  menu: 'What can be done here',
  bar: 'What can be done with this passage',
  codingBar: (code: string): string => `What can be done with this coding: ${code}`,
  apply: (code: string): string => `Apply “${code}”`,
  pick: 'Code…',
  memo: 'Memo',
  link: 'Link…',
  remove: 'Remove',
  more: 'More',
  /** The code of a coding, on the button that changes it. */
  change: (code: string): string => `${code}: change the code`,
  changeTo: (quote: string, code: string): string => `Make “\u2068${quote}\u2069” “${code}”`,
  changeOf: (code: string): string => `Change the code “${code}”…`,
  changeCode: 'Change its code…',
  /** `key` selects the sentence; undefined: none does. */
  selectFirst: (key: string | undefined): string =>
    `Select a passage first: draw over the text${key === undefined ? '' : `, or press ${key} for the sentence`}.`,
  /** What was not taken over when a coding got another code. `key` undoes. */
  answersRemoved: (answers: number, code: string, key: string | undefined): string =>
    `${count(answers, 'answer', 'answers')} of the coding went, because “${code}” does not ask for ${answers === 1 ? 'it' : 'them'}. ${key === undefined ? 'Undo' : `${key} (undo)`} brings the old code and all answers back.`,
  copied: 'Copied with its source.',
  notCopied: 'It could not be copied: the clipboard did not take it.',
  /** A quotation with where it stands; offsets in characters from the beginning of the text. */
  withSource: (quote: string, source: readonly string[], from: number, to: number): string =>
    `“${quote}” (${series([...source, `characters ${number(from)}–${number(to)}`])})`,
} as const;
