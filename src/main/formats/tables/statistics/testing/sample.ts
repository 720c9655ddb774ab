import type { Row, Variable } from '../dataset.ts';
import { variable } from './write.ts';

/** 32,000 UTF-16 units with emoji, right-to-left words and combined signs; just short of 32,767 bytes. */
export const longText = `start שלום 👩‍👩‍👧 ${'x'.repeat(32_000 - 38)} مرحبا 🇳🇴 e\u0301nd`;

/** Variables of every kind, and names that statistics programs do not take as they are. */
export const sampleVariables: readonly Variable[] = [
  variable('document', { kind: 'text', level: 'nominal', label: 'Article — Zürich “x”' }),
  variable('1st frame', {
    level: 'nominal',
    label: 'First frame',
    valueLabels: [
      { value: 1, label: 'conflict' },
      { value: 2, label: 'human interest 🙂' },
      { value: 3, label: 'عواقب' },
    ],
    missing: [
      { value: -98, label: 'not codable' },
      { value: -99, label: 'not applicable' },
    ],
    note: "What is the first frame?\nChoose 'one'.",
  }),
  variable('if', {
    level: 'ordinal',
    label: 'Certainty',
    valueLabels: [
      { value: 0, label: 'low' },
      { value: 1, label: 'high' },
    ],
    missing: [96, 97, 98, 99].map((value) => ({ value, label: `missing ${value}` })),
  }),
  variable('Ärger/Wut', { level: 'scale', label: 'Anger', decimals: 3 }),
  variable('Ärger Wut', { level: 'scale' }),
  variable('published', { kind: 'date', level: 'scale', label: 'Published' }),
  variable('coded at', { kind: 'datetime', level: 'scale' }),
  variable('text', { kind: 'text', level: 'nominal', label: 'Full text' }),
  variable('big', { level: 'scale' }),
];

export const sampleRows: readonly Row[] = [
  ['a', 1, 0, 0.125, 1, '2024-02-29', '2024-02-29T23:59:59Z', longText, 2_147_483_647],
  ['Ünï 漢字', 2, 1, -1.5, 1e15, '1969-12-31', '1969-12-31T00:00:00.250Z', 'short', -9_007_199_254_740_991],
  ['שלום עולם', 3, 96, 1e300, -100, '1900-03-01', '2000-01-01T01:00:00+01:00', 'x'.repeat(255), 152],
  ['', -98, 97, 1e-300, 151, null, null, 'y'.repeat(256), 151],
  ['family 👨‍👩‍👧', -99, 98, null, -99, '9999-12-31', '9999-12-31T23:59:59Z', 'z'.repeat(2045), -99],
  ['line\nend "quoted" \\', null, 99, 0, 0, '2000-01-01', '2000-01-01', 'z'.repeat(2046), -100],
  [' leading', 1, null, 3, null, '1583-01-01', '1583-01-01T12:00:00Z', '漢'.repeat(700), null],
  ['a', 1, 0, 0.1, 2, '2024-02-29', '2024-02-29T23:59:59Z', '漢'.repeat(700), 7],
];
