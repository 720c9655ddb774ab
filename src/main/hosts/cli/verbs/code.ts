import { withProject } from '../project.ts';
import { count, figure } from '../terminal.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const codeVerb: Verb = {
  name: 'code',
  words: 'P.galley CODINGS.jsonl',
  least: 2,
  most: 2,
  summary: 'Apply codings from a file of JSON lines, as one step.',
  details: [
    'Each line: {"document", "start", "end", "code"[, "quote"][, "memo"]}; offsets in code points, end not included;',
    'document by its name, or by its id where names repeat; code by its path (“Frames / Conflict”).',
    'Codes that the codebook does not have are created and named on stderr. Codings that are there already are passed over.',
    'A line at fault, such as a quote that does not stand at its offsets, is named and nothing is changed.',
  ],
  options: {
    coder: { value: 'NAME', help: 'Who coded. Needed.' },
    strict: { help: 'Refuse codes that the codebook does not have.' },
    json: jsonOption,
  },
  async run(call) {
    if (call.value('coder') === undefined) throw new UsageError('say who coded: --coder NAME');
    const result = await withProject(call, wordAt(call, 0), (project) =>
      project.run('codings.import', { file: project.file(wordAt(call, 1)), strict: call.has('strict') }),
    );
    for (const code of result.codes) call.terminal.note(`created code ${code}`);
    answer(call, result, () => {
      const present = result.present === 0 ? '' : ` (${figure(result.present)} already there)`;
      return `${count(result.annotations, 'passage')} coded${present}\n`;
    });
    return 0;
  },
};
