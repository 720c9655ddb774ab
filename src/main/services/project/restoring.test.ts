import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Task } from '../../../shared/api/events.ts';
import { createTestApp } from '../../app/testApp.ts';
import type { TestApp } from '../../app/testApp.ts';
import type { JobOptions, JobReference, Jobs } from '../../workers/job.ts';

/** Where a restoring is cancelled: as its job begins, at its first word of progress, or when it is through. */
type Moment = 'begun' | 'copying' | 'looking through' | 'copied';

let main: TestApp;
let moment: Moment | null;
let told: Task[];

const cancel = (): void => {
  const running = told.filter(({ state }) => state === 'running').at(-1);
  void main.client.call('tasks.cancel', { task: running?.id ?? '' });
};

/** Cancels jobs that copy a backup, each at the wanted moment. */
const cancelling = (jobs: Jobs): Jobs => ({
  ...jobs,
  async run<Input, Output>(job: JobReference<Input, Output>, input: Input, options?: JobOptions): Promise<Output> {
    const isCopying = /^backups\.(?:prepare|restore|restoreAs)$/u.test(job.name);
    if (!isCopying || moment === null) return await jobs.run(job, input, options);
    if (moment === 'begun') cancel();
    const progress = (done: number, total: number): void => {
      options?.progress?.(done, total);
      if (moment === (total > 0 ? 'copying' : 'looking through')) cancel();
    };
    const output = await jobs.run(job, input, { ...options, progress });
    if (moment === 'copied') cancel();
    return output;
  },
});

beforeEach(async () => {
  moment = null;
  told = [];
  main = createTestApp({}, cancelling);
  main.app.listen((event) => {
    if (event.event === 'task') told.push(event.data);
  });
  await main.client.call('project.create', { folder: null, name: 'Study' });
  await main.client.call('project.close', {});
  await main.app.openProject(path());
  await main.client.call('project.rename', { name: 'Later' });
});
afterEach(() => main.end());

const folder = (): string => join(main.folder, 'projects');
const path = (): string => join(folder(), 'Study.galley');

/** A backup that is older than the project. */
async function aBackup(): Promise<string> {
  await main.client.call('project.close', {});
  const { backups } = await main.client.call('backups.list', { project: main.app.grants.grant(path()) });
  await main.app.openProject(path());
  await main.client.call('project.rename', { name: 'Last' });
  return backups[0]?.file ?? '';
}

const name = async (): Promise<string> => (await main.client.call('project.status', {})).project?.name ?? '';

describe('Restoring a backup', () => {
  test('is a task with progress, in place and as a new file', async () => {
    const backup = await aBackup();
    await main.client.call('backups.restoreAs', { project: null, backup, out: null });
    await main.client.call('backups.restore', { project: null, backup });
    const labels = told.filter(({ method }) => method === 'backups.restore').map(({ label }) => label);
    expect(labels[0]).toMatch(/^Copy Study \d{4}-\d\d-\d\d\.galley \(MB\)$/u);
    expect(labels.at(-1)).toMatch(/^Look through the copy of Study /u);
    expect(told.filter(({ method }) => method === 'backups.restoreAs').at(-1)).toMatchObject({ state: 'done' });
    expect(told.at(-1)).toMatchObject({ method: 'backups.restore', state: 'done' });
    expect(told.some(({ total }) => total > 0)).toBe(true);
    expect(await name()).toBe('Later');
  });

  test.each(['begun', 'copying', 'looking through', 'copied'] as const)(
    'in place of the open project leaves it open and untouched when it is cancelled (%s)',
    async (when) => {
      const backup = await aBackup();
      const store = readdirSync(folder());
      moment = when;
      await expect(main.client.call('backups.restore', { project: null, backup })).rejects.toMatchObject({
        code: 'cancelled',
      });
      expect(told.at(-1)).toMatchObject({ method: 'backups.restore', state: 'cancelled' });
      expect(readdirSync(folder())).toEqual(store);
      expect(await name()).toBe('Last');
      await main.client.call('history.undo', {});
      expect(await name()).toBe('Later');
    },
  );

  test('of a closed project, or as a new file, leaves nothing when it is cancelled', async () => {
    const backup = await aBackup();
    await main.client.call('project.close', {});
    const bytes = readFileSync(path());
    moment = 'begun'; // later ones are in store/backup, where the work waits for the cancel
    const project = main.app.grants.grant(path());
    const cancelled = { code: 'cancelled' };
    await expect(main.client.call('backups.restore', { project, backup })).rejects.toMatchObject(cancelled);
    const asNew = { project, backup, out: null };
    await expect(main.client.call('backups.restoreAs', asNew)).rejects.toMatchObject(cancelled);
    expect(readdirSync(folder())).toEqual(['Study.galley']);
    expect(readFileSync(path()).equals(bytes)).toBe(true);
  });

  test('that cannot be cancelled any more, because the files have changed their names, is done', async () => {
    const backup = await aBackup();
    await main.client.call('project.close', {});
    moment = 'copied';
    const project = main.app.grants.grant(path());
    const { kept } = await main.client.call('backups.restore', { project, backup });
    expect(readdirSync(folder()).sort()).toEqual([kept, 'Study.galley'].sort());
    expect(told.at(-1)).toMatchObject({ state: 'done' });
  });

  test('does not end other work before the copy is made', async () => {
    const backup = await aBackup();
    moment = 'looking through';
    const verified = main.client.run('project.verify', {});
    await expect(main.client.call('backups.restore', { project: null, backup })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await verified).toEqual({ ok: true, problems: [] });
  });
});
