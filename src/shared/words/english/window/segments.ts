import { count, number } from '../format.ts';

/** As in: 12 in this article, 3 agreed. What people have coded is counted, and apart from it what they have agreed on. */
function counted(people: number, agreed: number, where: string): string {
  if (agreed === 0) return `${number(people)} ${where}`;
  return people === 0 ? `${number(agreed)} agreed ${where}` : `${number(people)} ${where}, ${number(agreed)} agreed`;
}

type Recoded = {
  code: string;
  changed: number;
  same: number;
  present: number;
  excluded: number;
  removedAnswers: number;
  /** Undoes; undefined: no key does. */
  key: string | undefined;
};

/** What became of all codings that were to get another code. */
function recoded({ code, changed, same, present, excluded, removedAnswers, key }: Recoded): string {
  const stays = (value: number): string => `${number(value)} ${value === 1 ? 'stays as it is' : 'stay as they are'}`;
  const told = [
    changed === 0
      ? 'No coding was changed.'
      : `${count(changed, 'coding has', 'codings have')} the code “${code}” now.`,
    same > 0 && `${number(same)} had it already.`,
    present > 0 && `${stays(present)}, because whoever coded has the same words with “${code}”.`,
    excluded > 0 && `${stays(excluded)}, because a code that excludes “${code}” is on the same words.`,
    removedAnswers > 0 &&
      `${count(removedAnswers, 'answer', 'answers')} went, because “${code}” does not ask for ${removedAnswers === 1 ? 'it' : 'them'}.`,
    changed > 0 && `${undo(key)} brings back what was.`,
  ];
  return told.filter((sentence) => sentence !== false).join(' ');
}

const undo = (key: string | undefined): string => (key === undefined ? 'Undo' : `${key} (undo)`);

/** What the segments list says. */
export const segmentsStrings = {
  title: 'Segments',
  scope: 'Which segments',
  document: 'This article',
  project: 'Whole project',
  code: 'Only one code',
  allCodes: 'All codes',
  clearCode: 'Show all codes',
  coder: 'Only one coder',
  allCoders: 'All coders',
  inDocument: (people: number, agreed: number): string => counted(people, agreed, 'in this article'),
  inProject: (people: number, agreed: number): string => counted(people, agreed, 'in this project'),
  columns: { code: 'Code', quote: 'Quotation', coder: 'Coder', document: 'Document', span: 'Characters' },
  /** What a press on a head does. */
  sortBy: {
    code: 'Sort by code, in the order of the codebook',
    coder: 'Sort by coder',
    document: 'Sort by document, in the order of their list',
    length: 'Sort by length of the passage',
  },
  selected: (value: number): string => `${number(value)} selected`,
  selection: 'Selected codings',
  clearSelection: 'Select nothing',
  changeMany: 'Change code…',
  removeMany: 'Remove',
  changeOf: (value: number): string => `Change the code of ${count(value, 'coding', 'codings')}…`,
  removeOf: (value: number): string => `Remove ${count(value, 'coding', 'codings')}`,
  capped: (selected: number, of: number): string =>
    `${number(selected)} of ${count(of, 'coding', 'codings')} ${selected === 1 ? 'is' : 'are'} selected: an act takes no more at once. Narrow the list to reach the rest.`,
  recoded,
  removed: (value: number, key: string | undefined): string =>
    `${count(value, 'coding is', 'codings are')} removed. ${undo(key)} brings ${value === 1 ? 'it' : 'them'} back.`,
  span: (start: number, end: number): string => `${start}–${end}`,
  memo: (memo: string): string => `Memo: ${memo}`,
  open: 'Show in the text',
  memoOn: 'Memo…',
  copy: 'Copy with its source',
  remove: 'Remove this coding',
  unknown: '?',
  noneInDocument: 'Nothing is coded here yet',
  noneInDocumentHelp: 'Select a passage, then press Enter or click a code.',
  noneInProject: 'Nothing is coded in this project yet',
  noneInProjectHelp: 'Open an article, select a passage, then press Enter or click a code.',
  noneFound: 'No segment matches',
  noneFoundHelp: 'No coding has this code by this coder here.',
  showAll: 'Show all',
  failed: 'The list could not be read',
  retry: 'Try again',
} as const;
