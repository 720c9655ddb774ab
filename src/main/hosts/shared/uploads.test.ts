import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createGrants } from '../../app/grants.ts';
import { createUploads } from './uploads.ts';

async function* bytes(text: string): AsyncIterable<Uint8Array> {
  await Promise.resolve();
  yield new TextEncoder().encode(text);
}

describe('files that a window hands over', () => {
  const grants = createGrants();
  const uploads = createUploads(grants);
  afterEach(() => uploads.remove());

  it('are kept apart when several arrive at the same moment', async () => {
    const texts = ['one', 'two', 'three', 'four'];
    const files = await Promise.all(texts.map((text) => uploads.receive(`${text}.txt`, bytes(text), null)));
    expect(files.map((file) => readFileSync(grants.path(file), 'utf8'))).toEqual(texts);
  });
});
