import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { said } from '../../../../shared/words/message.ts';
import type { Client } from '../../../../shared/api/client.ts';
import { AppError } from '../../../../shared/errors.ts';
import { setClient } from '../../../state/client.ts';
import { askWords, knownWords } from './words.ts';

type Asked = { document: string; start: number; end: number };

let asked: Asked[];
let answer: (asked: Asked) => Promise<{ ends: number[] }>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', () => 0); // no frame comes: what waits for one is run all the same
  asked = [];
  answer = () => Promise.resolve({ ends: [2, 1] });
  const call = (method: string, input: Asked): Promise<unknown> => {
    expect(method).toBe('documents.words');
    asked.push(input);
    return answer(input);
  };
  setClient({ call } as unknown as Client); // the one method that is called
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const rest = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);

it('Words are asked for once the text has been drawn, and known when they have come', async () => {
  const known = knownWords('a', '東京で');
  askWords('a', '東京で', 0);
  expect(asked).toEqual([]);
  expect(known(0, 3)).toBeNull();
  await rest();
  expect(asked).toEqual([{ document: 'a', start: 0, end: 3 }]);
  expect(known(0, 3)).toEqual([2, 3]);
  askWords('a', '東京で', 1);
  await rest();
  expect(asked).toHaveLength(1);
});

it('Of a text in scripts with blanks nothing is asked', async () => {
  askWords('b', 'The port. '.repeat(5000), 0);
  await rest();
  expect(asked).toEqual([]);
});

it('Another text of the document has its own words, and those of the one before are no longer asked for', async () => {
  const text = '東京で、'.repeat(10_000);
  let arrive: () => void = () => undefined;
  answer = () => new Promise((resolve) => (arrive = () => resolve({ ends: [2, 1] })));
  askWords('c', text, 0);
  await rest();
  const corrected = knownWords('c', '東京で');
  arrive();
  await rest();
  expect(asked).toHaveLength(1);
  expect(corrected(0, 3)).toBeNull();
});

it('What could not be answered is asked for again at the next occasion', async () => {
  answer = () =>
    Promise.reject(new AppError('internal', said('general.asItIs', { words: 'The program cannot be reached.' })));
  askWords('d', '東京で', 0);
  await rest();
  answer = () => Promise.resolve({ ends: [2, 1] });
  askWords('d', '東京で');
  await rest();
  expect(asked).toHaveLength(2);
  expect(knownWords('d', '東京で')(0, 3)).toEqual([2, 3]);
});
