import type { ActionId } from '../../../../shared/actions.ts';
import { inBackground } from '../../../actions/ask.ts';
import type { Binding } from '../../../actions/binding.ts';
import { activeAnnotation, canChange, canCode, hasDocument } from '../../../actions/conditions.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { startMemo, startNewCode } from '../../../actions/view.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { openDialog, useUi } from '../../../state/ui.ts';
import { afterCoding, isCoding, openPicker, removeAnnotation, repeatLastCode } from './coding.ts';
import { canMoveToSelection, copyWithSource, hasPassage, moveToSelection, startChangeCode } from './passage.ts';
import { canResize, move, resize } from './readerBindings.ts';
import { stepDocument } from './stepDocument.ts';

export const codeBindings = {
  'code.pick': { run: () => openPicker('', reader()?.selectionRect() ?? null), enabled: canCode },
  'code.repeatLast': { run: repeatLastCode, enabled: () => canCode() && useUi.getState().recentCodes.length > 0 },
  'code.new': { run: startNewCode, enabled: canChange },
  'code.change': { run: () => afterCoding(startChangeCode), enabled: () => canResize() || isCoding() },
  'code.copyWithSource': { run: () => inBackground(copyWithSource), enabled: hasPassage },
  'code.trim': { run: () => withCoder(() => openDialog({ kind: 'trim' })), enabled: canChange },
  'code.toSelection': { run: moveToSelection, enabled: canMoveToSelection },
  'code.memo': { run: startMemo, enabled: () => activeAnnotation() !== null },
  'code.remove': {
    run: () => {
      const annotation = activeAnnotation();
      if (annotation) inBackground(() => removeAnnotation(annotation.id));
    },
    enabled: canResize,
  },
  'code.startEarlier': resize('startEarlier'),
  'code.startLater': resize('startLater'),
  'code.endEarlier': resize('endEarlier'),
  'code.endLater': resize('endLater'),
  'code.startEarlierByCharacter': resize('startEarlierByCharacter'),
  'code.startLaterByCharacter': resize('startLaterByCharacter'),
  'code.endEarlierByCharacter': resize('endEarlierByCharacter'),
  'code.endLaterByCharacter': resize('endLaterByCharacter'),
} satisfies Partial<Record<ActionId, Binding>>;

/** Selecting in the text. */
export const selectBindings = {
  'edit.find': move('findInText'),
  'select.sentence': move('selectSentence'),
  'select.paragraph': move('selectParagraph'),
  'select.extendSentence': move('extendSentence'),
  'select.extendWord': move('extendWord'),
  'select.shrinkWord': move('shrinkWord'),
} satisfies Partial<Record<ActionId, Binding>>;

export const goBindings = {
  'go.nextSentence': move('nextSentence'),
  'go.previousSentence': move('previousSentence'),
  'go.nextParagraph': move('nextParagraph'),
  'go.previousParagraph': move('previousParagraph'),
  'go.nextAnnotation': move('nextAnnotation'),
  'go.previousAnnotation': move('previousAnnotation'),
  'go.nextDocument': { run: () => inBackground(() => stepDocument(1, false)), enabled: hasDocument },
  'go.previousDocument': { run: () => inBackground(() => stepDocument(-1, false)), enabled: hasDocument },
  'go.nextUncoded': { run: () => inBackground(() => stepDocument(1, true)), enabled: hasDocument },
} satisfies Partial<Record<ActionId, Binding>>;
