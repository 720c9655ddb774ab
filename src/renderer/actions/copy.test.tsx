import { afterEach, describe, expect, test } from 'vitest';
import { copyText } from './copy.ts';

/** The page's clipboard, which takes texts or refuses them with this error. */
function lendClipboard(refusal?: Error): string[] {
  const taken: string[] = [];
  const writeText = (text: string): Promise<void> =>
    refusal ? Promise.reject(refusal) : Promise.resolve(void taken.push(text));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return taken;
}

/** Copies as a browser does by its keys: whoever listens says what is copied. */
function lendCopyKeys(works: boolean): string[] {
  const taken: string[] = [];
  const execCommand = (command: string): boolean => {
    const event = new Event('copy', { cancelable: true });
    Object.defineProperty(event, 'clipboardData', {
      value: { setData: (_: string, text: string) => taken.push(text) },
    });
    document.dispatchEvent(event);
    return works && command === 'copy' && event.defaultPrevented;
  };
  Object.defineProperty(document, 'execCommand', { configurable: true, value: execCommand });
  return taken;
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard');
  Reflect.deleteProperty(document, 'execCommand');
});

describe('copying a text', () => {
  test('goes by the clipboard where that is allowed', async () => {
    const taken = lendClipboard();
    expect(await copyText('مرحبا')).toBe(true);
    expect(taken).toEqual(['مرحبا']);
  });

  test('goes by the copy keys where it is not, and takes nothing that is copied later', async () => {
    lendClipboard(new DOMException('denied', 'NotAllowedError'));
    const taken = lendCopyKeys(true);
    expect(await copyText('War')).toBe(true);
    document.dispatchEvent(new Event('copy'));
    expect(taken).toEqual(['War']);
  });

  test('says when neither way works', async () => {
    lendClipboard(new DOMException('denied', 'NotAllowedError'));
    lendCopyKeys(false);
    expect(await copyText('War')).toBe(false);
  });

  test('hides no fault of the program', async () => {
    lendClipboard(new TypeError('a fault'));
    await expect(copyText('War')).rejects.toThrow('a fault');
  });
});
