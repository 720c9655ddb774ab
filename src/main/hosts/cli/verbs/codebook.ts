import { basename, dirname, resolve } from 'node:path';
import { withProject } from '../project.ts';
import { count } from '../terminal.ts';
import { answer, coderOption, jsonOption, replaceOption, UsageError, wordAt } from '../verb.ts';
import type { Call, Verb } from '../verb.ts';

export const codebookVerb: Verb = {
  name: 'codebook',
  words: 'import|export P.galley FILE',
  least: 3,
  most: 3,
  summary: 'Read the codebook from a file (.csv .json .qdc), or write it to one (also .html .docx).',
  details: [
    'Codes are matched by their path (“Frames / Conflict”) and created or updated; codes that the file does not name stay.',
    'CSV: path,definition,include,exclude,example,color,pattern,key; “parent” and “name” may stand in place of “path”; color',
    'is 1 to 12 or #rrggbb; further columns only where something needs them. Variables are in a second file beside it. JSON',
    'holds everything in one; QDC is the exchange format of REFI-QDA and holds codes alone. HTML and DOCX are for reading and',
    'printing, with examples, and are only written. What a format cannot hold is listed before it is written.',
    'A file with a fault changes nothing. Writing replaces what an earlier export of this project wrote; any other file only',
    'with --replace.',
  ],
  options: { coder: coderOption, replace: replaceOption, json: jsonOption },
  async run(call) {
    const direction = wordAt(call, 0);
    if (direction === 'import' && call.has('replace')) throw new UsageError('--replace goes with “codebook export”');
    if (direction === 'import') return importCodebook(call);
    if (direction === 'export') return exportCodebook(call);
    throw new UsageError(`say “codebook import” or “codebook export”, not “codebook ${direction}”`);
  },
};

async function importCodebook(call: Call): Promise<0> {
  const result = await withProject(call, wordAt(call, 1), (project) =>
    project.run('codebook.import', { file: project.file(wordAt(call, 2)) }),
  );
  const { created, updated, changes } = result;
  for (const change of changes) call.terminal.note(`${change}.`);
  answer(call, result, () => `${count(created.length, 'code')} created, ${count(updated.length, 'code')} updated\n`);
  return 0;
}

async function exportCodebook(call: Call): Promise<0> {
  const path = resolve(call.terminal.folder, wordAt(call, 2));
  const name = basename(path);
  const result = await withProject(call, wordAt(call, 1), async (project) => {
    const losses = await project.call('codebook.losses', { name });
    for (const loss of losses) call.terminal.note(`${loss}.`);
    const folder = project.file(dirname(path));
    return { ...(await project.run('codebook.export', { folder, name, replace: call.has('replace') })), losses };
  });
  answer(call, result, () => `${count(result.codes, 'code')} written to ${path}\n`);
  for (const warning of result.warnings) call.terminal.note(warning);
  return 0;
}
