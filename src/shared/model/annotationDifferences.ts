import type { Id } from './records.ts';

/** `[start, end)` in any unit, the same for all. */
type AnyAnnotation = { id: Id; code: Id; start: number; end: number };

/**
 * One place where two coders differ. `boundaries`: both have the code, on other stretches that overlap; `codes`: both
 * coded much the same words, with different codes; `alone`: one has a coding that answers to none of the other's.
 */
export type AnnotationDifference<C extends AnyAnnotation = AnyAnnotation> = {
  kind: 'boundaries' | 'codes' | 'alone';
  /** Null: only the second coder has something here. */
  first: C | null;
  second: C | null;
  /** What the codings cover together. */
  start: number;
  end: number;
};

export type AnnotationComparison<C extends AnyAnnotation = AnyAnnotation> = {
  /** In the order of the text. */
  differences: AnnotationDifference<C>[];
  /** Ids of the codings, of either coder, that the other has just so. */
  agreed: Set<Id>;
};

type Pair<C> = { first: C; second: C; overlap: number };

function inOrder(a: AnyAnnotation, b: AnyAnnotation): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** All pairs that share some text, those that share most first. */
function overlapping<C extends AnyAnnotation>(firsts: readonly C[], seconds: readonly C[]): Pair<C>[] {
  const pairs: Pair<C>[] = [];
  let open: C[] = [];
  const waiting = seconds.toSorted(inOrder);
  let next = 0;
  for (const first of firsts.toSorted(inOrder)) {
    for (let second = waiting[next]; second !== undefined && second.start < first.end; second = waiting[++next])
      open.push(second);
    open = open.filter(({ end }) => end > first.start);
    for (const second of open) {
      const overlap = Math.min(first.end, second.end) - Math.max(first.start, second.start);
      if (overlap > 0) pairs.push({ first, second, overlap });
    }
  }
  return pairs.toSorted((a, b) => b.overlap - a.overlap || inOrder(a.first, b.first) || inOrder(a.second, b.second));
}

/** Takes pairs in their order, each coding once. */
function paired<C extends AnyAnnotation>(pairs: readonly Pair<C>[], taken: Set<Id>): Pair<C>[] {
  return pairs.filter(({ first, second }) => {
    if (taken.has(first.id) || taken.has(second.id)) return false;
    taken.add(first.id).add(second.id);
    return true;
  });
}

/** Whether two codings share at least half of the shorter one: less is two passages that touch. */
function isMuchTheSame({ first, second, overlap }: Pair<AnyAnnotation>): boolean {
  return overlap * 2 >= Math.min(first.end - first.start, second.end - second.start);
}

function difference<C extends AnyAnnotation>(kind: AnnotationDifference['kind'], first: C | null, second: C | null) {
  const both = [first, second].filter((coding) => coding !== null);
  const start = Math.min(...both.map((coding) => coding.start));
  const end = Math.max(...both.map((coding) => coding.end));
  return { kind, first, second, start, end };
}

/**
 * Holds the codings of two coders in one text against each other. Every coding is in `agreed` or in one difference.
 * Codings are paired first where code and place are the same, then by code, then by place, those with most text in common
 * first.
 */
export function compareAnnotations<C extends AnyAnnotation>(
  firsts: readonly C[],
  seconds: readonly C[],
): AnnotationComparison<C> {
  const taken = new Set<Id>();
  const pairs = overlapping(firsts, seconds);
  const sameCode = pairs.filter(({ first, second }) => first.code === second.code);
  paired(
    sameCode.filter(({ first, second }) => first.start === second.start && first.end === second.end),
    taken,
  );
  const agreed = new Set(taken);
  const byCode = paired(sameCode, taken);
  const byPlace = paired(pairs.filter(isMuchTheSame), taken);
  const alone = (coding: C): boolean => !taken.has(coding.id);
  const differences = [
    ...byCode.map(({ first, second }) => difference('boundaries', first, second)),
    ...byPlace.map(({ first, second }) => difference('codes', first, second)),
    ...firsts.filter(alone).map((first) => difference('alone', first, null)),
    ...seconds.filter(alone).map((second) => difference('alone', null, second)),
  ];
  return { differences: differences.toSorted((a, b) => a.start - b.start || a.end - b.end), agreed };
}
