import { mostPassages } from '../../../shared/api/codings.ts';
import type { Untrimmed } from '../../../shared/api/codings.ts';
import type { Id } from '../../../shared/model/records.ts';
import { withoutBlanks } from '../../../shared/text/blanks.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import { openReader } from '../../store/openReader.ts';
import { textContent } from '../../store/rows/content.ts';
import { codingsOf } from '../../store/rows/codingsOf.ts';
import type { CodingOf } from '../../store/rows/codingsOf.ts';
import { countSegments } from '../../store/rows/segment.ts';
import type { JobContext } from '../../workers/job.ts';

export type UntrimmedInput = { project: string; document: Id | null; coder: Id };
export type FoundUntrimmed = { total: number; blank: number; rows: Untrimmed[] };

/** Codings between two looks at the cancel flag. */
const stride = 500;
/** Characters of a passage and round it that are shown. */
const shown = 160;
const round = 40;

/** Goes through a coder's codings, text by text, for those that begin or end with blanks. */
export function untrimmedJob({ project, document, coder }: UntrimmedInput, context: JobContext): FoundUntrimmed {
  const db = openReader(project);
  const found: FoundUntrimmed = { total: 0, blank: 0, rows: [] };
  let last: { row: number; text: string } | null = null;
  const look = (segment: CodingOf): void => {
    if (last?.row !== segment.text) last = { row: segment.text, text: textContent(db, segment.text) };
    const { text } = last;
    const trimmed = withoutBlanks(text, segment);
    if (trimmed === null) found.blank++;
    else if (trimmed.start !== segment.start || trimmed.end !== segment.end) {
      found.total++;
      if (found.rows.length < mostPassages) found.rows.push(rowOf(segment, text, trimmed));
    }
  };
  try {
    atOneMoment(db, () => {
      const all = countSegments(db, { coder, ...(document !== null && { document }) });
      let done = 0;
      for (const coding of codingsOf(db, coder, document)) {
        if (done++ % stride === 0) context.checkpoint();
        look(coding);
        context.progress(done, all);
      }
    });
    return found;
  } finally {
    db.close();
  }
}

function rowOf(segment: CodingOf, text: string, { start, end }: { start: number; end: number }): Untrimmed {
  const cut = end - start > shown;
  return {
    annotation: segment.id,
    document: segment.document,
    name: segment.name,
    code: segment.code,
    start: segment.start,
    end: segment.end,
    trimmed: [start, end],
    quote: cut ? `${text.slice(start, start + shown).toWellFormed()}…` : text.slice(start, end),
    before: text.slice(Math.max(0, start - round), start).toWellFormed(),
    after: text.slice(end, end + round).toWellFormed(),
  };
}
