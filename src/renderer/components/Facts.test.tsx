import { screen } from '@testing-library/react';
import { describe, expect } from 'vitest';
import { it } from '../testing/inWindow.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Facts } from './Facts.tsx';
import { Kbd } from './Kbd.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { Progress } from './Progress.tsx';
import { Swatch } from './Swatch.tsx';

describe('pairs of a name and a value', () => {
  it('keep each value with its name, and say more in a title', ({ galley }) => {
    galley.show(
      <Facts
        entries={[
          { label: 'Words', value: '1,860' },
          { label: 'File', value: 'port.txt', title: '/home/ada/port.txt' },
        ]}
      />,
    );
    const pairs = screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]);
    expect(pairs).toEqual([
      ['Words', '1,860'],
      ['File', 'port.txt'],
    ]);
    expect(screen.getByTitle('/home/ada/port.txt').textContent).toBe('port.txt');
  });
});

describe('work under way', () => {
  const bar = (name: string): HTMLElement => screen.getByRole('progressbar', { name });

  it('says how much of it is done, and never more than all', ({ galley }) => {
    galley.show(
      <>
        <Progress label="Importing" done={3} total={12} />
        <Progress label="Exporting" done={15} total={12} />
      </>,
    );
    // 3 of 12 is a quarter.
    expect(bar('Importing').getAttribute('aria-valuetext')).toBe('25%');
    expect(bar('Exporting').getAttribute('aria-valuetext')).toBe('100%');
  });

  it('says no number as long as none is known', ({ galley }) => {
    galley.show(<Progress label="Measuring" done={7} total={0} />);
    expect(bar('Measuring').hasAttribute('aria-valuenow')).toBe(false);
    expect(bar('Measuring').hasAttribute('aria-valuetext')).toBe(false);
  });
});

describe('what is shown where there is nothing', () => {
  it('says so, what to do now, and lets one do it by key', async ({ galley }) => {
    let pressed = 0;
    galley.show(
      <EmptyState title="No articles yet." actions={<Button onPress={() => (pressed += 1)}>Import…</Button>} isSmall>
        Texts, tables and folders can be taken in.
      </EmptyState>,
    );
    expect(screen.getByText('No articles yet.')).toBeTruthy();
    expect(screen.getByText('Texts, tables and folders can be taken in.')).toBeTruthy();
    await galley.pressButton('Import…');
    expect(pressed).toBe(1);
  });
});

describe('small parts', () => {
  it('name a panel by a heading, with a remark beside it', ({ galley }) => {
    galley.show(<PanelHeader title="Codes">12 codes</PanelHeader>);
    expect(screen.getByRole('heading', { level: 2, name: 'Codes' })).toBeTruthy();
    expect(screen.getByText('12 codes')).toBeTruthy();
  });

  it('call keys as keyboards do', ({ galley }) => {
    galley.show(
      ['Mod+Shift+K', 'Alt+ArrowUp', 'Escape', '+', 'Mod+Plus'].map((keys) => <Kbd key={keys} keys={keys} />),
    );
    expect(screen.getAllByText(/./u, { selector: 'kbd' }).map(({ textContent }) => textContent)).toEqual([
      'Ctrl Shift K',
      'Alt ↑',
      'Esc',
      '+',
      'Ctrl +',
    ]);
  });

  it('say nothing of a code’s hue to a screen reader', ({ galley }) => {
    galley.show(
      <button>
        <Swatch hue={3} pattern="striped" />
        War
      </button>,
    );
    const [swatch] = screen.getByRole('button', { name: 'War' }).children;
    expect(swatch?.getAttribute('aria-hidden')).toBe('true');
    expect(swatch?.getAttribute('data-pattern')).toBe('striped');
    expect(swatch?.getAttribute('style')).toContain('var(--hue-3)');
  });
});
