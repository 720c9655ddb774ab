import { AppError } from '../errors.ts';
import { said } from '../words/message.ts';
import type { Message } from '../words/message.ts';
import { findNamed } from '../text/folding.ts';
import { mostLevels, pathSeparator } from './records.ts';
import type { Code, Id } from './records.ts';

/** How many hues the palette has; hues are numbered from 1. */
export const hueCount = 12;

export type CodeNode = {
  readonly code: Code;
  /** Names from the top level down, joined by ` / `. */
  readonly path: string;
  /** 0 at the top level. */
  readonly depth: number;
  /** The node above, or null at the top level. */
  readonly parent: CodeNode | null;
  /** In sibling order. */
  readonly children: readonly CodeNode[];
};

export type CodeTree = {
  /** The codes of the top level, in sibling order. */
  readonly roots: readonly CodeNode[];
  /** Every code of the codebook by its id, in tree order (parents before children). */
  readonly nodes: ReadonlyMap<Id, CodeNode>;
};

/** Where a code stands: under which parent (null: top level) and before which sibling (null: last). */
export type CodePlace = { parent: Id | null; before: Id | null };

/** Sibling order: by `position`, codes that share one by id, so that the order never depends on how rows arrive. */
function compareSiblings(a: Code, b: Code): number {
  return a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Arranges codes as a tree. Every code appears exactly once: one whose parent is missing, or that lies on a ring of
 * parents, stands at the top level, so that damaged data can still be seen and mended.
 */
export function buildCodeTree(codes: readonly Code[]): CodeTree {
  const ids = new Set(codes.map((code) => code.id));
  const below = new Map<Id | null, Code[]>();
  for (const code of codes) {
    const parent = code.parent !== null && ids.has(code.parent) ? code.parent : null;
    const siblings = below.get(parent);
    if (siblings === undefined) below.set(parent, [code]);
    else siblings.push(code);
  }
  for (const siblings of below.values()) siblings.sort(compareSiblings);

  const nodes = new Map<Id, CodeNode>();
  const roots: CodeNode[] = [];
  for (const code of below.get(null) ?? []) roots.push(plant(code, below, nodes));
  if (nodes.size < ids.size) {
    for (const code of [...codes].sort(compareSiblings)) {
      if (!nodes.has(code.id)) roots.push(plant(code, below, nodes));
    }
  }
  return { roots, nodes };
}

/** Grows the node of `top` and all below it, without recursion: a codebook may be deeper than the call stack. */
function plant(top: Code, below: ReadonlyMap<Id | null, readonly Code[]>, nodes: Map<Id, CodeNode>): CodeNode {
  const root = { code: top, path: top.name, depth: 0, parent: null, children: [] as CodeNode[] };
  const waiting: (CodeNode & { children: CodeNode[] })[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.set(node.code.id, node);
    const born: (CodeNode & { children: CodeNode[] })[] = [];
    for (const code of below.get(node.code.id) ?? []) {
      if (nodes.has(code.id) || code.id === top.id) continue;
      const path = node.path + pathSeparator + code.name;
      born.push({ code, path, depth: node.depth + 1, parent: node, children: [] });
    }
    node.children.push(...born);
    for (const child of born.toReversed()) waiting.push(child);
  }
  return root;
}

/** The codes directly under `parent` (null: the top level), in sibling order; none for an unknown parent. */
export function childrenOf(tree: CodeTree, parent: Id | null): readonly CodeNode[] {
  return parent === null ? tree.roots : (tree.nodes.get(parent)?.children ?? []);
}

/** All codes below a code, in tree order, without the code itself; none for an unknown code. */
export function descendants(tree: CodeTree, code: Id): CodeNode[] {
  const found: CodeNode[] = [];
  const waiting = [...childrenOf(tree, code)].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    for (const child of node.children.toReversed()) waiting.push(child);
  }
  return found;
}

/** Whether putting `code` under `parent` would make it its own ancestor. */
export function makesCycle(tree: CodeTree, code: Id, parent: Id | null): boolean {
  if (parent === code) return true;
  let node = parent === null ? null : (tree.nodes.get(parent) ?? null);
  while (node !== null) {
    if (node.code.id === code) return true;
    node = node.parent;
  }
  return false;
}

/** The levels of a path, blanks at their ends cut and runs of blanks made one: `Frames /  Conflict` → Frames, Conflict. */
export function splitPath(path: string): string[] {
  return ` ${path.replace(/\s+/gu, ' ').trim()} `
    .split(pathSeparator)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * The code with this path (levels joined by ` / `, upper and lower case distinct), or else the one whose path looks the
 * same, or null.
 */
export function findByPath(tree: CodeTree, path: string): Code | null {
  let level = tree.roots;
  let found: CodeNode | null = null;
  for (const name of splitPath(path)) {
    found = findNamed(level, name, ({ code }) => code.name) ?? null;
    if (found === null) return null;
    level = found.children;
  }
  return found === null ? null : found.code;
}

/**
 * What is wrong with codes that many levels deep, as part of a sentence; null: nothing. `path` names the deepest one, from the
 * top down.
 */
export function depthFault(path: readonly string[]): Message | null {
  if (path.length <= mostLevels) return null;
  const shown = [...path.slice(0, 2), '…', ...path.slice(-1)].join(pathSeparator);
  return said('fields.levels', { path: shown, levels: path.length, most: mostLevels });
}

/** The names from the top level down to a code. */
export function levelsOf(node: CodeNode): string[] {
  const names: string[] = [];
  for (let one: CodeNode | null = node; one !== null; one = one.parent) names.push(one.code.name);
  return names.reverse();
}

/**
 * Refuses to put a code (by its id; a new one by its name) under `parent` where it, or what stands below it, would come too deep. What an older
 * program has put deeper may go up. Throws `conflict`.
 */
export function refuseDepth(tree: CodeTree, code: string, parent: Id | null): void {
  const above = parent === null ? undefined : tree.nodes.get(parent);
  const top = tree.nodes.get(code);
  const deepest = top && descendants(tree, code).reduce((deep, node) => (node.depth > deep.depth ? node : deep), top);
  const below = top && deepest ? levelsOf(deepest).slice(top.depth) : [code];
  const path = [...(above ? levelsOf(above) : []), ...below];
  const fault = depthFault(path);
  if (fault === null || (deepest && path.length <= deepest.depth + 1)) return;
  throw new AppError('conflict', said('fields.nearerToTop', { fault }), { levels: path.length });
}

/** The position that puts a code last under `parent`. */
export function lastPosition(tree: CodeTree, parent: Id | null): number {
  const last = childrenOf(tree, parent).at(-1);
  return last === undefined ? 0 : last.code.position + 1;
}

/**
 * What must change so that `code` stands at `place`: the code itself first, then the siblings whose `position` makes
 * room. Positions keep gaps that moves leave, so most moves touch few codes.
 *
 * @throws AppError `not-found` when the code, the parent or the sibling is not there; `conflict` when the code would
 *   come under itself, or too deep.
 */
export function placeCode(
  tree: CodeTree,
  code: Id,
  place: CodePlace,
): { code: Id; parent: Id | null; position: number }[] {
  const moved = tree.nodes.get(code);
  if (moved === undefined) throw new AppError('not-found', said('fields.codeGone'), { code });
  if (place.parent !== null && !tree.nodes.has(place.parent)) {
    throw new AppError('not-found', said('fields.parentGone'), { parent: place.parent });
  }
  if (makesCycle(tree, code, place.parent)) {
    throw new AppError('conflict', said('fields.underItself', { name: moved.code.name }), { code });
  }
  refuseDepth(tree, code, place.parent);
  const siblings = childrenOf(tree, place.parent).filter((node) => node.code.id !== code);
  const at = place.before === null ? siblings.length : siblings.findIndex((node) => node.code.id === place.before);
  if (at === -1) {
    throw new AppError('not-found', said('fields.siblingGone'), { before: place.before });
  }
  const position = (siblings[at - 1]?.code.position ?? -1) + 1;
  const changes = [{ code, parent: place.parent, position }];
  let taken = position;
  for (const { code: sibling } of siblings.slice(at)) {
    if (sibling.position > taken) break;
    taken += 1;
    changes.push({ code: sibling.id, parent: place.parent, position: taken });
  }
  return changes;
}

/** The hue that the codes under `parent` use least; of several, the one the whole codebook uses least, then the first. */
export function nextHue(tree: CodeTree, parent: Id | null): number {
  const uses = Array.from({ length: hueCount }, (_, index) => ({ hue: index + 1, siblings: 0, all: 0 }));
  for (const { code } of childrenOf(tree, parent)) {
    const use = uses[code.hue - 1];
    if (use !== undefined) use.siblings += 1;
  }
  for (const { code } of tree.nodes.values()) {
    const use = uses[code.hue - 1];
    if (use !== undefined) use.all += 1;
  }
  uses.sort((a, b) => a.siblings - b.siblings || a.all - b.all || a.hue - b.hue);
  return uses[0]?.hue ?? 1;
}

/** Adds to each code's own count the counts of all codes below it; codes without any are left out. */
export function subtotals(tree: CodeTree, tally: Readonly<Record<Id, number>>): ReadonlyMap<Id, number> {
  const totals = new Map<Id, number>();
  for (const node of [...tree.nodes.values()].reverse()) {
    const total = (totals.get(node.code.id) ?? 0) + (tally[node.code.id] ?? 0);
    if (total === 0) continue;
    totals.set(node.code.id, total);
    if (node.parent !== null) totals.set(node.parent.code.id, (totals.get(node.parent.code.id) ?? 0) + total);
  }
  return totals;
}
