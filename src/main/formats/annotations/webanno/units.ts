import type { DocumentAnnotation } from '../corpus.ts';
import type { TokenisedSentence } from './tokens.ts';

/** A row: a token, or the part of a token that an annotation covers. Offsets in UTF-16 units. */
export type Unit = { id: string; start: number; end: number; annotations: DocumentAnnotation[] };

export type TokenUnit = Unit & { parts: Unit[] };

/** The rows of a document, and where each annotation stands in them. */
export type Units = {
  sentences: { text: string; tokens: TokenUnit[] }[];
  /** The first row of each annotation that has any. */
  firstUnit: ReadonlyMap<string, Unit>;
  /** Numbers that tell apart annotations that share a row or run over several, by annotation id. */
  numbers: ReadonlyMap<string, number>;
  /** Annotations that cover blanks only: no row can hold them. */
  homeless: DocumentAnnotation[];
  /** Annotations that begin or end in blanks: the rows hold less than their passage. */
  trimmed: DocumentAnnotation[];
};

/** The index of the first token that ends after `offset`. */
function firstEndingAfter(tokens: readonly TokenUnit[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function partOf(token: TokenUnit, start: number, end: number): Unit {
  if (start === token.start && end === token.end) return token;
  const known = token.parts.find((part) => part.start === start && part.end === end);
  if (known) return known;
  const part = { id: '', start, end, annotations: [] };
  token.parts.push(part);
  return part;
}

/** The rows that an annotation covers, in text order. */
function unitsOf(tokens: readonly TokenUnit[], { start, end }: DocumentAnnotation): Unit[] {
  const units: Unit[] = [];
  for (let index = firstEndingAfter(tokens, start); index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.start >= end) break;
    units.push(partOf(token, Math.max(start, token.start), Math.min(end, token.end)));
  }
  return units;
}

function numberParts(tokens: readonly TokenUnit[]): void {
  for (const token of tokens) {
    token.parts.sort((a, b) => a.start - b.start || b.end - a.end);
    token.parts.forEach((part, index) => {
      part.id = `${token.id}.${index + 1}`;
    });
  }
}

/** Places annotations, which come in reading order, on the rows of the tokenised text. */
export function placeAnnotations(
  tokenised: readonly TokenisedSentence[],
  annotations: readonly DocumentAnnotation[],
): Units {
  const sentences = tokenised.map(({ text, tokens }, sentence) => ({
    text,
    tokens: tokens.map(({ start, end }, token): TokenUnit => {
      return { id: `${sentence + 1}-${token + 1}`, start, end, annotations: [], parts: [] };
    }),
  }));
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const homeless: DocumentAnnotation[] = [];
  const trimmed: DocumentAnnotation[] = [];
  const places = new Map<DocumentAnnotation, Unit[]>();
  for (const annotation of annotations) {
    const units = unitsOf(tokens, annotation);
    const [first, last] = [units[0], units.at(-1)];
    if (first === undefined || last === undefined) {
      homeless.push(annotation);
      continue;
    }
    if (first.start !== annotation.start || last.end !== annotation.end) trimmed.push(annotation);
    for (const unit of units) unit.annotations.push(annotation);
    places.set(annotation, units);
  }
  numberParts(tokens);
  const firstUnit = new Map<string, Unit>();
  const numbers = new Map<string, number>();
  for (const [{ id }, units] of places) {
    if (units[0]) firstUnit.set(id, units[0]);
    if (units.length > 1 || units.some((unit) => unit.annotations.length > 1)) numbers.set(id, numbers.size + 1);
  }
  return { sentences, firstUnit, numbers, homeless, trimmed };
}
