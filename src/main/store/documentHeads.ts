import type { Database } from 'better-sqlite3';
import type { Id } from '../../shared/model/records.ts';
import type { WorkStatus } from '../../shared/model/variables.ts';
import { foldText } from '../../shared/text/folding.ts';
import { factOf, factRows, headRow, headRows, statusRows } from './rows/documentList.ts';
import { progressOf } from './rows/progress.ts';

/** A document as the list searches it: `hex` is its id, `low` its name, site and date, folded. */
export type Head = { readonly hex: string; readonly position: number; low: string };

/** Every document's head, read at the first question and then kept. */
export type Heads = {
  byHex(): ReadonlyMap<string, Head>;
  /** Begins to read, a step at a time between other work, so that the first question finds all read. */
  prepare(): void;
  /** In the list's order. */
  inOrder(): readonly Head[];
  /** Reads these documents again: they changed, came or went. */
  refresh(ids: Iterable<Id>): void;
  /** Forgets everything. */
  reset(): void;
};

const searchedFacts = ['site', 'date'] as const;

/** An id as SQLite's hex() writes it. */
export const hexOf = (id: Id): string => id.replaceAll('-', '').toUpperCase();

/** Documents read in one go: a few milliseconds' work. */
const pageSize = 3000;

/** Reads every document's head, in steps none of which takes long. */
function* readAll(db: Database): Generator<undefined, Map<string, Head>> {
  const facts: Map<string, string>[] = [];
  for (const name of searchedFacts) {
    facts.push(new Map(factRows(db, name)));
    yield;
  }
  const heads = new Map<string, Head>();
  for (let after = 0; ;) {
    const rows = headRows(db, after, pageSize);
    for (const [hex, position, name, row] of rows) {
      let head = name;
      for (const values of facts) head += `\n${values.get(hex) ?? ''}`;
      heads.set(hex, { hex, position, low: foldText(head) });
      after = row;
    }
    if (rows.length < pageSize) return heads;
    yield;
  }
}

function readOne(db: Database, id: Id): Head | undefined {
  const row = headRow(db, id);
  if (!row) return undefined;
  const [hex, position, name] = row;
  const low = foldText([name, ...searchedFacts.map((fact) => factOf(db, id, fact))].join('\n'));
  return { hex, position, low };
}

export function createHeads(db: Database): Heads {
  let heads: Map<string, Head> | null = null;
  let ordered: Head[] | null = null;
  let reading: ReturnType<typeof readAll> | null = null;
  /** Takes the next step of reading; answers whether all is read. */
  const step = (): boolean => {
    const { done, value } = (reading ??= readAll(db)).next();
    if (!done) return false;
    heads = value;
    reading = null;
    return true;
  };
  const byHex = (): Map<string, Head> => {
    while (!heads) step();
    return heads;
  };
  return {
    byHex,
    prepare() {
      if (heads || reading) return;
      const mine = (reading = readAll(db));
      const next = (): void => {
        // Another may have finished or overthrown it meanwhile, or the project may be closed.
        if (reading === mine && db.open && !step()) setImmediate(next);
      };
      setImmediate(next);
    },
    inOrder: () =>
      (ordered ??= [...byHex().values()].sort((a, b) => a.position - b.position || (a.hex < b.hex ? -1 : 1))),
    reset() {
      reading = null;
      heads = null;
      ordered = null;
    },
    refresh(ids) {
      if (!heads) {
        reading = null; // what was read so far may be out of date
        return;
      }
      for (const id of ids) {
        const hex = hexOf(id);
        const before = heads.get(hex);
        const after = readOne(db, id);
        if (before && before.position === after?.position) {
          before.low = after.low;
          continue;
        }
        if (after) heads.set(hex, after);
        else heads.delete(hex);
        ordered = null;
      }
    },
  };
}

/** How far coders are with documents; each coder's statuses are read at the first question and then kept. */
export type Statuses = {
  /** The status of a document by `hex` for this coder; `to-do` everywhere for nobody. */
  of(coder: Id | null): (hex: string) => WorkStatus;
  refresh(document: Id, coder: Id): void;
  reset(): void;
};

export function createStatuses(db: Database): Statuses {
  const known = new Map<Id, Map<string, WorkStatus>>();
  return {
    of(coder) {
      if (coder === null) return () => 'to-do';
      const statuses = known.get(coder) ?? new Map<string, WorkStatus>(statusRows(db, coder));
      known.set(coder, statuses);
      return (hex) => statuses.get(hex) ?? 'to-do';
    },
    refresh(document, coder) {
      const status = progressOf(db, document, coder)?.status;
      if (status) known.get(coder)?.set(hexOf(document), status);
      else known.get(coder)?.delete(hexOf(document));
    },
    reset: () => known.clear(),
  };
}
