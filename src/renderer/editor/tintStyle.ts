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

/** A rule above the lowest one. Heights are in em, so that rules keep clear of one another at every text size. */
function upperRule(coat: Coat, position: number): string {
  const colour = faded(`var(--hue-${coat.hue})`, coat.light);
  const image =
    coat.pattern === 'plain'
      ? `linear-gradient(${colour},${colour})`
      : `repeating-linear-gradient(90deg,${colour} 0 4px,transparent 4px 7px)`;
  return `${image} 0 calc(100% - ${(position * 0.18 - 0.09).toFixed(2)}em)/100% ${thickness(coat)} no-repeat`;
}

function tint({ hue, pattern, light }: Coat): { readonly plain: string | null; readonly image: string } {
  const colour = faded(`var(--tint-${hue})`, light);
  if (pattern === 'plain') return { plain: colour, image: `linear-gradient(${colour},${colour})` };
  const thin = `color-mix(in oklab,${colour} 35%,transparent)`;
  return { plain: null, image: `repeating-linear-gradient(135deg,${colour} 0 5px,${thin} 5px 9px)` };
}

/**
 * The CSS of a stretch of text under these coats, outermost first: one rule each, the innermost nearest to the words,
 * over one tint each (translucent, so that overlaps deepen). A lit coat is laid on twice. One coat, the usual case,
 * makes no gradient: they cost most of a frame where graphics are not accelerated.
 */
export function tintStyle(coats: readonly Coat[]): string {
  const [lowest, ...upper] = visibleCoats(coats);
  if (!lowest) return '';
  const tints = [lowest, ...upper].flatMap((coat) => (coat.light === 'lit' ? [tint(coat), tint(coat)] : [tint(coat)]));
  const ground = tints.find(({ plain }) => plain !== null);
  const images = tints.filter((one) => one !== ground).map(({ image }) => image);
  const layers = [...upper.map((coat, position) => upperRule(coat, position + 1)), ...images];
  // Only the last layer of a background may be a colour.
  const last = ground?.plain ?? null;
  const background = last === null ? layers.join(',') : [...layers, last].join(',');
  return `${lowestRule(lowest)};background:${background}`;
}

/** Equal for coats that look the same. */
export function coatsKey(coats: readonly Coat[]): string {
  return visibleCoats(coats)
    .map(({ hue, pattern, light }) => `${hue}${pattern}${light}`)
    .join();
}
