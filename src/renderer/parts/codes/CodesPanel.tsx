import { useEffect, useMemo, useRef, useState } from 'react';
import { codesStrings as say } from '#words/window/codes.ts';
import type { Id } from '../../../shared/model/records.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { CodeDefinition } from './CodeDefinition.tsx';
import { CodePopovers } from './CodePopovers.tsx';
import { CodesHead } from './CodesHead.tsx';
import { CodesTreeBox } from './CodesTreeBox.tsx';
import { codeDeeds } from './codeDeeds.ts';
import { digitHolders } from './codeNeighbours.ts';
import type { CodesPanelProps } from './codesPanelProps.ts';
import { useCodeSelection } from './useCodeSelection.ts';
import { useOpened } from './useOpened.ts';
import { useTreeFocus } from './useTreeFocus.ts';
import { useTreeRows } from './useTreeRows.ts';
import type { TreeRows } from './useTreeRows.ts';
import styles from './CodesPanel.module.css';

/** The coder's hand: every code with its digit and count; to apply, and to make and arrange the codebook. */
export function CodesPanel(props: CodesPanelProps) {
  const { codes, tally, activeCode, shownCode = null, canCode, readOnly, onSelect } = props;
  const panel = useRef<HTMLElement>(null);
  const treeBox = useRef<HTMLDivElement>(null);
  const filterBox = useRef<HTMLInputElement>(null);
  const rows = useTreeRows(codes, tally);
  const { tree, matches, draft } = rows;
  const focus = useTreeFocus(panel);
  const { focusRow, aimAt, addField, rowOf } = focus;
  const { selected, select, expectCode } = useCodeSelection(tree, activeCode, { focusRow, aimAt });
  useEffect(() => onSelect?.(selected), [onSelect, selected]);
  useShown(shownCode, rows, { select, focusRow });
  const holders = useMemo(() => digitHolders(codes), [codes]);
  const opened = useOpened(tree, { select, focusRow, rowOf });
  const state = { tree, canCode, readOnly, isFiltered: matches !== null };
  const { startDraft, move, act } = codeDeeds({ props, rows, state, select, focusRow, addField, open: opened.open });
  const selectedNode = selected === null ? undefined : tree.nodes.get(selected);

  const enterRows = (): boolean => {
    const first = treeBox.current?.querySelector('[role="row"][data-key]')?.getAttribute('data-key');
    if (first == null) return false;
    select(first);
    focusRow(first);
    return true;
  };

  return (
    <section ref={panel} aria-label={say.title} className={styles.panel}>
      <CodesHead
        count={codes.length}
        filter={rows.filter}
        matches={matches}
        readOnly={readOnly}
        onFilter={rows.setFilter}
        onEnterRows={enterRows}
        onNew={() => startDraft(selected, 'beside')}
        filterBox={filterBox}
      />
      {codes.length === 0 && draft === null ? (
        <EmptyState isSmall title={say.empty}>
          {readOnly ? say.emptyReadOnly : say.emptyHelp}
        </EmptyState>
      ) : (
        <CodesTreeBox
          canCode={canCode}
          readOnly={readOnly}
          rows={rows}
          opened={opened}
          selection={{ selected: selectedNode === undefined ? null : selected, select, expectCode }}
          holders={holders}
          focus={focus}
          onAct={act}
          onMove={move}
          {...{ onRename: props.onRename, onCreate: props.onCreate, onCreateMany: props.onCreateMany }}
          onGoToFilter={() => filterBox.current?.focus()}
          ref={treeBox}
        />
      )}
      {selectedNode !== undefined && props.onEditElsewhere === undefined && (
        <CodeDefinition
          node={selectedNode}
          readOnly={readOnly}
          isEditing={opened.codeOf('define')?.id === selected}
          onEdit={() => opened.open('define', selectedNode.code.id)}
          onDone={(definition, byKey) => {
            opened.shut(selectedNode.code.id, byKey);
            if (definition !== null) props.onDefine(selectedNode.code.id, definition);
          }}
        />
      )}
      <CodePopovers
        opened={opened}
        holders={holders}
        state={state}
        onAct={act}
        onRecolour={props.onRecolour}
        onPin={props.onPin}
      />
    </section>
  );
}

/** Shows a code that is asked for: nothing hides it any longer, it is selected, and the focus goes to it. */
function useShown(
  shown: { code: Id } | null,
  { tree, setFilter, reveal }: TreeRows,
  { select, focusRow }: { select: (code: Id) => void; focusRow: (code: Id) => void },
): void {
  const [seen, setSeen] = useState(shown);
  const node = shown === null ? undefined : tree.nodes.get(shown.code);
  if (seen !== shown) {
    setSeen(shown);
    if (node !== undefined) {
      setFilter('');
      reveal(node.parent?.code.id ?? null);
      select(node.code.id);
    }
  }
  const first = useRef(shown);
  useEffect(() => {
    if (shown !== null && shown !== first.current) focusRow(shown.code);
  }, [shown, focusRow]);
}
