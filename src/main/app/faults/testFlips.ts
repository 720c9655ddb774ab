import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { seededRandom } from '../../../shared/stats/random.ts';
import { allRecords, allRows, pastRecords } from '../../store/testContents.ts';
import { createTestApp } from '../testApp.ts';
import type { TestApp } from '../testApp.ts';
import { makeRichProject } from './testRichProject.ts';

/** What became of flipped bytes. Every list names flips by their offset in the file. */
export type FlipFigures = {
  flips: number;
  /** Changed what the project holds. */
  changed: number;
  /** Of these, found on opening, or by verifying. */
  foundOnOpening: number;
  foundByVerify: number;
  /** Of these, found by neither. */
  missed: string[];
  /** Ended in something else than words for the user. */
  traces: string[];
  /** Undo or redo made a record what it never was. */
  invented: string[];
  /** Acts that undo and redo replayed, and refused. */
  replayed: number;
  refused: number;
};

type Flip = { offset: number; value: number };

/** Bytes that hold something: not the empty rest of a page. */
function pickFlips(bytes: Uint8Array, count: number, random: () => number): Flip[] {
  const flips: Flip[] = [];
  while (flips.length < count) {
    const offset = Math.floor(random() * bytes.length);
    if (bytes[offset] !== 0) flips.push({ offset, value: 1 + Math.floor(random() * 255) });
  }
  return flips;
}

/** Flips bytes of a project file, one in each copy, and does with each copy what a user might. */
export async function flipBytes({
  flips,
  seed,
  folder,
}: {
  flips: number;
  seed: number;
  folder: string;
}): Promise<FlipFigures> {
  const original = await makeRichProject(folder);
  const bytes = readFileSync(original);
  const known = { rows: allRows(original) ?? [], past: pastRecords(original) };
  const figures: FlipFigures = {
    flips,
    changed: 0,
    foundOnOpening: 0,
    foundByVerify: 0,
    missed: [],
    traces: [],
    invented: [],
    replayed: 0,
    refused: 0,
  };
  const test = createTestApp({ workers: 1, log: () => undefined });
  await test.client.call('coders.identify', { name: 'Ada' });
  try {
    for (const [number, flip] of pickFlips(bytes, flips, seededRandom(seed)).entries()) {
      const place = join(folder, String(number));
      mkdirSync(place);
      const path = join(place, 'P.galley');
      const flipped = Buffer.from(bytes);
      flipped[flip.offset] = (flipped[flip.offset] ?? 0) ^ flip.value;
      writeFileSync(path, flipped);
      await tryCopy(test, path, { ...known, name: `${flip.offset} ^ ${flip.value}` }, figures);
      rmSync(place, { recursive: true });
    }
  } finally {
    await test.end();
  }
  return figures;
}

type Known = { rows: readonly string[]; past: ReadonlySet<string>; name: string };

async function tryCopy(test: TestApp, path: string, known: Known, figures: FlipFigures): Promise<void> {
  const isChanged = allRows(path)?.join('\n') !== known.rows.join('\n');
  const isFoundByVerify = await isFaulty(test, path).catch((error: unknown) => {
    if (!(error instanceof AppError)) figures.traces.push(`${known.name}: verify: ${String(error)}`);
    return true;
  });
  const isFoundOnOpening = await isRefused(test, path, known, figures);
  if (!isFoundOnOpening) await turnBack(test, path, known, figures);
  await test.client.call('project.close', {}).catch((error: unknown) => noteTrace(figures, known, 'close', error));
  if (!isChanged) return;
  figures.changed += 1;
  if (isFoundOnOpening) figures.foundOnOpening += 1;
  if (isFoundByVerify) figures.foundByVerify += 1;
  if (!isFoundOnOpening && !isFoundByVerify) figures.missed.push(known.name);
}

function noteTrace(figures: FlipFigures, known: Known, act: string, error: unknown): void {
  const isPlain = error instanceof AppError && error.code !== 'internal';
  if (!isPlain) figures.traces.push(`${known.name}: ${act}: ${String(error)}`);
}

async function isFaulty(test: TestApp, path: string): Promise<boolean> {
  return !(await test.app.verifyFile(path)).ok;
}

/** Opens the project; whether that was refused, or allowed for reading only. */
async function isRefused({ app, client }: TestApp, path: string, known: Known, figures: FlipFigures): Promise<boolean> {
  try {
    await app.openProject(path);
    return (await client.call('project.status', {})).project?.readOnly !== false;
  } catch (error) {
    noteTrace(figures, known, 'open', error);
    return true;
  }
}

/** Takes back all that can be taken back, and brings it back again, and looks at every record after each step. */
async function turnBack({ client }: TestApp, path: string, known: Known, figures: FlipFigures): Promise<void> {
  const allowed = new Set([...known.past, ...(allRecords(path) ?? [])]);
  for (const method of ['history.undo', 'history.redo'] as const) {
    for (;;) {
      try {
        await client.call(method, {});
      } catch (error) {
        noteTrace(figures, known, method, error);
        if (!(error instanceof AppError && /^nothing/u.test(error.code))) figures.refused += 1;
        break;
      }
      figures.replayed += 1;
      const strange = allRecords(path)?.filter((row) => !allowed.has(row)) ?? [];
      if (strange.length > 0) figures.invented.push(`${known.name}: ${method}: ${strange[0] ?? ''}`);
    }
  }
}
