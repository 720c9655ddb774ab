import { count, number } from '../format.ts';

/** `galley answer`. */
export const answerVerbWords = {
  summary: 'Give answers for whole articles from a table, as one step.',
  details: [
    'Columns: document, variable, value; others are passed over. Document by its name, or by its id where names repeat.',
    'Value by its number or its label, several separated by “;”, dates as YYYY-MM-DD, entries of a list by their name;',
    '(absent) where there is none, (not applicable) where the question does not arise.',
    'Every row at fault is named and nothing is changed. An answer that the coder gave before is replaced.',
  ],
  help: { coder: 'Who answers. Needed.' },
  sayWho: 'say who answers: --coder NAME',
  given: ({ answers, present }: { answers: number; present: number }) =>
    `${count(answers, 'answer', 'answers')} given${present === 0 ? '' : ` (${number(present)} already there)`}`,
} as const;
