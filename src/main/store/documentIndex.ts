import type { Database } from 'better-sqlite3';
import { writeValue } from '../../shared/model/answers.ts';
import type { Id } from '../../shared/model/records.ts';
import type { AnswerValue, WorkStatus } from '../../shared/model/variables.ts';
import { seededRandom } from '../../shared/stats/random.ts';
import { foldWords } from '../../shared/text/folding.ts';
import { createHeads, createStatuses, hexOf } from './documentHeads.ts';
import type { Head, Heads, Statuses } from './documentHeads.ts';
import { idFromBytes, idFromHex } from './ids.ts';
import type { JournaledTable, RowChange } from './rowChange.ts';
import { documentsAnswered, documentsOfRound } from './rows/documentList.ts';
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
  /** Begins to read what the filters need, between other work. */
  prepare(): void;
  /** Takes in the row changes of one committed act. */
  apply(changes: readonly RowChange[]): void;
  /** As `apply`, where the changes are too many to list. */
  reset(touched: readonly JournaledTable[]): void;
};

export function createDocumentIndex(db: Database): DocumentIndex {
  const heads = createHeads(db);
  const statuses = createStatuses(db);
  let drawn: Draws | null = null;
  let last: { key: string; found: readonly Head[] } | null = null;
  return {
    find(filter) {
      const key = JSON.stringify(filter);
      if (last?.key !== key) last = { key, found: search(db, heads, statuses, filter) };
      const { found } = last;
      return {
        total: found.length,
        window: (offset, limit) => found.slice(offset, offset + limit).map(({ hex }) => idFromHex(hex)),
      };
    },
    prepare: () => heads.prepare(),
    status: (document, coder) => statuses.of(coder)(hexOf(document)),
    nextInList: (document, coder) => nextInList(heads, document, isOpen(statuses, coder)),
    nextAtRandom(document, coder, seed) {
      const list = heads.inOrder();
      if (drawn?.list !== list || drawn.seed !== seed) drawn = drawAll(list, seed);
      const here = document === null ? undefined : heads.byHex().get(hexOf(document));
      return nextAtRandom(drawn, here, isOpen(statuses, coder));
    },
    apply(changes) {
      last = null;
      const { documents, progress, isRenamed } = touchedBy(changes);
      for (const { document, coder } of progress) statuses.refresh(document, coder);
      if (isRenamed) heads.reset();
      else heads.refresh(documents);
    },
    reset(touched) {
      last = null;
      if (touched.includes('progress')) statuses.reset();
      if ((['document', 'answer', 'variable'] as const).some((table) => touched.includes(table))) heads.reset();
    },
  };
}

function search(db: Database, heads: Heads, statuses: Statuses, wanted: DocumentFilter): readonly Head[] {
  const { filter, status, where = [], round, coder } = wanted;
  let found = heads.inOrder();
  for (const word of foldWords(filter)) found = found.filter(({ low }) => low.includes(word));
  if (status !== undefined) {
    const statusOf = statuses.of(coder);
    found = found.filter(({ hex }) => statusOf(hex) === status);
  }
  for (const { variable, value } of where) {
    const asked = findVariable(db, variable);
    const isFact = asked?.scope === 'fact';
    const isOneOfMany = asked?.level === 'multiple' && typeof value === 'number';
    const written = value === null || isOneOfMany ? value : writeValue(value);
    // Nobody has answered anything; a fact has no coder.
    const nobody = coder === null && !isFact;
    const has = new Set(nobody ? [] : documentsAnswered(db, variable, isFact ? null : coder, written));
    found = found.filter(({ hex }) => has.has(hex) === (value !== null));
  }
  if (round === undefined) return found;
  const given = new Set(documentsOfRound(db, round));
  return found.filter(({ hex }) => given.has(hex));
}

function isOpen(statuses: Statuses, coder: Id | null): (hex: string) => boolean {
  const statusOf = statuses.of(coder);
  return (hex) => {
    const status = statusOf(hex);
    return status === 'to-do' || status === 'working';
  };
}

function nextInList(heads: Heads, document: Id | null, isOpen: (hex: string) => boolean): Id | null {
  const list = heads.inOrder();
  const here = document === null ? undefined : heads.byHex().get(hexOf(document));
  const at = here ? list.indexOf(here) : -1;
  for (let step = 1; step <= list.length; step++) {
    const head = list[(at + step) % list.length];
    if (head && head !== here && isOpen(head.hex)) return idFromHex(head.hex);
  }
  return null;
}

/** 32 bits that depend on every digit of the id. */
function saltOf(hex: string): number {
  let mixed = 0;
  for (let at = 0; at < hex.length; at += 8) {
    mixed = Math.imul(mixed ^ Number.parseInt(hex.slice(at, at + 8), 16), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}

/** Places of documents in the random order of a seed, [0, 1), beside the list they belong to. */
type Draws = { list: readonly Head[]; seed: number; draws: Float64Array };

/** A place is drawn from a generator that the seed and the document's id seed. */
function drawAll(list: readonly Head[], seed: number): Draws {
  const spread = Math.imul(seed + 1, 0x85ebca6b);
  // Now and then two of 50,000 documents draw the same 32 bits: their order in the list then tells them apart.
  const draws = Float64Array.from(list, ({ hex }, index) => seededRandom(saltOf(hex) ^ spread)() + index / 2 ** 52);
  return { list, seed, draws };
}

function nextAtRandom({ list, draws }: Draws, here: Head | undefined, isOpen: (hex: string) => boolean): Id | null {
  const from = here ? (draws[list.indexOf(here)] ?? -1) : -1;
  let best: { head: Head; place: number } | null = null;
  list.forEach((head, index) => {
    const draw = draws[index] ?? 0;
    // Those before the present one come after all that follow it: round the end.
    const place = draw > from ? draw : draw + 1;
    if (head !== here && (!best || place < best.place) && isOpen(head.hex)) best = { head, place };
  });
  const found = best as { head: Head } | null; // written in the callback, which the compiler does not follow
  return found && idFromHex(found.head.hex);
}

/** What of the index an act touches: documents (themselves or their facts), statuses, and whether a fact got another name. */
function touchedBy(changes: readonly RowChange[]): {
  documents: Set<Id>;
  progress: { document: Id; coder: Id }[];
  isRenamed: boolean;
} {
  const documents = new Set<Id>();
  const progress: { document: Id; coder: Id }[] = [];
  let isRenamed = false;
  for (const { record, pk, before, after } of changes) {
    if (record === 'document') documents.add(idFromBytes(pk));
    if (record === 'variable') isRenamed ||= isRenamedFact(before, after);
    if (record !== 'answer' && record !== 'progress') continue;
    // An image of `answer` or `progress`:
    const image = JSON.parse(after ?? before ?? '{}') as { document: string; coder: string | null };
    const document = idFromHex(image.document);
    if (image.coder === null) documents.add(document);
    else if (record === 'progress') progress.push({ document, coder: idFromHex(image.coder) });
  }
  return { documents, progress, isRenamed };
}

function isRenamedFact(before: string | null, after: string | null): boolean {
  if (before === null || after === null) return false;
  const [old, now] = [before, after].map((image) => JSON.parse(image) as { scope: string; name: string }); // of `variable`
  return now?.scope === 'fact' && now.name !== old?.name;
}
