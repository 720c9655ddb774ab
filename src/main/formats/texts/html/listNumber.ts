const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Gives the items of ordered lists their numbers, one after another, as the HTML standard counts (4.4.5). */
export class ListNumbers {
  private readonly next = new Map<Element, number>();

  /** What stands before an item: its number in an ordered list, else a bullet. */
  markOf(item: Element): string {
    const list = item.parentElement;
    if (list?.localName !== 'ol') return '• ';
    const step = list.hasAttribute('reversed') ? -1 : 1;
    const number = integer(item.getAttribute('value')) ?? this.next.get(list) ?? firstOf(list);
    this.next.set(list, number + step);
    return `${written(number, item.getAttribute('type') ?? list.getAttribute('type'))}. `;
  }
}

function firstOf(list: Element): number {
  const start = integer(list.getAttribute('start'));
  if (start !== undefined) return start;
  if (!list.hasAttribute('reversed')) return 1;
  return [...list.children].filter(({ localName }) => localName === 'li').length;
}

function integer(written: string | null): number | undefined {
  const digits = /^\s*([+-]?\d{1,9})/.exec(written ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Letters and Roman numbers where the list asks for them and they can be written; else digits. */
function written(number: number, type: string | null): string {
  const kind = type?.trim() ?? '';
  if ((kind === 'a' || kind === 'A') && number > 0) return cased(letters(number), kind === 'A');
  if ((kind === 'i' || kind === 'I') && number > 0 && number < 4000) return cased(romanOf(number), kind === 'I');
  return String(number);
}

function cased(text: string, capital: boolean): string {
  return capital ? text.toUpperCase() : text;
}

/** 1 is a, 26 is z, 27 is aa. */
function letters(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

function romanOf(number: number): string {
  let text = '';
  let rest = number;
  for (const [value, sign] of roman) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
