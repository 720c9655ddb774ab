import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { strings } from '../strings/strings.ts';
import styles from './ReportTable.module.css';

/** Every fault of a codebook file that was refused, a line each, with its row or line in the file. */
export function CodebookFaultsDialog({ faults, onClose }: { faults: readonly string[]; onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="medium"
      title={strings.codebook.faultsTitle}
      lead={strings.codebook.faultsLead(faults.length)}
      closeLabel={strings.common.close}
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          {strings.common.close}
        </Button>
      }
    >
      <ul aria-label={strings.codebook.faults} className={styles.list}>
        {faults.map((fault, index) => (
          <li key={index}>
            <span>{fault}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
