import { count } from '../format.ts';

const places = (value: number): string => count(value, 'disagreement', 'disagreements');

/** What is said of the version that coders agree on. */
export const agreed = {
  title: 'Agreed version',
  none: 'Not begun. It holds what all coders of an article have alike, and what you settle of the rest; each coder can then be compared with it.',
  holds: (documents: number, codings: number, answers: number): string =>
    `${count(codings, 'coding', 'codings')} and ${count(answers, 'answer', 'answers')} in ${count(documents, 'article', 'articles')}.`,
  standing: (resolved: number, open: number): string => `${places(resolved)} settled, ${places(open)} marked and open.`,
  start: 'Start agreed version…',
  takeOver: 'Take over what agrees…',
  dialog: 'Start the agreed version',
  lead: (articles: string): string => `Articles: ${articles}.`,
  takes:
    'Taken over: codings that all coders of an article have alike, with the same code on the same passage; answers about them, and answers for the article, that are the same.',
  leaves: 'Left open: everything on which they differ. Settle it place by place behind the figures.',
  keeps: 'What the agreed version already has stays. Undo takes all of this back in one step.',
  run: 'Take over',
  done: (documents: number, codings: number, answers: number): string =>
    `Taken over: ${agreed.holds(documents, codings, answers)}`,
  against: 'Each coder against the agreed version',
  coder: 'Coder',
  articles: 'Articles',
  precision: 'Precision',
  recall: 'Recall',
  f1: 'F1',
  exact: 'same boundaries',
  partial: 'partial credit',
  agreement: 'Agreement',
  alpha: 'α',
  uAlpha: 'uα',
  of: 'Of',
  notIndependent:
    'The agreed version was made from these codings, so the figures flatter whoever was followed most. They show who departs from it, not how reliable the codebook is.',
} as const;
