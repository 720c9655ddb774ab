import { codebookWords } from '#words/core/codebook.ts';
import type { Example } from '../../../shared/model/codebook.ts';
import type { Id } from '../../../shared/model/records.ts';
import { foldName } from '../../../shared/text/folding.ts';
import { codePoint, countCodePoints, offsetConverter } from '../../../shared/text/offsets.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { ExampleAnchor, ExampleEntry } from '../../formats/codebook/entry.ts';
import { documentsByFile, documentsByLooks } from '../../jobs/exchange/namedDocument.ts';
import type { Store } from '../../store/database.ts';
import { documentsNamed, documentText } from '../../store/rows/document.ts';
import { deleteExample, examplesOfCode, insertExample, updateExample } from '../../store/rows/example.ts';

type Anchor = NonNullable<Example['anchor']>;

/** The places that a file's anchor can mean: where a document of that name has exactly these words there. */
export type AnchorFinder = (quote: string, anchor: ExampleAnchor) => Anchor[];

/**
 * Looks for documents of the very name first, only where none of them fits for those whose names look the same, and then
 * for those that are called by their first line and whose file has the name.
 */
export function anchorFinder({ db }: Store): AnchorFinder {
  let alike: ReadonlyMap<string, readonly Id[]> | null = null;
  let files: ReadonlyMap<string, readonly Id[]> | null = null;
  return (quote, anchor) => {
    const fits = (documents: readonly Id[]): Anchor[] =>
      documents.flatMap((document) => placeIn(documentText(db, document) ?? '', document, quote, anchor) ?? []);
    const named = fits(documentsNamed(db, anchor.document));
    if (named.length > 0) return named;
    alike ??= documentsByLooks(db);
    const looks = foldName(anchor.document);
    const likely = fits(alike.get(looks) ?? []);
    return likely.length > 0 ? likely : fits((files ??= documentsByFile(db)).get(looks) ?? []);
  };
}

function placeIn(text: string, document: Id, quote: string, { start, end }: ExampleAnchor): Anchor | null {
  if (end <= start || end > countCodePoints(text)) return null;
  const converter = offsetConverter(text);
  const span = { start: converter.toUtf16(codePoint(start)), end: converter.toUtf16(codePoint(end)) };
  return text.slice(span.start, span.end) === quote ? { document, ...span } : null;
}

/** What writing a code's examples did; `doubts`: why an example got no place, in words. */
export type WrittenExamples = { changed: boolean; doubts: string[] };

/**
 * Makes a code's examples those of the file, in its order. Examples of the same words stay, and keep the place that they
 * have where the file names none, or one that several documents could mean.
 */
export function writeExamples(
  context: CommandContext,
  code: Id,
  entries: readonly ExampleEntry[],
  find: AnchorFinder,
): WrittenExamples {
  const { store, newId, now } = context;
  const left = examplesOfCode(store.db, code);
  const doubts: string[] = [];
  let changes = 0;
  entries.forEach(({ quote, anchor: place }, position) => {
    const at = left.findIndex((example) => example.quote === quote);
    const [known] = at === -1 ? [] : left.splice(at, 1);
    const meant = place === null ? [] : find(quote, place);
    const anchor = meant.length > 1 ? (meant.find((one) => isSame(one, known?.anchor)) ?? null) : (meant[0] ?? null);
    if (place !== null && meant.length > 1 && anchor === null) doubts.push(doubtOf(quote, place, meant.length));
    if (!known) {
      insertExample(store.db, { id: newId(), code, quote, anchor, position }, now);
      changes++;
      return;
    }
    const wanted: Example = { ...known, anchor: anchor ?? known.anchor, position };
    if (JSON.stringify(wanted) === JSON.stringify(known)) return;
    updateExample(store.db, wanted);
    changes++;
  });
  for (const { id } of left) deleteExample(store.db, id);
  return { changed: changes + left.length > 0, doubts };
}

function isSame(one: Anchor, other: Example['anchor'] | undefined): boolean {
  return one.document === other?.document && one.start === other.start && one.end === other.end;
}

/** UTF-16 code units of an example that are told of it. */
const mostTold = 60;

function doubtOf(quote: string, { document }: ExampleAnchor, count: number): string {
  const line = quote.replace(/\s+/gu, ' ');
  const told = line.length > mostTold ? `${line.slice(0, mostTold).toWellFormed()}…` : line;
  return codebookWords.exampleDoubt({ quote: told, documents: count, name: document });
}
