import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Link } from '../../../shared/model/variables.ts';
import type { Handlers } from '../../app/handlers.ts';
import { deleteLink, findLink, insertLink, listRelations, sameLink } from '../../store/rows/link.ts';
import { requireAnnotation } from './annotations.ts';
import { blindCoder } from './blindCoder.ts';
import { isAnyHidden, refuseOthers } from './others.ts';

/** Codings related by a name. */
export const linkHandlers = {
  'links.create': (context, { source, target, relation }) => {
    const { store, now } = context;
    if (source === target) throw new AppError('bad-input', said('coding.linkedWithItself'));
    const from = requireAnnotation(context, source);
    const to = requireAnnotation(context, target);
    if (from.document !== to.document) {
      throw new AppError('bad-input', said('coding.linkedAcrossTexts'), { source, target });
    }
    const coder = context.coder().id;
    const link: Link = { id: context.newId(), document: from.document, source, target, relation, coder };
    const twin = sameLink(store.db, link);
    if (twin !== undefined) {
      throw new AppError('conflict', said('coding.linkedAlready', { relation }), { link: twin });
    }
    insertLink(store.db, link, now);
    return { values: { relation }, output: link };
  },
  'links.remove': (context, { link: id, confirmed }) => {
    const { store } = context;
    const link = findLink(store.db, id);
    if (!link || isAnyHidden(context, { links: [id] }))
      throw new AppError('not-found', said('coding.linkGone'), { link: id });
    refuseOthers(context, { links: [id] }, confirmed);
    deleteLink(store.db, id);
    return { values: { relation: link.relation }, output: {} };
  },
  'links.relations': (context) => listRelations(context.store.db, blindCoder(context)),
} satisfies Partial<Handlers>;
