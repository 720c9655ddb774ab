import type { Reliability } from '../../../shared/api/reliability.ts';
import type { JudgedFigure } from '../../../shared/stats/report/judged.ts';

type Facts = Omit<Reliability, 'methods'>;

/** Three decimals, as figures stand in papers: .743, 1.000, −.050. */
function decimals(value: number): string {
  const text = Math.abs(value).toFixed(3);
  return (value < 0 && Number(text) !== 0 ? '−' : '') + (text.startsWith('0') ? text.slice(1) : text);
}

function withInterval(name: string, figure: JudgedFigure): string {
  if (figure.value === null) return `${name} is undefined (${figure.reason})`;
  const interval =
    figure.low === null || figure.high === null ? '' : ` [95 % CI ${decimals(figure.low)}, ${decimals(figure.high)}]`;
  return `${name} = ${decimals(figure.value)}${interval}`;
}

const unitWords = { span: 'passage', document: 'article', paragraph: 'paragraph', sentence: 'sentence' } as const;

/** A paragraph for the methods section, from the facts alone. */
export function methodsOf(report: Facts, program: string): string {
  const { coders, documents, spans, values, seed } = report;
  if (coders.length < 2) return 'Agreement cannot be reported: no article was finished by two coders.';
  const who = `Agreement was assessed on ${documents} articles coded independently by two or more of ${coders.length} coders.`;
  const figures = spans
    ? [
        withInterval('|uα (same places)', spans.places),
        withInterval('uα (same places and codes)', spans.placesAndCodes),
        withInterval('cuα (same code where both marked)', spans.codes),
      ]
    : values.map(({ name, alpha, units }) => `${withInterval(`${name}: Krippendorff's α`, alpha)}, ${units} units`);
  const source = spans
    ? 'Krippendorff’s alpha for unitizing (Krippendorff, Mathet, Bouvry & Widlöcher 2016)'
    : `Krippendorff’s alpha at each variable’s level (unit: ${unitWords[report.unit]})`;
  const draws = (spans ? spans.placesAndCodes.draws : (values[0]?.alpha.draws ?? 0)).toString();
  const how =
    draws === '0' ? '' : ` Intervals are percentiles of ${draws} bootstrap samples of articles (seed ${seed}).`;
  return `${who} We report ${source}: ${figures.join('; ')}.${how} ${report.basis} Computed with ${program}.`;
}
