import { agreementWords } from '#words/core/agreement.ts';
import type { Comparison, Measurement } from '../../../shared/api/reliability.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Handlers, TaskContext } from '../../app/handlers.ts';
import { agreementJobs } from '../../jobs/agreement/jobs.ts';
import type { AgreementInput } from '../../jobs/agreement/measure.ts';
import type { Store } from '../../store/database.ts';
import { findCode } from '../../store/rows/code.ts';
import { findCoder } from '../../store/rows/coder.ts';
import { readProject } from '../../store/rows/project.ts';
import { findRound } from '../../store/rows/round.ts';
import { findVariable } from '../../store/rows/variable.ts';
import { blindCoder, refuseBlind } from '../coding/blindCoder.ts';

type Choice = Pick<Comparison, 'codes' | 'variable' | 'round'> & Pick<Measurement, 'coders'>;

/** Throws `not-found` for a code, variable, coder or round that is gone. */
function checkChoice({ db }: Store, { codes, variable, coders, round }: Choice): void {
  for (const code of codes ?? []) {
    if (!findCode(db, code)) throw new AppError('not-found', said('agreement.codeGone'), { code });
  }
  if (variable !== undefined && findVariable(db, variable)?.scope !== 'document') {
    throw new AppError('not-found', said('agreement.notAnswered'), { variable });
  }
  for (const coder of coders ?? []) {
    if (!findCoder(db, coder)) throw new AppError('not-found', said('agreement.coderGone'), { coder });
  }
  if (round !== undefined && !findRound(db, round)) {
    throw new AppError('not-found', said('agreement.roundGone'), { round });
  }
}

/** Throws as `checkChoice`, and `bad-input` for a coder who is to be compared with themselves. */
function checkComparison(store: Store, comparison: Comparison): void {
  checkChoice(store, comparison);
  const { coders } = comparison;
  if (coders && coders[0] === coders[1]) throw new AppError('bad-input', said('agreement.sameCoder'));
}

/** What the worker needs. Throws `not-found` for what is no longer in the project. */
function checkedMeasurement(context: TaskContext, input: Measurement): AgreementInput {
  const { store } = context;
  const { codes, round, coders } = input;
  checkChoice(store, { codes, round, coders });
  for (const variable of input.variables ?? []) checkChoice(store, { variable });
  if (input.by !== undefined && findVariable(store.db, input.by)?.scope !== 'fact') {
    throw new AppError('not-found', said('agreement.byFactOnly'), { variable: input.by });
  }
  return { ...input, project: store.path, program: `Galley ${context.platform.version}`, drawn: null };
}

/** Fewer draws than that are not worth a worker of their own, which has to read the project first. */
const fewestDraws = 250;

/** Lets all workers draw, each its share; the figures are the same as of one worker. */
async function withDraws(context: TaskContext, input: AgreementInput): Promise<AgreementInput> {
  const { jobs, signal } = context;
  const parts = Math.min(jobs.width, Math.floor(input.draws / fewestDraws));
  if (parts < 2) return input;
  const drawn = await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      jobs.run(
        agreementJobs.draw,
        { ...input, agreed: false, part, parts },
        { signal, ...(part === 0 && { progress: (done, total) => context.progress(done, total) }) },
      ),
    ),
  );
  return { ...input, drawn };
}

/** How far coders agree, and where they do not, is made of the work of all: while one codes blind it is not told. */
function refuseToBlind({ session }: TaskContext): void {
  if (blindCoder({ session, sight: session.open().sight }) === undefined) return;
  refuseBlind(said('agreement.agreementNotShown'));
}

/** Agreement between coders. */
export const reliabilityHandlers = {
  'reliability.run': async (context, input) => {
    refuseToBlind(context);
    const payload = checkedMeasurement(context, input);
    context.label(agreementWords.measuring);
    return context.jobs.run(agreementJobs.measure, await withDraws(context, payload), {
      signal: context.signal,
      progress: (done, total) => context.progress(done, total),
    });
  },
  'reliability.export': async (context, { folder, replace, files, plot, ...input }) => {
    refuseToBlind(context);
    const payload = checkedMeasurement(context, input);
    const { path, shownAs } = context.grants.find(folder);
    context.label(agreementWords.exporting({ folder: shownAs }));
    context.writes({ kind: 'agreement', path, shownAs });
    const written = await context.jobs.run(
      agreementJobs.export,
      { ...(await withDraws(context, payload)), folder: path, replace, files, plot },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
    return { folder: path, ...written };
  },
  'reliability.picture': async (context, { folder, replace, png }) => {
    const { path, shownAs } = context.grants.find(folder);
    context.label(agreementWords.exportingPlot({ folder: shownAs }));
    context.writes({ kind: 'plot', path, shownAs });
    const project = readProject(context.store.db)?.id ?? '';
    return context.jobs.run(agreementJobs.picture, { project, folder: path, replace, png }, { signal: context.signal });
  },
  'reliability.confusion': async (context, comparison) => {
    refuseToBlind(context);
    checkComparison(context.store, comparison);
    context.label(agreementWords.comparing);
    return context.jobs.run(
      agreementJobs.confusion,
      { project: context.store.path, comparison },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
  },
  'reliability.cell': async (context, { row, column, offset, limit, ...comparison }) => {
    refuseToBlind(context);
    checkComparison(context.store, comparison);
    context.label(agreementWords.finding);
    return context.jobs.run(
      agreementJobs.cell,
      { project: context.store.path, comparison, row, column, offset, limit },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
  },
} satisfies Partial<Handlers>;
