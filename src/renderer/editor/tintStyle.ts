/** How strongly a coding shows: as usual, as the one that is hovered or active, or stepping back for that one. */
export type Light = 'usual' | 'lit' | 'dim';

/** A rule under the words; that of the agreed version is double. */
export type Line = { readonly light: Light; readonly isDouble: boolean };

/** One coding over a stretch of text, or several of one code by several coders. `hue` is 1 to 12. */
export type Coat = {
  readonly hue: number;
  readonly pattern: 'plain' | 'striped';
  readonly light: Light;
  /** Its rules, outermost first, where it is not the usual one: for each of the codings that differ in their ends. */
  readonly lines?: readonly Line[];
};

type Rule = Line & Pick<Coat, 'hue' | 'pattern'>;

/** Text stays legible under this many tints, and this many rules fit between a word and the next line. */
const mostCoats = 3;

/** Those that show: the innermost ones, and the lit one in any case. */
function visible<T extends { readonly light: Light }>(all: readonly T[], most: number): readonly T[] {
  const innermost = all.slice(-most);
  const lit = all.find(({ light }) => light === 'lit');
  return lit === undefined || innermost.includes(lit) ? innermost : [lit, ...innermost.slice(1)];
}

/** The rules of coats that show: one of each, and further ones of a coat where the other coats leave room. */
function rulesOf(shown: readonly Coat[]): readonly Rule[] {
  let room = mostCoats - shown.length;
  return shown.flatMap(({ hue, pattern, light, lines = [{ light, isDouble: false }] }) => {
    const drawn = visible(lines, 1 + room);
    room -= drawn.length - 1;
    return drawn.map((line) => ({ ...line, hue, pattern }));
  });
}

function faded(colour: string, light: Light): string {
  return light === 'dim' ? `color-mix(in oklab,${colour} 30%,transparent)` : colour;
}

function thickness({ light }: Rule): string {
  return light === 'lit' ? '2px' : '1.5px';
}

function lineOf({ pattern, isDouble }: Rule): string {
  return isDouble ? 'double' : pattern === 'plain' ? 'solid' : 'dashed';
}

function colourOf({ hue, light }: Rule): string {
  return faded(`var(--hue-${hue})`, light);
}

/** The lowest rule is a border, which browsers paint faster than a gradient. */
function lowestRule(rule: Rule): string {
  const width = rule.isDouble ? (rule.light === 'lit' ? '4px' : '3px') : thickness(rule);
  return `border-bottom:${width} ${lineOf(rule)} ${colourOf(rule)}`;
}

/** The rule above the lowest one: an underline, which browsers paint faster than a gradient too. */
function middleRule(rule: Rule): string {
  const width = rule.isDouble ? '1px' : thickness(rule); // of each of the two lines
  return `text-decoration:underline ${lineOf(rule)} ${colourOf(rule)} ${width};text-underline-offset:0.18em;text-decoration-skip-ink:none`;
}

/** The third rule, nearest to the words. Its height is in em, so that rules keep clear of one another at every text size. */
function highestRule(rule: Rule): string {
  const colour = colourOf(rule);
  const image = rule.isDouble
    ? `linear-gradient(${colour} 1px,transparent 1px 2px,${colour} 2px)`
    : rule.pattern === 'plain'
      ? `linear-gradient(${colour},${colour})`
      : `repeating-linear-gradient(90deg,${colour} 0 4px,transparent 4px 7px)`;
  return `${image} 0 calc(100% - 0.27em)/100% ${rule.isDouble ? '3px' : thickness(rule)} no-repeat`;
}

/** The colour of a coat's tint. A striped coat is thinner, as if seen from afar; its rule and bracket are broken. */
function tint({ hue, pattern, light }: Coat): string {
  const colour = faded(`var(--tint-${hue})`, light);
  return pattern === 'plain' ? colour : `color-mix(in oklab,${colour} 65%,transparent)`;
}

/** The stripes of a coat that is lit: the one that is looked at can bear the cost of a gradient. */
function stripes({ hue }: Coat): string {
  const colour = `var(--tint-${hue})`;
  return `repeating-linear-gradient(135deg,${colour} 0 5px,transparent 5px 9px)`;
}

/**
 * One colour in place of translucent colours on top of one another: their mean, about as dense as they are together. What
 * lies below shows through a tint of 0.16 to 0.2, so each further one adds some 0.08 less than the one before.
 */
function together(colours: readonly string[]): string {
  const [first = 'transparent', ...others] = colours;
  if (others.length === 0) return first;
  const mean = others.reduce(
    (mixed, colour, index) =>
      `color-mix(in oklab,${mixed} ${((100 * (index + 1)) / (index + 2)).toFixed(1)}%,${colour})`,
    first,
  );
  const count = colours.length;
  return `oklab(from ${mean} l a b/calc(alpha*${(count * (1 - 0.08 * (count - 1))).toFixed(2)}))`;
}

/**
 * The CSS of a stretch of text under these coats, outermost first: a rule each, or several, the innermost nearest to the
 * words, over their tints, which deepen where they overlap. A lit coat is laid on twice. Gradients are kept to what is rare,
 * for they cost most of a frame where graphics are not accelerated: the third rule, and the stripes of the lit coat.
 */
export function tintStyle(coats: readonly Coat[]): string {
  const shown = visible(coats, mostCoats);
  const [lowest, middle, highest] = rulesOf(shown);
  if (!lowest) return '';
  const tints = shown.flatMap((coat) => (coat.light === 'lit' ? [tint(coat), tint(coat)] : [tint(coat)]));
  const layers = [
    ...(highest ? [highestRule(highest)] : []),
    ...shown.filter(({ pattern, light }) => pattern === 'striped' && light === 'lit').map(stripes),
    together(tints),
  ];
  return [lowestRule(lowest), ...(middle ? [middleRule(middle)] : []), `background:${layers.join(',')}`].join(';');
}

/** Equal for coats that look the same. */
export function coatsKey(coats: readonly Coat[]): string {
  const shown = visible(coats, mostCoats);
  const tints = shown.map(({ hue, pattern, light }) => `${hue}${pattern}${light}`);
  if (shown.every(({ lines }) => lines === undefined)) return tints.join();
  return [...tints, ...rulesOf(shown).map((rule) => `${rule.hue}${lineOf(rule)}${rule.light}`)].join();
}
