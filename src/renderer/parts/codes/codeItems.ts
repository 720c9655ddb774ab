import { codesStrings as say } from '#words/window/codes.ts';
import type { CodeNode, CodeTree } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import { foldText, foldWords } from '../../../shared/text/folding.ts';

/** What the tree view is built from: the name is what a screen reader says. An item is a new object only when its name or something below it changed. */
export type CodeItem = { readonly id: Id; readonly name: string; readonly children: readonly CodeItem[] };

/** The id of the row in which a new code gets its name. */
export const draftId = 'draft';

/** The empty row of a code to come: the last under `parent` (null: top level). */
export type Draft = { parent: Id | null; label: string };

/**
 * The items of a tree, children in order. Items of `before` that still say the same are used again, so that a view
 * with thousands of rows builds only the rows that changed.
 *
 * @param shown which codes to include; null: all.
 */
export function codeItems(
  tree: CodeTree,
  shown: ReadonlySet<Id> | null,
  draft: Draft | null,
  before: ReadonlyMap<Id, CodeItem>,
): { roots: CodeItem[]; items: Map<Id, CodeItem> } {
  const items = new Map<Id, CodeItem>();
  const children = (nodes: readonly CodeNode[], parent: Id | null): CodeItem[] => {
    const list: CodeItem[] = [];
    for (const node of nodes) {
      const item = items.get(node.code.id);
      if (item !== undefined) list.push(item);
    }
    if (draft?.parent === parent) list.push({ id: draftId, name: draft.label, children: [] });
    return list;
  };
  for (const node of [...tree.nodes.values()].reverse()) {
    const { id, archived } = node.code;
    const name = archived ? say.archivedName(node.code.name) : node.code.name;
    if (shown !== null && !shown.has(id)) continue;
    const below = children(node.children, id);
    const old = before.get(id);
    items.set(id, old?.name === name && sameItems(old.children, below) ? old : { id, name, children: below });
  }
  return { roots: children(tree.roots, null), items };
}

function sameItems(a: readonly CodeItem[], b: readonly CodeItem[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** The codes whose name or path holds every word of `filter`, with the codes above them; null when nothing is filtered. */
export function shownByFilter(tree: CodeTree, filter: string): { shown: Set<Id>; matches: number } | null {
  const words = foldWords(filter);
  if (words.length === 0) return null;
  const shown = new Set<Id>();
  let matches = 0;
  for (const node of tree.nodes.values()) {
    const path = foldText(node.path);
    if (!words.every((word) => path.includes(word))) continue;
    matches += 1;
    for (let one: CodeNode | null = node; one !== null && !shown.has(one.code.id); one = one.parent) {
      shown.add(one.code.id);
    }
  }
  return { shown, matches };
}
