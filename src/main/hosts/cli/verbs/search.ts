import type { Hit } from '../../../../shared/api/exports.ts';
import { withProject } from '../project.ts';
import type { Session } from '../project.ts';
import { figure } from '../terminal.ts';
import { answer, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Call, Verb } from '../verb.ts';

/** So many hits can be listed at most. */
const mostHits = 1_000_000;

export const searchVerb: Verb = {
  name: 'search',
  words: 'P.galley QUERY',
  least: 2,
  most: 2,
  summary: 'Find a piece of text in all documents, as it stands.',
  details: ['Letters match either case. Offsets are code points, end not included.'],
  options: {
    case: { help: 'Tell upper and lower case apart.' },
    limit: { value: 'N', help: `List at most so many hits. Default: ${figure(mostHits)}.` },
    json: jsonOption,
  },
  async run(call) {
    const limit = readLimit(call);
    const { total, hits, names } = await withProject(call, wordAt(call, 0), async (project) => ({
      ...(await project.run('search.text', { query: wordAt(call, 1), caseSensitive: call.has('case'), limit })),
      names: await repeatedNames(project),
    }));
    const label = (hit: Hit): string => (names.has(hit.name) ? hit.document : hit.name);
    const rows = hits.map((hit) => ({ document: label(hit), ...hit.codePoints, quote: hit.quote }));
    answer(call, { total, hits: rows }, () => hits.map((hit) => describe(hit, label(hit))).join(''));
    if (total > hits.length) call.terminal.note(`${figure(hits.length)} of ${figure(total)} hits listed`);
    return 0;
  },
};

function readLimit(call: Call): number {
  const given = call.value('limit');
  const limit = given === undefined ? mostHits : Number(given);
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostHits) return limit;
  throw new UsageError(`--limit takes a number from 1 to ${mostHits}, not “${given ?? ''}”`);
}

/** Names that more than one document has: those documents are named by their ids. */
async function repeatedNames(project: Session): Promise<Set<string>> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (let offset = 0, all = 1; offset < all; offset += 1000) {
    const page = await project.call('documents.list', { offset, limit: 1000 });
    all = page.all;
    for (const { name } of page.rows) (seen.has(name) ? repeated : seen).add(name);
  }
  return repeated;
}

/** Line ends and tabs become blanks, one for one, so that the hit keeps its shape on its line. */
function flat(text: string): string {
  return text.replace(/\s/gu, ' ');
}

function describe(hit: Hit, label: string): string {
  const { start, end } = hit.codePoints;
  return `${label}:${start}-${end}: ${flat(hit.before)}[${flat(hit.quote)}]${flat(hit.after)}\n`;
}
