import type { ActionId } from '../../shared/actions.ts';
import { useRecords } from '../state/records.ts';
import { useReliability } from '../state/reliability.ts';
import { start } from './attempt.ts';
import type { Binding } from './bindings.ts';
import { cancelMeasuring, copyMethods, goToReliability, measureAgreement } from './reliability.ts';

const hasProject = (): boolean => Boolean(useRecords.getState().status?.project);
const isMeasuring = (): boolean => useReliability.getState().running !== null;

/** The Reliability view, and what is done in it. */
export const reliabilityBindings = {
  'view.reliability': { run: goToReliability, enabled: hasProject },
  'reliability.measure': { run: () => start(measureAgreement), enabled: () => hasProject() && !isMeasuring() },
  'reliability.cancel': { run: () => start(cancelMeasuring), enabled: isMeasuring },
  'reliability.copyMethods': {
    run: () => start(copyMethods),
    enabled: () => useReliability.getState().measured !== null,
  },
} satisfies Partial<Record<ActionId, Binding>>;
