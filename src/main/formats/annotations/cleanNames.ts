import { guardFormula } from '../tables/csv/formulas.ts';

/** A name as a format takes it, and what it stands for. */
export type CleanName = { kind: string; clean: string; original: string; id: string };

const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', þ: 'th', ı: 'i',
}; // prettier-ignore

/** ASCII letters, digits, `_` and `-`; accents are taken off, what has no plain letter becomes `_`. May be ''. */
export function asciiName(name: string): string {
  return name
    .replace(/[ßæÆœŒøØłŁđĐðþı]/gu, (letter) => plainLetters[letter] ?? '_')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9-]+/gu, '_')
    .replace(/^[_-]+|[_-]+$/gu, '');
}

/** Hands out clean names, one for each (kind, id), unique over all kinds, and remembers them for a list. */
export type NameCleaner = {
  /** The clean name of a thing; `isNew` at its first mention. */
  name(kind: string, id: string, original: string): { clean: string; isNew: boolean };
  /** All names given so far, in the order of their first mention. */
  readonly given: readonly CleanName[];
};

/** `clean` turns a name into the format's characters; where nothing is left, the kind stands in. */
export function nameCleaner(clean: (name: string) => string): NameCleaner {
  const byKey = new Map<string, string>();
  const taken = new Set<string>();
  const given: CleanName[] = [];
  return {
    given,
    name(kind, id, original) {
      const key = `${kind}\n${id}`;
      const known = byKey.get(key);
      if (known !== undefined) return { clean: known, isNew: false };
      const stem = clean(original) || kind;
      let candidate = stem;
      for (let number = 2; taken.has(candidate); number++) candidate = `${stem}_${number}`;
      taken.add(candidate);
      byKey.set(key, candidate);
      given.push({ kind, clean: candidate, original, id });
      return { clean: candidate, isNew: true };
    },
  };
}

/** `text` on one line: line ends, tabs and other control characters become one blank each run. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** A cell of a list that people open in a spreadsheet: on one line, and never run as a formula. */
export function listed(text: string): string {
  return guardFormula(oneLine(text));
}

/** A tab-separated line; each cell is made one line. */
export function tabbed(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => oneLine(String(cell))).join('\t')}\n`;
}
