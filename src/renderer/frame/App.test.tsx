import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { it } from '../testing/inWindow.ts';
import { App } from './App.tsx';

it('codes the sentence under the cursor by a digit, and takes it back', async ({ galley }) => {
  const { client, press } = galley;
  const war = await galley.newCode('War');
  await client.call('codes.update', { code: war, key: '1' });
  const article = await galley.newArticle('one', 'War is peace. War is over.\n');
  await galley.openArticle(article);
  galley.show(<App />);
  const coded = async (): Promise<string[]> => {
    const { annotations } = await client.call('documents.open', { document: article });
    return annotations.codes;
  };
  await press('{Alt>}2{/Alt}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Article text' }));
  await press(' 1');
  await waitFor(async () => expect(await coded()).toEqual([war]));
  await press('{Control>}z{/Control}');
  await waitFor(async () => expect(await coded()).toEqual([]));
});
