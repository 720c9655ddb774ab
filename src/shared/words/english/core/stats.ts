import { count, number } from '../format.ts';

/** Why a figure has no value. */
export const reasonWords = {
  'one-coder': 'fewer than two coders have given values, so there is nothing to compare',
  'no-pairable-units': 'no unit has values of two coders',
  'no-variation': 'every value is the same, so the coders were never put to the test',
  'not-numeric': 'the values are not numbers',
  'negative-values': 'the ratio level needs values of zero and above',
  'two-coders-only': 'this figure is for exactly two coders',
  'missing-values': 'this figure needs a value of every coder for every unit',
  'undefined-pair': 'the figure of at least one pair of coders is undefined',
  'nothing-coded': 'nobody has coded anything',
  'no-gaps': 'no uncoded text is left, so marked and unmarked text cannot be told apart',
  'single-code': 'only one code occurs, so codes cannot be confused',
  'no-intersection': 'no two coders marked the same text',
  'overlapping-codes': 'one coder gave different codes to the same text; compute the figure code by code',
  'coder-without-units': 'a coder has marked nothing',
  'too-short': 'the text is not longer than the window',
  'few-drawn': 'fewer than 5 things can be drawn, too few for an interval',
  'undefined-draws': 'the figure is undefined for some of the samples that the calculation needs',
} as const;

/** How far a figure goes: by its own class, and by that of the lower limit of its interval. */
const classes = {
  low: 'not reliable',
  middle: 'tentative conclusions only',
  high: 'reliable',
} as const;

type Class = keyof typeof classes;

/** What an interval is drawn from. */
const drawn = { article: ['article', 'articles'], unit: ['unit', 'units'] } as const;

/** A value by the numbers of its coder and unit, the first of which is 1. */
type Cell = { coder: number; unit: number };

/** What is said of figures. */
export const statsWords = {
  undefinedFor: ({ reason }: { reason: string }) => `undefined: ${reason}`,
  verdict: ({ of }: { of: Class }) => classes[of],
  verdictOfFew: ({ of }: { of: Class }) => `${classes[of]}, but on too few articles to be certain`,
  uncertainVerdict: ({ of, threshold, share }: { of: Class; threshold: string; share: number }) =>
    `${classes[of]}, but not certain (P(α < ${threshold}) = ${Math.round(share * 100)} %)`,
  undefinedEverywhere: 'the figure is undefined for every part',
  fewDrawn: ({ state, things, of }: { state: 'undefined' | 'approximate'; things: number; of: 'article' | 'unit' }) =>
    `${state === 'undefined' ? 'no interval' : 'approximate'}: only ${things} ${things === 1 ? drawn[of][0] : drawn[of][1]}`,

  // What one should know of a report.
  charactersAsUnits:
    'Characters are not decisions: a long passage counts as often as it has letters, text that nobody coded counts as ' +
    'agreement, and neighbouring letters depend on each other. Report uα beside it.',
  overlappingCodes: 'Coders gave different codes to the same text, so uα and cuα are given code by code only.',
  passagesJoined: ({ passages }: { passages: number }) =>
    `Overlapping passages of one code and coder were joined: ${passages}.`,
  littleShared: 'Less than half of the marked text was marked by more than one coder: cuα rests on little.',
  oneLongPassage: 'One passage holds more than a tenth of all coded text; measures by length rest much on it.',
  fewArticles: ({ articles, state }: { articles: number; state: 'undefined' | 'approximate' | 'sound' }) => {
    const few = articles === 1 ? '1 article has' : `${articles} articles have`;
    return `Only ${few} two coders: ${state === 'undefined' ? 'too few for an interval' : 'intervals are approximate'}.`;
  },
  fewUnits: ({ units }: { units: number }) =>
    `Only ${units} ${units === 1 ? 'unit has' : 'units have'} values of two coders; 30 or more are advised.`,
  wideInterval: 'The interval is wider than .2: code more units before you rely on the figure.',
  sameValues: ({ percent }: { percent: number }) =>
    `${percent} % of the values are the same: look at agreement and Gwet's AC1 beside alpha.`,

  // What is wrong with values.
  levelOfInterval: 'The level of an interval lies between 0 and 1.',
  clustersDiffer: ({ units, clusters }: { units: number; clusters: number }) =>
    `There ${units === 1 ? 'is 1 unit' : `are ${units} units`}, but clusters for ${clusters}.`,
  scaleTwice: ({ value }: { value: string }) => `The scale names ${value} twice.`,
  rowsDiffer: ({ coder, values, first }: { coder: number; values: number; first: number }) =>
    `Coder ${coder} has ${count(values, 'value', 'values')}; coder 1 has ${first}.`,
  notOnScale: ({ coder, unit, value }: Cell & { value: string }) =>
    `Coder ${coder}, unit ${unit}: ${value} is not on the scale.`,
  notAValue: ({ coder, unit, found }: Cell & { found: string }) =>
    `Coder ${coder}, unit ${unit}: a value must be text, a number, true or false; found ${found}.`,
  notASet: ({ coder, unit }: Cell) => `Coder ${coder}, unit ${unit}: a set must be a list of options.`,
  segmentLength: 'The length of a segment must be a whole number above zero.',
  lengthsDiffer: ({ first, second }: { first: number; second: number }) =>
    `The segmentations are of texts of different length: ${first} and ${second}.`,
  spanBelowOne: 'The span must be a whole number from 1.',
  windowBelowOne: 'The window must be a whole number from 1.',
  unitOutside: ({ start, end, length }: { start: number; end: number; length: number }) =>
    `The unit [${start}, ${end}) does not lie within [0, ${length}).`,
  precisionOfGamma: 'The precision of gamma must be above 0.',

  // What is wrong with a file of numbers.
  rowNoList: 'a row must be a list of values',
  manyCodes: ({ codes, most }: { codes: number; most: number }) =>
    `there are ${number(codes)} codes; ${number(most)} at most are measured together`,
  longSegments: ({ units, most }: { units: number; most: number }) =>
    `the segments have ${number(units)} units; ${number(most)} at most are measured`,
  manyDraws: ({ draws, most }: { draws: number; most: number }) =>
    `${number(draws)} draws are asked for; a bootstrap takes ${number(most)} draws at most.`,
  /** `place`: where in the file; '' for the whole. */
  unreadable: ({ place, fault }: { place: string; fault: string }) =>
    `The input cannot be read at ${place === '' ? 'the file' : place}: ${fault}.`,
  unknownShape: 'unknown shape',
} as const;
