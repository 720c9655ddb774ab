import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AnyEvent, Task } from '../../shared/api/events.ts';
import type { Jobs } from '../workers/job.ts';
import { createTestApp } from './testApp.ts';
import type { TestApp } from './testApp.ts';

let program: TestApp;
/** Called when a thread has done its job, before the task goes on. */
let onDone: (job: string) => void;

beforeEach(async () => {
  onDone = () => undefined;
  const through = (jobs: Jobs): Jobs =>
    ({
      ...jobs,
      async run(...call: Parameters<Jobs['run']>) {
        const output = await jobs.run(...call);
        onDone(call[0].name);
        return output;
      },
    }) as Jobs; // `run` passes through what it is given and what comes of it
  program = createTestApp({}, through);
  await program.client.call('project.create', { folder: null, name: 'A' });
});
afterEach(() => program.end());

function ended(): Promise<Task> {
  return new Promise((resolve) => {
    const stop = program.app.listen((event: AnyEvent) => {
      if (event.event !== 'task' || event.data.state === 'running') return;
      stop();
      resolve(event.data);
    });
  });
}

/** Cancels the only task once its job of this name is done. */
function cancelAfter(job: string): void {
  onDone = (name) => {
    if (name === job) void program.app.handle('tasks.cancel', { task: 'task-1' });
  };
}

describe('A Cancel that comes when the last job is done', () => {
  test('leaves done what was written outside the project', async () => {
    cancelAfter('codebook.write');
    const folder = program.app.grants.grant(program.folder);
    const end = ended();
    await program.client.call('codebook.export', { folder, name: 'codes.csv' });
    expect(await end).toMatchObject({ id: 'task-1', state: 'done', result: { codes: 0 } });
    expect(existsSync(join(program.folder, 'codes.csv'))).toBe(true);
  });

  test('keeps away from the project what was not written yet', async () => {
    cancelAfter('codebook.read');
    mkdirSync(join(program.folder, 'in'));
    const path = join(program.folder, 'in', 'codes.csv');
    writeFileSync(path, 'path,definition\nFrames,\n');
    const end = ended();
    await program.client.call('codebook.import', { file: program.app.grants.grant(path) });
    expect(await end).toMatchObject({ id: 'task-1', state: 'cancelled' });
    expect((await program.client.call('codes.list', {})).codes).toEqual([]);
  });
});
