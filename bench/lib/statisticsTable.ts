import type { Batches, Row, Variable } from '../../src/main/formats/tables/statistics/dataset.ts';

const outlets = ['Tagesspiegel', 'Süddeutsche Zeitung', 'Le Monde', 'The Guardian', 'Aftenposten', 'Ελευθεροτυπία'];
const sentences = [
  'The minister said on Tuesday that the plan would be put before parliament in spring.',
  'Die Opposition nennt den Vorschlag „unausgegoren“ und fordert eine Anhörung von Fachleuten im Ausschuss.',
  'Nobody answered.',
];

const valueLabels = ['absent', 'present', 'doubtful', 'conflict', 'other'].map((label, value) => ({ value, label }));
const missing = [
  { value: 98, label: 'not codable' },
  { value: 99, label: 'not applicable' },
];

function variable(name: string, changes: Partial<Variable>): Variable {
  return { name, label: `Label of ${name}`, kind: 'number', level: 'scale', valueLabels: [], missing: [], ...changes };
}

function several(count: number, name: string, changes: Partial<Variable>): Variable[] {
  return Array.from({ length: count }, (_, index) => variable(`${name} ${index}`, changes));
}

/** Thirty variables as an export of codings has them: codes with labels, measures, words, quotations, dates. */
export const variables: readonly Variable[] = [
  ...several(12, 'code', { level: 'nominal', valueLabels, missing }),
  ...several(4, 'position', {}),
  ...several(4, 'share', { decimals: 3 }),
  ...several(5, 'word', { kind: 'text', level: 'nominal' }),
  ...several(2, 'quotation', { kind: 'text', level: 'nominal' }),
  ...several(2, 'date', { kind: 'date' }),
  variable('moment', { kind: 'datetime' }),
];

const dates = Array.from({ length: 3000 }, (_, day) => new Date(Date.UTC(2015, 0, 1 + day)).toISOString().slice(0, 10));
const moments = dates.map((date, index) => `${date}T${String(index % 24).padStart(2, '0')}:15:30Z`);

/** The row of a number, always the same. */
export function row(number: number): Row {
  const mixed = Math.imul(number, 2_654_435_761) >>> 8;
  const cells: (string | number | null)[] = [];
  for (let at = 0; at < 12; at++) {
    const drawn = (mixed >>> at) % 16;
    cells.push(drawn < 13 ? drawn % 5 : drawn === 13 ? null : 84 + drawn);
  }
  for (let at = 0; at < 4; at++) cells.push((mixed >>> at) % 60_000);
  for (let at = 0; at < 4; at++) cells.push((mixed % 99_991) / 99_991 / (at + 1));
  for (let at = 0; at < 5; at++) cells.push(outlets[(mixed >>> at) % outlets.length] ?? '');
  for (let at = 0; at < 2; at++) cells.push(`${sentences[(mixed >>> at) % sentences.length] ?? ''} ${mixed % 1000}`);
  for (let at = 0; at < 2; at++) cells.push(dates[(mixed >>> at) % dates.length] ?? null);
  cells.push(moments[mixed % moments.length] ?? null);
  return cells;
}

/** So many rows, made while they are read. */
export function* madeRows(count: number): Extract<Batches, Iterable<readonly Row[]>> {
  for (let from = 0; from < count; from += 1000) {
    yield Array.from({ length: Math.min(1000, count - from) }, (_, index) => row(from + index));
  }
}
