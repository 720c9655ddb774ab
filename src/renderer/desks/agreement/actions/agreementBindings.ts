import type { ActionId } from '../../../../shared/actions.ts';
import type { DisputedUnit } from '../../../../shared/api/reliability.ts';
import { inBackground } from '../../../actions/ask.ts';
import type { Binding } from '../../../actions/binding.ts';
import { canChange, hasProject } from '../../../actions/conditions.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { currentBlindRound } from '../../../state/blindness.ts';
import { openDialog, useUi } from '../../../state/ui.ts';
import { chosenUnit, unitKey, useDisagreements } from '../state/disagreements.ts';
import { isNothingChosen, useAgreement } from '../state/measuring.ts';
import { markUnit, openUnit, reopenUnit, settleUnit } from './disagreements.ts';
import { stepMarked } from './markedDisagreements.ts';
import { cancelMeasuring, copyMethods, goToAgreement, measureAgreement } from './measuring.ts';

/** An act on the disagreement that is chosen; `canDo` may ask more of it. */
function onUnit(act: (unit: DisputedUnit) => void, canDo: (unit: DisputedUnit) => boolean = canChange): Binding {
  return {
    run: () => {
      const unit = chosenUnit();
      if (unit) act(unit);
    },
    enabled: () => {
      const unit = chosenUnit();
      return unit !== null && useUi.getState().view === 'reliability' && currentBlindRound() === null && canDo(unit);
    },
  };
}

/** Settles the chosen disagreement as the coder in this place has it. */
const asCoder = (place: number): Binding =>
  onUnit(
    (unit) => settleUnit(unit, unit.sides[place] ?? null),
    (unit) => canChange() && unit.sides[place] !== undefined,
  );

/** Whether there are figures that whoever acts may see: those of before are not for somebody who codes blind. */
const hasFigures = (): boolean => useAgreement.getState().measured !== null && currentBlindRound() === null;

const isMeasuring = (): boolean => useAgreement.getState().running !== null;

/** The Reliability view, and what is done in it. */
export const agreementBindings = {
  'help.reliability': { run: () => openDialog({ kind: 'reliabilityHelp' }) },
  'view.reliability': { run: goToAgreement, enabled: hasProject },
  'reliability.measure': {
    run: () => inBackground(measureAgreement),
    enabled: () => hasProject() && !isMeasuring() && !isNothingChosen(useAgreement.getState()),
  },
  'reliability.cancel': { run: () => inBackground(cancelMeasuring), enabled: isMeasuring },
  'reliability.copyMethods': {
    run: () => inBackground(copyMethods),
    enabled: hasFigures,
  },
  'reliability.export': {
    run: () => openDialog({ kind: 'exportAgreement' }),
    enabled: hasFigures,
  },
  'reliability.startAgreed': { run: () => withCoder(() => openDialog({ kind: 'startAgreed' })), enabled: canChange },
  'reliability.nextMarked': { run: () => inBackground(() => stepMarked(1)), enabled: hasProject },
  'reliability.previousMarked': { run: () => inBackground(() => stepMarked(-1)), enabled: hasProject },
  'reliability.openPassage': onUnit(
    (unit) => inBackground(() => openUnit(unit)),
    () => true,
  ),
  'reliability.unclearRule': onUnit((unit) => markUnit(unit, 'unclear-rule')),
  'reliability.slip': onUnit((unit) => markUnit(unit, 'slip')),
  'reliability.discuss': onUnit((unit) => useDisagreements.setState({ discussed: unitKey(unit) })),
  'reliability.takeFirst': asCoder(0),
  'reliability.takeSecond': asCoder(1),
  'reliability.takeNeither': onUnit((unit) => settleUnit(unit, null)),
  'reliability.reopen': onUnit(reopenUnit, (unit) => canChange() && unit.mark?.resolved != null),
} satisfies Partial<Record<ActionId, Binding>>;
