import { utf16 } from './offsets.ts';
import type { Span } from './offsets.ts';
import { segmenterFor } from './segmenters.ts';

/**
 * What ends in a full stop and yet ends no sentence, per language (first subtag). UAX #29 breaks after each of them when
 * a capital follows and leaves it to its users to join what they know better (section 5, "suppressions").
 */
const abbreviations: Readonly<Record<string, readonly string[]>> = {
  en: 'Mr Mrs Ms Dr Prof St Sen Rep Gov Gen Col Capt Lt Sgt Rev Hon Jr Sr No vs e.g i.e cf Jan Feb Aug Sept Oct Nov Dec'.split(
    ' ',
  ),
  de: 'Dr Prof Hr Fr Nr St z.B d.h u.a bzw ca vgl Abs Art Mio Mrd Tel evtl ggf usw Jan Feb Aug Sept Okt Nov Dez'.split(
    ' ',
  ),
  fr: 'M MM Mme Mlle Dr Pr St Ste n° p.ex cf av bd'.split(' '),
  es: 'Sr Sra Srta Dr Dra Prof D Dña Ud Uds núm pág Av'.split(' '),
};

/** A single capital before a full stop: an initial, as in “J. Smith” or “U.S. Senate”. */
const initial = /(?:^|[\s.(“"‘'])\p{Lu}\.\s*$/u;

/** One or two digits before a full stop: in German an ordinal, as in “14. März”. */
const germanOrdinal = /(?:^|\s)\d{1,2}\.\s*$/u;

function endsInAbbreviation(sentence: string, language: string): boolean {
  if (!/\.\s*$/u.test(sentence)) return false;
  if (initial.test(sentence)) return true;
  if (language === 'de' && germanOrdinal.test(sentence)) return true;
  const last = /([^\s(“"‘']+)\.\s*$/u.exec(sentence)?.[1];
  return last !== undefined && (abbreviations[language] ?? []).includes(last);
}

/** `[start, end)` of `text` without the blanks at its ends, or null when there is nothing else. */
function trimmed(text: string, start: number, end: number): Span | null {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = start + part.trimEnd().length;
  return from < to ? { start: utf16(from), end: utf16(to) } : null;
}

/**
 * The sentences of the stretch `[start, end)` of `text`, in order, without the blanks between them. `language` is a BCP 47
 * tag, or '' when it is not known.
 */
export function sentenceSpans(text: string, stretch: Span, language: string): Span[] {
  const base = language.split('-', 1)[0]?.toLowerCase() ?? '';
  const sentences: Span[] = [];
  let open: number | null = null; // where a sentence began that an abbreviation did not end
  for (const part of segmenterFor(language, 'sentence').segment(text.slice(stretch.start, stretch.end))) {
    const start: number = open ?? stretch.start + part.index;
    const end = stretch.start + part.index + part.segment.length;
    if (end < stretch.end && endsInAbbreviation(part.segment, base)) {
      open = start;
      continue;
    }
    open = null;
    const sentence = trimmed(text, start, end);
    if (sentence) sentences.push(sentence);
  }
  return sentences;
}
