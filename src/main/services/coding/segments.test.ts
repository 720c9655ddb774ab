import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Arguments } from '../../../shared/api/contract.ts';
import type { Segment, SegmentSort } from '../../../shared/api/segments.ts';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

const text = 'The port reopened on Monday. Nobody was hurt, said the harbour master. Crews went home.\n';
const sorts: readonly SegmentSort[] = ['code', 'coder', 'document', 'length'];

let project: TestProject;
let codes: Record<string, Id>;
let coders: Record<string, Id>;
let documents: Id[];
beforeEach(async () => {
  project = await createTestProject();
  const { client } = project;
  await project.importFiles(...['c', 'a', 'b'].map((name) => project.put(`${name}.txt`, `${name}: ${text}`)));
  documents = await client.call('documents.ids', {});
  // In the order of the codebook: Zeal, Zeal / Mild, Anger. Coders by name: adam, Ben, Zoë.
  const [zeal, anger] = [
    await client.call('codes.create', { name: 'Zeal', parent: null }),
    await client.call('codes.create', { name: 'Anger', parent: null }),
  ];
  const mild = await client.call('codes.create', { name: 'Mild', parent: zeal.id });
  codes = { zeal: zeal.id, anger: anger.id, mild: mild.id };
  let turn = 0;
  for (const name of ['Ben', 'adam', 'Zoë']) {
    await client.call('coders.identify', { name });
    for (const document of documents) {
      for (const code of [anger.id, mild.id, zeal.id, anger.id]) {
        const start = (turn * 7) % 60;
        await client.call('annotations.create', { document, code, start, end: start + 3 + (turn % 5) });
        turn++;
      }
    }
  }
  const known = await client.call('coders.list', {});
  coders = Object.fromEntries(known.map(({ name, id }) => [name, id]));
});
afterEach(() => project.end());

type Asked = Omit<Arguments<'segments.list'>, 'offset' | 'limit'>;

const list = async (asked: Asked, offset = 0, limit = 1000): Promise<Segment[]> =>
  (await project.client.call('segments.list', { ...asked, offset, limit })).rows;

/** The same rows, sorted in another way than the core does it. */
async function plainlySorted(asked: Asked, sort: SegmentSort, descending: boolean): Promise<Segment[]> {
  const tree = buildCodeTree((await project.client.call('codes.list', {})).codes);
  const ranks: Record<SegmentSort, (segment: Segment) => number> = {
    code: ({ code }) => [...tree.nodes.keys()].indexOf(code),
    coder: ({ coder }) => ['adam', 'Ben', 'Zoë'].findIndex((name) => coders[name] === coder),
    document: ({ document }) => documents.indexOf(document),
    length: ({ start, end }) => end - start,
  };
  const rank = ranks[sort];
  return (await list(asked)).toSorted((a, b) => (rank(a) - rank(b)) * (descending ? -1 : 1));
}

describe('The list of segments', () => {
  test.for(sorts)('sorts by %s in both directions, what is alike in the order of the texts', async (sort) => {
    for (const descending of [false, true]) {
      for (const asked of [
        {},
        { document: documents[1] ?? '' },
        { code: codes['zeal'] ?? '' },
        { coder: coders['adam'] ?? '' },
      ]) {
        const wanted = await plainlySorted(asked, sort, descending);
        expect(wanted.length).toBeGreaterThan(8);
        expect(await list({ ...asked, sort, descending })).toEqual(wanted);
      }
    }
  });

  test('gives any window of a sorted list, and its ids', async () => {
    const at = fc.nat(40);
    for (const sort of [undefined, ...sorts]) {
      const all = await list({ ...(sort && { sort }) });
      expect(all).toHaveLength(36);
      const property = fc.asyncProperty(at, fc.integer({ min: 1, max: 40 }), async (offset, limit) => {
        const part = all.slice(offset, offset + limit);
        expect(await list({ ...(sort && { sort }) }, offset, limit)).toEqual(part);
        const { total, ids } = await project.client.call('segments.ids', { ...(sort && { sort }), offset, limit });
        expect([total, ids]).toEqual([36, part.map(({ id }) => id)]);
      });
      await fc.assert(property, { numRuns: 12 });
    }
  });

  test('tells, sorted, nothing of what a blind round hides', async () => {
    const { client } = project;
    await client.call('rounds.create', {
      name: 'Blind',
      kind: 'reliability',
      mode: 'blind',
      documents: documents.slice(0, 2),
      coders: [coders['adam'] ?? '', coders['Ben'] ?? ''],
    });
    await client.call('coders.identify', { name: 'adam' });
    const seen = await list({});
    expect(seen).toHaveLength(20); // her own 12, and 8 of others in the third document
    for (const sort of sorts) {
      expect((await list({ sort })).map(({ id }) => id).sort()).toEqual(seen.map(({ id }) => id).sort());
      expect((await client.call('segments.ids', { sort })).total).toBe(20);
    }
  });
});
