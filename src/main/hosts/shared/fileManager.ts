import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { hasDisplay } from './browser.ts';
import type { Machine } from './browser.ts';

/** A program and its words. No shell reads them, so that a name cannot be a command. */
export type Command = { file: string; words: string[] };

/**
 * How to show a file in the file manager, or null where there is none. Systems that can mark a file in its folder do so;
 * elsewhere the folder is opened. The file itself is never opened: it would be run by whatever is in charge of it.
 */
export function revealCommand(machine: Machine, path: string): Command | null {
  if (machine.system === 'darwin') return { file: '/usr/bin/open', words: ['-R', path] };
  if (machine.system === 'win32') return { file: 'explorer.exe', words: [`/select,${path}`] };
  if (!hasDisplay(machine)) return null;
  const folders = (machine.environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const file = folders.map((folder) => join(folder, 'xdg-open')).find((program) => machine.exists(program));
  return file === undefined ? null : { file, words: [dirname(path)] };
}

/** Shows files in the file manager of this machine; null where that is not possible. */
export function fileManager(machine: Machine): ((path: string) => Promise<void>) | null {
  if (revealCommand(machine, '/') === null) return null;
  return (path) =>
    new Promise((resolve, reject) => {
      const command = revealCommand(machine, path);
      const failed = (): void =>
        reject(new AppError('not-found', said('hosts.noFileManager', { folder: dirname(path) })));
      if (command === null) {
        failed();
        return;
      }
      const child = spawn(command.file, command.words, { detached: true, stdio: 'ignore' });
      child.once('error', failed);
      child.once('spawn', () => {
        child.unref();
        resolve();
      });
    });
}
