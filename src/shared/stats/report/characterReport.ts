import { statsWords } from '#words/core/stats.ts';
import type { Resampling } from '../certainty/resampling.ts';
import { characterUnits } from '../spans/characterUnits.ts';
import { codesOf } from '../spans/continuum.ts';
import { alpha } from '../values/alpha.ts';
import { brennanPrediger } from '../values/brennanPrediger.ts';
import { gwet } from '../values/gwet.ts';
import { percentAgreement } from '../values/percentAgreement.ts';
import { selectCoders } from '../values/reliabilityMatrix.ts';
import type { ReliabilityMatrix } from '../values/reliabilityMatrix.ts';
import { pairableUnits, pairableValues, summariseUnits } from '../values/unitSummary.ts';
import { averageOf } from './average.ts';
import { figureOf, judge, verdictOf } from './judged.ts';
import type { Draws } from './judged.ts';
import type { NamedDocument } from './spanPairs.ts';
import type { ValueReport } from './valueReport.ts';

type Runs = { matrix: ReliabilityMatrix; lengths: Float64Array; documents: Uint32Array };

/** All characters of all documents, a column for each name; runs that everybody treats alike are one weighted unit. */
function runsOf(documents: readonly NamedDocument[], names: readonly string[], code: string): Runs {
  const cells: number[] = [];
  const lengths: number[] = [];
  const places: number[] = [];
  documents.forEach((document, place) => {
    const { matrix, lengths: own } = characterUnits([document], code);
    own.forEach((length, unit) => {
      if (length === 0) return;
      lengths.push(length);
      places.push(place);
      for (const name of names) {
        const column = document.names.indexOf(name);
        cells.push(column < 0 ? -1 : (matrix.cells[unit * matrix.coders + column] ?? -1));
      }
    });
  });
  const matrix = { coders: names.length, units: lengths.length, scale: [false, true], cells: Int32Array.from(cells) };
  return { matrix, lengths: Float64Array.from(lengths), documents: Uint32Array.from(places) };
}

/** Draws documents; a document drawn twice counts all its characters twice. */
function resamplingOf({ matrix, lengths, documents }: Runs, count: number): Resampling {
  return {
    kindOf: Uint32Array.from({ length: count }, (_, kind) => kind),
    kinds: count,
    evaluate: (tally) => {
      const weights = lengths.map((length, unit) => length * (tally[documents[unit] ?? 0] ?? 0));
      return alpha(matrix, 'nominal', weights);
    },
  };
}

/**
 * For each code, nominal alpha of every character: marked with it or not. `names` are the coders, each a column.
 * O(draws * runs * coders). Every report warns of characters as units.
 */
export function characterReports(
  documents: readonly NamedDocument[],
  names: readonly string[],
  draws: Draws,
  onDraws: () => void,
): ValueReport[] {
  const shared = documents.filter(({ coders }) => coders.length > 1);
  return codesOf(shared).map((code) => {
    onDraws();
    const runs = runsOf(shared, names, code);
    const { matrix, lengths } = runs;
    const summary = summariseUnits(matrix, lengths);
    const figure = judge(resamplingOf(runs, shared.length), draws, onDraws);
    const pairs = names.flatMap((first, place) =>
      names.slice(place + 1).flatMap((second, step): ValueReport['pairs'] => {
        const pair = selectCoders(matrix, [place, place + 1 + step]);
        const units = pairableUnits(summariseUnits(pair, lengths));
        if (units === 0) return [];
        const agreement = figureOf(percentAgreement(pair, lengths).unitMean);
        return [{ coders: [first, second], alpha: figureOf(alpha(pair, 'nominal', lengths)), agreement, units }];
      }),
    );
    const single = shared.map((document) => {
      const own = runsOf([document], document.names, code);
      return figureOf(alpha(own.matrix, 'nominal', own.lengths));
    });
    return {
      name: code,
      level: 'nominal',
      units: pairableUnits(summary),
      values: pairableValues(summary),
      alpha: figure,
      verdict: verdictOf(figure),
      agreement: figureOf(percentAgreement(matrix, lengths).unitMean),
      brennanPrediger: figureOf(brennanPrediger(matrix, undefined, lengths)),
      gwet: figureOf(gwet(matrix, undefined, lengths)),
      pairs,
      averages: [
        averageOf(
          'pairs',
          'α',
          pairs.map((pair) => pair.alpha),
        ),
        averageOf('documents', 'α', single),
      ],
      warnings: [statsWords.charactersAsUnits],
    };
  });
}
