import { describe, expect, test } from 'vitest';
import type { Machine } from './browser.ts';
import { fileManager, revealCommand } from './fileManager.ts';

function machine(system: NodeJS.Platform, environment: NodeJS.ProcessEnv, programs: readonly string[] = []): Machine {
  return { system, environment, home: '/home/ada', exists: (path) => programs.includes(path) };
}

const linux = machine('linux', { DISPLAY: ':0', PATH: '/opt/bin:/usr/bin' }, ['/usr/bin/xdg-open']);
const name = '/data/Exports/$(touch x) -R; "study"/codings.csv';

describe('Showing a file in the file manager', () => {
  test('marks it where the system can, and opens its folder elsewhere, never the file', () => {
    expect(revealCommand(machine('darwin', {}), name)).toEqual({ file: '/usr/bin/open', words: ['-R', name] });
    expect(revealCommand(machine('win32', {}), name)).toEqual({ file: 'explorer.exe', words: [`/select,${name}`] });
    expect(revealCommand(linux, name)).toEqual({
      file: '/usr/bin/xdg-open',
      words: ['/data/Exports/$(touch x) -R; "study"'],
    });
  });

  test('is not offered without a display or a program for it', () => {
    expect(fileManager(machine('linux', { PATH: '/usr/bin' }, ['/usr/bin/xdg-open']))).toBeNull();
    expect(fileManager(machine('linux', { DISPLAY: ':0', PATH: '/usr/bin' }))).toBeNull();
    expect(fileManager(linux)).toBeTypeOf('function');
  });

  test('says where to look when it cannot be started', async () => {
    const gone = machine('linux', { DISPLAY: ':0', PATH: '/no/such' }, ['/no/such/xdg-open']);
    await expect(fileManager(gone)?.('/data/out/codings.csv')).rejects.toMatchObject({
      code: 'not-found',
      message: 'The file manager cannot be started. Look in /data/out.',
    });
  });
});
