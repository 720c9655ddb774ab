import type { Database } from 'better-sqlite3';
import { writeValue } from '../../shared/model/answers.ts';
import type { Id } from '../../shared/model/records.ts';
import type { AnswerValue, WorkStatus } from '../../shared/model/variables.ts';
import { seededRandom } from '../../shared/stats/random.ts';
import { idFromBytes, idFromHex } from './ids.ts';
import type { JournaledTable, RowChange } from './journal.ts';
import {
  documentsAnswered,
  documentsOfRound,
  factOf,
  factRows,
  headRow,
  headRows,
  statusRows,
} from './rows/documentList.ts';
import { progressOf } from './rows/progress.ts';
import { findVariable } from './rows/variable.ts';

/** What the list is filtered by; all of it must hold. `coder`: whose status and answers are meant. */
export type DocumentFilter = {
  filter: string;
  status?: WorkStatus | undefined;
  where?: readonly { variable: Id; value: AnswerValue | null }[] | undefined;
  round?: Id | undefined;
  coder: Id | null;
};

/**
 * The order, the searched words and the acting coders' statuses of all documents, read once and then kept by the journal, so
 * that the list's filters and the step to the next article do not read the file for each document.
 */
export type DocumentIndex = {
  /** Documents that pass the filter, in their order. The last answer is kept until something changes. */
  find(filter: DocumentFilter): { total: number; window(offset: number, limit: number): Id[] };
  status(document: Id, coder: Id | null): WorkStatus;
  /** The next document in the list's order, round the end, that the coder has neither done nor set aside. */
  nextInList(document: Id | null, coder: Id | null): Id | null;
  /** As `nextInList`, in an order that the seed and the documents' ids fix: an import does not shuffle what was there. */
  nextAtRandom(document: Id | null, coder: Id | null, seed: number): Id | null;
  /** Takes in the row changes of one committed act. */
  apply(changes: readonly RowChange[]): void;
  /** As `apply`, where the changes are too many to list. */
  reset(touched: readonly JournaledTable[]): void;
};

/** `low`: name, site and date in lower case. */
type Entry = { hex: string; position: number; low: string };
type Statuses = Map<string, WorkStatus>;

const searchedFacts = ['site', 'date'] as const;
const hexOf = (id: Id): string => id.replaceAll('-', '').toUpperCase();

function readEntries(db: Database): Map<string, Entry> {
  const [sites, dates] = searchedFacts.map((name) => new Map(factRows(db, name)));
  const entries = new Map<string, Entry>();
  for (const [hex, position, name] of headRows(db)) {
    const low = `${name}\n${sites?.get(hex) ?? ''}\n${dates?.get(hex) ?? ''}`.toLocaleLowerCase();
    entries.set(hex, { hex, position, low });
  }
  return entries;
}

function readEntry(db: Database, id: Id): Entry | undefined {
  const row = headRow(db, id);
  if (!row) return undefined;
  const [hex, position, name] = row;
  const low = [name, ...searchedFacts.map((fact) => factOf(db, id, fact))].join('\n').toLocaleLowerCase();
  return { hex, position, low };
}

/** The words of a filter, each of which must occur, letters in either case. */
export function filterWords(filter: string): string[] {
  return filter
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** A document's place in the random order of a seed, [0, 1): the first number of a generator that both of them seed. */
function drawOf(hex: string, seed: number): number {
  let mixed = seed;
  for (let at = 0; at < hex.length; at += 8) {
    mixed = Math.imul(mixed ^ Number.parseInt(hex.slice(at, at + 8), 16), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return seededRandom(mixed)();
}

function isRenamedFact(before: string | null, after: string | null): boolean {
  if (before === null || after === null) return false;
  const [old, now] = [before, after].map((image) => JSON.parse(image) as { scope: string; name: string }); // of `variable`
  return now?.scope === 'fact' && now.name !== old?.name;
}

type Image = { document: string; coder: string | null };

export function createDocumentIndex(db: Database): DocumentIndex {
  let entries: Map<string, Entry> | null = null;
  let ordered: Entry[] | null = null;
  const statuses = new Map<Id, Statuses>();
  let last: { key: string; found: readonly Entry[] } | null = null;

  const byHex = (): Map<string, Entry> => (entries ??= readEntries(db));
  const inOrder = (): Entry[] =>
    (ordered ??= [...byHex().values()].sort((a, b) => a.position - b.position || (a.hex < b.hex ? -1 : 1)));
  const statusesOf = (coder: Id): Statuses => {
    let known = statuses.get(coder);
    if (!known) statuses.set(coder, (known = new Map(statusRows(db, coder))));
    return known;
  };
  const statusBy = (coder: Id | null): ((hex: string) => WorkStatus) => {
    const known = coder === null ? null : statusesOf(coder);
    return (hex) => known?.get(hex) ?? 'to-do';
  };
  const isOpen = (coder: Id | null): ((hex: string) => boolean) => {
    const status = statusBy(coder);
    return (hex) => status(hex) === 'to-do' || status(hex) === 'working';
  };

  const search = ({ filter, status, where = [], round, coder }: DocumentFilter): readonly Entry[] => {
    let found: readonly Entry[] = inOrder();
    for (const word of filterWords(filter)) found = found.filter(({ low }) => low.includes(word));
    if (status !== undefined) {
      const now = statusBy(coder);
      found = found.filter(({ hex }) => now(hex) === status);
    }
    for (const { variable, value } of where) {
      const isFact = findVariable(db, variable)?.scope === 'fact';
      const text = value === null ? null : writeValue(value);
      const has = new Set(
        coder === null && !isFact ? [] : documentsAnswered(db, variable, isFact ? null : coder, text),
      );
      found = found.filter(({ hex }) => has.has(hex) === (value !== null));
    }
    if (round === undefined) return found;
    const given = new Set(documentsOfRound(db, round));
    return found.filter(({ hex }) => given.has(hex));
  };

  const refresh = (ids: Iterable<Id>): void => {
    if (!entries) return;
    for (const id of ids) {
      const hex = hexOf(id);
      const before = entries.get(hex);
      const after = readEntry(db, id);
      if (before && before.position === after?.position) {
        before.low = after.low;
        continue;
      }
      if (after) entries.set(hex, after);
      else entries.delete(hex);
      ordered = null;
    }
  };

  return {
    find(filter) {
      const key = JSON.stringify(filter);
      if (last?.key !== key) last = { key, found: search(filter) };
      const { found } = last;
      return {
        total: found.length,
        window: (offset, limit) => found.slice(offset, offset + limit).map(({ hex }) => idFromHex(hex)),
      };
    },
    status: (document, coder) => statusBy(coder)(hexOf(document)),
    nextInList(document, coder) {
      const list = inOrder();
      const open = isOpen(coder);
      const here = document === null ? undefined : byHex().get(hexOf(document));
      const at = here ? list.indexOf(here) : -1;
      for (let step = 1; step <= list.length; step++) {
        const entry = list[(at + step) % list.length];
        if (entry && entry !== here && open(entry.hex)) return idFromHex(entry.hex);
      }
      return null;
    },
    nextAtRandom(document, coder, seed) {
      const open = isOpen(coder);
      const here = document === null ? null : hexOf(document);
      const from = here === null ? -1 : drawOf(here, seed);
      let next: { hex: string; draw: number } | null = null;
      for (const { hex } of byHex().values()) {
        if (hex === here || !open(hex)) continue;
        // Those before the present one come after all that follow it: round the end.
        const drawn = drawOf(hex, seed);
        const draw = drawn > from || (drawn === from && here !== null && hex > here) ? drawn : drawn + 1;
        if (!next || draw < next.draw || (draw === next.draw && hex < next.hex)) next = { hex, draw };
      }
      return next && idFromHex(next.hex);
    },
    apply(changes) {
      const documents = new Set<Id>();
      let renamed = false;
      for (const { record, pk, before, after } of changes) {
        if (record === 'document') documents.add(idFromBytes(pk));
        if (record === 'variable') renamed ||= isRenamedFact(before, after);
        if (record !== 'answer' && record !== 'progress') continue;
        const image = JSON.parse(after ?? before ?? '{}') as Image; // an image of `answer` or `progress`
        const document = idFromHex(image.document);
        if (record === 'answer' && image.coder === null) documents.add(document);
        if (record === 'progress' && image.coder !== null) {
          const coder = idFromHex(image.coder);
          const status = progressOf(db, document, coder)?.status;
          if (status) statuses.get(coder)?.set(hexOf(document), status);
          else statuses.get(coder)?.delete(hexOf(document));
        }
      }
      last = null;
      if (renamed) {
        entries = null;
        ordered = null;
      } else refresh(documents);
    },
    reset(touched) {
      last = null;
      if (touched.includes('progress')) statuses.clear();
      if (touched.includes('document') || touched.includes('answer') || touched.includes('variable')) {
        entries = null;
        ordered = null;
      }
    },
  };
}
