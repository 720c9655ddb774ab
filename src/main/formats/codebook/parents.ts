import { depthFault } from '../../../shared/model/codeTree.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { joinPath, parsePath } from './entry.ts';
import { EntryFault } from './faults.ts';
import type { FaultList } from './faults.ts';

/** A row that names a code and, by its name or its path, the code above it ('' for none). */
export type ParentRow = { place: Message; name: string; parent: string };

type Node = { row: ParentRow; name: string; parent: string[]; above: Node | null };

/**
 * The paths of codes that say what stands above them, in the order of the rows; undefined where a row is at fault. A
 * parent is named by its path, or by its name where only one code has it. Rows may come in any order.
 */
export function pathsFromParents(rows: readonly ParentRow[], faults: FaultList): (string[] | undefined)[] {
  const nodes = rows.map((row) => faults.collect(row.place, () => readNode(row)));
  const sound = nodes.filter((node) => node !== undefined);
  const byName = new Map<string, Node[]>();
  for (const node of sound) byName.set(node.name, [...(byName.get(node.name) ?? []), node]);
  for (const node of sound) findAbove(node, byName, faults);
  const paths = new Map<Node, string[] | null>();
  for (const node of sound) walk(node, paths, faults);
  return nodes.map((node) => (node === undefined ? undefined : (paths.get(node) ?? undefined)));
}

function readNode(row: ParentRow): Node {
  if (row.name === '') throw new EntryFault(said('codebookFiles.noName'));
  const [name = '', ...more] = parsePath(row.name);
  if (more.length > 0) throw new EntryFault(said('codebookFiles.separatorInName', { above: more.at(-1) ?? '' }));
  return { row, name, parent: row.parent === '' ? [] : parsePath(row.parent), above: null };
}

/** Links a node to the one that its parent names: the code at that path, else the only one of that name. */
function findAbove(node: Node, byName: ReadonlyMap<string, Node[]>, faults: FaultList): void {
  const name = node.parent.at(-1);
  if (name === undefined) return;
  const candidates = byName.get(name) ?? [];
  const written = joinPath(node.parent);
  const rest = joinPath(node.parent.slice(0, -1));
  const exact = candidates.filter((other) => joinPath(other.parent) === rest);
  const fitting = exact.length > 0 ? exact : candidates;
  const [only] = fitting;
  if (only === undefined)
    faults.add(node.row.place, said('codebookFiles.noParent', { parent: written, name: node.name }));
  else if (fitting.length > 1 && exact.length === 0)
    faults.add(node.row.place, said('codebookFiles.severalParents', { parent: written, codes: fitting.length }));
  else {
    node.above = only;
    return;
  }
  node.parent = [];
  node.name = '';
}

/** Walks up from a node and gives it, and all above it, their paths; null to those at fault or below a fault. */
function walk(start: Node, paths: Map<Node, string[] | null>, faults: FaultList): void {
  const chain: Node[] = [];
  const seen = new Set<Node>();
  let node: Node | null = start;
  while (node && !paths.has(node) && !seen.has(node)) {
    chain.push(node);
    seen.add(node);
    node = node.above;
  }
  if (node && seen.has(node)) {
    const circle = chain.slice(chain.indexOf(node));
    const names = [...circle, node].map(({ name }) => name);
    faults.add(start.row.place, said('codebookFiles.codesInCircle', { names }));
    for (const one of chain) paths.set(one, null);
    return;
  }
  for (const one of chain.reverse()) {
    const above = one.above === null ? [] : paths.get(one.above);
    paths.set(one, above && one.name !== '' ? checkedPath(one, above, faults) : null);
  }
}

/** A parent that is written as a path must be the path of what was found. */
function checkedPath(node: Node, above: string[], faults: FaultList): string[] | null {
  if (node.parent.length > 1 && joinPath(above) !== joinPath(node.parent)) {
    faults.add(node.row.place, said('codebookFiles.noParent', { parent: joinPath(node.parent), name: node.name }));
    return null;
  }
  const path = [...above, node.name];
  const fault = depthFault(path);
  if (fault === null) return path;
  faults.add(node.row.place, fault);
  return null;
}
