import { strings } from '#words/window/frame.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import styles from '../../../parts/ReportTable.module.css';

/** Every fault of a codebook file that was refused, a line each, with its row or line in the file. */
export function CodebookFaultsDialog({ faults, onClose }: { faults: readonly string[]; onClose: () => void }) {
  const { faultsTitle, faultsLead, faults: label } = strings.codebook;
  return <Lines title={faultsTitle} lead={faultsLead(faults.length)} label={label} lines={faults} onClose={onClose} />;
}

/** What of a foreign codebook was taken in another way than its file has it, a line each. */
export function CodebookChangesDialog({ changes, onClose }: { changes: readonly string[]; onClose: () => void }) {
  const { changesTitle, changesLead, changes: label } = strings.codebook;
  const lead = changesLead(changes.length);
  return <Lines title={changesTitle} lead={lead} label={label} lines={changes} onClose={onClose} />;
}

type LinesProps = { title: string; lead: string; label: string; lines: readonly string[]; onClose: () => void };

function Lines({ title, lead, label, lines, onClose }: LinesProps) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="medium"
      title={title}
      lead={lead}
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          {strings.common.close}
        </Button>
      }
    >
      <ul aria-label={label} className={styles.list}>
        {lines.map((line, index) => (
          <li key={index}>
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
