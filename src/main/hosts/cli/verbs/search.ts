import { searchVerbWords } from '#words/cli/search.ts';
import type { Result } from '../../../../shared/api/contract.ts';
import type { Hit, HitCursor } from '../../../../shared/api/search.ts';
import { readNumber } from '../../../../shared/text/numbers.ts';
import { readProject } from '../project.ts';
import type { Session } from '../project.ts';
import { codeHits } from './searchCode.ts';
import { answerInParts, jsonOption, UsageError, wordAt } from '../verb.ts';
import type { Call, Parts, Verb } from '../verb.ts';

export const searchVerb: Verb = {
  name: 'search',
  words: 'P.galley QUERY',
  least: 2,
  most: 2,
  summary: searchVerbWords.summary,
  details: searchVerbWords.details,
  options: {
    case: { help: searchVerbWords.help.case },
    words: { help: searchVerbWords.help.words },
    limit: { value: 'N', help: searchVerbWords.help.limit },
    code: { value: 'PATH', help: searchVerbWords.help.code },
    extent: { value: 'WHAT', help: searchVerbWords.help.extent },
    coder: { value: 'NAME', help: searchVerbWords.help.coder },
    json: jsonOption,
  },
  async run(call) {
    if (call.value('code') !== undefined) return codeHits(call, queryOf(call));
    for (const name of ['extent', 'coder'] as const) {
      if (call.value(name) !== undefined) throw new UsageError(searchVerbWords.onlyWithCode({ option: name }));
    }
    const limit = readLimit(call);
    const print = answerInParts(call, 'hits');
    const { listed, total } = await readProject(call, wordAt(call, 0), (project) =>
      listHits(call, project, limit, print),
    );
    print.end({ total });
    if (total > listed) call.terminal.note(searchVerbWords.listed({ listed, total }));
    return 0;
  },
};

function readLimit(call: Call): number {
  const given = call.value('limit');
  const limit = given === undefined ? Infinity : (readNumber(given) ?? 0);
  if (given === undefined || (Number.isSafeInteger(limit) && limit >= 1)) return limit;
  throw new UsageError(searchVerbWords.limit({ given }));
}

/** What is looked for, and how. */
function queryOf(call: Call): { query: string; caseSensitive: boolean; wholeWords: boolean } {
  return { query: wordAt(call, 1), caseSensitive: call.has('case'), wholeWords: call.has('words') };
}

/** Hits in one page: enough that pages cost little, and few enough that they take little memory. */
const pageSize = 1000;

/** Prints hits page by page. The last page that is wanted counts those behind it; who has left does not want to know. */
async function listHits(
  call: Call,
  project: Session,
  limit: number,
  print: Parts,
): Promise<{ listed: number; total: number }> {
  const names = await repeatedNames(project);
  const query = queryOf(call);
  let listed = 0;
  for (let after: HitCursor | null = null; ;) {
    const left = limit - listed;
    const page: Result<'search.text'> = await project.run('search.text', {
      ...query,
      after,
      limit: Math.min(pageSize, left),
      count: left <= pageSize,
    });
    const label = (hit: Hit): string => (names.has(hit.name) ? hit.document : hit.name);
    const isRead = await print.rows(
      page.hits.map((hit) => ({ document: label(hit), ...hit.codePoints, quote: hit.quote })),
      () => page.hits.map((hit) => describe(hit, label(hit))).join(''),
    );
    const total = listed + page.total;
    listed += page.hits.length;
    after = page.next;
    if (after === null || listed >= limit || !isRead) return { listed, total };
  }
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
