import type { Handlers } from '../app/handlers.ts';

/** Tables of the coded data, as files. */
export const exportHandlers = {
  'exports.run': async (context, input) => {
    const { path, shownAs } = context.grants.find(input.folder);
    context.label(`Export ${input.formats.map((format) => format.toUpperCase()).join(', ')} to ${shownAs}`);
    return context.jobs.run(
      'exports.run',
      {
        project: context.store.path,
        folder: path,
        formats: input.formats,
        byteOrderMark: input.byteOrderMark,
        raw: input.raw,
        partition: input.partition,
        program: `Galley ${context.platform.version}`,
        table: input.table,
      },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
  },
  'exports.preview': (context, input) => {
    context.label('Look at the table');
    return context.jobs.run(
      'exports.preview',
      { project: context.store.path, ...input },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
  },
} satisfies Partial<Handlers>;
