import { basename, dirname, resolve } from 'node:path';
import { freeTextChoiceSchema } from '../../../../shared/api/packages.ts';
import type { FreeTextChoice } from '../../../../shared/api/packages.ts';
import { withProject } from '../project.ts';
import { count } from '../terminal.ts';
import { answer, jsonOption, replaceOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const packageVerb: Verb = {
  name: 'package',
  words: 'P.galley OUT.zip',
  least: 2,
  most: 2,
  summary: 'Write codings, answers and codebook without the texts, to pass on.',
  details: [
    'Leaves out texts and original files. Holds places, hashes, and quotations as long as you say. Whoever has the same files',
    'joins both by `galley re-attach`. Names, paths and bibliographic facts of articles are in it. A file of that name is',
    'replaced where an earlier package of this project has it; any other only with --replace.',
    'Memos, examples and answers in words may repeat an article: “clean” puts […] where they share more than the longest',
    'quotation (and more than 20 characters) with the text, “keep” leaves them, “drop” leaves them out.',
  ],
  options: {
    quote: { value: 'N', help: 'Longest quotation, in characters. Default: 0, none.' },
    'free-text': { value: 'WAY', help: `${freeTextChoiceSchema.options.join(', ')}. Default: clean.` },
    replace: replaceOption,
    json: jsonOption,
  },
  async run(call) {
    const path = resolve(call.terminal.folder, wordAt(call, 1));
    if (!path.toLowerCase().endsWith('.zip')) {
      throw new UsageError(`a package’s file name ends in .zip: ${wordAt(call, 1)}`);
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
    answer(call, { file: path, ...result }, () => {
      const cleaned = result.cleaned === 0 ? '' : `; ${count(result.cleaned, 'text')} cleaned of words of articles`;
      return `${path}: ${count(result.documents, 'document')}, ${count(result.codings, 'coding')}${cleaned}\n`;
    });
    for (const warning of result.warnings) call.terminal.note(warning);
    return 0;
  },
};

function readQuote(given = '0'): number {
  if (/^\d{1,4}$/u.test(given)) return Number(given);
  throw new UsageError(`--quote: give a number of characters from 0 to 9999, not “${given}”`);
}

function readFreeText(given = 'clean'): FreeTextChoice {
  const choice = freeTextChoiceSchema.safeParse(given);
  if (choice.success) return choice.data;
  throw new UsageError(`--free-text: “${given}” is unknown; known are ${freeTextChoiceSchema.options.join(', ')}`);
}
