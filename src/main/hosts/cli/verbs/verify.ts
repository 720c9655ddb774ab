import { resolve } from 'node:path';
import { withApp } from '../project.ts';
import { count, oneLine } from '../terminal.ts';
import { answer, jsonOption, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const verifyVerb: Verb = {
  name: 'verify',
  words: 'P.galley',
  least: 1,
  most: 1,
  summary: 'Compare texts with their hashes, codings with their texts, and all records with the journal.',
  details: [
    'Changes nothing, and may be asked of a project that a window has open.',
    'The status is 1 when anything is not as it was stored; each problem names its document.',
  ],
  options: { json: jsonOption },
  async run(call) {
    const path = wordAt(call, 0);
    const result = await withApp(call, (app) => app.verifyFile(resolve(call.terminal.folder, path)));
    answer(call, result, () =>
      result.ok
        ? `${path} is sound\n`
        : result.problems
            .map(
              ({ kind, document, message }) =>
                `${[kind, document, oneLine(message)].filter((part) => part !== '').join(': ')}\n`,
            )
            .join(''),
    );
    if (result.ok) return 0;
    const first = result.problems[0]?.document ?? '';
    const where = first === '' ? '' : `, the first in “${first}”`;
    call.terminal.note(
      `galley: ${count(result.problems.length, 'problem')} found${where}; where a line says nothing else, restore a backup of ${path}`,
    );
    return 1;
  },
};
