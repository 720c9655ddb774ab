import { count, number } from './format.ts';

/** What is said while a text is corrected, and of the texts that an article had before. */
export const correctStrings = {
  title: (name: string): string => `Correct the text of “${name}”`,
  editLead:
    'The present text is kept as an earlier version. Nothing changes before you have seen what it does to codings.',
  text: 'Corrected text',
  reason: 'Reason',
  reasonPlaceholder: 'Mended by hand after the page, missing paragraph added …',
  again: 'Begin again with the present text',
  compare: 'Compare',
  comparing: 'Comparing…',
  same: 'This is the present text: nothing has been changed yet.',
  empty: 'A text cannot be empty.',
  gone: 'This article is no longer open.',
  reviewLead: (changes: number): string =>
    `${count(changes, 'change', 'changes')} in the text. Decide what becomes of the codings whose place is not certain.`,
  difference: 'Difference',
  removed: 'taken out:',
  added: 'put in:',
  moreChanges: (hidden: number): string => `${count(hidden, 'further change', 'further changes')} not shown here.`,
  back: 'Back to the text',
  codings: 'Codings',
  certain: (value: number): string => `${count(value, 'coding keeps', 'codings keep')} words and place for certain.`,
  noneDoubtful: 'No coding is in doubt.',
  doubtfulList: 'Codings to decide on',
  keys: 'In the list: K keeps the proposed place, R removes the coding, arrow keys go up and down.',
  left: (value: number): string => (value === 0 ? 'All decided.' : `${number(value)} still to decide`),
  before: 'was',
  after: 'would be',
  lost: 'These words, or others like them, are not in the corrected text.',
  keep: 'Keep here',
  remove: 'Remove',
  accept: 'Accept its removal',
  keepAll: 'Keep all that have a place',
  removeLost: 'Accept all removals',
  evidence: (doubtful: number, lost: number): string =>
    `Passages that answers point at: ${number(doubtful)} follow to the likeliest place, ${number(lost)} are dropped.`,
  examples: (value: number): string =>
    `${count(value, 'example of a code keeps its', 'examples of codes keep their')} words and no longer ${value === 1 ? 'leads' : 'lead'} to a passage.`,
  commit: (removed: number): string =>
    removed === 0 ? 'Correct the text' : `Correct the text, remove ${count(removed, 'coding', 'codings')}`,
  corrected: (version: number, moved: number, removed: number): string =>
    `The text is corrected; the one before is kept as version ${number(version)}. ${count(moved, 'coding', 'codings')} moved, ${number(removed)} removed.`,
  blind: 'In a blind round a text cannot be corrected: that would show the codings of others.',
  button: 'Correct the text…',
  versions: 'Earlier texts',
  noVersions: 'The text is as it was imported.',
  version: (value: number): string => `Version ${number(value)}`,
  replaced: (when: string, who: string | null): string => `replaced ${when}${who === null ? '' : ` by ${who}`}`,
  noReason: 'No reason given',
} as const;
