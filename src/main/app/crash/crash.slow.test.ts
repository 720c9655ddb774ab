import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../../../shared/api/client.ts';
import { seededRandom } from '../../../shared/stats/random.ts';
import { createTestApp } from '../testApp.ts';

/** How often each kind of work is killed. */
const times = 50;
const seed = 20_261_121;

let folder: string;
const path = (): string => join(folder, 'P.galley');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-crash-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Starts the worker, waits until it is ready, lets it work for a while, kills it. Answers with the lines it said. */
async function workAndDie(args: string[], milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testWorker.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let killing: NodeJS.Timeout | undefined;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
    if (said.includes('ready\n')) killing ??= setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  const signal = await new Promise((resolve) => child.on('close', (_code, name) => resolve(name)));
  expect(signal, 'the worker died by itself').toBe('SIGKILL');
  // A line that was cut off by the kill was not read by anyone.
  return said.slice(0, said.lastIndexOf('\n')).split('\n').slice(1);
}

/** Opens the project as the next start would, lets `look` look, closes it. */
async function afterwards<T>(look: (client: Client) => Promise<T>): Promise<T> {
  const { app, client, end } = createTestApp({ workers: 1 });
  try {
    await app.openProject(path());
    expect(await client.run('project.verify', {})).toEqual({ ok: true, problems: [] });
    return await look(client);
  } finally {
    await end();
  }
}

async function makeProject(): Promise<void> {
  const { app, client, end } = createTestApp({ workers: 1 });
  await client.call('project.create', { folder: app.grants.grant(folder), name: 'P' });
  await client.call('coders.identify', { name: 'Ada' });
  const text = join(folder, 'a.txt');
  writeFileSync(text, 'All work and no play makes a long text for many codings. '.repeat(200));
  await client.run('imports.start', { files: [app.grants.grant(text)] });
  await client.call('codes.create', { name: 'C' });
  await app.close();
  mkdirSync(join(folder, 'settings'));
  writeFileSync(
    join(folder, 'settings', 'settings.json'),
    JSON.stringify({
      settings: { theme: 'system', textSize: 17, measure: 70, layout: {} },
      coder: { id: '01a1fd9a-8611-757d-8ef1-410c87f92c0e', name: 'Ada' },
      recent: [],
    }),
  );
  await end();
}

describe('A project whose program is killed', () => {
  test(
    `during rapid coding has every acknowledged act, ${times} times (seed ${seed})`,
    { timeout: 300_000 },
    async () => {
      const random = seededRandom(seed);
      await makeProject();
      const acknowledged = new Set<string>();
      for (let time = 0; time < times; time++) {
        for (const line of await workAndDie(['code', path()], 5 + random() * 60)) acknowledged.add(line);
      }
      expect(acknowledged.size).toBeGreaterThan(times);
      await afterwards(async (client) => {
        const { total, rows } = await client.call('segments.list', { offset: 0, limit: 1000 });
        for (let offset = rows.length; offset < total; offset += 1000) {
          rows.push(...(await client.call('segments.list', { offset, limit: 1000 })).rows);
        }
        const present = new Set(rows.flatMap(({ id, memo }) => (memo === '' ? [id] : [id, `memo ${id}`])));
        expect([...acknowledged].filter((word) => !present.has(word))).toEqual([]);
        // Nothing that was cut off half-way is there: at most the one act of each life that nobody heard of.
        expect(present.size - acknowledged.size).toBeLessThanOrEqual(times);
        await client.call('coders.identify', { name: 'Ada' }); // who else has nothing to undo
        expect((await client.call('history.state', {})).undo?.label).toMatch(/Code|Memo/);
      });
      expect(readdirSync(folder).sort()).toEqual(['P.galley', 'a.txt', 'settings']);
    },
  );

  test(`during an import has all of it or nothing, ${times} times (seed ${seed})`, { timeout: 300_000 }, async () => {
    const random = seededRandom(seed + 1);
    await makeProject();
    const perImport = 120;
    let expected = 1;
    let cutOff = 0;
    for (let time = 0; time < times; time++) {
      const input = join(folder, `import-${time}`);
      mkdirSync(input);
      for (let file = 0; file < perImport; file++) {
        writeFileSync(join(input, `${file}.txt`), `Import ${time}, text ${file}. ${'Words and words. '.repeat(300)}`);
      }
      const said = await workAndDie(['import', path(), input], random() * 250);
      const now = await afterwards(async (client) => (await client.call('project.stats', {})).documents);
      if (said.includes(`imported ${perImport}`)) expect(now).toBe(expected + perImport);
      else expect([expected, expected + perImport]).toContain(now);
      if (now === expected) cutOff += 1;
      expected = now;
      rmSync(input, { recursive: true });
    }
    // The test means something only when it really cut imports off.
    expect(cutOff).toBeGreaterThan(0);
  });
});
