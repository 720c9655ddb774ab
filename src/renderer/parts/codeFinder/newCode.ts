import { findByPath, splitPath } from '../../../shared/model/codeTree.ts';
import type { CodeTree } from '../../../shared/model/codeTree.ts';
import { codeNameSchema, pathSeparator } from '../../../shared/model/records.ts';
import type { Code } from '../../../shared/model/records.ts';
import { foldText } from '../../../shared/text/folding.ts';

/** A code that could be made from what was typed: its name, and the code it comes under (null: top level). */
export type NewCode = { name: string; parent: Code | null };

/**
 * What typing makes: `Named` a code at the top level, `Frames / Named` one under Frames when that is there (upper and
 * lower case may differ). Null when nothing is typed, the code exists, its parent does not, or the name is too long.
 */
export function newCodeFrom(tree: CodeTree, typed: string): NewCode | null {
  const levels = splitPath(typed);
  const last = levels.pop();
  if (last === undefined) return null;
  const name = codeNameSchema.safeParse(last);
  if (!name.success) return null;
  const parent = levels.length === 0 ? null : findAnyCase(tree, levels);
  if (parent === null && levels.length > 0) return null;
  const path = parent === null ? name.data : (tree.nodes.get(parent.id)?.path ?? '') + pathSeparator + name.data;
  return findByPath(tree, path) === null ? { name: name.data, parent } : null;
}

function findAnyCase(tree: CodeTree, levels: readonly string[]): Code | null {
  const exact = findByPath(tree, levels.join(pathSeparator));
  if (exact !== null) return exact;
  let level = tree.roots;
  let found: Code | null = null;
  for (const name of levels) {
    const node = level.find((one) => foldText(one.code.name) === foldText(name));
    if (node === undefined) return null;
    found = node.code;
    level = node.children;
  }
  return found;
}
