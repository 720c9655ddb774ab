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
import type { Session } from '../project.ts';
import { UsageError } from '../verb.ts';
import type { Call, Option } from '../verb.ts';

const named = 'names separated by “;”, or by commas where no name has one';

/** What says which table is written. */
export const choiceOptions = {
  unit: {
    value: 'UNIT',
    help: `What a row is: ${tableUnitSchema.options.join(', ')}. Default: codings and documents.`,
  },
  coders: {
    value: 'MODE',
    help: 'Several coders as rows, as columns side by side, or pooled in one row. Default: rows for codings, else pooled.',
  },
  columns: {
    value: 'LIST',
    help: 'Of facts, answers, text, one of binary, count, share (what is said of each code), and roll-up (codes with those below them). Default: facts,answers,text,count.',
  },
  'no-text': { help: 'Leave out the words of passages.' },
  where: {
    value: 'LIST',
    help: 'Only articles with such a fact: FACT=VALUE, or FACT>=VALUE and FACT<=VALUE for days and numbers; several separated by “;”.',
  },
  document: { value: 'NAMES', help: `Only these documents: ${named}.` },
  status: { value: 'LIST', help: `Only work of coders who are so far: ${statusSchema.options.join(', ')}.` },
  round: { value: 'NAMES', help: `Only work that these rounds gave out: ${named}.` },
  coder: { value: 'NAMES', help: `Only work of these coders: ${named}.` },
  code: { value: 'NAMES', help: 'Only these codes and all below them, by path (“Frames / Conflict”), as with coders.' },
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
  throw new UsageError(`--${option}: “${word}” is unknown; known are ${known.join(', ')}`);
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
  if (chosen.length > 1) throw new UsageError(`--columns: say one of ${chosen.join(', ')}; a table has one of them`);
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

function find(what: string, name: string, known: ReadonlyMap<string, Id>): Id {
  const id = known.get(name.replace(/\s+/gu, ' ').trim());
  if (id !== undefined) return id;
  const names = [...known.keys()];
  const told = names.slice(0, mostTold).join('; ') + (names.length > mostTold ? '; …' : '');
  const there = names.length === 0 ? `the project has none` : `there are: ${told}`;
  throw new AppError('not-found', `--${what}: there is no ${what} “${name}”; ${there}.`, { [what]: name });
}

function findAll(what: string, list: string | undefined, known: ReadonlyMap<string, Id>): Id[] {
  if (list === undefined) return [];
  const separator = list.includes(';') ? ';' : ',';
  const names = known.has(list) ? [list] : list.split(separator).filter((name) => name.trim() !== '');
  return [...new Set(names.map((name) => find(what, name, known)))];
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
      throw new UsageError(`--where: “${part.trim()}” is not FACT=VALUE, FACT>=VALUE or FACT<=VALUE`);
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
  const there = [...facts.keys()].join('; ') || 'none';
  throw new AppError('not-found', `--where: there is no article fact “${name}”; there are: ${there}.`, { name });
}
