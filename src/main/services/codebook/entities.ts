import { AppError } from '../../../shared/errors.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Entity } from '../../../shared/model/variables.ts';
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
  if (!entity) throw new AppError('not-found', 'This entry is no longer in the list.', { entity: id });
  return entity;
}

function refuseDouble(store: Store, { id, list, name }: Entity): void {
  const known = findEntityByName(store.db, list, name);
  if (known && known.id !== id) {
    throw new AppError('conflict', `The list “${list}” has an entry “${known.name}” already.`, { entity: known.id });
  }
}

/** Lists of people, organisations and concepts that the project keeps. */
export const entityHandlers = {
  'entities.list': ({ store }) => listEntities(store.db),
  'entities.create': ({ store, now, newId }, { list, name, attributes }) => {
    const entity: Entity = { id: newId(), list, name, attributes };
    refuseDouble(store, entity);
    insertEntity(store.db, entity, now);
    return { label: `Add “${name}” to ${list}`, output: entity };
  },
  'entities.update': ({ store }, { entity: id, name, attributes }) => {
    const before = requireEntity(store, id);
    const after: Entity = { ...before, name: name ?? before.name, attributes: attributes ?? before.attributes };
    if (after.name !== before.name) refuseDouble(store, after);
    if (JSON.stringify(after) !== JSON.stringify(before)) updateEntity(store.db, after);
    const label =
      after.name === before.name ? `Describe “${after.name}”` : `Rename “${before.name}” to “${after.name}”`;
    return { label, output: after };
  },
  'entities.remove': (context, { entity: id }) => {
    const { store } = context;
    const { name, list } = requireEntity(store, id);
    refuseWhileBlind(context, 'no entry of a list is removed: answers of others could name it');
    const answers = countAnswersNaming(store.db, id);
    if (answers > 0) {
      throw new AppError(
        'conflict',
        `${answers} ${answers === 1 ? 'answer names' : 'answers name'} “${name}”. Change ${answers === 1 ? 'it' : 'them'} first.`,
        { entity: id, answers },
      );
    }
    deleteEntity(store.db, id);
    return { label: `Remove “${name}” from ${list}`, output: {} };
  },
} satisfies Partial<Handlers>;
