import { codingWords } from '#words/core/coding.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import { exchangeJobs } from '../../jobs/exchange/jobs.ts';
import type { ReadCodings } from '../../jobs/exchange/readCodings.ts';
import { insertProven, sameAnnotation } from '../../store/rows/annotation.ts';
import { documentTextRow } from '../../store/rows/document.ts';
import { beginWork } from '../../store/rows/progress.ts';
import { openCodePaths } from '../codebook/codePaths.ts';
import { refuseExcluded } from '../codebook/exclusiveSets.ts';

/** Codings that come from files. */
export const codingHandlers = {
  'codings.import': async (context, input) => {
    const { path, shownAs } = context.grants.find(input.file);
    context.label(codingWords.readingCodings({ file: shownAs }));
    const read = await context.jobs.run(
      exchangeJobs.readCodings,
      { project: context.store.path, path, strict: input.strict },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
    return context.commit('codings.import', (command) => {
      const output = writeCodings(command, read);
      return { values: { passages: output.annotations, file: shownAs }, output };
    });
  },
} satisfies Partial<Handlers>;

function writeCodings(
  context: CommandContext,
  { paths: wanted, codings }: ReadCodings,
): { annotations: number; present: number; codes: string[] } {
  const { db } = context.store;
  const documents = new Map(codings.map(({ document, textRow }) => [document, textRow]));
  for (const [document, textRow] of documents) requireText(context, document, textRow);
  if (codings.length === 0) return { annotations: 0, present: 0, codes: [] };
  const paths = openCodePaths(context);
  const codes = wanted.map((path) => paths.ensure(path));
  const coder = context.coder().id;
  let annotations = 0;
  for (const { document, start, end, path, proof, memo } of codings) {
    const code = codes[path];
    if (!code) throw new Error('a coding names a code that was not read');
    const place = { document, start, end, code: code.id, coder };
    if (sameAnnotation(db, place) !== undefined) continue;
    const annotation = { ...place, id: context.newId(), memo };
    refuseExcluded(context.store, annotation, code);
    insertProven(db, annotation, Buffer.from(proof, 'hex'), context.now);
    annotations++;
  }
  if (annotations > 0) for (const document of documents.keys()) beginWork(db, document, coder, context.now);
  return { annotations, present: codings.length - annotations, codes: paths.created };
}

/** The file was read before the transaction began; a document may have been removed since, or its text corrected. */
function requireText(context: CommandContext, document: Id, textRow: number): void {
  const row = documentTextRow(context.store.db, document);
  if (row === textRow) return;
  const what = row === undefined ? said('coding.removedMeanwhile') : said('coding.correctedMeanwhile');
  throw new AppError('conflict', what, { document });
}
