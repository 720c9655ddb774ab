import { afterEach, describe, expect, vi } from 'vitest';
import { uploadLimit } from '../../shared/api/carrier.ts';
import { it } from '../testing/inWindow.ts';
import { fetchText } from './texts.ts';
import { uploadFile } from './upload.ts';

afterEach(() => void vi.restoreAllMocks());

describe('handing a file over', () => {
  it('gives a reference that the program reads it by, whatever its name is', async ({ galley }) => {
    const file = await uploadFile(new File(['الميناء.\n'], 'x.txt'), 'أخبار & Co/100 %.txt');
    const { documents } = await galley.client.run('imports.start', { files: [file] });
    expect(documents.map(({ name }) => name)).toEqual(['100 %']);
    const { text } = await galley.client.call('documents.text', { document: documents[0]?.id ?? '' });
    expect(text).toBe('الميناء.\n');
  });

  it('is refused before it is sent where the file is larger than 100 MB', async () => {
    const sent = vi.spyOn(globalThis, 'fetch');
    const file = new File([], 'large.txt');
    Object.defineProperty(file, 'size', { value: uploadLimit + 1 });
    await expect(uploadFile(file, 'large.txt')).rejects.toMatchObject({
      code: 'file-too-large',
      message: '“large.txt” is larger than 100 MB. Split it and import the parts.',
    });
    expect(sent).not.toHaveBeenCalled();
  });

  it('is refused as the program refuses it', async ({ galley }) => {
    await expect(uploadFile(new File(['x'], 'x.txt'), '../x.txt')).rejects.toMatchObject({ code: 'bad-input' });
    expect((await galley.client.call('documents.list', { offset: 0, limit: 1 })).total).toBe(0);
  });

  it('says that a file cannot be read which has gone since it was picked', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('gone'));
    await expect(uploadFile(new File(['x'], 'x.txt'), 'h/x.txt')).rejects.toMatchObject({
      code: 'file-unreadable',
      message: '“h/x.txt” could not be read (gone).',
      details: { file: 'h/x.txt' },
    });
  });
});

describe('fetching the text of an article', () => {
  it('gives it as it was imported', async ({ galley }) => {
    const text = 'Ein Gruß 👩‍👩‍👧.\n\nالميناء.\n';
    const article = await galley.newArticle('one', text);
    expect(await fetchText(article)).toBe(text);
  });

  it('is refused as the program refuses it', async ({ galley }) => {
    const article = await galley.newArticle('one', 'War.\n');
    await galley.client.call('documents.remove', { documents: [article] });
    await expect(fetchText(article)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says that the connection is lost where nobody answers', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('refused'));
    await expect(fetchText('a')).rejects.toMatchObject({
      code: 'internal',
      message: 'The article could not be fetched (refused).',
      details: { connection: 'lost' },
    });
  });
});
