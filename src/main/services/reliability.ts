import { AppError } from '../../shared/api/errors.ts';
import type { Handlers } from '../app/handlers.ts';
import { findCode } from '../store/rows/code.ts';
import { listVariables } from '../store/rows/variable.ts';

/** Agreement between coders. */
export const reliabilityHandlers = {
  'reliability.run': async (context, input) => {
    const { db, path } = context.store;
    for (const code of input.codes ?? []) {
      if (!findCode(db, code)) throw new AppError('not-found', 'This code is no longer in the codebook.', { code });
    }
    const known = new Set(listVariables(db).flatMap(({ id, scope }) => (scope === 'document' ? [id] : [])));
    for (const variable of input.variables ?? []) {
      if (!known.has(variable)) {
        throw new AppError('not-found', 'This variable is not one that coders answer for articles.', { variable });
      }
    }
    context.label('Measure agreement');
    return context.jobs.run(
      'reliability.run',
      {
        project: path,
        unit: input.unit,
        codes: input.codes ?? null,
        variables: input.variables ?? null,
        round: input.round ?? null,
        draws: input.draws,
        seed: input.seed,
        program: `Galley ${context.platform.version}`,
      },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
  },
} satisfies Partial<Handlers>;
