import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damageLogs } from '../../src/main/app/faults/testDamagedLogs.ts';
import { flipBytes } from '../../src/main/app/faults/testFlips.ts';
import { playHistories } from '../../src/main/app/faults/testHistories.ts';
import { killedKinds } from '../../src/main/app/faults/testKilledKinds.ts';
import { killAt } from '../../src/main/app/faults/testKills.ts';
import { openLinks } from '../../src/main/app/faults/testLinks.ts';
import { replaceFiles } from '../../src/main/app/faults/testReplacements.ts';
import { restoreBackups } from '../../src/main/app/faults/testRestores.ts';

/** How often each thing is broken. */
export type FaultNumbers = {
  kills: number;
  histories: number;
  flips: number;
  logs: number;
  restores: number;
  replacements: number;
  links: number;
};

type What = keyof FaultNumbers;

/** What one process does at a stretch; `row` names the line of the table that it counts for. */
export type Part = { row: string; what: What; kind: string; number: number; seed: number };

/** What came out, in the same words for all. Lists say what was wrong, and how to have it again. */
export type PartFigures = {
  tried: number;
  /** Acts or states that were acknowledged. */
  acknowledged: number;
  /** Damage that was found when opening or verifying. */
  found: number;
  lost: string[];
  /** Passed as sound, or was not told. */
  sound: string[];
  traces: string[];
};

const portion: Readonly<FaultNumbers> = {
  kills: 25,
  histories: 50,
  flips: 25,
  logs: 25,
  restores: 25,
  replacements: 25,
  links: 25,
};

const titles: Readonly<Record<Exclude<What, 'kills'>, string>> = {
  histories: 'random history',
  flips: 'flipped byte',
  logs: 'damaged log',
  restores: 'restoring cut off',
  replacements: 'file taken away while open',
  links: 'several names at once',
};

function partsOf(row: string, what: What, kind: string, { number, seed }: { number: number; seed: number }): Part[] {
  const parts: Part[] = [];
  for (let done = 0; done < number; done += portion[what]) {
    parts.push({ row, what, kind, number: Math.min(portion[what], number - done), seed: seed + 1000 * parts.length });
  }
  return parts;
}

/** The lines of the table, each with what has to be done for it. */
export function faultRows(numbers: FaultNumbers, seed: number): { name: string; parts: Part[] }[] {
  const kinds = Object.keys(killedKinds);
  const kills = kinds.map((kind, at) => {
    const number = Math.floor((numbers.kills + at) / kinds.length);
    const name = `kill -9 at: ${kind}`;
    return { name, parts: partsOf(name, 'kills', kind, { number, seed: seed + at }) };
  });
  const others = Object.entries(titles).map(([what, name]) => ({
    name,
    parts: partsOf(name, what as What, '', { number: numbers[what as What], seed }), // the keys of `titles`
  }));
  return [...kills, ...others].filter(({ parts }) => parts.length > 0);
}

/** A kill is no loss of power: a file system in memory does, and spares the disk. */
const memory = '/dev/shm';

/** Does one part in a folder of its own. */
export async function playPart(part: Part): Promise<PartFigures> {
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'galley-faults-'));
  try {
    return await plays[part.what]({ ...part, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Play = (part: Part & { folder: string }) => PartFigures | Promise<PartFigures>;

const none = { acknowledged: 0, found: 0, lost: [], sound: [], traces: [] };

const plays: Readonly<Record<What, Play>> = {
  async kills({ kind, number, seed, folder }) {
    const { kills, acknowledged, lost, found, traces } = await killAt(kind, {
      kills: number,
      seed,
      folder: join(folder, 'k'),
    });
    return { ...none, tried: kills, acknowledged, lost: [...lost, ...found], traces };
  },
  histories({ number, seed, folder }) {
    const { acts, wrong, traces } = playHistories({ histories: number, steps: 100, seed, folder });
    return { ...none, tried: number, acknowledged: acts, lost: wrong, traces };
  },
  async flips({ number, seed, folder }) {
    const { changed, missed, invented, traces } = await flipBytes({ flips: number, seed, folder });
    return { ...none, tried: number, found: changed - missed.length, sound: [...missed, ...invented], traces };
  },
  async logs({ number, seed, folder }) {
    const { told, silent, wrong, traces } = await damageLogs({ logs: number, seed, folder });
    return { ...none, tried: number, found: told, lost: wrong, sound: silent, traces };
  },
  restores({ number, seed, folder }) {
    const { lost, traces } = restoreBackups({ restores: number, seed, folder });
    return { ...none, tried: number, lost, traces };
  },
  async replacements({ number, seed, folder }) {
    const { acknowledged, lost, silent, traces } = await replaceFiles({ replacements: number, seed, folder });
    return { ...none, tried: number, acknowledged, lost, sound: silent, traces };
  },
  links({ number, seed, folder }) {
    const { acknowledged, doubled, lost, traces } = openLinks({ links: number, seed, folder });
    return { ...none, tried: number, acknowledged, lost: [...doubled, ...lost], traces };
  },
};
