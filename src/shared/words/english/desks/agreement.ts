import { some } from './some.ts';

const marks = {
  none: 'Take the mark off a disagreement',
  'unclear-rule': 'Mark a disagreement: unclear rule',
  slip: 'Mark a disagreement: slip',
} as const;

/** What is called the same everywhere of agreement. */
export const ofAgreement = {
  actions: {
    'view.reliability': 'Go to Reliability',
    'reliability.measure': 'Measure agreement',
    'reliability.cancel': 'Stop measuring',
    'reliability.copyMethods': 'Copy the methods paragraph',
    'reliability.export': 'Export the report on agreement…',
    'reliability.startAgreed': 'Start the agreed version…',
    'reliability.nextMarked': 'Next marked disagreement',
    'reliability.previousMarked': 'Previous marked disagreement',
    'reliability.openPassage': 'Open the disagreement in the text',
    'reliability.unclearRule': 'Mark the disagreement: unclear rule',
    'reliability.slip': 'Mark the disagreement: slip',
    'reliability.discuss': 'Discuss the disagreement',
    'reliability.takeFirst': 'Settle as the first coder has it',
    'reliability.takeSecond': 'Settle as the second coder has it',
    'reliability.takeNeither': 'Settle as neither',
    'reliability.reopen': 'Open the settled disagreement again',
    'help.reliability': 'What the agreement figures mean',
  },
  acts: {
    'agreed.start': ({ codings, answers }: { codings: number; answers: number }) =>
      `Take over ${some(codings, 'coding', 'codings')} and ${some(answers, 'answer', 'answers')} that agree`,
    'disagreements.discuss': 'Discuss a disagreement',
    'disagreements.mark': ({ mark }: { mark: keyof typeof marks }) => marks[mark],
    'disagreements.reopen': 'Open a disagreement again',
    'disagreements.resolve': ({ document }: { document: string }) => `Settle a disagreement in “${document}”`,
  },
  records: {
    disagreement: 'A note on a disagreement',
  },
} as const;
