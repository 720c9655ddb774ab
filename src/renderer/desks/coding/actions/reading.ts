import { readingStrings as say } from '#words/window/reading.ts';
import { foldText } from '../../../../shared/text/folding.ts';
import { codePoint, offsetConverter } from '../../../../shared/text/offsets.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { uncodedParagraph } from '../../../editor/uncoded.ts';
import { shownAnnotations, useReaderFilter } from '../../../state/readerFilter.ts';
import { useRecords } from '../../../state/records.ts';
import { notify, useUi } from '../../../state/ui.ts';
import { applyCode } from './coding.ts';

/** The longest name that a code can have, in UTF-16 code units. */
const longestName = 300;

/** Makes a code of the selected words, or takes the top code of that name, and applies it to them. */
export function codeInVivo(): void {
  const { open, codes } = useRecords.getState();
  const { selection } = useUi.getState();
  if (!open || !selection) return;
  const name = open.text.slice(selection.start, selection.end).replace(/\s+/gu, ' ').trim();
  if (name === '') return;
  if (name.length > longestName) {
    notify('info', say.nameTooLong);
    return;
  }
  const known = [...codes.values()].find(
    (code) => code.parent === null && !code.archived && foldText(code.name) === foldText(name),
  );
  applyCode(known ? known.id : { name, parent: null });
}

/** Selects the next paragraph of the open text that has no coding. */
export function goToUncodedParagraph(): void {
  const { open } = useRecords.getState();
  const here = reader()?.caret();
  if (!open || here === undefined) return;
  const paragraph = uncodedParagraph(
    open.text,
    shownAnnotations(useRecords.getState(), useReaderFilter.getState()).values(),
    here,
  );
  if (paragraph) reader()?.select(paragraph.start, paragraph.end, { scroll: true, focus: true });
  else notify('info', say.allCoded);
}

/** Puts the caret at an offset of the open text, in Unicode code points. */
export function goToOffset(offset: number): void {
  const { open } = useRecords.getState();
  if (!open) return;
  const converter = offsetConverter(open.text);
  const at = converter.toUtf16(codePoint(Math.max(0, Math.min(converter.codePoints, Math.trunc(offset)))));
  reader()?.select(at, at, { scroll: true, focus: true });
}
