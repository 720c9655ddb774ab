/** Absent where there is no window. */
const { navigator: machine } = globalThis as { navigator?: { platform?: string } };

/** Whether keys are called and pressed as on a Mac. */
export const onMac = /Mac|iPhone|iPad/.test(machine?.platform ?? '');

const common: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  Space: 'Space',
  Plus: '+',
  Minus: '−',
  Home: 'Home',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};
const mac: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const other: Record<string, string> = { Mod: 'Ctrl', Ctrl: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };

/** A key combination of the action table in words, for use in a sentence: `Alt+J`, on macOS `⌥J`. */
export function keyText(keys: string, isMac = onMac): string {
  return keyNames(keys, isMac).join(isMac ? '' : '+');
}

/** Splits `Mod+Shift+K` into the names printed on this machine's keys. A lone `+` is the plus key. */
export function keyNames(keys: string, isMac = onMac): string[] {
  const names = isMac ? mac : other;
  return keys
    .split(/(?<=.)\+/u)
    .map((key) => names[key] ?? common[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
