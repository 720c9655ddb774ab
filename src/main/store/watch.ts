import { rmSync } from 'node:fs';
import type { FileFault } from '../../shared/api/project.ts';
import { find, identityOf } from './identity.ts';

/** Looks whether the files of an open project are still the ones that were opened. */
export type Watch = {
  /** What has become of them; null when all is well. Takes some microseconds. */
  fault(): FileFault | null;
  /** Removes the log that is no longer anyone's: beside another file of the project's name it would spoil that file. */
  removeLog(): void;
  /** The mode of the project file when it was opened. */
  readonly mode: number;
};

/**
 * Watches the project file at a path, and with `withLog` the files of its log: a writer holds them open, so they stay where they
 * are unless another program takes them away. Call it when SQLite has opened them.
 */
export function watchFiles(path: string, withLog: boolean): Watch {
  const log = `${path}-wal`;
  const places = withLog ? [log, `${path}-shm`] : [];
  const opened = new Map([path, ...places].map((place) => [place, identityOf(place)]));
  let longest = sizeOf(log);
  const isSame = (place: string): boolean => isUnknown(opened.get(place)) || identityOf(place) === opened.get(place);
  return {
    mode: Number((find(path)?.mode ?? 0o600n) & 0o777n),
    fault() {
      if (identityOf(path) === null) return 'gone';
      if (!isSame(path)) return 'replaced';
      if (!places.every(isSame)) return 'log';
      // SQLite begins a log anew from its start and never cuts it while the project is open.
      const size = sizeOf(log);
      if (withLog && size < longest) return 'log';
      longest = size;
      return null;
    },
    removeLog() {
      for (const place of places) if (isSame(place)) rmSync(place, { force: true });
    },
  };
}

/** Some network drives number no files: then only that there is one can be seen. */
function isUnknown(identity: string | null | undefined): boolean {
  return identity === null || identity === undefined || identity.endsWith('-0');
}

function sizeOf(path: string): bigint {
  return find(path)?.size ?? 0n;
}
