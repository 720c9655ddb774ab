import { ChevronRight, Ellipsis, GripVertical } from 'lucide-react';
import { memo, useContext, useEffect, useRef } from 'react';
import { Button, TreeStateContext } from 'react-aria-components';
import { number } from '#words/format.ts';
import { codesStrings as say } from '#words/window/codes.ts';
import { childrenOf } from '../../../shared/model/codeTree.ts';
import type { CodeNode } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { NoSwatch, Swatch } from '../../components/Swatch.tsx';
import { classes } from '../../components/classes.ts';
import { CodeNameField } from './CodeNameField.tsx';
import { draftId } from './codeItems.ts';
import { useCodesTree } from './treeContext.ts';
import type { CodesTreeDeeds } from './treeContext.ts';
import styles from './CodeRow.module.css';

export type CodeRowProps = { id: Id; hasBelow: boolean };

/** One code in the tree: chevron, swatch, name, digit, count; or the field in which a new code gets its name. */
export function CodeRow({ id, hasBelow }: CodeRowProps) {
  const view = useCodesTree();
  const state = useContext(TreeStateContext);
  const { keepState } = view.deeds;
  useEffect(() => {
    if (state !== null) keepState(state);
  }, [state, keepState]);
  const node = view.tree.nodes.get(id);
  if (id === draftId) return <DraftRow />;
  if (node === undefined) return null;
  if (view.renaming === id) return <RenamedRow node={node} hasBelow={hasBelow} />;
  const isMarked = view.marked === id;
  return (
    <FilledRow node={node} hasBelow={hasBelow} total={view.totals.get(id)} isMarked={isMarked} deeds={view.deeds} />
  );
}

type FilledRowProps = {
  node: CodeNode;
  hasBelow: boolean;
  total: number | undefined;
  isMarked: boolean;
  deeds: CodesTreeDeeds;
};

/** Drawn only when something of its own changed, not with every count. */
const FilledRow = memo(function FilledRow({ node, hasBelow, total, isMarked, deeds }: FilledRowProps) {
  const more = useRef<HTMLButtonElement>(null);
  const { code } = node;
  return (
    <div
      className={classes(styles.row, code.archived && styles.isArchived)}
      aria-current={isMarked ? 'true' : undefined}
      title={node.depth > 0 ? node.path : undefined}
      onClick={(event) => {
        const target = event.target;
        if (target instanceof Element && target.closest('button') !== null) return;
        deeds.press(code.id, event.detail);
      }}
      onDoubleClick={() => deeds.startRename(code.id)}
    >
      <Lead hasBelow={hasBelow} />
      <Swatch hue={code.hue} pattern={code.pattern} />
      <bdi className={classes(styles.name, hasBelow && styles.parent)}>{code.name}</bdi>
      {code.archived && <span className={styles.archived}>{say.archived}</span>}
      {code.key !== null && <Kbd keys={code.key} className={styles.digit} />}
      <span className={styles.count} title={total === undefined ? undefined : say.passages(total)}>
        {total === undefined ? undefined : number(total)}
      </span>
      <span className={styles.tools}>
        <Button slot="drag" className={styles.drag}>
          <GripVertical aria-hidden="true" />
        </Button>
        <Button
          ref={more}
          excludeFromTabOrder
          aria-label={say.more(code.name)}
          className={styles.more}
          onPress={() => {
            const box = more.current?.getBoundingClientRect();
            if (box !== undefined) deeds.openMenu(code.id, { x: box.left, y: box.bottom });
          }}
        >
          <Ellipsis aria-hidden="true" />
        </Button>
      </span>
    </div>
  );
});

/** A code that is being renamed. */
function RenamedRow({ node, hasBelow }: { node: CodeNode; hasBelow: boolean }) {
  const { tree, marked, deeds } = useCodesTree();
  const { code } = node;
  return (
    <div className={styles.row} aria-current={marked === code.id ? 'true' : undefined}>
      <Lead hasBelow={hasBelow} />
      <Swatch hue={code.hue} pattern={code.pattern} />
      <CodeNameField
        initial={code.name}
        taken={siblingNames(childrenOf(tree, node.parent?.code.id ?? null), code.id)}
        onDone={(name, byKey) => deeds.finishRename(code.id, name, byKey)}
      />
    </div>
  );
}

function DraftRow() {
  const { draft, tree, deeds } = useCodesTree();
  if (draft === null) return null;
  return (
    <div className={styles.row}>
      <Lead hasBelow={false} />
      <NoSwatch />
      <CodeNameField
        initial=""
        taken={siblingNames(childrenOf(tree, draft.parent), null)}
        onDone={deeds.finishDraft}
        onLines={deeds.finishDrafts}
      />
      {/* The tree expects a handle in every row. */}
      <Button slot="drag" isDisabled className={styles.drag} />
    </div>
  );
}

function Lead({ hasBelow }: { hasBelow: boolean }) {
  return (
    <>
      <span className={styles.indent} />
      {hasBelow ? (
        <Button slot="chevron" excludeFromTabOrder className={styles.chevron}>
          <ChevronRight aria-hidden="true" />
        </Button>
      ) : (
        <span className={styles.noChevron} />
      )}
    </>
  );
}

function siblingNames(siblings: readonly CodeNode[], own: Id | null): ReadonlySet<string> {
  return new Set(siblings.filter((node) => node.code.id !== own).map((node) => node.code.name));
}
