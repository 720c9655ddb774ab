import { codeVerbWords } from '#words/cli/code.ts';
import { withProject } from '../project.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const codeVerb: Verb = {
  name: 'code',
  words: 'P.galley CODINGS.jsonl',
  least: 2,
  most: 2,
  summary: codeVerbWords.summary,
  details: codeVerbWords.details,
  options: {
    coder: { value: 'NAME', help: codeVerbWords.help.coder },
    strict: { help: codeVerbWords.help.strict },
    json: jsonOption,
  },
  async run(call) {
    if (call.value('coder') === undefined) throw new UsageError(codeVerbWords.sayWho);
    const result = await withProject(call, wordAt(call, 0), (project) =>
      project.run('codings.import', { file: project.file(wordAt(call, 1)), strict: call.has('strict') }),
    );
    for (const code of result.codes) call.terminal.note(codeVerbWords.created({ code }));
    const { annotations: passages, present } = result;
    answer(call, result, () => `${codeVerbWords.coded({ passages, present })}\n`);
    return 0;
  },
};
