import type { MenuPlace } from '../../actions.ts';

/** The menus of the menu bar. */
export const menuWords = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  code: 'Code',
  go: 'Go',
  form: 'Form',
  reliability: 'Reliability',
  help: 'Help',
} as const satisfies Readonly<Record<MenuPlace, string>>;
