import { basename, dirname, resolve } from 'node:path';
import { commandLineWords } from '#words/cli/commandLine.ts';
import { packageVerbWords } from '#words/cli/package.ts';
import { freeTextChoiceSchema } from '../../../../shared/api/packages.ts';
import type { FreeTextChoice } from '../../../../shared/api/packages.ts';
import { withProject } from '../project.ts';
import { answer, jsonOption, replaceOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

const words = packageVerbWords;

export const packageVerb: Verb = {
  name: 'package',
  words: 'P.galley OUT.zip',
  least: 2,
  most: 2,
  summary: words.summary,
  details: words.details,
  options: {
    quote: { value: 'N', help: words.help.quote },
    'free-text': { value: 'WAY', help: words.help.freeText({ choices: freeTextChoiceSchema.options }) },
    replace: replaceOption,
    json: jsonOption,
  },
  async run(call) {
    const path = resolve(call.terminal.folder, wordAt(call, 1));
    if (!path.toLowerCase().endsWith('.zip')) {
      throw new UsageError(words.ending({ word: wordAt(call, 1) }));
    }
    const quote = readQuote(call.value('quote'));
    const freeText = readFreeText(call.value('free-text'));
    const result = await withProject(call, wordAt(call, 0), (project) =>
      project.run('packages.write', {
        folder: project.file(dirname(path)),
        name: basename(path),
        replace: call.has('replace'),
        quote,
        freeText,
      }),
    );
    answer(call, { file: path, ...result }, () => `${words.written({ file: path, ...result })}\n`);
    for (const warning of result.warnings) call.terminal.note(warning);
    return 0;
  },
};

function readQuote(given = '0'): number {
  if (/^\d{1,4}$/u.test(given)) return Number(given);
  throw new UsageError(words.quote({ given }));
}

function readFreeText(given = 'clean'): FreeTextChoice {
  const choice = freeTextChoiceSchema.safeParse(given);
  if (choice.success) return choice.data;
  const known = freeTextChoiceSchema.options;
  throw new UsageError(commandLineWords.unknownWord({ option: 'free-text', word: given, known }));
}
