/** Words are not among them: see words/segments.ts. */
type Granularity = 'grapheme' | 'sentence';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The segmenter (Unicode UAX #29 as ICU has it) for `language`, a BCP 47 tag such as `ar` or `ja-JP`. A tag that is
 * empty or not well-formed falls back to English, so that the answer never depends on the machine's own language.
 */
export function segmenterFor(language: string, granularity: Granularity): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known) return known;
  const made = new Intl.Segmenter(tagFor(language), { granularity });
  segmenters.set(key, made);
  return made;
}

/** The tag itself, or English for one that is empty or not well-formed. */
export function tagFor(language: string): string {
  return wellFormed(language) ? language : 'en';
}

function wellFormed(language: string): boolean {
  if (language === '') return false;
  try {
    Intl.getCanonicalLocales(language);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false; // what ECMA-402 throws for a tag that is not well-formed
    throw error;
  }
}
