import { useEffect, useState } from 'react';
import { orNotice } from '../actions/ask.ts';
import { useRecords } from '../state/records.ts';

/**
 * Asks when the dialog opens, and again where `asOf` has become another; undefined until the first answer has come. `onRefused`: a notice
 * has said why there is none.
 */
export function useAnswer<T>(ask: () => Promise<T>, onRefused?: () => void, asOf?: unknown): T | undefined {
  const [answer, setAnswer] = useState<T | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    void orNotice(ask).then((value) => {
      if (!isCurrent) return;
      if (value === undefined) onRefused?.();
      else setAnswer(value);
    });
    return () => {
      isCurrent = false;
    };
    // A dialog asks about what it was opened for, which does not change while it is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asOf]);
  return answer;
}

/** As `useAnswer`, of what acts change, whoever does them: asks again after every act, undo and redo. */
export function useAnswerNow<T>(ask: () => Promise<T>, onRefused?: () => void): T | undefined {
  return useAnswer(
    ask,
    onRefused,
    useRecords((state) => state.history),
  );
}
