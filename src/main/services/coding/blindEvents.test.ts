/** Who hears of which records while a blind round gives a document to somebody: kind by kind, in one event. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ChangedEvent, ChangedTables } from '../../../shared/api/events.ts';
import type { Id } from '../../../shared/model/records.ts';
import { openReader } from '../../store/openReader.ts';
import { createSight } from '../../store/sight.ts';
import { createBlindProject } from '../testBlindRound.ts';

/** A kind's records by both coders, in both documents; named by whose they are and where. */
function records(ada: Id, ben: Id, blind: Id, open: Id) {
  const of = (id: string, document: Id, coder: Id) => ({ id, document, coder });
  return [of('own', blind, ada), of('hidden', blind, ben), of('ownOpen', open, ada), of('seen', open, ben)];
}

test('Work of others in a blind document is announced to nobody who codes it blind, and what is said of it to neither', async () => {
  const { project, blind, open } = await createBlindProject();
  const { coder: acting, project: about } = await project.client.call('project.status', {});
  const coders = await project.client.call('coders.list', {});
  const ada = coders.find(({ name }) => name === 'Ada')?.id ?? '';
  const ben = coders.find(({ name }) => name === 'Ben')?.id ?? '';
  expect(acting?.id).toBe(ada);
  const db = openReader(join(project.folder, about?.fileName ?? ''));
  try {
    const sight = createSight(db);
    expect(sight.isBlindIn({ id: ada, name: 'Ada' }, blind)).toBe(true);
    const change = { reset: false, changed: records(ada, ben, blind, open), removed: [] };
    const kinds = ['annotation', 'answer', 'progress', 'link', 'disagreement', 'variable', 'entity', 'code'] as const;
    // Of a record nothing but coder and document is looked at.
    const tables = Object.fromEntries(kinds.map((kind) => [kind, change])) as unknown as ChangedTables;
    const event: Omit<ChangedEvent, 'history'> = { seq: 1, tally: { reset: false, codes: {}, documents: {} }, tables };
    const heard = sight.change({ id: ada, name: 'Ada' }, event).tables;
    const told = kinds.map((kind) => [kind, heard[kind]?.changed.map(({ id }) => id)]);
    const [work, all] = [
      ['own', 'ownOpen', 'seen'],
      ['own', 'hidden', 'ownOpen', 'seen'],
    ];
    expect(told).toEqual([
      ['annotation', work],
      ['answer', work],
      ['progress', work],
      ['link', work],
      ['disagreement', ['ownOpen', 'seen']],
      ['variable', all],
      ['entity', all],
      ['code', all],
    ]);
    expect(sight.change({ id: 'nobody', name: 'Dora' }, event).tables.link?.changed).toHaveLength(4);
  } finally {
    db.close();
    await project.end();
  }
});
