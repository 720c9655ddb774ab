import { single } from 'fuzzysort';
import { foldText } from '../../../shared/text/folding.ts';
import { falloff, threshold } from '../../parts/codeFinder/rankCodes.ts';

/** How well something typed names a thing, the best first. */
export const strengths = ['key', 'beginning', 'words', 'synonym', 'partOfSynonym', 'letters'] as const;
export type Strength = (typeof strengths)[number];

/** What can be found: its name, and what else it may be called. */
export type Findable = { readonly id: string; readonly label: string; readonly synonyms: readonly string[] };

export type Found<T> = {
  readonly of: T;
  readonly strength: Strength;
  /** Which UTF-16 units of the label matched, in rising order. */
  readonly marks: readonly number[];
  /** The other name that was meant; null: its own. */
  readonly synonym: string | null;
};

type Word = { readonly at: number; readonly text: string; readonly folded: string };

const aWord = /[\p{L}\p{N}\p{M}]+/gu;

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(aWord), ({ 0: word, index }) => ({ at: index, text: word, folded: foldText(word) }));
}

/** What was typed, as words that something may begin with. */
export type Typed = { readonly text: string; readonly words: readonly string[] };

export function typedOf(query: string): Typed {
  return { text: foldText(query), words: wordsOf(query).map(({ folded }) => folded) };
}

/** The units of a word that what was typed stands for: it may be written in another way than it looks. */
function beginning({ at, text }: Word, typed: string): number[] {
  let length = Math.min(typed.length, text.length);
  while (length < text.length && !foldText(text.slice(0, length)).startsWith(typed)) length += 1;
  return Array.from({ length }, (_, unit) => at + unit);
}

/**
 * Whether every word that was typed begins a word of a text, each another one; where they begin the text itself, that is
 * stronger. Null: they do not.
 */
export function matchWords(
  { words }: Typed,
  text: string,
): { strength: 'beginning' | 'words'; marks: readonly number[] } | null {
  if (words.length === 0) return null;
  const own = wordsOf(text);
  const used = new Set<Word>();
  const marks: number[] = [];
  for (const typed of words) {
    const word = own.find((one) => !used.has(one) && one.folded.startsWith(typed));
    if (word === undefined) return null;
    used.add(word);
    marks.push(...beginning(word, typed));
  }
  const [first] = own;
  const isBeginning = first !== undefined && [...used][0] === first;
  return { strength: isBeginning ? 'beginning' : 'words', marks: marks.sort((a, b) => a - b) };
}

/** The other name that is meant best; words of the label itself may stand beside it (“theme night”). */
function matchSynonym<T extends Findable>(typed: Typed, of: T): Found<T> | null {
  let best: Found<T> | null = null;
  for (const synonym of of.synonyms) {
    if (foldText(synonym) === typed.text) {
      // A name of one letter can be found by nothing else, and would stand below all that begin with it.
      return { of, strength: typed.text.length === 1 ? 'key' : 'synonym', marks: [], synonym };
    }
    if (best === null && matchWords(typed, synonym) !== null)
      best = { of, strength: 'partOfSynonym', marks: [], synonym };
    if (best === null && typed.words.length > 1 && matchWords(typed, `${of.label} ${synonym}`) !== null) {
      const rest = typed.words.filter((word) => matchWords({ text: word, words: [word] }, of.label) !== null);
      const marks = matchWords({ text: '', words: rest }, of.label)?.marks ?? [];
      best = { of, strength: 'partOfSynonym', marks, synonym };
    }
  }
  return best;
}

/**
 * What a query may mean, best first: names that begin with it, names of which words begin with it, other names; where there is
 * none of these, names that have its letters in this order. Of like matches what was used lately comes first, then what
 * stands first in `all`.
 *
 * @param recent ids of what was used lately, the latest first.
 */
export function rankActions<T extends Findable>(
  all: readonly T[],
  query: string,
  recent: readonly string[],
  limit: number,
): Found<T>[] {
  const typed = typedOf(query);
  if (typed.text === '') return [];
  const named = all.flatMap((of) => matchName(typed, of) ?? []);
  const found = named.length > 0 ? named : byLetters(typed, all);
  const lately = (id: string): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return found
    .toSorted(
      (a, b) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength) || lately(a.of.id) - lately(b.of.id),
    )
    .slice(0, limit);
}

function matchName<T extends Findable>(typed: Typed, of: T): Found<T> | null {
  const bySynonym = matchSynonym(typed, of);
  if (bySynonym?.strength === 'key') return bySynonym;
  const byWords = matchWords(typed, of.label);
  return byWords === null ? bySynonym : { of, ...byWords, synonym: null };
}

/** What has the letters, the likeliest first; accidents are left out as in the code finder. */
function byLetters<T extends Findable>(typed: Typed, all: readonly T[]): Found<T>[] {
  const matches = all
    .flatMap((of) => {
      const match = single(typed.text, of.label);
      return match === null || match.score < threshold ? [] : [{ of, score: match.score, indexes: match.indexes }];
    })
    .sort((a, b) => b.score - a.score);
  const least = (matches[0]?.score ?? 0) * falloff;
  return matches
    .filter(({ score }) => score >= least)
    .map(({ of, indexes }) => ({
      of,
      strength: 'letters',
      marks: [...indexes].sort((a, b) => a - b),
      synonym: null,
    }));
}
