import { go, single, snapshot } from 'fuzzysort';
import type { SnapshotKey } from 'fuzzysort';
import type { CodeNode, CodeTree } from '../../../shared/model/codeTree.ts';
import type { Code, Id } from '../../../shared/model/records.ts';
import { foldName } from '../../../shared/text/folding.ts';

export type RankedCode = {
  readonly node: CodeNode;
  /** Which UTF-16 units of the path the query matched, in rising order. */
  readonly marks: readonly number[];
};

/** Matches that score less are accidents: the letters happen to occur in this order. */
export const threshold = 0.2;

/** And so are those that score less than this share of the best. */
export const falloff = 0.4;

export type CodeIndex = {
  /** The whole codebook. */
  readonly tree: CodeTree;
  /** The codes that can be found, in tree order. */
  readonly nodes: CodeTree['nodes'];
  readonly paths: SnapshotKey<CodeNode>;
  /** Each code's place in tree order, which decides between equal matches. */
  readonly places: ReadonlyMap<CodeNode, number>;
  /** Codes whose paths hold decomposed letters or signs that are not seen, with how they look. */
  readonly rewritten: readonly { node: CodeNode; path: string }[];
};

/**
 * Prepares a codebook for {@link rankCodes}; worth keeping for as long as the codes do not change.
 *
 * @param offers whether a code can be found; codes that cannot still stand in the paths of those below them.
 */
export function indexCodes(tree: CodeTree, offers: (code: Code) => boolean = () => true): CodeIndex {
  const offered = new Map([...tree.nodes].filter(([, { code }]) => offers(code)));
  const nodes = [...offered.values()];
  return {
    tree,
    nodes: offered,
    paths: snapshot(nodes, { key: 'path' }),
    places: new Map(nodes.map((node, at) => [node, at])),
    rewritten: nodes.flatMap((node) => {
      const path = foldName(node.path);
      return path === node.path ? [] : [{ node, path }];
    }),
  };
}

/**
 * The codes that a query may mean, best first: by how well their path matches, where a match in the code's own name
 * counts more than one above it, and of like matches the one that was used lately. A lone digit puts its code first.
 * An empty query gives the codes used lately, then the pinned ones in the order of their digits, then the rest in tree
 * order.
 *
 * @param recent ids of the codes used lately, the latest first; unknown ones are passed over.
 */
export function rankCodes(index: CodeIndex, query: string, recent: readonly Id[], limit: number): RankedCode[] {
  const { nodes } = index;
  const text = foldName(query);
  const lately = new Map(recent.map((id, at) => [id, at]));
  if (text === '') {
    const first = new Set<CodeNode>();
    for (const id of recent) {
      const node = nodes.get(id);
      if (node !== undefined) first.add(node);
    }
    for (const node of pinned(nodes)) first.add(node);
    for (const node of nodes.values()) {
      if (first.size >= limit) break;
      first.add(node);
    }
    return [...first].slice(0, limit).map((node) => ({ node, marks: [] }));
  }
  const found = new Map<CodeNode, { node: CodeNode; score: number; marks: readonly number[] }>();
  const add = (node: CodeNode, score: number, indexes: readonly number[]): void => {
    if (found.has(node)) return;
    const ownFrom = node.path.length - node.code.name.length;
    const own = indexes.every((at) => at >= ownFrom) ? 0.15 : 0;
    const used = lately.get(node.code.id);
    const recency = used === undefined ? 0 : 0.08 / (1 + used / 8);
    found.set(node, { node, score: score + own + recency, marks: [...indexes].sort((a, b) => a - b) });
  };
  // The library ranks all codes; only its first choices and the codes used lately are weighed again.
  for (const { obj, score, indexes } of go(text, index.paths, { limit: limit + 200, threshold })) {
    add(obj, score, indexes);
  }
  for (const id of recent) {
    const node = nodes.get(id);
    const match = node === undefined ? null : single(text, node.path);
    if (node !== undefined && match !== null && match.score >= threshold) add(node, match.score, match.indexes);
  }
  // A path that is written in another way than it looks is compared as it looks; its letters are then not marked.
  for (const { node, path } of index.rewritten) {
    const match = single(text, path);
    if (match !== null && match.score >= threshold) add(node, match.score, []);
  }
  const sorted = [...found.values()].sort(
    (a, b) => b.score - a.score || (index.places.get(a.node) ?? 0) - (index.places.get(b.node) ?? 0),
  );
  const least = (sorted[0]?.score ?? 0) * falloff;
  const ranked = sorted
    .filter(({ score }) => score >= least)
    .slice(0, limit)
    .map(({ node, marks }) => ({ node, marks }));
  const holder = /^[0-9]$/u.test(text) ? pinned(nodes).find((node) => node.code.key === text) : undefined;
  if (holder === undefined) return ranked;
  return [{ node: holder, marks: [] }, ...ranked.filter(({ node }) => node !== holder)].slice(0, limit);
}

/** The pinned codes in the order of the keyboard: 1 to 9, then 0. */
function pinned(nodes: CodeTree['nodes']): CodeNode[] {
  const place = (node: CodeNode): number => (Number(node.code.key) + 9) % 10;
  return [...nodes.values()].filter((node) => node.code.key !== null).sort((a, b) => place(a) - place(b));
}

/** Cuts a text into runs that are marked and runs that are not, in order; together they are the text. */
export function markedRuns(text: string, marks: readonly number[]): { text: string; isMarked: boolean }[] {
  const runs: { text: string; isMarked: boolean }[] = [];
  const marked = new Set(marks);
  let at = 0;
  for (const letter of text) {
    const isMarked = marked.has(at);
    const last = runs.at(-1);
    if (last?.isMarked === isMarked) last.text += letter;
    else runs.push({ text: letter, isMarked });
    at += letter.length;
  }
  return runs;
}
