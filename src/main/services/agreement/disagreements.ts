import { agreementWords } from '#words/core/agreement.ts';
import type { Parsed } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Disagreement, DisputedPlace } from '../../../shared/model/disagreement.ts';
import type { Annotation, Coder, Id } from '../../../shared/model/records.ts';
import type { Span } from '../../../shared/text/offsets.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import { annotationsTouching } from '../../store/agreementQueries.ts';
import { deleteAnnotation, insertAnnotation, sameAnnotation } from '../../store/rows/annotation.ts';
import { answerTo, deleteAnswer, insertAnswer, updateAnswer } from '../../store/rows/answer.ts';
import { currentVersion } from '../../store/rows/codebookVersion.ts';
import { agreedCoder, insertCoder } from '../../store/rows/coder.ts';
import { textContent } from '../../store/rows/content.ts';
import {
  countDisagreements,
  deleteDisagreement,
  disagreementAt,
  insertDisagreement,
  listDisagreements,
  updateDisagreement,
} from '../../store/rows/disagreement.ts';
import { beginWork } from '../../store/rows/progress.ts';
import { requireCode } from '../codebook/codes.ts';
import { refuseExcluded } from '../codebook/exclusiveSets.ts';
import { requireVariable } from '../codebook/variables.ts';
import { requireText, wholeSpan } from '../coding/annotations.ts';
import { allowedValue } from '../coding/answers.ts';
import { blindCoder, refuseBlind } from '../coding/blindCoder.ts';
import { requireDocument } from '../corpus/documents.ts';

type Resolution = Parsed<'disagreements.resolve'>;

/** Words of a passage in a list are cut after so many UTF-16 units. */
const longestWords = 200;

/** The coder whose work is the agreed version; made when there is none yet. Inside a command only. */
export function ensureAgreedCoder({ store, newId, now }: CommandContext): Coder {
  const known = agreedCoder(store.db);
  if (known) return known;
  const coder: Coder = { id: newId(), name: agreementWords.agreedVersion, kind: 'agreed' };
  insertCoder(store.db, coder, now);
  return coder;
}

/** Makes sure that there is such a place, open to whoever acts, and gives it whole characters. */
function checkedPlace({ store, isBlindIn }: CommandContext, place: DisputedPlace): DisputedPlace {
  const { name } = requireDocument(store, place.document);
  if (isBlindIn(place.document)) refuseBlind(said('agreement.disagreementsNotShown', { document: name }));
  if ('variable' in place) {
    const variable = requireVariable(store, place.variable);
    if (variable.scope === 'document') return place;
    throw new AppError('bad-input', said('agreement.noQuestion', { variable: variable.name }), {
      variable: place.variable,
    });
  }
  return { document: place.document, ...wholeSpan(requireText(store, place.document), place) };
}

function blank(id: Id, place: DisputedPlace): Disagreement {
  return {
    id,
    document: place.document,
    span: 'variable' in place ? null : { start: place.start, end: place.end },
    variable: 'variable' in place ? place.variable : null,
    mark: null,
    memo: '',
    resolver: null,
    resolved: null,
  };
}

/** Changes what is said about a place; a record that says nothing any more goes. */
function say(
  context: CommandContext,
  place: DisputedPlace,
  change: Partial<Pick<Disagreement, 'mark' | 'memo' | 'resolver' | 'resolved'>>,
): Disagreement | null {
  const { db } = context.store;
  const before = disagreementAt(db, place);
  const after = { ...(before ?? blank(context.newId(), place)), ...change };
  const saysNothing = after.mark === null && after.memo === '' && after.resolver === null;
  if (saysNothing) {
    if (before) deleteDisagreement(db, before.id);
    return null;
  }
  if (!before) insertDisagreement(db, after, context.now);
  else if (JSON.stringify(before) !== JSON.stringify(after)) updateDisagreement(db, after, context.now);
  return after;
}

/** Puts the chosen codings in the place of what the agreed version has there of the codes in dispute. */
function settlePassage(
  context: CommandContext,
  agreed: Coder,
  place: Span & { document: Id },
  { codes, codings }: Resolution,
): void {
  const { store, now } = context;
  const text = requireText(store, place.document);
  const wanted = codings.map(({ code, start, end }): Annotation => {
    const span = wholeSpan(text, { start, end });
    if (span.start >= place.end || span.end <= place.start) {
      throw new AppError('bad-input', said('agreement.choiceOutside'), {
        start,
        end,
      });
    }
    requireCode(store, code);
    return { id: context.newId(), document: place.document, code, coder: agreed.id, ...span, memo: '' };
  });
  const disputed = new Set([...codes, ...codings.map(({ code }) => code)]);
  for (const present of annotationsTouching(store.db, place.document, place.start, place.end)) {
    if (present.coder !== agreed.id || !disputed.has(present.code)) continue;
    const stays = wanted.some(
      (one) => one.code === present.code && one.start === present.start && one.end === present.end,
    );
    if (!stays) deleteAnnotation(store.db, present.id);
  }
  for (const annotation of wanted) {
    if (sameAnnotation(store.db, annotation) !== undefined) continue;
    refuseExcluded(store, annotation, requireCode(store, annotation.code));
    insertAnnotation(store.db, annotation, text.slice(annotation.start, annotation.end), now);
  }
}

function settleAnswer(
  context: CommandContext,
  agreed: Coder,
  { document, variable: id }: { document: Id; variable: Id },
  said: Resolution['answer'],
): void {
  const { store, now } = context;
  const key = { document, annotation: null, variable: id };
  const before = answerTo(store.db, key, agreed.id);
  if (said === null) {
    if (before) deleteAnswer(store.db, before.id);
    return;
  }
  const value = allowedValue(store, requireVariable(store, id), said);
  const version = currentVersion(store.db);
  const base = before ?? { ...key, id: context.newId(), coder: agreed.id, evidence: [] };
  const answer = { ...base, state: said.state, value, version };
  if (before) updateAnswer(store.db, answer, now);
  else insertAnswer(store.db, answer, now);
}

/** What people say about places where coders differ, and how they settle them. */
export const disagreementHandlers = {
  'disagreements.list': (context, { offset, limit, ...asked }) => {
    const { db } = context.store;
    const filter = { ...asked, seenBy: blindCoder(context) };
    return {
      total: countDisagreements(db, filter),
      rows: listDisagreements(db, filter, offset, limit).map(({ text, variableName, ...row }) => {
        if (!row.span) return { ...row, words: variableName ?? '' };
        const { start, end } = row.span;
        const content = textContent(db, text);
        const cut = content.slice(start, Math.min(end, start + longestWords)).toWellFormed();
        return { ...row, words: end - start > longestWords ? `${cut}…` : cut };
      }),
    };
  },
  'disagreements.mark': (context, { place, mark }) => {
    const output = say(context, checkedPlace(context, place), { mark });
    return { values: { mark: mark ?? 'none' }, output };
  },
  'disagreements.discuss': (context, { place, memo }) => ({
    values: {},
    output: say(context, checkedPlace(context, place), { memo }),
  }),
  'disagreements.resolve': (context, input) => {
    const { store, now } = context;
    const place = checkedPlace(context, input.place);
    const resolver = context.coder();
    const agreed = ensureAgreedCoder(context);
    if ('variable' in place) {
      if (input.codings.length > 0) throw new AppError('bad-input', said('agreement.answerForCoding'));
      settleAnswer(context, agreed, place, input.answer);
    } else {
      if (input.answer) throw new AppError('bad-input', said('agreement.codingForAnswer'));
      settlePassage(context, agreed, place, input);
    }
    beginWork(store.db, place.document, agreed.id, now);
    const output = say(context, place, { resolver: resolver.id, resolved: now });
    if (!output) throw new Error('a settled place says who settled it');
    return { values: { document: requireDocument(store, place.document).name }, output };
  },
  'disagreements.reopen': (context, { place }) => ({
    values: {},
    output: say(context, checkedPlace(context, place), { resolver: null, resolved: null }),
  }),
} satisfies Partial<Handlers>;
