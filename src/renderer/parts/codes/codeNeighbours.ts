import { codesStrings as say } from '#words/window/codes.ts';
import { childrenOf } from '../../../shared/model/codeTree.ts';
import type { CodeTree } from '../../../shared/model/codeTree.ts';
import type { Code, Id } from '../../../shared/model/records.ts';
import type { Draft } from './codeItems.ts';

/** Where a new code comes: beside or inside the code that is selected; at the top level when none is. */
export function draftFor(tree: CodeTree, selected: Id | null, place: 'beside' | 'inside'): Draft {
  const node = selected === null ? undefined : tree.nodes.get(selected);
  const parent = place === 'inside' ? node?.code.id : node?.parent?.code.id;
  return { parent: parent ?? null, label: say.newCode };
}

/**
 * The code that takes the selection when `code` has gone from `before`: the next sibling that is still in `after`, else
 * the one before it, else the nearest code above.
 */
export function neighbourOf(before: CodeTree, code: Id, after: CodeTree): Id | null {
  for (let node = before.nodes.get(code) ?? null; node !== null; node = node.parent) {
    const siblings = childrenOf(before, node.parent?.code.id ?? null);
    const at = siblings.indexOf(node);
    const near = [...siblings.slice(at), ...siblings.slice(0, at).reverse()];
    const next = near.find((one) => after.nodes.has(one.code.id));
    if (next !== undefined) return next.code.id;
  }
  return null;
}

/** The digits that are pinned, with their codes. */
export function digitHolders(codes: readonly Code[]): ReadonlyMap<string, Code> {
  const holders = new Map<string, Code>();
  for (const code of codes) if (code.key !== null) holders.set(code.key, code);
  return holders;
}
