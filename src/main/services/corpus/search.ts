import { corpusWords } from '#words/core/corpus.ts';
import type { Handlers } from '../../app/handlers.ts';
import { projectJobs } from '../../jobs/project/jobs.ts';

/** Search through all texts. */
export const searchHandlers = {
  'search.text': async (context, input) => {
    context.label(corpusWords.searching({ query: input.query }));
    return context.jobs.run(
      projectJobs.search,
      { project: context.store.path, ...input },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
  },
} satisfies Partial<Handlers>;
