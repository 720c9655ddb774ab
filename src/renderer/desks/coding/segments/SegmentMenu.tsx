import { passageStrings } from '#words/window/passage.ts';
import { segmentsStrings as say } from '#words/window/segments.ts';
import type { Segment } from '../../../../shared/api/segments.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { ContextMenu } from '../../../components/ContextMenu.tsx';
import type { MenuEntry } from '../../../components/Menu.tsx';
import type { SegmentActs } from './segmentActs.ts';

/** The row whose menu is open, where, and the codings that it is about: its own, or all that are selected. */
export type OpenedMenu = { segment: Segment; at: { x: number; y: number }; meant: readonly Id[] };

type SegmentMenuProps = {
  /** Null: shut. */
  menu: OpenedMenu | null;
  acts: SegmentActs;
  onClose: () => void;
};

/** What can be done to one coding of the list, or to several. */
export function SegmentMenu({ menu, acts, onClose }: SegmentMenuProps) {
  const entries = (): MenuEntry[] => (menu === null ? [] : entriesOf(menu, acts));
  return <ContextMenu label={say.title} at={menu?.at ?? null} entries={entries} onClose={onClose} />;
}

function entriesOf({ segment, at, meant }: OpenedMenu, acts: SegmentActs): MenuEntry[] {
  const isDisabled = !acts.canChange();
  if (meant.length > 1) return entriesOfMany(meant, at, acts);
  return [
    { id: 'open', label: say.open, keys: 'Enter', run: () => acts.open(segment) },
    null,
    {
      id: 'change',
      label: passageStrings.changeCode,
      keys: 'F2',
      isDisabled,
      run: () => acts.change(segment, new DOMRect(at.x, at.y)),
    },
    { id: 'memo', label: say.memoOn, run: () => acts.memo(segment) },
    { id: 'link', label: passageStrings.link, isDisabled, run: () => acts.link(segment) },
    { id: 'copy', label: say.copy, run: () => acts.copy(segment) },
    null,
    { id: 'remove', label: say.remove, keys: 'Delete', isDisabled, isDanger: true, run: () => acts.remove(segment.id) },
  ];
}

function entriesOfMany(meant: readonly Id[], { x, y }: OpenedMenu['at'], acts: SegmentActs): MenuEntry[] {
  const isDisabled = !acts.canChange();
  return [
    {
      id: 'change',
      label: say.changeOf(meant.length),
      keys: 'F2',
      isDisabled,
      run: () => acts.changeMany(meant, new DOMRect(x, y)),
    },
    null,
    {
      id: 'remove',
      label: say.removeOf(meant.length),
      keys: 'Delete',
      isDisabled,
      isDanger: true,
      run: () => acts.removeMany(meant),
    },
  ];
}
