import { AppError } from '../../../shared/errors.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Entity } from '../../../shared/model/variables.ts';
import { said } from '../../../shared/words/message.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import {
  countAnswersNaming,
  deleteEntity,
  findEntity,
  findEntityByName,
  insertEntity,
  listEntities,
  updateEntity,
} from '../../store/rows/entity.ts';
import { refuseWhileBlind } from '../coding/blindCoder.ts';

function requireEntity(store: Store, id: Id): Entity {
  const entity = findEntity(store.db, id);
  if (!entity) throw new AppError('not-found', said('codebook.entryGone'), { entity: id });
  return entity;
}

function refuseDouble(store: Store, { id, list, name }: Entity): void {
  const known = findEntityByName(store.db, list, name);
  if (known && known.id !== id) {
    throw new AppError('conflict', said('codebook.entryTaken', { list, name: known.name }), { entity: known.id });
  }
}

/** Lists of people, organisations and concepts that the project keeps. */
export const entityHandlers = {
  'entities.list': ({ store }) => listEntities(store.db),
  'entities.create': ({ store, now, newId }, { list, name, attributes }) => {
    const entity: Entity = { id: newId(), list, name, attributes };
    refuseDouble(store, entity);
    insertEntity(store.db, entity, now);
    return { values: { name, list }, output: entity };
  },
  'entities.update': ({ store }, { entity: id, name, attributes }) => {
    const before = requireEntity(store, id);
    const after: Entity = { ...before, name: name ?? before.name, attributes: attributes ?? before.attributes };
    if (after.name !== before.name) refuseDouble(store, after);
    if (JSON.stringify(after) !== JSON.stringify(before)) updateEntity(store.db, after);
    return { values: { name: before.name, to: after.name }, output: after };
  },
  'entities.remove': (context, { entity: id }) => {
    const { store } = context;
    const { name, list } = requireEntity(store, id);
    refuseWhileBlind(context, said('codebook.noRemovingEntries'));
    const answers = countAnswersNaming(store.db, id);
    if (answers > 0) {
      throw new AppError('conflict', said('codebook.entryNamed', { name, answers }), { entity: id, answers });
    }
    deleteEntity(store.db, id);
    return { values: { name, list }, output: {} };
  },
} satisfies Partial<Handlers>;
