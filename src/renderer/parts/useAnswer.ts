import { useEffect, useState } from 'react';
import { orNotice } from '../actions/ask.ts';

/** Asks once, when the dialog opens; undefined until the answer has come. `onRefused`: a notice has said why there is none. */
export function useAnswer<T>(ask: () => Promise<T>, onRefused?: () => void): T | undefined {
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
  }, []);
  return answer;
}
