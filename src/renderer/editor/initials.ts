import type { Id } from '../../shared/model/records.ts';
import { segmenterFor } from '../../shared/text/segmenters.ts';

type Named = { readonly id: Id; readonly name: string };

/** Letters that a mark takes of the last word, at most, where fewer do not tell two coders apart. */
const mostLetters = 4;

/** Keeps letters of scripts that join them from being read as a word. */
const nonJoiner = '\u200c';
const joining = /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}]/u;

function characters(word: string): string[] {
  return Array.from(segmenterFor('en', 'grapheme').segment(word), ({ segment }) => segment);
}

/** Words of a name, as in the chip of who codes; a number is one of its own (“Coder2”). */
function wordsOf(name: string): string[] {
  return name.split(/[\s-]+|(?<=\p{L})(?=\p{N})/u).filter(Boolean);
}

/** The characters of a word that say something: without a quotation mark or bracket before them. */
function lettersOf(word: string): string[] {
  const all = characters(word);
  const first = all.findIndex((character) => /[\p{L}\p{N}]/u.test(character));
  return all.slice(Math.max(0, first));
}

/** In upper case where the script has it, but never more than one character (ß). */
function upper(letter: string): string {
  const raised = letter.toUpperCase();
  return characters(raised).length === 1 ? raised : letter;
}

function joined(letters: readonly string[]): string {
  return letters.reduce(
    (mark, letter) => mark + (joining.test(letter) && joining.test(mark) ? nonJoiner : '') + letter,
    '',
  );
}

/** The mark of a name with so many letters of its last word (of its only one: one more), or fewer where it has no more. */
function markOf(name: string, letters: number): string {
  const words = wordsOf(name);
  if (words.length === 1 && /^\p{Lu}{1,3}$/u.test(name.trim())) return name.trim(); // they are initials
  const last = lettersOf(words.at(-1) ?? '');
  const [first = '', second = '', ...rest] = last;
  if (words.length === 1) return joined([upper(first), upper(second), ...rest.slice(0, letters - 1)]);
  const start = upper(lettersOf(words[0] ?? '')[0] ?? '');
  const number = /^\p{N}{1,3}/u.exec(last.join(''))?.[0]; // “Coder 12” is C12
  if (number !== undefined) return joined([start, number]);
  return joined([start, upper(first), ...last.slice(1, letters)]);
}

const folded = (mark: string): string => mark.toLowerCase();

/** Those of some coders whose marks are the same. */
function alike(coders: readonly Named[], marks: ReadonlyMap<Id, string>): Named[] {
  const counts = new Map<string, number>();
  for (const { id } of coders) {
    const mark = folded(marks.get(id) ?? '');
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return coders.filter(({ id }) => (counts.get(folded(marks.get(id) ?? '')) ?? 0) > 1);
}

/**
 * The initials of coders by id, no two alike: the first letters of the first and the last word, of a single word its first
 * two. Where that is the same for two, they get more letters of the last word, and where that does not help, who came
 * later (ids sort by time) gets a number.
 */
export function initialsOf(coders: readonly Named[]): ReadonlyMap<Id, string> {
  const ordered = [...coders].sort((a, b) => (a.id < b.id ? -1 : 1));
  const marks = new Map(ordered.map(({ id, name }) => [id, markOf(name, 1)]));
  for (let letters = 2; letters <= mostLetters; letters++) {
    for (const { id, name } of alike(ordered, marks)) marks.set(id, markOf(name, letters));
  }
  for (const { id, name } of alike(ordered, marks)) marks.set(id, markOf(name, 1)); // more letters did not help
  const taken = new Set<string>();
  for (const { id } of ordered) {
    const mark = marks.get(id) ?? '';
    let free = mark;
    for (let number = 2; taken.has(folded(free)); number++) free = `${mark}${number}`;
    taken.add(folded(free));
    marks.set(id, free);
  }
  return marks;
}
