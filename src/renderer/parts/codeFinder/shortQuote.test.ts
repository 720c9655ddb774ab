import { expect, test } from 'vitest';
import { shortQuote } from './shortQuote.ts';

test('a short quotation stays whole, on one line', () => {
  expect(shortQuote('The port\n reopened.', 24)).toBe('The port reopened.');
});

test('a long one is cut between words', () => {
  expect(shortQuote('no independent office has confirmed so far', 24)).toBe('no independent office …');
});

test('a text without blanks is cut anywhere, but never inside a character', () => {
  expect(shortQuote('港湾労働者のストライキが続く', 6)).toBe('港湾労働者の …');
  expect(shortQuote('👩‍👩‍👧🇸🇪e\u0301abc', 3)).toBe('👩‍👩‍👧🇸🇪e\u0301 …');
});
