import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { systemCode, writingRefusal } from '../../store/systemFault.ts';

/** A file that is written piece by piece and appears under its name only when it is whole. */
export type WholeFile = {
  write(content: string | Uint8Array): void;
  /** Everything is on the disk; the file still has its temporary name. */
  finish(): void;
  /** Puts the finished file in place of whatever had its name, by `put` where it is given. */
  publish(put?: Put): void;
  /** Removes what was written. Nothing happens once the file is published. */
  discard(): void;
};

/** Gives a file its name, in place of whatever had it. */
export type Put = (from: string, to: string) => void;

/** Characters that are gathered before they go to the disk. */
const chunk = 1 << 18;

/** Makes the folder, and those above it, where they are missing. Throws AppError `file-unwritable`. */
export function ensureFolder(folder: string): void {
  explaining(folder, () => void mkdirSync(folder, { recursive: true }));
}

/** Begins a file beside its place, so that putting it there is one step. Throws AppError `file-unwritable`. */
export function openWholeFile(path: string): WholeFile {
  const temporary = temporaryName(path);
  let file: number | null = explaining(path, () => openSync(temporary, 'wx'));
  let published = false;
  let gathered = '';
  const put = (bytes: Uint8Array): void => {
    for (let done = 0; file !== null && done < bytes.length;) done += writeSync(file, bytes, done);
  };
  const flush = (): void => {
    const bytes = Buffer.from(gathered, 'utf8');
    gathered = '';
    put(bytes);
  };
  const close = (): void => {
    if (file !== null) closeSync(file);
    file = null;
  };
  return {
    write(content) {
      if (typeof content !== 'string') {
        explaining(path, () => {
          flush();
          put(content);
        });
        return;
      }
      gathered += content;
      if (gathered.length >= chunk) explaining(path, flush);
    },
    finish() {
      explaining(path, () => {
        flush();
        if (file !== null) fsyncSync(file);
        close();
      });
    },
    publish(put = renameSync) {
      explaining(path, () => {
        put(temporary, path);
      });
      published = true;
    },
    discard() {
      close();
      if (!published) rmSync(temporary, { force: true });
    },
  };
}

/** A file for what is needed again before the work is done. It never gets a name that people would know. */
export type ScratchFile = {
  readonly path: string;
  write(content: string): void;
  /** Everything is in the file; what follows may read it. */
  close(): void;
  discard(): void;
};

/** Begins a scratch file beside `path`, for which errors are told. Throws AppError `file-unwritable`. */
export function openScratchFile(path: string): ScratchFile {
  const place = temporaryName(path);
  let file: number | null = explaining(path, () => openSync(place, 'wx'));
  let gathered: string[] = [];
  let length = 0;
  const flush = (): void => {
    const bytes = Buffer.from(gathered.join(''), 'utf8');
    gathered = [];
    length = 0;
    explaining(path, () => {
      for (let done = 0; file !== null && done < bytes.length;) done += writeSync(file, bytes, done);
    });
  };
  const close = (): void => {
    if (file !== null) closeSync(file);
    file = null;
  };
  return {
    path: place,
    write(content) {
      gathered.push(content);
      length += content.length;
      if (length >= chunk) flush();
    },
    close() {
      flush();
      close();
    },
    discard() {
      close();
      rmSync(place, { force: true });
    },
  };
}

function temporaryName(path: string): string {
  return join(dirname(path), `.galley-${randomBytes(6).toString('hex')}.tmp`);
}

/** Writes one text, or bytes, as a whole file. Throws AppError `file-unwritable`. */
export function writeWholeFile(path: string, content: string | Uint8Array): void {
  const file = openWholeFile(path);
  try {
    file.write(content);
    file.finish();
    file.publish();
  } finally {
    file.discard();
  }
}

/** Writes files that belong together: all of them get their names, or none does and what was there stays. Throws AppError `file-unwritable`. */
export function writeTogether(folder: string, contents: ReadonlyMap<string, string | Uint8Array>): void {
  const files: WholeFile[] = [];
  try {
    for (const [name, content] of contents) {
      const file = openWholeFile(join(folder, name));
      files.push(file);
      file.write(content);
      file.finish();
    }
    allOrNone((put) => {
      for (const file of files) file.publish(put);
    });
  } finally {
    for (const file of files) file.discard();
  }
}

/**
 * Gives files their names. When one cannot get its name, those before it are taken back, and what was in their places is
 * there again. Throws what the step threw.
 */
function allOrNone(place: (put: Put) => void): void {
  const placed: { path: string; earlier: string | null }[] = [];
  try {
    place((from, to) => {
      const earlier = setAside(to);
      if (earlier !== null) placed.push({ path: to, earlier });
      renameSync(from, to);
      if (earlier === null) placed.push({ path: to, earlier });
    });
  } catch (error) {
    for (const { path, earlier } of placed.reverse()) putBack(path, earlier);
    throw error;
  }
  for (const { earlier } of placed) if (earlier !== null) rmSync(earlier, { force: true });
}

/** Keeps the file at `path` under another name, and answers with that; null where no file is. */
function setAside(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || found.isDirectory()) return null;
  const aside = temporaryName(path);
  try {
    linkSync(path, aside); // so that the name is at no moment missing
  } catch {
    renameSync(path, aside); // not every disk has links
  }
  return aside;
}

function putBack(path: string, earlier: string | null): void {
  explaining(path, () => {
    if (earlier !== null) renameSync(earlier, path);
    rmSync(earlier ?? path, { force: true }); // two names of one file are both still there after renaming
  });
}

/** Runs a step that writes at `path`. Throws AppError `file-unwritable`, which says what a person can do, for what the system refuses. */
export function explaining<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    throw new AppError('file-unwritable', said('files.cannotWrite', { path, why: writingRefusal(code, path) }), {
      path,
    });
  }
}
