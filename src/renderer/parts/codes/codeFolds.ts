import type { CodeTree } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';

/** The folded codes without `code` and those above it, so that what is below `code` is shown; the same set when none of them is folded. */
export function unfoldedTo(tree: CodeTree, folded: ReadonlySet<Id>, code: Id | null): ReadonlySet<Id> {
  const left = new Set(folded);
  for (let node = code === null ? null : (tree.nodes.get(code) ?? null); node !== null; node = node.parent) {
    left.delete(node.code.id);
  }
  return left.size === folded.size ? folded : left;
}

/** The codes that are folded when those in `open` are all that is open. */
export function foldedBut(tree: CodeTree, open: ReadonlySet<Id>): ReadonlySet<Id> {
  const folded = new Set<Id>();
  for (const { code, children } of tree.nodes.values()) {
    if (children.length > 0 && !open.has(code.id)) folded.add(code.id);
  }
  return folded;
}
