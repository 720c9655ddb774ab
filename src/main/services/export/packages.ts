import { join } from 'node:path';
import { exportingWords } from '#words/core/exporting.ts';
import type { FileRef } from '../../../shared/api/files.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { depthFault, levelsOf } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { ControlContext, Handlers } from '../../app/handlers.ts';
import { importJobs } from '../../jobs/import/jobs.ts';
import { packageJobs } from '../../jobs/package/jobs.ts';
import type { PackagePlan } from '../../jobs/package/matchPackage.ts';
import { inspectPackageJob } from '../../jobs/package/packageSource.ts';
import type { Store } from '../../store/database.ts';
import { deleteUnusedFacts, hasWork, insertAttachedDocument, insertPackageRows } from '../../store/packageRows.ts';
import type { AttachedSource } from '../../store/packageRows.ts';
import { findCoder } from '../../store/rows/coder.ts';
import { countDocuments, insertImport } from '../../store/rows/document.ts';
import { codeTree } from '../codebook/codes.ts';
import { blindCoder, refuseBlind } from '../coding/blindCoder.ts';
import { checkStaged, refuseReadOnly, stageFiles, withStaging } from '../corpus/stagedFiles.ts';
import type { StagedDocument, StagingContext } from '../corpus/stagedFiles.ts';
import { freeProjectName } from '../project/projectFile.ts';

/** Projects without their texts, and the way back. */
export const packageHandlers = {
  'packages.write': async (context, { folder, name, replace, quote, freeText }) => {
    const { session } = context;
    if (blindCoder({ session, sight: session.open().sight }) !== undefined) {
      refuseBlind(said('exporting.packageOfAll'));
    }
    for (const node of codeTree(context.store).nodes.values()) {
      const fault = depthFault(levelsOf(node));
      if (fault !== null) throw new AppError('conflict', said('exporting.packageTooDeep', { fault }));
    }
    const place = context.grants.path(folder);
    const path = join(place, name);
    context.label(exportingWords.packaging({ name }));
    context.writes({ kind: 'file', path, shownAs: name });
    const written = await context.jobs.run(
      packageJobs.write,
      {
        project: context.store.path,
        path,
        replace,
        quote,
        freeText,
        program: `Galley ${context.platform.version}`,
      },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
    return { folder: place, ...written };
  },
  'packages.inspect': async (context, { package: source, files }) => {
    const { grants, platform } = context;
    const found = await inspectPackageJob({ path: grants.path(source) });
    if (files !== undefined) await refuseWithoutTexts(context, files, found.documents);
    return { ...found, freeName: freeProjectName(platform.projectsFolder, found.name) };
  },
  'packages.attach': async (task, { package: source, files }) => {
    const { path, shownAs } = task.grants.find(source);
    refuseReadOnly(task.store);
    refuseWork(task);
    task.label(exportingWords.readingPackage({ file: shownAs }));
    await task.jobs.run(packageJobs.inspect, { path }, { signal: task.signal });
    return withStaging(task, async (context) => {
      // What documents are called is the package's; files are found in it by their own names.
      const options = { formatOptions: { text: { names: 'file' } } } as const;
      const { staged, refused } = await stageFiles(context, { files, options });
      context.label(exportingWords.attaching({ file: shownAs }));
      return { ...(await attachStaged(context, { path, shownAs }, staged)), refused };
    });
  },
} satisfies Partial<Handlers>;

async function refuseWithoutTexts(context: ControlContext, files: readonly FileRef[], wanted: number): Promise<void> {
  const places = files.map((file) => context.grants.find(file));
  const texts = await context.jobs.run(importJobs.countTexts, {
    places: places.map(({ path, shownAs }) => ({ path, shownAs })),
  });
  if (texts > 0) return;
  const [first] = places;
  throw new AppError('not-found', said('exporting.noTexts', { path: first?.path ?? '', wanted }));
}

/** Joins the package with what was staged, in one command: until then the project holds nothing of either. */
async function attachStaged(
  context: StagingContext,
  { path, shownAs }: { path: string; shownAs: string },
  staged: readonly StagedDocument[],
): Promise<PackagePlan['report']> {
  const held = staged.map(({ file, document, textHash, codePoints, content }) => ({
    name: document.name,
    text: content.text,
    textHash: Buffer.from(textHash).toString('hex'),
    characters: codePoints,
    fileHash: Buffer.from(file.sha256).toString('hex'),
  }));
  const plan = await context.jobs.run(
    packageJobs.match,
    { project: context.store.path, path, held },
    { signal: context.signal, progress: (done, total) => context.progress(done, total) },
  );
  if (plan.documents.length === 0) {
    const [wanted] = plan.report.documents;
    const { length } = plan.report.documents;
    throw new AppError('not-found', said('exporting.noneOfPackage', { wanted: length, name: wanted?.name ?? '' }));
  }
  return context.commit('packages.attach', (command) => {
    // Reading took its time, and people go on working meanwhile: what they did stands.
    refuseWork(command);
    attach(command, context, plan, staged);
    return { values: { file: shownAs }, output: plan.report };
  });
}

function refuseWork({ store }: { store: Store }): void {
  if (!hasWork(store.db) && countDocuments(store.db) === 0) return;
  throw new AppError('conflict', said('exporting.attachedInNew'));
}

/** Writes what was planned: all of it or nothing. */
function attach(
  command: CommandContext,
  { staging, platform }: StagingContext,
  plan: PackagePlan,
  staged: readonly StagedDocument[],
): void {
  const { db } = command.store;
  const found = plan.documents.map(({ row, held }) => {
    const source = staged[held];
    if (!source) throw new Error('a document was matched with nothing');
    return { row, source };
  });
  const sources = found.map(({ source }) => source);
  checkStaged(staging, sources);
  const origin = command.newId();
  insertImport(db, { id: origin, coder: null, program: `Galley ${platform.version}`, options: {} }, command.now);
  try {
    deleteUnusedFacts(db); // of documents that were there once
    for (const { row, source } of found) insertAttachedDocument(db, row, attachedSource(source, origin));
    for (const { table, rows } of plan.rows) {
      const missing = table === 'coder' ? rows.filter(({ id }) => !findCoder(db, String(id))) : rows;
      insertPackageRows(db, table, missing);
    }
  } catch (error) {
    // Each record was sound; together they break a rule of the project file, which no package of Galley's does.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) {
      throw new AppError('file-damaged', said('exporting.packageContradicts', { why: error.message }));
    }
    throw error;
  }
  staging.keep();
}

function attachedSource({ file, document, content }: StagedDocument, origin: Id): AttachedSource {
  const { importer, importerVersion } = file;
  const { encoding, encodingSource, lineEnds, warnings } = document;
  return { ...content, import: origin, importer, importerVersion, encoding, encodingSource, lineEnds, warnings };
}
