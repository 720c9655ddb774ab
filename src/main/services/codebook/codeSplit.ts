import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
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
      throw new AppError('conflict', said('codebook.pickedOthers', { code: from.name }));
    }
    refuseOthers(context, { annotations: picked }, confirmed);
    const made = typeof into !== 'string';
    const to = made ? createCode(context, into) : requireCode(store, into);
    if (to.id === from.id) throw new AppError('conflict', said('codebook.haveCode', { code: from.name }));
    refuseNewOverlaps(store, to, () => {
      copyVariables(context, { from: id, to: to.id, annotations: picked, all: made });
      // Each coding was picked: it was judged under the rules in force.
      moveAnnotations(store.db, { from: id, to: to.id, picked }, now, { restamp: true });
    });
    return { values: { from: from.name, to: to.name, made, codings: picked.length }, output: to };
  },
} satisfies Partial<Handlers>;
