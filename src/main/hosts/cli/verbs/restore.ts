import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileRef } from '../../../../shared/api/files.ts';
import { AppError } from '../../../../shared/errors.ts';
import { withApp } from '../project.ts';
import type { Session } from '../project.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Call, Verb } from '../verb.ts';

export const restoreVerb: Verb = {
  name: 'restore',
  words: 'P.galley BACKUP',
  least: 2,
  most: 2,
  summary: 'Bring back a backup in the project’s place, or as a new file.',
  details: [
    'BACKUP is a file, or the day of a backup that `galley backups P.galley` lists, such as 2024-03-14.',
    'It is looked through first. The state before it is kept beside the project, as “P (before restore DATE TIME).galley”,',
    'together with the log that a program left which was killed. Do not copy a backup over a project by hand: such a log',
    'belongs to the file that was there.',
    'Ctrl+C while it copies leaves everything as it was.',
  ],
  options: {
    out: { value: 'NEW.galley', help: 'Make this new project file, and leave P.galley as it is.' },
    json: jsonOption,
  },
  async run(call) {
    const out = call.value('out');
    if (out !== undefined && !out.toLowerCase().endsWith('.galley')) {
      throw new UsageError(`--out: a project’s file name ends in .galley: ${out}.galley`);
    }
    await withApp(call, async (_app, session) => {
      const project = session.file(wordAt(call, 0));
      const backup = await findBackup(call, session, project, wordAt(call, 1));
      if (out === undefined) await inPlace(call, session, project, backup);
      else await asNew(call, session, project, backup, out);
    });
    return 0;
  },
};

async function findBackup(call: Call, session: Session, project: FileRef, word: string): Promise<FileRef> {
  if (existsSync(resolve(call.terminal.folder, word))) return session.file(word);
  const { backups } = await session.call('backups.list', { project });
  const found = backups.find(({ name, isOfHere }) => isOfHere && (name === word || name.endsWith(` ${word}.galley`)));
  if (found) return found.file;
  throw new AppError('not-found', `There is no file ${word}, and no backup of that day here. Say “galley backups”.`);
}

async function inPlace(call: Call, session: Session, project: FileRef, backup: FileRef): Promise<void> {
  const { kept } = await session.call('backups.restore', { project, backup });
  const path = resolve(call.terminal.folder, wordAt(call, 0));
  const beside = kept === null ? null : join(path, '..', kept);
  answer(call, { path, kept: beside }, () =>
    beside === null ? `Restored ${path}\n` : `Restored ${path}\nThe state before it is ${beside}\n`,
  );
}

async function asNew(call: Call, session: Session, project: FileRef, backup: FileRef, out: string): Promise<void> {
  await session.call('backups.restoreAs', { project, backup, out: session.file(out) });
  const path = resolve(call.terminal.folder, out);
  answer(call, { path, kept: null }, () => `Created ${path}\n`);
}
