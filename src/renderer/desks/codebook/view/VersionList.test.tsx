import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../../../testing/inWindow.ts';
import { VersionList } from './VersionList.tsx';

const versions = (): HTMLElement[] => within(screen.getByRole('list', { name: 'Versions' })).getAllByRole('listitem');

describe('the versions', () => {
  it('that are none yet say why there should be one, and are published from here', async ({ galley }) => {
    await galley.newCode('Claims');
    galley.show(<VersionList readOnly={false} />);
    screen.getByText(/^Not published yet\./u);
    await galley.pressButton('Publish version');
    await screen.findByRole('dialog', { name: 'Publish version 1' });
    await galley.press('First');
    await galley.pressButton('Publish version', screen.getByRole('dialog'));
    await galley.closed();
    await waitFor(() => expect(versions()).toHaveLength(1));
    expect(screen.queryByText(/^Not published yet\./u)).toBeNull();
    expect(await galley.client.call('versions.list', {})).toMatchObject([{ note: 'First' }]);
  });

  it('stand newest first, with their note and who published them, and tell what changed in each', async ({
    galley,
  }) => {
    const { call } = galley.client;
    const code = await galley.newCode('Claims');
    await call('versions.publish', { note: '' });
    await call('codes.update', { code, exclude: 'Rumours.' });
    await galley.actAs('Ben');
    await call('versions.publish', { note: 'بلا شائعات' });
    await call('codes.update', { code, name: 'Assertions' });
    galley.show(<VersionList readOnly={false} />);
    await waitFor(() => expect(versions()).toHaveLength(2));
    const [second, first] = versions();
    expect(second?.textContent).toMatch(/^Version 2Ben, \d/u);
    expect(first?.textContent).toMatch(/^Version 1Ada, \d/u);
    expect(screen.getByText('بلا شائعات').dir).toBe('auto');
    const told = async (button: string, title: string): Promise<(string | null)[]> => {
      await galley.pressButton(button);
      const dialog = within(await screen.findByRole('dialog', { name: title }));
      const lines = await dialog.findAllByRole('listitem');
      await galley.press('{Escape}');
      await galley.closed();
      return lines.map(({ textContent }) => textContent);
    };
    expect(await told('What changed in version 1', 'From the empty codebook to version 1')).toEqual([
      'Code Claims: added',
    ]);
    expect(await told('What changed in version 2', 'From version 1 to version 2')).toEqual([
      'Code Claims: Exclude: empty → “Rumours.”',
    ]);
    expect(await told('Changes since version 2', 'From version 2 to now')).toEqual([
      'Code Assertions: Name: “Claims” → “Assertions”',
    ]);
  });

  it('are not published where the project is only read', ({ galley }) => {
    galley.show(<VersionList readOnly />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
