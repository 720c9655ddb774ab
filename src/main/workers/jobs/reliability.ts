import type { AgreementUnit, Reliability } from '../../../shared/api/reliability.ts';
import type { Id } from '../../../shared/model/records.ts';
import { spanReport } from '../../../shared/stats/report/spanReport.ts';
import { valueReport } from '../../../shared/stats/report/valueReport.ts';
import type { Draws } from '../../../shared/stats/report/judged.ts';
import { atOneMoment } from '../../store/exportQueries.ts';
import { openReader } from '../../store/database.ts';
import type { Store } from '../../store/database.ts';
import { listVariables } from '../../store/rows/variable.ts';
import type { JobContext } from '../job.ts';
import { chosenCodes, readCorpus } from './reliabilityCorpus.ts';
import { methodsOf } from './reliabilityMethods.ts';
import { presenceInput, readSpans, variableInput } from './reliabilityUnits.ts';

export type ReliabilityInput = {
  project: string;
  unit: AgreementUnit;
  codes: readonly Id[] | null;
  variables: readonly Id[] | null;
  round: Id | null;
  draws: number;
  seed: number;
  /** Name and version of the program, for the methods paragraph. */
  program: string;
};

/** Measures the agreement of coders, as of one moment. The figures do not depend on how the work is split. */
export function reliabilityJob(input: ReliabilityInput, context: JobContext): Reliability {
  const db = openReader(input.project);
  try {
    return atOneMoment(db, () => measure(db, input, context));
  } finally {
    db.close();
  }
}

const meaningOfBlank = {
  codes: 'Text without a code in such an article means that the code does not apply there.',
  variables:
    'Questions without an answer, questions that are not asked, and missing codes are left out; absent and not applicable ' +
    'are answers of their own where the values have no order.',
};

function measure(db: Store['db'], input: ReliabilityInput, context: JobContext): Reliability {
  const { corpus, basis: who } = readCorpus(db, { round: input.round, documents: null, coders: null });
  const basis = `${who} ${input.variables === null ? meaningOfBlank.codes : meaningOfBlank.variables}`;
  const draws: Draws = { draws: input.draws, seed: input.seed };
  const onDraws = (): void => context.checkpoint();
  const paths = chosenCodes(db, input.codes);
  const spans =
    input.variables === null && input.unit === 'span'
      ? spanReport(readSpans(db, corpus, paths, onDraws), draws, onDraws)
      : null;
  const inputs =
    input.variables !== null
      ? listVariables(db)
          .filter(({ scope }) => scope === 'document')
          .filter(({ id }) => input.variables?.length === 0 || input.variables?.includes(id))
          .map((variable) => variableInput(db, corpus, variable))
      : input.unit === 'span'
        ? []
        : presenceInput(db, corpus, paths, input.unit, onDraws);
  const values = inputs.map((value, index) => {
    context.progress(index, inputs.length);
    return valueReport(value, draws, onDraws);
  });
  const report = {
    unit: input.unit,
    coders: corpus.coders.map(({ name }) => name),
    documents: corpus.documents.size,
    basis,
    seed: input.seed,
    spans,
    values,
  };
  return { ...report, methods: methodsOf(report, input.program) };
}
