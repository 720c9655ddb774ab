import type { Id } from '../../../../shared/model/records.ts';
import type { Reader } from '../../../editor/reader.ts';

/** Where somebody was in an article when its reader went: UTF-16 code units of its text. */
type Place = { document: Id; position: number; start: number; end: number; hadFocus: boolean };

let place: Place | null = null;

/**
 * Keeps the place in an article while its reader is made anew somewhere else in the window (the drawer is opened or shut,
 * the window becomes narrow, another view was shown). For a reader that is still on screen.
 */
export function keepPlace(document: Id, reader: Reader, hadFocus: boolean): void {
  const caret = reader.caret();
  const { start, end } = reader.selection() ?? { start: caret, end: caret };
  place = { document, position: reader.position(), start, end, hadFocus };
}

/** Takes up the place that was kept, once, if it is in this article. */
export function takePlace(document: Id, reader: Reader): void {
  const kept = place;
  place = null;
  if (kept?.document !== document) return;
  if (kept.position > 0) reader.scrollTo(kept.position);
  // Whoever has taken the focus since keeps it.
  const focus = kept.hadFocus && globalThis.document.activeElement === globalThis.document.body;
  if (kept.end > 0 || focus) reader.select(kept.start, kept.end, { focus });
}
