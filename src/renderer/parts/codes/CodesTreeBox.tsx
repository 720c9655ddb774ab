import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { codesStrings as say } from '#words/window/codes.ts';
import type { CodePlace } from '../../../shared/model/codeTree.ts';
import type { Code, Id } from '../../../shared/model/records.ts';
import { CodeCard } from './CodeCard.tsx';
import { CodeTreeView } from './CodeTreeView.tsx';
import type { CodeActId } from './codeActs.ts';
import { draftId } from './codeItems.ts';
import type { CodesPanelProps } from './codesPanelProps.ts';
import { CodesTreeContext } from './treeContext.ts';
import type { CodesTreeDeeds } from './treeContext.ts';
import { onTreeKey, rowUnder } from './treeKeys.ts';
import type { CodeSelection } from './useCodeSelection.ts';
import type { Opened } from './useOpened.ts';
import type { TreeFocus } from './useTreeFocus.ts';
import type { TreeRows } from './useTreeRows.ts';
import styles from './CodesPanel.module.css';

type CodesTreeBoxProps = Pick<CodesPanelProps, 'canCode' | 'readOnly' | 'onRename' | 'onCreate' | 'onCreateMany'> & {
  rows: TreeRows;
  opened: Opened;
  selection: CodeSelection;
  holders: ReadonlyMap<string, Code>;
  focus: TreeFocus;
  onAct: (act: CodeActId, code: Id) => void;
  onMove: (code: Id, place: CodePlace) => void;
  onGoToFilter: () => void;
  ref: RefObject<HTMLDivElement | null>;
};

/** The tree of codes, with its keys, its menu at the pointer and the fields for names. */
export function CodesTreeBox(props: CodesTreeBoxProps) {
  const { readOnly, rows, opened, selection, holders, focus, onAct, onGoToFilter, ref } = props;
  const { tree, totals, draft, matches } = rows;
  const renaming = opened.codeOf('rename')?.id ?? null;
  const deeds = useSameDeeds(deedsOf(props));
  const { selected } = selection;
  const canDrag = !readOnly && draft === null && renaming === null;
  const [isWithin, setWithin] = useState(false);
  return (
    <div
      className={styles.tree}
      onFocusCapture={(event) => {
        setWithin(true);
        focus.onEnter(event);
      }}
      onBlurCapture={({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setWithin(false);
      }}
      onPointerDownCapture={focus.onPointed}
      onKeyDownCapture={(event) =>
        onTreeKey(event, {
          selected,
          holders,
          act: onAct,
          openMenuBelow: opened.openMenuBelow,
          goToFilter: onGoToFilter,
        })
      }
      onContextMenu={(event) => {
        const code = rowUnder(event.target);
        if (code === null || code === draftId) return;
        event.preventDefault();
        // The menu key sends a contextmenu event of its own, without a place.
        if (event.button === 2) opened.openMenu(code, { x: event.clientX, y: event.clientY });
      }}
    >
      {matches === 0 && <p className={styles.noMatch}>{say.noMatch(rows.filter.trim())}</p>}
      <CodesTreeContext value={{ tree, totals, marked: selected, renaming, draft, deeds }}>
        <CodeTreeView
          ref={ref}
          items={rows.roots}
          tree={tree}
          expanded={rows.expanded}
          selected={isWithin ? selected : null}
          canDrag={canDrag}
          canMove={canDrag && matches === null}
          onExpandedChange={deeds.setExpanded}
          onSelect={deeds.select}
          onMove={deeds.move}
          onPassage={deeds.takePassage}
        />
      </CodesTreeContext>
      <CodeCard tree={tree} box={ref} />
    </div>
  );
}

/** The deeds as one object that never changes: a row is not drawn anew because what it does would now be done otherwise. */
function useSameDeeds(deeds: CodesTreeDeeds): CodesTreeDeeds {
  const now = useRef(deeds);
  useLayoutEffect(() => {
    now.current = deeds;
  });
  const [same] = useState<CodesTreeDeeds>(() => ({
    press: (...given) => now.current.press(...given),
    startRename: (...given) => now.current.startRename(...given),
    finishRename: (...given) => now.current.finishRename(...given),
    finishDraft: (...given) => now.current.finishDraft(...given),
    finishDrafts: (...given) => now.current.finishDrafts(...given),
    setExpanded: (...given) => now.current.setExpanded(...given),
    select: (...given) => now.current.select(...given),
    move: (...given) => now.current.move(...given),
    takePassage: (...given) => now.current.takePassage(...given),
    openMenu: (...given) => now.current.openMenu(...given),
    keepState: (...given) => now.current.keepState(...given),
  }));
  return same;
}

/** What the rows do. */
function deedsOf(props: CodesTreeBoxProps): CodesTreeDeeds {
  const { canCode, rows, opened, selection, focus, onAct, onMove, onRename, onCreate, onCreateMany } = props;
  const { draft } = rows;
  return {
    press: (code, clicks) => {
      if (clicks <= 1) onAct('apply', code);
    },
    startRename: (code) => {
      if (!canCode) onAct('rename', code);
    },
    finishRename: (code, name, byKey) => {
      opened.shut(code, byKey);
      if (name !== null) onRename(code, name);
    },
    finishDraft: (name, byKey) => {
      const parent = draft?.parent ?? null;
      rows.setDraft(null);
      if (name !== null) {
        if (byKey) selection.expectCode({ name, parent });
        onCreate(name, parent);
      } else if (byKey && selection.selected !== null) focus.focusRow(selection.selected);
    },
    finishDrafts: (names) => {
      rows.setDraft(null);
      onCreateMany(names, draft?.parent ?? null);
      const [name] = names;
      if (name !== undefined) selection.expectCode({ name, parent: draft?.parent ?? null });
    },
    setExpanded: rows.setExpanded,
    select: selection.select,
    move: onMove,
    takePassage: (code) => onAct('apply', code),
    openMenu: opened.openMenu,
    keepState: focus.keepState,
  };
}
