import { act, render, screen } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { isEnabled } from '../../../actions/registry.ts';
import { useUi } from '../../../state/ui.ts';
import { expectHeard } from '../form/testForm.tsx';
import { ReaderPanel } from '../reader/ReaderPanel.tsx';
import { useRecentRelations } from '../state/recentRelations.ts';
import { createLink, startLink } from './links.ts';

/** Two codings of an article that is open; the first is the chosen one. */
async function twoCodings(galley: TestWindow) {
  const code = await galley.newCode('Claim');
  const article = await galley.newArticle('one', 'War is peace. War is over.\n');
  const source = await galley.newCoding(article, 'War is peace', code);
  const target = await galley.newCoding(article, 'War is over', code);
  await galley.openArticle(article);
  galley.show(null);
  act(() => useUi.setState({ activeAnnotation: source }));
  const links = async (): Promise<string[]> =>
    (await galley.client.call('documents.open', { document: article })).links.map(({ relation }) => relation);
  return { article, source, target, links };
}

const link = (source: string, target: string, relation: string): Promise<boolean> =>
  act(() => createLink(source, target, relation));

describe('linking two codings', () => {
  it('remembers the last eight relations, each once, the last one first', async ({ galley }) => {
    const { source, target, links } = await twoCodings(galley);
    const names = ['supports', 'answers', 'يعارض', 'd', 'e', 'f', 'g', 'h', 'i'];
    for (const name of names) expect(await link(source, target, name)).toBe(true);
    expect((await links()).toSorted()).toEqual(names.toSorted());
    expect(useRecentRelations.getState().names).toEqual(names.toReversed().slice(0, 8));
    expect(await link(target, source, 'e')).toBe(true);
    expect(useRecentRelations.getState().names).toEqual(['e', 'i', 'h', 'g', 'f', 'd', 'يعارض', 'answers']);
  });

  it('says why it was refused, and remembers no relation then', async ({ galley }) => {
    const { source, target, links } = await twoCodings(galley);
    await link(source, target, 'supports');
    const before = useRecentRelations.getState().names;
    expect(await link(source, target, 'supports')).toBe(false);
    await screen.findByText('You have linked these codings by “supports” already.');
    expect(await link(source, source, 'repeats')).toBe(false);
    await screen.findByText('A coding cannot be linked with itself.');
    expect(await link(source, '00000000-0000-7000-8000-000000000000', 'leads to')).toBe(false);
    await screen.findByText('This coding is no longer in the project.');
    expect(useRecentRelations.getState().names).toEqual(before);
    expect(await links()).toEqual(['supports']);
  });

  it('is not begun without a chosen coding, or where there is no other', async ({ galley }) => {
    const { target } = await twoCodings(galley);
    expect(isEnabled('code.link')).toBe(false); // the text is not on screen
    render(<ReaderPanel />);
    await screen.findByRole('textbox', { name: 'Article text' });
    expect(isEnabled('code.link')).toBe(true);
    await galley.client.call('annotations.remove', { annotations: [target] });
    await expectHeard(galley);
    act(() => startLink());
    await screen.findByText('There is no other coding in this text to link with.');
    act(() => useUi.setState({ activeAnnotation: null, notices: [] }));
    expect(isEnabled('code.link')).toBe(false);
    act(() => startLink());
    expect([useUi.getState().dialog, useUi.getState().notices]).toEqual([null, []]);
  });

  it('forgets what one coder wrote when another one codes', async ({ galley }) => {
    const { source, target } = await twoCodings(galley);
    await link(source, target, 'supports');
    await galley.actAs('Ben');
    await screen.findByRole('region', { name: 'Notices' });
    await expectHeard(galley);
    expect(useRecentRelations.getState().names).toEqual([]);
  });
});
