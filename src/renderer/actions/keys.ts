/** What of a keyboard event decides which action it means. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const typed: Record<string, readonly string[]> = { Plus: ['+', '='], Minus: ['-', '_'], Space: [' '], '?': ['?'] };

/** Whether the key alone, without modifiers, is the one that is meant. */
function isKey(key: string, press: KeyPress): boolean {
  const characters = typed[key];
  if (characters) return characters.includes(press.key);
  if (/^[0-9]$/.test(key)) return press.altKey ? press.code === `Digit${key}` : press.key === key;
  if (!/^[A-Z]$/.test(key)) return press.key === key;
  // Keyboards that type other letters (Cyrillic, Greek, macOS with Alt) still have the key in its place.
  const isLatin = /^[a-z]$/i.test(press.key);
  return isLatin ? press.key.toUpperCase() === key : press.code === `Key${key}`;
}

/** Whether a key press is the combination `keys` of the action table (`Mod+Shift+Z`). */
export function matches(keys: string, press: KeyPress, isMac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const foreign = isMac ? press.ctrlKey : press.metaKey;
  if (foreign || mod !== wants('Mod') || press.altKey !== wants('Alt')) return false;
  // Whether Shift is needed to type these depends on the keyboard.
  const shiftIsFree = key === '?' || key === 'Plus' || key === 'Minus';
  if (!shiftIsFree && press.shiftKey !== wants('Shift')) return false;
  return isKey(key, press);
}

/** Whether these keys belong to the text when a text field has the focus. */
export function belongsToText(keys: string): boolean {
  if (/^(?:Shift\+)?F\d+$/.test(keys)) return false;
  if (/^Mod\+(?:Shift\+)?[ZY]$/.test(keys) && keys !== 'Mod+Shift+Y') return true;
  return !/^(?:Mod|Alt)\+/.test(keys) || /Arrow|Home|End|Enter/.test(keys);
}
