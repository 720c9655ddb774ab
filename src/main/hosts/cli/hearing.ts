import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Through } from '../../app/createApp.ts';
import type { Terminal } from './terminal.ts';

/**
 * Hears of Ctrl+C only while something is waited for that can be cancelled. A listener that is there while the program computes
 * or writes without a pause would hold the signal back until that is done; without one it ends the process at once, which a
 * project survives as it survives every other sudden end.
 */
export type Hearing = {
  /** Waits with an ear for Ctrl+C. What came by then has been passed on when it settles. */
  during<T>(waiting: Promise<T>): Promise<T>;
};

export function hearInterrupts(terminal: Pick<Terminal, 'onInterrupt'>, stop: () => void): Hearing {
  let waits = 0;
  let isAsked = false;
  let deaf: (() => void) | null = null;
  const listen = (): void => {
    if (isAsked) return;
    deaf ??= terminal.onInterrupt(() => {
      isAsked = true;
      stop();
    });
  };
  return {
    async during(waiting) {
      waits += 1;
      listen();
      try {
        return await waiting;
      } finally {
        // A signal that came while the outcome was handed over is heard within one whole turn.
        await nextTurn();
        await nextTurn();
        waits -= 1;
        if (waits === 0) {
          deaf?.();
          deaf = null;
        }
      }
    },
  };
}

/** Jobs that can be cancelled are waited for with an ear for Ctrl+C. */
export function heard(hearing: Hearing): Through {
  return (jobs) => ({
    ...jobs,
    run(name, input, options) {
      const running = jobs.run(name, input, options);
      return options?.signal ? hearing.during(running) : running;
    },
  });
}
