import { codingWords } from '#words/core/coding.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Variable } from '../../../shared/model/variables.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import { exchangeJobs } from '../../jobs/exchange/jobs.ts';
import type { ReadAnswer } from '../../jobs/exchange/readAnswers.ts';
import { requireVariable } from '../codebook/variables.ts';
import { giveAnswer } from './answers.ts';

/** What was read is held against the project once more: it may have changed since. */
function writeAnswers(context: CommandContext, answers: readonly ReadAnswer[]): { answers: number; present: number } {
  const variables = new Map<Id, Variable>();
  let written = 0;
  for (const { document, variable: id, state, value } of answers) {
    const variable = variables.get(id) ?? requireVariable(context.store, id);
    variables.set(id, variable);
    if (giveAnswer(context, { document, annotation: null, variable: id }, { state, value }, variable).written)
      written++;
  }
  return { answers: written, present: answers.length - written };
}

/** Answers that come from files. */
export const answerFileHandlers = {
  'answers.import': async (context, { file }) => {
    const { path, shownAs } = context.grants.find(file);
    context.label(codingWords.readingAnswers({ file: shownAs }));
    const read = await context.jobs.run(
      exchangeJobs.readAnswers,
      { project: context.store.path, path },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
    return context.commit('answers.import', (command) => {
      const output = writeAnswers(command, read);
      return { values: { answers: output.answers, file: shownAs }, output };
    });
  },
} satisfies Partial<Handlers>;
