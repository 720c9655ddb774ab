import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import type { CodeTree } from '../../../shared/model/codeTree.ts';
import type { Example } from '../../../shared/model/codebook.ts';
import { pathSeparator } from '../../../shared/model/records.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { ShowIf, Variable } from '../../../shared/model/variables.ts';
import { offsetConverter } from '../../../shared/text/offsets.ts';
import type {
  CodebookEntry,
  CodebookFile,
  ExampleEntry,
  ShowIfEntry,
  VariableEntry,
  VariableName,
} from '../../formats/codebook/entry.ts';
import type { Store } from '../../store/database.ts';
import { listCodes } from '../../store/rows/code.ts';
import { documentText, findDocument } from '../../store/rows/document.ts';
import { findEntity } from '../../store/rows/entity.ts';
import { listExamples } from '../../store/rows/example.ts';
import { listExclusiveSets } from '../../store/rows/exclusiveSet.ts';
import { listVariables } from '../../store/rows/variable.ts';

/** The whole codebook as files describe it: codes in tree order, sets, and variables (facts only where a rule asks them). */
export function describeCodebook(db: Store['db']): CodebookFile {
  const tree = buildCodeTree(listCodes(db));
  const sets = listExclusiveSets(db);
  const setNames = new Map(sets.map(({ id, name }) => [id, name]));
  const examples = new Map<Id, Example[]>();
  for (const example of listExamples(db)) {
    examples.set(example.code, [...(examples.get(example.code) ?? []), example]);
  }
  const place = anchorsAsEntries(db);
  const codes = Array.from(tree.nodes.values(), ({ code, path }): CodebookEntry => {
    const { id, definition, include, exclude, hue, pattern, key, archived } = code;
    return {
      id,
      path: path.split(pathSeparator),
      definition,
      include,
      exclude,
      examples: (examples.get(id) ?? []).map(place),
      hue,
      pattern,
      key,
      archived,
      exclusiveSet: code.exclusiveSet === null ? null : (setNames.get(code.exclusiveSet) ?? null),
    };
  });
  return { codes, sets: sets.map(({ name, rule }) => ({ name, rule })), variables: describeVariables(db, tree) };
}

/** Gives examples the name of their document and their place in code points. Each text is read once. */
function anchorsAsEntries(db: Store['db']): (example: Example) => ExampleEntry {
  const converters = new Map<Id, ReturnType<typeof offsetConverter>>();
  return ({ quote, anchor }) => {
    const document = anchor && findDocument(db, anchor.document);
    if (!anchor || !document) return { quote, anchor: null };
    let converter = converters.get(document.id);
    if (!converter) {
      converters.set(document.id, (converter = offsetConverter(documentText(db, document.id) ?? '')));
    }
    const { start, end } = anchor;
    const place = { start: converter.toCodePoint(start), end: converter.toCodePoint(end) };
    return { quote, anchor: { document: document.name, ...place } };
  };
}

function describeVariables(db: Store['db'], tree: CodeTree): VariableEntry[] {
  const all = listVariables(db);
  const byId = new Map(all.map((variable) => [variable.id, variable]));
  const asked = new Set(all.flatMap(({ showIf }) => showIf?.tests.map(({ variable }) => variable) ?? []));
  const nameOf = ({ scope, code, name }: Variable): VariableName => ({
    scope,
    code: code === null ? null : (tree.nodes.get(code)?.path.split(pathSeparator) ?? null),
    name,
  });
  const entityName = (level: Variable['level'], value: string): string =>
    level === 'entity' ? (findEntity(db, value)?.name ?? value) : value;
  const ruleOf = (rule: ShowIf): ShowIfEntry => ({
    match: rule.match,
    tests: rule.tests.flatMap(({ variable: id, is, value }) => {
      const variable = byId.get(id);
      if (!variable) return [];
      const shown = typeof value === 'string' ? entityName(variable.level, value) : value;
      return [{ variable: nameOf(variable), is, value: shown }];
    }),
  });
  return all
    .filter(({ id, scope }) => scope !== 'fact' || asked.has(id))
    .map((variable) => {
      const { label, help, level, choices, required, minimum, maximum, showIf, fallback, entityList, archived } =
        variable;
      return {
        ...nameOf(variable),
        label,
        help,
        level,
        choices,
        required,
        minimum,
        maximum,
        showIf: showIf && ruleOf(showIf),
        fallback: typeof fallback === 'string' ? entityName(level, fallback) : fallback,
        entityList,
        archived,
      };
    });
}
