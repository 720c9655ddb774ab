import { pseudo } from '../../../scripts/pseudo.ts';

const latin = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const cyrillic = 'абцдефгхийклмнопярстувщжызАБЦДЕФГХИЙКЛМНОПЯРСТУВЩЖЫЗ';
const sisters = new Map(Array.from(latin, (letter, at) => [letter, cyrillic[at] ?? letter] as const));

/** What people wrote, in Cyrillic letters: as long as it was in UTF-16, so that no place in a text moves. */
export function cyrillicOf(text: string): string {
  return Array.from(text, (letter) => sisters.get(letter) ?? letter).join('');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Each word of the source of an expression, as it is, in the pseudo language and in Cyrillic letters; `s?` is an optional last letter. */
function inThree(source: string): string {
  // `\d` and `\p{L}` are no words.
  return source.replace(/\\p\{\w+\}|\\.|[a-zA-Z]+\??/gu, (part) =>
    part.startsWith('\\') ? part : `(?:${part}|${pseudo(part)}|${cyrillicOf(part)})`,
  );
}

/** Matches a name of the window, each of whose words is the program's (in the pseudo language), or somebody's (in Cyrillic), or no word. */
export function bilingual(name: string | RegExp, exact = false): RegExp {
  if (name instanceof RegExp) return new RegExp(inThree(name.source), name.flags);
  const pattern = inThree(escaped(name));
  return new RegExp(exact ? `^${pattern}$` : pattern, exact ? 'u' : 'iu');
}
