/** A figure as it is said: a number, or why there is none. */
type Figure = { value: number | null; reason: string };

function figure({ value, reason }: Figure): string {
  return value === null ? `undefined: ${reason}` : value.toFixed(3);
}

type Agreed = { coder: string; documents: number };
type Passages = { precision: Figure; recall: Figure; f1: Figure };

const articles = (number: number): string => `${number} ${number === 1 ? 'article' : 'articles'}`;

/** `galley reliability`. */
export const reliabilityVerbWords = {
  summary: 'Measure how far coders agree: in a project, or in a file of numbers.',
  details: [
    'In a project: on passages (|uα, uα, cuα, F1), on whether a code occurs in a unit, or on article variables (alpha),',
    'each with its interval and the reason where it is undefined.',
    '--out replaces what an earlier export of this project wrote there; other files of those names only with --replace.',
    'An interval needs 5 articles (or units of a file), and is approximate below 10: the reason stands beside the figure.',
    'FILE holds {"measure", "input"}. The answer is {"measure", "values", "reasons", "notes"}: every figure of that measure,',
    'null where it is undefined, and then the reason; and what to bear in mind about others.',
  ],
  help: {
    matrix: 'A file of numbers, as JSON: no project is needed.',
    codes: 'Only these codes and those below them, parted by commas. Default: all.',
    variable: 'Article variables in place of codes, parted by commas; “all” for all.',
    unit: 'span (default), document, paragraph, sentence, or characters (with a warning).',
    round: 'Only the articles and coders of this round.',
    coder: 'Only these coders, parted by commas.',
    by: 'Figures for each value of an article fact, too (site, date, section …).',
    agreed: 'Each coder against the agreed version, too: precision, recall, F1, alpha.',
    out: 'Writes the report there, too: CSV, Word, SVG, the raw units for R, the methods.',
    replace: 'With --out: replace files of those names, whoever wrote them.',
    draws: 'Bootstrap draws. Default: 10,000 for a file, 2,000 for a project; 0: no intervals.',
    seed: 'Seed of the draws; the same seed gives the same limits. Default: 1.',
  },

  replaceGoesWithOut: '--replace goes with --out',
  sayWhich: 'say either which project (P.galley) or which file (--matrix FILE.json)',
  notBoth: 'give --codes or --variable, not both',
  unit: ({ units, given }: { units: readonly string[]; given: string }) =>
    `--unit takes ${units.join(', ')}, not “${given}”`,

  /** A figure of a file. `shown`: null where it is undefined; `reason` is undefined where none was given. */
  plainFigure: ({ shown, reason }: { shown: string | null; reason: string | undefined }) =>
    shown ?? `undefined: ${reason ?? 'no reason was given'}`,
  noted: ({ words, note }: { words: string; note: string }) => `${words} (${note})`,
  figure: ({ low, high, note, ...it }: Figure & { low: number | null; high: number | null; note: string }) => {
    if (it.value === null) return figure(it);
    const interval = low === null || high === null ? '' : ` [${low.toFixed(3)}, ${high.toFixed(3)}]`;
    return `${figure(it)}${interval}${note === '' ? '' : ` (${note})`}`;
  },

  coders: ({ documents, coders }: { documents: number; coders: readonly string[] }) =>
    `${articles(documents)}, coders: ${coders.join(', ')}`,
  places: ({ figure: words }: { figure: string }) => `same places, |uα: ${words}`,
  placesAndCodes: ({ figure: words }: { figure: string }) => `same places and codes, uα: ${words}`,
  codes: ({ figure: words }: { figure: string }) => `same code where both marked, cuα: ${words}`,
  code: ({ code, figure: words, verdict }: { code: string; figure: string; verdict: string }) =>
    `${code}: uα ${words} (${verdict})`,
  value: ({ name, figure: words, units, verdict }: { name: string; figure: string; units: number; verdict: string }) =>
    `${name}: α ${words}, ${units} ${units === 1 ? 'unit' : 'units'} (${verdict})`,
  group: ({ fact, value, documents }: { fact: string; value: string; documents: number }) =>
    `${fact} ${value === '' ? '(unknown)' : value}, ${articles(documents)}`,
  ofGroup: ({ name, figure: words }: { name: string; figure: string }) => `${name}: ${words}`,

  agreed: ({ coder, documents }: Agreed) => `${coder} against the agreed version, ${articles(documents)}`,
  agreedPassages: ({ precision, recall, f1 }: Passages) =>
    `passages: precision ${figure(precision)}, recall ${figure(recall)}, F1 ${figure(f1)}`,
  agreedPlaces: (it: Figure) => `uα ${figure(it)}`,
  agreedValue: ({ name, units, alpha }: { name: string; units: number; alpha: Figure }) =>
    `${name}: α ${figure(alpha)}, ${units} ${units === 1 ? 'unit' : 'units'}`,
} as const;
