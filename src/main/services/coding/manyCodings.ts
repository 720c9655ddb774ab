import { codingWords } from '#words/core/coding.ts';
import { mostNamed } from '../../../shared/api/codings.ts';
import type { Passages } from '../../../shared/api/codings.ts';
import type { Result } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Annotation, Code, Id } from '../../../shared/model/records.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { said } from '../../../shared/words/message.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers, TaskContext } from '../../app/handlers.ts';
import type { Place, PlacePassagesInput } from '../../jobs/project/passages.ts';
import { projectJobs } from '../../jobs/project/jobs.ts';
import { insertProven, sameAnnotation } from '../../store/rows/annotation.ts';
import { documentTextRow, findDocument } from '../../store/rows/document.ts';
import { excludingAnnotation } from '../../store/rows/exclusiveSet.ts';
import { beginWork } from '../../store/rows/progress.ts';
import { knownOrNewCode, requireCode } from '../codebook/codes.ts';

/** Codings of many passages at once, wherever those come from. */
export const manyCodingHandlers = {
  'codings.plan': async (context, input) => {
    context.label(codingWords.lookingAtPassages);
    if (input.code !== null) requireCode(context.store, input.code);
    const coder = context.session.coder()?.id ?? null;
    const places = await placed(context, { ...input, coder });
    return { places: places.map(({ start, end, state }): [number, number, Place['state']] => [start, end, state]) };
  },
  'codings.apply': async (context, { passages, extent, code: wanted }) => {
    context.label(codingWords.codingPassages);
    const places = await placed(context, { passages, extent, code: null, coder: null });
    return context.commit('codings.apply', (command) => {
      refuseOtherTexts(command, passages);
      const code = typeof wanted === 'string' ? requireCode(command.store, wanted) : knownOrNewCode(command, wanted);
      if (code.archived) throw new AppError('conflict', said('coding.codeArchived', { code: code.name }));
      const output = writePlaces(command, code, placesByDocument(passages, places));
      return { values: { passages: output.annotations, code: code.name }, output };
    });
  },
} satisfies Partial<Handlers>;

function placed(context: TaskContext, input: Omit<PlacePassagesInput, 'project'>): Promise<Place[]> {
  return context.jobs.run(
    projectJobs.placePassages,
    { project: context.store.path, ...input },
    { signal: context.signal, progress: (done, total) => context.progress(done, total) },
  );
}

/** Passages hold for the text in which they were found and for no other. */
function refuseOtherTexts({ store }: CommandContext, passages: readonly Passages[]): void {
  for (const { document, text } of passages) {
    const row = documentTextRow(store.db, document);
    if (row === text) continue;
    if (row === undefined) throw new AppError('not-found', said('coding.foundInGone'), { document });
    const name = findDocument(store.db, document)?.name ?? '';
    throw new AppError('conflict', said('coding.foundInOtherText', { name }), { document });
  }
}

/** The different places of each document, in their order. */
function placesByDocument(passages: readonly Passages[], places: readonly Place[]): Map<Id, Place[]> {
  const byDocument = new Map<Id, Map<string, Place>>();
  let at = 0;
  for (const { document, spans } of passages) {
    const known = byDocument.get(document) ?? new Map<string, Place>();
    byDocument.set(document, known);
    for (const place of places.slice(at, (at += spans.length))) known.set(`${place.start} ${place.end}`, place);
  }
  return new Map(Array.from(byDocument, ([document, known]) => [document, [...known.values()]]));
}

function writePlaces(
  context: CommandContext,
  code: Code,
  places: ReadonlyMap<Id, readonly Place[]>,
): Result<'codings.apply'> {
  const { db } = context.store;
  const coder = context.coder().id;
  const told: Result<'codings.apply'> = {
    code: code.id,
    annotations: 0,
    documents: 0,
    present: 0,
    excluded: 0,
    excludedPlaces: [],
  };
  for (const [document, wanted] of places) {
    const before = told.annotations;
    for (const { start, end, proof, codePoints } of wanted) {
      const place = { document, start: utf16(start), end: utf16(end), code: code.id, coder };
      const annotation: Annotation = { ...place, id: context.newId(), memo: '' };
      const other = code.exclusiveSet === null ? undefined : excludingAnnotation(db, annotation);
      if (sameAnnotation(db, place) !== undefined) told.present++;
      else if (other) {
        told.excluded++;
        if (told.excludedPlaces.length < mostNamed) {
          const name = findDocument(db, document)?.name ?? '';
          told.excludedPlaces.push({ document, name, start: codePoints[0], end: codePoints[1], by: other.name });
        }
      } else {
        insertProven(db, annotation, Buffer.from(proof, 'hex'), context.now);
        told.annotations++;
      }
    }
    if (told.annotations === before) continue;
    told.documents++;
    beginWork(db, document, coder, context.now);
  }
  return told;
}
