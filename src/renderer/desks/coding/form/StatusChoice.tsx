import { Check, CircleDashed, CircleDot, Pause } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { formStrings as say } from '#words/window/form.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { statusSchema } from '../../../../shared/model/variables.ts';
import type { WorkStatus } from '../../../../shared/model/variables.ts';
import { useKeysOf } from '../../../actions/shownKeys.ts';
import { Tooltip } from '../../../components/Tooltip.tsx';
import { progressOf } from '../../../state/records.ts';
import type { OpenDocument } from '../../../state/records.ts';
import { setStatus } from '../actions/form.ts';
import styles from './StatusChoice.module.css';

const marks: Record<WorkStatus, ReactNode> = {
  'to-do': <CircleDashed />,
  working: <CircleDot />,
  done: <Check />,
  'set-aside': <Pause />,
};

export type StatusChoiceProps = { open: OpenDocument; coder: Id | null; readOnly: boolean };

/** How far the coder is with the article. */
export function StatusChoice({ open, coder, readOnly }: StatusChoiceProps) {
  const keys: Partial<Record<WorkStatus, string | undefined>> = {
    done: useKeysOf('form.done'),
    'set-aside': useKeysOf('form.setAside'),
  };
  const progress = progressOf(open, coder);
  const status = progress?.status ?? 'to-do';
  return (
    <div className={styles.choice}>
      <ToggleButtonGroup
        aria-label={say.status}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[status]}
        onSelectionChange={([chosen]) => {
          const parsed = statusSchema.safeParse(chosen);
          if (parsed.success) setStatus(parsed.data);
        }}
        isDisabled={readOnly}
        className={styles.group}
      >
        {statusSchema.options.map((option) => (
          <Tooltip key={option} text={say.statuses[option]} keys={keys[option]}>
            <ToggleButton id={option} className={styles.option}>
              <span aria-hidden="true" className={styles.mark}>
                {marks[option]}
              </span>
              {say.statuses[option]}
            </ToggleButton>
          </Tooltip>
        ))}
      </ToggleButtonGroup>
      {progress && progress.reason !== '' && (
        <p className={styles.reason} dir="auto">
          {progress.reason}
        </p>
      )}
    </div>
  );
}
