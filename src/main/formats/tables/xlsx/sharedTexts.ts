import { readsLikeEscape } from './text.ts';

/** The most that the table holds, in UTF-16 units: it is kept in memory. */
const mostUnits = 1 << 20;
/** openpyxl takes this away wherever it stands in the table (3.0.9). */
const openpyxlDrops = 'x005F_';

/**
 * The workbook's table of texts. It holds the few that read like an escape, such as `_x0041_`, because there every reader
 * undoes the escape that the standard has for their underscore; in cells some do not. All other texts stand in their cells.
 */
export type SharedTexts = {
  /** The number of a text in the table, from 0; undefined if it is to stand in its cell. */
  place: (text: string) => number | undefined;
  /** What the table holds, in order. */
  texts: () => readonly string[];
};

export function createSharedTexts(): SharedTexts {
  const places = new Map<string, number>();
  let units = 0;
  return {
    place(text) {
      if (!readsLikeEscape(text) || text.includes(openpyxlDrops)) return undefined;
      const known = places.get(text);
      if (known !== undefined) return known;
      if (units + text.length > mostUnits) return undefined;
      units += text.length;
      places.set(text, places.size);
      return places.size - 1;
    },
    texts: () => [...places.keys()],
  };
}
