import type { AgainstAgreed } from '../../../shared/api/reliability.ts';
import type { Coder, Id } from '../../../shared/model/records.ts';
import { characterReports } from '../../../shared/stats/report/characterReport.ts';
import { figureOf } from '../../../shared/stats/report/judged.ts';
import { pairScores, spanFigures } from '../../../shared/stats/report/spanPairs.ts';
import { valueReport } from '../../../shared/stats/report/valueReport.ts';
import type { ValueReport } from '../../../shared/stats/report/valueReport.ts';
import type { Scores } from '../../../shared/stats/spans/spanScores.ts';
import type { Store } from '../../store/database.ts';
import { documentsBegunBy } from '../../store/agreementQueries.ts';
import { agreedCoder } from '../../store/rows/coder.ts';
import type { Measured } from './measured.ts';
import { readCorpus } from './readCorpus.ts';
import type { Corpus, CorpusChoice } from './readCorpus.ts';
import { presenceInput, readSpans, variableInput } from './units.ts';

/** Each coder against the agreed version, in the articles that the coder took part in and that have one. No intervals. */
export function againstAgreed(
  db: Store['db'],
  choice: CorpusChoice,
  measured: Measured,
  onDocument: () => void,
): AgainstAgreed[] {
  const agreed = agreedCoder(db);
  if (!agreed) return [];
  const settled = new Set(documentsBegunBy(db, agreed.id));
  const { corpus } = readCorpus(db, choice, 1);
  return corpus.coders.flatMap((coder) => {
    const shared = [...corpus.documents].filter(([id, coders]) => settled.has(id) && coders.includes(coder.id));
    if (shared.length === 0) return [];
    const documents = new Map(shared.map(([id]): [Id, Id[]] => [id, [coder.id, agreed.id]]));
    return [oneAgainst(db, { documents, coders: [coder, agreed] }, coder, measured, onDocument)];
  });
}

function oneAgainst(
  db: Store['db'],
  corpus: Corpus,
  { name }: Coder,
  measured: Measured,
  onDocument: () => void,
): AgainstAgreed {
  const row = { coder: name, documents: corpus.documents.size };
  if (measured.variables !== null || measured.unit !== 'span') {
    return { ...row, spans: null, values: valuesAgainst(db, corpus, measured, onDocument) };
  }
  const documents = readSpans(db, corpus, measured.paths, onDocument);
  const scores = pairScores(documents);
  const { placesAndCodes } = spanFigures(documents);
  return { ...row, spans: { placesAndCodes, exact: shown(scores.exact), partial: shown(scores.partial) }, values: [] };
}

function shown({ precision, recall, f1 }: Scores): NonNullable<AgainstAgreed['spans']>['exact'] {
  return { precision: figureOf(precision), recall: figureOf(recall), f1: figureOf(f1) };
}

function valuesAgainst(
  db: Store['db'],
  corpus: Corpus,
  { unit, paths, variables }: Measured,
  onDocument: () => void,
): AgainstAgreed['values'] {
  const draws = { draws: 0, seed: 0 };
  const names = corpus.coders.map(({ name }) => name);
  const reports: ValueReport[] = variables
    ? variables.map((variable) => valueReport(variableInput(db, corpus, variable), draws, onDocument))
    : unit === 'characters' || unit === 'span'
      ? characterReports(readSpans(db, corpus, paths, onDocument), names, draws, onDocument)
      : presenceInput(db, corpus, paths, unit, onDocument).map((input) => valueReport(input, draws, onDocument));
  return reports.map(({ name, alpha, agreement, units }) => ({
    name,
    alpha: { value: alpha.value, reason: alpha.reason },
    agreement,
    units,
  }));
}
