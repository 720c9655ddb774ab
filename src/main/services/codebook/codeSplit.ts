import { AppError } from '../../../shared/errors.ts';
import type { Handlers } from '../../app/handlers.ts';
import { countPicked, moveAnnotations } from '../../store/rows/annotationMove.ts';
import { isAnyHidden, refuseOthers } from '../coding/others.ts';
import { copyVariables } from './codeVariables.ts';
import { createCode, requireCode } from './codes.ts';
import { refuseNewOverlaps } from './exclusiveSets.ts';

export const codeSplitHandlers = {
  'codes.split': (context, { code: id, annotations, into, confirmed }) => {
    const { store, now } = context;
    const from = requireCode(store, id);
    const picked = [...new Set(annotations)];
    if (countPicked(store.db, id, picked) < picked.length || isAnyHidden(context, { annotations: picked })) {
      throw new AppError('conflict', `Not all of these codings have the code “${from.name}” now. Pick them again.`);
    }
    refuseOthers(context, { annotations: picked }, confirmed);
    const made = typeof into !== 'string';
    const to = made ? createCode(context, into) : requireCode(store, into);
    if (to.id === from.id) throw new AppError('conflict', `These codings have the code “${from.name}” already.`);
    refuseNewOverlaps(store, to, () => {
      copyVariables(context, { from: id, to: to.id, annotations: picked, all: made });
      // Each coding was picked: it was judged under the rules in force.
      moveAnnotations(store.db, { from: id, to: to.id, picked }, now, { restamp: true });
    });
    const what = picked.length === 1 ? '1 coding' : `${picked.length} codings`;
    return {
      label: made ? `Split “${to.name}” from “${from.name}”` : `Give ${what} of “${from.name}” to “${to.name}”`,
      output: to,
    };
  },
} satisfies Partial<Handlers>;
