/** Languages whose month names are known: those that Galley's users have sent articles in, and their neighbours. */
const languages =
  'en de fr es pt it nl sv da nb fi is et lv lt pl cs sk sl hr sr bs hu ro tr ru uk be bg mk el ca gl eu sq ga cy id ms ' +
  'he ar fa hi bn ur sw vi th az kk hy ka';

/** Spellings that the standard's names lack. */
const spellings: readonly (readonly [string, number])[] = [
  ['sept', 9],
  ['jänner', 1],
  ['feber', 2],
];

let known: Map<string, Map<number, string[]>> | undefined;

/**
 * 1 to 12 for a month's name or its abbreviation, whatever its case; 0 for another word. Of a name that means different
 * months in different languages (listopad), the one in `language` counts; without it none.
 */
export function monthNamed(word: string, language: string): number {
  known ??= allNames();
  const meanings = known.get(keyOf(word));
  if (meanings === undefined) return 0;
  const [only, ...others] = meanings.keys();
  if (only !== undefined && others.length === 0) return only;
  const tongue = language.toLowerCase().split('-')[0] ?? '';
  for (const [month, tongues] of meanings) if (tongues.includes(tongue)) return month;
  return 0;
}

/** Alone ("июнь") and beside a day ("июня"), long and short, as the Unicode CLDR has them. */
function allNames(): Map<string, Map<number, string[]>> {
  const names = new Map<string, Map<number, string[]>>();
  const add = (name: string, month: number, language: string): void => {
    const key = keyOf(name);
    if (key.length < 3 || /\d/.test(key)) return;
    const meanings = names.get(key) ?? new Map<number, string[]>();
    names.set(key, meanings.set(month, [...(meanings.get(month) ?? []), language]));
  };
  for (const [name, month] of spellings) add(name, month, 'en');
  for (const language of languages.split(' '))
    for (const width of ['long', 'short'] as const)
      for (const day of [undefined, 'numeric'] as const) {
        const writer = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
          month: width,
          day,
          timeZone: 'UTC',
        });
        for (let month = 1; month <= 12; month += 1) {
          const parts = writer.formatToParts(Date.UTC(2001, month - 1, 15));
          add(parts.find(({ type }) => type === 'month')?.value ?? '', month, language);
        }
      }
  return names;
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\.$/, '');
}
