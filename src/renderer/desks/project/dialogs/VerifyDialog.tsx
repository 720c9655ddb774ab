import { strings } from '#words/window/frame.ts';
import type { Problem } from '../../../../shared/api/project.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import styles from '../../../parts/ReportTable.module.css';

export function VerifyDialog({ problems, onClose }: { problems: readonly Problem[]; onClose: () => void }) {
  const isGood = problems.length === 0;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={strings.verify.title}
      lead={isGood ? strings.verify.ok : strings.verify.problems(problems.length)}
      size={isGood ? 'small' : 'medium'}
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          {strings.common.close}
        </Button>
      }
    >
      {!isGood && (
        <ul aria-label={strings.verify.list} className={styles.list}>
          {problems.map((problem, index) => (
            <li key={index}>
              <strong>{problem.document === '' ? strings.verify.wholeFile : problem.document}</strong>
              <span>{problem.message}</span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
