import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../shared/api/client.ts';
import type { Client, Transport } from '../../../shared/api/client.ts';
import type { AnyEvent, Task } from '../../../shared/api/events.ts';
import { AppError } from '../../../shared/errors.ts';
import type { App } from '../../app/createApp.ts';
import { checked, startProgram } from './carrier.ts';
import type { Carrier, TestProgram } from './carrier.ts';

/** What every carrier has to do, tried on the whole program. `makeCarrier` sets the carrier up over it. */
export function describeCarrier(name: string, makeCarrier: (app: App) => Promise<Carrier>): void {
  describe(`the ${name} carrier`, () => {
    let program: TestProgram;
    let carrier: Carrier;
    let transport: Transport;
    let client: Client;
    const context = (): Context => ({ program, carrier, transport, client });

    beforeEach(async () => {
      program = startProgram();
      carrier = await makeCarrier(program.app);
      transport = checked(await carrier.open());
      client = createClient(transport);
    });
    afterEach(async () => {
      await carrier.close();
      await program.remove();
    });

    describeCalls(context);
    describeErrors(context);
    describeValues(context);
    describeEvents(context);
    describeTasks(context);
  });
}

type Context = { program: TestProgram; carrier: Carrier; transport: Transport; client: Client };

function describeCalls(context: () => Context): void {
  it('carries a query', async () => {
    const status = await context().client.call('project.status', {});
    expect(status).toMatchObject({ project: null, coder: null, version: '0.0.0' });
  });

  it('carries a control', async () => {
    const { client } = context();
    const written = await client.call('settings.write', { textSize: 19, layout: { documents: 240 } });
    expect(written.textSize).toBe(19);
    expect(await client.call('settings.read', {})).toEqual(written);
  });

  it('carries a command, and what it did is there', async () => {
    const { client } = context();
    await createProject(client);
    const code = await client.call('codes.create', { name: 'Conflict' });
    expect((await client.call('codes.list', {})).codes).toEqual([code]);
    expect((await client.call('history.state', {})).undo?.label).toContain('Conflict');
  });

  it('carries many calls at once and gives each its own answer', async () => {
    const { client } = context();
    await createProject(client);
    const names = Array.from({ length: 40 }, (_, index) => `Code ${index}`);
    const codes = await Promise.all(names.map((name) => client.call('codes.create', { name })));
    expect(codes.map((code) => code.name)).toEqual(names);
  });
}

function describeErrors(context: () => Context): void {
  it('refuses bad input and names the field', async () => {
    const { client } = context();
    await createProject(client);
    const error = await failureOf(client.call('codes.create', { name: 'Conflict', hue: 99 }));
    expect(error.code).toBe('bad-input');
    expect(error.message).toContain('hue');
    expect(error.details).toMatchObject({ field: 'hue' });
  });

  it('refuses input that is missing, and keys that the contract does not know', async () => {
    const { transport } = context();
    expect((await failureOf(transport.call('project.create', undefined))).code).toBe('bad-input');
    expect((await failureOf(transport.call('project.status', { extra: 1 }))).code).toBe('bad-input');
  });

  it('refuses a method that is not there, also one that every object has', async () => {
    const { transport } = context();
    for (const method of ['project.burn', 'constructor', '__proto__', '']) {
      expect((await failureOf(transport.call(method, {}))).code).toBe('unknown-method');
    }
  });

  it('keeps an error’s code, message and details as the program gave them', async () => {
    const { client, transport, program } = context();
    await createProject(client);
    for (const [method, input] of [
      ['codes.create', { name: '' }],
      ['documents.open', { document: '01890000-0000-7000-8000-000000000000' }],
      ['history.redo', {}],
      ['tasks.cancel', { task: 'task-404' }],
    ] as const) {
      const reply = await program.app.handle(method, input);
      expect(reply.ok).toBe(false);
      const { code, message, details } = await failureOf(transport.call(method, input));
      expect(reply).toEqual({ ok: false, error: { code, message, details } });
    }
  });
}

function describeValues(context: () => Context): void {
  it('refuses what is not plain JSON rather than change it on the way', async () => {
    const { client, transport } = context();
    await createProject(client);
    const odd = { nan: NaN, infinity: Infinity, date: new Date(0), map: new Map([['a', 1]]), set: new Set(), big: 1n };
    const odder = { function: () => 1, symbol: Symbol('a'), pattern: /a/, bytes: new Uint8Array(2) };
    for (const [kind, value] of Object.entries({ ...odd, ...odder })) {
      const error = await failureOf(transport.call('codes.create', { name: value }));
      expect([kind, error.code]).toEqual([kind, 'bad-input']);
    }
    expect((await client.call('codes.list', {})).codes).toEqual([]);
  });

  it('carries any text unchanged', async () => {
    const { client, program } = context();
    await createProject(client);
    const text = `Zeitung \u{1F5DE}\u{FE0F} e\u0301 العربية 日本語 "quotes" \\ \u2028\u2029 \u0000? <script>\n`.replace(
      '\u0000',
      '',
    );
    const long = text.repeat(20_000);
    const file = join(program.folder, 'long.txt');
    writeFileSync(file, long);
    const report = await client.run('imports.start', { files: [program.app.grants.grant(file)] });
    const [document] = report.documents;
    const opened = await client.call('documents.open', { document: document?.id ?? '' });
    expect(opened.text === long).toBe(true);
  });
}

function describeEvents(context: () => Context): void {
  it('brings changes in order, each before the answer of the command that made it', async () => {
    const { client, transport } = context();
    await createProject(client);
    const seen: string[] = [];
    transport.listen((event) => {
      if (event.event === 'changed') seen.push(...(event.data.tables.code?.changed ?? []).map((code) => code.name));
    });
    const names = Array.from({ length: 20 }, (_, index) => `Code ${index}`);
    await Promise.all(
      names.map(async (name) => {
        await client.call('codes.create', { name });
        expect(seen).toContain(name);
      }),
    );
    expect(seen).toEqual(names);
  });

  it('numbers changes without a gap, undo and redo among them', async () => {
    const { client } = context();
    await createProject(client);
    const numbers: number[] = [];
    client.on('changed', (event) => numbers.push(event.seq));
    await client.call('codes.create', { name: 'Conflict' });
    await client.call('codes.create', { name: 'Cooperation' });
    await client.call('history.undo', {});
    await client.call('history.redo', {});
    const [first = 0] = numbers;
    expect(numbers).toEqual([first, first + 1, first + 2, first + 3]);
  });

  it('brings every event to every client, whoever made it', async () => {
    const { client, carrier, program } = context();
    const other = createClient(checked(await carrier.open()));
    const seen: string[] = [];
    client.on('action', ({ action }) => seen.push(`first ${action}`));
    const arrived = new Promise<void>((resolve) => {
      other.on('action', ({ action }) => {
        seen.push(`second ${action}`);
        resolve();
      });
    });
    program.app.requestAction('edit.find');
    await arrived;
    await createProject(other);
    await until(() => seen.length === 2);
    expect(seen.sort()).toEqual(['first edit.find', 'second edit.find']);
    const change = new Promise((resolve) => client.on('changed', resolve));
    await other.call('codes.create', { name: 'Conflict' });
    expect(await change).toMatchObject({ tables: { code: { changed: [{ name: 'Conflict' }] } } });
  });

  it('stops bringing events to a listener that has left', async () => {
    const { client, transport } = context();
    await createProject(client);
    const events: AnyEvent[] = [];
    const leave = transport.listen((event) => events.push(event));
    leave();
    await client.call('codes.create', { name: 'Conflict' });
    await client.call('codes.list', {});
    expect(events).toEqual([]);
  });
}

function describeTasks(context: () => Context): void {
  it('runs a task, tells how it goes, and brings its result', async () => {
    const { client, program } = context();
    await createProject(client);
    const told: Task[] = [];
    const file = program.app.grants.grant(writeArticles(program.folder, 30));
    const report = await client.run('imports.start', { files: [file] }, (task) => told.push(task));
    expect(report.documents).toHaveLength(30);
    expect(report.refused).toEqual([]);
    expect(told.at(-1)).toMatchObject({ method: 'imports.start', state: 'done' });
    expect(told.slice(0, -1).every((task) => task.state === 'running')).toBe(true);
    expect((await client.call('documents.list', { offset: 0, limit: 1 })).all).toBe(30);
  });

  it('cancels a task, and nothing of it remains', async () => {
    const { client, program } = context();
    await createProject(client);
    const file = program.app.grants.grant(writeArticles(program.folder, 400));
    const running = client.run('imports.start', { files: [file] });
    const outcome = failureOf(running);
    const started = await until(async () =>
      (await client.call('tasks.list', {})).find((task) => task.state === 'running'),
    );
    await client.call('tasks.cancel', { task: started.id });
    expect((await outcome).code).toBe('cancelled');
    expect((await client.call('documents.list', { offset: 0, limit: 1 })).all).toBe(0);
  });

  it('brings the error of a task that fails', async () => {
    const { client, program } = context();
    await createProject(client);
    const broken = join(program.folder, 'broken.json');
    writeFileSync(broken, '{ not json');
    const error = await failureOf(client.run('codebook.import', { file: program.app.grants.grant(broken) }));
    expect(error.code).not.toBe('internal');
    expect(error.message).not.toBe('');
    expect((await failureOf(client.run('codebook.import', { file: 'file-nobodygaveme' }))).code).toBe('not-found');
  });
}

async function createProject(client: Client): Promise<void> {
  await client.call('project.create', { folder: null, name: 'Conformance' });
}

function writeArticles(folder: string, count: number): string {
  const articles = join(folder, 'articles');
  mkdirSync(articles);
  for (let number = 1; number <= count; number += 1) {
    writeFileSync(
      join(articles, `article-${number}.txt`),
      `Article ${number}\n\n${'Nothing new was said. '.repeat(50)}\n`,
    );
  }
  return articles;
}

async function failureOf(call: Promise<unknown>): Promise<AppError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('The call was expected to fail.');
}

/** Waits until the question has an answer that is neither undefined nor false. */
async function until<T>(question: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await question();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
