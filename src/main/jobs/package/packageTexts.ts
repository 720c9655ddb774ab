import type { PackageRow } from '../../../shared/model/packageRows.ts';
import { leakFinder, takenOut } from '../../formats/projects/package/leaks.ts';
import type { FreeText } from '../../formats/projects/package/manifest.ts';

/** The beginning of a text, `most` code points of it. */
export function beginning(text: string, most: number): string {
  let length = 0;
  let taken = 0;
  for (const character of text) {
    if (taken++ >= most) break;
    length += character.length;
  }
  return text.slice(0, length);
}

/** Cleans what people wrote of words of the articles. */
export type TextCleaner = {
  /** Reads an article; all of them are read before anything is cleaned. */
  read(text: string): void;
  /** The value with every string in it cleaned; quotations of examples that stand in an article are cut. */
  clean<T>(value: T): T;
  /** How many different strings were changed. */
  changed(): number;
};

export type Cleaning = { quote: number; freeText: FreeText };

/** Takes the values that will be cleaned, to know what to look for. */
export function textCleaner(values: unknown, { quote, freeText }: Cleaning): TextCleaner {
  if (freeText === 'keep') return { read: () => undefined, clean: (value) => value, changed: () => 0 };
  const strings = new Map<string, number>();
  eachString(values, (string) => {
    if (!strings.has(string)) strings.set(string, strings.size);
  });
  const finder = leakFinder([...strings.keys()], quote);
  const changed = new Set<string>();
  const cleanString = (string: string): string => {
    const index = strings.get(string);
    const cleaned = index === undefined ? null : finder.cleaned(index);
    if (cleaned !== null) changed.add(string);
    return cleaned ?? string;
  };
  const cleanAny = (value: unknown): unknown => {
    if (typeof value === 'string') return cleanString(value);
    if (Array.isArray(value)) return value.map(cleanAny);
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, field]) => [name, cleanAny(field)] as const);
    return { ...Object.fromEntries(fields), ...cutExample(value, quote) };
  };
  return {
    read: (text) => finder.read(text),
    clean: (value) => cleanAny(value) as typeof value, // strings stay strings, and lists and objects keep their shape
    changed: () => changed.size,
  };
}

/** An example that was taken from an article is a quotation of it: at most so long. */
function cutExample(value: object, most: number): { quote?: string } {
  if (!('quote' in value) || typeof value.quote !== 'string') return {};
  const anchor = 'anchor' in value ? value.anchor : 'document' in value ? value.document : null;
  if (anchor === null) return {};
  const kept = beginning(value.quote, most);
  return kept === value.quote ? { quote: kept } : { quote: kept + takenOut };
}

function eachString(value: unknown, see: (string: string) => void): void {
  if (typeof value === 'string') see(value);
  else if (Array.isArray(value)) for (const item of value) eachString(item, see);
  else if (typeof value === 'object' && value !== null) {
    for (const field of Object.values(value)) eachString(field, see);
  }
}

/** A record with some of its fields cleaned. */
export function cleanFields(row: PackageRow, fields: readonly string[], cleaner: TextCleaner): PackageRow {
  return { ...row, ...Object.fromEntries(fields.map((name) => [name, cleaner.clean(row[name])])) };
}
