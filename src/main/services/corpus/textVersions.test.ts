import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../../shared/api/contract.ts';
import type { AnyEvent, ChangedEvent } from '../../../shared/api/events.ts';
import type { Id } from '../../../shared/model/records.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
let document: Id;
let code: Id;

const before = 'The port of Varna reopenned on Monday.\nNobody was hurt 👩‍🚒. The mayor thanked the crews for it.\n';
const after = 'Varna, 3 May. The port of Varna reopened on Monday.\nNobody was hurt 👩‍🚒.\n';

beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(project.put('port.txt', before));
  document = (await project.client.call('documents.list', { offset: 0, limit: 1 })).rows[0]?.id ?? '';
  code = (await project.client.call('codes.create', { name: 'Event', parent: null })).id;
});
afterEach(() => project.end());

async function apply(quote: string): Promise<Id> {
  const start = before.indexOf(quote);
  const made = await project.client.call('annotations.create', { document, code, start, end: start + quote.length });
  return made.id;
}

function compare(content = after): Promise<Result<'texts.compare'>> {
  return project.client.run('texts.compare', { document, content });
}

type Decision = { annotation: Id; place: { start: number; end: number } | null };

function correct(decisions: Decision[], content = after): Promise<Result<'texts.correct'>> {
  return project.client.call('texts.correct', { document, content, reason: 'typing errors', decisions });
}

/** What the comparison proposes, taken over as it is. */
async function proposed(content = after): Promise<Decision[]> {
  const { annotations } = await compare(content);
  return annotations.map(({ annotation, place }) => ({
    annotation,
    place: place && { start: place.start, end: place.end },
  }));
}

function open(): Promise<Result<'documents.open'>> {
  return project.client.call('documents.open', { document });
}

/** Words of the document's codings, by id. */
async function words(): Promise<Record<Id, string>> {
  const { text, annotations } = await open();
  return Object.fromEntries(annotations.rows.map(([id, start, end]) => [id, text.slice(start, end)]));
}

describe('Comparing a text with its correction', () => {
  test('says where each coding would stand, how certain that is, and changes nothing', async () => {
    const certain = await apply('Nobody was hurt 👩‍🚒');
    const mended = await apply('port of Varna reopenned');
    const gone = await apply('The mayor thanked the crews for it');
    const { changes, annotations } = await compare();
    expect(annotations).toMatchObject([
      { annotation: mended, certainty: 'doubtful', place: { quote: 'port of Varna reopened' } },
      { annotation: certain, certainty: 'same', quote: 'Nobody was hurt 👩‍🚒' },
      { annotation: gone, certainty: 'lost', place: null },
    ]);
    const joined = (kind: string): string =>
      changes
        .filter((change) => change.kind === 'same' || change.kind === kind)
        .map((change) => change.text)
        .join('');
    expect(joined('removed')).toBe(before);
    expect(joined('added')).toBe(after);
    expect((await open()).text).toBe(before);
  });
});

describe('Correcting a text', () => {
  test('moves codings, keeps the text before as a version, and is one step back and forth', async () => {
    const certain = await apply('Nobody was hurt 👩‍🚒');
    const mended = await apply('port of Varna reopenned');
    const gone = await apply('The mayor thanked the crews for it');
    await project.client.call('links.create', { source: certain, target: gone, relation: 'then' });
    const result = await correct(await proposed());
    expect(result).toMatchObject({ version: 1, moved: 2, removed: 1 });
    expect((await open()).text).toBe(after);
    expect(await words()).toEqual({ [certain]: 'Nobody was hurt 👩‍🚒', [mended]: 'port of Varna reopened' });
    expect((await open()).links).toEqual([]);
    expect((await open()).document.characters).toBe(Array.from(after).length);
    expect(await project.client.call('texts.versions', { document })).toMatchObject([
      { number: 1, reason: 'typing errors', coder: 'Ada', characters: Array.from(before).length },
    ]);
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);

    await project.client.call('history.undo', {});
    expect((await open()).text).toBe(before);
    expect(Object.keys(await words())).toHaveLength(3);
    expect((await open()).links).toHaveLength(1);
    expect(await project.client.call('texts.versions', { document })).toEqual([]);
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);
    await project.client.call('history.redo', {});
    expect(await words()).toEqual({ [certain]: 'Nobody was hurt 👩‍🚒', [mended]: 'port of Varna reopened' });
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);
  });

  test('puts a coding where the coder wants it, by whole characters, in the same step', async () => {
    const gone = await apply('The mayor thanked the crews for it');
    const mended = await apply('port of Varna reopenned');
    const place = (quote: string) => ({ start: after.indexOf(quote), end: after.indexOf(quote) + quote.length });
    // An end in the middle of the firefighter, who is five code units, takes in the whole of her.
    const cut = { ...place('hurt 👩'), end: after.indexOf('👩') + 1 };
    expect(
      await correct([
        { annotation: gone, place: cut },
        { annotation: mended, place: place('Varna, 3 May') },
      ]),
    ).toMatchObject({ moved: 2, removed: 0 });
    expect(await words()).toEqual({ [gone]: 'hurt 👩‍🚒', [mended]: 'Varna, 3 May' });
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);
    await project.client.call('history.undo', {});
    expect(await words()).toEqual({
      [gone]: 'The mayor thanked the crews for it',
      [mended]: 'port of Varna reopenned',
    });
  });

  test.each([
    ['empty', { start: 3, end: 3 }],
    ['backwards', { start: 9, end: 3 }],
    ['outside the corrected text', { start: 3, end: after.length + 1 }],
  ])('refuses a place that is %s, and changes nothing', async (_, place) => {
    const coding = await apply('Nobody was hurt 👩‍🚒');
    await expect(correct([{ annotation: coding, place }])).rejects.toMatchObject({ code: 'bad-input' });
    expect((await open()).text).toBe(before);
    expect(await words()).toEqual({ [coding]: 'Nobody was hurt 👩‍🚒' });
  });

  test('takes answers’ evidence and examples’ anchors along, and says what was lost', async () => {
    const { id: variable } = await project.client.call('variables.create', {
      scope: 'document',
      name: 'place',
      level: 'text',
    });
    const span = (quote: string) => ({ start: before.indexOf(quote), end: before.indexOf(quote) + quote.length });
    await project.client.call('answers.set', {
      document,
      variable,
      value: 'Varna',
      evidence: [span('Nobody was hurt'), span('thanked the crews for it')],
    });
    const place = (quote: string) => ({ document, ...span(quote) });
    for (const quote of ['Nobody was hurt', 'thanked the crews']) {
      await project.client.call('examples.create', { code, quote, anchor: place(quote) });
    }
    const result = await correct([]);
    expect(result).toMatchObject({
      evidence: { same: 1, doubtful: 0, lost: 1 },
      examples: { same: 1, doubtful: 0, lost: 1 },
    });
    const { answers } = await open();
    expect(answers[0]?.evidence.map(({ start, end }) => after.slice(start, end))).toEqual(['Nobody was hurt']);
    const examples = await project.client.call('examples.list', {});
    expect(examples.map(({ quote, anchor }) => [quote, anchor && after.slice(anchor.start, anchor.end)])).toEqual([
      ['Nobody was hurt', 'Nobody was hurt'],
      ['thanked the crews', null],
    ]);
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);
  });

  test('is refused unless every coding is decided on once, inside the new text', async () => {
    const annotation = await apply('Nobody was hurt');
    const place = { start: 0, end: 5 };
    await expect(correct([])).rejects.toMatchObject({ code: 'bad-input', message: /no place yet/ });
    await expect(
      correct([
        { annotation, place },
        { annotation, place: null },
      ]),
    ).rejects.toMatchObject({ code: 'bad-input', message: /twice/ });
    const strange = '00000000-0000-7000-8000-000000000000';
    await expect(
      correct([
        { annotation, place },
        { annotation: strange, place },
      ]),
    ).rejects.toMatchObject({ code: 'bad-input', message: /does not have/ });
    for (const outside of [
      { start: 0, end: after.length + 1 },
      { start: 5, end: 5 },
      { start: 9, end: 5 },
    ]) {
      await expect(correct([{ annotation, place: outside }])).rejects.toMatchObject({ code: 'bad-input' });
    }
    await expect(correct([{ annotation, place }], before)).rejects.toMatchObject({ message: /the same/ });
    await expect(correct([{ annotation, place: null }], '')).rejects.toMatchObject({ code: 'bad-input' });
    expect((await open()).text).toBe(before);
  });

  test('is refused where two codings of one code and coder would fall together', async () => {
    const [one, two] = [await apply('Nobody'), await apply('hurt')];
    const place = { start: 0, end: 5 };
    await expect(
      correct([
        { annotation: one, place },
        { annotation: two, place },
      ]),
    ).rejects.toMatchObject({ code: 'bad-input', message: /one code by one coder/ });
    await correct([
      { annotation: one, place },
      { annotation: two, place: null },
    ]);
    expect(await words()).toEqual({ [one]: 'Varna' });
  });

  test('lets codings change places, all round', async () => {
    const quotes = ['port', 'Varna', 'Monday', 'mayor'];
    const ids: Id[] = [];
    for (const quote of quotes) ids.push(await apply(quote));
    const content = `${before}Mended.\n`;
    const placeOf = (quote: string) => ({ start: content.indexOf(quote), end: content.indexOf(quote) + quote.length });
    await correct(
      ids.map((annotation, index) => ({ annotation, place: placeOf(quotes[(index + 1) % 4] ?? '') })),
      content,
    );
    expect(await words()).toEqual(Object.fromEntries(ids.map((id, index) => [id, quotes[(index + 1) % 4]])));
    await project.client.call('history.undo', {});
    expect(await words()).toEqual(Object.fromEntries(ids.map((id, index) => [id, quotes[index]])));
  });

  test('grows places to whole characters and makes line ends LF', async () => {
    const annotation = await apply('Nobody');
    const content = 'Hurt: 👩‍🚒.\r\nNobody else.';
    await correct([{ annotation, place: { start: 7, end: 8 } }], content);
    expect((await open()).text).toBe('Hurt: 👩‍🚒.\nNobody else.');
    expect(await words()).toEqual({ [annotation]: '👩‍🚒' });
  });

  test('tells windows to open the document anew, on undo too, and to let it go when it is removed', async () => {
    const heard: ChangedEvent[] = [];
    project.app.listen((event: AnyEvent) => {
      if (event.event === 'changed') heard.push(event.data);
    });
    await correct([]);
    await project.client.call('history.undo', {});
    await project.client.call('history.redo', {});
    expect(heard.map(({ tables }) => tables.document?.reset)).toEqual([true, true, true]);
    await project.client.call('documents.remove', { documents: [document] });
    expect(heard.at(-1)?.tables.document).toEqual({ reset: false, changed: [], removed: [document] });
    await project.client.call('history.undo', {});
    expect(await project.client.call('texts.versions', { document })).toHaveLength(1);
  });

  test('can be brought back after an import was broken off and the project opened again', async () => {
    await correct([]);
    await project.client.call('history.undo', {});
    const status = await project.client.call('project.status', {});
    const path = join(project.folder, status.project?.fileName ?? '');
    await project.client.call('project.close', {});
    // What an import leaves that was killed: a text of its own, staged. The corrected one is the project's.
    const db = new SqliteDatabase(path);
    db.exec(`INSERT INTO text (id, sha256, content, utf16_units, code_points) VALUES (9, zeroblob(32), 'left', 4, 4);
             INSERT INTO staging VALUES (1); INSERT INTO staged_text VALUES (9, 1);`);
    db.close();
    await project.client.call('project.open', { file: project.app.grants.grant(path) });
    await project.client.call('history.redo', {});
    expect((await open()).text).toBe(after);
  });

  test('moves ten thousand codings by one character in one step', async () => {
    const long = 'word '.repeat(10_000);
    await project.importFiles(project.put('long.txt', long));
    const { rows } = await project.client.call('documents.list', { offset: 1, limit: 1 });
    document = rows[0]?.id ?? '';
    await project.code(
      Array.from({ length: 10_000 }, (_, index) => ({
        document: 'long',
        start: index * 5,
        end: index * 5 + 4,
        code: 'Event',
      })),
    );
    const content = `xxxx ${long}`;
    const { annotations } = await open();
    const decisions = annotations.rows.map(([annotation, start, end]) => ({
      annotation,
      place: { start: start + 5, end: end + 5 },
    }));
    expect(await correct(decisions, content)).toMatchObject({ moved: 10_000 });
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);
  }, 60_000);
});
