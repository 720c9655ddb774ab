import { useMemo } from 'react';
import type { Extent } from '../../../../shared/api/codings.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { useAnswer } from '../../../parts/useAnswer.ts';
import { client } from '../../../state/client.ts';
import { useRecords } from '../../../state/records.ts';
import { byText, planned } from './passages.ts';
import type { FoundPassage, Planned } from './passages.ts';

/**
 * What would become of the passages with this code, asked for again whenever something changes in the project. Until the
 * answer is there, the last one stands and is not `isCurrent`; before the first one all passages are open.
 */
export function usePlan(
  passages: readonly FoundPassage[],
  code: Id | null,
  extent: Extent,
  onRefused: () => void,
): { plan: readonly Planned[]; isCurrent: boolean } {
  const history = useRecords((state) => state.history);
  const coder = useRecords((state) => state.status?.coder?.id);
  const asked = JSON.stringify([code, extent, history, coder]);
  const answer = useAnswer(
    async () => {
      const { places } = await client().run('codings.plan', { passages: byText(passages), extent, code });
      return { asked, extent, places };
    },
    onRefused,
    asked,
  );
  const plan = useMemo(
    () =>
      answer
        ? planned(passages, answer.places, answer.extent)
        : passages.map(({ start, end }) => ({ start, end, state: 'open' as const, isSame: false })),
    [passages, answer],
  );
  return { plan, isCurrent: answer?.asked === asked };
}
