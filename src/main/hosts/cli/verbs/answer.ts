import { answerVerbWords } from '#words/cli/answer.ts';
import { withProject } from '../project.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const answerVerb: Verb = {
  name: 'answer',
  words: 'P.galley ANSWERS.csv',
  least: 2,
  most: 2,
  summary: answerVerbWords.summary,
  details: answerVerbWords.details,
  options: { coder: { value: 'NAME', help: answerVerbWords.help.coder }, json: jsonOption },
  async run(call) {
    if (call.value('coder') === undefined) throw new UsageError(answerVerbWords.sayWho);
    const result = await withProject(call, wordAt(call, 0), (project) =>
      project.run('answers.import', { file: project.file(wordAt(call, 1)) }),
    );
    answer(call, result, () => `${answerVerbWords.given(result)}\n`);
    return 0;
  },
};
