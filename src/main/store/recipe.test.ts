import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { newId } from './ids.ts';
import { recipes } from './migrations/0003-recipes.ts';
import { listRecipes } from './rows/recipe.ts';

test('A recipe that names one round, as recipes did at first, is read as one that may name several', () => {
  const db = new Sqlite(':memory:');
  db.exec(recipes.sql);
  const round = newId();
  const keep = (name: string, filters: object): void => {
    const table = { unit: 'coding', coders: 'rows', filters };
    db.prepare('INSERT INTO recipe (id, name, content, created, modified) VALUES (randomblob(16), ?, ?, 0, 0)').run(
      name,
      JSON.stringify({ formats: ['csv'], table }),
    );
  };
  keep('all', { round: null, statuses: ['done'] });
  keep('of a round', { round });
  keep('of today', { rounds: [round] });
  expect(listRecipes(db).map(({ name, table }) => [name, table?.filters.rounds, table?.filters.statuses])).toEqual([
    ['all', [], ['done']],
    ['of a round', [round], []],
    ['of today', [round], []],
  ]);
  db.close();
});
