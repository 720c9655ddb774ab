import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const pixel = z.number().int();
const placeSchema = z.strictObject({ x: pixel, y: pixel, width: pixel, height: pixel, maximised: z.boolean() });

/** Where the window stood when it was last closed, in device-independent pixels. */
export type Place = z.output<typeof placeSchema>;

/** The place written in the file; null when there is none, or none that can be understood. */
export function readPlace(file: string): Place | null {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null; // a lost window place is not worth a word: the window opens at its first size
  }
}

/** Writes the place so that a reader never sees half of it. */
export function writePlace(file: string, place: Place): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(place));
  renameSync(`${file}.new`, file);
}

/** Whether enough of the window shows on one of the screens to take hold of it. Screens may be gone since. */
export function isVisible(place: Rectangle, screens: readonly Rectangle[]): boolean {
  return screens.some((screen) => {
    const width = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
    const height = Math.min(place.y + place.height, screen.y + screen.height) - Math.max(place.y, screen.y);
    return width >= 100 && height >= 100;
  });
}
