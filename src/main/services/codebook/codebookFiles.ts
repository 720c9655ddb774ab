import { join } from 'node:path';
import { codebookWords } from '#words/core/codebook.ts';
import type { Handlers } from '../../app/handlers.ts';
import { codebookLosses } from '../../jobs/exchange/codebook.ts';
import { describeCodebook } from '../../jobs/exchange/codebookEntries.ts';
import { exchangeJobs } from '../../jobs/exchange/jobs.ts';
import { readProject } from '../../store/rows/project.ts';
import { writeCodebook } from './codebookWriter.ts';

/** Codebooks that come from files and go to files. */
export const codebookHandlers = {
  'codebook.import': async (context, input) => {
    const { path, shownAs } = context.grants.find(input.file);
    context.label(codebookWords.reading({ file: shownAs }));
    const codebook = await context.jobs.run(exchangeJobs.readCodebook, { path }, { signal: context.signal });
    return context.commit('codebook.import', (command) => {
      const { doubts, ...written } = writeCodebook(command, codebook, 'update');
      const changes = [...(codebook.changes ?? []), ...doubts];
      return { values: { file: shownAs }, output: { ...written, changes } };
    });
  },
  'codebook.export': async (context, input) => {
    const folder = context.grants.path(input.folder);
    const path = join(folder, input.name);
    context.label(codebookWords.writing({ file: input.name }));
    context.writes({ kind: 'file', path, shownAs: input.name });
    const written = await context.jobs.run(
      exchangeJobs.writeCodebook,
      {
        path,
        project: readProject(context.store.db)?.id ?? '',
        replace: input.replace,
        codebook: describeCodebook(context.store.db),
        title: input.name.replace(/\.[^.]+$/u, ''),
      },
      { signal: context.signal },
    );
    return { folder, ...written };
  },
  'codebook.losses': ({ store }, { name }) => codebookLosses(name, describeCodebook(store.db)),
} satisfies Partial<Handlers>;
