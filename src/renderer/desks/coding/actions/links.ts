import { linkStrings as say } from '#words/window/links.ts';
import type { Annotation, Id } from '../../../../shared/model/records.ts';
import { send } from '../../../actions/ask.ts';
import { activeAnnotation } from '../../../actions/conditions.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { knownAnnotations } from '../../../state/readerFilter.ts';
import { useRecords } from '../../../state/records.ts';
import { notify, openDialog, useUi } from '../../../state/ui.ts';
import { useRecentRelations } from '../state/recentRelations.ts';

/** Names of relations that are remembered in a sitting. */
const remembered = 8;

/** Asks with which coding, and how, the chosen one is to be linked. */
export function startLink(): void {
  const source = activeAnnotation();
  if (!source) return;
  if (knownAnnotations(useRecords.getState()).size < 2) {
    notify('info', say.noOther);
    return;
  }
  withCoder(() => openDialog({ kind: 'link', source: source.id }));
}

/** Links two codings of the open text. False when the program refused, which has been said. */
export async function createLink(source: Id, target: Id, relation: string): Promise<boolean> {
  const link = await send('links.create', { source, target, relation });
  if (!link) return false;
  useRecentRelations.setState(({ names }) => ({
    names: [link.relation, ...names.filter((name) => name !== link.relation)].slice(0, remembered),
  }));
  return true;
}

export async function removeLink(link: Id): Promise<void> {
  await send('links.remove', { link });
}

/** Shows a coding of the open text and makes it the chosen one. */
export function goToAnnotation({ id, start }: Annotation): void {
  reader()?.select(start, start, { scroll: true, focus: true });
  useUi.setState({ activeAnnotation: id, pane: 'reader' });
}
