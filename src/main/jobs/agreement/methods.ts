import type { AgreementReport } from '../../../shared/api/reliability.ts';
import { leastDrawn } from '../../../shared/stats/certainty/intervalState.ts';
import type { Figure, JudgedFigure } from '../../../shared/stats/report/judged.ts';

type Facts = Omit<AgreementReport, 'methods'>;

/** Three decimals, as figures stand in papers: .743, 1.000, −.050. */
function decimals(value: number): string {
  const text = Math.abs(value).toFixed(3);
  return (value < 0 && Number(text) !== 0 ? '−' : '') + (text.startsWith('0') ? text.slice(1) : text);
}

function inWords(name: string, figure: Figure): string {
  return figure.value === null ? `${name} is undefined (${figure.reason})` : `${name} = ${decimals(figure.value)}`;
}

function withInterval(name: string, figure: JudgedFigure): string {
  const { low, high, note } = figure;
  const words = note === '' ? '' : `${low === null ? '' : '; '}${note}`;
  if (low === null || high === null) return `${inWords(name, figure)}${words === '' ? '' : ` (${words})`}`;
  return `${inWords(name, figure)} [95 % CI ${decimals(low)}, ${decimals(high)}${words}]`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

const unitWords = {
  span: 'passage',
  document: 'article',
  paragraph: 'paragraph',
  sentence: 'sentence',
  characters: 'character',
} as const;

function measureOf({ spans, unit }: Facts): string {
  return spans
    ? 'Krippendorff’s alpha for unitizing (Krippendorff, Mathet, Bouvry & Widlöcher 2016)'
    : `Krippendorff’s alpha at each variable’s level (Krippendorff 2019; unit: ${unitWords[unit]})`;
}

function figuresOf({ spans, values, unit }: Facts): string {
  if (!spans) {
    const word = unit === 'characters' ? 'characters' : 'units';
    return values.map(({ name, alpha, units }) => `${withInterval(`${name}: α`, alpha)}, ${units} ${word}`).join('; ');
  }
  const coverage = spans.coverage.value;
  const on = coverage === null ? '' : `, on ${Math.round(coverage * 100)} % of the marked text`;
  return [
    withInterval('|uα (same places)', spans.places),
    withInterval('uα (same places and codes)', spans.placesAndCodes),
    `${withInterval('cuα (same code where both marked)', spans.codes)}${on}`,
    inWords('F1 of exact passages, mean over pairs of coders,', {
      ...(spans.averages.find(({ over, name }) => over === 'pairs' && name === 'F1 exact') ?? spans.f1Exact),
    }),
  ].join('; ');
}

/** How intervals were made, from a figure that has one. */
function intervalsOf({ spans, values, seed }: Facts): string {
  const figures = [spans?.placesAndCodes, spans?.places, ...values.map(({ alpha }) => alpha)].filter(
    (figure) => figure !== undefined,
  );
  const drawn = figures.find((figure) => figure.draws > 0);
  const lacking = figures.some(({ interval }) => interval === 'undefined');
  if (!drawn) return lacking ? ` No interval is given for fewer than ${leastDrawn} articles.` : '';
  const lost = drawn.undefinedDraws === 0 ? '' : `, ${drawn.undefinedDraws} of them without a defined figure`;
  return ` Intervals are percentiles of ${drawn.draws} bootstrap samples of articles (seed ${seed}${lost}).`;
}

function againstOf({ against }: Facts): string {
  const parts = (against ?? []).flatMap(({ coder, spans }) => (spans ? [inWords(`${coder}: F1`, spans.exact.f1)] : []));
  return parts.length === 0 ? '' : ` Against the agreed version (exact passages): ${parts.join('; ')}.`;
}

/** A paragraph for the methods section, from the facts alone. `round`: the name of the round that was measured. */
export function methodsOf(report: Facts, round: string | null, program: string): string {
  const { coders, documents, basis } = report;
  if (coders.length < 2) return 'Agreement cannot be reported: no article was finished by two coders.';
  const where = round === null ? '' : ` in the round “${round}”`;
  const who = `Agreement was assessed on ${count(documents, 'article', 'articles')} coded${where} by two or more of ${coders.length} coders (${coders.join(', ')}).`;
  return `${who} We report ${measureOf(report)}: ${figuresOf(report)}.${intervalsOf(report)}${againstOf(report)} ${basis} Computed with ${program}.`;
}
