import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { playHistory } from '../../store/testHistory.ts';

/** What became of random histories. */
export type HistoriesFigures = {
  histories: number;
  acts: number;
  replays: number;
  /** Steps after which a project was not as it had been. */
  wrong: string[];
  traces: string[];
};

/** Plays random histories, one with each number from the seed on. */
export function playHistories(given: {
  histories: number;
  steps: number;
  seed: number;
  folder: string;
}): HistoriesFigures {
  const { histories, steps, seed, folder } = given;
  const figures: HistoriesFigures = { histories, acts: 0, replays: 0, wrong: [], traces: [] };
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < histories; number++) {
    const path = join(folder, `${number}.galley`);
    const setsFrom = number % 2 === 0 ? 1 : 1e9;
    try {
      const { acts, replays, wrong } = playHistory({ path, seed: seed + number, steps, setsFrom, isSafe: false });
      figures.acts += acts;
      figures.replays += replays;
      figures.wrong.push(...wrong);
    } catch (error) {
      figures.traces.push(`seed ${seed + number}: ${String(error)}`);
    }
    rmSync(path, { force: true });
  }
  return figures;
}
