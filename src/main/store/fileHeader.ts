import { closeSync, openSync, readSync } from 'node:fs';
import { applicationId } from './migrate.ts';
import { refuseIrregular } from './regularFile.ts';

/** What the first 100 bytes of a file say of it, as SQLite's file format has them. */
export type FileHeader = {
  isSqlite: boolean;
  /** It bears Galley's application id. */
  isProject: boolean;
  /** Without an application id: no project, or one that is still all in its log. */
  isUnnamed: boolean;
  /** The version of a project's file; 0 before it has one. */
  version: number;
  /** Bytes in a page. */
  pageSize: number;
  /** How it is written and read: `closed` as a file alone, `log` with a log beside it; null: what no program of ours writes. */
  journal: 'closed' | 'log' | null;
};

const length = 100;

/** Reads the header of a file; of one that is too short what is missing is zero. Throws `file-unreadable` for pipes and devices, and the system's errors. */
export function readFileHeader(path: string): FileHeader {
  refuseIrregular(path);
  const head = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, length, 0);
  } finally {
    closeSync(file);
  }
  const id = head.readUInt32BE(68);
  const page = head.readUInt16BE(16);
  const isSqlite = head.toString('latin1', 0, 16) === 'SQLite format 3\0';
  const marks = `${head[18]} ${head[19]}`;
  return {
    isSqlite,
    isProject: isSqlite && id === applicationId,
    isUnnamed: id === 0,
    version: head.readUInt32BE(60),
    pageSize: page === 1 ? 65_536 : page,
    journal: !isSqlite ? null : marks === '1 1' ? 'closed' : marks === '2 2' ? 'log' : null,
  };
}
