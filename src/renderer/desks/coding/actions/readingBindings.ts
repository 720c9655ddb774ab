import type { ActionId } from '../../../../shared/actions.ts';
import { inBackground } from '../../../actions/ask.ts';
import type { Binding } from '../../../actions/binding.ts';
import { activeAnnotation, canCode, hasDocument } from '../../../actions/conditions.ts';
import { canResize } from './readerBindings.ts';
import { stepMeasure } from '../../../actions/view.ts';
import { openDialog } from '../../../state/ui.ts';
import { isComparing, stepDifference, toggleComparison } from './comparing.ts';
import { toggleFocusMode } from './focusMode.ts';
import { startLink } from './links.ts';
import { codeInVivo, goToUncodedParagraph } from './reading.ts';
import { doubleOf, unite } from './unite.ts';

/** Reading and coding at the desk. */
export const readingBindings = {
  'code.inVivo': { run: codeInVivo, enabled: canCode },
  'go.uncodedParagraph': { run: goToUncodedParagraph, enabled: hasDocument },
  'go.offset': { run: () => openDialog({ kind: 'goToOffset' }), enabled: hasDocument },
  'view.focusMode': { run: toggleFocusMode, enabled: hasDocument },
  'view.compare': { run: toggleComparison, enabled: hasDocument },
  'go.nextDifference': { run: () => stepDifference(1), enabled: isComparing },
  'go.previousDifference': { run: () => stepDifference(-1), enabled: isComparing },
  'code.link': { run: startLink, enabled: canResize },
  'code.unite': {
    run: () => {
      const coding = activeAnnotation();
      if (coding) inBackground(() => unite(coding));
    },
    enabled: () => canResize() && doubleOf(activeAnnotation()) !== null,
  },
  'view.measureWider': { run: () => stepMeasure(1) },
  'view.measureNarrower': { run: () => stepMeasure(-1) },
  'view.measureReset': { run: () => stepMeasure(0) },
} satisfies Partial<Record<ActionId, Binding>>;
