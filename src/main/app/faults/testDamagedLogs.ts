import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { seededRandom } from '../../../shared/stats/random.ts';
import { createStore } from '../../store/database.ts';
import { sealHistory } from '../../store/journal.ts';
import { actor, attempt } from '../../store/testActor.ts';
import { recordsHash } from '../../store/testContents.ts';
import { beginProject } from '../openProject.ts';
import { createTestApp } from '../testApp.ts';
import type { TestApp } from '../testApp.ts';

/** What became of logs that were damaged after their program was killed. Every list says what was done to the log. */
export type LogFigures = {
  logs: number;
  /** All was there in spite of the damage. */
  whole: number;
  /** Something was missing, and it was told, with the log kept aside. */
  told: number;
  /** Only the last commit was missing, which looks like a write that was cut off. */
  last: number;
  /** Something was missing, and nobody was told. */
  silent: string[];
  /** The project was as it never had been, or verifying found something. */
  wrong: string[];
  /** Ended in something else than words for the user. */
  traces: string[];
};

/** A log's head, and a frame of it: its head and a page. */
const head = 32;
const frame = 24 + 4096;
const acts = 40;

/** A project as a program leaves it that is killed, and how it was after each act. */
type Killed = { file: string; log: Buffer; states: string[] };

function makeKilled(folder: string, random: () => number): Killed {
  const path = join(folder, 'K.galley');
  const store = createStore(path);
  beginProject(store, 'K', 1);
  sealHistory(store.db);
  const act = actor(store.db, random);
  for (let number = 0; number < 60; number++) attempt(act);
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  const states = [recordsHash(path)];
  while (states.length <= acts) {
    attempt(act);
    const state = recordsHash(path);
    if (state !== states.at(-1)) states.push(state);
  }
  const file = join(folder, 'killed');
  copyFileSync(path, file);
  const log = readFileSync(`${path}-wal`);
  store.close();
  return { file, log, states };
}

/** All ways in which a log is damaged: bits that turn, a sector of zeros, a page of another file. */
function damaged(log: Uint8Array, random: () => number): { bytes: Buffer; what: string } {
  const bytes = Buffer.from(log);
  const at = Math.floor(random() * bytes.length);
  const dice = random();
  if (dice < 0.5) {
    const bit = 1 << Math.floor(random() * 8);
    bytes[at] = (bytes[at] ?? 0) ^ bit;
    return { bytes, what: `bit ${bit} of byte ${at}` };
  }
  if (dice < 0.75) {
    const from = at - (at % 512);
    bytes.fill(0, from, from + 512);
    return { bytes, what: `zeros from ${from}` };
  }
  const from = head + Math.floor(random() * Math.floor((bytes.length - head) / frame)) * frame;
  for (let place = from; place < from + frame; place++) bytes[place] = Math.floor(random() * 256);
  return { bytes, what: `frame at ${from}` };
}

/** Damages a log in one copy after the other, and opens each. */
export async function damageLogs(given: { logs: number; seed: number; folder: string }): Promise<LogFigures> {
  const { logs, seed, folder } = given;
  const random = seededRandom(seed);
  const figures: LogFigures = { logs, whole: 0, told: 0, last: 0, silent: [], wrong: [], traces: [] };
  mkdirSync(folder, { recursive: true });
  const killed = makeKilled(folder, random);
  const test = createTestApp({ workers: 1, log: () => undefined });
  try {
    for (let number = 0; number < logs; number++) {
      const place = join(folder, String(number));
      mkdirSync(place);
      copyFileSync(killed.file, join(place, 'P.galley'));
      const { bytes, what } = damaged(killed.log, random);
      writeFileSync(join(place, 'P.galley-wal'), bytes);
      await look(test, { place, bytes, states: killed.states, where: `${what} (seed ${seed})` }, figures);
      rmSync(place, { recursive: true });
    }
  } finally {
    await test.end();
  }
  return figures;
}

/** What verifying says of files and records as such. The made-up researcher makes codings and originals that fit no text. */
const ofTheFile: ReadonlySet<string> = new Set(['file', 'journal', 'record', 'reference']);

type Trial = { place: string; bytes: Buffer; states: readonly string[]; where: string };

async function look(test: TestApp, trial: Trial, figures: LogFigures): Promise<void> {
  const path = join(trial.place, 'P.galley');
  try {
    await test.app.openProject(path);
    const { project } = await test.client.call('project.status', {});
    const { problems } = await test.client.run('project.verify', {});
    const fault = problems.find(({ kind }) => ofTheFile.has(kind));
    if (fault) figures.wrong.push(`${trial.where}: ${JSON.stringify(fault)}`);
    await test.client.call('project.close', {});
    judge(trial, project?.readOnly === true && /log/u.test(project.readOnlyReason), figures);
  } catch (error) {
    await test.client.call('project.close', {}).catch(() => undefined); // what went wrong is told below
    const isPlain = error instanceof AppError && error.code !== 'internal';
    if (isPlain && existsSync(`${path}-wal`)) figures.told += 1;
    else figures.traces.push(`${trial.where}: ${String(error)}`);
  }
}

function judge({ place, bytes, states, where }: Trial, isTold: boolean, figures: LogFigures): void {
  const at = states.indexOf(recordsHash(join(place, 'P.galley')));
  const kept = readdirSync(place).filter((name) => name.endsWith('.wal'));
  if (at === -1) figures.wrong.push(`${where}: as it never was`);
  else if (isTold && kept.some((name) => readFileSync(join(place, name)).equals(bytes))) figures.told += 1;
  else if (at === states.length - 1) figures.whole += 1;
  else if (at === states.length - 2) figures.last += 1;
  else figures.silent.push(`${where}: ${states.length - 1 - at} acts are gone`);
}
