import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../shared/api/contract.ts';
import type { MethodOf } from '../../shared/api/contract.ts';
import type { Task } from '../../shared/api/events.ts';
import { seededRandom } from '../../shared/stats/random.ts';
import type { Jobs } from '../workers/job.ts';
import { arabic, strike, writePackage } from './testPackage.ts';
import { createTestProject } from './testProject.ts';
import type { TestProject } from './testProject.ts';
import { readStored } from './testStored.ts';
import { taskKinds } from './testCalls.ts';
import { bridgePage } from './testTaskKinds.ts';
import type { Stage, Work } from './testTaskKinds.ts';

/** Every two kinds of long work, side by side in one project, of which one is cancelled or fails, for tests. */

type Method = MethodOf<'task'>;
export type Pair = readonly [Method, Method];

/** All kinds of tasks of the contract. */
export const methods = Object.keys(contract).filter(
  (name): name is Method => contract[name as keyof typeof contract].kind === 'task', // keys of the contract
);

const all: readonly Pair[] = methods.flatMap((one, at) => methods.slice(at).map((two): Pair => [one, two]));
const staging: readonly Method[] = ['imports.start', 'packages.attach'];
const stages = (pair: Pair): boolean => pair.some((method) => staging.includes(method));
const writes = (pair: Pair): boolean => pair.some((method) => taskKinds[method].writes);

/** Every pair of kinds of tasks, a kind with itself too, in parts of like size that test files can run side by side. */
export const pairs = {
  /** Of which one stores texts ahead of its command. */
  staging: all.filter(stages),
  /** Of the others, those of which one ends with a command. */
  writing: all.filter((pair) => !stages(pair) && writes(pair)),
  /** Both leave the records of the project as they are. */
  reading: all.filter((pair) => !stages(pair) && !writes(pair)),
};

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
      if (call[0].name.startsWith('backup')) return jobs.run(...call); // no task: the program makes it by itself
      await onJob?.();
      const output = await jobs.run(...call);
      await onJob?.();
      return output;
    },
  } as Jobs; // `run` passes through what it is given and what comes of it
}

async function makeProjects(): Promise<void> {
  project = await createTestProject(watched);
  const { client, app, folder } = project;
  const file = join(folder, 'Test.galley');
  [emptyFile, codedFile] = [join(folder, 'empty.galley'), file];
  await client.call('project.close', {});
  copyFileSync(file, emptyFile);
  await client.call('project.open', { file: app.grants.grant(file) });
  for (const name of ['files', 'strangers']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'files', 'strike.txt'), strike);
  writeFileSync(join(folder, 'files', 'arabic.txt'), arabic);
  for (const name of ['one', 'two']) writeFileSync(join(folder, 'files', `${name}.html`), bridgePage(name));
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
  const { hits } = await client.run('search.text', { query: 'dockers', limit: 1 });
  ids = {
    strikeText: hits[0]?.text ?? 0,
    strike: rows.find(({ name }) => name === 'strike')?.id ?? '',
    one: rows.find(({ name }) => name === 'one')?.id ?? '',
    two: rows.find(({ name }) => name === 'two')?.id ?? '',
    frames: codes.find(({ name }) => name === 'Frames')?.id ?? '',
    conflict: codes.find(({ name }) => name === 'Conflict')?.id ?? '',
    coders: [coders[0] ?? '', coders[1] ?? ''],
  };
  await client.call('project.close', {});
}

let count = 0;
/** The project in which pairs that write no records follow one another. */
let reused: Stage | null = null;

/** Opens a copy of the project that the work is done in. */
async function openStage(pair: Pair): Promise<Stage> {
  if (reused && !writes(pair)) return reused;
  const isEmpty = pair.some((method) => taskKinds[method].inEmpty);
  const path = join(project.folder, `stage ${++count}.galley`);
  copyFileSync(isEmpty ? emptyFile : codedFile, path);
  await project.client.call('project.open', { file: project.app.grants.grant(path) });
  const files = new Map(
    ['strike.txt', 'arabic.txt', 'one.html', 'two.html'].map((name) => [
      `files/${name}`,
      readFileSync(join(project.folder, 'files', name)),
    ]),
  );
  // So many that the batches of two imports are read and staged in turns.
  const imported = pair.every((method) => staging.includes(method)) ? 170 : 40;
  const stage = { project, path, files, ids, imported };
  reused = writes(pair) ? null : stage;
  return stage;
}

/** What must hold whatever was done: every text and original is that of its source, and nothing is left over. */
async function expectSound({ path, files }: Stage): Promise<void> {
  const { documents, staged } = readStored(path);
  for (const [name, { text, original }] of documents) {
    expect(original.equals(files.get(name) ?? Buffer.from('no such file')), name).toBe(true);
    // Of a web page the text is not what stands in the file: its kind of work looks at it, and so does `verify`.
    if (!name.endsWith('.html')) expect(text, name).toBe(original.toString('utf8').replaceAll('\r\n', '\n'));
  }
  expect(staged).toBe(0);
  const names = readdirSync(project.folder, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(await project.client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
}

type Prepared = { method: Method; work: Work<Method> };

function prepare(stage: Stage, method: Method, mark: string): Prepared {
  return { method, work: taskKinds[method].prepare(stage, mark) };
}

type Run = {
  inputs: readonly [object, object];
  /** At so many jobs begun or done, something is done to one of the two tasks. */
  at: number;
  act(task: string): void;
  victim: 0 | 1;
};

/** Starts both, and acts as the run says. The first jobs begin when both are there. */
async function runBoth([one, two]: Pair, { inputs, at, act, victim }: Run): Promise<[Task, Task]> {
  const { client, app } = project;
  let seen = 0;
  let waiting = 0;
  let started: readonly [string, string] | null = null;
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let finish = (): void => undefined;
  const end = new Promise<void>((resolve) => (finish = resolve));
  const ended = new Map<string, Task>();
  onJob = async () => {
    if (++waiting >= 2) open();
    await gate;
    if (started && ++seen === at) act(started[victim]);
  };
  const stop = app.listen(({ event, data }) => {
    if (event !== 'task' || data.state === 'running') return;
    open(); // the other one need not wait for it
    ended.set(data.id, data);
    if (ended.size === 2) finish();
  });
  try {
    const first = (await client.call<Method>(one, inputs[0])).task;
    started = [first, (await client.call<Method>(two, inputs[1])).task];
    await end;
    const [done, other] = started.map((id) => ended.get(id));
    if (!done || !other) throw new Error('a task ended that is none of the two');
    return [done, other];
  } finally {
    stop();
    onJob = null;
  }
}

/** In a project that holds nothing most work has nothing to do: there only these are held to their results. */
const worksInEmpty: readonly Method[] = ['imports.start', 'packages.attach', 'codebook.import', 'project.verify'];

/** What a task's end must be held against. */
async function judge(task: Task, { method, work }: Prepared, other: { method: Method; task: Task }): Promise<void> {
  const name = `${method} beside ${other.method}: ${task.state} ${task.error?.message ?? ''}`;
  expect(task.error?.code, name).not.toBe('internal');
  const isShared = method === other.method && other.task.state === 'done' && taskKinds[method].isShared;
  if (task.state === 'done')
    await work.check(task.result as never); // the kind's own result
  else if (!isShared) await work.absent();
}

async function steps(): Promise<number> {
  return (await project.client.call('history.list', { offset: 0, limit: 1 })).total;
}

async function records({ path }: Stage): Promise<object> {
  return {
    documents: [...readStored(path).documents.keys()].sort(),
    codes: (await project.client.call('codes.list', {})).codes,
    stats: await project.client.call('project.stats', {}),
  };
}

/** Each task that is done is at most one step, no other is any, and undo takes all of them back. */
async function expectSteps(pair: Pair, tasks: readonly Task[], added: number): Promise<void> {
  const writers = pair.filter((method, at) => taskKinds[method].writes && tasks[at]?.state === 'done').length;
  expect(added).toBeLessThanOrEqual(writers);
  expect(added > 0).toBe(writers > 0);
  for (let step = 0; step < added; step++) await project.client.call('history.undo', {});
}

/** Runs both, one of which is cancelled or fails, holds both to what was asked for, and takes back what they did. */
async function runWay(
  stage: Stage,
  pair: Pair,
  way: { victim: 0 | 1; how: 'cancel' | 'fail'; at: number },
): Promise<void> {
  const { victim, how, at } = way;
  count += 1;
  const prepared = [prepare(stage, pair[0], `one ${count}`), prepare(stage, pair[1], `two ${count}`)] as const;
  const { failing } = prepared[victim].work;
  const fails = how === 'fail' && failing !== undefined;
  const inputs: [object, object] = [prepared[0].work.input, prepared[1].work.input];
  if (fails) inputs[victim] = failing;
  const [before, stepsBefore] = [await records(stage), await steps()];
  const act = (task: string): void => {
    if (!fails) void project.client.call('tasks.cancel', { task });
  };
  const tasks = await runBoth(pair, { inputs, at, act, victim });
  const isEmpty = pair.some((method) => taskKinds[method].inEmpty);
  if (fails) expect(tasks[victim].state).toBe('failed');
  // What re-attaching needs to itself may be refused, in words.
  const kept = tasks[victim === 0 ? 1 : 0];
  if (!isEmpty) expect(kept.state, kept.error?.message).toBe('done');
  for (const [one, two] of [
    [0, 1],
    [1, 0],
  ] as const) {
    if (isEmpty && !worksInEmpty.includes(pair[one])) expect(tasks[one].error?.code).not.toBe('internal');
    else await judge(tasks[one], prepared[one], { method: pair[two], task: tasks[two] });
  }
  await expectSound(stage);
  await expectSteps(pair, tasks, (await steps()) - stepsBefore);
  if (writes(pair)) expect(await records(stage)).toEqual(before);
}

/**
 * Which of the two is cancelled or fails, and when. Where a command ends one of them, each is cancelled once, and one of them
 * fails; where none does, one way is enough. Where both store texts ahead, each is cancelled at several places.
 */
function waysOf(pair: Pair): Parameters<typeof runWay>[2][] {
  const random = seededRandom(methods.indexOf(pair[0]) * 100 + methods.indexOf(pair[1]));
  const victim = random() < 0.5 ? 0 : 1;
  // Two jobs are begun and done in all, or some more where texts are staged batch by batch.
  const most = stages(pair) ? 10 : 4;
  const at = (): number => 1 + Math.floor(random() * most);
  // What the one staged lies beside what the other did.
  if (pair.every((method) => staging.includes(method)))
    return [10, 14, 18].flatMap((at) => ([0, 1] as const).map((victim) => ({ victim, how: 'cancel', at })));
  if (!writes(pair)) return [{ victim, how: random() < 0.5 ? 'cancel' : 'fail', at: at() }];
  return [
    { victim: 0, how: 'cancel', at: at() },
    { victim: 1, how: 'cancel', at: at() },
    { victim, how: 'fail', at: at() },
  ];
}

/** The tests of these pairs. To be called once in a file. */
export function testPairs(wanted: readonly Pair[]): void {
  beforeAll(makeProjects);
  afterAll(() => project.end());
  let unfinished = '';
  test.each(wanted)(
    '%s beside %s, of which one is cancelled or fails',
    async (...pair) => {
      // A task that never ends would else keep every later pair waiting, as long as a test may take.
      if (unfinished !== '') throw new Error(`${unfinished} did not end`);
      unfinished = pair.join(' beside ');
      try {
        // Texts stay when an import is taken back, so whoever brings the same ones again would have nothing to stage.
        const isFresh = pair.includes('packages.attach');
        let stage: Stage | null = null;
        for (const way of waysOf(pair)) {
          if (isFresh || !stage) stage = await openStage(pair);
          await runWay(stage, pair, way);
        }
      } finally {
        unfinished = '';
      }
    },
    120_000,
  );
}
