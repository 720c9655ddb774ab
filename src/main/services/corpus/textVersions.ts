import { corpusWords } from '#words/core/corpus.ts';
import type { Parsed, Result } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Disagreement } from '../../../shared/model/disagreement.ts';
import type { Id } from '../../../shared/model/records.ts';
import { countCodePoints } from '../../../shared/text/offsets.ts';
import type { Span } from '../../../shared/text/offsets.ts';
import { said } from '../../../shared/words/message.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import { followPassages } from '../../jobs/import/compareTexts.ts';
import type { Outcomes } from '../../jobs/import/compareTexts.ts';
import { importJobs } from '../../jobs/import/jobs.ts';
import { deleteAnnotation } from '../../store/rows/annotation.ts';
import { answersOfDocument, updateAnswer } from '../../store/rows/answer.ts';
import { hashText, storeText } from '../../store/rows/content.ts';
import {
  deleteDisagreement,
  disagreementsOfDocument,
  placeDisagreement,
  updateDisagreement,
} from '../../store/rows/disagreement.ts';
import { placeAnnotation, placedAnnotations, placedExamples, placeExample } from '../../store/rows/place.ts';
import type { PlacedAnnotation } from '../../store/rows/place.ts';
import { listTextVersions, replaceText } from '../../store/rows/textVersion.ts';
import { requireText, wholeSpan } from '../coding/annotations.ts';
import { onlyCoder, refuseBlind } from '../coding/blindCoder.ts';
import { requireDocument } from './documents.ts';
import { placesInOrder } from './placesInOrder.ts';
import type { Move } from './placesInOrder.ts';

type Correction = Parsed<'texts.correct'>;

/** A coding with what was decided for it: its place in the new text, or (null) that it goes. */
type Decided = PlacedAnnotation & { place: Span | null };

/** Corrections of texts: what was coded follows, and the text before stays. */
export const textVersionHandlers = {
  'texts.compare': async (context, { document, content }) => {
    const { name } = requireDocument(context.store, document);
    const { session } = context;
    if (onlyCoder({ session, sight: session.open().sight }, document) !== undefined) refuseCorrecting(name);
    context.label(corpusWords.comparing({ name }));
    const output = await context.jobs.run(
      importJobs.compareTexts,
      { project: context.store.path, document, content },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
    return output as Result<'texts.compare'>; // offsets lose their brand on the way through a worker
  },
  'texts.correct': (context, input) => {
    const { store, now } = context;
    const { name } = requireDocument(store, input.document);
    if (context.isBlindIn(input.document)) refuseCorrecting(name);
    const before = requireText(store, input.document);
    if (before === input.content) throw new AppError('bad-input', said('corpus.sameText'));
    const decided = decide(placedAnnotations(store.db, input.document), input);
    const sha256 = hashText(input.content);
    const text = storeText(store.db, { content: input.content, sha256, codePoints: countCodePoints(input.content) });
    const coder = context.coder().id;
    const { document, reason } = input;
    const version = replaceText(store.db, { id: context.newId(), document, text, reason, coder }, now);
    const codings = moveAnnotations(context, decided, before, input.content);
    moveDisagreements(context, document, before, input.content);
    return {
      values: { name },
      output: { version, ...codings, ...movePassages(context, document, before, input.content) },
    };
  },
  'texts.versions': ({ store }, { document }) => {
    requireDocument(store, document);
    return listTextVersions(store.db, document);
  },
} satisfies Partial<Handlers>;

function refuseCorrecting(name: string): never {
  refuseBlind(said('corpus.blindCorrecting', { name }));
}

/** Joins codings and decisions. Throws `bad-input` unless they fit one to one, and every place lies in the new text. */
function decide(codings: readonly PlacedAnnotation[], { decisions, content }: Correction): Decided[] {
  const places = new Map<Id, Span | null>();
  for (const { annotation, place } of decisions) {
    if (places.has(annotation)) throw new AppError('bad-input', said('corpus.decidedTwice'), { annotation });
    places.set(annotation, place && wholeSpan(content, place));
  }
  const open = codings.find(({ id }) => !places.has(id));
  if (open) {
    const undecided = codings.filter(({ id }) => !places.has(id)).length;
    throw new AppError('bad-input', said('corpus.undecided', { codings: undecided }), { annotation: open.id });
  }
  const decided = codings.map((coding) => ({ ...coding, place: places.get(coding.id) ?? null }));
  if (places.size > codings.length) {
    const known = new Set(codings.map(({ id }) => id));
    const strange = [...places.keys()].find((id) => !known.has(id)) ?? null;
    throw new AppError('bad-input', said('corpus.decidedStrange'), {
      annotation: strange,
    });
  }
  refuseTwins(decided);
  return decided;
}

/** Two codings of one code and coder cannot stand at one place: which of the two is to stay has to be decided. */
function refuseTwins(decided: readonly Decided[]): void {
  const taken = new Map<string, Id>();
  for (const { id, twins, place } of decided) {
    if (!place) continue;
    const key = `${place.start} ${place.end} ${twins}`;
    const twin = taken.get(key);
    if (twin !== undefined) {
      throw new AppError('bad-input', said('corpus.twins', { start: place.start, end: place.end }), {
        annotation: id,
        twin,
      });
    }
    taken.set(key, id);
  }
}

function moveAnnotations(
  { store, now }: CommandContext,
  decided: readonly Decided[],
  before: string,
  after: string,
): { moved: number; removed: number } {
  const stays = ({ start, end, place }: Decided & { place: Span }): boolean =>
    place.start === start && place.end === end && before.slice(start, end) === after.slice(start, end);
  const removed = decided.filter(({ place }) => place === null);
  for (const { id } of removed) deleteAnnotation(store.db, id);
  const kept = decided.flatMap((coding) => (coding.place ? [{ ...coding, place: coding.place }] : []));
  const moving = kept.filter((coding) => !stays(coding));
  for (const { id, place } of placesInOrder(moving, Math.max(before.length, after.length) + 1)) {
    placeAnnotation(store.db, id, place, after.slice(place.start, place.end), now);
  }
  return { moved: moving.length, removed: removed.length };
}

/** Takes along what was said about passages; where two come to stand at one place, the first keeps the words of both. */
function moveDisagreements({ store, now }: CommandContext, document: Id, before: string, after: string): void {
  const noted = disagreementsOfDocument(store.db, document);
  if (!noted.some(({ span }) => span !== null)) return;
  const follow = followPassages(before, after);
  const kept = new Map<string, Disagreement>();
  const moves: Move[] = [];
  for (const record of noted) {
    if (!record.span) continue;
    const { place } = follow(record.span);
    const key = place && `${place.start} ${place.end}`;
    const twin = key === null ? undefined : kept.get(key);
    if (place && key !== null && !twin) {
      kept.set(key, record);
      moves.push({ id: record.id, ...record.span, twins: '', place });
      continue;
    }
    deleteDisagreement(store.db, record.id);
    if (!twin || record.memo === '') continue;
    twin.memo = [twin.memo, record.memo].filter((memo) => memo !== '').join('\n');
    updateDisagreement(store.db, twin, now);
  }
  for (const { id, place } of placesInOrder(moves, Math.max(before.length, after.length) + 1)) {
    placeDisagreement(store.db, id, place, now);
  }
}

/** Takes along what answers point at, and anchors of examples. */
function movePassages(
  { store, now }: CommandContext,
  document: Id,
  before: string,
  after: string,
): { evidence: Outcomes; examples: Outcomes } {
  const evidence: Outcomes = { same: 0, doubtful: 0, lost: 0 };
  const examples: Outcomes = { same: 0, doubtful: 0, lost: 0 };
  const answers = answersOfDocument(store.db, document).filter((answer) => answer.evidence.length > 0);
  const anchored = placedExamples(store.db, document);
  if (answers.length === 0 && anchored.length === 0) return { evidence, examples };
  const follow = followPassages(before, after);
  for (const answer of answers) {
    const places = answer.evidence.flatMap((span) => {
      const { certainty, place } = follow(span);
      evidence[certainty]++;
      return place ? [place] : [];
    });
    const distinct = places.filter(
      ({ start, end }, index) => places.findIndex((one) => one.start === start && one.end === end) === index,
    );
    updateAnswer(store.db, { ...answer, evidence: distinct }, now);
  }
  for (const example of anchored) {
    const { certainty, place } = follow(example);
    examples[certainty]++;
    placeExample(store.db, example.id, certainty === 'same' ? place : null);
  }
  return { evidence, examples };
}
