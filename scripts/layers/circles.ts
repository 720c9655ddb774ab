import { isTest } from './module.ts';
import type { Module } from './module.ts';
import type { Snippet } from './rule.ts';

/**
 * Groups of modules that import each other, directly or through others; imports of types and those of code that is loaded later
 * count as any. Each is told by its shortest way round. Tarjan, "Depth-first search and linear graph algorithms" (1972).
 */
export function circlesIn(modules: readonly Module[]): string[] {
  const known = new Map(modules.filter(({ path }) => !isTest(path)).map((module) => [module.path, targets(module)]));
  return strongParts(known).map((part) => shortestWay(part, known).join(' → '));
}

function targets({ imports }: Module): string[] {
  return imports.flatMap(({ path }) => (path === null ? [] : [path]));
}

type Arrows = ReadonlyMap<string, readonly string[]>;

/** Sets of modules of which each reaches each other one. A module alone is one only if it imports itself. */
function strongParts(arrows: Arrows): Set<string>[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const parts: Set<string>[] = [];
  const visit = (path: string): number => {
    const place = order.size;
    order.set(path, place);
    let low = place;
    open.push(path);
    for (const next of arrows.get(path) ?? []) {
      if (!arrows.has(next)) continue;
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low);
    }
    lowest.set(path, low);
    if (low !== place) return low;
    const part = new Set(open.splice(open.indexOf(path)));
    if (part.size > 1 || arrows.get(path)?.includes(path) === true) parts.push(part);
    return low;
  };
  for (const path of arrows.keys()) if (!order.has(path)) visit(path);
  return parts;
}

/** The shortest way from a module of the part back to itself. */
function shortestWay(part: ReadonlySet<string>, arrows: Arrows): string[] {
  const [start = ''] = [...part].sort();
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of arrows.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, start];
      if (!part.has(next) || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [...part];
}

/** Made-up modules that go in a circle, as a proof that one is found. */
export const brokenCircles: readonly (readonly Snippet[])[] = [
  [
    { path: 'src/a.ts', text: "import { b } from './b.ts';" },
    { path: 'src/b.ts', text: "import { a } from './a.ts';" },
  ],
  [
    { path: 'src/a.ts', text: "import type { B } from './b.ts';" },
    { path: 'src/b.ts', text: "export type { C } from './c.ts';" },
    { path: 'src/c.ts', text: "export type C = import('./a.ts').A;" },
  ],
  [
    { path: 'src/a.ts', text: "import { b } from './b.ts';" },
    { path: 'src/b.ts', text: "export const later = () => import('./a.ts');" },
  ],
  [{ path: 'src/a.ts', text: "import type { A } from './a.ts';" }],
];

/** Modules that come close and go in none. */
export const soundCircles: readonly (readonly Snippet[])[] = [
  [
    { path: 'src/a.ts', text: "import { b } from './b.ts';\nimport { c } from './c.ts';" },
    { path: 'src/b.ts', text: "import { c } from './c.ts';" },
    { path: 'src/c.ts', text: "import { z } from 'zod';" },
  ],
];
