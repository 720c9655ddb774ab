import type { DocumentAnnotation } from '../corpus.ts';

/** An annotation with its number in the list of codings, from 1 in reading order. */
export type NumberedAnnotation = { number: number; annotation: DocumentAnnotation };

/** A stretch of the text that the same annotations cover. Pieces follow each other without gap or overlap. */
export type Piece = {
  /** UTF-16 units. */
  start: number;
  end: number;
  /** In reading order. */
  covering: readonly NumberedAnnotation[];
  /** Those that begin, and those that end, with this piece. */
  opening: readonly NumberedAnnotation[];
  closing: readonly NumberedAnnotation[];
};

/** Numbers annotations, which come in reading order. */
export function numbered(annotations: readonly DocumentAnnotation[]): NumberedAnnotation[] {
  return annotations.map((annotation, index) => ({ number: index + 1, annotation }));
}

function grouped(codings: readonly NumberedAnnotation[], at: 'start' | 'end'): Map<number, NumberedAnnotation[]> {
  const groups = new Map<number, NumberedAnnotation[]>();
  for (const coding of codings) {
    const offset = coding.annotation[at];
    const group = groups.get(offset);
    if (group === undefined) groups.set(offset, [coding]);
    else group.push(coding);
  }
  return groups;
}

/**
 * Cuts a text of `length` units at the borders of the annotations and at `cuts` (UTF-16 offsets, such as line ends).
 * Annotations are not empty and lie inside the text.
 */
export function piecesOf(
  length: number,
  codings: readonly NumberedAnnotation[],
  cuts: readonly number[] = [],
): Piece[] {
  const starts = grouped(codings, 'start');
  const ends = grouped(codings, 'end');
  const borders = [...new Set([0, length, ...starts.keys(), ...ends.keys(), ...cuts])].sort((a, b) => a - b);
  const active = new Map<number, NumberedAnnotation>(); // by number; numbers ascend with starts, so order is kept
  const pieces: Piece[] = [];
  for (let index = 0; index + 1 < borders.length; index++) {
    const [start = 0, end = 0] = borders.slice(index, index + 2);
    for (const { number } of ends.get(start) ?? []) active.delete(number);
    for (const coding of starts.get(start) ?? []) active.set(coding.number, coding);
    pieces.push({
      start,
      end,
      covering: [...active.values()],
      opening: starts.get(start) ?? [],
      closing: ends.get(end) ?? [],
    });
  }
  return pieces;
}
