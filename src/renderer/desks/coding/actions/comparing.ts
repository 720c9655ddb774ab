import { comparingStrings as say } from '#words/window/comparing.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { blindRound, useReaderFilter } from '../../../state/readerFilter.ts';
import { useRecords } from '../../../state/records.ts';
import { notify, useUi } from '../../../state/ui.ts';
import { comparisonOf, differenceOf } from '../state/comparing.ts';

/** Coders by the number of codings they have in the open document, the acting coder before all, those without last. */
function coderOrder(): Id[] {
  const { open, coders, status } = useRecords.getState();
  const counts = new Map<Id, number>();
  for (const { coder } of open?.annotations.values() ?? []) counts.set(coder, (counts.get(coder) ?? 0) + 1);
  const own = status?.coder?.id;
  const weight = (id: Id): number => (counts.get(id) ?? 0) * (id === own ? 1e9 : 1);
  return [...coders.keys()].toSorted((a, b) => weight(b) - weight(a));
}

/** Puts two coders side by side in the text, or takes that back. */
export function toggleComparison(): void {
  const { open, rounds, status } = useRecords.getState();
  if (!open) return;
  if (useReaderFilter.getState().compared) {
    endComparison();
    return;
  }
  if (blindRound(open, rounds, status?.coder?.id)) {
    notify('info', say.blind);
    return;
  }
  const [first, second] = coderOrder();
  if (first === undefined || second === undefined) {
    notify('info', say.needsTwo);
    return;
  }
  useReaderFilter.setState({ compared: { first, second }, coder: null, round: null });
}

export function endComparison(): void {
  useReaderFilter.setState({ compared: null });
  reader()?.focus();
}

/** Puts another coder on one side; who stands on the other side already changes places. */
export function compareCoder(side: 'first' | 'second', coder: Id): void {
  useReaderFilter.setState(({ compared }) => {
    if (!compared) return {};
    const other = side === 'first' ? 'second' : 'first';
    const swapped = compared[other] === coder ? compared[side] : compared[other];
    return { compared: side === 'first' ? { first: coder, second: swapped } : { first: swapped, second: coder } };
  });
}

export function isComparing(): boolean {
  return comparisonOf(useRecords.getState(), useReaderFilter.getState()) !== null;
}

/** Shows the next (1) or previous (-1) place where the two coders differ; after the last comes the first. */
export function stepDifference(step: 1 | -1): void {
  const comparison = comparisonOf(useRecords.getState(), useReaderFilter.getState());
  if (!comparison) return;
  const { differences } = comparison;
  if (differences.length === 0) {
    notify('info', say.none);
    return;
  }
  const at = differenceOf(comparison, useUi.getState().activeAnnotation);
  const caret = reader()?.caret() ?? 0;
  const beside =
    step === 1
      ? differences.findIndex(({ start }) => start >= caret)
      : differences.findLastIndex(({ start }) => start < caret);
  const from = at >= 0 ? at + step : beside >= 0 ? beside : step === 1 ? 0 : -1;
  const next = differences.at(from % differences.length);
  const coding = next?.first ?? next?.second;
  if (!next || !coding) return;
  reader()?.select(next.start, next.start, { scroll: true, focus: true });
  useUi.setState({ activeAnnotation: coding.id });
}
