import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tableFile, wordBreakTable } from './wordBreakTable.ts';

test('What the rule for words knows of characters is what Unicode says', async () => {
  expect(readFileSync(tableFile, 'utf8')).toBe(await wordBreakTable());
});
