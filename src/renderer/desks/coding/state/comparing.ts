import { compareAnnotations } from '../../../../shared/model/annotationDifferences.ts';
import type { AnnotationDifference } from '../../../../shared/model/annotationDifferences.ts';
import type { Annotation, Id } from '../../../../shared/model/records.ts';
import { blindRound, shownAnnotations } from '../../../state/readerFilter.ts';
import type { ReaderFilter } from '../../../state/readerFilter.ts';
import type { Records } from '../../../state/records.ts';

export type Difference = AnnotationDifference<Annotation>;

/** Two coders held against each other in the open document, as far as the filter by codes shows it. */
export type Comparison = {
  first: Id;
  second: Id;
  /** In the order of the text. */
  differences: readonly Difference[];
  agreed: ReadonlySet<Id>;
  /** For each coding of a difference of two: the other one. */
  partners: ReadonlyMap<Id, Id>;
};

type Asked = Pick<Records, 'open' | 'rounds' | 'status'>;

let last: { asked: Asked; filter: ReaderFilter; answer: Comparison } | null = null;

/** Whether the question is the one that was answered last. */
function isLast(records: Records, filter: ReaderFilter): boolean {
  const { open, rounds, status } = last?.asked ?? {};
  return (
    last?.filter === filter &&
    open?.annotations === records.open?.annotations &&
    open?.assignments === records.open?.assignments &&
    rounds === records.rounds &&
    status === records.status
  );
}

/** The comparison that is on, or null: never in a blind round. The same object as long as nothing changes. */
export function comparisonOf(records: Records, filter: ReaderFilter): Comparison | null {
  const { open, rounds, status } = records;
  if (!open || !filter.compared || blindRound(open, rounds, status?.coder?.id)) return null;
  if (last && isLast(records, filter)) return last.answer;
  const { first, second } = filter.compared;
  const shown = [...shownAnnotations(records, filter).values()];
  const { differences, agreed } = compareAnnotations(
    shown.filter(({ coder }) => coder === first),
    shown.filter(({ coder }) => coder === second),
  );
  const partners = new Map<Id, Id>();
  for (const { first: one, second: other } of differences) {
    if (one && other) partners.set(one.id, other.id).set(other.id, one.id);
  }
  const answer = { first, second, differences, agreed, partners };
  last = { asked: { open, rounds, status }, filter, answer };
  return answer;
}

/** Where in the list of differences a coding stands; -1 where it is in none. */
export function differenceOf(comparison: Comparison, coding: Id | null): number {
  return comparison.differences.findIndex(({ first, second }) => first?.id === coding || second?.id === coding);
}
