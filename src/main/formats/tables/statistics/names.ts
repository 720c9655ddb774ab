import { cutBytes, cutCharacters } from './text.ts';

/** The formats whose names are known here. */
export type NamingFormat = 'spss' | 'stata';

type NamingRules = {
  reserved: (name: string) => boolean;
  /** Characters that no name may hold, after the change to composed letters. */
  forbidden: RegExp;
  /** Marks such as vowel signs that are left out rather than replaced. */
  dropped: RegExp | null;
  start: RegExp;
  /** What a name must not end with. */
  tail: RegExp;
  /** Whether two names are one and the same for the program. */
  fold: (name: string) => string;
  /** The longest beginning that fits with `spare` more ASCII characters behind it. */
  cut: (name: string, spare: number) => string;
};

const spssReserved = new Set('ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'.split(' '));
const stataReserved = new Set(
  ('_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip ' + 'strL using with _weight').split(
    ' ',
  ),
);

const rules: Record<NamingFormat, NamingRules> = {
  // IBM SPSS Statistics, "Variable names": 64 bytes, letters of any language, digits, `_ . $ # @`; `#` and `$` at the
  // beginning mean scratch and system variables, a period at the end ends the command, an underscore at the end may
  // collide with variables that procedures make. Case is kept, and does not tell names apart.
  spss: {
    reserved: (name) => spssReserved.has(name.toUpperCase()),
    forbidden: /[^\p{L}\p{M}\p{Nd}_.$#@]+/gu,
    dropped: null,
    start: /^[\p{L}@]/u,
    tail: /[_.]+$/u,
    fold: (name) => name.toUpperCase().toLowerCase(),
    cut: (name, spare) => cutBytes(name, 64 - spare),
  },
  // Stata User's Guide, 11.3 "Naming conventions": 32 characters, letters of any language (since 14), digits and `_`;
  // case tells names apart.
  stata: {
    reserved: (name) => stataReserved.has(name) || /^str\d+$/u.test(name),
    forbidden: /[^\p{L}\p{Nd}_]+/gu,
    dropped: /\p{M}+/gu,
    start: /^[\p{L}_]/u,
    tail: /_+$/u,
    fold: (name) => name,
    cut: (name, spare) => cutCharacters(name, 32 - spare),
  },
};

/**
 * Makes a valid name for each wanted one, in order, none twice. A name that is valid already stays what it is (unless
 * it stands there twice). In others, characters that the format forbids become one `_`, a beginning that may not be one
 * and reserved words get `v_` before them, what nothing is left of is called `v_` and its place (from 1), and a name
 * that is taken gets `_2`, `_3` … within the length. Equal input gives equal output.
 */
export function cleanNames(wanted: readonly string[], format: NamingFormat): string[] {
  const rule = rules[format];
  const cleaned = wanted.map((name, index) => cleanName(name, index + 1, rule));
  const used = new Set<string>();
  const names: (string | undefined)[] = cleaned.map((name, index) => {
    if (name !== wanted[index] || used.has(rule.fold(name))) return undefined;
    used.add(rule.fold(name));
    return name;
  });
  const next = new Map<string, number>();
  return cleaned.map((base, index) => names[index] ?? freeName(base, rule, used, next));
}

function cleanName(wanted: string, place: number, rule: NamingRules): string {
  const composed = wanted.normalize('NFC').trim();
  const plain = (rule.dropped === null ? composed : composed.replace(rule.dropped, ''))
    .replace(rule.forbidden, '_')
    .replace(rule.tail, '');
  const bare = plain === wanted ? plain : plain.replace(/^_+/u, '');
  if (bare === '') return `v_${place}`;
  const begun = rule.start.test(bare) && !rule.reserved(bare) ? bare : `v_${bare.replace(/^[^\p{L}\p{Nd}]+/u, '')}`;
  const name = rule.cut(begun, 0).replace(rule.tail, '');
  return name === 'v' && bare !== 'v' ? `v_${place}` : name;
}

function freeName(base: string, rule: NamingRules, used: Set<string>, next: Map<string, number>): string {
  const key = rule.fold(base);
  let candidate = base;
  for (let count = next.get(key) ?? 2; used.has(rule.fold(candidate)); count++) {
    const suffix = `_${count}`;
    candidate = rule.cut(base, suffix.length).replace(rule.tail, '') + suffix;
    next.set(key, count + 1);
  }
  used.add(rule.fold(candidate));
  return candidate;
}
