import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { strings } from '#words/window/frame.ts';
import { IconButton } from './IconButton.tsx';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

export type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  /** Its heading and accessible name. */
  title: string;
  /** One line under the title. */
  lead?: ReactNode;
  /** `small` 400 px, `medium` 560 px, `large` 880 px, never more than the window. */
  size?: 'small' | 'medium' | 'large';
  children?: ReactNode;
  /** The buttons, the main one last. */
  footer?: ReactNode;
  role?: 'dialog' | 'alertdialog';
};

export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, lead, size = 'small', children, footer, role = 'dialog' } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className={styles.overlay}
    >
      <Modal className={classes(styles.modal, styles[size])}>
        <AriaDialog role={role} className={styles.dialog}>
          <header className={styles.header}>
            <div>
              <Heading slot="title" className={styles.title}>
                {title}
              </Heading>
              {lead !== undefined && <p className={styles.lead}>{lead}</p>}
            </div>
            <IconButton label={strings.common.close} keys="Escape" icon={<X />} onPress={onClose} />
          </header>
          {children !== undefined && <div className={styles.body}>{children}</div>}
          {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
