import { number } from '../format.ts';

/** As in: 12 in this article, 3 agreed. What people have coded is counted, and apart from it what they have agreed on. */
function counted(people: number, agreed: number, where: string): string {
  if (agreed === 0) return `${number(people)} ${where}`;
  return people === 0 ? `${number(agreed)} agreed ${where}` : `${number(people)} ${where}, ${number(agreed)} agreed`;
}

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
