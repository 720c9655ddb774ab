import { exportingWords } from '#words/core/exporting.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { TableChoice } from '../../../shared/model/dataTable.ts';
import type { Coder } from '../../../shared/model/records.ts';
import type { Handlers, TaskContext } from '../../app/handlers.ts';
import { exportJobs } from '../../jobs/export/jobs.ts';
import { blindCoder } from '../coding/blindCoder.ts';
import { exportPlace, rememberExport } from './exportPlace.ts';

/** The acting coder, if a blind round hides anything from them: then files hold their own work alone. */
function onlyOwn({ session }: TaskContext): Coder | null {
  const coder = session.coder();
  return blindCoder({ session, sight: session.open().sight }) === undefined ? null : coder;
}

/** The table with the work of this coder alone. Throws `conflict` for one that asks for the work of others. */
function narrowed<T extends TableChoice | null>(table: T, only: Coder | null): T {
  if (!table || !only) return table;
  const { coders } = table.filters;
  const isOthers = table.coders === 'agreed' || (coders.length > 0 && !coders.includes(only.id));
  if (!isOthers) return { ...table, filters: { ...table.filters, coders: [only.id] } };
  throw new AppError('conflict', said('exporting.ownWorkOnly'));
}

/** Tables of the coded data, as files. */
export const exportHandlers = {
  'exports.run': async (context, input) => {
    const only = onlyOwn(context);
    const table = narrowed(input.table, only);
    const { project } = context.session.status();
    const { path, shownAs } = context.grants.find(input.folder);
    context.label(
      exportingWords.exporting({ formats: input.formats.map((format) => format.toUpperCase()), folder: shownAs }),
    );
    context.writes({ kind: 'export', path, shownAs });
    const done = await context.jobs.run(
      exportJobs.run,
      {
        project: context.store.path,
        folder: path,
        replace: input.replace,
        formats: input.formats,
        byteOrderMark: input.byteOrderMark,
        raw: input.raw,
        partition: input.partition,
        program: `Galley ${context.platform.version}`,
        table,
        only,
      },
      { signal: context.signal, progress: (ready, total) => context.progress(ready, total) },
    );
    const { formats, byteOrderMark, raw, partition } = input;
    const content = { formats, byteOrderMark, raw, partition, table: input.table };
    if (project) rememberExport(context.session, project.id, { folder: path, content });
    return { folder: path, ...done };
  },
  'exports.place': ({ session, grants }) => {
    const { folder, ...last } = exportPlace(session);
    return { folder: grants.grant(folder), label: folder, ...last };
  },
  'exports.preview': async (context, input) => {
    const only = onlyOwn(context);
    const table = narrowed(input.table, only);
    context.label(exportingWords.previewing);
    return context.jobs.run(
      exportJobs.preview,
      { project: context.store.path, ...input, table, only },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
  },
} satisfies Partial<Handlers>;
