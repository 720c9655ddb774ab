import type { Segment } from '../../../shared/api/segments.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Annotation, Id } from '../../../shared/model/records.ts';
import { snapOutward } from '../../../shared/text/graphemes.ts';
import { offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import type { OffsetConverter, Span } from '../../../shared/text/offsets.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import {
  deleteAnnotations,
  findAnnotation,
  insertAnnotation,
  sameAnnotation,
  updateAnnotation,
} from '../../store/rows/annotation.ts';
import { textContent } from '../../store/rows/content.ts';
import { documentText } from '../../store/rows/document.ts';
import { beginWork } from '../../store/rows/progress.ts';
import type { SegmentRow } from '../../store/rows/segment.ts';
import { fitAnswers } from '../codebook/codeVariables.ts';
import { knownOrNewCode, requireCode } from '../codebook/codes.ts';
import { refuseExcluded } from '../codebook/exclusiveSets.ts';
import { refuseOthers, refuseOthersLinks } from './others.ts';
import { requireAnnotations } from './recode.ts';

/** Quotations in lists are cut after so many UTF-16 units. */
const longestQuote = 400;

/** The coding, if it is there for whoever acts. */
export function seenAnnotation({ store, acting, isBlindIn }: CommandContext, id: Id): Annotation | undefined {
  const annotation = findAnnotation(store.db, id);
  const isSeen = annotation && (annotation.coder === acting?.id || !isBlindIn(annotation.document));
  return isSeen ? annotation : undefined;
}

export function requireAnnotation(context: CommandContext, id: Id): Annotation {
  const annotation = seenAnnotation(context, id);
  if (!annotation) throw new AppError('not-found', said('coding.codingGone'), { annotation: id });
  return annotation;
}

export function requireText(store: Store, document: Id): string {
  const text = documentText(store.db, document);
  if (text === undefined) throw new AppError('not-found', said('coding.documentGone'), { document });
  return text;
}

/** The span, its ends moved outward to whole characters. Throws `bad-input` for an empty span or one outside the text. */
export function wholeSpan(text: string, span: Span): Span {
  if (span.end <= span.start) throw new AppError('bad-input', said('coding.emptyPassage'));
  if (span.end > text.length) {
    throw new AppError('bad-input', said('coding.passageOutside', { end: span.end, length: text.length }));
  }
  return snapOutward(text, span);
}

export function refuseTwin(store: Store, wanted: Annotation, codeName: string): void {
  const twin = sameAnnotation(store.db, wanted);
  if (twin !== undefined && twin !== wanted.id) {
    throw new AppError('already-coded', said('coding.codedAlready', { code: codeName }), {
      annotation: twin,
    });
  }
}

/** Adds the quotations, and the places in code points. */
export function toSegments(store: Store, rows: readonly SegmentRow[]): Segment[] {
  const known = new Map<number, { text: string; converter: OffsetConverter }>();
  return rows.map(({ text: textRow, ...row }) => {
    let about = known.get(textRow);
    if (!about) {
      const text = textContent(store.db, textRow);
      known.set(textRow, (about = { text, converter: offsetConverter(text) }));
    }
    const { text, converter } = about;
    const start = utf16(row.start);
    const end = utf16(row.end);
    const cut = row.end - row.start > longestQuote;
    return {
      ...row,
      start,
      end,
      quote: cut ? `${text.slice(start, start + longestQuote).toWellFormed()}…` : text.slice(start, end),
      codePoints: { start: converter.toCodePoint(start), end: converter.toCodePoint(end) },
    };
  });
}

export const annotationHandlers = {
  'annotations.create': (context, { document, start, end, code: wanted }) => {
    const { store, now } = context;
    const text = requireText(store, document);
    const span = wholeSpan(text, { start, end });
    const coder = context.coder();
    const code = typeof wanted === 'string' ? requireCode(store, wanted) : knownOrNewCode(context, wanted);
    const annotation: Annotation = { id: context.newId(), document, code: code.id, coder: coder.id, ...span, memo: '' };
    refuseTwin(store, annotation, code.name);
    refuseExcluded(store, annotation, code);
    insertAnnotation(store.db, annotation, text.slice(span.start, span.end), now);
    beginWork(store.db, document, coder.id, now);
    return { values: { code: code.name }, output: annotation };
  },
  'annotations.update': (context, { annotation: id, start, end, code, confirmed }) => {
    const { store, now } = context;
    const before = requireAnnotation(context, id);
    const text = requireText(store, before.document);
    const span = wholeSpan(text, { start: start ?? before.start, end: end ?? before.end });
    const wanted = typeof code === 'object' ? knownOrNewCode(context, code) : requireCode(store, code ?? before.code);
    const after: Annotation = { ...before, ...span, code: wanted.id };
    let removedAnswers = 0;
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      refuseOthers(context, { annotations: [id] }, confirmed);
      refuseTwin(store, after, wanted.name);
      refuseExcluded(store, after, wanted);
      updateAnnotation(store.db, after, text.slice(span.start, span.end), now);
      if (after.code !== before.code) removedAnswers = fitAnswers(store, [id], before.code, after.code);
    }
    const field = before.code === after.code ? 'boundaries' : 'code';
    return { values: { field, code: wanted.name }, output: { ...after, removedAnswers } };
  },
  'annotations.setMemo': (context, { annotation: id, memo, confirmed }) => {
    const { store, now } = context;
    const before = requireAnnotation(context, id);
    const after: Annotation = { ...before, memo };
    const text = requireText(store, before.document);
    if (memo !== before.memo) {
      refuseOthers(context, { annotations: [id] }, confirmed);
      updateAnnotation(store.db, after, text.slice(before.start, before.end), now);
    }
    return { values: { code: requireCode(store, before.code).name }, output: after };
  },
  'annotations.remove': (context, { annotations, confirmed }) => {
    const { db } = context.store;
    const ids = requireAnnotations(context, annotations);
    refuseOthersLinks(context, ids, confirmed);
    const [first] = ids;
    const code = first === undefined ? '' : requireCode(context.store, requireAnnotation(context, first).code).name;
    deleteAnnotations(db, ids);
    return { values: { count: ids.length, code }, output: {} };
  },
} satisfies Partial<Handlers>;
