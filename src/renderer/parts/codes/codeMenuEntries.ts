import { codesStrings as say } from '#words/window/codes.ts';
import type { CodeTree } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { MenuEntry } from '../../components/Menu.tsx';
import { codeActs } from './codeActs.ts';
import type { CodeActId } from './codeActs.ts';
import { placeByKey } from './codeMoves.ts';
import type { Direction } from './codeMoves.ts';

export type CodeMenuState = { tree: CodeTree; canCode: boolean; readOnly: boolean; isFiltered: boolean };

const directions: Partial<Record<CodeActId, Direction>> = {
  moveUp: 'up',
  moveDown: 'down',
  moveIn: 'in',
  moveOut: 'out',
};

/** Whether an act can be done to a code now. */
export function canAct(act: CodeActId, code: Id, { tree, canCode, readOnly, isFiltered }: CodeMenuState): boolean {
  if (readOnly && act !== 'segments') return false;
  const isArchived = tree.nodes.get(code)?.code.archived === true;
  if (isArchived && (act === 'apply' || act === 'pin')) return false;
  if (act === 'apply') return canCode;
  const direction = directions[act];
  return direction === undefined || (!isFiltered && placeByKey(tree, code, direction) !== null);
}

/** The context menu of a code; groups are parted by lines. */
export function codeMenu(code: Id, state: CodeMenuState, run: (act: CodeActId) => void): MenuEntry[] {
  const entries: MenuEntry[] = [];
  let group = 0;
  const isArchived = state.tree.nodes.get(code)?.code.archived === true;
  for (const act of codeActs) {
    if (act.group !== group && entries.length > 0) entries.push(null);
    group = act.group;
    entries.push({
      id: act.id,
      label: act.id === 'archive' && isArchived ? say.unarchive : act.label,
      keys: act.keys,
      isDisabled: !canAct(act.id, code, state),
      isDanger: act.id === 'remove',
      run: () => run(act.id),
    });
  }
  return entries;
}
