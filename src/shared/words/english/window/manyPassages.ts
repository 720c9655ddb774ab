import { count, number } from '../format.ts';

type Report = { passages: number; documents: number; code: string; present: number };

const passages = (value: number): string => count(value, 'passage', 'passages');

/** What is said while many passages are given a code at once. */
export const manyPassagesStrings = {
  title: 'Code all hits',
  lead: 'Choose a code, look through the hits, and take the tick from those that are not meant. It is one step to undo.',
  code: 'Code',
  noCode: 'Choose a code…',
  newCode: (path: string) => `${path} (new)`,
  extent: 'What is coded',
  extents: { passage: 'The hit', sentence: 'Its sentence', paragraph: 'Its paragraph' },
  list: 'Hits to code',
  keys: (one: string, all: string) => `${one} takes or sets a tick, ${all} all of them.`,
  all: 'Tick all',
  none: 'Tick none',
  empty: 'There are no hits to code',
  ticked: 'ticked',
  unticked: 'not ticked',
  states: {
    open: '',
    coded: 'coded already',
    excluded: 'another code excludes it',
    corrected: 'text corrected since',
    gone: 'no longer in the project',
  },
  /** Behind a hit whose sentence or paragraph an earlier hit stands in, too. */
  same: { passage: '', sentence: 'same sentence as above', paragraph: 'same paragraph as above' },
  ticks: (ticked: number, all: number) => `${number(ticked)} of ${count(all, 'hit', 'hits')} ticked`,
  plan: (places: number, documents: number) =>
    places === 0
      ? 'Nothing will be coded'
      : `${passages(places)} in ${count(documents, 'document', 'documents')} will be coded`,
  chooseFirst: 'Choose a code first',
  coded: (value: number) => `${count(value, 'hit is', 'hits are')} coded already`,
  excluded: (value: number) => `${count(value, 'hit stands', 'hits stand')} where another code excludes this one`,
  corrected: (value: number) => `${count(value, 'hit stands', 'hits stand')} in texts that were corrected since`,
  gone: (value: number) => `${count(value, 'hit stands', 'hits stand')} in documents that are gone`,
  looking: 'Looking at the hits…',
  submit: (places: number) => (places === 0 ? 'Code' : `Code ${passages(places)}`),
  coding: 'Coding…',
  progress: 'Passages coded',
  done: ({ passages: coded, documents, code, present }: Report) =>
    [
      coded === 0
        ? `Nothing was coded “${code}”`
        : `${passages(coded)} in ${count(documents, 'document', 'documents')} coded “${code}”`,
      ...(present > 0 ? [`${number(present)} ${present === 1 ? 'was' : 'were'} coded already`] : []),
    ].join('; '),
  notExcluded: (value: number, first: readonly { document: string; by: string }[]) =>
    `${passages(value)} not coded, because another code excludes this one there: ${first
      .map(({ document, by }) => `“${by}” in “${document}”`)
      .join(', ')}${value > first.length ? ', …' : ''}.`,
  notThere: (value: number) =>
    `${count(value, 'hit was', 'hits were')} not coded, because ${value === 1 ? 'its text was' : 'their texts were'} corrected or removed since. Search again.`,
  laterStep: 'Something else was done since. What was coded can be undone in the history, step by step.',
} as const;
