import { basename, resolve } from 'node:path';
import { newVerbWords } from '#words/cli/new.ts';
import { nameSchema } from '../../../../shared/model/records.ts';
import { withApp } from '../project.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

const ending = '.galley';

export const newVerb: Verb = {
  name: 'new',
  words: 'P.galley',
  least: 1,
  most: 1,
  summary: newVerbWords.summary,
  details: [],
  options: { name: { value: 'NAME', help: newVerbWords.help.name }, json: jsonOption },
  async run(call) {
    const word = wordAt(call, 0);
    if (!word.toLowerCase().endsWith(ending)) {
      throw new UsageError(newVerbWords.ending({ ending, word }));
    }
    const path = resolve(call.terminal.folder, word);
    const name = nameSchema.safeParse(call.value('name') ?? basename(path).slice(0, -ending.length));
    if (!name.success) {
      throw new UsageError(newVerbWords.name({ reason: name.error.issues[0]?.message ?? newVerbWords.notAName }));
    }
    await withApp(call, (app) => app.createProject(path, name.data));
    answer(call, { path, name: name.data }, () => `${newVerbWords.created({ path })}\n`);
    return 0;
  },
};
