import type { Id } from '../../shared/model/records.ts';
import { useRecords } from './records.ts';
import type { Records, RoundSummary } from './records.ts';

/** The blind round in which this coder codes, or null: while there is one, the work of others is not to be seen. */
function blindRoundOf(rounds: readonly RoundSummary[], coder: Id | undefined): RoundSummary | null {
  return rounds.find(({ mode, coders }) => mode === 'blind' && coder !== undefined && coders.includes(coder)) ?? null;
}

const actingBlind = ({ rounds, status }: Records): RoundSummary | null => blindRoundOf(rounds, status?.coder?.id);

/** The blind round of the acting coder, for components. */
export function useBlindRound(): RoundSummary | null {
  return useRecords(actingBlind);
}

/** The blind round of the acting coder, as of now. */
export function currentBlindRound(): RoundSummary | null {
  return actingBlind(useRecords.getState());
}
