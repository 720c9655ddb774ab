import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../shared/api/contract.ts';
import type { MethodOf } from '../../shared/api/contract.ts';
import type { Task } from '../../shared/api/events.ts';
import { seededRandom } from '../../shared/stats/random.ts';
import type { Jobs } from '../workers/pool.ts';
import { arabic, strike, writePackage } from './testPackage.ts';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';
import { readStored } from './testStored.ts';
import { taskKinds } from './testTaskKinds.ts';
import type { Stage, Work } from './testTaskKinds.ts';

/** Every two kinds of long work, side by side in one project, of which one is cancelled or fails. */

type Method = MethodOf<'task'>;
const methods = Object.keys(contract).filter(
  (name): name is Method => contract[name as keyof typeof contract].kind === 'task', // keys of the contract
);

let project: TestProject;
let codedFile: string;
let emptyFile: string;
let ids: Stage['ids'];

/** Holds back the first job of each of two tasks until both are there, and tells of every job that is begun or done. */
let onJob: (() => Promise<void>) | null = null;
function watched(jobs: Jobs): Jobs {
  return {
    ...jobs,
    async run(...call: Parameters<Jobs['run']>) {
      if (call[0].startsWith('backup')) return jobs.run(...call); // no task: the program makes it by itself
      await onJob?.();
      const output = await jobs.run(...call);
      await onJob?.();
      return output;
    },
  } as Jobs; // `run` passes through what it is given and what comes of it
}

async function nameFile(): Promise<string> {
  const { project: about } = await project.client.call('project.status', {});
  return join(about?.folder ?? '', about?.fileName ?? '');
}

beforeAll(async () => {
  project = await createTestProject(watched);
  const { client, app, folder } = project;
  emptyFile = join(folder, 'empty.galley');
  await client.call('project.close', {});
  copyFileSync(join(folder, 'Test.galley'), emptyFile);
  await client.call('project.open', { file: app.grants.grant(join(folder, 'Test.galley')) });
  for (const name of ['files', 'strangers']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'files', 'strike.txt'), strike);
  writeFileSync(join(folder, 'files', 'arabic.txt'), arabic);
  writeFileSync(join(folder, 'strangers', 'a.txt'), 'Nothing of this was coded.');
  await project.importFiles(join(folder, 'files'));
  const coders: string[] = [];
  for (const name of ['Ben', 'Ada']) {
    coders.push((await client.call('coders.identify', { name })).id);
    await project.code([
      { document: 'strike', start: 25, end: 45, code: 'Frames / Conflict', quote: 'Two hundred dockers ' },
      { document: 'arabic', start: 14, end: 16, code: 'Frames', quote: '漢字' },
    ]);
  }
  const choices = [{ value: 1, label: 'cold' }];
  await client.call('variables.create', { scope: 'document', name: 'tone', level: 'ordinal', choices });
  await writePackage(project, 'p.zip');
  const { codes } = await client.call('codes.list', {});
  const { rows } = await client.call('documents.list', { offset: 0, limit: 9 });
  ids = {
    strike: rows.find(({ name }) => name === 'strike')?.id ?? '',
    frames: codes.find(({ name }) => name === 'Frames')?.id ?? '',
    conflict: codes.find(({ name }) => name === 'Conflict')?.id ?? '',
    coders: [coders[0] ?? '', coders[1] ?? ''],
  };
  codedFile = await nameFile();
  await client.call('project.close', {});
});
afterAll(() => project.end());

let count = 0;
/** Opens a copy of the project that the work is done in. */
async function openStage(isEmpty: boolean): Promise<Stage> {
  const path = join(project.folder, `stage ${++count}.galley`);
  copyFileSync(isEmpty ? emptyFile : codedFile, path);
  await project.client.call('project.open', { file: project.app.grants.grant(path) });
  const files = new Map(
    ['strike.txt', 'arabic.txt'].map((name) => [`files/${name}`, readFileSync(join(project.folder, 'files', name))]),
  );
  return { project, path, files, ids };
}

async function ended(id: string): Promise<Task> {
  for (;;) {
    const task = (await project.client.call('tasks.list', {})).find((one) => one.id === id);
    if (task && task.state !== 'running') return task;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** What must hold whatever was done: every text and original is that of its source, and nothing is left over. */
async function expectSound({ path, files }: Stage): Promise<void> {
  const { documents, staged } = readStored(path);
  for (const [name, { text, original }] of documents) {
    expect(original.equals(files.get(name) ?? Buffer.from('no such file')), name).toBe(true);
    expect(text, name).toBe(original.toString('utf8').replaceAll('\r\n', '\n'));
  }
  expect(staged).toBe(0);
  const names = readdirSync(project.folder, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(await project.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
}

type Begun = { method: Method; work: Work<Method>; id: string };

/** Starts both, and calls `act` at the given number of jobs begun or done. The first jobs begin when both are there. */
async function runBoth(
  one: Omit<Begun, 'id'>,
  two: Omit<Begun, 'id'>,
  inputs: [object, object],
  at: number,
  act: (begun: [Begun, Begun]) => void,
): Promise<[Task, Task]> {
  let seen = 0;
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let waiting = 0;
  let begun: [Begun, Begun] | null = null;
  onJob = async () => {
    if (++waiting >= 2) open();
    await gate;
    if (begun && ++seen === at) act(begun);
  };
  const stop = project.app.listen((event) => {
    if (event.event === 'task' && event.data.state !== 'running') open();
  });
  try {
    const start = async (method: Method, input: object): Promise<string> =>
      (await project.client.call<Method>(method, input)).task;
    const starting = [await start(one.method, inputs[0]), await start(two.method, inputs[1])] as const;
    begun = [
      { ...one, id: starting[0] },
      { ...two, id: starting[1] },
    ];
    return [await ended(starting[0]), await ended(starting[1])];
  } finally {
    stop();
    onJob = null;
  }
}

/** What a task's end must be held against. */
async function judge(
  task: Task,
  { method, work }: Omit<Begun, 'id'>,
  other: Omit<Begun, 'id'>,
  otherDone: boolean,
): Promise<void> {
  const name = `${method} beside ${other.method}: ${task.state} ${task.error?.message ?? ''}`;
  expect(task.error?.code, name).not.toBe('internal');
  if (task.state === 'done')
    await work.check(task.result as never); // the kind's own result
  else if (!(otherDone && method === other.method && taskKinds[method].isShared)) await work.absent();
}

const prepare = (stage: Stage, method: Method, mark: string): Omit<Begun, 'id'> => ({
  method,
  work: taskKinds[method].prepare(stage, mark),
});

/** Work that fills the project in many small steps, or reads it for long, is held against every other. */
const longest = ['imports.start', 'packages.write'] as const satisfies readonly Method[];

/** In a project that holds nothing most work has nothing to do: there only re-attaching and importing are held to their results. */
const worksInEmpty: readonly Method[] = ['imports.start', 'packages.attach', 'codebook.import', 'project.verify'];

describe.each(longest)('%s', (first) => {
  test.each(methods.filter((method) => method !== longest[0] || first === longest[0]))(
    'beside %s, of which one is cancelled or fails',
    async (second) => {
      const random = seededRandom(methods.indexOf(first) * 100 + methods.indexOf(second));
      const isEmpty = [first, second].some((method) => taskKinds[method].inEmpty);
      for (const [victim, way] of [
        [0, 'cancel'],
        [1, 'cancel'],
        [random() < 0.5 ? 0 : 1, 'fail'],
      ] as const) {
        const stage = await openStage(isEmpty);
        const pair = [prepare(stage, first, `one ${count}`), prepare(stage, second, `two ${count}`)] as const;
        const failing = pair[victim].work.failing;
        if (way === 'fail' && !failing) continue;
        const inputs: [object, object] = [pair[0].work.input, pair[1].work.input];
        if (way === 'fail' && failing) inputs[victim] = failing;
        const at = 1 + Math.floor(random() * 4);
        const tasks = await runBoth(...pair, inputs, at, (begun) => {
          if (way === 'cancel') void project.client.call('tasks.cancel', { task: begun[victim].id });
        });
        const kept = 1 - victim;
        const states = tasks.map(({ state }) => state);
        if (way === 'fail') expect(states[victim]).toBe('failed');
        // What re-attaching needs to itself may be refused, in words.
        if (!isEmpty) expect(states[kept], tasks[kept]?.error?.message).toBe('done');
        for (const at of [0, 1] as const) {
          const other = 1 - at;
          if (isEmpty && !worksInEmpty.includes(pair[at].method)) {
            expect(tasks[at].error?.code).not.toBe('internal');
            continue;
          }
          await judge(tasks[at], pair[at], pair[other as 0 | 1], states[other] === 'done');
        }
        await expectSound(stage);
      }
    },
  );
});

test('Every task of the contract has its place among the pairs', () => {
  expect(Object.keys(taskKinds).sort()).toEqual([...methods].sort());
});
