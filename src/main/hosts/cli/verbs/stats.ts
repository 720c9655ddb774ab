import { statsVerbWords } from '#words/cli/stats.ts';
import { number } from '#words/format.ts';
import { readProject } from '../project.ts';
import { alignColumns } from '../terminal.ts';
import { answer, jsonOption, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const statsVerb: Verb = {
  name: 'stats',
  words: 'P.galley',
  least: 1,
  most: 1,
  summary: statsVerbWords.summary,
  details: [],
  options: { json: jsonOption },
  async run(call) {
    const numbers = await readProject(call, wordAt(call, 0), (project) => project.call('project.stats', {}));
    // Object.keys forgets that it is given nothing but what is counted.
    const counted = Object.keys(numbers) as (keyof typeof numbers)[];
    answer(call, numbers, () =>
      alignColumns(
        counted.map((name) => [statsVerbWords.counted[name], number(numbers[name])]),
        [1],
      ),
    );
    return 0;
  },
};
