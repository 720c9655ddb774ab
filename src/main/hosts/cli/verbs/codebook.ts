import { basename, dirname, resolve } from 'node:path';
import { codebookVerbWords } from '#words/cli/codebook.ts';
import { readProject, withProject } from '../project.ts';
import { answer, coderOption, jsonOption, replaceOption, UsageError, wordAt } from '../verb.ts';
import type { Call, Verb } from '../verb.ts';

export const codebookVerb: Verb = {
  name: 'codebook',
  words: 'import|export P.galley FILE',
  least: 3,
  most: 3,
  summary: codebookVerbWords.summary,
  details: codebookVerbWords.details,
  options: { coder: coderOption, replace: replaceOption, json: jsonOption },
  async run(call) {
    const direction = wordAt(call, 0);
    if (direction === 'import' && call.has('replace')) throw new UsageError(codebookVerbWords.replaceGoesWithExport);
    if (direction === 'import') return importCodebook(call);
    if (direction === 'export') return exportCodebook(call);
    throw new UsageError(codebookVerbWords.sayWhich({ word: direction }));
  },
};

async function importCodebook(call: Call): Promise<0> {
  const result = await withProject(call, wordAt(call, 1), (project) =>
    project.run('codebook.import', { file: project.file(wordAt(call, 2)) }),
  );
  const { created, updated, changes } = result;
  for (const change of changes) call.terminal.note(codebookVerbWords.note({ words: change }));
  answer(call, result, () => {
    return `${codebookVerbWords.read({ created: created.length, updated: updated.length })}\n`;
  });
  return 0;
}

async function exportCodebook(call: Call): Promise<0> {
  const path = resolve(call.terminal.folder, wordAt(call, 2));
  const name = basename(path);
  const result = await readProject(call, wordAt(call, 1), async (project) => {
    const losses = await project.call('codebook.losses', { name });
    for (const loss of losses) call.terminal.note(codebookVerbWords.note({ words: loss }));
    const folder = project.file(dirname(path));
    return { ...(await project.run('codebook.export', { folder, name, replace: call.has('replace') })), losses };
  });
  answer(call, result, () => `${codebookVerbWords.written({ written: result.codes, path })}\n`);
  for (const warning of result.warnings) call.terminal.note(warning);
  return 0;
}
