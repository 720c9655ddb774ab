import { rmSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { FileFault } from '../../shared/api/project.ts';
import { find, identity, identityOf } from './identity.ts';

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
  const log = `${path}-wal`;
  const places = db.readonly ? [] : [log, `${path}-shm`];
  const opened = new Map([path, ...places].map((place) => [place, identityOf(place)]));
  let longest = find(log)?.size ?? 0n;
  const isOpened = (place: string, found: BigIntStats | null): boolean => {
    const wanted = opened.get(place) ?? null;
    // Some network drives number no files: then only that there is one can be seen.
    return wanted === null || (found !== null && (wanted.endsWith('-0') || identity(found) === wanted));
  };
  const isCut = (size: bigint): boolean => {
    // The program itself may have emptied it: then SQLite knows how much must be there.
    if (size < longest && size < logSize(db)) return true;
    longest = size;
    return false;
  };
  const isSame = (place: string): boolean => {
    const found = find(place);
    return isOpened(place, found) && !(place === log && isCut(found?.size ?? 0n));
  };
  return {
    mode: Number((find(path)?.mode ?? 0o600n) & 0o777n),
    fault() {
      const found = find(path);
      if (found === null) return 'gone';
      if (!isOpened(path, found)) return 'replaced';
      return places.every(isSame) ? null : 'log';
    },
    removeLog() {
      for (const place of places) if (isOpened(place, find(place))) rmSync(place, { force: true });
    },
  };
}

/** Bytes that the log must have for what SQLite says is in it: a head, and pages with heads of their own. */
function logSize(db: Database): bigint {
  const [state] = db.pragma('wal_checkpoint(NOOP)') as { log: number }[]; // as SQLite documents it
  const page = db.pragma('page_size', { simple: true }) as number; // as above
  const pages = state?.log ?? 0;
  return pages > 0 ? BigInt(32 + pages * (24 + page)) : 0n;
}
