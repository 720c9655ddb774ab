import { AppError } from '../../errors.ts';
import { said } from '../../words/message.ts';

/** A piece of text that a coder marked: half-open [start, end) in characters, with its code. */
export interface CodedUnit {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** What coders marked in one document that all of them finished. `coders` holds one list per coder, empty or not. */
export interface CodedDocument {
  /** Length of the text in characters. */
  readonly length: number;
  readonly coders: readonly (readonly CodedUnit[])[];
}

/** The units of one coder, put in order for measuring. */
export interface TidyUnits {
  /** Sorted by start; units of one code do not overlap (they may touch). */
  readonly units: readonly CodedUnit[];
  /** How many overlapping units of one code were joined with another. */
  readonly merged: number;
  /** How many units without length were left out. */
  readonly dropped: number;
  /** Whether units of different codes overlap. */
  readonly overlapping: boolean;
}

/**
 * Puts one coder's units in order: drops units without length, joins units of the same code that overlap (touching ones
 * stay apart: where a unit ends is a decision). O(n log n).
 *
 * @throws AppError bad-input: an end before its start, or a unit that leaves [0, length].
 */
export function tidyUnits(units: readonly CodedUnit[], length: number): TidyUnits {
  for (const unit of units) {
    if (!(unit.start >= 0 && unit.start <= unit.end && unit.end <= length)) {
      throw new AppError('bad-input', said('stats.unitOutside', { start: unit.start, end: unit.end, length }));
    }
  }
  const kept = units.filter((unit) => unit.end > unit.start).sort(byPlace);
  const result: CodedUnit[] = [];
  const lastOfCode = new Map<string, number>();
  for (const unit of kept) {
    const place = lastOfCode.get(unit.code);
    const last = place === undefined ? undefined : result[place];
    if (place !== undefined && last !== undefined && unit.start < last.end) {
      result[place] = { ...last, end: Math.max(last.end, unit.end) };
    } else {
      lastOfCode.set(unit.code, result.push(unit) - 1);
    }
  }
  let reached = 0;
  let overlapping = false;
  for (const unit of result) {
    if (unit.start < reached) overlapping = true;
    reached = Math.max(reached, unit.end);
  }
  return { units: result, merged: kept.length - result.length, dropped: units.length - kept.length, overlapping };
}

function byPlace(a: CodedUnit, b: CodedUnit): number {
  return a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : Number(a.code > b.code));
}

/** The codes that occur in some documents, in the order of their characters. */
export function codesOf(documents: readonly CodedDocument[]): string[] {
  const codes = new Set<string>();
  for (const document of documents) for (const units of document.coders) for (const unit of units) codes.add(unit.code);
  return [...codes].sort();
}

/** The documents with the units of some codes only; with one code, the code against everything else. */
export function onlyCodes(documents: readonly CodedDocument[], codes: ReadonlySet<string>): CodedDocument[] {
  return documents.map((document) => ({
    ...document,
    coders: document.coders.map((units) => units.filter((unit) => codes.has(unit.code))),
  }));
}
