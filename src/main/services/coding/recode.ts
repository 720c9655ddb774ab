import { mostAtOnce } from '../../../shared/api/annotations.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Id } from '../../../shared/model/records.ts';
import { said } from '../../../shared/words/message.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import { countAnnotationsOf } from '../../store/rows/annotation.ts';
import { planRecoding, recodePlanned } from '../../store/rows/recode.ts';
import { fitAnswers } from '../codebook/codeVariables.ts';
import { knownOrNewCode, requireCode } from '../codebook/codes.ts';
import { isAnyHidden, refuseOthers } from './others.ts';

/** The different codings of an act on many, all of which must be there for whoever acts. */
export function requireAnnotations(context: CommandContext, annotations: readonly Id[]): Id[] {
  const ids = [...new Set(annotations)];
  if (ids.length > mostAtOnce) {
    throw new AppError('bad-input', said('coding.tooManyAtOnce', { codings: ids.length, most: mostAtOnce }));
  }
  if (countAnnotationsOf(context.store.db, ids) < ids.length || isAnyHidden(context, { annotations: ids })) {
    throw new AppError('not-found', said(ids.length === 1 ? 'coding.codingGone' : 'coding.someGone'), {
      annotation: ids[0] ?? null,
    });
  }
  return ids;
}

export const recodeHandlers = {
  'annotations.recodeMany': (context, { annotations, code: wanted, confirmed }) => {
    const { store, now } = context;
    const ids = requireAnnotations(context, annotations);
    const code = typeof wanted === 'string' ? requireCode(store, wanted) : knownOrNewCode(context, wanted);
    if (code.archived) throw new AppError('conflict', said('coding.codeArchived', { code: code.name }));
    const { changing, ...left } = planRecoding(store.db, ids, code.id);
    refuseOthers(context, { annotations: [...changing.values()].flat() }, confirmed);
    const changed = recodePlanned(store.db, code.id, now);
    let removedAnswers = 0;
    for (const [from, codings] of changing) removedAnswers += fitAnswers(store, codings, from, code.id);
    return { values: { count: changed, code: code.name }, output: { code: code.id, changed, ...left, removedAnswers } };
  },
} satisfies Partial<Handlers>;
