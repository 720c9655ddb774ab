import { columnsWords as words } from '#words/core/columns.ts';
import type { CodeNode } from '../../../../shared/model/codeTree.ts';
import type { CodeMeasure, TableUnit } from '../../../../shared/model/dataTable.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import type { Cell } from '../csv/writer.ts';
import type { ColumnGroup } from './columnGroup.ts';
import type { CodingRecord, UnitRow } from './documentWork.ts';
import { columnOf } from './table.ts';
import type { Column } from './table.ts';

type Measure = Exclude<CodeMeasure, 'none'>;

/** What the rows of tables that measure codes are. */
export type MeasuredUnit = Exclude<TableUnit, 'coding' | 'statement'>;

export type MeasureOptions = {
  /** In the order of their columns. Several measures stand side by side for each code. */
  measures: readonly Measure[];
  /** Codings of codes below a code count for it, too. */
  rollUp: boolean;
  /** What stands where nobody has begun with the document: nothing, or that there are no codings. */
  untouched: null | 0;
};

/** What 0 and 1 say of a code. */
const noneOrSome = [
  { value: 0, label: words.none },
  { value: 1, label: words.atLeastOne },
];

function measureColumn(measure: Measure, path: string, note: string): Column {
  const common = { source: 'code', note } as const;
  switch (measure) {
    case 'count':
      return columnOf({ ...common, name: `n: ${path}`, label: words.countLabel({ code: path }), type: 'integer' });
    case 'binary':
      return columnOf({
        ...common,
        name: `has: ${path}`,
        label: words.anyLabel({ code: path }),
        type: 'binary',
        valueLabels: noneOrSome,
      });
    case 'share':
      return columnOf({
        ...common,
        name: `share: ${path}`,
        label: words.shareLabel({ code: path }),
        type: 'decimal',
        note: `${note} ${words.shareNote}`,
      });
  }
}

function noteOf({ rollUp, untouched }: MeasureOptions, unit: MeasuredUnit): string {
  return [
    rollUp ? words.withCodesBelow : words.withoutCodesBelow,
    unit === 'document' ? '' : words.codingsThatTouch({ unit }),
    untouched === null ? words.emptyNotBegun : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Columns that say how much of each code a document, paragraph or sentence has. */
export function codeGroupOf(codes: readonly CodeNode[], unit: MeasuredUnit, options: MeasureOptions): ColumnGroup {
  const { measures, rollUp, untouched } = options;
  const note = noteOf(options, unit);
  const order = new Map(codes.map(({ code }, at) => [code.id, at]));
  return {
    columns: codes.flatMap(({ path }) => measures.map((measure) => measureColumn(measure, path, note))),
    suffix: '',
    isFixed: false,
    fill(cells, row, who) {
      const isUntouched = untouched === null && !who.some((coder) => row.work.begun.has(coder));
      const own = isUntouched ? null : sortByCode(row.codings, who, codes, order, rollUp);
      for (let at = 0; at < codes.length; at++) {
        for (const measure of measures) cells.push(own ? value(measure, own[at] ?? none, row) : null);
      }
    },
    parts: 'rows-are-no-codings',
  };
}

const none: readonly CodingRecord[] = [];

/** The codings of these coders by place of the code; with `rollUp` under every code above it as well. */
function sortByCode(
  codings: readonly CodingRecord[],
  who: readonly Id[],
  codes: readonly CodeNode[],
  order: ReadonlyMap<Id, number>,
  rollUp: boolean,
): CodingRecord[][] {
  const own: CodingRecord[][] = [];
  for (const coding of codings) {
    if (!who.includes(coding.coder)) continue;
    const first = order.get(coding.code);
    if (first === undefined) continue;
    for (let node: CodeNode | null = codes[first] ?? null; node; node = rollUp ? node.parent : null) {
      const at = order.get(node.code.id);
      if (at !== undefined) (own[at] ??= []).push(coding);
    }
  }
  return own;
}

function value(measure: Measure, codings: readonly CodingRecord[], row: UnitRow): Cell {
  if (measure === 'count') return codings.length;
  if (measure === 'binary') return codings.length > 0 ? 1 : 0;
  return shareOf(codings, row);
}

/** The share of the unit's code points that are in at least one of these codings, which are in order of their starts. */
function shareOf(codings: readonly CodingRecord[], { work, stretch }: UnitRow): number {
  if (codings.length === 0) return 0;
  const { content, converter } = work.text();
  const from = stretch?.start ?? 0;
  const to = stretch?.end ?? content.length;
  let covered = 0;
  let reached = from;
  for (const coding of codings) {
    const start = Math.max(coding.start, reached);
    const end = Math.min(coding.end, to);
    if (end <= start) continue;
    covered += converter.toCodePoint(utf16(end)) - converter.toCodePoint(utf16(start));
    reached = end;
  }
  const all = converter.toCodePoint(utf16(to)) - converter.toCodePoint(utf16(from));
  return all === 0 ? 0 : covered / all;
}
