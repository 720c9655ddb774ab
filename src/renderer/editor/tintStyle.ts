/** How strongly a coding shows: as usual, as the one that is hovered or active, or stepping back for that one. */
export type Light = 'usual' | 'lit' | 'dim';

/** One coding over a stretch of text. `hue` is 1 to 12. */
export type Coat = { readonly hue: number; readonly pattern: 'plain' | 'striped'; readonly light: Light };

/** Text stays legible under this many tints, and this many rules fit between a word and the next line. */
const mostCoats = 3;

/** The coats that show: the innermost ones, and the lit one in any case. */
function visibleCoats(coats: readonly Coat[]): readonly Coat[] {
  const innermost = coats.slice(-mostCoats);
  const lit = coats.find(({ light }) => light === 'lit');
  return lit === undefined || innermost.includes(lit) ? innermost : [lit, ...innermost.slice(1)];
}

function faded(colour: string, light: Light): string {
  return light === 'dim' ? `color-mix(in oklab,${colour} 30%,transparent)` : colour;
}

function thickness({ light }: Coat): string {
  return light === 'lit' ? '2px' : '1.5px';
}

/** The lowest rule is a border, which browsers paint faster than a gradient. */
function lowestRule(coat: Coat): string {
  const line = coat.pattern === 'plain' ? 'solid' : 'dashed';
  return `border-bottom:${thickness(coat)} ${line} ${faded(`var(--hue-${coat.hue})`, coat.light)}`;
}

/** The rule above the lowest one: an underline, which browsers paint faster than a gradient too. */
function middleRule(coat: Coat): string {
  const line = coat.pattern === 'plain' ? 'solid' : 'dashed';
  const colour = faded(`var(--hue-${coat.hue})`, coat.light);
  return `text-decoration:underline ${line} ${colour} ${thickness(coat)};text-underline-offset:0.18em;text-decoration-skip-ink:none`;
}

/** The third rule, nearest to the words. Its height is in em, so that rules keep clear of one another at every text size. */
function highestRule(coat: Coat): string {
  const colour = faded(`var(--hue-${coat.hue})`, coat.light);
  const image =
    coat.pattern === 'plain'
      ? `linear-gradient(${colour},${colour})`
      : `repeating-linear-gradient(90deg,${colour} 0 4px,transparent 4px 7px)`;
  return `${image} 0 calc(100% - 0.27em)/100% ${thickness(coat)} no-repeat`;
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
 * The CSS of a stretch of text under these coats, outermost first: one rule each, the innermost nearest to the words,
 * over their tints, which deepen where they overlap. A lit coat is laid on twice. Gradients are kept to what is rare,
 * for they cost most of a frame where graphics are not accelerated: the third rule, and the stripes of the lit coat.
 */
export function tintStyle(coats: readonly Coat[]): string {
  const shown = visibleCoats(coats);
  const [lowest, middle, highest] = shown;
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
  return visibleCoats(coats)
    .map(({ hue, pattern, light }) => `${hue}${pattern}${light}`)
    .join();
}
