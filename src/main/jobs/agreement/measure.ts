import { agreementWords } from '#words/core/agreement.ts';
import type { AgreementReport, Measurement } from '../../../shared/api/reliability.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { BootstrapDraws } from '../../../shared/stats/certainty/bootstrap.ts';
import { characterReports } from '../../../shared/stats/report/characterReport.ts';
import { drawShare, joinShares } from '../../../shared/stats/report/drawShares.ts';
import type { DrawShare } from '../../../shared/stats/report/drawShares.ts';
import type { Draws } from '../../../shared/stats/report/judged.ts';
import { spanReport } from '../../../shared/stats/report/spanReport.ts';
import type { SpanReport } from '../../../shared/stats/report/spanReport.ts';
import { valueReport } from '../../../shared/stats/report/valueReport.ts';
import type { ValueReport } from '../../../shared/stats/report/valueReport.ts';
import type { Store } from '../../store/database.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import { openReader } from '../../store/openReader.ts';
import { roundName, statedAnswers } from '../../store/agreementQueries.ts';
import { lastEntry } from '../../store/rows/entry.ts';
import { findVariable, listVariables } from '../../store/rows/variable.ts';
import type { JobContext } from '../../workers/job.ts';
import type { Measured } from './measured.ts';
import { againstAgreed } from './againstAgreed.ts';
import { chosenCodes, readCorpus } from './readCorpus.ts';
import type { Corpus } from './readCorpus.ts';
import { methodsOf } from './methods.ts';
import { presenceInput, readSpans, variableInput } from './units.ts';

/** What is asked about the agreement of coders, and where. */
export type AgreementInput = Measurement & {
  project: string;
  /** Name and version of the program, for the methods paragraph. */
  program: string;
  /** Draws that other workers made; null: none, all are made here. */
  drawn: readonly Drawn[] | null;
};

/** The draws of one worker, and the last entry of the journal when it read the project. */
export type Drawn = { entry: number; figures: DrawShare };

/** Measures the agreement of coders, as of one moment. The figures do not depend on how the work is split. */
export function agreementJob(input: AgreementInput, context: JobContext): AgreementReport {
  const db = openReader(input.project);
  try {
    return atOneMoment(db, () => measure(db, input, context));
  } finally {
    db.close();
  }
}

/** Makes one share of the draws of all figures. */
export function agreementDrawsJob(
  { part, parts, ...input }: AgreementInput & { part: number; parts: number },
  context: JobContext,
): Drawn {
  const db = openReader(input.project);
  try {
    return atOneMoment(db, () => {
      const made: BootstrapDraws[][] = [];
      measure(db, input, context, drawShare(input, part, parts, made));
      return { entry: lastEntry(db), figures: made };
    });
  } finally {
    db.close();
  }
}

/** The draws of others, if they read the project as it is now; otherwise all are made here. */
function drawsFor(db: Store['db'], { draws, seed, drawn }: AgreementInput): Draws {
  const entry = lastEntry(db);
  const isCurrent = drawn?.every((share) => share.entry === entry) ?? false;
  return drawn && isCurrent
    ? joinShares(
        { draws, seed },
        drawn.map(({ figures }) => figures),
      )
    : { draws, seed };
}

/** The codes and variables that are asked for. */
export function measuredOf(
  db: Store['db'],
  { unit, codes, variables }: Pick<AgreementInput, 'unit' | 'codes' | 'variables'>,
): Measured {
  const known = listVariables(db).filter(({ scope }) => scope === 'document');
  return {
    unit,
    paths: chosenCodes(db, codes),
    variables: variables ? known.filter(({ id }) => variables.length === 0 || variables.includes(id)) : null,
  };
}

/** The whole report. The connection must stand in one read transaction. */
export function measure(
  db: Store['db'],
  input: AgreementInput,
  context: JobContext,
  draws: Draws = drawsFor(db, input),
): AgreementReport {
  const { corpus, basis: who } = readCorpus(db, input);
  const blank = input.variables === undefined ? agreementWords.blankOfCodes : agreementWords.blankOfVariables;
  const basis = agreementWords.sentences({ sentences: [who, blank] });
  const measured = measuredOf(db, input);
  const work = { db, measured, draws, context };
  const report = {
    unit: input.unit,
    coders: corpus.coders.map(({ name }) => name),
    documents: corpus.documents.size,
    basis,
    seed: input.seed,
    ...figuresOf(work, corpus),
    groups: input.by === undefined ? null : groupsOf(work, corpus, input.by),
    against: input.agreed ? againstAgreed(db, input, measured, () => context.checkpoint()) : null,
  };
  const round = input.round === undefined ? null : roundName(db, input.round);
  return { ...report, methods: methodsOf(report, round, input.program) };
}

/** What all figures of a report are made with. */
type Work = { db: Store['db']; measured: Measured; draws: Draws; context: JobContext };

type Figures = { spans: SpanReport | null; values: ValueReport[] };

function figuresOf({ db, measured, draws, context }: Work, corpus: Corpus): Figures {
  const { unit, paths, variables } = measured;
  const onDraws = (): void => context.checkpoint();
  const names = corpus.coders.map(({ name }) => name);
  if (variables === null && unit === 'span') {
    return { spans: spanReport(readSpans(db, corpus, paths, onDraws), names, draws, onDraws), values: [] };
  }
  if (variables === null && unit === 'characters') {
    return { spans: null, values: characterReports(readSpans(db, corpus, paths, onDraws), names, draws, onDraws) };
  }
  const inputs = variables
    ? variables.map((variable) => variableInput(db, corpus, variable))
    : presenceInput(db, corpus, paths, unit === 'span' || unit === 'characters' ? 'document' : unit, onDraws);
  const values = inputs.map((value, index) => {
    context.progress(index, inputs.length);
    const report = valueReport(value, draws, onDraws);
    const leftOut = 'leftOut' in value ? Number(value.leftOut) : 0;
    if (leftOut > 0) report.warnings.push(agreementWords.leftOutOfScale({ answers: leftOut }));
    return report;
  });
  return { spans: null, values };
}

/** The figures of the articles of each value of a fact, values by their letters; '' where it is not known. */
function groupsOf(work: Work, corpus: Corpus, fact: Id): NonNullable<AgreementReport['groups']> {
  const values = new Map(
    statedAnswers(work.db, fact).map(({ document, coder, value }) => [document, coder ? '' : value]),
  );
  const groups = new Map<string, Map<Id, readonly Id[]>>();
  for (const [document, coders] of corpus.documents) {
    const value = values.get(document) ?? '';
    const group = groups.get(value);
    if (group) group.set(document, coders);
    else groups.set(value, new Map([[document, coders]]));
  }
  const rows = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, documents]) => {
      const figures = figuresOf(work, { ...corpus, documents });
      const spans = figures.spans
        ? [{ name: 'uα', alpha: figures.spans.placesAndCodes, agreement: figures.spans.f1Exact, units: documents.size }]
        : [];
      const own = figures.values.map(({ name, alpha, agreement, units }) => ({ name, alpha, agreement, units }));
      return { value, documents: documents.size, rows: [...spans, ...own] };
    });
  return { fact: findVariable(work.db, fact)?.label ?? '', rows };
}
