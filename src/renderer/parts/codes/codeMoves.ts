import { childrenOf, makesCycle } from '../../../shared/model/codeTree.ts';
import type { CodePlace, CodeTree } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';

export type Direction = 'up' | 'down' | 'in' | 'out';

/**
 * Where a code goes when it is moved by a key: up or down among its siblings, in under the sibling before it, or out
 * behind its parent. Null when it cannot go there.
 */
export function placeByKey(tree: CodeTree, code: Id, direction: Direction): CodePlace | null {
  const node = tree.nodes.get(code);
  if (node === undefined) return null;
  const parent = node.parent?.code.id ?? null;
  const siblings = childrenOf(tree, parent);
  const at = siblings.indexOf(node);
  const before = siblings[at - 1];
  switch (direction) {
    case 'up':
      return before === undefined ? null : { parent, before: before.code.id };
    case 'down':
      return at === siblings.length - 1 ? null : { parent, before: siblings[at + 2]?.code.id ?? null };
    case 'in':
      return before === undefined ? null : { parent: before.code.id, before: null };
    case 'out':
      return node.parent === null ? null : placeAfter(tree, node.parent.code.id, code);
  }
}

/** Where a code goes that is dropped on, before or after another. Null when that is where it is, or under itself. */
export function placeOfDrop(
  tree: CodeTree,
  code: Id,
  target: { key: Id; dropPosition: 'before' | 'on' | 'after' },
): CodePlace | null {
  const node = tree.nodes.get(target.key);
  if (node === undefined || target.key === code) return null;
  const parent = node.parent?.code.id ?? null;
  const place =
    target.dropPosition === 'on'
      ? { parent: target.key, before: null }
      : target.dropPosition === 'before'
        ? { parent, before: target.key }
        : placeAfter(tree, target.key, code);
  return makesCycle(tree, code, place.parent) || isThere(tree, code, place) ? null : place;
}

function placeAfter(tree: CodeTree, target: Id, moved: Id): CodePlace {
  const parent = tree.nodes.get(target)?.parent?.code.id ?? null;
  const others = childrenOf(tree, parent).filter((node) => node.code.id !== moved);
  const at = others.findIndex((node) => node.code.id === target);
  return { parent, before: others[at + 1]?.code.id ?? null };
}

function isThere(tree: CodeTree, code: Id, place: CodePlace): boolean {
  const node = tree.nodes.get(code);
  if (node === undefined || (node.parent?.code.id ?? null) !== place.parent) return false;
  const siblings = childrenOf(tree, place.parent);
  return (siblings[siblings.indexOf(node) + 1]?.code.id ?? null) === place.before;
}
