import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../../shared/stats/random.ts';
import { recordsHash, stagedRows } from '../../store/testContents.ts';
import { createTestApp } from '../testApp.ts';
import type { TestApp } from '../testApp.ts';
import { killedKinds } from './testKilledKinds.ts';
import type { KilledKind } from './testKilledKinds.ts';

/** What became of programs that were killed at one kind of work. Every list says what was wrong, and where. */
export type KillFigures = {
  kills: number;
  /** States that were acknowledged before the kills. */
  acknowledged: number;
  /** The one act that nobody heard of was there as a whole. */
  further: number;
  /** An acknowledged act was not there, or one was there by half. */
  lost: string[];
  /** Verifying found something that nobody but the kill can have done. */
  found: string[];
  /** Ended in something else than words for the user, or left what the next opening should have cleared away. */
  traces: string[];
};

export const noKills = (): KillFigures => ({ kills: 0, acknowledged: 0, further: 0, lost: [], found: [], traces: [] });

/** What a killed program had said. */
type Last = { states: string[]; milliseconds: number };

type Death = { folder: string; milliseconds: number; acts: number };

/** Starts the work, waits until it is ready and has done so many acts, lets it go on for a while, kills it. */
async function workAndDie(kind: string, { folder, milliseconds, acts }: Death): Promise<Last> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testKillWorker.ts'), kind, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let killing: NodeJS.Timeout | undefined;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
    const [, since] = said.split('ready\n');
    if (since !== undefined && since.split('\n').length > acts)
      killing ??= setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  const signal = await new Promise((resolve) => child.on('close', (_code, name) => resolve(name)));
  if (signal !== 'SIGKILL') throw new Error(`the program that does ${kind} died by itself`);
  // A line that was cut off by the kill was not read by anyone.
  const lines = said.slice(0, said.lastIndexOf('\n') + 1).split('\n');
  return { states: lines.filter((line) => line.startsWith('have ')).map((line) => line.slice(5)), milliseconds };
}

/** Kills a program at one kind of work over and over, and looks each time at what the next start finds. */
export async function killAt(
  name: string,
  { kills, seed, folder }: { kills: number; seed: number; folder: string },
): Promise<KillFigures> {
  const kind = killedKinds[name];
  if (!kind) throw new Error(`There is no work called ${name}.`);
  const random = seededRandom(seed);
  const figures = noKills();
  mkdirSync(folder, { recursive: true });
  const test = createTestApp({
    workers: 1,
    settingsFolder: join(folder, 'settings'),
    backupPause: { first: 2 ** 30, later: 2 ** 30 },
    log: (level, line) => {
      if (level === 'error') figures.traces.push(`${name}: ${line}`);
    },
  });
  try {
    await test.client.call('coders.identify', { name: 'Ada' });
    await kind.make(folder);
    for (; figures.kills < kills; figures.kills += 1) {
      await kind.begin(folder);
      const last = await workAndDie(name, { folder, milliseconds: random() * kind.span, acts: figures.kills % 2 });
      figures.acknowledged += last.states.length;
      const where = `${name} ${figures.kills} (seed ${seed}, ${last.milliseconds.toFixed(1)} ms)`;
      await lookAfter(test, kind, { folder, where, last }, figures);
    }
  } finally {
    await test.end();
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

type Kill = { folder: string; where: string; last: Last };

/** Opens the project as the next start would, looks, closes it. */
async function lookAfter(
  test: TestApp,
  kind: KilledKind,
  { folder, where, last }: Kill,
  figures: KillFigures,
): Promise<void> {
  const path = join(folder, 'P.galley');
  try {
    await test.app.openProject(path);
    const { project } = await test.client.call('project.status', {});
    if (project?.readOnly !== false) figures.found.push(`${where}: ${project?.readOnlyReason ?? 'not open'}`);
    const { problems } = await test.client.run('project.verify', {});
    if (problems.length > 0) figures.found.push(`${where}: ${JSON.stringify(problems.slice(0, 3))}`);
    const staged = stagedRows(path);
    if (staged > 0) figures.traces.push(`${where}: ${staged} texts and originals wait for a task that is gone`);
    const state = kind.state ? kind.state(folder, last.states) : await compare(test, path, last.states.at(-1));
    if (state === 'further') figures.further += 1;
    if (state === 'lost') figures.lost.push(where);
    await test.client.call('project.close', {});
    for (const left of kind.left(folder, last.states)) figures.traces.push(`${where}: ${left}`);
  } catch (error) {
    figures.traces.push(`${where}: ${String(error)}`);
    await test.client.call('project.close', {}).catch(() => undefined); // what went wrong is noted
  }
}

/** Whether the project is as it was acknowledged last, or one whole act further: then that act can be turned back to it. */
async function compare({ client }: TestApp, path: string, last = ''): Promise<'same' | 'further' | 'lost'> {
  if (recordsHash(path) === last) return 'same';
  const { entries } = await client.call('history.list', { offset: 0, limit: 1 });
  await client.call(entries[0]?.kind === 'undo' ? 'history.redo' : 'history.undo', {});
  return recordsHash(path) === last ? 'further' : 'lost';
}
