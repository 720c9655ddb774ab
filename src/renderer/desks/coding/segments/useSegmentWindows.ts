import { useCallback, useEffect, useRef, useState } from 'react';
import type { Segment } from '../../../../shared/api/segments.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { windowsFor } from './listCursor.ts';

/** Reads rows `offset` to `offset + limit` of the list, how many rows there are, and how many of those are agreed. */
export type LoadSegments = (
  offset: number,
  limit: number,
) => Promise<{ total: number; agreed: number; rows: readonly Segment[] }>;

/** How many rows are read at a time. */
const size = 100;

type Loaded = {
  /** Null until the first answer. */
  total: number | null;
  /** Of these so many are the agreed version's. */
  agreed: number;
  windows: ReadonlyMap<number, readonly Segment[]>;
  problem: string | null;
};

export type SegmentWindows = {
  total: number | null;
  agreed: number;
  problem: string | null;
  /** The row at this place; undefined while it is not read. */
  row: (at: number) => Segment | undefined;
  /** Where an annotation stands, as far as it has been read. */
  indexOf: (annotation: Id) => number | null;
  /** Says which rows are in sight, so that they are read. */
  want: (first: number, last: number) => void;
  retry: () => void;
};

/**
 * A long list of which only the rows in sight are read. When `load` or `revision` changes, the rows in sight are read
 * again and the old ones stay until the new are there, so that nothing flickers; late answers to old questions count
 * for nothing.
 */
export function useSegmentWindows(load: LoadSegments, revision: number): SegmentWindows {
  const [loaded, setLoaded] = useState<Loaded>({ total: null, agreed: 0, windows: new Map(), problem: null });
  const [tries, setTries] = useState(0);
  const asked = useRef({ generation: 0, windows: new Set<number>(), inSight: [0] });

  const read = useCallback(
    async (windows: readonly number[], startsOver: boolean): Promise<void> => {
      const { generation } = asked.current;
      for (const one of windows) asked.current.windows.add(one);
      try {
        const answers = await Promise.all(windows.map((one) => load(one * size, size)));
        if (generation !== asked.current.generation) return;
        setLoaded((before) => {
          const kept = startsOver ? [] : [...before.windows];
          const fresh = windows.map((one, at) => [one, answers[at]?.rows ?? []] as const);
          const { total = 0, agreed = 0 } = answers[0] ?? {};
          return { total, agreed, windows: new Map([...kept, ...fresh]), problem: null };
        });
      } catch (error) {
        if (generation !== asked.current.generation) return;
        for (const one of windows) asked.current.windows.delete(one);
        setLoaded((before) => ({ ...before, problem: error instanceof Error ? error.message : String(error) }));
      }
    },
    [load],
  );

  useEffect(() => {
    asked.current = { ...asked.current, generation: asked.current.generation + 1, windows: new Set() };
    void read(asked.current.inSight, true);
  }, [read, revision, tries]);

  const want = useCallback(
    (first: number, last: number): void => {
      const inSight = windowsFor(first, last, size);
      asked.current.inSight = inSight;
      const missing = inSight.filter((one) => !asked.current.windows.has(one));
      if (missing.length > 0) void read(missing, false);
    },
    [read],
  );

  const { total, agreed, windows, problem } = loaded;
  return {
    total,
    agreed,
    problem,
    row: (at) => windows.get(Math.floor(at / size))?.[at % size],
    indexOf: (annotation) => {
      for (const [number, rows] of windows) {
        const at = rows.findIndex((row) => row.id === annotation);
        if (at !== -1) return number * size + at;
      }
      return null;
    },
    want,
    retry: () => setTries((before) => before + 1),
  };
}
