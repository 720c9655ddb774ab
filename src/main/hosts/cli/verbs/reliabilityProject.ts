import { reliabilityVerbWords } from '#words/cli/reliability.ts';
import { agreementFileSchema, agreementUnitSchema } from '../../../../shared/api/reliability.ts';
import type { AgreementUnit, AgreementReport } from '../../../../shared/api/reliability.ts';
import { AppError } from '../../../../shared/errors.ts';
import { buildCodeTree, findByPath } from '../../../../shared/model/codeTree.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { Variable } from '../../../../shared/model/variables.ts';
import { said } from '../../../../shared/words/message.ts';
import { findNamed } from '../../../../shared/text/folding.ts';
import { readProject } from '../project.ts';
import type { Session } from '../project.ts';
import { UsageError, wholeNumber } from '../verb.ts';
import type { Call } from '../verb.ts';

function readUnit(call: Call): AgreementUnit {
  const given = call.value('unit') ?? 'span';
  const unit = agreementUnitSchema.safeParse(given);
  if (unit.success) return unit.data;
  throw new UsageError(reliabilityVerbWords.unit({ units: agreementUnitSchema.options, given }));
}

const parts = (list: string): string[] =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

async function codesAsked(project: Session, list: string): Promise<Id[]> {
  const { codes } = await project.call('codes.list', {});
  const tree = buildCodeTree(codes);
  return parts(list).map((path) => {
    const code = findByPath(tree, path);
    if (!code) throw new AppError('not-found', said('hosts.noCode', { path }));
    return code.id;
  });
}

function variablesAsked(all: readonly Variable[], list: string): Id[] {
  const variables = all.filter(({ scope }) => scope === 'document');
  const names = parts(list);
  if (names.length === 1 && names[0] === 'all' && !variables.some(({ name }) => name === 'all')) return [];
  return names.map((name) => {
    const variable = findNamed(variables, name, (candidate) => candidate.name);
    if (!variable) throw new AppError('not-found', said('hosts.noVariable', { name }));
    return variable.id;
  });
}

async function roundAsked(project: Session, name: string): Promise<Id> {
  const round = findNamed(await project.call('rounds.list', {}), name, (candidate) => candidate.name);
  if (!round) throw new AppError('not-found', said('hosts.noRound', { name }));
  return round.id;
}

async function codersAsked(project: Session, list: string): Promise<Id[]> {
  const coders = (await project.call('coders.list', {})).filter(({ kind }) => kind === 'person');
  return parts(list).map((name) => {
    const coder = findNamed(coders, name, (candidate) => candidate.name);
    if (!coder) throw new AppError('not-found', said('hosts.noCoder', { name }));
    return coder.id;
  });
}

function factAsked(all: readonly Variable[], name: string): Id {
  const facts = all.filter(({ scope }) => scope === 'fact');
  const fact = findNamed(facts, name, (candidate) => candidate.name) ?? findNamed(facts, name, ({ label }) => label);
  if (fact) return fact.id;
  throw new AppError('not-found', said('hosts.noFact', { name, names: facts.map((one) => one.name) }));
}

/** Measures agreement in a project, as the options say. */
export async function measureProject(call: Call, path: string): Promise<AgreementReport> {
  const codes = call.value('codes');
  const variable = call.value('variable');
  if (codes !== undefined && variable !== undefined) throw new UsageError(reliabilityVerbWords.notBoth);
  const options = { unit: readUnit(call), draws: wholeNumber(call, 'draws', 0), seed: wholeNumber(call, 'seed', 0) };
  const [round, coders, by] = [call.value('round'), call.value('coder'), call.value('by')];
  const folder = call.value('out');
  // Here --coder says whose work is measured; nobody acts.
  const nobody: Call = { ...call, value: (name) => (name === 'coder' ? undefined : call.value(name)) };
  return readProject(nobody, path, async (project) => {
    const all = variable === undefined && by === undefined ? [] : await project.call('variables.list', {});
    const asked = {
      ...options,
      agreed: call.has('agreed'),
      ...(round !== undefined && { round: await roundAsked(project, round) }),
      ...(coders !== undefined && { coders: await codersAsked(project, coders) }),
      ...(by !== undefined && { by: factAsked(all, by) }),
      ...(codes !== undefined && { codes: await codesAsked(project, codes) }),
      ...(variable !== undefined && { variables: variablesAsked(all, variable) }),
    };
    if (folder !== undefined) {
      const { report, warnings } = await project.run('reliability.export', {
        ...asked,
        folder: project.file(folder),
        replace: call.has('replace'),
        files: [...allFiles],
      });
      for (const warning of warnings) call.terminal.note(warning);
      return report;
    }
    return project.run('reliability.run', asked);
  });
}

const allFiles = agreementFileSchema.options;

const say = reliabilityVerbWords;

/** The figures in words, one a line, and the warnings. */
export function describeReliability(report: AgreementReport): string {
  const { spans, values, coders, documents, methods, basis } = report;
  const lines = [say.coders({ documents, coders }), basis];
  if (spans) {
    lines.push(say.places({ figure: say.figure(spans.places) }));
    lines.push(say.placesAndCodes({ figure: say.figure(spans.placesAndCodes) }));
    lines.push(say.codes({ figure: say.figure(spans.codes) }));
    for (const { code, alpha, verdict } of spans.perCode) {
      lines.push(say.code({ code, figure: say.figure(alpha), verdict }));
    }
    lines.push(...spans.warnings);
  }
  for (const { name, alpha, units, verdict, warnings } of values) {
    lines.push(say.value({ name, figure: say.figure(alpha), units, verdict }), ...warnings.map((text) => `  ${text}`));
  }
  lines.push(...describeGroups(report), ...describeAgreed(report));
  return `${[...lines, methods].join('\n')}\n`;
}

function describeGroups({ groups }: AgreementReport): string[] {
  return (groups?.rows ?? []).flatMap(({ value, documents, rows }) => [
    say.group({ fact: groups?.fact ?? '', value, documents }),
    ...rows.map(({ name, alpha }) => `  ${say.ofGroup({ name, figure: say.figure(alpha) })}`),
  ]);
}

function describeAgreed({ against }: AgreementReport): string[] {
  return (against ?? []).flatMap(({ coder, documents, spans, values }) => [
    say.agreed({ coder, documents }),
    ...(spans ? [`  ${say.agreedPassages(spans.exact)}`, `  ${say.agreedPlaces(spans.placesAndCodes)}`] : []),
    ...values.map(({ name, alpha, units }) => `  ${say.agreedValue({ name, alpha, units })}`),
  ]);
}
