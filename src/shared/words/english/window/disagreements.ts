import type { DisagreementMark } from '../../../model/disagreement.ts';
import { count, number } from '../format.ts';

const places = (value: number): string => count(value, 'place', 'places');

/** What the Reliability view says of single disagreements. */
export const disagreements = {
  back: 'All figures',
  open: (name: string): string => `Who said what: ${name}`,
  allCodes: 'All codes',
  coders: 'Coders',
  allPairs: 'All pairs of coders',
  pair: (one: string, other: string): string => `${one} and ${other}`,
  oneCoder: 'One coder',
  otherCoder: 'The other',
  comparing: 'Comparing…',
  agreeing: (agreeing: number, all: number): string => `${places(all)} compared, ${number(agreeing)} alike`,
  nothing: 'There is nothing to compare here.',
  matrix: (ofRows: string, ofColumns: string): string => `Rows: ${ofRows}. Columns: ${ofColumns}.`,
  cell: (coders: readonly [string, string], labels: readonly [string, string], value: number): string =>
    `${coders[0]}: ${labels[0]}. ${coders[1]}: ${labels[1]}. ${places(value)}`,
  chooseCell: 'Choose a number to see the places behind it. Arrow keys go from number to number.',
  places: 'Places',
  placesOf: (coders: readonly [string, string], labels: readonly [string, string]): string =>
    `${coders[0]}: ${labels[0]} · ${coders[1]}: ${labels[1]}`,
  total: places,
  none: 'No place is left in this cell.',
  more: 'Show more',
  keys: 'Enter opens the text, U says unclear rule, S slip, M writes the memo (Escape goes back), 1, 2 … settle as a coder has it, 0 as neither, R opens again.',
  marks: { 'unclear-rule': 'Unclear rule', slip: 'Slip' } as Readonly<Record<DisagreementMark, string>>,
  nothingMarked: 'marked nothing here',
  noAnswer: 'no answer',
  agreed: 'Agreed version',
  openText: 'Open in the text',
  memo: 'Memo',
  memoLabel: 'Memo on this disagreement',
  memoHint: 'How do you read the rule? What should hold from now on?',
  settle: 'Settle in the agreed version:',
  as: (name: string): string => `As ${name}`,
  neither: 'Neither',
  reopen: 'Open again',
  settledBy: (name: string, at: string): string => `Settled by ${name}, ${at}`,
  blindTitle: (round: string): string => `You code blind in “${round}”`,
  blindText:
    'So that your codings stay your own, the work of others is not shown to you: neither who said what where, nor how well coders agree.',
  blindLeave:
    'To see more, let somebody act who does not code in this round, or, when all have coded, open the round for its coders. Undo makes it blind again.',
  blindOther: 'Who is coding…',
  blindOpen: 'Open the round',
  needsPlace: 'Choose a place among the disagreements first.',
} as const;
