import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { Id } from '../../../../../shared/model/records.ts';
import { useRecords } from '../../../../state/records.ts';
import type { TestWindow } from '../../../../testing/testWindow.tsx';

export const before = 'The port of Varna reopenned on Monday.\nNobody was hurt. The mayor thanked the crews for it.\n';
/** One word mended, a dateline put in, the last sentence gone. */
export const after = 'Varna, 3 May. The port of Varna reopened on Monday.\nNobody was hurt.\n';

/** What becomes of the codings of these passages: one is certain, one near the mended word, one gone. */
export const passages = { same: 'Nobody was hurt', doubtful: 'port of Varna reopenned', lost: 'The mayor thanked' };

export const copy = (): HTMLTextAreaElement =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Corrected text' });

/** An article in the reader, with a coding by Ada of each of these passages. */
export async function articleWith(galley: TestWindow, ...coded: string[]): Promise<Id> {
  const article = await galley.newArticle('port', before);
  const code = await galley.newCode('Event');
  for (const passage of coded) await galley.newCoding(article, passage, code);
  await galley.openArticle(article);
  await waitFor(() => expect(useRecords.getState().open?.annotations.size).toBe(coded.length));
  return article;
}

/** Puts another text in the place of the copy, as by pasting. */
export async function rewrite({ tabTo, user }: TestWindow, text: string): Promise<void> {
  await tabTo(copy());
  await user.clear(copy());
  await user.paste(text);
}

/** Corrects the text of the article up to the review. */
export async function reviewed(galley: TestWindow, article: Id, text = after): Promise<HTMLElement> {
  await galley.open({ kind: 'correctText', document: article });
  await rewrite(galley, text);
  await galley.pressButton('Compare');
  return await screen.findByRole('region', { name: 'Difference' });
}

/** The text of the article and the words of its codings, as the program keeps them. */
export async function kept({ client }: TestWindow, article: Id): Promise<{ text: string; coded: string[] }> {
  const { text, annotations } = await client.call('documents.open', { document: article });
  return { text, coded: annotations.rows.map(([, start, end]) => text.slice(start, end)) };
}
