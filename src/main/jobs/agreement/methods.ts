import { methodsWords as words } from '#words/core/methods.ts';
import type { AgreementReport } from '../../../shared/api/reliability.ts';
import { leastDrawn } from '../../../shared/stats/certainty/intervalState.ts';
import type { Figure, JudgedFigure } from '../../../shared/stats/report/judged.ts';

type Facts = Omit<AgreementReport, 'methods'>;

function inWords(name: string, { value, reason }: Figure): string {
  return value === null ? words.undefinedFigure({ name, reason }) : words.figure({ name, value });
}

function withInterval(name: string, figure: JudgedFigure): string {
  const { low, high, note } = figure;
  const of = inWords(name, figure);
  if (low !== null && high !== null) return words.interval({ of, low, high, note });
  return note === '' ? of : words.noted({ of, note });
}

function figuresOf({ spans, values, unit }: Facts): string[] {
  if (!spans) {
    return values.map(({ name, alpha, units }) =>
      words.overUnits({ of: withInterval(words.alphaOf({ name }), alpha), number: units, unit }),
    );
  }
  const share = spans.coverage.value;
  const codes = withInterval(words.codes, spans.codes);
  return [
    withInterval(words.places, spans.places),
    withInterval(words.placesAndCodes, spans.placesAndCodes),
    share === null ? codes : words.onMarkedText({ of: codes, share }),
    inWords(
      words.exactPassages,
      spans.averages.find(({ over, name }) => over === 'pairs' && name === 'F1 exact') ?? spans.f1Exact,
    ),
  ];
}

/** How intervals were made, from a figure that has one. */
function intervalsOf({ spans, values, seed }: Facts): string[] {
  const figures = [spans?.placesAndCodes, spans?.places, ...values.map(({ alpha }) => alpha)].filter(
    (figure) => figure !== undefined,
  );
  const drawn = figures.find((figure) => figure.draws > 0);
  if (drawn) return [words.intervals({ draws: drawn.draws, lost: drawn.undefinedDraws, seed })];
  return figures.some(({ interval }) => interval === 'undefined') ? [words.fewArticles({ least: leastDrawn })] : [];
}

function againstOf({ against }: Facts): string[] {
  const figures = (against ?? []).flatMap(({ coder, spans }) =>
    spans ? [inWords(words.f1Of({ coder }), spans.exact.f1)] : [],
  );
  return figures.length === 0 ? [] : [words.against({ figures })];
}

/** A paragraph for the methods section, from the facts alone. `round`: the name of the round that was measured. */
export function methodsOf(report: Facts, round: string | null, program: string): string {
  const { coders, documents, basis, spans, unit } = report;
  if (coders.length < 2) return words.nothing;
  const measure = spans ? words.alphaOfSpans : words.alphaOfValues({ unit });
  return words.paragraph({
    sentences: [
      words.assessed({ articles: documents, round, coders }),
      words.report({ measure, figures: figuresOf(report) }),
      ...intervalsOf(report),
      ...againstOf(report),
      basis,
      words.computedWith({ program }),
    ],
  });
}
