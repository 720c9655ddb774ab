import type { AgreementUnit, Reliability } from '../../../shared/api/reliability.ts';
import { buildCodeTree, descendants } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import { spanReport } from '../../../shared/stats/report/spanReport.ts';
import { valueReport } from '../../../shared/stats/report/valueReport.ts';
import type { Draws } from '../../../shared/stats/report/judged.ts';
import { atOneMoment } from '../../store/exportQueries.ts';
import { openReader } from '../../store/database.ts';
import type { Store } from '../../store/database.ts';
import { listAttendance, marksDone, measuredVariables } from '../../store/reliabilityQueries.ts';
import { listCodes } from '../../store/rows/code.ts';
import { listCoders } from '../../store/rows/coder.ts';
import type { JobContext } from '../job.ts';
import { methodsOf } from './reliabilityMethods.ts';
import { presenceInput, readSpans, variableInput } from './reliabilityUnits.ts';
import type { Corpus } from './reliabilityUnits.ts';

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

/** The codes asked for with all below them, as `path by id`; archived ones count, for their codings are there. */
function chosenCodes(db: Store['db'], wanted: readonly Id[] | null): Map<Id, string> {
  const tree = buildCodeTree(listCodes(db));
  const all = new Map([...tree.nodes].map(([id, { path }]) => [id, path]));
  if (wanted === null) return all;
  const ids = wanted.flatMap((id) => [id, ...descendants(tree, id).map(({ code }) => code.id)]);
  return new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) ?? '']] : [])));
}

function readCorpus(db: Store['db'], input: ReliabilityInput): { corpus: Corpus; basis: string } {
  const byDone = marksDone(db);
  const documents = new Map<Id, Id[]>();
  for (const { document, coder } of listAttendance(db, byDone, input.round)) {
    const coders = documents.get(document);
    if (coders) coders.push(coder);
    else documents.set(document, [coder]);
  }
  for (const [document, coders] of documents) if (coders.length < 2) documents.delete(document);
  const present = new Set([...documents.values()].flat());
  const coders = listCoders(db).filter(({ id }) => present.has(id));
  const who = byDone
    ? 'A coder counts in an article that he or she has marked done.'
    : 'No article is marked done, so a coder counts in every article in which he or she has coded or answered anything.';
  const blank =
    input.variables === null
      ? ' Text without a code in such an article means that the code does not apply there.'
      : ' Questions without a given answer, and missing codes, are left out.';
  return { corpus: { documents, coders }, basis: who + blank };
}

function measure(db: Store['db'], input: ReliabilityInput, context: JobContext): Reliability {
  const { corpus, basis } = readCorpus(db, input);
  const draws: Draws = { draws: input.draws, seed: input.seed };
  const onDraws = (): void => context.checkpoint();
  const paths = chosenCodes(db, input.codes);
  const spans =
    input.variables === null && input.unit === 'span'
      ? spanReport(readSpans(db, corpus, paths, onDraws), draws, onDraws)
      : null;
  const inputs =
    input.variables !== null
      ? measuredVariables(db)
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
