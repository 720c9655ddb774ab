import { rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
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
 * Watches the file of an open project at a path, and if the connection can write also the files of its log: a writer holds them open,
 * so they stay where they are unless another program takes them away. Call it when SQLite has opened them.
 */
export function watchFiles(path: string, db: Database): Watch {
  const withLog = !db.readonly;
  const log = `${path}-wal`;
  const places = withLog ? [log, `${path}-shm`] : [];
  const opened = new Map([path, ...places].map((place) => [place, identityOf(place)]));
  let longest = sizeOf(log);
  const isSame = (place: string): boolean => isUnknown(opened.get(place)) || identityOf(place) === opened.get(place);
  const isCut = (): boolean => {
    const size = sizeOf(log);
    // The program itself may have emptied it: then SQLite knows how much must be there.
    if (size < longest && size < logSize(db)) return true;
    longest = size;
    return false;
  };
  return {
    mode: Number((find(path)?.mode ?? 0o600n) & 0o777n),
    fault() {
      if (identityOf(path) === null) return 'gone';
      if (!isSame(path)) return 'replaced';
      return !places.every(isSame) || (withLog && isCut()) ? 'log' : null;
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

/** Bytes that the log must have for what SQLite says is in it: a head, and pages with heads of their own. */
function logSize(db: Database): bigint {
  const [state] = db.pragma('wal_checkpoint(NOOP)') as { log: number }[]; // as SQLite documents it
  const page = db.pragma('page_size', { simple: true }) as number; // as above
  const pages = state?.log ?? 0;
  return pages > 0 ? BigInt(32 + pages * (24 + page)) : 0n;
}
