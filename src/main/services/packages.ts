import { join } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';
import type { CommandContext, Handlers, TaskContext } from '../app/handlers.ts';
import { deleteUnusedFacts, hasWork, insertAttachedDocument, insertPackageRows } from '../store/packageRows.ts';
import { deleteAnswersOfDocument } from '../store/rows/answer.ts';
import { findCoder } from '../store/rows/coder.ts';
import { countDocuments, deleteDocument, listDocuments } from '../store/rows/document.ts';
import type { PackagePlan } from '../workers/jobs/matchPackage.ts';
import { inspectPackageJob } from '../workers/jobs/packageSource.ts';
import { describeCodebook } from './codebookEntries.ts';
import { importHandlers } from './imports.ts';
import { blindCoder, refuseBlind } from './sight.ts';

/** Projects without their texts, and the way back. */
export const packageHandlers = {
  'packages.write': async (context, { folder, name, quote, freeText }) => {
    const { session } = context;
    if (blindCoder({ session, sight: session.open().sight }) !== undefined) {
      refuseBlind('A package holds the work of all coders, and you have articles in a blind round.');
    }
    const path = join(context.grants.path(folder), name);
    context.label(`Package without texts: ${name}`);
    return context.jobs.run(
      'package.write',
      {
        project: context.store.path,
        path,
        quote,
        freeText,
        program: `Galley ${context.platform.version}`,
        codebook: describeCodebook(context.store),
      },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
  },
  'packages.inspect': ({ grants }, input) => inspectPackageJob({ path: grants.path(input.package) }),
  'packages.attach': async (context, { package: source, files }) => {
    const { path, shownAs } = context.grants.find(source);
    refuseWork(context);
    context.label(`Read package ${shownAs}`);
    await context.jobs.run('package.inspect', { path }, { signal: context.signal });
    const { documents, refused } = await importHandlers['imports.start'](context, { files });
    try {
      context.label(`Re-attach ${shownAs}`);
      return { ...(await attachImported(context, path, shownAs)), refused };
    } catch (error) {
      // The texts alone were not what was asked for.
      if (documents.length > 0) context.session.replay('undo');
      throw error;
    }
  },
} satisfies Partial<Handlers>;

/** Joins the package with what was imported. */
async function attachImported(context: TaskContext, path: string, shownAs: string): Promise<PackagePlan['report']> {
  const plan = await context.jobs.run(
    'package.match',
    { project: context.store.path, path },
    { signal: context.signal, progress: (done, total) => context.progress(done, total) },
  );
  if (plan.documents.length === 0) {
    const [wanted] = plan.report.documents;
    throw new AppError(
      'not-found',
      `None of the files is an article of this package. ${plan.report.documents.length} are wanted, such as “${wanted?.name ?? ''}”.`,
    );
  }
  return context.commit((command) => {
    attach(command, plan);
    return { label: `Re-attach package ${shownAs}`, output: plan.report };
  });
}

function refuseWork({ store }: TaskContext): void {
  if (!hasWork(store.db) && countDocuments(store.db) === 0) return;
  throw new AppError(
    'conflict',
    'A package is re-attached in a new project: this one holds documents or work already.',
  );
}

/** Writes what was planned: all of it or nothing. */
function attach(context: CommandContext, plan: PackagePlan): void {
  const { db } = context.store;
  try {
    const imported = listDocuments(db, 0, countDocuments(db));
    for (const { row, imported: source } of plan.documents) insertAttachedDocument(db, row, source);
    for (const { id } of imported) {
      deleteAnswersOfDocument(db, id);
      deleteDocument(db, id);
    }
    deleteUnusedFacts(db);
    for (const { table, rows } of plan.rows) {
      const missing = table === 'coder' ? rows.filter(({ id }) => !findCoder(db, String(id))) : rows;
      insertPackageRows(db, table, missing);
    }
  } catch (error) {
    // Each record was sound; together they break a rule of the project file, which no package of Galley's does.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) {
      throw new AppError('file-damaged', `The package contradicts itself (${error.message}). Ask for it again.`);
    }
    throw error;
  }
}
