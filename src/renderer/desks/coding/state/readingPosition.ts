import type { Id } from '../../../../shared/model/records.ts';
import { personal, rememberLayout, useSettings } from '../../../state/settings.ts';

/** Of how many articles the reading position is remembered: those read last. */
const most = 500;

/** `list` (`id:offset` joined by blanks, last read first) with another position; 0, the beginning, is not kept. */
export function withPosition(list: string, document: Id, offset: number): string {
  const others = list.split(' ').filter((entry) => entry !== '' && !entry.startsWith(`${document}:`));
  return (offset > 0 ? [`${document}:${offset}`, ...others] : others).slice(0, most).join(' ');
}

/** The position that a list holds for a document, in UTF-16 code units; 0 where it holds none. */
export function positionIn(list: string, document: Id): number {
  const entry = list.split(' ').find((candidate) => candidate.startsWith(`${document}:`));
  const offset = Number(entry?.slice(document.length + 1) ?? 0);
  return Number.isInteger(offset) && offset > 0 ? offset : 0;
}

const key = (): string => personal('readingPositions');
const remembered = (): string => String(useSettings.getState().layout[key()] ?? '');

/** Remembers the offset of the first line on screen. */
export function rememberPosition(document: Id, offset: number): void {
  rememberLayout({ [key()]: withPosition(remembered(), document, offset) });
}

export function lastPosition(document: Id): number {
  return positionIn(remembered(), document);
}
