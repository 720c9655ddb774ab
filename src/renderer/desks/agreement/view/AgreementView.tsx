import { useDisagreements } from '../state/disagreements.ts';
import { MeasureForm } from './MeasureForm.tsx';
import { Results } from './Results.tsx';
import styles from './AgreementView.module.css';

/** How well coders agree: what is to be measured, and what came out. */
export function AgreementView() {
  const hasFigure = useDisagreements((state) => state.figure !== null);
  return (
    <div className={styles.view} data-figure={hasFigure || undefined}>
      <div data-region="reliabilityForm" className={styles.form}>
        <MeasureForm />
      </div>
      <div data-region="reliabilityResults" className={styles.results}>
        <Results />
      </div>
    </div>
  );
}
