import { fieldsWords as words } from '#words/core/fields.ts';
import type { CodebookChange, Example, ExclusiveSet } from './codebook.ts';
import { buildCodeTree } from './codeTree.ts';
import { pathSeparator } from './records.ts';
import type { Code, Id } from './records.ts';
import type { ShowIf, Variable } from './variables.ts';

/** The whole codebook at one moment, as a published version keeps it. Article facts are no part of it. */
export type CodebookContent = {
  codes: readonly Code[];
  sets: readonly ExclusiveSet[];
  examples: readonly Example[];
  variables: readonly Variable[];
};

export const emptyCodebook: CodebookContent = { codes: [], sets: [], examples: [], variables: [] };

type Subject = CodebookChange['subject'];

/**
 * One record of a codebook with what of it can be read: field by field, in the order in which changes are told. `refers`:
 * ids behind fields that name another record, whose renaming is no change of this one.
 */
type Described = {
  id: Id;
  name: string;
  fields: Readonly<Record<string, string>>;
  refers?: Readonly<Record<string, Id | null>>;
};

type Names = { paths: ReadonlyMap<Id, string>; variables: ReadonlyMap<Id, string>; sets: ReadonlyMap<Id, string> };

/**
 * What changed from one codebook to another, record by record (matched by id): codes in tree order, then variables, sets
 * and examples. A record that is only in one of them is `added` or `removed`; a record in both has a line for each field
 * that reads differently. The order of records is no change.
 */
export function codebookDifference(before: CodebookContent, after: CodebookContent): CodebookChange[] {
  const old = describeAll(before);
  const now = describeAll(after);
  return (['code', 'variable', 'set', 'example'] as const).flatMap((subject) =>
    compare(subject, old[subject], now[subject]),
  );
}

function compare(subject: Subject, before: readonly Described[], after: readonly Described[]): CodebookChange[] {
  const known = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  const whole = (kind: 'added' | 'removed', { id, name }: Described): CodebookChange => ({
    kind,
    subject,
    id,
    name,
    field: '',
    before: '',
    after: '',
  });
  const changes = after.flatMap((now) => {
    const old = known.get(now.id);
    return old ? changedFields(subject, old, now) : [whole('added', now)];
  });
  return [...changes, ...before.filter(({ id }) => !kept.has(id)).map((gone) => whole('removed', gone))];
}

function changedFields(subject: Subject, old: Described, now: Described): CodebookChange[] {
  return Object.keys(now.fields).flatMap((field) => {
    const [before, after] = [old.fields[field] ?? '', now.fields[field] ?? ''];
    const referring = now.refers !== undefined && Object.hasOwn(now.refers, field);
    const same = referring ? old.refers?.[field] === now.refers?.[field] : before === after;
    return same ? [] : [{ kind: 'changed' as const, subject, id: now.id, name: now.name, field, before, after }];
  });
}

function describeAll(content: CodebookContent): Record<Subject, Described[]> {
  const tree = buildCodeTree(content.codes);
  const names: Names = {
    paths: new Map(Array.from(tree.nodes, ([id, { path }]) => [id, path])),
    variables: new Map(content.variables.map(({ id, name }) => [id, name])),
    sets: new Map(content.sets.map(({ id, name }) => [id, name])),
  };
  return {
    code: Array.from(tree.nodes.values(), ({ code, path }) => describeCode(code, path, names)),
    variable: content.variables.map((variable) => describeVariable(variable, names)),
    set: content.sets.map(({ id, name, rule }) => ({ id, name, fields: { name, rule } })),
    example: content.examples.map((example) => ({
      id: example.id,
      name: names.paths.get(example.code) ?? '',
      fields: { code: names.paths.get(example.code) ?? '', quote: example.quote },
      refers: { code: example.code },
    })),
  };
}

const yes = (value: boolean): string => (value ? words.yes : words.no);
const figure = (value: number | null): string => (value === null ? '' : String(value));

function describeCode(code: Code, path: string, names: Names): Described {
  const parent = code.parent === null ? '' : (names.paths.get(code.parent) ?? '');
  const set = code.exclusiveSet === null ? '' : (names.sets.get(code.exclusiveSet) ?? '');
  const { name, definition, include, exclude, pattern } = code;
  const rules = { name, parent, definition, include, exclude, set, archived: yes(code.archived) };
  return {
    id: code.id,
    name: path,
    fields: { ...rules, color: String(code.hue), pattern, key: code.key ?? '' },
    refers: { parent: code.parent, set: code.exclusiveSet },
  };
}

function describeVariable(variable: Variable, names: Names): Described {
  const { name, label, help, level, scope, fallback } = variable;
  const code = variable.code === null ? '' : (names.paths.get(variable.code) ?? '');
  return {
    id: variable.id,
    name: code === '' ? name : `${code}${pathSeparator}${name}`,
    fields: {
      name,
      code,
      label,
      help,
      level,
      choices: variable.choices.map(words.choice).join('\n'),
      required: yes(variable.required),
      minimum: figure(variable.minimum),
      maximum: figure(variable.maximum),
      showIf: describeRule(variable.showIf, names),
      fallback:
        fallback === null ? '' : Array.isArray(fallback) ? words.severalValues({ values: fallback }) : String(fallback),
      entityList: variable.entityList,
      archived: yes(variable.archived),
      scope,
    },
    refers: { code: variable.code },
  };
}

/** A show-if rule in one line: `tone ≥ 1 and topic = 3`. */
function describeRule(rule: ShowIf | null, names: Names): string {
  if (!rule) return '';
  const tests = rule.tests.map(({ variable, is, value }) =>
    words.test({ name: names.variables.get(variable) ?? '?', is, value }),
  );
  return words.rule({ tests, match: rule.match });
}

/** Fields of a code that only change how it looks or is reached, and so no coding that was made with it. */
const looks: readonly string[] = ['color', 'pattern', 'key', 'archived'];

/**
 * The changes that may make work wrong that was done before them, by the code or variable whose work it is. A passage
 * variable's change counts for its code too. `variables` are those of both codebooks.
 */
export function changesOfRules(
  changes: readonly CodebookChange[],
  variables: readonly Variable[],
): ReadonlyMap<Id, CodebookChange[]> {
  const codes = new Map(variables.map(({ id, code }) => [id, code]));
  const found = new Map<Id, CodebookChange[]>();
  const note = (id: Id, change: CodebookChange): void => {
    const known = found.get(id);
    if (!known) found.set(id, [change]);
    else if (!known.includes(change)) known.push(change);
  };
  for (const change of changes) {
    if (change.subject !== 'code' && change.subject !== 'variable') continue;
    if (looks.includes(change.field)) continue;
    note(change.id, change);
    const code = change.subject === 'variable' ? codes.get(change.id) : undefined;
    if (code !== undefined && code !== null) note(code, change);
  }
  return found;
}
