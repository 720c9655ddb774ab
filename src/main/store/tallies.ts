import type { Database } from 'better-sqlite3';
import type { Id } from '../../shared/model/records.ts';
import { idFromHex } from './ids.ts';
import type { RowChange } from './rowChange.ts';
import { countAnnotations } from './rows/annotation.ts';
import { agreedCoder } from './rows/coder.ts';

export type Counts = {
  codes(): ReadonlyMap<Id, number>;
  documents(): ReadonlyMap<Id, number>;
};

/**
 * Numbers of annotations of each code and each document (0 is left out), counted once and then kept by the journal. They are
 * those of people; the agreed version, which says again what people have said, is counted apart.
 */
export type Tallies = Counts & {
  readonly agreed: Counts;
  /**
   * Takes in the row changes of one committed act; `forward` is false for an undo. Answers with what was touched, as people
   * have coded it.
   */
  apply(changes: readonly RowChange[], forward: boolean): { codes: Record<Id, number>; documents: Record<Id, number> };
  /** Forgets everything; the next question counts anew. */
  reset(): void;
};

type Place = { code: Id; document: Id; coder: Id };

function placeOf(image: string | null): Place | null {
  if (image === null) return null;
  const row = JSON.parse(image) as { code: string; document: string; coder: string }; // an image of the annotation table
  return { code: idFromHex(row.code), document: idFromHex(row.document), coder: idFromHex(row.coder) };
}

function add(counts: Map<Id, number>, id: Id, by: number): void {
  const now = (counts.get(id) ?? 0) + by;
  if (now === 0) counts.delete(id);
  else counts.set(id, now);
}

export function createTallies(db: Database): Tallies {
  let counts: ReturnType<typeof countAnnotations> | null = null;
  // Who is taken back with their codings is still known for the agreed version.
  const agreed = new Set<Id>();
  const noteAgreed = (): Id | undefined => {
    const id = agreedCoder(db)?.id;
    if (id !== undefined) agreed.add(id);
    return id;
  };
  const known = (): ReturnType<typeof countAnnotations> => (counts ??= countAnnotations(db, noteAgreed()));
  return {
    codes: () => known().people.codes,
    documents: () => known().people.documents,
    agreed: { codes: () => known().apart.codes, documents: () => known().apart.documents },
    reset() {
      counts = null;
    },
    apply(changes, forward) {
      const touchedCodes = new Set<Id>();
      const touchedDocuments = new Set<Id>();
      // When nothing was counted yet, the coming count sees the change already.
      const fresh = counts === null;
      const { people, apart } = known();
      noteAgreed();
      for (const change of changes) {
        if (change.record !== 'annotation') continue;
        for (const [image, sign] of [
          [change.before, -1],
          [change.after, 1],
        ] as const) {
          const place = placeOf(image);
          if (!place) continue;
          touchedCodes.add(place.code);
          touchedDocuments.add(place.document);
          if (fresh) continue;
          const { codes, documents } = agreed.has(place.coder) ? apart : people;
          add(codes, place.code, forward ? sign : -sign);
          add(documents, place.document, forward ? sign : -sign);
        }
      }
      const pick = (ids: Set<Id>, from: Map<Id, number>): Record<Id, number> =>
        Object.fromEntries([...ids].map((id) => [id, from.get(id) ?? 0]));
      return { codes: pick(touchedCodes, people.codes), documents: pick(touchedDocuments, people.documents) };
    },
  };
}
