import type { Arguments } from '../../shared/api/contract.ts';
import { client } from '../state/client.ts';
import { useReliability } from '../state/reliability.ts';
import type { ReliabilityChoice } from '../state/reliability.ts';
import { notify, useUi } from '../state/ui.ts';
import { reliability as say } from '../strings/reliability.ts';
import { attempt } from './attempt.ts';
import { copyText } from './copy.ts';
import { focusRegion } from './view.ts';

/** Opens the Reliability view and puts the focus into its form. */
export function goToReliability(): void {
  useUi.setState({ view: 'reliability' });
  focusRegion('reliabilityForm');
}

/** What a choice asks of the program. */
export function askedFor(choice: ReliabilityChoice): Arguments<'reliability.run'> {
  const { of, unit, codes, variables, round, draws, seed } = choice;
  return {
    draws,
    seed,
    ...(round !== null && { round }),
    ...(of === 'variables'
      ? { unit: 'document', variables: [...(variables ?? [])] }
      : { unit, ...(codes !== null && { codes: [...codes] }) }),
  };
}

/** Measures agreement as the form says; what was measured before stays until the new figures are there. */
export async function measureAgreement(): Promise<void> {
  const { choice, running } = useReliability.getState();
  if (running) return;
  useUi.setState({ view: 'reliability' });
  useReliability.setState({ running: { task: null } });
  const started = Date.now();
  const report = await attempt(() =>
    client().run('reliability.run', askedFor(choice), (task) => {
      if (useReliability.getState().running) useReliability.setState({ running: { task } });
    }),
  );
  // Another project may have been opened meanwhile; then the form has forgotten that it asked.
  if (!useReliability.getState().running) return;
  useReliability.setState({ running: null });
  if (report) useReliability.setState({ measured: { choice, report, at: started, isStale: false } });
}

/** Stops the measuring that goes on. */
export async function cancelMeasuring(): Promise<void> {
  const task = useReliability.getState().running?.task;
  if (task) await attempt(() => client().call('tasks.cancel', { task: task.id }));
}

/** Puts the methods paragraph on the clipboard. */
export async function copyMethods(): Promise<void> {
  const { measured } = useReliability.getState();
  if (!measured) return;
  const done = await copyText(measured.report.methods);
  notify(done ? 'info' : 'error', done ? say.copied : say.notCopied);
}
