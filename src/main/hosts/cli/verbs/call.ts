import { callVerbWords } from '#words/cli/call.ts';
import { contract, isMethodName } from '../../../../shared/api/contract.ts';
import type { Arguments, MethodName, MethodOf } from '../../../../shared/api/contract.ts';
import { parseJson } from '../../../../shared/text/json.ts';
import { withProject } from '../project.ts';
import type { Session } from '../project.ts';
import { coderOption, UsageError, wordAt } from '../verb.ts';
import type { Verb } from '../verb.ts';

export const callVerb: Verb = {
  name: 'call',
  words: 'P.galley METHOD [JSON]',
  least: 2,
  most: 3,
  summary: callVerbWords.summary,
  details: callVerbWords.details,
  options: { coder: coderOption },
  async run(call) {
    const method = wordAt(call, 1);
    if (!isMethodName(method)) {
      throw new UsageError(callVerbWords.noMethod({ method, methods: Object.keys(contract) }));
    }
    const input = parse(call.words[2] ?? '{}');
    const output = await withProject(call, wordAt(call, 0), (project) =>
      send(project, method, grantPaths(project, input)),
    );
    call.terminal.out(`${JSON.stringify(output, null, 2)}\n`);
    return 0;
  },
};

function parse(json: string): unknown {
  try {
    return parseJson(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(callVerbWords.notJson({ reason }));
  }
}

/** The program parses the input on arrival, so its type here may be taken on trust. */
function send(project: Session, method: MethodName, input: unknown): Promise<unknown> {
  if (isTask(method)) return project.run(method, input as Arguments<typeof method>);
  return project.call(method, input as Arguments<typeof method>);
}

function isTask(method: MethodName): method is MethodOf<'task'> {
  return contract[method].kind === 'task';
}

/** Paths never ride in messages: every `{"path": …}` becomes a reference. */
function grantPaths(project: Session, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => grantPaths(project, item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === 'path' && typeof first[1] === 'string') return project.file(first[1]);
  return Object.fromEntries(entries.map(([key, item]) => [key, grantPaths(project, item)]));
}
