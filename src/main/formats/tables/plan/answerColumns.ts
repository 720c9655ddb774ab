import { columnsWords as words } from '#words/core/columns.ts';
import { isNumeric } from '../../../../shared/model/answers.ts';
import type { Given } from '../../../../shared/model/answers.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { stateOf } from '../../../../shared/model/showIf.ts';
import type { Questions } from '../../../../shared/model/showIf.ts';
import type { AnswerValue, Entity, Variable } from '../../../../shared/model/variables.ts';
import type { Cell } from '../csv/writer.ts';
import type { ColumnGroup } from './columnGroup.ts';
import type { DocumentWork, UnitRow } from './documentWork.ts';
import { stateCodesOf } from './stateCodes.ts';
import type { StateCodes } from './stateCodes.ts';
import { columnOf } from './table.ts';
import type { Column } from './table.ts';

/** What answers refer to. */
export type AnswerSurroundings = {
  variables: ReadonlyMap<Id, Variable>;
  entities: ReadonlyMap<Id, Entity>;
};

/** A question's columns, and the cells that one value makes of them. */
type Shape = { columns: Column[]; codes: StateCodes; cells(value: AnswerValue): Cell[] };

const stateLabels = {
  absent: words.absent,
  notApplicable: words.notApplicable,
  differ: words.codersDiffer,
} as const;

function missingOf(variable: Variable, codes: StateCodes, pooled: boolean): Column['missing'] {
  const own = isNumeric(variable.level) ? variable.choices.filter(({ missing }) => missing) : [];
  const states = (['absent', 'notApplicable', ...(pooled ? (['differ'] as const) : [])] as const).map((state) => ({
    value: codes[state],
    label: stateLabels[state],
  }));
  return [...own.map(({ value, label }) => ({ value, label })), ...states];
}

function noteOf(variable: Variable, pooled: boolean): string {
  return [
    variable.help.replace(/\s+/gu, ' ').trim(),
    variable.archived ? words.noLongerAsked : '',
    pooled ? words.pooledAnswer : '',
    words.emptyNotCoded,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function shapeOf(variable: Variable, name: string, entities: AnswerSurroundings['entities'], pooled: boolean): Shape {
  const codes = stateCodesOf(variable);
  const { level, choices } = variable;
  const common = {
    name,
    label: variable.label.replace(/\s+/gu, ' ').trim() || variable.name,
    source: variable.scope === 'passage' ? 'passage question' : 'article question',
    missing: missingOf(variable, codes, pooled),
    note: noteOf(variable, pooled),
  } as const;
  if (level === 'multiple') {
    return {
      codes,
      columns: choices.map(({ label }) =>
        columnOf({
          ...common,
          name: `${name}: ${label}`,
          label: words.labelOfPart({ label: common.label, part: label }),
          type: 'binary',
        }),
      ),
      cells: (value) => choices.map((choice) => (Array.isArray(value) && value.includes(choice.value) ? 1 : 0)),
    };
  }
  if (level === 'entity') return { codes, ...entityShape(variable, common, entities) };
  return { codes, columns: [columnOf({ ...common, ...plainType(variable) })], cells: (value) => [plainCell(value)] };
}

function plainType({ level, choices }: Variable): Pick<Column, 'type' | 'level' | 'valueLabels'> {
  if (level === 'nominal' || level === 'ordinal') {
    const isWhole = choices.every(({ value }) => Number.isInteger(value));
    const valueLabels = choices.filter(({ missing }) => !missing).map(({ value, label }) => ({ value, label }));
    return { type: isWhole ? 'integer' : 'decimal', level, valueLabels };
  }
  if (level === 'interval' || level === 'ratio') return { type: 'decimal', level: 'scale', valueLabels: [] };
  return level === 'date'
    ? { type: 'date', level: 'scale', valueLabels: [] }
    : { type: 'text', level: 'nominal', valueLabels: [] };
}

function plainCell(value: AnswerValue): Cell {
  return Array.isArray(value) ? value.join('; ') : value;
}

/** The entry's name, its id, and a column for each attribute that entries of the list have. */
function entityShape(
  { entityList }: Variable,
  common: Pick<Column, 'name' | 'label' | 'source' | 'missing' | 'note'>,
  entities: AnswerSurroundings['entities'],
): Omit<Shape, 'codes'> {
  const own = [...entities.values()].filter(({ list }) => list === entityList);
  const attributes = [...new Set(own.flatMap((entity) => Object.keys(entity.attributes)))].sort();
  const source = 'entity';
  return {
    columns: [
      columnOf({ ...common, type: 'text' }),
      columnOf({ ...common, name: `${common.name}_id`, label: words.labelOfId(common), type: 'text', source }),
      ...attributes.map((attribute) =>
        columnOf({
          ...common,
          name: `${common.name}: ${attribute}`,
          label: words.labelOfPart({ label: common.label, part: attribute }),
          type: 'text',
          source,
        }),
      ),
    ],
    cells(value) {
      const entity = typeof value === 'string' ? entities.get(value) : undefined;
      return [
        entity?.name ?? plainCell(value),
        entity?.id ?? null,
        ...attributes.map((attribute) => entity?.attributes[attribute] ?? null),
      ];
    },
  };
}

/** Answers of one coder in one document: to questions about it, and to those about one passage. */
function questionsOf(
  work: DocumentWork,
  coder: Id,
  annotation: Id | null,
  variables: AnswerSurroundings['variables'],
): Questions {
  const given = new Map<string, Given>();
  for (const answer of work.answers) {
    if (answer.coder !== coder || (answer.annotation !== null && answer.annotation !== annotation)) continue;
    given.set(answer.variable, answer);
  }
  for (const [variable, value] of work.factValues) given.set(variable, { state: 'given', value });
  return { variable: (id) => variables.get(id), answer: (id) => given.get(id) };
}

/** The last question sheet is kept: the paragraphs of a document ask for it again and again. */
type Sheet = { work: DocumentWork; coder: Id; annotation: Id | null; questions: Questions };

/**
 * The answers to these questions. Asked about passages, `who`'s coding of the row is what they are about. Where several
 * coders stand for one cell it holds what all who answered say, or the code for “coders differ”.
 */
export function answerGroup(
  questions: readonly { variable: Variable; name: string }[],
  { variables, entities }: AnswerSurroundings,
  pooled: boolean,
): ColumnGroup {
  const shapes = questions.map(({ variable, name }) => ({ variable, ...shapeOf(variable, name, entities, pooled) }));
  const width = shapes.reduce((sum, { columns }) => sum + columns.length, 0);
  const sheets = new Map<Id, Sheet>();
  const sheetFor = (row: UnitRow, coder: Id): Sheet | null => {
    const coding = row.codings.find((one) => one.coder === coder);
    const annotation = questions[0]?.variable.scope === 'passage' ? (coding?.id ?? '') : null;
    if (annotation === '') return null;
    const known = sheets.get(coder);
    if (known?.work === row.work && known.annotation === annotation) return known;
    const made = { work: row.work, coder, annotation, questions: questionsOf(row.work, coder, annotation, variables) };
    sheets.set(coder, made);
    return made;
  };
  const cellsFor = (row: UnitRow, coder: Id): Cell[] => {
    const sheet = row.work.begun.has(coder) ? sheetFor(row, coder) : null;
    if (!sheet) return Array.from({ length: width }, () => null);
    const code = row.codings[0]?.code;
    return shapes.flatMap((shape) => stateCells(shape, sheet.questions, code));
  };
  const codes = shapes.flatMap((shape) => shape.columns.map(() => shape.codes.differ));
  return {
    columns: shapes.flatMap(({ columns }) => columns),
    suffix: '_answer',
    isFixed: false,
    fill(cells, row, who) {
      const [first] = who;
      if (who.length === 1 && first !== undefined) cells.push(...cellsFor(row, first));
      else
        cells.push(
          ...pool(
            who.map((coder) => cellsFor(row, coder)),
            codes,
          ),
        );
    },
    parts: 'answers',
  };
}

/** The cells of one question: its value, or the code of its state. Passage questions of another code do not apply. */
function stateCells(shape: Shape & { variable: Variable }, questions: Questions, code: Id | undefined): Cell[] {
  const { variable, columns, codes, cells } = shape;
  const isOther = variable.scope === 'passage' && variable.code !== code;
  const state = isOther ? 'not-applicable' : stateOf(variable, questions);
  if (state === 'absent') return columns.map(() => codes.absent);
  if (state === 'not-applicable') return columns.map(() => codes.notApplicable);
  const value = state === 'given' ? questions.answer(variable.id)?.value : null;
  return value === null || value === undefined ? columns.map(() => null) : cells(value);
}

/** Column by column, what all who have a cell say; the code for a difference where they do not say the same. */
function pool(rows: readonly Cell[][], differ: readonly number[]): Cell[] {
  return differ.map((code, at) => {
    const said = rows.map((row) => row[at] ?? null).filter((cell) => cell !== null);
    const [first] = said;
    if (first === undefined) return null;
    return said.every((cell) => cell === first) ? first : code;
  });
}
