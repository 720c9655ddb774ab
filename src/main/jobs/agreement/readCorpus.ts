import { agreementWords } from '#words/core/agreement.ts';
import { buildCodeTree, descendants } from '../../../shared/model/codeTree.ts';
import type { Measurement } from '../../../shared/api/reliability.ts';
import type { Coder, Id } from '../../../shared/model/records.ts';
import type { Store } from '../../store/database.ts';
import { listAttendance, marksDone } from '../../store/agreementQueries.ts';
import { listCodes } from '../../store/rows/code.ts';
import { listCoders } from '../../store/rows/coder.ts';

/** The articles that two or more coders took part in, with those coders. */
export type Corpus = { documents: ReadonlyMap<Id, readonly Id[]>; coders: readonly Coder[] };

/** Which articles and coders count; absent: all. */
export type CorpusChoice = Pick<Measurement, 'round' | 'documents' | 'coders'>;

/**
 * The articles that count, in their order, and in words how that was known. The agreed version is no coder here.
 * `least`: how many coders an article needs.
 */
export function readCorpus(db: Store['db'], choice: CorpusChoice, least = 2): { corpus: Corpus; basis: string } {
  const byDone = marksDone(db);
  const wanted = choice.documents && new Set(choice.documents);
  const who = choice.coders && new Set(choice.coders);
  const documents = new Map<Id, Id[]>();
  for (const { document, coder } of listAttendance(db, byDone, choice.round ?? null)) {
    if ((wanted && !wanted.has(document)) || (who && !who.has(coder))) continue;
    const coders = documents.get(document);
    if (coders) coders.push(coder);
    else documents.set(document, [coder]);
  }
  for (const [document, coders] of documents) if (coders.length < least) documents.delete(document);
  const present = new Set([...documents.values()].flat());
  const coders = withOwnNames(listCoders(db).filter(({ id }) => present.has(id)));
  const basis = byDone ? agreementWords.countsWhenDone : agreementWords.countsWhenBegun;
  return { corpus: { documents, coders }, basis };
}

/** Tells coders of one name apart: the second is “NAME (2)”. Figures are told apart by the names of coders. */
function withOwnNames(coders: readonly Coder[]): Coder[] {
  const seen = new Map<string, number>();
  return coders.map((coder) => {
    const times = (seen.get(coder.name) ?? 0) + 1;
    seen.set(coder.name, times);
    return times === 1 ? coder : { ...coder, name: `${coder.name} (${times})` };
  });
}

/** The codes asked for with all below them, as `path by id`; archived ones count, for their codings are there. */
export function chosenCodes(db: Store['db'], wanted: readonly Id[] | undefined): Map<Id, string> {
  const tree = buildCodeTree(listCodes(db));
  const all = new Map([...tree.nodes].map(([id, { path }]) => [id, path]));
  if (wanted === undefined) return all;
  const ids = wanted.flatMap((id) => [id, ...descendants(tree, id).map(({ code }) => code.id)]);
  return new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) ?? '']] : [])));
}
