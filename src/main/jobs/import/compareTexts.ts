import { AppError } from '../../../shared/errors.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Span } from '../../../shared/text/offsets.ts';
import { said } from '../../../shared/words/message.ts';
import { alignTexts } from '../../formats/projects/reanchor/align.ts';
import { describeChanges } from '../../formats/projects/reanchor/changes.ts';
import type { TextChange } from '../../formats/projects/reanchor/changes.ts';
import { reanchorer } from '../../formats/projects/reanchor/reanchor.ts';
import type { Reanchored } from '../../formats/projects/reanchor/reanchor.ts';
import type { Store } from '../../store/database.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import { openReader } from '../../store/openReader.ts';
import { answersOfDocument } from '../../store/rows/answer.ts';
import { documentText } from '../../store/rows/document.ts';
import { placedAnnotations, placedExamples } from '../../store/rows/place.ts';
import type { PlacedAnnotation, PlacedExample } from '../../store/rows/place.ts';
import type { JobContext } from '../../workers/job.ts';

export type CompareTextsInput = { project: string; document: Id; content: string };

/** A coding with its words, and where they stand in the text that is to come. */
export type ComparedAnnotation = {
  annotation: Id;
  quote: string;
  start: number;
  end: number;
  certainty: Reanchored['certainty'];
  place: { start: number; end: number; quote: string } | null;
};

/** Passages by what becomes of them. */
export type Outcomes = Record<Reanchored['certainty'], number>;

export type CompareTextsOutput = {
  changes: TextChange[];
  annotations: ComparedAnnotation[];
  evidence: Outcomes;
  examples: Outcomes;
};

/** Codings between two looks at the cancel flag: a search by likeness takes some milliseconds. */
const stride = 4;

/**
 * Holds a corrected text against a document's present one, as of one moment, and finds every passage that something
 * stands on. Throws AppError `not-found` when the document is gone.
 */
export function compareTextsJob(input: CompareTextsInput, context: JobContext): CompareTextsOutput {
  const db = openReader(input.project);
  try {
    const present = atOneMoment(db, () => readPresent(db, input.document));
    return compare(present, input.content, context);
  } finally {
    db.close();
  }
}

type Present = { text: string; codings: PlacedAnnotation[]; evidence: Span[]; examples: PlacedExample[] };

function readPresent(db: Store['db'], document: Id): Present {
  const text = documentText(db, document);
  if (text === undefined) throw new AppError('not-found', said('corpus.documentGone'), { document });
  return {
    text,
    codings: placedAnnotations(db, document),
    evidence: answersOfDocument(db, document).flatMap(({ evidence }) => evidence),
    examples: placedExamples(db, document),
  };
}

function compare(present: Present, content: string, context: JobContext): CompareTextsOutput {
  const runs = alignTexts(present.text, content);
  context.checkpoint();
  const find = remembering(reanchorer(present.text, content, runs));
  const total = present.codings.length + present.evidence.length + present.examples.length;
  let done = 0;
  const follow = (span: Span): Reanchored => {
    if (++done % stride === 0) context.checkpoint();
    context.progress(done, total);
    return find(span);
  };
  return {
    changes: describeChanges(present.text, content, runs),
    annotations: present.codings.map(({ id, start, end }) => {
      const { certainty, place } = follow({ start, end });
      const found = place && { ...place, quote: content.slice(place.start, place.end) };
      return { annotation: id, quote: present.text.slice(start, end), start, end, certainty, place: found };
    }),
    evidence: countOutcomes(present.evidence.map(follow)),
    examples: countOutcomes(present.examples.map(follow)),
  };
}

function countOutcomes(found: readonly Reanchored[]): Outcomes {
  const counts: Outcomes = { same: 0, doubtful: 0, lost: 0 };
  for (const { certainty } of found) counts[certainty]++;
  return counts;
}

/** Codings of many coders stand at equal places: each place is looked for once. */
function remembering(find: (span: Span) => Reanchored): (span: Span) => Reanchored {
  const known = new Map<string, Reanchored>();
  return (span) => {
    const key = `${span.start} ${span.end}`;
    let found = known.get(key);
    if (!found) known.set(key, (found = find(span)));
    return found;
  };
}

/** Finds passages of one text in another, as the comparison does: see `reanchorer`. For a few passages at a time. */
export function followPassages(before: string, after: string): (span: Span) => Reanchored {
  return remembering(reanchorer(before, after, alignTexts(before, after)));
}
