import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../../shared/stats/random.ts';
import { createStore, openStore } from '../../store/database.ts';
import type { Store } from '../../store/database.ts';
import { newId } from '../../store/ids.ts';
import { record } from '../../store/journal.ts';
import { insertCoder, listCoders } from '../../store/rows/coder.ts';
import { beginProject } from '../openProject.ts';

/** What became of projects that were opened under several names at once. */
export type LinkFigures = {
  links: number;
  /** Openings, and those of them that could write. */
  openings: number;
  writers: number;
  acknowledged: number;
  /** Two could write at once. */
  doubled: string[];
  /** Acknowledged acts that were not there under each name afterwards. */
  lost: string[];
  traces: string[];
};

/** All ways to another name of a file: each makes one in the folder and answers with it. */
const ways: readonly ((path: string, folder: string) => string)[] = [
  (path) => path,
  (path, folder) => {
    symlinkSync(path, join(folder, 'link.galley'));
    return join(folder, 'link.galley');
  },
  (path, folder) => {
    symlinkSync(path, join(folder, 'first'));
    symlinkSync(join(folder, 'first'), join(folder, 'second.galley'));
    return join(folder, 'second.galley');
  },
  (_path, folder) => {
    symlinkSync(folder, join(folder, 'elsewhere'));
    return join(folder, 'elsewhere', 'P.galley');
  },
  (path, folder) => {
    linkSync(path, join(folder, 'hard.galley'));
    return join(folder, 'hard.galley');
  },
  (path, folder) => {
    mkdirSync(join(folder, 'shared'));
    linkSync(path, join(folder, 'shared', 'far.galley'));
    return join(folder, 'shared', 'far.galley');
  },
];

/** Opens a project under its names, in any order, acts where that is possible, and closes in any order. */
export function openLinks(given: { links: number; seed: number; folder: string }): LinkFigures {
  const { links, seed, folder } = given;
  const random = seededRandom(seed);
  const figures: LinkFigures = { links, openings: 0, writers: 0, acknowledged: 0, doubled: [], lost: [], traces: [] };
  mkdirSync(folder, { recursive: true });
  const begin = createStore(join(folder, 'begin.galley'));
  beginProject(begin, 'P', 1);
  begin.close();
  for (let number = 0; number < links; number++) {
    const place = join(folder, String(number));
    mkdirSync(place);
    copyFileSync(join(folder, 'begin.galley'), join(place, 'P.galley'));
    const names = ways
      .filter((_way, at) => at === 0 || random() < 0.5)
      .map((way) => way(join(place, 'P.galley'), place));
    try {
      openUnderAll({ names, random, where: `${names.length} names (seed ${seed}, ${number})` }, figures);
      const left = readdirSync(place).filter((name) => /-(?:wal|shm|lock|journal)$/u.test(name));
      if (left.length > 0) figures.traces.push(`seed ${seed}, ${number}: ${left.join(', ')} left`);
    } catch (error) {
      figures.traces.push(`seed ${seed}, ${number}: ${String(error)}`);
    }
    rmSync(place, { recursive: true });
  }
  return figures;
}

type Trial = { names: readonly string[]; random: () => number; where: string };

function openUnderAll({ names, random, where }: Trial, figures: LinkFigures): void {
  const acts: string[] = [];
  const open: Store[] = [];
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (let step = 0; step < 12; step++) {
    if (open.length === 0 || random() < 0.6) {
      open.push(openStore(pick(names) ?? ''));
      figures.openings += 1;
      if (!open.at(-1)?.readOnly) figures.writers += 1;
    } else {
      const [closed] = open.splice(Math.floor(random() * open.length), 1);
      closed?.close();
    }
    const writers = open.filter(({ readOnly }) => !readOnly);
    if (writers.length > 1) figures.doubled.push(where);
    for (const writer of writers) acts.push(add(writer));
  }
  for (const store of open.toReversed()) store.close();
  figures.acknowledged += acts.length;
  for (const name of names) {
    const store = openStore(name);
    if (store.readOnly) figures.traces.push(`${where}: ${store.readOnlyReason}`);
    const found = new Set(listCoders(store.db).map((coder) => coder.name));
    store.close();
    for (const act of acts) if (!found.has(act)) figures.lost.push(`${where}: ${act}`);
  }
}

/** One act, by whose name it is known again. */
function add(store: Store): string {
  const id = newId();
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    insertCoder(store.db, { id, name: id, kind: 'person' }, 1);
    return { label: 'Add', output: null };
  });
  return id;
}
