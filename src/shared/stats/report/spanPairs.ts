import { codesOf } from '../spans/continuum.ts';
import type { CodedDocument } from '../spans/continuum.ts';
import { addTallies, spanScores, tallySpansByCode } from '../spans/spanScores.ts';
import type { SpanScores } from '../spans/spanScores.ts';
import { codingAlpha, markedAlpha, unitizingAlpha } from '../spans/unitizingAlpha.ts';
import { addUnitizingSums, unitizingSums } from '../spans/unitizingSums.ts';
import { undefinedFor } from '../values/estimate.ts';
import type { AverageFigure } from './average.ts';
import { averageOf } from './average.ts';
import { figureOf } from './judged.ts';
import type { Figure } from './judged.ts';

/** A document with the names of its coders, in the order of `coders`. */
export type NamedDocument = CodedDocument & { readonly names: readonly string[] };

/** Figures of passages without intervals: of a pair of coders, or of one article. */
export type SpanFigures = { places: Figure; placesAndCodes: Figure; codes: Figure; f1Exact: Figure; f1Partial: Figure };

export type SpanPairReport = SpanFigures & { coders: [string, string]; documents: number };

/** |uα, uα, cuα and F1 of some documents, pairs of coders pooled. O(units log units + codes²). */
export function spanFigures(documents: readonly CodedDocument[]): SpanFigures {
  const codes = codesOf(documents);
  const sums = addUnitizingSums(
    documents.map((document) => unitizingSums(document, codes)),
    codes,
  );
  const marked = documents.map((document) => ({
    ...document,
    coders: document.coders.map((units) => units.map((unit) => ({ ...unit, code: 'marked' }))),
  }));
  const places = addUnitizingSums(
    marked.map((document) => unitizingSums(document, ['marked'])),
    ['marked'],
  );
  const scores = pairScores(documents);
  return {
    places: figureOf(markedAlpha(places)),
    placesAndCodes: figureOf(unitizingAlpha(sums)),
    codes: figureOf(sums.overlapping ? undefinedFor('overlapping-codes') : codingAlpha(sums).alpha),
    f1Exact: figureOf(scores.exact.f1),
    f1Partial: figureOf(scores.partial.f1),
  };
}

/** Precision, recall and F1 of the first coder against the second (of every pair), pooled over documents. */
export function pairScores(documents: readonly CodedDocument[]): SpanScores {
  const tallies = documents.flatMap(({ coders, length }) =>
    coders.flatMap((first, place) =>
      coders.slice(place + 1).flatMap((second) => [...tallySpansByCode(first, second, length).values()]),
    ),
  );
  return spanScores(addTallies(tallies));
}

/** The documents that both coders took part in, with only these two, in this order. */
function onlyPair(documents: readonly NamedDocument[], first: string, second: string): NamedDocument[] {
  return documents.flatMap((document) => {
    const [one, other] = [document.names.indexOf(first), document.names.indexOf(second)];
    const units = [document.coders[one], document.coders[other]].filter((list) => list !== undefined);
    return units.length === 2 ? [{ ...document, names: [first, second], coders: units }] : [];
  });
}

/** Figures of every pair of coders who have articles in common. */
export function spanPairs(documents: readonly NamedDocument[], names: readonly string[]): SpanPairReport[] {
  return names.flatMap((first, place) =>
    names.slice(place + 1).flatMap((second): SpanPairReport[] => {
      const shared = onlyPair(documents, first, second);
      return shared.length === 0 ? [] : [{ coders: [first, second], documents: shared.length, ...spanFigures(shared) }];
    }),
  );
}

const averaged = [
  ['|uα', 'places'],
  ['uα', 'placesAndCodes'],
  ['cuα', 'codes'],
  ['F1 exact', 'f1Exact'],
  ['F1 partial', 'f1Partial'],
] as const;

/** The means of the figures over pairs of coders, and over single articles. */
export function spanAverages(documents: readonly CodedDocument[], pairs: readonly SpanPairReport[]): AverageFigure[] {
  const single = documents.filter(({ coders }) => coders.length > 1).map((document) => spanFigures([document]));
  return averaged.flatMap(([name, key]) => [
    averageOf(
      'pairs',
      name,
      pairs.map((pair) => pair[key]),
    ),
    averageOf(
      'documents',
      name,
      single.map((figures) => figures[key]),
    ),
  ]);
}
