/** The code's colour as `rrggbb`, lower case; grey when it is not one. */
export function hexOf(colour: string): string {
  return /^#([0-9a-f]{6})$/iu.exec(colour)?.[1]?.toLowerCase() ?? '888888';
}

/** The colour mixed with white, `share` (0 to 1) of it; as `rrggbb`. Light enough to print black text on. */
export function tintOf(colour: string, share: number): string {
  const hex = hexOf(colour);
  const channels = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16);
    return Math.round(255 - (255 - value) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return channels.join('');
}
