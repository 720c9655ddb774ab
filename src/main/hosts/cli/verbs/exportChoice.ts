import { commandLineWords } from '#words/cli/commandLine.ts';
import { exportVerbWords } from '#words/cli/export.ts';
import { AppError } from '../../../../shared/errors.ts';
import { buildCodeTree } from '../../../../shared/model/codeTree.ts';
import {
  codeMeasureSchema,
  coderModeSchema,
  tableUnitSchema,
  usualCoderMode,
} from '../../../../shared/model/dataTable.ts';
import type { FactFilter, TableChoice, TableColumns, TableFilters } from '../../../../shared/model/dataTable.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { statusSchema } from '../../../../shared/model/variables.ts';
import { said } from '../../../../shared/words/message.ts';
import type { Session } from '../project.ts';
import { UsageError } from '../verb.ts';
import type { Call, Option } from '../verb.ts';

const { help } = exportVerbWords;

/** What says which table is written. */
export const choiceOptions = {
  unit: { value: 'UNIT', help: help.unit({ units: tableUnitSchema.options }) },
  coders: { value: 'MODE', help: help.coders },
  columns: { value: 'LIST', help: help.columns },
  'no-text': { help: help.noText },
  where: { value: 'LIST', help: help.where },
  document: { value: 'NAMES', help: help.document },
  status: { value: 'LIST', help: help.status({ statuses: statusSchema.options }) },
  round: { value: 'NAMES', help: help.round },
  coder: { value: 'NAMES', help: help.coder },
  code: { value: 'NAMES', help: help.code },
} as const satisfies Readonly<Record<string, Option>>;

/** Which of the options of the choice were given. */
export function givenChoices(call: Call): string[] {
  return Object.keys(choiceOptions).filter((name) => call.has(name) || call.value(name) !== undefined);
}

/** What the words of the call choose, before the project is asked what its names mean; null: no table is chosen. */
export function readShape(call: Call): Pick<TableChoice, 'unit' | 'coders' | 'columns'> | null {
  const given = givenChoices(call);
  if (given.length === 0) return null;
  const unit = oneOf('unit', call.value('unit') ?? 'coding', tableUnitSchema.options);
  const mode = call.value('coders');
  const coders = mode === undefined ? usualCoderMode(unit) : oneOf('coders', mode, coderModeSchema.options);
  return { unit, coders, columns: readColumns(call) };
}

function oneOf<T extends string>(option: string, word: string, known: readonly T[]): T {
  const low = word.trim().toLowerCase();
  const found = known.find((one) => one === low);
  if (found !== undefined) return found;
  throw new UsageError(commandLineWords.unknownWord({ option, word, known }));
}

const listOf = (list: string): string[] =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const measures = codeMeasureSchema.exclude(['none']).options;

function readColumns(call: Call): TableColumns {
  const list = call.value('columns');
  const hasText = !call.has('no-text');
  if (list === undefined) return { facts: true, answers: true, codes: 'count', rollUp: false, text: hasText };
  const known = ['facts', 'answers', 'text', 'roll-up', ...measures] as const;
  const words = listOf(list).map((word) => oneOf('columns', word, known));
  const chosen = measures.filter((measure) => words.includes(measure));
  if (chosen.length > 1) throw new UsageError(exportVerbWords.oneMeasure({ measures: chosen }));
  const rollUp = words.includes('roll-up');
  return {
    facts: words.includes('facts'),
    answers: words.includes('answers'),
    codes: chosen[0] ?? (rollUp ? 'count' : 'none'),
    rollUp,
    text: words.includes('text') && hasText,
  };
}

/** Finds what the names in the call mean. Throws AppError `not-found`, which names what there is. */
export async function readFilters(call: Call, project: Session): Promise<TableFilters> {
  const { codes } = await project.call('codes.list', {});
  const paths = new Map([...buildCodeTree(codes).nodes.values()].map(({ code, path }) => [path, code.id]));
  const coders = new Map((await project.call('coders.list', {})).map(({ id, name }) => [name, id]));
  const rounds = new Map((await project.call('rounds.list', {})).map(({ id, name }) => [name, id]));
  const statuses = listOf(call.value('status') ?? '').map((word) => oneOf('status', word, statusSchema.options));
  return {
    documents: await readDocuments(call.value('document'), project),
    where: await readWhere(call.value('where'), project),
    statuses: [...new Set(statuses)],
    rounds: findAll('round', call.value('round'), rounds),
    coders: findAll('coder', call.value('coder'), coders),
    codes: findAll('code', call.value('code'), paths),
  };
}

/** At most so many of the names that are known are told. */
const mostTold = 12;

/** Options whose values are names of something in the project. */
type Naming = 'document' | 'round' | 'coder' | 'code';

function find(option: Naming, name: string, known: ReadonlyMap<string, Id>): Id {
  const id = known.get(name.replace(/\s+/gu, ' ').trim());
  if (id !== undefined) return id;
  const names = [...known.keys()];
  const there = { names: names.slice(0, mostTold), more: names.length > mostTold };
  throw new AppError('not-found', said('hosts.noneOfOption', { option, name, ...there }), { [option]: name });
}

function findAll(option: Naming, list: string | undefined, known: ReadonlyMap<string, Id>): Id[] {
  if (list === undefined) return [];
  const separator = list.includes(';') ? ';' : ',';
  const names = known.has(list) ? [list] : list.split(separator).filter((name) => name.trim() !== '');
  return [...new Set(names.map((name) => find(option, name, known)))];
}

async function readDocuments(list: string | undefined, project: Session): Promise<Id[] | null> {
  if (list === undefined) return null;
  const known = new Map<string, Id>();
  for (let offset = 0, total = 1; offset < total;) {
    const page = await project.call('documents.list', { offset, limit: 1000 });
    for (const { id, name } of page.rows) known.set(known.has(name) ? id : name, id).set(id, id);
    offset += Math.max(1, page.rows.length);
    total = page.total;
  }
  return findAll('document', list, known);
}

async function readWhere(list: string | undefined, project: Session): Promise<FactFilter[]> {
  if (list === undefined) return [];
  const variables = await project.call('variables.list', {});
  const facts = new Map(variables.filter(({ scope }) => scope === 'fact').map(({ id, name }) => [name, id]));
  const values: FactFilter[] = [];
  // Both ends of one fact are one range.
  const ranges = new Map<Id, { from: string | null; to: string | null }>();
  for (const part of list.split(';').filter((one) => one.trim() !== '')) {
    const { fact, test, value } = /^(?<fact>[^<>=]*)(?<test>>=|<=|=)(?<value>.*)$/su.exec(part)?.groups ?? {};
    if (fact === undefined || value === undefined) {
      throw new UsageError(exportVerbWords.notATest({ words: part.trim() }));
    }
    const variable = findFact(fact.trim(), facts);
    if (test === '=') values.push({ variable, value: value.trim() });
    else {
      const range = ranges.get(variable) ?? { from: null, to: null };
      ranges.set(variable, { ...range, [test === '>=' ? 'from' : 'to']: value.trim() });
    }
  }
  return [...values, ...Array.from(ranges, ([variable, range]) => ({ variable, ...range }))];
}

function findFact(name: string, facts: ReadonlyMap<string, Id>): Id {
  const variable = facts.get(name);
  if (variable !== undefined) return variable;
  throw new AppError('not-found', said('hosts.noFactOfWhere', { name, names: [...facts.keys()] }), { name });
}
