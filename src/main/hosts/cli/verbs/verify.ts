import { resolve } from 'node:path';
import { verifyVerbWords } from '#words/cli/verify.ts';
import { withApp } from '../project.ts';
import { oneLine } from '../terminal.ts';
import { answer, jsonOption, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const verifyVerb: Verb = {
  name: 'verify',
  words: 'P.galley',
  least: 1,
  most: 1,
  summary: verifyVerbWords.summary,
  details: verifyVerbWords.details,
  options: { json: jsonOption },
  async run(call) {
    const path = wordAt(call, 0);
    const result = await withApp(call, (app) => app.verifyFile(resolve(call.terminal.folder, path)));
    answer(call, result, () =>
      result.ok
        ? `${verifyVerbWords.sound({ path })}\n`
        : result.problems
            .map(
              ({ kind, document, message }) =>
                `${[kind, document, oneLine(message)].filter((part) => part !== '').join(': ')}\n`,
            )
            .join(''),
    );
    if (result.ok) return 0;
    const first = result.problems[0]?.document ?? '';
    call.terminal.note(`galley: ${verifyVerbWords.found({ problems: result.problems.length, first, path })}`);
    return 1;
  },
};
