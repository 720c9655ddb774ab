/**
 * Two projects that differ in nothing but what others did in documents that a coder codes blind: every method of the contract
 * answers her alike in both, refuses her alike, announces alike, writes the same files, and leaves her the same project.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../shared/api/contract.ts';
import type { MethodName, MethodOf } from '../../shared/api/contract.ts';
import type { AnyEvent } from '../../shared/api/events.ts';
import { personalKey } from '../../shared/api/settings.ts';
import { AppError } from '../../shared/errors.ts';
import { createTestApp } from '../app/testApp.ts';
import type { TestApp } from '../app/testApp.ts';
import { readZip } from '../jobs/package/zipFiles.ts';
import { inputs } from './testCalls.ts';
import type { Side } from './testBlindInputs.ts';
import { createBlindPair } from './testBlindPair.ts';
import type { BlindPair } from './testBlindPair.ts';

type Program = { test: TestApp; side: Side; events: AnyEvent[]; source: string; folder: string; isFresh: boolean };

let pair: BlindPair;
let programs: Program[];
let files = 0;

function start(name: 'without' | 'with'): Program {
  const test = createTestApp({ now: () => 1_900_000_000_000 });
  const events: AnyEvent[] = [];
  test.app.listen((event) => events.push(event));
  const folder = join(test.folder, 'files');
  mkdirSync(folder);
  const grant = (path: string): string => test.app.grants.grant(path);
  const side: Side = {
    ground: pair.ground,
    hidden: pair.hidden,
    file(file, content) {
      writeFileSync(join(folder, file), content);
      return grant(join(folder, file));
    },
    folder() {
      const path = join(folder, `folder-${files++}`);
      mkdirSync(path);
      return grant(path);
    },
  };
  return { test, side, events, source: pair[name], folder, isFresh: false };
}

/** Opens the project as it was made, unless nothing has happened to it since. */
async function refresh(program: Program): Promise<void> {
  if (program.isFresh) return;
  const { test, source } = program;
  const { call } = test.client;
  await call('project.close', {});
  const path = join(test.folder, 'P.galley');
  copyFileSync(source, path);
  await call('project.open', { file: test.app.grants.grant(path) });
  await call('coders.identify', { name: 'Ada' });
  program.isFresh = true;
}

async function answerOf(program: Program, method: MethodName, input: object): Promise<unknown> {
  const { client } = program.test;
  try {
    const answer = await (contract[method].kind === 'task'
      ? client.run(method as MethodOf<'task'>, input)
      : client.call(method, input)); // the inputs of `inputs` are those of the method
    return { answer };
  } catch (error) {
    if (error instanceof AppError)
      return { error: { code: error.code, message: error.message, details: error.details } };
    throw error;
  }
}

const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/gu;

/** A file's bytes without the moment at which it was written, which SPSS, Word and some corpora want in it. */
async function contentOf(path: string): Promise<Uint8Array | string> {
  const bytes = readFileSync(path);
  // The list of what an export wrote has the moment of each file, and how long it is packed.
  if (path.endsWith('.galley-export.json'))
    return bytes.toString('utf8').replaceAll(/"(?:changed|size)": ?"\d+"/gu, '');
  // A new project has an id of its own, and the moment at which it was made.
  if (path.endsWith('Another.galley')) return String(bytes.length);
  if (path.endsWith('.sav')) return bytes.fill(0, 92, 109);
  if (/\.jsonl?d?$/u.test(path)) return bytes.toString('utf8').replaceAll(moment, 'NOW');
  if (!path.endsWith('.docx')) return bytes;
  const parts = await readZip(path, ['word/document.xml', 'word/comments.xml', 'docProps/core.xml'], 1e7);
  return Array.from(parts, ([name, part]) => `${name} ${Buffer.from(part).toString('utf8')}`)
    .join('\n')
    .replaceAll(moment, 'NOW');
}

/** All files below a folder with a hash of what they hold, but not what stands beside a project while it is open. */
async function filesBelow(folder: string): Promise<string[]> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/-(?:wal|shm|lock)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return await Promise.all(
    paths.map(async (path) => {
      const hash = createHash('sha256').update(await contentOf(path));
      return `${relative(folder, path)} ${hash.digest('hex')}`;
    }),
  );
}

/** What is new or random in an answer, put in words that are the same on both sides: paths, references, new ids. */
function plain(value: unknown, { test }: Program): unknown {
  const known = readFileSync(pair.without, 'latin1');
  const fresh = new Map<string, string>();
  const text = JSON.stringify(value)
    .replaceAll(test.folder, 'FOLDER')
    .replaceAll(basename(test.folder), 'FOLDER')
    .replaceAll(/(\/backups\/[\w-]+\/)[0-9a-f]{12}/gu, '$1PLACE')
    .replaceAll(/file-[\w-]{8,64}/gu, 'FILE')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, (id) => {
      if (known.includes(Buffer.from(id.replaceAll('-', ''), 'hex').toString('latin1'))) return id;
      if (!fresh.has(id)) fresh.set(id, `new-${fresh.size}`);
      return fresh.get(id) ?? id;
    });
  // How far a task had come when it was last told is a matter of time.
  return JSON.parse(text, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null) return part;
    if ('done' in part && 'state' in part) return { ...part, done: 0, total: 0, left: null };
    // A backup is as large as what is in it: one of the exceptions that ARCHITECTURE.md lists.
    return 'sound' in part && 'size' in part ? { ...part, size: 0 } : part;
  });
}

/** What the coder sees of the project as a whole. */
async function view({ test, side }: Program): Promise<unknown[]> {
  const { call } = test.client;
  if (!(await call('project.status', {})).project) return [];
  const page = { offset: 0, limit: 1000 };
  const { rows } = await call('documents.list', page);
  return [
    rows,
    ...(await Promise.all(rows.map(({ id }) => call('documents.open', { document: id })))),
    await call('segments.list', page),
    await call('codes.list', {}),
    await call('coders.list', {}),
    await call('history.state', {}),
    await call('history.list', page),
    await call('project.stats', {}),
    await call('links.relations', {}),
    await call('disagreements.list', {}),
    await call('agreed.read', {}),
    await call('variables.list', {}),
    await call('progress.next', { document: side.ground.blind }),
  ];
}

async function observe(program: Program, method: MethodName, input: object): Promise<unknown> {
  program.events.length = 0;
  const answer = await answerOf(program, method, input);
  const events = program.events.filter(
    ({ event, data }) => event !== 'task' || (data as { state: string }).state !== 'running',
  );
  const isChanged =
    events.some(({ event }) => event === 'changed' || event === 'status') || contract[method].kind === 'control';
  const seen = isChanged ? await view(program) : [];
  const written = await filesBelow(program.folder);
  if (isChanged) program.isFresh = false;
  return plain({ answer, events, seen, written }, program);
}

beforeAll(async () => {
  pair = await createBlindPair();
  programs = [start('without'), start('with')];
  // A colleague has read at this machine.
  const { call } = programs[1]?.test.client ?? {};
  await call?.('coders.identify', { name: 'Ben' });
  const ben = (await call?.('project.status', {}))?.coder?.id ?? null;
  await call?.('settings.write', { layout: { [personalKey(ben, 'readingPositions')]: `${pair.ground.blind}:21` } });
}, 60_000);

afterAll(async () => {
  for (const { test } of programs) await test.end();
  pair.end();
});

describe('A blind coder is answered as if others had done nothing', () => {
  test('in every method there is', () => {
    expect(Object.keys(inputs).sort()).toEqual(Object.keys(contract).sort());
  });

  for (const method of Object.keys(contract) as MethodName[]) {
    test(`by ${method}`, { timeout: 60_000 }, async () => {
      const [first] = programs;
      if (!first) throw new Error('the programs were not started');
      const count = inputs[method](first.side).length;
      expect(count).toBeGreaterThan(0);
      for (let index = 0; index < count; index++) {
        const seen: unknown[] = [];
        for (const program of programs) {
          // Undo is tried step after step.
          if (index === 0 || !method.startsWith('history.')) await refresh(program);
          rmSync(program.folder, { recursive: true });
          mkdirSync(program.folder);
          files = 0;
          const input = inputs[method](program.side)[index] ?? {};
          seen.push(await observe(program, method, input));
        }
        expect(seen[1], `input ${index}`).toEqual(seen[0]);
      }
    });
  }
});
