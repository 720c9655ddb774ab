/** Another coder's work is changed only where the call says that this is meant; in a blind round it is not there at all. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '../../../shared/model/records.ts';
import { codeWords, createBlindProject } from '../testBlindRound.ts';
import type { BlindProject } from '../testBlindRound.ts';
import type { TestProject } from '../testProject.ts';

let made: BlindProject;
let call: TestProject['client']['call'];
let more: Id;
/** Ben's codings, the link between them and a coding of Ada's, in either document. */
let theirs: Record<'open' | 'blind', { coding: Id; other: Id; link: Id; own: Id }>;

const page = { offset: 0, limit: 100 };
const act = (name: string): Promise<unknown> => call('coders.identify', { name });

beforeEach(async () => {
  made = await createBlindProject();
  ({ call } = made.project.client);
  more = (await call('codes.create', { name: 'More', parent: null })).id;
  await act('Dora');
  const one = async (document: Id) => {
    const { annotations, links } = await call('documents.open', { document });
    const ids = annotations.rows.map(([id, start]) => ({ id, start })).sort((a, b) => a.start - b.start);
    return {
      coding: ids[0]?.id ?? '',
      other: ids[2]?.id ?? '',
      own: ids[1]?.id ?? '',
      link: links[0]?.id ?? '',
    };
  };
  theirs = { open: await one(made.open), blind: await one(made.blind) };
  await act('Ada');
  await call('versions.publish', { note: '' });
});
afterEach(() => made.project.end());

type Attempt = { name: string; run(at: 'open' | 'blind', confirmed?: true): Promise<unknown> };
const attempts: Attempt[] = [
  {
    name: 'removal',
    run: (at, confirmed) => call('annotations.remove', { annotations: [theirs[at].coding], confirmed }),
  },
  {
    name: 'memo',
    run: (at, confirmed) => call('annotations.setMemo', { annotation: theirs[at].coding, memo: 'Mine.', confirmed }),
  },
  {
    name: 'boundary',
    run: (at, confirmed) => call('annotations.update', { annotation: theirs[at].coding, end: 60, confirmed }),
  },
  {
    name: 'another code',
    run: (at, confirmed) => call('annotations.update', { annotation: theirs[at].coding, code: more, confirmed }),
  },
  {
    name: 'union',
    run: (at, confirmed) =>
      call('annotations.unite', { annotations: [theirs[at].coding, theirs[at].other], confirmed }),
  },
  {
    name: 'split',
    run: (at, confirmed) =>
      call('codes.split', { code: made.claim, annotations: [theirs[at].coding], into: more, confirmed }),
  },
  { name: 'stamp', run: (at, confirmed) => call('versions.confirm', { annotations: [theirs[at].coding], confirmed }) },
  { name: 'link', run: (at, confirmed) => call('links.remove', { link: theirs[at].link, confirmed }) },
];

/** What Dora, who is not blind, sees of both documents. */
async function whole(): Promise<unknown> {
  await act('Dora');
  const seen = [];
  for (const document of [made.blind, made.open]) {
    const { annotations, links, answers } = await call('documents.open', { document });
    seen.push(annotations, links, answers, (await call('segments.list', { ...page, document })).rows);
  }
  await act('Ada');
  return seen;
}

describe('Another coder’s work', () => {
  for (const { name, run } of attempts) {
    test(`is changed only where that is meant: ${name}`, async () => {
      const before = await whole();
      await expect(run('open')).rejects.toMatchObject({
        code: 'others-work',
        message: expect.stringContaining('Ben') as string,
        details: { coder: 'Ben' },
      });
      expect(await whole()).toEqual(before);
      await run('open', true);
      if (name !== 'stamp') expect(await whole()).not.toEqual(before);
    });

    test(`in a blind round is as good as not there, whatever the call says: ${name}`, async () => {
      const before = await whole();
      const refused = await run('blind', true).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: name === 'split' ? 'conflict' : 'not-found' });
      expect(JSON.stringify(refused)).not.toContain('Ben');
      expect(await whole()).toEqual(before);
    });
  }

  test('is not asked about where all is one’s own', async () => {
    await call('annotations.setMemo', { annotation: theirs.blind.own, memo: 'Mine.' });
    await call('annotations.remove', { annotations: [theirs.open.own] });
  });

  test('counts, names all it is of, and goes for nobody in particular too', async () => {
    await act('Cem');
    const { id } = await codeWords(made.project, made.open, 'crews', more);
    await act('Dora');
    await expect(call('annotations.remove', { annotations: [theirs.open.coding, id] })).rejects.toMatchObject({
      code: 'others-work',
      details: { coder: 'Ben, Cem', records: 3 },
    });
  });

  test('hangs on one’s own coding: its link is asked about, and in a blind round keeps it', async () => {
    await act('Dora');
    for (const at of ['open', 'blind'] as const) {
      await call('links.create', { source: theirs[at].own, target: theirs[at].coding, relation: 'see' });
    }
    await act('Ada');
    await expect(call('annotations.remove', { annotations: [theirs.open.own] })).rejects.toMatchObject({
      code: 'others-work',
      details: { coder: 'Dora' },
    });
    const kept = await call('annotations.remove', { annotations: [theirs.blind.own], confirmed: true }).catch(
      (error: unknown) => error,
    );
    expect(kept).toMatchObject({ code: 'conflict' });
    expect(JSON.stringify(kept)).not.toContain('Dora');
  });

  test('that is hidden can neither be linked nor answered about', async () => {
    const { own, coding } = theirs.blind;
    const passage = await call('variables.create', { scope: 'passage', code: made.claim, name: 'who', level: 'text' });
    const refused = { code: 'not-found' };
    await expect(call('links.create', { source: own, target: coding, relation: 'see' })).rejects.toMatchObject(refused);
    const key = { document: made.blind, annotation: coding, variable: passage.id };
    await expect(call('answers.set', { ...key, value: 'x' })).rejects.toMatchObject(refused);
  });
});
