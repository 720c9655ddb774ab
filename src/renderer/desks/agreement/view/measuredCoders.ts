import { useMemo } from 'react';
import type { Coder, Id } from '../../../../shared/model/records.ts';
import { useRecords } from '../../../state/records.ts';
import { useAgreement } from '../state/measuring.ts';

/** The coders of a report, which names them, by their ids and in its order. */
function coderIds(names: readonly string[], coders: ReadonlyMap<Id, Coder>): Id[] {
  const byName = new Map([...coders.values()].map(({ id, name }) => [name, id]));
  return names.flatMap((name) => byName.get(name) ?? []);
}

/** The coders whose agreement was measured. */
export function useMeasuredCoders(): Id[] {
  const names = useAgreement((state) => state.measured?.report.coders);
  const coders = useRecords((state) => state.coders);
  return useMemo(() => coderIds(names ?? [], coders), [names, coders]);
}
