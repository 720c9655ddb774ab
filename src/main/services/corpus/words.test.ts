import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Id } from '../../../shared/model/records.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import type { WordEnds } from '../../../shared/text/words/runs.ts';
import { wordAt } from '../../../shared/text/words/steps.ts';
import { createTestProject } from '../testProject.ts';
import type { TestProject } from '../testProject.ts';

const text = '東京都知事は辞任した。The port.\n';

let project: TestProject;
let document: Id;
beforeEach(async () => {
  project = await createTestProject();
  await project.importFiles(project.put('a.txt', text));
  [document = ''] = await project.client.call('documents.ids', {});
});
afterEach(() => project.end());

async function ends(start: number, end: number): Promise<number[]> {
  const answer = await project.client.call('documents.words', { document, start, end });
  let at = start;
  return answer.ends.map((step) => (at += step));
}

// 東京 (Tokyo) and 辞任 (resignation) are words of any dictionary.
test('The words that a double click selects are those of the dictionary, not runs of one script', async () => {
  const known = await ends(0, text.length);
  const wordEnds: WordEnds = (start, end) => known.filter((at) => at > start && at <= end);
  expect(wordAt(text, utf16(6), wordEnds)).toEqual({ start: 6, end: 8 }); // 辞任
  expect(wordAt(text, utf16(1), wordEnds)).toEqual({ start: 0, end: 2 }); // 東京
  expect(wordAt(text, utf16(12), wordEnds)).toEqual({ start: 11, end: 14 }); // The
});

test('Words are answered for a part of the text, and behind its end there are none', async () => {
  expect(await ends(6, 8)).toEqual([8]);
  expect(await ends(11, 50_000)).toEqual([]);
  expect(await ends(100, 200)).toEqual([]);
});

test('Of more than 50,000 units, of a part that ends before it starts, and of a document that is gone, it is refused', async () => {
  await expect(ends(0, 50_001)).rejects.toMatchObject({ code: 'bad-input', details: { field: 'end' } });
  await expect(ends(2, 1)).rejects.toMatchObject({ code: 'bad-input' });
  await project.client.call('documents.remove', { documents: [document] });
  await expect(ends(0, 1)).rejects.toMatchObject({ code: 'not-found' });
});
