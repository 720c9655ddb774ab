import { useMemo, useState } from 'react';
import { buildCodeTree, subtotals } from '../../../shared/model/codeTree.ts';
import type { CodeTree } from '../../../shared/model/codeTree.ts';
import type { Code, Id } from '../../../shared/model/records.ts';
import { foldedBut, unfoldedTo } from './codeFolds.ts';
import { codeItems, shownByFilter } from './codeItems.ts';
import type { CodeItem, Draft } from './codeItems.ts';

export type TreeRows = {
  tree: CodeTree;
  totals: ReadonlyMap<Id, number>;
  roots: readonly CodeItem[];
  /** The codes whose rows below are open. */
  expanded: ReadonlySet<Id>;
  setExpanded: (expanded: ReadonlySet<Id>) => void;
  /** What is typed into the filter. */
  filter: string;
  setFilter: (filter: string) => void;
  /** How many codes match the filter; null: nothing is filtered. */
  matches: number | null;
  /** The row in which a new code gets its name. */
  draft: Draft | null;
  setDraft: (draft: Draft | null) => void;
  /** Unfolds what hides the codes below this one; null: the top level, which nothing hides. */
  reveal: (parent: Id | null) => void;
};

/** The rows to show, made again only where codes changed. What is folded counts for nothing while a filter is set. */
export function useTreeRows(codes: readonly Code[], tally: Readonly<Record<Id, number>>): TreeRows {
  const [filter, setFilter] = useState('');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<Id>>(new Set());
  const tree = useMemo(() => buildCodeTree(codes), [codes]);
  const totals = useMemo(() => subtotals(tree, tally), [tree, tally]);
  const found = useMemo(() => shownByFilter(tree, filter), [tree, filter]);
  const [last, setLast] = useState(() => ({ tree, found, draft, made: codeItems(tree, null, draft, new Map()) }));
  let { made } = last;
  if (last.tree !== tree || last.found !== found || last.draft !== draft) {
    made = codeItems(tree, found === null ? null : found.shown, draft, last.made.items);
    setLast({ tree, found, draft, made });
  }
  const expanded = useMemo(() => {
    const open = new Set<Id>();
    for (const [id, item] of made.items) if (item.children.length > 0) open.add(id);
    if (found === null) for (const id of folded) open.delete(id);
    return open;
  }, [made, found, folded]);
  return {
    tree,
    totals,
    roots: made.roots,
    expanded,
    setExpanded: (next) => {
      if (found === null) setFolded(foldedBut(tree, next));
    },
    filter,
    setFilter,
    matches: found === null ? null : found.matches,
    draft,
    setDraft,
    reveal: (parent) => setFolded(unfoldedTo(tree, folded, parent)),
  };
}
