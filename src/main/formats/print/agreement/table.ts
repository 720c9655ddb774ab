import { printWords as words } from '#words/core/print.ts';
import { figure as threeDecimals } from '#words/format.ts';
import type { AgreementReport } from '../../../../shared/api/reliability.ts';
import type { PlotRow } from '../../../../shared/stats/report/intervalPlot.ts';
import type { Cell } from '../../tables/csv/writer.ts';

/** The columns of the table of figures. */
export const figureColumns = [
  'about',
  'name',
  'coders',
  'measure',
  'value',
  'low',
  'high',
  'below_667',
  'below_800',
  'draws',
  'undefined_draws',
  'resampled',
  'interval',
  'interval_note',
  'n',
  'n_of',
  'verdict',
  'reason',
] as const;

type Figure = { value: number | null; reason: string };
type Judged = Figure & {
  low: number | null;
  high: number | null;
  below667: number | null;
  below800: number | null;
  draws: number;
  undefinedDraws: number;
  resampled: number;
  interval: string;
  note: string;
};
type About = { about: string; name: string; coders?: string };
type Row = Record<(typeof figureColumns)[number], Cell>;

const empty: Row = {
  about: '',
  name: '',
  coders: '',
  measure: '',
  value: null,
  low: null,
  high: null,
  below_667: null,
  below_800: null,
  draws: null,
  undefined_draws: null,
  resampled: null,
  interval: '',
  interval_note: '',
  n: null,
  n_of: '',
  verdict: '',
  reason: '',
};

const count = (n: number, of: string) => ({ n, n_of: of });

function plain(about: About, measure: string, { value, reason }: Figure, more: Partial<Row> = {}): Row {
  return { ...empty, ...about, measure, value, reason, ...more };
}

function judged(about: About, measure: string, figure: Judged, more: Partial<Row> = {}): Row {
  const { low, high, below667, below800, draws, undefinedDraws, resampled, interval, note } = figure;
  const limits = { low, high, below_667: below667, below_800: below800, draws, undefined_draws: undefinedDraws };
  const worth = { resampled, interval, interval_note: note };
  return plain(about, measure, figure, { ...limits, ...worth, ...more });
}

function spanRows({ spans }: AgreementReport): Row[] {
  if (!spans) return [];
  const all = { about: 'all', name: '' };
  const n = count(spans.documents, 'documents');
  return [
    judged(all, '|uα', spans.places, n),
    judged(all, 'uα', spans.placesAndCodes, { ...n, verdict: spans.verdict }),
    judged(all, 'cuα', spans.codes, n),
    plain(all, 'share of marked text under cuα', spans.coverage, n),
    plain(all, 'F1 exact', spans.f1Exact, n),
    plain(all, 'F1 partial', spans.f1Partial, n),
    ...spans.averages.map((one) =>
      plain({ about: `mean over ${one.over}`, name: '' }, one.name, one, count(one.defined, `defined ${one.over}`)),
    ),
    ...spans.perCode.flatMap((code) => {
      const about = { about: 'code', name: code.code };
      return [
        judged(about, 'uα', code.alpha, { ...count(code.spans, 'passages'), verdict: code.verdict }),
        plain(about, '(k)uα', code.sameText),
        plain(about, 'coverage of (k)uα', code.coverage),
        plain(about, 'F1 exact', code.f1Exact),
        plain(about, 'F1 partial', code.f1Partial),
        plain(about, 'Jaccard', code.jaccard, count(code.characters, 'characters')),
      ];
    }),
    ...spans.pairs.flatMap((pair) => {
      const about = { about: 'pair', name: '', coders: pair.coders.join(' / ') };
      const shared = count(pair.documents, 'documents');
      return [
        plain(about, '|uα', pair.places, shared),
        plain(about, 'uα', pair.placesAndCodes, shared),
        plain(about, 'cuα', pair.codes, shared),
        plain(about, 'F1 exact', pair.f1Exact, shared),
        plain(about, 'F1 partial', pair.f1Partial, shared),
      ];
    }),
  ];
}

function valueRows({ values, unit }: AgreementReport): Row[] {
  const units = unit === 'characters' ? 'characters' : 'units';
  return values.flatMap((value) => {
    const about = { about: 'all', name: value.name };
    const n = count(value.units, units);
    return [
      judged(about, `α (${value.level})`, value.alpha, { ...n, verdict: value.verdict }),
      plain(about, 'agreement', value.agreement, n),
      plain(about, 'Brennan–Prediger', value.brennanPrediger, n),
      plain(about, 'Gwet AC1', value.gwet, n),
      ...value.averages.map((one) =>
        plain({ ...about, about: `mean over ${one.over}` }, one.name, one, count(one.defined, `defined ${one.over}`)),
      ),
      ...value.pairs.flatMap((pair) => {
        const of = { about: 'pair', name: value.name, coders: pair.coders.join(' / ') };
        return [
          plain(of, `α (${value.level})`, pair.alpha, count(pair.units, units)),
          plain(of, 'agreement', pair.agreement, count(pair.units, units)),
        ];
      }),
    ];
  });
}

function groupRows({ groups }: AgreementReport): Row[] {
  if (!groups) return [];
  return groups.rows.flatMap(({ value, rows }) =>
    rows.flatMap(({ name, alpha, agreement, units }) => {
      const about = { about: `${groups.fact}: ${value === '' ? '(unknown)' : value}`, name: name === 'uα' ? '' : name };
      const n = count(units, name === 'uα' ? 'documents' : 'units');
      return [
        judged(about, name === 'uα' ? 'uα' : 'α', alpha, n),
        plain(about, name === 'uα' ? 'F1 exact' : 'agreement', agreement, n),
      ];
    }),
  );
}

function agreedRows({ against }: AgreementReport): Row[] {
  return (against ?? []).flatMap(({ coder, documents, spans, values }) => {
    const about = { about: 'against the agreed version', name: '', coders: coder };
    const n = count(documents, 'documents');
    const spanPart = spans
      ? [
          plain(about, 'uα', spans.placesAndCodes, n),
          ...(['exact', 'partial'] as const).flatMap((kind) =>
            (['precision', 'recall', 'f1'] as const).map((name) =>
              plain(about, `${name === 'f1' ? 'F1' : name} ${kind}`, spans[kind][name], n),
            ),
          ),
        ]
      : [];
    const valuePart = values.flatMap(({ name, alpha, agreement, units }) => [
      plain({ ...about, name }, 'α', alpha, count(units, 'units')),
      plain({ ...about, name }, 'agreement', agreement, count(units, 'units')),
    ]);
    return [...spanPart, ...valuePart];
  });
}

/** Every figure of a report, one a row, without its head; an undefined one has no value, and its reason. */
export function figureRows(report: AgreementReport): Cell[][] {
  const rows = [...spanRows(report), ...valueRows(report), ...groupRows(report), ...agreedRows(report)];
  return rows.map((row) => figureColumns.map((column) => row[column]));
}

/** A figure with its interval in words, or why there is none, or only an approximate one. */
export function figureWords({ value, reason, low, high, note }: Judged): string {
  if (value === null) return `– (${reason})`;
  const interval = low === null || high === null ? '' : ` [${threeDecimals(low)}, ${threeDecimals(high)}]`;
  return `${threeDecimals(value)}${interval}${note === '' ? '' : ` (${note})`}`;
}

/** The figures that have intervals, as lines of a plot: overall first, then by code or variable, then by fact. */
export function plotRows({ spans, values, groups }: AgreementReport): PlotRow[] {
  const row = (label: string, figure: Judged): PlotRow => ({
    label,
    value: figure.value,
    low: figure.low,
    high: figure.high,
    note: figureWords(figure),
  });
  return [
    ...(spans
      ? [
          row(`${words.samePlaces}, |uα`, spans.places),
          row(`${words.samePlacesAndCodes}, uα`, spans.placesAndCodes),
          row(`${words.sameCode}, cuα`, spans.codes),
          ...spans.perCode.map(({ code, alpha }) => row(code, alpha)),
        ]
      : []),
    ...values.map(({ name, alpha }) => row(name, alpha)),
    ...(groups?.rows ?? []).flatMap(({ value, rows }) =>
      rows.map(({ name, alpha }) => row(`${value === '' ? words.unknown : value}: ${name}`, alpha)),
    ),
  ];
}
