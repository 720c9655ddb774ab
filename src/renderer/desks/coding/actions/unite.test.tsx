import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { activeAnnotation } from '../../../actions/conditions.ts';
import { isEnabled } from '../../../actions/registry.ts';
import { useUi } from '../../../state/ui.ts';
import { ask, expectHeard, expectKept } from '../form/testForm.tsx';
import { ReaderPanel } from '../reader/ReaderPanel.tsx';

/** An article with a coding of its first sentence, all but the full stop; the code has the digit 1. */
async function nearlyCoded(galley: TestWindow) {
  const code = await galley.newCode('War');
  await galley.client.call('codes.update', { code, key: '1' });
  const article = await galley.newArticle('one', 'War is peace. Trade goes on.\n');
  const older = await galley.newCoding(article, 'War is peace', code);
  await galley.client.call('annotations.setMemo', { annotation: older, memo: 'كما في 1984' });
  await galley.openArticle(article);
  galley.show(<ReaderPanel />);
  await galley.tabTo(await screen.findByRole('textbox', { name: 'Article text' }));
  const codings = async () =>
    (await galley.client.call('documents.open', { document: article })).annotations.rows.map(
      ([id, start, end, , , memo]) => ({ id, span: [start, end], memo }),
    );
  return { code, article, older, codings };
}

describe('a coding that nearly doubles another', () => {
  it('is told of with the key that unites the two; the older one stays and covers both', async ({ galley }) => {
    const { older, codings } = await nearlyCoded(galley);
    expect(isEnabled('code.unite')).toBe(false);
    await galley.press(' 1');
    await screen.findByText('This nearly doubles another coding of yours with “War”. Alt+J unites the two.');
    expect(await codings()).toHaveLength(2);
    await galley.press('{Alt>}j{/Alt}');
    // “War is peace.” has 13 characters.
    await waitFor(async () => expect(await codings()).toEqual([{ id: older, span: [0, 13], memo: 'كما في 1984' }]));
    await waitFor(() => expect(activeAnnotation()?.id).toBe(older));
    expect(isEnabled('code.unite')).toBe(false);
    await galley.press('{Control>}z{/Control}');
    await waitFor(async () => expect((await codings()).map(({ span }) => span[1]).toSorted()).toEqual([12, 13]));
  });

  it('is let be where it is of another code, or another coder’s', async ({ galley }) => {
    const { codings } = await nearlyCoded(galley);
    const trade = await galley.newCode('Trade');
    await galley.client.call('codes.update', { code: trade, key: '2' });
    await expectHeard(galley);
    await galley.press(' 2');
    await waitFor(async () => expect(await codings()).toHaveLength(2));
    await galley.actAs('Ben');
    await waitFor(() => expect(useUi.getState().recentCodes).toEqual([]));
    await galley.press('1');
    await waitFor(async () => expect(await codings()).toHaveLength(3));
    await waitFor(() => expect(activeAnnotation()).not.toBeNull());
    expect(isEnabled('code.unite')).toBe(false);
    expect(screen.queryByText(/nearly doubles/u)).toBeNull();
  });

  it('stays beside the other while their answers differ, and it is said to which question', async ({ galley }) => {
    const { code, article, older, codings } = await nearlyCoded(galley);
    const [stance] = await ask(galley, { name: 'stance', level: 'text', code });
    const answer = (annotation: string, value: string) =>
      galley.client.call('answers.set', { document: article, annotation, variable: stance?.id ?? '', value });
    await answer(older, 'for');
    await galley.press(' 1');
    await waitFor(async () => expect(await codings()).toHaveLength(2));
    await waitFor(() => expect(activeAnnotation()?.id).not.toBe(older));
    const newer = activeAnnotation()?.id ?? '';
    await answer(newer, 'against');
    await expectHeard(galley);
    await galley.press('{Alt>}j{/Alt}');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'These codings have different answers to “stance”. Make the answers equal first.',
    );
    expect(await codings()).toHaveLength(2);
    await answer(newer, 'for');
    await expectHeard(galley);
    await galley.press('{Alt>}j{/Alt}');
    await waitFor(async () => expect((await codings()).map(({ id }) => id)).toEqual([older]));
    await expectKept(galley, article, { stance: 'for' });
  });

  it('is found among several by what it shares most with', async ({ galley }) => {
    const { code, article, older, codings } = await nearlyCoded(galley);
    await galley.newCoding(article, 'is peace', code);
    await expectHeard(galley);
    await galley.press(' 1');
    await waitFor(async () => expect(await codings()).toHaveLength(3));
    await waitFor(() => expect(activeAnnotation()?.end).toBe(13));
    act(() => useUi.setState({ notices: [] }));
    await galley.press('{Alt>}j{/Alt}');
    // Twelve characters of the older one lie in the new one, and eight of “is peace”.
    await waitFor(async () =>
      expect((await codings()).map(({ id, span }) => [id === older, span])).toEqual([
        [true, [0, 13]],
        [false, [4, 12]],
      ]),
    );
  });
});
