import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { restoreVerbWords } from '#words/cli/restore.ts';
import type { FileRef } from '../../../../shared/api/files.ts';
import { AppError } from '../../../../shared/errors.ts';
import { said } from '../../../../shared/words/message.ts';
import { withApp } from '../project.ts';
import type { Session } from '../project.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Call, Verb } from '../verb.ts';

export const restoreVerb: Verb = {
  name: 'restore',
  words: 'P.galley BACKUP',
  least: 2,
  most: 2,
  summary: restoreVerbWords.summary,
  details: restoreVerbWords.details,
  options: {
    out: { value: 'NEW.galley', help: restoreVerbWords.help.out },
    json: jsonOption,
  },
  async run(call) {
    const out = call.value('out');
    if (out !== undefined && !out.toLowerCase().endsWith('.galley')) {
      throw new UsageError(restoreVerbWords.ending({ out }));
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
  throw new AppError('not-found', said('hosts.noBackup', { word }));
}

async function inPlace(call: Call, session: Session, project: FileRef, backup: FileRef): Promise<void> {
  const { kept } = await session.call('backups.restore', { project, backup });
  const path = resolve(call.terminal.folder, wordAt(call, 0));
  const beside = kept === null ? null : join(path, '..', kept);
  answer(call, { path, kept: beside }, () => {
    const state = beside === null ? '' : `${restoreVerbWords.kept({ path: beside })}\n`;
    return `${restoreVerbWords.restored({ path })}\n${state}`;
  });
}

async function asNew(call: Call, session: Session, project: FileRef, backup: FileRef, out: string): Promise<void> {
  await session.call('backups.restoreAs', { project, backup, out: session.file(out) });
  const path = resolve(call.terminal.folder, out);
  answer(call, { path, kept: null }, () => `${restoreVerbWords.created({ path })}\n`);
}
