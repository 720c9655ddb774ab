import { AppError } from '../../../shared/errors.ts';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import { codebookDifference, emptyCodebook } from '../../../shared/model/codebookContent.ts';
import type { CodebookContent } from '../../../shared/model/codebookContent.ts';
import { said } from '../../../shared/words/message.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { listCodes } from '../../store/rows/code.ts';
import { currentVersion, insertVersion, listVersions, versionContent } from '../../store/rows/codebookVersion.ts';
import { listExamples } from '../../store/rows/example.ts';
import { listExclusiveSets } from '../../store/rows/exclusiveSet.ts';
import { listVariables } from '../../store/rows/variable.ts';

/** The codebook as it is now, codes in tree order. */
export function presentCodebook(store: Store): CodebookContent {
  return {
    codes: Array.from(buildCodeTree(listCodes(store.db)).nodes.values(), ({ code }) => code),
    sets: listExclusiveSets(store.db),
    examples: listExamples(store.db),
    variables: listVariables(store.db).filter(({ scope }) => scope !== 'fact'),
  };
}

/** The codebook as it was published under this number; 0 is the empty one. Throws `not-found`. */
export function publishedCodebook(store: Store, number: number): CodebookContent {
  if (number === 0) return emptyCodebook;
  const content = versionContent(store.db, number);
  if (!content) throw new AppError('not-found', said('codebook.noVersion', { number }), { number });
  return content;
}

export const versionHandlers = {
  'versions.list': ({ store }) => listVersions(store.db),
  'versions.publish': (context, { note }) => {
    const { store, now } = context;
    const last = currentVersion(store.db);
    const content = presentCodebook(store);
    if (codebookDifference(publishedCodebook(store, last), content).length === 0) {
      throw new AppError(
        'conflict',
        last === 0 ? said('codebook.emptyCodebook') : said('codebook.nothingNew', { version: last }),
      );
    }
    const coder = context.coder();
    const number = last + 1;
    insertVersion(store.db, { id: context.newId(), number, note, coder: coder.id, content }, now);
    return { values: { number }, output: { number, note, coder: coder.name, published: now } };
  },
  'versions.difference': ({ store }, { from, to }) =>
    codebookDifference(
      publishedCodebook(store, from),
      to === null ? presentCodebook(store) : publishedCodebook(store, to),
    ),
} satisfies Partial<Handlers>;
