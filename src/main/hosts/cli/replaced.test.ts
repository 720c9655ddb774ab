import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { nodePlatform } from '../../app/folders.ts';
import { methodTable } from '../../desks/all.ts';
import { withApp, withProject } from './project.ts';
import type { Session } from './project.ts';
import type { Call } from './verb.ts';

let folder: string;
let call: Call;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-replaced-'));
  call = {
    words: [],
    value: () => undefined,
    has: () => false,
    terminal: {
      folder,
      out: () => undefined,
      flushed: () => Promise.resolve(true),
      note: () => undefined,
      status: null,
      onInterrupt: () => () => undefined,
    },
    platform: nodePlatform('cli', '0.0.0', { forgetful: true, projectsFolder: join(folder, 'projects') }),
    methods: methodTable,
  };
  await withApp(call, (app) => app.createProject(join(folder, 'news.galley'), 'News'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function failure(work: (project: Session) => Promise<unknown>): Promise<AppError> {
  const error: unknown = await withProject(call, 'news.galley', work).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error('it was expected to fail');
}

it.skipIf(process.platform === 'win32').each(['before', 'after'])(
  'fails with the place of its acts when the project was replaced %s the last of them',
  async (when) => {
    const replace = (): void => {
      writeFileSync(join(folder, 'new'), 'another file');
      renameSync(join(folder, 'new'), join(folder, 'news.galley'));
    };
    const error = await failure(async (project) => {
      await project.call('codes.create', { name: 'One' });
      if (when === 'before') replace();
      await project.call('codes.create', { name: 'Two' });
      if (when === 'after') replace();
    });
    expect(error.code).toBe('file-replaced');
    const copy = String(error.details['path']);
    expect(error.message).toContain(copy);
    expect(existsSync(copy)).toBe(true);
    const list = await withProject(call, copy, (project) => project.call('codes.list', {}));
    expect(list.codes.map(({ name }) => name)).toEqual(['One', 'Two']);
  },
);
