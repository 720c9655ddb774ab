import { foldName } from '../../../shared/text/folding.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { joinPath } from './entry.ts';
import type { CodebookFile, SetEntry, VariableEntry, VariableName } from './entry.ts';
import type { Placed, PlacedEntry, PlacedFile } from './entry.ts';
import type { FaultList } from './faults.ts';

/** Checks what entries can only get wrong together, throws when there was any fault, and gives the codebook. */
export function checkAcrossEntries(file: PlacedFile, faults: FaultList): CodebookFile {
  checkKeys(file.codes, faults);
  checkPaths(file.codes, faults);
  checkSets(file, faults);
  checkVariables(file, faults);
  checkRules(file.variables, faults);
  faults.throwIfAny();
  return {
    codes: file.codes.map(({ entry }) => entry),
    sets: file.sets.map(({ entry }) => entry),
    variables: file.variables.map(({ entry }) => entry),
  };
}

function checkPaths(codes: readonly PlacedEntry[], faults: FaultList): void {
  const places = new Map<string, Message>();
  for (const { place, entry } of codes) {
    const path = joinPath(entry.path);
    const other = places.get(foldName(path));
    if (other === undefined) places.set(foldName(path), place);
    else faults.add(place, said('codebookFiles.codeTwice', { path, place: other }));
  }
}

function checkKeys(codes: readonly PlacedEntry[], faults: FaultList): void {
  const holders = new Map<string, string>();
  for (const { place, entry } of codes) {
    if (entry.key === undefined || entry.key === null) continue;
    const path = joinPath(entry.path);
    const holder = holders.get(entry.key);
    if (holder === undefined) holders.set(entry.key, path);
    else if (holder !== path) faults.add(place, said('codebookFiles.keyTaken', { key: entry.key, holder }));
  }
}

function checkSets(file: PlacedFile, faults: FaultList): void {
  const sets = new Map<string, Placed<SetEntry>>();
  for (const one of file.sets) {
    const other = sets.get(one.entry.name);
    if (other === undefined) sets.set(one.entry.name, one);
    else faults.add(one.place, said('codebookFiles.setTwice', { name: one.entry.name, place: other.place }));
  }
  for (const { place, entry } of file.codes) {
    const { exclusiveSet } = entry;
    if (exclusiveSet !== undefined && exclusiveSet !== null && !sets.has(exclusiveSet))
      faults.add(place, said('codebookFiles.noSet', { name: exclusiveSet }));
  }
}

/** The name by which a rule or a message speaks of a variable. */
export function describeVariable({ scope, code, name }: VariableName): Message {
  if (scope === 'fact') return said('codebookFiles.factNamed', { name });
  if (code === null) return said('codebookFiles.variableNamed', { name });
  return said('codebookFiles.variableOfCode', { name, code: joinPath(code) });
}

function variableKey({ scope, code, name }: VariableName): string {
  return JSON.stringify([scope, code, name]);
}

function checkVariables(file: PlacedFile, faults: FaultList): void {
  const known = new Set(
    file.codes.flatMap(({ entry }) => entry.path.map((_, index) => joinPath(entry.path.slice(0, index + 1)))),
  );
  const places = new Map<string, Message>();
  for (const { place, entry } of file.variables) {
    const other = places.get(variableKey(entry));
    if (other === undefined) places.set(variableKey(entry), place);
    else faults.add(place, said('codebookFiles.variableTwice', { variable: describeVariable(entry), place: other }));
    // A file of variables alone belongs to codes that the project has.
    if (entry.code !== null && known.size > 0 && !known.has(joinPath(entry.code)))
      faults.add(place, said('codebookFiles.noCodeOfVariable', { code: joinPath(entry.code) }));
  }
}

/** Rules that name variables which the file lacks, and rules that depend on each other in a circle. */
function checkRules(variables: readonly Placed<VariableEntry>[], faults: FaultList): void {
  const byKey = new Map(variables.map((one) => [variableKey(one.entry), one]));
  for (const { place, entry } of variables) {
    for (const test of entry.showIf?.tests ?? []) {
      if (!byKey.has(variableKey(test.variable)))
        faults.add(place, said('codebookFiles.ruleAsksMissing', { variable: describeVariable(test.variable) }));
    }
  }
  const finished = new Set<string>();
  for (const one of variables) {
    const circle = circleFrom(one, byKey, finished);
    if (circle) faults.add(one.place, said('codebookFiles.rulesInCircle', { variables: circle.map(describeVariable) }));
  }
}

/** A circle that begins to be walked at `start`, or null. What was walked is put among `finished`. */
function circleFrom(
  start: Placed<VariableEntry>,
  byKey: ReadonlyMap<string, Placed<VariableEntry>>,
  finished: Set<string>,
): VariableEntry[] | null {
  const path: { entry: VariableEntry; key: string; next: number }[] = [];
  const enter = (entry: VariableEntry): void => void path.push({ entry, key: variableKey(entry), next: 0 });
  if (!finished.has(variableKey(start.entry))) enter(start.entry);
  let circle: VariableEntry[] | null = null;
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const test = top.entry.showIf?.tests[top.next++];
    if (!test) {
      finished.add(top.key);
      path.pop();
      continue;
    }
    const key = variableKey(test.variable);
    const at = path.findIndex((step) => step.key === key);
    const target = byKey.get(key);
    if (at !== -1) circle ??= [...path.slice(at).map((step) => step.entry), ...(target ? [target.entry] : [])];
    else if (target && !finished.has(key)) enter(target.entry);
  }
  return circle;
}
