import { keepVerbWords } from '#words/cli/keep.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { said } from '../../../../shared/words/message.ts';
import { withProject } from '../project.ts';
import type { Session } from '../project.ts';
import { oneLine } from '../terminal.ts';
import { answer, coderOption, jsonOption, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const keepVerb: Verb = {
  name: 'keep',
  words: 'P.galley DOCUMENT',
  least: 2,
  most: 2,
  summary: keepVerbWords.summary,
  details: keepVerbWords.details,
  options: {
    'whole-page': { help: keepVerbWords.help.wholePage },
    coder: coderOption,
    json: jsonOption,
  },
  async run(call) {
    const words = wordAt(call, 1);
    const result = await withProject(call, wordAt(call, 0), async (project) => {
      const document = await documentOf(project, words);
      return { document, ...(await project.run('texts.keepLeftOut', { document, wholePage: call.has('whole-page') })) };
    });
    answer(call, result, () => {
      const { before, characters, warnings } = result;
      const rest = warnings.map(({ message }) => `${oneLine(message)}\n`).join('');
      return `${keepVerbWords.kept({ document: oneLine(words), characters, before })}\n${rest}`;
    });
    return 0;
  },
};

async function documentOf(project: Session, words: string): Promise<Id> {
  const named: Id[] = [];
  for (let offset = 0, all = 1; offset < all; offset += 1000) {
    const page = await project.call('documents.list', { offset, limit: 1000 });
    all = page.all;
    for (const { id, name } of page.rows) {
      if (id === words) return id;
      if (name === words) named.push(id);
    }
  }
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  if (named.length === 0) throw new AppError('not-found', said('hosts.noDocument', { name: words }));
  throw new AppError('bad-input', said('hosts.severalDocuments', { name: words, ids: named }));
}
