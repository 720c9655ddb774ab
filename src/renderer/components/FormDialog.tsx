import { useId } from 'react';
import type { ReactNode } from 'react';
import { strings } from '#words/window/frame.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import type { DialogProps } from './Dialog.tsx';
import styles from './FormDialog.module.css';

export type FormDialogProps = Pick<DialogProps, 'onClose' | 'title' | 'lead' | 'size'> & {
  /** What the main button says. */
  submitLabel: string;
  /** Whether the form can be sent as it is filled in; the main button shows it. */
  canSubmit?: boolean;
  onSubmit: () => void;
  /** Other buttons, between Cancel and the main one. */
  otherActs?: ReactNode;
  /** Stands before the buttons. */
  remark?: ReactNode;
  /** Stands under the form and is no part of it. */
  below?: ReactNode;
  /** The fields, one under the other. */
  children: ReactNode;
};

/** A dialog that is one form: Enter in a field and the main button send it, Cancel leaves all as it was. */
export function FormDialog(props: FormDialogProps) {
  const { onClose, submitLabel, canSubmit = true, onSubmit, otherActs, remark, below, children, ...dialog } = props;
  const form = useId();
  return (
    <Dialog
      {...dialog}
      isOpen
      onClose={onClose}
      footer={
        <>
          {remark}
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          {otherActs}
          <Button variant="primary" type="submit" form={form} isDisabled={!canSubmit}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (canSubmit) onSubmit();
        }}
      >
        {children}
      </form>
      {below}
    </Dialog>
  );
}
