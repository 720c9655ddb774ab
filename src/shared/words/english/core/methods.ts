import { count, figure } from '../format.ts';

type Unit = 'span' | 'document' | 'paragraph' | 'sentence' | 'characters';

const units: Readonly<Record<Unit, string>> = {
  span: 'passage',
  document: 'article',
  paragraph: 'paragraph',
  sentence: 'sentence',
  characters: 'character',
};

/** The paragraph on agreement for the methods section of a paper: sentences, and what they are made of. */
export const methodsWords = {
  nothing: 'Agreement cannot be reported: no article was finished by two coders.',
  assessed: ({ articles, round, coders }: { articles: number; round: string | null; coders: readonly string[] }) => {
    const where = round === null ? '' : ` in the round “${round}”`;
    return `Agreement was assessed on ${articles} ${articles === 1 ? 'article' : 'articles'} coded${where} by two or more of ${coders.length} coders (${coders.join(', ')}).`;
  },
  report: ({ measure, figures }: { measure: string; figures: readonly string[] }) =>
    `We report ${measure}: ${figures.join('; ')}.`,
  fewArticles: ({ least }: { least: number }) => `No interval is given for fewer than ${least} articles.`,
  /** `lost`: draws without a defined figure. */
  intervals: ({ draws, lost, seed }: { draws: number; lost: number; seed: number }) => {
    const without = lost === 0 ? '' : `, ${lost} of them without a defined figure`;
    return `Intervals are percentiles of ${count(draws, 'bootstrap sample', 'bootstrap samples')} of articles (seed ${seed}${without}).`;
  },
  against: ({ figures }: { figures: readonly string[] }) =>
    `Against the agreed version (exact passages): ${figures.join('; ')}.`,
  computedWith: ({ program }: { program: string }) => `Computed with ${program}.`,
  paragraph: ({ sentences }: { sentences: readonly string[] }) => sentences.join(' '),

  alphaOfSpans: 'Krippendorff’s alpha for unitizing (Krippendorff, Mathet, Bouvry & Widlöcher 2016)',
  alphaOfValues: ({ unit }: { unit: Unit }) =>
    `Krippendorff’s alpha at each variable’s level (Krippendorff 2019; unit: ${units[unit]})`,

  // Names of figures.
  places: '|uα (same places)',
  placesAndCodes: 'uα (same places and codes)',
  codes: 'cuα (same code where both marked)',
  exactPassages: 'F1 of exact passages, mean over pairs of coders,',
  alphaOf: ({ name }: { name: string }) => `${name}: α`,
  f1Of: ({ coder }: { coder: string }) => `${coder}: F1`,

  figure: ({ name, value }: { name: string; value: number }) => `${name} = ${figure(value)}`,
  undefinedFigure: ({ name, reason }: { name: string; reason: string }) => `${name} is undefined (${reason})`,
  noted: ({ of, note }: { of: string; note: string }) => `${of} (${note})`,
  interval: ({ of, low, high, note }: { of: string; low: number; high: number; note: string }) =>
    `${of} [95 % CI ${figure(low)}, ${figure(high)}${note === '' ? '' : `; ${note}`}]`,
  overUnits: ({ of, number, unit }: { of: string; number: number; unit: Unit }) => {
    const [one, many] = unit === 'characters' ? ['character', 'characters'] : ['unit', 'units'];
    return `${of}, ${number} ${number === 1 ? one : many}`;
  },
  onMarkedText: ({ of, share }: { of: string; share: number }) =>
    `${of}, on ${Math.round(share * 100)} % of the marked text`,
} as const;
