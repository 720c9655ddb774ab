/** One line of a plot: a figure with its interval. Null values draw nothing, and `note` then says why. */
export type PlotRow = {
  label: string;
  value: number | null;
  low: number | null;
  high: number | null;
  /** What stands to the right: the figure in words, or the reason why there is none. */
  note: string;
};

export type PlotOptions = {
  title: string;
  /** Width of the picture in pixels; 880 when left out. */
  width?: number;
};

/** Krippendorff's (2004) thresholds: from .800 reliable, from .667 for tentative conclusions only. */
const thresholds = [0.667, 0.8];

const rowHeight = 26;
const top = 58;
const labelWidth = 230;
const noteWidth = 330;

/** Text as XML takes it: marks escaped, control characters left out. */
function escaped(text: string): string {
  const kept = text.replace(/[\p{Cc}\p{Surrogate}]/gu, ' ');
  return kept.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}

function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** `.80`, `−.20`, `1`. */
function tick(value: number): string {
  const text = Math.abs(value).toFixed(2).replace(/^0\./u, '.').replace(/\.00$/u, '');
  return `${value < 0 ? '−' : ''}${text === '.00' ? '0' : text}`;
}

/**
 * A picture of figures with their intervals, as SVG that stands alone: black on white, a row for each figure, ticks every
 * fifth, lines at the thresholds .667 and .800 with their numbers. The scale goes from 0, or from the tenth below the
 * lowest figure (-1 at least), to 1. Nothing is said by colour alone. O(rows).
 */
export function intervalPlotSvg(rows: readonly PlotRow[], { title, width = 880 }: PlotOptions): string {
  const lowest = Math.min(0, ...rows.flatMap(({ value, low }) => [value ?? 0, low ?? 0]));
  const least = Math.max(-1, Math.floor(lowest * 10) / 10);
  const plotWidth = Math.max(100, width - labelWidth - noteWidth);
  const height = top + rows.length * rowHeight + 34;
  const bottom = top + rows.length * rowHeight;
  const x = (value: number): string =>
    (labelWidth + ((Math.min(1, Math.max(least, value)) - least) / (1 - least)) * plotWidth).toFixed(1);
  const ticks = Array.from({ length: 11 }, (_, step) => Math.round((-1 + step * 0.2) * 10) / 10).filter(
    (value) => value >= least,
  );
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="12" y="22" font-size="14" font-weight="600">${escaped(cut(title, 90))}</text>`,
    ...ticks.map(
      (value) =>
        `<line x1="${x(value)}" x2="${x(value)}" y1="${top}" y2="${bottom}" stroke="#ddd"/><text x="${x(value)}" y="${bottom + 18}" text-anchor="middle" fill="#333">${tick(value)}</text>`,
    ),
    ...thresholds.map(
      (value, place) =>
        `<line x1="${x(value)}" x2="${x(value)}" y1="${top - 6}" y2="${bottom}" stroke="#555" stroke-dasharray="4 3"/><text x="${x(value)}" y="${top - 10}" text-anchor="${place === 0 ? 'end' : 'start'}" fill="#333">${value.toFixed(3).slice(1)}</text>`,
    ),
    ...rows.map((row, index) => rowOf(row, top + (index + 0.5) * rowHeight, x, labelWidth + plotWidth + 12)),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

function rowOf(
  { label, value, low, high, note }: PlotRow,
  y: number,
  x: (value: number) => string,
  right: number,
): string {
  const parts = [
    `<text x="${labelWidth - 12}" y="${y + 4}" text-anchor="end">${escaped(cut(label, 34))}</text>`,
    `<text x="${right}" y="${y + 4}" fill="#333">${escaped(cut(note, 56))}</text>`,
  ];
  if (low !== null && high !== null) {
    parts.push(`<line x1="${x(low)}" x2="${x(high)}" y1="${y}" y2="${y}" stroke="#000" stroke-width="1.5"/>`);
    for (const end of [low, high]) {
      parts.push(`<line x1="${x(end)}" x2="${x(end)}" y1="${y - 4}" y2="${y + 4}" stroke="#000" stroke-width="1.5"/>`);
    }
  }
  if (value !== null) parts.push(`<circle cx="${x(value)}" cy="${y}" r="4"/>`);
  return parts.join('');
}
