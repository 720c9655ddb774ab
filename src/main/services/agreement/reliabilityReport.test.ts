import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project.end());

const as = (name: string) => project.client.call('coders.identify', { name });

async function put(...names: string[]): Promise<Record<string, string>> {
  await project.importFiles(...names.map((name) => project.put(`${name}.txt`, name.repeat(100))));
  const { rows } = await project.client.call('documents.list', { offset: 0, limit: 100 });
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
}

async function mark(coder: string, ...codings: [document: string, start: number, end: number, code: string][]) {
  await as(coder);
  await project.code(codings.map(([document, start, end, code]) => ({ document, start, end, code })));
}

describe('a report on agreement', () => {
  test('gives characters their plain alpha, with the warning that belongs to it', async () => {
    // Two coders, 100 characters: 40 both, 10 one only, 10 the other only. π of two coders without gaps: P_o = .8, shares
    // .5 and .5, P_e = .5, π = .6; α = 1 - (1 - π)(2N - 1)/(2N) with N = 100.
    await put('a');
    await mark('Ada', ['a', 0, 50, 'A']);
    await mark('Ben', ['a', 10, 60, 'A']);
    const { values } = await project.client.run('reliability.run', { unit: 'characters', draws: 0 });
    expect(values).toHaveLength(1);
    expect(values[0]?.alpha.value).toBeCloseTo(1 - (0.4 * 199) / 200, 12);
    expect(values[0]?.agreement.value).toBeCloseTo(0.8, 12);
    expect(values[0]?.units).toBe(100);
    expect(values[0]?.warnings.join(' ')).toContain('nobody coded counts as agreement');
  });

  test('has every pair of coders, and the means over pairs beside the pooled figures', async () => {
    await put('a', 'b');
    await mark('Ada', ['a', 0, 10, 'A'], ['b', 0, 10, 'A']);
    await mark('Ben', ['a', 0, 10, 'A'], ['b', 0, 10, 'A']);
    await mark('Cem', ['a', 50, 60, 'A']);
    const { spans } = await project.client.run('reliability.run', { draws: 0 });
    expect(spans?.pairs.map(({ coders, documents, f1Exact }) => [...coders, documents, f1Exact.value])).toEqual([
      ['Ada', 'Ben', 2, 1],
      ['Ada', 'Cem', 1, 0],
      ['Ben', 'Cem', 1, 0],
    ]);
    const f1 = spans?.averages.filter(({ name }) => name === 'F1 exact');
    expect(f1?.find(({ over }) => over === 'pairs')).toMatchObject({ defined: 3, undefined: 0 });
    expect(f1?.find(({ over }) => over === 'pairs')?.value).toBeCloseTo(1 / 3, 12);
    // Article a: three pairs, one agrees (F1 = 2·1/(3+3)); article b: one pair that agrees.
    expect(f1?.find(({ over }) => over === 'documents')?.value).toBeCloseTo((1 / 3 + 1) / 2, 12);
    // Pooled: 2 exact of 4 and 4 passages.
    expect(spans?.f1Exact.value).toBeCloseTo(0.5, 12);
  });

  test('is given by outlet, and for chosen articles and coders only', async () => {
    const documents = await put('a', 'b', 'c');
    for (const name of ['a', 'b']) {
      const value = name === 'a' ? 'Herald' : 'Post';
      await project.client.call('documents.setFact', { document: documents[name] ?? '', variable: 'site', value });
    }
    await mark('Ada', ['a', 0, 10, 'A'], ['b', 0, 10, 'A'], ['c', 0, 10, 'A']);
    await mark('Ben', ['a', 0, 10, 'A'], ['b', 20, 30, 'A'], ['c', 0, 10, 'A']);
    const site = (await project.client.call('variables.list', {})).find(({ name }) => name === 'site');
    const { groups } = await project.client.run('reliability.run', { draws: 0, by: site?.id ?? '' });
    expect(groups?.fact).toBe('Outlet');
    expect(groups?.rows.map(({ value, documents: n, rows }) => [value, n, rows[0]?.agreement.value])).toEqual([
      ['', 1, 1],
      ['Herald', 1, 1],
      ['Post', 1, 0],
    ]);
    const some = await project.client.run('reliability.run', { draws: 0, documents: [documents.b ?? ''] });
    expect([some.documents, some.spans?.f1Exact.value]).toEqual([1, 0]);
    const coders = await project.client.call('coders.list', {});
    const alone = await project.client.run('reliability.run', {
      draws: 0,
      coders: coders.filter(({ name }) => name === 'Ada').map(({ id }) => id),
    });
    expect(alone.documents).toBe(0);
  });

  test('holds each coder against the agreed version, as precision and recall', async () => {
    await put('a');
    await mark('Ada', ['a', 0, 10, 'A'], ['a', 40, 50, 'B']);
    await mark('Ben', ['a', 0, 10, 'A']);
    const { rows } = await project.client.call('documents.list', { offset: 0, limit: 1 });
    const { codes } = await project.client.call('codes.list', {});
    await project.client.run('agreed.start', {});
    const code = codes.find(({ name }) => name === 'B')?.id ?? '';
    const place = { document: rows[0]?.id ?? '', start: 40, end: 50 };
    await project.client.call('disagreements.resolve', {
      place,
      codes: [code],
      codings: [{ code, start: 40, end: 50 }],
    });
    const { against, methods, spans } = await project.client.run('reliability.run', { draws: 0, agreed: true });
    expect(spans?.pairs).toHaveLength(1);
    expect(
      against?.map(({ coder, spans: own }) => [coder, own?.exact.precision.value, own?.exact.recall.value]),
    ).toEqual([
      ['Ada', 1, 1],
      ['Ben', 1, 0.5],
    ]);
    expect(methods).toContain('Against the agreed version (exact passages): Ada: F1 = 1.000; Ben: F1 = .667.');
  });

  test('leaves out an answer to a question that is not asked any more', async () => {
    const documents = await put('a', 'b', 'c');
    const base = { scope: 'document', level: 'nominal' } as const;
    const choices = [
      { value: 1, label: 'yes' },
      { value: 2, label: 'no' },
    ];
    const filter = await project.client.call('variables.create', { ...base, name: 'filter', choices });
    const tone = await project.client.call('variables.create', {
      ...base,
      name: 'tone',
      choices,
      showIf: { match: 'all', tests: [{ variable: filter.id, is: 'equal', value: 1 }] },
    });
    const answer = (document: string, variable: string, value: number) =>
      project.client.call('answers.set', {
        document: documents[document] ?? '',
        annotation: null,
        variable,
        state: 'given',
        value,
      });
    for (const coder of ['Ada', 'Ben']) {
      await as(coder);
      for (const name of ['a', 'b', 'c']) {
        await answer(name, filter.id, 1);
        await answer(name, tone.id, name === 'a' ? 1 : 2);
      }
    }
    const ask = async () => (await project.client.run('reliability.run', { variables: [tone.id], draws: 0 })).values[0];
    expect((await ask())?.units).toBe(3);
    await answer('b', filter.id, 2); // Ben's answer about the tone of b no longer counts
    expect((await ask())?.units).toBe(2);
    expect((await ask())?.alpha.value).toBe(1);
  });
});
