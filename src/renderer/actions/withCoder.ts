import { useRecords } from '../state/records.ts';
import { openDialog } from '../state/ui.ts';

/** Runs `then` at once when it is known who codes, otherwise after the user has said so. */
export function withCoder(then: () => void): void {
  if (useRecords.getState().status?.coder) then();
  else openDialog({ kind: 'coder', then });
}
