import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Session } from './session.ts';
import type { Tasks } from './tasks.ts';

/**
 * The session with its openings and closings one after another, in the order in which they were asked for. Two at once would
 * each close the same project, and one of the two that they open would never be closed. No task begins meanwhile: it would
 * belong to a project that is going away.
 */
export function inTurns(session: Session, tasks: Tasks): Session {
  let last: Promise<unknown> | null = null;
  const inTurn = async (act: () => Promise<void>): Promise<void> => {
    const before = last;
    const resume = tasks.holdBack();
    const mine = (async () => {
      if (before) {
        await before.catch(() => undefined); // the one who asked for it hears of its failure
        await nextTurn(); // and may go on at once with what it opened, as the sample is filled
      }
      await act();
    })();
    last = mine;
    try {
      await mine;
    } finally {
      resume();
      if (last === mine) last = null;
    }
  };
  return {
    ...session,
    openFile: (path, openedFor) => inTurn(() => session.openFile(path, openedFor)),
    createFile: (path, name) => inTurn(() => session.createFile(path, name)),
    closeProject: (options) => inTurn(() => session.closeProject(options)),
  };
}
