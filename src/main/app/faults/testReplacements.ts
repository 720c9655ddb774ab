import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { seededRandom } from '../../../shared/stats/random.ts';
import { createTestApp } from '../testApp.ts';
import type { TestApp } from '../testApp.ts';

/** What a way of taking a file away makes of it, as a project's incident says it. */
type Fault = 'gone' | 'replaced' | 'log';

/** Puts another content under a name, as synchronising folders do: whole, and as another file. */
export function replaceBy(path: string, content: string): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

/** All ways in which other programs take a project's file away from under an open one; `old` is an earlier state of it. */
export const waysOfReplacing: readonly [string, Fault, (path: string, old: string) => void][] = [
  ['replaced by an older version of itself', 'replaced', (path, old) => renameSync(old, path)],
  ['replaced by another file', 'replaced', (path) => replaceBy(path, 'something else')],
  ['removed', 'gone', (path) => rmSync(path)],
  ['renamed', 'gone', (path) => renameSync(path, join(dirname(path), 'Renamed.galley'))],
  ['removed with its log', 'gone', (path) => ['', '-wal', '-shm'].forEach((end) => rmSync(path + end))],
  ['left without its log', 'log', (path) => rmSync(`${path}-wal`)],
  ['left with a log that is cut', 'log', (path) => truncateSync(`${path}-wal`, 0)],
  ['left without its index of the log', 'log', (path) => rmSync(`${path}-shm`)],
];

/** What became of projects whose file was taken away while they were open. */
export type ReplacementFigures = {
  replacements: number;
  acknowledged: number;
  /** Acknowledged acts that no copy has. */
  lost: string[];
  /** It was not told. */
  silent: string[];
  traces: string[];
};

const namesOf = async ({ client }: TestApp): Promise<string[]> =>
  (await client.call('codes.list', {})).codes.map(({ name }) => name);

/** Acts, takes the file away, acts on, closes, and looks for every act that was acknowledged. */
export async function replaceFiles(given: {
  replacements: number;
  seed: number;
  folder: string;
}): Promise<ReplacementFigures> {
  const { replacements, seed, folder } = given;
  const random = seededRandom(seed);
  const figures: ReplacementFigures = { replacements, acknowledged: 0, lost: [], silent: [], traces: [] };
  mkdirSync(folder, { recursive: true });
  const test = createTestApp({ workers: 1, log: () => undefined });
  try {
    await test.client.call('project.create', { folder: test.app.grants.grant(folder), name: 'P' });
    await test.client.call('coders.identify', { name: 'Ada' });
    await test.client.call('project.close', {});
    copyFileSync(join(folder, 'P.galley'), join(folder, 'begin'));
    for (let number = 0; number < replacements; number++) {
      const place = join(folder, String(number));
      mkdirSync(place);
      const way = waysOfReplacing[Math.floor(random() * waysOfReplacing.length)];
      if (way)
        await tryOne(
          test,
          { place, begin: join(folder, 'begin'), way, random, where: `${way[0]} (seed ${seed}, ${number})` },
          figures,
        );
      rmSync(place, { recursive: true });
    }
  } finally {
    await test.end();
  }
  return figures;
}

type Trial = {
  place: string;
  begin: string;
  way: (typeof waysOfReplacing)[number];
  random: () => number;
  where: string;
};

async function tryOne(test: TestApp, trial: Trial, figures: ReplacementFigures): Promise<void> {
  const { place, begin, way, random, where } = trial;
  const path = join(place, 'News.galley');
  const names: string[] = [];
  const act = async (): Promise<void> => {
    const name = `Code ${names.length}`;
    await test.client.call('codes.create', { name });
    names.push(name);
  };
  copyFileSync(begin, path);
  copyFileSync(begin, join(place, 'older'));
  try {
    await test.app.openProject(path);
    for (let times = 1 + Math.floor(random() * 6); times > 0; times--) await act();
    way[2](path, join(place, 'older'));
    for (let times = Math.floor(random() * 6); times > 0; times--) await act();
    await test.client.call('project.status', {});
    await test.client.call('project.close', {});
    const rescued = readdirSync(place).filter((name) => /^News \(rescued .*\.galley$/u.test(name));
    if (rescued.length !== 1) figures.silent.push(`${where}: ${rescued.length} rescued copies`);
    await test.app.openProject(join(place, rescued[0] ?? 'News.galley'));
    const found = await namesOf(test);
    figures.acknowledged += names.length;
    for (const name of names) if (!found.includes(name)) figures.lost.push(`${where}: ${name}`);
    const { problems } = await test.client.run('project.verify', {});
    if (problems.length > 0) figures.lost.push(`${where}: ${JSON.stringify(problems[0])}`);
  } catch (error) {
    figures.traces.push(`${where}: ${String(error)}`);
  }
  await test.client
    .call('project.close', {})
    .catch((error: unknown) => figures.traces.push(`${where}: ${String(error)}`));
}
