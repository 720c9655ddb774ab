import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../../shared/api/client.ts';
import type { Id } from '../../../shared/model/records.ts';
import { restoreInPlace } from '../../store/backup/restore.ts';
import type { App } from '../createApp.ts';

/** What a kind of work that is killed works with. */
export type KilledWork = {
  app: App;
  client: Client;
  folder: string;
  path: string;
  /** Says that from now on the program may be killed. */
  ready(): void;
  /** Says that an act was acknowledged, and how the project is then, if not as its records are. */
  have(state?: string): void;
};

type Place = { document: Id; code: Id };

async function openLong({ app, client, path, have }: KilledWork): Promise<Id> {
  await app.openProject(path);
  have();
  const { rows } = await client.call('documents.list', { offset: 0, limit: 99 });
  return rows.find(({ name }) => name === 'long')?.id ?? '';
}

async function ownCode({ client, have }: KilledWork): Promise<Id> {
  const { codes } = await client.call('codes.list', {});
  const { id } = await client.call('codes.create', { name: `Code ${codes.length}`, parent: null });
  have();
  return id;
}

const codeOne = ({ client }: KilledWork, { document, code }: Place, start: number): Promise<{ id: Id }> =>
  client.call('annotations.create', { document, code, start, end: start + 5 });

async function codes(work: KilledWork): Promise<void> {
  const document = await openLong(work);
  const code = await ownCode(work);
  work.ready();
  for (let start = 0; ; start++) {
    await codeOne(work, { document, code }, start);
    work.have();
  }
}

async function memos(work: KilledWork): Promise<void> {
  const document = await openLong(work);
  const { id } = await codeOne(work, { document, code: await ownCode(work) }, 0);
  work.have();
  work.ready();
  for (let number = 0; ; number++) {
    await work.client.call('annotations.setMemo', {
      annotation: id,
      memo: `Memo ${number}. `.repeat(1 + (number % 50)),
    });
    work.have();
  }
}

async function answers(work: KilledWork): Promise<void> {
  const document = await openLong(work);
  const all = await work.client.call('variables.list', {});
  const variable = all.find(({ name }) => name === 'count')?.id ?? '';
  work.ready();
  for (let value = 0; ; value++) {
    if (value % 9 === 8) await work.client.call('answers.clear', { document, variable });
    else
      await work.client.call('answers.set', {
        document,
        variable,
        value,
        evidence: [{ start: value, end: value + 9 }],
      });
    work.have();
  }
}

/** Codes, takes back, brings back, and lets an act overtake what was taken back. */
async function turns(work: KilledWork): Promise<void> {
  const document = await openLong(work);
  const code = await ownCode(work);
  work.ready();
  for (let start = 0; ; start++) {
    await codeOne(work, { document, code }, start);
    work.have();
    if (start % 3 !== 2) continue;
    for (const method of ['history.undo', 'history.undo', 'history.redo', 'history.undo'] as const) {
      await work.client.call(method, {});
      work.have();
    }
  }
}

async function imports(work: KilledWork): Promise<void> {
  await openLong(work);
  work.ready();
  for (let time = 0; ; time++) {
    const input = join(work.folder, 'input', `${process.pid} ${time}`);
    mkdirSync(input, { recursive: true });
    for (let file = 0; file < 40; file++) {
      writeFileSync(join(input, `${file}.txt`), `${process.pid} ${time} ${file}. ${'Words and words. '.repeat(300)}`);
    }
    await work.client.run('imports.start', { files: [work.app.grants.grant(input)] });
    work.have();
    if (time % 2 === 0) continue;
    await work.client.call('history.undo', {});
    work.have();
  }
}

/** Joins the package with its files in an empty project, and takes that back, over and over. */
async function reattaches(work: KilledWork): Promise<void> {
  const { app, client, folder } = work;
  await openLong(work);
  work.ready();
  for (;;) {
    await client.run('packages.attach', {
      package: app.grants.grant(join(folder, 'package.zip')),
      files: [app.grants.grant(join(folder, 'input'))],
    });
    work.have();
    await client.call('history.undo', {});
    work.have();
  }
}

/** Changes a project whose backups are made all the time, in a worker and when it is closed. */
async function backups(work: KilledWork): Promise<void> {
  await openLong(work);
  work.ready();
  for (let time = 0; ; time++) {
    await work.client.call('project.rename', { name: `Name ${process.pid} ${time}` });
    work.have();
    if (time % 20 !== 19) continue;
    await work.client.call('project.close', {});
    await work.app.openProject(work.path);
  }
}

/** Restores two backups in turn; the first time in place of a project that was killed at work. */
function restores({ path, folder, have, ready }: KilledWork): Promise<void> {
  ready();
  for (let time = 0; ; time++) {
    const which = time % 2 === 0 ? 'one' : 'two';
    restoreInPlace(path, join(folder, `${which}.galley`), Date.now());
    have(which);
  }
}

/** Opens files of an earlier version, each of which is brought up to date. */
async function migrations(work: KilledWork): Promise<void> {
  work.ready();
  await work.app.openProject(work.path);
  work.have();
  for (let time = 0; ; time++) {
    const next = join(work.folder, `next ${time % 2}`);
    rmSync(next, { recursive: true, force: true });
    mkdirSync(next);
    copyFileSync(join(work.folder, 'old'), join(next, 'N.galley'));
    await work.app.openProject(join(next, 'N.galley'));
  }
}

async function exportsOver(work: KilledWork): Promise<void> {
  await openLong(work);
  work.ready();
  for (;;) {
    const folder = work.app.grants.grant(join(work.folder, 'exports'));
    await work.client.run('exports.run', { folder, formats: ['csv', 'jsonl', 'brat'], replace: true });
    work.have();
  }
}

/** Every kind of work that is killed, by its name. */
export const killedWork: Readonly<Record<string, (work: KilledWork) => Promise<void>>> = {
  coding: codes,
  memo: memos,
  answers,
  undo: turns,
  import: imports,
  're-attach': reattaches,
  backup: backups,
  restore: restores,
  migration: migrations,
  export: exportsOver,
};
