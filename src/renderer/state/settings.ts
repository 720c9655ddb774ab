import { create } from 'zustand';
import type { Settings } from '../../shared/api/settings.ts';
import { personalKey } from '../../shared/api/settings.ts';
import { AppError } from '../../shared/errors.ts';
import { client } from './client.ts';
import { useRecords } from './records.ts';

export const usualTextSize = 17;
export const usualMeasure = 70;

export const useSettings = create<Settings>()(() => ({
  theme: 'system',
  textSize: usualTextSize,
  measure: usualMeasure,
  layout: {},
  keys: {},
}));

/** Reads what this machine remembers. */
export async function loadSettings(): Promise<void> {
  useSettings.setState(await client().call('settings.read', {}));
}

/** Takes in what this machine remembers of whoever acts now. What has not been written yet stays. */
export async function loadOwnLayout(): Promise<void> {
  const { layout } = await client().call('settings.read', {});
  useSettings.setState((settings) => ({ layout: { ...layout, ...settings.layout } }));
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Changes settings at once and remembers them on this machine. */
export async function changeSettings(change: Partial<Omit<Settings, 'layout'>>): Promise<void> {
  useSettings.setState(change);
  await client().call('settings.write', change);
}

let due = Infinity;
/** The connection broke before the last of it was written. */
let isOwed = false;

async function writeLayout(): Promise<void> {
  isOwed = false;
  try {
    await client().call('settings.write', { layout: useSettings.getState().layout });
  } catch (error) {
    if (!(error instanceof AppError) || error.details.connection !== 'lost') throw error;
    // The window says that by itself, and nobody waits for this: it is written when the program is there again.
    isOwed = true;
  }
}

/** Writes what could not be written while the program was out of reach. */
export async function writeOwed(): Promise<void> {
  if (isOwed) await writeLayout();
}

/**
 * Remembers where a panel's edge or a drawer was left, and what was open. Written within so many milliseconds, together
 * with what else changes until then: dragging changes it with every frame.
 */
export function rememberLayout(change: Settings['layout'], within = 500): void {
  const { layout } = useSettings.getState();
  if (Object.entries(change).every(([key, value]) => layout[key] === value)) return;
  useSettings.setState({ layout: { ...layout, ...change } });
  const moment = performance.now() + within;
  if (moment >= due) return;
  clearTimeout(timer);
  due = moment;
  timer = setTimeout(() => {
    due = Infinity;
    void writeLayout();
  }, within);
}

/** A remembered number, or `usual` where none is known. */
export function layoutNumber(key: string, usual: number): number {
  const value = useSettings.getState().layout[key];
  return typeof value === 'number' ? value : usual;
}

/** The key of what belongs to whoever acts, and is kept from other coders at this machine. */
export function personal(name: string, status = useRecords.getState().status): string {
  return personalKey(status?.coder?.id ?? null, name);
}

/** The document that whoever acts read last in this project, if it is the project that was open last. */
export function lastDocument(project: string, status = useRecords.getState().status): string | null {
  const [ofProject, document] = String(useSettings.getState().layout[personal('lastDocument', status)] ?? '').split(
    ' ',
  );
  return ofProject === project && document !== undefined ? document : null;
}
