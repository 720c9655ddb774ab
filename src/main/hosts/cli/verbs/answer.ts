import { withProject } from '../project.ts';
import { count, figure } from '../terminal.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const answerVerb: Verb = {
  name: 'answer',
  words: 'P.galley ANSWERS.csv',
  least: 2,
  most: 2,
  summary: 'Give answers for whole articles from a table, as one step.',
  details: [
    'Columns: document, variable, value; others are passed over. Document by its name, or by its id where names repeat.',
    'Value by its number or its label, several separated by “;”, dates as YYYY-MM-DD, entries of a list by their name;',
    '(absent) where there is none, (not applicable) where the question does not arise.',
    'Every row at fault is named and nothing is changed. An answer that the coder gave before is replaced.',
  ],
  options: { coder: { value: 'NAME', help: 'Who answers. Needed.' }, json: jsonOption },
  async run(call) {
    if (call.value('coder') === undefined) throw new UsageError('say who answers: --coder NAME');
    const result = await withProject(call, wordAt(call, 0), (project) =>
      project.run('answers.import', { file: project.file(wordAt(call, 1)) }),
    );
    answer(call, result, () => {
      const present = result.present === 0 ? '' : ` (${figure(result.present)} already there)`;
      return `${count(result.answers, 'answer')} given${present}\n`;
    });
    return 0;
  },
};
