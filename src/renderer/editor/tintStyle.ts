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

/** `fromBottom` in tenths of an em, so that rules keep clear of the letters at every text size. */
function rule({ hue, pattern, light }: Coat, fromBottom: number): string {
  const colour = faded(`var(--hue-${hue})`, light);
  const image =
    pattern === 'plain'
      ? `linear-gradient(${colour},${colour})`
      : `repeating-linear-gradient(90deg,${colour} 0 4px,transparent 4px 7px)`;
  const thickness = light === 'lit' ? 2 : 1.5;
  return `${image} 0 calc(100% - ${fromBottom / 10}em)/100% ${thickness}px no-repeat`;
}

function tint({ hue, pattern, light }: Coat): string {
  const colour = faded(`var(--tint-${hue})`, light);
  if (pattern === 'plain') return `linear-gradient(${colour},${colour})`;
  return `repeating-linear-gradient(135deg,${colour} 0 5px,color-mix(in oklab,${colour} 35%,transparent) 5px 9px)`;
}

/**
 * The CSS of a stretch of text under these coats, outermost first: one rule each, the innermost nearest to the words,
 * over one tint each (translucent, so that overlaps deepen). A lit coat is laid on twice.
 */
export function tintStyle(coats: readonly Coat[]): string {
  const visible = visibleCoats(coats);
  const rules = visible.map((coat, position) => rule(coat, position * 1.8));
  const tints = visible.flatMap((coat) => (coat.light === 'lit' ? [tint(coat), tint(coat)] : [tint(coat)]));
  return `background:${[...rules, ...tints].join(',')}`;
}

/** Equal for coats that look the same. */
export function coatsKey(coats: readonly Coat[]): string {
  return visibleCoats(coats)
    .map(({ hue, pattern, light }) => `${hue}${pattern}${light}`)
    .join();
}
