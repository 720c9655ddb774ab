import type { Database } from 'better-sqlite3';
import type { RowChange } from './rowChange.ts';
import { prepare } from './statements.ts';

/** What every record should be, after all entries of the journal. */
export type RecordStates = {
  /** Goes through the journal. `unfitting` hears of each change that does not begin where the one before it ended. */
  read(each: () => void, unfitting: (seq: number, record: string) => void): void;
  /** The image of a record, as its bytes; undefined where there should be none. */
  image(record: string, pk: Uint8Array): Buffer | undefined;
  /** As `image`, and the record is not among the rest any more. */
  take(record: string, pk: Uint8Array): Buffer | undefined;
  /** The records that were not taken. */
  rest(): { record: string; pk: Uint8Array }[];
};

type ChangeRow = { id: number } & RowChange;
type EntryRow = { seq: number; kind: 'command' | 'undo' | 'redo'; first: number; last: number };

const changesAt = `SELECT id, record, pk, before, after FROM journal_change`;

function keyOf(record: string, pk: Uint8Array): string {
  return `${record}\n${Buffer.from(pk.buffer, pk.byteOffset, pk.byteLength).toString('latin1')}`;
}

/** Numbers stand for references: a change's id for its image after, the id negated for its image before. */
export function createRecordStates(db: Database): RecordStates {
  const states = new Map<string, number | string>();
  const after = prepare<{ image: Buffer }>(db, 'SELECT CAST(after AS BLOB) AS image FROM journal_change WHERE id = ?');
  const before = prepare<{ image: Buffer }>(
    db,
    'SELECT CAST(before AS BLOB) AS image FROM journal_change WHERE id = ?',
  );
  const imageAt = (state: number | string | undefined): Buffer | undefined => {
    if (state === undefined) return undefined;
    if (typeof state === 'string') return Buffer.from(state);
    return (state > 0 ? after.get(state) : before.get(-state))?.image;
  };
  const put = (key: string, image: string | null, state: number): void => {
    if (image === null) states.delete(key);
    else states.set(key, withLaterColumns(image, imageAt(states.get(key))) ?? state);
  };
  const apply = ({ id, record, pk, before: from, after: to }: ChangeRow): boolean => {
    const key = keyOf(record, pk);
    const known = imageAt(states.get(key))?.toString();
    const fits = from === null ? known === undefined : known !== undefined && sameImage(known, from);
    if (to === null) states.delete(key);
    else states.set(key, id);
    return fits;
  };
  const replay = (kind: 'undo' | 'redo', { first, last }: EntryRow, each: () => void): void => {
    const order = kind === 'undo' ? 'DESC' : 'ASC';
    for (const row of prepare<ChangeRow>(db, `${changesAt} WHERE id BETWEEN ? AND ? ORDER BY id ${order}`).iterate(
      first,
      last,
    )) {
      each();
      if (kind === 'undo') put(keyOf(row.record, row.pk), row.before, -row.id);
      else put(keyOf(row.record, row.pk), row.after, row.id);
    }
  };
  return {
    read: (each, unfitting) => readEntries(db, { apply, replay }, each, unfitting),
    image: (record, pk) => imageAt(states.get(keyOf(record, pk))),
    take(record, pk) {
      const key = keyOf(record, pk);
      const image = imageAt(states.get(key));
      states.delete(key);
      return image;
    },
    rest: () =>
      [...states.keys()].map((key) => {
        const end = key.indexOf('\n');
        return { record: key.slice(0, end), pk: Buffer.from(key.slice(end + 1), 'latin1') };
      }),
  };
}

type Steps = {
  apply(row: ChangeRow): boolean;
  replay(kind: 'undo' | 'redo', entry: EntryRow, each: () => void): void;
};

function readEntries(
  db: Database,
  { apply, replay }: Steps,
  each: () => void,
  unfitting: (seq: number, record: string) => void,
): void {
  const entries = prepare<EntryRow>(
    db,
    'SELECT seq, kind, first_change AS first, last_change AS last FROM journal_entry ORDER BY seq',
  );
  const ownChanges = prepare<ChangeRow>(db, `${changesAt} WHERE id BETWEEN ? AND ? ORDER BY id`);
  for (const entry of entries.iterate()) {
    if (entry.kind !== 'command') {
      replay(entry.kind, entry, each);
      continue;
    }
    for (const row of ownChanges.iterate(entry.first, entry.last)) {
      each();
      if (!apply(row)) unfitting(entry.seq, row.record);
    }
  }
}

type Image = Record<string, unknown>;

/** An image as an object by column; undefined where damage has left none. */
export function parseImage(image: string): Image | undefined {
  try {
    const value: unknown = JSON.parse(image);
    return typeof value === 'object' && value !== null ? (value as Image) : undefined; // an object, which images are
  } catch {
    return undefined;
  }
}

/**
 * An image from before a column was added leaves that column as it is: then the two make one. Undefined where the image says
 * all that is known.
 */
function withLaterColumns(image: string, present: Buffer | undefined): string | undefined {
  if (!present) return undefined;
  const [next, last] = [parseImage(image), parseImage(present.toString())];
  if (!next || !last || Object.keys(last).every((name) => Object.hasOwn(next, name))) return undefined;
  return JSON.stringify({ ...last, ...next });
}

/** Whether two images say the same, of the columns that both have. */
function sameImage(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [parseImage(one), parseImage(other)];
  if (!a || !b) return false;
  return Object.keys(a).every((name) => !Object.hasOwn(b, name) || a[name] === b[name]);
}
