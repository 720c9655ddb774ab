import { segmentsStrings as say } from '#words/window/segments.ts';
import type { Segment } from '../../../../shared/api/segments.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { ContextMenu } from '../../../components/ContextMenu.tsx';
import type { MenuEntry } from '../../../components/Menu.tsx';

/** The row whose menu is open, and where. */
export type OpenedMenu = { segment: Segment; at: { x: number; y: number } };

type SegmentMenuProps = {
  /** Null: shut. */
  menu: OpenedMenu | null;
  onOpen: (segment: Segment) => void;
  /** Absent: codings cannot be removed now. */
  onRemove?: ((annotation: Id) => void) | undefined;
  onClose: () => void;
};

/** What can be done to one coding of the list. */
export function SegmentMenu({ menu, onOpen, onRemove, onClose }: SegmentMenuProps) {
  const open = { id: 'open', label: say.open, keys: 'Enter', run: () => menu !== null && onOpen(menu.segment) };
  const removal: readonly MenuEntry[] =
    onRemove === undefined
      ? []
      : [
          null,
          {
            id: 'remove',
            label: say.remove,
            keys: 'Delete',
            isDanger: true,
            run: () => menu !== null && onRemove(menu.segment.id),
          },
        ];
  return <ContextMenu label={say.title} at={menu?.at ?? null} entries={() => [open, ...removal]} onClose={onClose} />;
}
