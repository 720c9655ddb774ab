import { withProject } from '../project.ts';
import { alignColumns, figure } from '../terminal.ts';
import { answer, jsonOption, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const statsVerb: Verb = {
  name: 'stats',
  words: 'P.galley',
  least: 1,
  most: 1,
  summary: 'Count documents, codes, annotations, coders and answers.',
  details: [],
  options: { json: jsonOption },
  async run(call) {
    const numbers = await withProject(call, wordAt(call, 0), (project) => project.call('project.stats', {}));
    answer(call, numbers, () =>
      alignColumns(
        Object.entries(numbers).map(([name, value]) => [name, figure(value)]),
        [1],
      ),
    );
    return 0;
  },
};
