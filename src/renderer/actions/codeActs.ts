import { codesStrings as say } from '#words/window/codes.ts';
import type { Code, Id } from '../../shared/model/records.ts';
import { useRecords } from '../state/records.ts';
import { notify, openDialog } from '../state/ui.ts';
import { send } from './ask.ts';

/** Archives a code, or brings it back. */
export function toggleArchived(code: Id): void {
  const known = useRecords.getState().codes.get(code);
  if (known) void send('codes.update', { code, archived: !known.archived });
}

/** Acts of the codes panel. */
export const codeActs = {
  create: async (name: string, parent: Id | null): Promise<Code | undefined> => send('codes.create', { name, parent }),
  createMany: async (names: readonly string[], parent: Id | null): Promise<void> => {
    const made = await send('codes.createMany', { names: [...names], parent });
    if (made && made.known.length > 0) notify('info', say.knownNames(made.known));
  },
  rename: (code: Id, name: string) => void send('codes.update', { code, name }),
  move: (code: Id, parent: Id | null, before: Id | null) => void send('codes.move', { code, parent, before }),
  recolour: (code: Id, look: { hue?: number; pattern?: Code['pattern'] }) =>
    void send('codes.update', { code, ...look }),
  pin: (code: Id, key: string | null) => void send('codes.update', { code, key }),
  define: (code: Id, definition: string) => void send('codes.update', { code, definition }),
  merge: (code: Id) => openDialog({ kind: 'mergeCode', code }),
  split: (code: Id) => openDialog({ kind: 'splitCode', code }),
  archive: (code: Id) => toggleArchived(code),
  remove: (code: Id) => openDialog({ kind: 'removeCode', code }),
};

/** Removes a code with the codes below it and all their codings. */
export async function removeCode(code: Id): Promise<void> {
  await send('codes.remove', { code });
}
