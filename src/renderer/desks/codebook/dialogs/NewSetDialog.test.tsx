import { screen, waitFor } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import type { TestWindow } from '../../../testing/testWindow.tsx';
import { codeOf, noticeOf, pick, shown } from '../testDesk.ts';

const sets = ({ client }: TestWindow) => client.call('exclusiveSets.list', {});

describe('a new set of codes that exclude each other', () => {
  it('warns unless it is told to refuse, and holds the code', async ({ galley }) => {
    const code = await galley.newCode('For');
    await galley.open({ kind: 'newSet', code });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name of the set' })));
    expect(shown('When two of them meet')).toBe('Warn');
    await galley.press('جهة{Enter}');
    await galley.closed();
    const [set] = await sets(galley);
    expect(set).toMatchObject({ name: 'جهة', rule: 'warn' });
    await waitFor(async () => expect((await codeOf(galley, code)).exclusiveSet).toBe(set?.id));
  });

  it('that refuses keeps a coder from giving both codes to the same words', async ({ galley }) => {
    const [code, other] = [await galley.newCode('For'), await galley.newCode('Against')];
    await galley.open({ kind: 'newSet', code });
    await galley.press('Side');
    await pick(galley, 'When two of them meet', 'Ref');
    await galley.pressButton('Create');
    await galley.closed();
    await waitFor(async () => expect((await codeOf(galley, code)).exclusiveSet).not.toBeNull());
    const [set] = await sets(galley);
    await galley.client.call('codes.update', { code: other, exclusiveSet: set?.id ?? null });
    const article = await galley.newArticle('one', 'Both at once.\n');
    await galley.newCoding(article, 'Both', code);
    await expect(galley.newCoding(article, 'Both at', other)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('needs a name; one that is taken is refused, and nothing else changes', async ({ galley }) => {
    const code = await galley.newCode('For');
    await galley.client.call('exclusiveSets.create', { name: 'Side', rule: 'refuse' });
    await galley.open({ kind: 'newSet', code });
    const create = screen.getByRole('button', { name: 'Create' });
    expect(create).toHaveProperty('disabled', true);
    await galley.press('  {Enter}');
    expect(create).toHaveProperty('disabled', true);
    await galley.fill('Name of the set', 'Side');
    await galley.press('{Enter}');
    expect(await noticeOf('alert')).toBe('There is a set “Side” already. Give this one another name.');
    screen.getByRole('dialog');
    await galley.press('{Escape}');
    await galley.closed();
    expect(await sets(galley)).toHaveLength(1);
    expect((await codeOf(galley, code)).exclusiveSet).toBeNull();
  });
});
