import type { ActionId } from '../../shared/actions.ts';
import { useRecords } from '../state/records.ts';
import { openDialog } from '../state/ui.ts';
import type { Binding } from './bindings.ts';
import { canCode } from './coding.ts';
import { codeInVivo, goToUncodedParagraph } from './desk.ts';

const hasDocument = (): boolean => useRecords.getState().open !== null;

/** Reading and coding at the desk. */
export const deskBindings = {
  'code.inVivo': { run: codeInVivo, enabled: canCode },
  'go.uncodedParagraph': { run: goToUncodedParagraph, enabled: hasDocument },
  'go.offset': { run: () => openDialog({ kind: 'goToOffset' }), enabled: hasDocument },
} satisfies Partial<Record<ActionId, Binding>>;
