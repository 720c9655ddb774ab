import type { Annotation } from '../../../../shared/model/records.ts';

/** The share of the shorter passage that must lie in the other for two codings to be nearly the same. */
const nearly = 0.8;

/**
 * Another coding of the same code, coder and document that nearly doubles `coding`: the one that shares most characters
 * with it, at least 80 % of the shorter of the two. Null where there is none.
 */
export function nearDouble(coding: Annotation, others: Iterable<Annotation>): Annotation | null {
  let best: { other: Annotation; shared: number } | null = null;
  for (const other of others) {
    if (other.id === coding.id || other.document !== coding.document) continue;
    if (other.code !== coding.code || other.coder !== coding.coder) continue;
    const shared = Math.min(coding.end, other.end) - Math.max(coding.start, other.start);
    const shorter = Math.min(coding.end - coding.start, other.end - other.start);
    if (shared <= 0 || shared < nearly * shorter) continue;
    if (best === null || shared > best.shared) best = { other, shared };
  }
  return best === null ? null : best.other;
}
