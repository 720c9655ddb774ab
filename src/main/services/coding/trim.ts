import { codingWords } from '#words/core/coding.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Id } from '../../../shared/model/records.ts';
import { withoutBlanks } from '../../../shared/text/blanks.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { said } from '../../../shared/words/message.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { projectJobs } from '../../jobs/project/jobs.ts';
import { sameAnnotation, updateAnnotation } from '../../store/rows/annotation.ts';
import { requireAnnotation, requireText } from './annotations.ts';
import { refuseOthers } from './others.ts';

/** Blanks at the ends of codings. */
export const trimHandlers = {
  'codings.untrimmed': (context, { document }) => {
    context.label(codingWords.lookingForBlanks);
    const coder = context.session.coder()?.id;
    if (coder === undefined) throw new AppError('no-coder', said('history.noCoder'));
    if (document !== null) requireText(context.store, document);
    return context.jobs.run(
      projectJobs.untrimmed,
      { project: context.store.path, document, coder },
      { signal: context.signal, progress: (done, total) => context.progress(done, total) },
    );
  },
  'codings.trim': (context, { annotations, confirmed }) => {
    const { store, now } = context;
    const codings = [...new Set(annotations)].map((id) => requireAnnotation(context, id));
    refuseOthers(context, { annotations }, confirmed);
    let [trimmed, doubles] = [0, 0];
    const textOf = textsInTurn(store);
    for (const before of codings) {
      const text = textOf(before.document);
      const span = withoutBlanks(text, before);
      if (!span || (span.start === before.start && span.end === before.end)) continue;
      const after = { ...before, start: utf16(span.start), end: utf16(span.end) };
      const twin = sameAnnotation(store.db, after);
      if (twin !== undefined && twin !== before.id) doubles++;
      else {
        updateAnnotation(store.db, after, text.slice(span.start, span.end), now);
        trimmed++;
      }
    }
    return { values: { count: trimmed }, output: { trimmed, doubles } };
  },
} satisfies Partial<Handlers>;

/** Texts of documents that are asked for one after another; the last one is kept. */
function textsInTurn(store: Store): (document: Id) => string {
  let kept: { document: Id; text: string } | null = null;
  return (document) => {
    if (kept?.document !== document) kept = { document, text: requireText(store, document) };
    return kept.text;
  };
}
