import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { verifyingWords as words } from '#words/core/verifying.ts';
import type { Problem } from '../../shared/api/project.ts';
import { AppError } from '../../shared/errors.ts';
import { checkHeader, openStore } from './database.ts';
import { newestVersion } from './fileState.ts';
import { readFileHeader } from './fileHeader.ts';
import { realPlace } from './identity.ts';
import { hasForeignLog } from './leftLog.ts';
import { lostCommits } from './logDamage.ts';
import { fileVersion, newerFile } from './migrate.ts';
import { openReader } from './openReader.ts';
import { isHeld, onCopy } from './traceless.ts';

/**
 * Gives `look` a connection to a project and leaves the file and its folder as they are: it takes no lock, applies no log, brings
 * nothing up to date. What must be read with its log, or is older than this program, is copied to a temporary folder,
 * unless somebody has it open: then it is read as that program sees it. Throws for what is no project, or a newer one.
 */
export function readUntouched(named: string, look: (db: Database) => Problem[]): Problem[] {
  const path = realPlace(named, 'file-unreadable');
  checkHeader(path);
  const isOpen = isHeld(path);
  const notes = isOpen ? [] : [...foreignLog(path), ...damagedLog(path)];
  const reader = (file: string): Problem[] => {
    const db = openReader(file);
    try {
      const version = fileVersion(db);
      if (version > newestVersion) throw newerFile(path, version, newestVersion);
      return [...notes, ...look(db)];
    } finally {
      db.close();
    }
  };
  if (isOpen || !needsCopy(path)) return reader(path);
  try {
    return onCopy(path, (copy) => {
      const version = versionOf(copy);
      if (version < newestVersion) openStore(copy).close();
      return reader(copy);
    });
  } catch (error) {
    // It was a project before its log was taken in, or left out.
    if (error instanceof AppError && error.code === 'not-a-project') return [...notes, unreadable(path)];
    throw error;
  }
}

function foreignLog(path: string): Problem[] {
  if (!hasForeignLog(path)) return [];
  return [{ kind: 'log', document: '', message: words.foreignLog({ name: basename(path) }) }];
}

function damagedLog(path: string): Problem[] {
  const lost = lostCommits(path);
  if (lost === 0) return [];
  return [{ kind: 'log', document: '', message: words.damagedLog({ name: basename(path), lost }) }];
}

function unreadable(path: string): Problem {
  return { kind: 'file', document: '', message: words.nothingReadable({ name: basename(path) }) };
}

function versionOf(path: string): number {
  const db = openReader(path);
  try {
    return fileVersion(db);
  } finally {
    db.close();
  }
}

/** Whether the file cannot be read alone, or not as this program knows it. */
function needsCopy(path: string): boolean {
  if (['-wal', '-journal'].some((end) => existsSync(`${path}${end}`))) return true;
  const { journal, version } = readFileHeader(path);
  return journal !== 'closed' || version < newestVersion;
}
