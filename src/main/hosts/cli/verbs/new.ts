import { basename, resolve } from 'node:path';
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
  summary: 'Make a new, empty project. Never overwrites a file.',
  details: [],
  options: { name: { value: 'NAME', help: 'The project’s name; the file’s name without it.' }, json: jsonOption },
  async run(call) {
    const word = wordAt(call, 0);
    if (!word.toLowerCase().endsWith(ending)) {
      throw new UsageError(`a project’s file name ends in ${ending}: ${word}${ending}`);
    }
    const path = resolve(call.terminal.folder, word);
    const name = nameSchema.safeParse(call.value('name') ?? basename(path).slice(0, -ending.length));
    if (!name.success) throw new UsageError(`--name: ${name.error.issues[0]?.message ?? 'not a name'}`);
    await withApp(call, (app) => app.createProject(path, name.data));
    answer(call, { path, name: name.data }, () => `Created ${path}\n`);
    return 0;
  },
};
