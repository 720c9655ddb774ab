const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

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

/** Splits `Mod+Shift+K` into the names printed on this machine's keys. A lone `+` is the plus key. */
export function keyNames(keys: string, onMac = isMac): string[] {
  const names = onMac ? mac : other;
  return keys
    .split(/(?<=.)\+/u)
    .map((key) => names[key] ?? common[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
