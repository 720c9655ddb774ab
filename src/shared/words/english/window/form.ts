import { count, number } from '../format.ts';

/** A bound of a range as it is typed, with a minus sign. */
const bound = (value: number): string => String(value).replace('-', '−');

/** What the article form says. */
export const formStrings = {
  tab: 'Form',
  label: 'Article form',
  article: 'About this article',
  passage: 'About this passage',
  noDocument: 'No article is open',
  noDocumentText: 'Choose one from the list to answer the questions about it.',
  noQuestions: 'There are no questions yet',
  noQuestionsText:
    'Add variables for the article, or for the passages of a code, in the Codebook view. Each of them becomes a question here.',
  answered: (given: number, asked: number): string => `${number(given)} of ${number(asked)} answered`,
  required: 'required',
  notYet: 'not yet coded',
  absent: 'Absent',
  absentNote: 'looked for, not there',
  notApplicable: 'Not applicable',
  clear: 'Not yet coded',
  ifOpen: (value: string): string => `left open: ${value}`,
  fallback: (value: string): string => `${value}, as it was left open`,
  menu: (question: string): string => `Answer to ${question}`,
  help: 'What this asks',
  missingCodes: 'Missing codes',
  numberNeeded: 'A number is needed here.',
  range: (minimum: number | null, maximum: number | null): string => {
    if (minimum !== null && maximum !== null) return `${bound(minimum)} to ${bound(maximum)}`;
    if (minimum !== null) return `at least ${bound(minimum)}`;
    return maximum === null ? '' : `at most ${bound(maximum)}`;
  },
  datePlaceholder: 'YYYY-MM-DD',
  entityPlaceholder: 'Find or add a name',
  entities: (list: string): string => `Names in ${list}`,
  addEntity: (name: string, list: string): string => `Add “${name}” to ${list}`,
  point: 'Point at the selected passage',
  evidence: (question: string): string => `Passages for ${question}`,
  showPassage: (quote: string): string => `Show in the text: ${quote}`,
  removePassage: (quote: string): string => `Remove passage: ${quote}`,
  answerFirst: 'Answer the question first, then point at the passage that shows it.',
  selectFirst: 'Select a passage in the article first.',
  chooseQuestion: 'Go to a question of the form first, then select the passage that shows its answer.',
  allAnswered: 'Every question has an answer.',
  status: 'Work on this article',
  statuses: { 'to-do': 'To do', working: 'In work', done: 'Done', 'set-aside': 'Set aside' } as const,
  statusFilter: 'Only one status',
  anyStatus: 'Any status',
  setAsideTitle: 'Set this article aside',
  setAsideLead: 'Say why, for whoever decides what becomes of it.',
  reason: 'Reason',
  reasonPlaceholder: 'Not about the topic, a duplicate, text is cut off …',
  setAsideButton: 'Set aside',
  missing: (value: number): string => `${count(value, 'answer is', 'answers are')} missing`,
  missingPassage: (question: string): string => `${question} (a passage)`,
  done: 'Done, next article',
  next: 'Next article',
  orderMenu: 'Order of articles',
  orderList: 'As in the list',
  orderRandom: (seed: number): string => `At random (seed ${seed})`,
  newSeed: 'Another random order',
  noneLeft: 'Nothing is left to do: every article is done or set aside.',
  lastLeft: 'This is the last article that is left to do.',
  readOnly: 'This project is open for reading only, so nothing can be answered here.',
  anothers: (coder: string): string => `The chosen coding is by ${coder}; its questions are theirs to answer.`,
} as const;
