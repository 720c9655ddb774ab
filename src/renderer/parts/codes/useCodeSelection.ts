import { useEffect, useState } from 'react';
import { childrenOf } from '../../../shared/model/codeTree.ts';
import type { CodeTree } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import { neighbourOf } from './codeNeighbours.ts';

type NewCode = { name: string; parent: Id | null };

export type CodeSelection = {
  selected: Id | null;
  select: (code: Id) => void;
  /** A code of this name and place is about to be made: it will be selected. */
  expectCode: (code: NewCode) => void;
};

/**
 * Which code is selected. The selection follows the code that becomes active in the reader, goes to a code that was
 * just made here, and to a neighbour when its code is removed; the last two take the focus along.
 */
export function useCodeSelection(
  tree: CodeTree,
  activeCode: Id | null,
  { focusRow, aimAt }: { focusRow: (code: Id) => void; aimAt: (code: Id) => void },
): CodeSelection {
  const [selected, setSelected] = useState(activeCode);
  const [expected, setExpected] = useState<NewCode | null>(null);
  const [seen, setSeen] = useState({ tree, activeCode });
  const [focus, setFocus] = useState<{ code: Id } | null>(null);

  if (seen.tree !== tree || seen.activeCode !== activeCode) {
    setSeen({ tree, activeCode });
    if (activeCode !== null && activeCode !== seen.activeCode) setSelected(activeCode);
    const made = expected === null ? undefined : findNew(tree, seen.tree, expected);
    if (made !== undefined) {
      setSelected(made);
      setExpected(null);
      setFocus({ code: made });
    } else if (selected !== null && !tree.nodes.has(selected)) {
      const next = neighbourOf(seen.tree, selected, tree);
      setSelected(next);
      if (next !== null) setFocus({ code: next });
    }
  }

  useEffect(() => {
    if (focus !== null) focusRow(focus.code);
  }, [focus, focusRow]);

  useEffect(() => {
    if (selected !== null) aimAt(selected);
  }, [selected, aimAt]);

  return { selected, select: setSelected, expectCode: setExpected };
}

function findNew(tree: CodeTree, before: CodeTree, { name, parent }: NewCode): Id | undefined {
  return childrenOf(tree, parent).find((node) => node.code.name === name && !before.nodes.has(node.code.id))?.code.id;
}
