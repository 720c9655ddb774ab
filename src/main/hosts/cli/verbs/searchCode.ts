import { searchVerbWords } from '#words/cli/search.ts';
import { mostPassages } from '../../../../shared/api/codings.ts';
import type { Extent, Passages } from '../../../../shared/api/codings.ts';
import type { HitCursor } from '../../../../shared/api/search.ts';
import { AppError } from '../../../../shared/errors.ts';
import { buildCodeTree, findByPath } from '../../../../shared/model/codeTree.ts';
import type { Code } from '../../../../shared/model/records.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { said } from '../../../../shared/words/message.ts';
import { withProject } from '../project.ts';
import type { Session } from '../project.ts';
import { answer, UsageError, wordAt } from '../verb.ts';
import type { Call } from '../verb.ts';

const extents: Readonly<Record<string, Extent>> = { hit: 'passage', sentence: 'sentence', paragraph: 'paragraph' };

/** Gives all hits of a search a code of the codebook, as one act. A code is never made here: a slip would code all hits with it. */
export async function codeHits(
  call: Call,
  query: { query: string; caseSensitive: boolean; wholeWords: boolean },
): Promise<0 | 1> {
  if (call.value('coder') === undefined) throw new UsageError(searchVerbWords.sayWho);
  if (call.value('limit') !== undefined) throw new UsageError(searchVerbWords.allOrNone);
  const extent = readExtent(call);
  const path = call.value('code') ?? '';
  const { code, result } = await withProject(call, wordAt(call, 0), async (project) => {
    const found = await codeAt(project, path);
    const passages = await allHits(project, query);
    return { code: found.name, result: await project.run('codings.apply', { passages, extent, code: found.id }) };
  });
  const { annotations, documents, present, excluded, excludedPlaces } = result;
  for (const { name, start, end, by } of excludedPlaces) {
    call.terminal.note(searchVerbWords.excluded({ document: name, start, end, by }));
  }
  const more = excluded - excludedPlaces.length;
  if (more > 0) call.terminal.note(searchVerbWords.moreExcluded({ more }));
  answer(call, result, () => `${searchVerbWords.coded({ passages: annotations, documents, code, present })}\n`);
  return excluded > 0 && annotations + present === 0 ? 1 : 0;
}

function readExtent(call: Call): Extent {
  const given = call.value('extent') ?? 'hit';
  const extent = Object.hasOwn(extents, given) ? extents[given] : undefined;
  if (extent === undefined) throw new UsageError(searchVerbWords.extent({ given }));
  return extent;
}

async function codeAt(project: Session, path: string): Promise<Code> {
  const { codes } = await project.call('codes.list', {});
  const code = findByPath(buildCodeTree(codes), path);
  if (!code) throw new AppError('not-found', said('hosts.noCode', { path }));
  return code;
}

/** Hits that are asked for at a time. */
const pageSize = 10_000;

async function allHits(
  project: Session,
  query: { query: string; caseSensitive: boolean; wholeWords: boolean },
): Promise<Passages[]> {
  const all: Passages[] = [];
  let found = 0;
  for (let after: HitCursor | null = null; ;) {
    const page: { hits: { document: string; text: number; start: number; end: number }[]; next: HitCursor | null } =
      await project.run('search.text', { ...query, after, limit: pageSize, count: false });
    found += page.hits.length;
    if (found > mostPassages) throw new AppError('conflict', said('hosts.tooManyHits', { most: mostPassages }));
    for (const { document, text, start, end } of page.hits) {
      let last = all.at(-1);
      if (last?.document !== document || last.text !== text) all.push((last = { document, text, spans: [] }));
      last.spans.push([utf16(start), utf16(end)]);
    }
    after = page.next;
    if (after === null) return all;
  }
}
