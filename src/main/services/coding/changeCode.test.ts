import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Annotation, Id } from '../../../shared/model/records.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

let project: TestProject;
let document: Id;
beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(project.put('port.txt', 'The port reopened on Monday. Nobody was hurt.\n'));
  const { rows } = await project.client.call('documents.list', { offset: 0, limit: 1 });
  document = rows[0]?.id ?? '';
});
afterEach(() => project.end());

const newCode = async (name: string): Promise<Id> =>
  (await project.client.call('codes.create', { name, parent: null })).id;

async function ask(code: Id, name: string, level: 'text' | 'interval'): Promise<Id> {
  return (await project.client.call('variables.create', { scope: 'passage', code, name, level })).id;
}

const code = (given: Id, start = 0, end = 8): Promise<Annotation> =>
  project.client.call('annotations.create', { document, code: given, start, end });

const answers = async (): Promise<unknown[]> =>
  (await project.client.call('documents.open', { document })).answers.map(({ variable, value }) => [variable, value]);

describe('Another code for a coding', () => {
  test('keeps the answers that it asks for alike and says how many went; one undo brings all back', async () => {
    const [event, place] = [await newCode('Event'), await newCode('Place')];
    const [where, sure, size] = [
      await ask(event, 'where', 'text'),
      await ask(event, 'sure', 'interval'),
      await ask(event, 'size', 'interval'),
    ];
    const whereElse = await ask(place, 'where', 'text');
    await ask(place, 'size', 'text'); // the same name, another kind of answer
    const coding = await code(event);
    const on = { document, annotation: coding.id };
    await project.client.call('answers.set', { ...on, variable: where, value: 'Vellin' });
    await project.client.call('answers.set', { ...on, variable: sure, value: 3 });
    await project.client.call('answers.set', { ...on, variable: size, value: 27 });
    const changed = await project.client.call('annotations.update', { annotation: coding.id, code: place });
    expect(changed).toEqual({ ...coding, code: place, removedAnswers: 2 });
    expect(await answers()).toEqual([[whereElse, 'Vellin']]);
    await project.client.call('history.undo', {});
    expect((await answers()).sort()).toEqual(
      [
        [where, 'Vellin'],
        [sure, 3],
        [size, 27],
      ].sort(),
    );
    expect((await project.client.run('project.verify', {})).problems).toEqual([]);
  });

  test('may be one that the same act makes, which goes with it by undo', async () => {
    const coding = await code(await newCode('Event'));
    const changed = await project.client.call('annotations.update', {
      annotation: coding.id,
      code: { name: 'Return to work', parent: null },
    });
    const named = async (): Promise<string[]> =>
      (await project.client.call('codes.list', {})).codes.map(({ name }) => name);
    expect(await named()).toEqual(['Event', 'Return to work']);
    expect(changed).toMatchObject({ id: coding.id, removedAnswers: 0 });
    const again = await code(coding.code, 9, 17);
    await project.client.call('annotations.update', {
      annotation: again.id,
      code: { name: 'Return to work', parent: null },
    });
    expect(await named()).toEqual(['Event', 'Return to work']);
    await project.client.call('history.undo', {});
    await project.client.call('history.undo', {});
    const { label } = await project.client.call('history.undo', {});
    expect(label).toBe('Change code to “Return to work”');
    expect(await named()).toEqual(['Event']);
  });

  test('is refused where the coder has coded these words so already, and leaves no new code behind', async () => {
    const [event, place] = [await newCode('Event'), await newCode('Place')];
    const coding = await code(event);
    await code(place);
    const twin = project.client.call('annotations.update', { annotation: coding.id, code: place });
    await expect(twin).rejects.toMatchObject({ code: 'already-coded' });
    await project.client.call('coders.identify', { name: 'Ben' });
    const theirs = project.client.call('annotations.update', {
      annotation: coding.id,
      code: { name: 'Ben’s own', parent: null },
    });
    await expect(theirs).rejects.toMatchObject({ code: 'others-work' });
    expect((await project.client.call('codes.list', {})).codes.map(({ name }) => name)).toEqual(['Event', 'Place']);
  });
});
