import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { seededRandom } from '../../../shared/stats/random.ts';
import { restoreInPlace } from '../../store/backup/restore.ts';
import { createStore, openStore } from '../../store/database.ts';
import type { Store } from '../../store/database.ts';
import { sealHistory } from '../../store/journal.ts';
import { actor, attempt } from '../../store/testActor.ts';
import { recordsHash } from '../../store/testContents.ts';
import { beginProject } from '../openProject.ts';

/** What became of projects in whose place a backup was put. Every list says where it stopped, and what had been there. */
export type RestoreFigures = {
  restores: number;
  /** Stopped on the way, and brought to its end, or cleared away, by the next opening. */
  cutOff: number;
  /** The project was neither the backup nor what it was before, or the state before was not kept. */
  lost: string[];
  /** Ended in something else than words for the user, or left files behind. */
  traces: string[];
};

/** What stands in the project's place, and whether its own log is beside it. */
const places: Readonly<Record<string, (path: string) => void>> = {
  'a project and its log': () => undefined,
  'a project without its log': (path) => rmSync(`${path}-wal`),
  'another state beside the log': (path) => copyFileSync(join(path, '..', '..', 'backup.galley'), path),
  nothing: (path) => rmSync(path),
  'an empty file': (path) => writeFileSync(path, ''),
  'part of a project': (path) => writeFileSync(path, readFileSync(path).subarray(0, 5000)),
  'something else': (path) => writeFileSync(path, 'Not a database at all. '.repeat(1000)),
};

const steps = ['copied', 'noted', 'file aside', 'log aside', 'in place', 'done', 'never'] as const;

/** A backup, and a project that went on from it and was killed: part of it in its file, part of it in its log. */
function makeStates(folder: string, random: () => number): { backup: string } {
  const path = join(folder, 'K.galley');
  const work = (store: Store): void => {
    const act = actor(store.db, random);
    for (let number = 0; number < 25; number++) attempt(act);
  };
  const first = createStore(path);
  beginProject(first, 'K', 1);
  sealHistory(first.db);
  work(first);
  first.close();
  const backup = join(folder, 'backup.galley');
  copyFileSync(path, backup);
  const second = openStore(path);
  work(second);
  second.db.pragma('wal_checkpoint(TRUNCATE)');
  work(second);
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, join(folder, `dead${end}`));
  second.close();
  return { backup };
}

/** Restores in place of whatever is there, stops after a step, and opens the project as the next start would. */
export function restoreBackups(given: { restores: number; seed: number; folder: string }): RestoreFigures {
  const { restores, seed, folder } = given;
  const random = seededRandom(seed);
  const figures: RestoreFigures = { restores, cutOff: 0, lost: [], traces: [] };
  mkdirSync(folder, { recursive: true });
  const { backup } = makeStates(folder, random);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (let number = 0; number < restores; number++) {
    const place = join(folder, String(number));
    mkdirSync(place);
    const path = join(place, 'P.galley');
    for (const end of ['', '-wal']) copyFileSync(join(folder, `dead${end}`), `${path}${end}`);
    const what = pick(Object.keys(places)) ?? '';
    places[what]?.(path);
    const stop = pick(steps) ?? 'never';
    tryOne({ path, backup, stop, where: `${what}, stopped at “${stop}” (seed ${seed}, ${number})` }, figures);
    rmSync(place, { recursive: true });
  }
  return figures;
}

type Trial = { path: string; backup: string; stop: (typeof steps)[number]; where: string };

function tryOne({ path, backup, stop, where }: Trial, figures: RestoreFigures): void {
  const before = existsSync(path) ? readFileSync(path) : null;
  const cutOff = new Error('cut off');
  try {
    restoreInPlace(path, backup, Date.UTC(2026, 10, 29), {
      step(done) {
        if (done === stop) throw cutOff;
      },
    });
  } catch (error) {
    if (error !== cutOff) figures.traces.push(`${where}: ${String(error)}`);
    figures.cutOff += 1;
  }
  let isOpened = true;
  try {
    openStore(path).close();
  } catch (error) {
    // What could not be opened before cannot be opened either where nothing had changed.
    isOpened = false;
    if (!(error instanceof AppError)) figures.traces.push(`${where}: ${String(error)}`);
  }
  const isRestored = recordsHash(path) === recordsHash(backup);
  if (stop !== 'copied' && (!isOpened || !isRestored)) figures.lost.push(`${where}: the backup is not there`);
  if (before && !isKept(path, before, stop === 'copied')) figures.lost.push(`${where}: the state before is not kept`);
  const left = readdirSync(join(path, '..')).filter((name) => /restored|-restore|-lock$/u.test(name));
  if (left.length > 0) figures.traces.push(`${where}: ${left.join(', ')} left`);
}

/** The file that was there stands in its folder, byte for byte, or is still the project. */
function isKept(path: string, before: Buffer, isUntouched: boolean): boolean {
  if (isUntouched) return existsSync(path);
  const folder = join(path, '..');
  return readdirSync(folder).some(
    (name) => /^P \(before/u.test(name) && readFileSync(join(folder, name)).equals(before),
  );
}
