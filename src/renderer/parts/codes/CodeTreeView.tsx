import { memo, useMemo } from 'react';
import type { RefObject } from 'react';
import {
  Collection,
  DropIndicator,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import type { Key, Selection } from 'react-aria-components';
import { codesStrings as say } from '#words/window/codes.ts';
import { codeDragType, passageDragType } from '../../../shared/dragging.ts';
import type { CodePlace, CodeTree } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import { CodeRow } from './CodeRow.tsx';
import type { CodeItem } from './codeItems.ts';
import { draftId } from './codeItems.ts';
import { placeOfDrop } from './codeMoves.ts';
import styles from './CodeTreeView.module.css';

export type CodeTreeViewProps = {
  items: readonly CodeItem[];
  tree: CodeTree;
  expanded: ReadonlySet<Id>;
  /** The row that is selected while the focus is in the tree; null elsewhere, for rows mark themselves. */
  selected: Id | null;
  /** Rows can be dragged: to the text, and with `canMove` to another place. */
  canDrag: boolean;
  canMove: boolean;
  onExpandedChange: (expanded: ReadonlySet<Id>) => void;
  onSelect: (code: Id) => void;
  onMove: (code: Id, place: CodePlace) => void;
  /** The passage that is selected in the text was dropped onto a code. */
  onPassage: (code: Id) => void;
  ref: RefObject<HTMLDivElement | null>;
};

/**
 * The rows of the codebook, of which only those in sight are drawn. The library's tree draws all of them for every change, so it stands
 * still while somebody codes in the text: counts and the mark are the rows' own.
 */
export const CodeTreeView = memo(function CodeTreeView(props: CodeTreeViewProps) {
  const { items, tree, expanded, selected, canDrag, canMove, onExpandedChange, onSelect, onMove, onPassage, ref } =
    props;
  const { dragAndDropHooks } = useDragAndDrop<CodeItem>({
    isDisabled: !canDrag,
    getItems: (keys) =>
      [...keys].map((key) => ({ 'text/plain': tree.nodes.get(String(key))?.path ?? '', [codeDragType]: String(key) })),
    getAllowedDropOperations: () => ['move'],
    acceptedDragTypes: [passageDragType, codeDragType],
    getDropOperation(target, types) {
      if (!types.has(passageDragType)) return canMove ? 'move' : 'cancel';
      return target.type === 'item' && target.dropPosition === 'on' ? 'copy' : 'cancel';
    },
    // Codes that fall onto a code are moved, by `onMove`.
    onItemDrop({ target, items, isInternal }) {
      const isPassage = items.some((item) => item.kind === 'text' && item.types.has(passageDragType));
      if (isPassage && !isInternal) onPassage(String(target.key));
    },
    onMove: ({ keys, target }) => {
      const [moved] = [...keys].map(String);
      if (moved === undefined) return;
      const place = placeOfDrop(tree, moved, { key: String(target.key), dropPosition: target.dropPosition });
      if (place !== null) onMove(moved, place);
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.indicator ?? ''} />,
    renderDragPreview: (dragged) => <span className={styles.preview}>{dragged[0]?.['text/plain']}</span>,
  });
  const keys = useMemo(() => (selected === null ? [] : [selected]), [selected]);
  const select = (selection: Selection): void => {
    const [key] = selection === 'all' ? [] : [...selection];
    if (key !== undefined && key !== draftId) onSelect(String(key));
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      <Tree
        ref={ref}
        aria-label={say.title}
        className={styles.tree ?? ''}
        items={items}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={keys}
        onSelectionChange={select}
        expandedKeys={expanded}
        onExpandedChange={(next: Set<Key>) => onExpandedChange(new Set([...next].map(String)))}
        escapeKeyBehavior="none"
        keyboardNavigationBehavior="tab"
        dragAndDropHooks={dragAndDropHooks}
      >
        {renderItem}
      </Tree>
    </Virtualizer>
  );
});

const layoutOptions = { rowSize: 27, dropIndicatorThickness: 2 };

function renderItem(item: CodeItem) {
  const hasBelow = item.children.length > 0;
  return (
    <TreeItem id={item.id} textValue={item.name} className={styles.item ?? ''}>
      <TreeItemContent>
        <CodeRow id={item.id} hasBelow={hasBelow} />
      </TreeItemContent>
      <Collection items={item.children}>{renderItem}</Collection>
    </TreeItem>
  );
}
