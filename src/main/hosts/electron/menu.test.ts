import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { actions } from '../../../shared/actions.ts';
import type { Action } from '../../../shared/actions.ts';
import { accelerator, menuTemplate } from './menu.ts';

const table: readonly Action[] = actions;

function items(menu: MenuItemConstructorOptions | undefined): MenuItemConstructorOptions[] {
  const submenu = menu?.submenu ?? [];
  return Array.isArray(submenu) ? submenu : [];
}

describe('the menu bar', () => {
  it('holds every action that has a place in it, there and once', () => {
    for (const onMac of [false, true]) {
      const menus = menuTemplate(() => undefined, onMac);
      for (const place of ['file', 'edit', 'view', 'code', 'go', 'form', 'help'] as const) {
        const found = items(menus.find(({ label }) => label?.toLowerCase() === place)).flatMap(({ id }) => id ?? []);
        expect(found).toEqual(table.filter(({ menu }) => menu?.place === place).map(({ id }) => id));
      }
    }
  });

  it('runs the action that is chosen', () => {
    const chosen: string[] = [];
    const menus = menuTemplate((action) => chosen.push(action), false);
    const undo = menus.flatMap(items).find(({ id }) => id === 'edit.undo');
    // The host hears of the click and nothing else.
    (undo?.click as (() => void) | undefined)?.();
    expect(chosen).toEqual(['edit.undo']);
  });

  it('leaves keys to the window, and only shows them', () => {
    for (const item of menuTemplate(() => undefined, false).flatMap(items)) {
      if (item.accelerator !== undefined) expect(item.registerAccelerator).toBe(false);
    }
  });

  it('takes no key on macOS that a text field needs', () => {
    const shown = menuTemplate(() => undefined, true)
      .flatMap(items)
      .flatMap(({ accelerator: key }) => key ?? []);
    expect(shown.length).toBeGreaterThan(5);
    for (const key of shown) expect(key).toMatch(/^CommandOrControl\+/);
  });

  it('separates groups, and never begins or ends with a separator', () => {
    for (const menu of menuTemplate(() => undefined, false)) {
      const kinds = items(menu).map(({ type }) => type === 'separator');
      expect([kinds[0], kinds.at(-1)]).toEqual([false, false]);
      expect(kinds.some((kind, index) => kind && kinds[index + 1] === true)).toBe(false);
    }
  });

  it('lets text fields cut, copy, paste and select as everywhere', () => {
    const roles = menuTemplate(() => undefined, true)
      .flatMap(items)
      .flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'togglefullscreen']));
  });

  it('shows the keys that the user gave, and none where one was taken away', () => {
    const all = menuTemplate(() => undefined, false, { 'edit.undo': ['Alt+Z'], 'edit.redo': [] }).flatMap(items);
    expect(all.find(({ id }) => id === 'edit.undo')?.accelerator).toBe('Alt+Z');
    expect(all.find(({ id }) => id === 'edit.redo')).not.toHaveProperty('accelerator');
    expect(all.find(({ id }) => id === 'edit.find')?.accelerator).toBe('CommandOrControl+F');
  });

  it('names keys as Electron does', () => {
    const names = ['Mod+Shift+Z', 'Alt+ArrowDown', 'Alt+Plus', 'Alt+Minus', 'Alt+Shift+PageDown', 'F6', '?'];
    expect(names.map(accelerator)).toEqual([
      'CommandOrControl+Shift+Z',
      'Alt+Down',
      'Alt+Plus',
      'Alt+-',
      'Alt+Shift+PageDown',
      'F6',
      '?',
    ]);
  });
});
