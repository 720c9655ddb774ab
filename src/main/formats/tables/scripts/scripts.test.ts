import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasR, pythonWith, run } from '../../texts/testing/programs.ts';
import { csvRows } from '../csv/writer.ts';
import { columnOf } from '../plan/table.ts';
import type { Column, Row } from '../plan/table.ts';
import { prepareSav } from '../sav/sav.ts';
import { hasHaven } from '../statistics/testing/programs.ts';
import { variable, writeTable } from '../statistics/testing/write.ts';
import { pythonScript } from './python.ts';
import { rScript } from './r.ts';

const pandas = pythonWith('pandas');
const folder = mkdtempSync(join(tmpdir(), 'galley-scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const columns: readonly Column[] = [
  columnOf({
    name: 'Ärger/"Wut" 🙂',
    label: 'Stance',
    type: 'integer',
    level: 'ordinal',
    source: 'article question',
    valueLabels: [
      { value: 1, label: 'contra' },
      { value: 2, label: 'pro' },
      { value: 3, label: 'pro' },
    ],
    missing: [{ value: 99, label: 'not codable' }],
  }),
  columnOf({ name: 'if', label: 'Quotation', type: 'text', source: 'coding' }),
  columnOf({
    name: 'day',
    label: 'Day',
    type: 'date',
    source: 'article fact',
    missing: [{ value: 98, label: 'none' }],
  }),
];

const rows: readonly Row[] = [
  [1, '=1+1', '2024-02-29'],
  [3, 'plain', 98],
  [2, 'old', '1650-06-07'],
  [3, "'quoted'", null],
  [99, '', '1999-12-31'],
];

writeFileSync(join(folder, 'codings.csv'), csvRows([columns.map(({ name }) => name), ...rows], { raw: false }));
const input = { base: 'codings', columns, format: 'csv', guarded: true } as const;

describe('a starter script', () => {
  it.skipIf(!hasR())(
    'in R counts labels, drops missing codes, takes apostrophes away (skipped where R is missing)',
    () => {
      const look = 'cat(data[["if"]], sep = "|"); cat("\\n"); cat(format(data[["day"]]), sep = "|"); cat("\\n")\n';
      writeFileSync(join(folder, 'look.R'), rScript(input) + look);
      const lines = run('Rscript', [join(folder, 'look.R'), folder]).split('\n');
      expect(lines.slice(1)).toEqual([
        ...['1  contra', '1  pro', '2  pro (3)', '1  NA'],
        ...["=1+1|plain|old|'quoted'|NA", '2024-02-29|NA|1650-06-07|NA|1999-12-31', ''],
      ]);
    },
  );

  it.skipIf(pandas === undefined)('in Python does the same (skipped where pandas is missing)', () => {
    const look = 'print("|".join(str(v) for v in data["if"]))\nprint("|".join(str(v)[:10] for v in data["day"]))\n';
    writeFileSync(join(folder, 'look.py'), pythonScript(input) + look);
    const lines = run(pandas ?? '', [join(folder, 'look.py'), folder]).split('\n');
    expect(lines.map((line) => line.replace(/ +/gu, ' '))).toEqual([
      'Rows by Ärger/"Wut" 🙂',
      ...['contra 1', 'pro 1', 'pro (3) 2', 'NaN 1'],
      ...["=1+1|plain|old|'quoted'|nan", '2024-02-29|NaT|1650-06-07|NaT|1999-12-31', ''],
    ]);
  });

  it.skipIf(!hasHaven)(
    'in R has dates of an SPSS file, missing where they are declared so (skipped without haven)',
    async () => {
      // Asked to keep declared missing values, haven 2.5.1 takes them for valid dates (findings/haven-missing-dates.sh).
      const missing = [{ value: 98, label: 'none' }];
      const days = variable('day', { kind: 'date', missing });
      await writeTable(prepareSav, [days], [['2024-02-29'], [98]], join(folder, 'days.sav'));
      const column = columnOf({ name: 'day', label: 'Day', type: 'date', source: 'article fact', missing });
      const script = rScript({ base: 'days', columns: [column], format: 'sav', guarded: false });
      writeFileSync(join(folder, 'days.R'), `${script}cat(class(data$day), format(data$day), is.na(data$day))\n`);
      const last = run('Rscript', [join(folder, 'days.R'), folder])
        .split('\n')
        .at(-1);
      expect(last).toBe('Date 2024-02-29 NA FALSE TRUE');
    },
  );
});
