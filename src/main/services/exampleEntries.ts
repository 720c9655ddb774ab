import type { Example } from '../../shared/model/codebook.ts';
import type { Id } from '../../shared/model/records.ts';
import { codePoint, countCodePoints, offsetConverter } from '../../shared/text/offsets.ts';
import type { CommandContext } from '../app/handlers.ts';
import type { ExampleAnchor, ExampleEntry } from '../formats/codebook/entry.ts';
import type { Store } from '../store/database.ts';
import { documentsNamed, documentText } from '../store/rows/document.ts';
import { deleteExample, examplesOfCode, insertExample, updateExample } from '../store/rows/example.ts';

/** The place that a file names, where a document of that name has exactly these words there; else null. */
function findAnchor(store: Store, quote: string, anchor: ExampleAnchor | null): Example['anchor'] {
  if (!anchor || anchor.end <= anchor.start) return null;
  for (const document of documentsNamed(store.db, anchor.document)) {
    const text = documentText(store.db, document) ?? '';
    if (anchor.end > countCodePoints(text)) continue;
    const converter = offsetConverter(text);
    const span = {
      start: converter.toUtf16(codePoint(anchor.start)),
      end: converter.toUtf16(codePoint(anchor.end)),
    };
    if (text.slice(span.start, span.end) === quote) return { document, ...span };
  }
  return null;
}

/**
 * Makes a code's examples those of the file, in its order. Examples of the same words stay, and keep the place that they
 * have where the file names none. Answers with whether anything changed.
 */
export function writeExamples(context: CommandContext, code: Id, entries: readonly ExampleEntry[]): boolean {
  const { store, newId, now } = context;
  const left = examplesOfCode(store.db, code);
  let changes = 0;
  entries.forEach(({ quote, anchor: place }, position) => {
    const anchor = findAnchor(store, quote, place);
    const at = left.findIndex((example) => example.quote === quote);
    const [known] = at === -1 ? [] : left.splice(at, 1);
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
  return changes + left.length > 0;
}
