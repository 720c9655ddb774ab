import { describe, expect, it } from 'vitest';
import { droppedFiles, pickedFiles } from './incoming.ts';

const file = (name: string, path = ''): File => {
  const made = new File(['text'], name);
  Object.defineProperty(made, 'webkitRelativePath', { value: path });
  return made;
};
const paths = (files: readonly { path: string }[]): string[] => files.map(({ path }) => path);

describe('files that were picked', () => {
  it('stand in the order in which people count, with their path below the folder', () => {
    const picked = [file('10.txt', 'harbour/10.txt'), file('2.txt', 'harbour/2.txt'), file('a.txt', 'harbour/1/a.txt')];
    expect(paths(pickedFiles(picked))).toEqual(['harbour/1/a.txt', 'harbour/2.txt', 'harbour/10.txt']);
  });

  it('are without those that systems hide, also in hidden folders', () => {
    const picked = [file('.DS_Store', 'h/.DS_Store'), file('a.txt', 'h/.git/a.txt'), file('b.txt', 'h/b.txt')];
    expect(paths(pickedFiles([...picked, file('.profile'), file('c.d.txt')]))).toEqual(['c.d.txt', 'h/b.txt']);
  });
});

/** What a drop event carries, of which browsers make the real ones: entries of files, folders and what cannot be read. */
type Made = { entry: unknown; file: File | null };

const leaf = (name: string): unknown => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (take: (one: File) => void) => take(new File(['text'], name)),
});

const locked = (name: string): unknown => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (_: unknown, refuse: (error: unknown) => void) => refuse(new DOMException('permission denied')),
});

/** A folder that hands out its entries two at a time, as browsers do a hundred. */
const folder = (name: string, ...children: unknown[]): unknown => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    const left = [...children];
    return { readEntries: (take: (some: unknown[]) => void) => take(left.splice(0, 2)) };
  },
});

function drop(...made: Made[]): DataTransfer {
  const items = made.map(({ entry, file: loose }) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry,
    getAsFile: () => loose,
  }));
  // No more than what is read of it.
  return { items: [{ kind: 'string' }, ...items] } as unknown as DataTransfer;
}
const entry = (one: unknown): Made => ({ entry: one, file: null });

describe('files that were dropped', () => {
  it('come with all that their folders hold, in the order in which people count', async () => {
    const months = folder('months', leaf('10.txt'), leaf('9.txt'), leaf('1.txt'), folder('old', leaf('x.txt')));
    const { files, refused } = await droppedFiles(drop(entry(months), entry(leaf('loose.txt'))));
    expect(paths(files)).toEqual(['months/1.txt', 'months/9.txt', 'months/10.txt', 'months/old/x.txt', 'loose.txt']);
    expect(refused).toEqual([]);
    expect(await files[0]?.file.text()).toBe('text');
  });

  it('are without hidden files and folders', async () => {
    const { files } = await droppedFiles(
      drop(entry(folder('f', leaf('.x'), folder('.git', leaf('y')), leaf('z.txt')))),
    );
    expect(paths(files)).toEqual(['f/z.txt']);
  });

  it('are told apart from those that cannot be read, which keep none of the others away', async () => {
    const { files, refused } = await droppedFiles(drop(entry(folder('f', locked('a.txt'), leaf('b.txt')))));
    expect(paths(files)).toEqual(['f/b.txt']);
    expect(refused).toEqual([{ path: 'f/a.txt', reason: 'cannot be read (permission denied)' }]);
  });

  it('may come out of another program, where they lie in no folder', async () => {
    const { files } = await droppedFiles(drop({ entry: null, file: file('رسالة.txt') }));
    expect(paths(files)).toEqual(['رسالة.txt']);
  });

  it('are none where only a text was dropped', async () => {
    expect(await droppedFiles(drop())).toEqual({ files: [], refused: [] });
  });
});
