import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { CodePlace } from '../../../shared/model/codeTree.ts';
import type { Code, Id } from '../../../shared/model/records.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { codesStrings as say } from '../../strings/codes.ts';
import { CodeColours } from './CodeColours.tsx';
import { CodeDefinition } from './CodeDefinition.tsx';
import { CodeDigits } from './CodeDigits.tsx';
import { CodeMenu } from './CodeMenu.tsx';
import { CodeTreeView } from './CodeTreeView.tsx';
import { codeKey } from './codeActs.ts';
import type { CodeActId } from './codeActs.ts';
import { draftId } from './codeItems.ts';
import type { Draft } from './codeItems.ts';
import { canAct } from './codeMenuEntries.ts';
import { placeByKey } from './codeMoves.ts';
import type { Direction } from './codeMoves.ts';
import { digitHolders, draftFor } from './codeNeighbours.ts';
import { CodesTreeContext } from './treeContext.ts';
import type { CodesTree } from './treeContext.ts';
import { useCodeSelection } from './useCodeSelection.ts';
import { useTreeFocus } from './useTreeFocus.ts';
import { useTreeRows } from './useTreeRows.ts';
import styles from './CodesPanel.module.css';

export type CodesPanelProps = {
  codes: readonly Code[];
  /** How many annotations each code has, those of the codes below it not included. */
  tally: Readonly<Record<Id, number>>;
  /** The code of the annotation that is active in the reader. */
  activeCode: Id | null;
  /** A passage is selected: a click or Enter applies a code to it. */
  canCode: boolean;
  readOnly: boolean;
  onApply: (code: Id) => void;
  onCreate: (name: string, parent: Id | null) => void;
  onRename: (code: Id, name: string) => void;
  /** Puts a code under `parent` (null: top level) before the sibling `before` (null: last). */
  onMove: (code: Id, parent: Id | null, before: Id | null) => void;
  onRecolour: (code: Id, change: { hue?: number; pattern?: Code['pattern'] }) => void;
  onPin: (code: Id, key: string | null) => void;
  onDefine: (code: Id, definition: string) => void;
  onMerge: (code: Id) => void;
  onSplit: (code: Id) => void;
  /** Archives a code, or brings it back. */
  onArchive: (code: Id) => void;
  onRemove: (code: Id) => void;
  onShowSegments: (code: Id) => void;
  /** Hears which code is selected. */
  onSelect?: (code: Id | null) => void;
  /** What a code means is shown elsewhere; absent: under the tree. */
  onEditElsewhere?: (code: Id) => void;
};

/** What is open beside the tree, and for which code. */
type Opened =
  | { kind: 'menu'; code: Id; at: { x: number; y: number } }
  | { kind: 'colours' | 'digits' | 'rename' | 'define'; code: Id };

/** With how many codes a filter is worth its place. */
const filterFrom = 16;

/** The coder's hand: every code with its digit and count; to apply, and to make and arrange the codebook. */
export function CodesPanel(props: CodesPanelProps) {
  const { codes, tally, activeCode, canCode, readOnly } = props;
  const [filter, setFilter] = useState('');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [collapsed, setCollapsed] = useState<ReadonlySet<Id>>(new Set());
  const [opened, setOpened] = useState<Opened | null>(null);
  const panel = useRef<HTMLElement>(null);
  const treeBox = useRef<HTMLDivElement>(null);
  const filterBox = useRef<HTMLInputElement>(null);
  const anchor = useRef<HTMLElement>(null);

  const { tree, totals, roots, expanded, matches } = useTreeRows(codes, tally, filter, draft, collapsed);
  const { keepState, focusRow, aimAt, rowOf } = useTreeFocus(panel);
  const { selected, select, expectCode } = useCodeSelection(tree, activeCode, { focusRow, aimAt });
  const { onSelect } = props;
  useEffect(() => onSelect?.(selected), [onSelect, selected]);
  const holders = useMemo(() => digitHolders(codes), [codes]);
  const isFiltered = matches !== null;
  const state = { tree, canCode, readOnly, isFiltered };
  const openCode = opened === null ? null : (tree.nodes.get(opened.code)?.code ?? null);
  const selectedNode = selected === null ? undefined : tree.nodes.get(selected);

  const reveal = (code: Id | null): void => {
    const open = new Set(collapsed);
    for (let node = code === null ? null : (tree.nodes.get(code) ?? null); node !== null; node = node.parent) {
      open.delete(node.code.id);
    }
    if (open.size !== collapsed.size) setCollapsed(open);
  };

  const startDraft = (beside: Id | null, place: 'beside' | 'inside'): void => {
    const next = draftFor(tree, beside, place);
    setFilter('');
    reveal(next.parent);
    setDraft(next);
  };

  const move = (code: Id, place: CodePlace): void => {
    reveal(place.parent);
    props.onMove(code, place.parent, place.before);
    select(code);
    focusRow(code);
  };

  const moveByKey = (code: Id, direction: Direction): void => {
    const place = placeByKey(tree, code, direction);
    if (place !== null) move(code, place);
  };

  const open = (kind: 'colours' | 'digits' | 'rename' | 'define', code: Id): void => {
    anchor.current = rowOf(code);
    select(code);
    setOpened({ kind, code });
  };

  const shut = (code: Id, takesFocus: boolean): void => {
    setOpened(null);
    if (takesFocus) focusRow(code);
  };

  const act = (id: CodeActId, code: Id): void => {
    if (!canAct(id, code, state)) {
      if (id === 'apply') select(code);
      return;
    }
    const deeds: Record<CodeActId, () => void> = {
      apply: () => props.onApply(code),
      segments: () => props.onShowSegments(code),
      new: () => startDraft(code, 'beside'),
      newInside: () => startDraft(code, 'inside'),
      rename: () => open('rename', code),
      colour: () => open('colours', code),
      pin: () => open('digits', code),
      define: () => (props.onEditElsewhere ?? ((one: Id) => open('define', one)))(code),
      moveUp: () => moveByKey(code, 'up'),
      moveDown: () => moveByKey(code, 'down'),
      moveIn: () => moveByKey(code, 'in'),
      moveOut: () => moveByKey(code, 'out'),
      merge: () => props.onMerge(code),
      split: () => props.onSplit(code),
      archive: () => props.onArchive(code),
      remove: () => props.onRemove(code),
    };
    deeds[id]();
  };

  const openMenu = (code: Id, at: { x: number; y: number }): void => {
    select(code);
    setOpened({ kind: 'menu', code, at });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest('input, textarea') !== null) return;
    // Enter and Space on the handle or the menu button are theirs.
    if (target.closest('button') !== null && (event.key === 'Enter' || event.key === ' ')) return;
    const pressed = codeKey(event);
    if (pressed === null) {
      // Letters are acts here; finding a code by its letters is what the filter and the picker are for.
      if (event.key.length === 1 && event.key !== ' ') event.stopPropagation();
      return;
    }
    const code = target.closest('[data-key]')?.getAttribute('data-key') ?? selected;
    if ('filter' in pressed) filterBox.current?.focus();
    else if ('digit' in pressed) {
      const holder = holders.get(pressed.digit);
      if (holder === undefined) return;
      act('apply', holder.id);
    } else if (code === null || code === draftId) return;
    else if ('menu' in pressed) {
      const box = rowOf(code)?.getBoundingClientRect();
      if (box !== undefined) openMenu(code, { x: box.left + 32, y: box.bottom });
    } else act(pressed.act, code);
    event.preventDefault();
    event.stopPropagation();
  };

  const view: CodesTree = {
    tree,
    totals,
    draft,
    renaming: opened?.kind === 'rename' ? opened.code : null,
    press: (code, clicks) => {
      if (clicks <= 1) act('apply', code);
    },
    startRename: (code) => {
      if (!canCode) act('rename', code);
    },
    finishRename: (code, name, byKey) => {
      shut(code, byKey);
      if (name !== null) props.onRename(code, name);
    },
    finishDraft: (name, byKey) => {
      setDraft(null);
      if (name !== null) {
        if (byKey) expectCode({ name, parent: draft?.parent ?? null });
        props.onCreate(name, draft?.parent ?? null);
      } else if (byKey && selected !== null) focusRow(selected);
    },
    openMenu,
    keepState,
  };

  return (
    <section ref={panel} aria-label={say.title} className={styles.panel}>
      <header className={styles.head}>
        {codes.length < filterFrom ? (
          <h2 className={styles.title}>{say.title}</h2>
        ) : (
          <SearchField
            ref={filterBox}
            label={say.filter}
            clearLabel={say.clearFilter}
            placeholder={say.filter}
            value={filter}
            onChange={setFilter}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              const first = treeBox.current?.querySelector('[role="row"][data-key]')?.getAttribute('data-key');
              if (first == null) return;
              event.preventDefault();
              select(first);
              focusRow(first);
            }}
            className={styles.filter}
          />
        )}
        <span role="status" className={styles.matches}>
          {matches === null ? null : say.matches(matches, codes.length)}
        </span>
        {!readOnly && (
          <IconButton
            label={say.newCode}
            keys="N"
            icon={<Plus aria-hidden="true" />}
            onPress={() => startDraft(selected, 'beside')}
          />
        )}
      </header>
      {codes.length === 0 && draft === null ? (
        <EmptyState isSmall title={say.empty}>
          {readOnly ? say.emptyReadOnly : say.emptyHelp}
        </EmptyState>
      ) : (
        <div
          className={styles.tree}
          onKeyDownCapture={onKeyDown}
          onContextMenu={(event) => {
            const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
            const code = row?.getAttribute('data-key') ?? null;
            if (code === null || code === draftId) return;
            event.preventDefault();
            // The menu key sends a contextmenu event of its own, without a place.
            if (event.button === 2) openMenu(code, { x: event.clientX, y: event.clientY });
          }}
        >
          {matches === 0 && <p className={styles.noMatch}>{say.noMatch(filter.trim())}</p>}
          <CodesTreeContext value={view}>
            <CodeTreeView
              ref={treeBox}
              items={roots}
              tree={tree}
              expanded={expanded}
              selected={selectedNode === undefined ? null : selected}
              canMove={!readOnly && !isFiltered && draft === null && opened?.kind !== 'rename'}
              onExpandedChange={(next) => {
                if (isFiltered) return;
                setCollapsed(new Set([...expandable(tree)].filter((id) => !next.has(id))));
              }}
              onSelect={select}
              onMove={move}
            />
          </CodesTreeContext>
        </div>
      )}
      {selectedNode !== undefined && props.onEditElsewhere === undefined && (
        <CodeDefinition
          node={selectedNode}
          readOnly={readOnly}
          isEditing={opened?.kind === 'define' && opened.code === selected}
          onEdit={() => open('define', selectedNode.code.id)}
          onDone={(definition, byKey) => {
            shut(selectedNode.code.id, byKey);
            if (definition !== null) props.onDefine(selectedNode.code.id, definition);
          }}
        />
      )}
      <CodeMenu
        code={openCode}
        at={opened?.kind === 'menu' ? opened.at : null}
        state={state}
        onAct={(id) => {
          if (openCode !== null) afterMenu(() => act(id, openCode.id));
        }}
        onClose={() => setOpened((now) => (now?.kind === 'menu' ? null : now))}
      />
      <CodeColours
        code={opened?.kind === 'colours' ? openCode : null}
        anchor={anchor}
        onChoose={(change) => {
          if (openCode !== null) props.onRecolour(openCode.id, change);
        }}
        onClose={() => {
          if (openCode !== null) shut(openCode.id, true);
        }}
      />
      <CodeDigits
        code={opened?.kind === 'digits' ? openCode : null}
        holders={holders}
        anchor={anchor}
        onChoose={(digit) => {
          if (openCode !== null) props.onPin(openCode.id, digit);
        }}
        onClose={() => {
          if (openCode !== null) shut(openCode.id, true);
        }}
      />
    </section>
  );
}

function* expandable(tree: ReturnType<typeof useTreeRows>['tree']): Generator<Id> {
  for (const node of tree.nodes.values()) if (node.children.length > 0) yield node.code.id;
}

/**
 * Runs an act of the menu once the menu is gone. A menu that closes gives the focus back to the row, a frame after it
 * has left the page; a field that the act opens would lose it again.
 */
function afterMenu(run: () => void, frames = 60): void {
  const isGone = document.querySelector('[role="menu"]') === null;
  if (frames > 0 && !(isGone && frames === 1)) {
    requestAnimationFrame(() => afterMenu(run, isGone ? Math.min(frames - 1, 2) : frames - 1));
  } else run();
}
