import { useState } from 'react';
import { correctStrings as say } from '#words/window/correct.ts';
import { strings } from '#words/window/frame.ts';
import type { Id } from '../../../../../shared/model/records.ts';
import { reader } from '../../../../actions/readerHandle.ts';
import { Button } from '../../../../components/Button.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import { TextField } from '../../../../components/TextField.tsx';
import { useRecords } from '../../../../state/records.ts';
import type { OpenDocument } from '../../../../state/records.ts';
import { compareText } from '../../actions/correct.ts';
import type { Comparison } from '../../actions/correct.ts';
import { useTextDraft } from '../../state/textDraft.ts';
import { ReviewDialog } from './ReviewDialog.tsx';
import styles from './correct.module.css';

/** Corrects a text in two steps: an editable copy, and a review of what the change does to the codings. */
export function CorrectTextDialog({ document, onClose }: { document: Id; onClose: () => void }) {
  const open = useRecords((state) => state.open);
  return open?.document.id === document ? <Correction open={open} onClose={onClose} /> : null;
}

function Correction({ open, onClose }: { open: OpenDocument; onClose: () => void }) {
  const { id } = open.document;
  const draft = useTextDraft((state) => (state.draft?.document === id ? state.draft : null));
  const content = draft?.content ?? open.text;
  const reason = draft?.reason ?? '';
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [isComparing, setComparing] = useState(false);
  const write = (change: { content?: string; reason?: string }): void =>
    useTextDraft.setState({ draft: { document: id, content, reason, ...change } });
  const compare = async (): Promise<void> => {
    setComparing(true);
    const answer = await compareText(id, content);
    setComparing(false);
    setComparison(answer ?? null);
  };
  if (comparison)
    return (
      <ReviewDialog
        open={open}
        correction={{ content, reason }}
        comparison={comparison}
        onBack={() => setComparison(null)}
        onClose={onClose}
      />
    );
  const isSame = content === open.text;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={say.title(open.document.name)}
      lead={say.editLead}
      footer={
        <>
          {!isSame && (
            <Button variant="quiet" onPress={() => write({ content: open.text })} className={styles.start}>
              {say.again}
            </Button>
          )}
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" isDisabled={isSame || content === '' || isComparing} onPress={() => void compare()}>
            {isComparing ? say.comparing : say.compare}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextCopy open={open} content={content} onChange={(text) => write({ content: text })} />
        <p role="status" className={styles.note}>
          {isSame ? say.same : content === '' ? say.empty : ''}
        </p>
        <TextField
          label={say.reason}
          placeholder={say.reasonPlaceholder}
          value={reason}
          onChange={(text) => write({ reason: text })}
          maxLength={2000}
          dir="auto"
        />
      </div>
    </Dialog>
  );
}

type TextCopyProps = { open: OpenDocument; content: string; onChange: (content: string) => void };

/** The editable copy. It opens where the reader stands. */
function TextCopy({ open, content, onChange }: TextCopyProps) {
  return (
    <textarea
      aria-label={say.text}
      className={styles.text}
      dir={open.document.direction}
      lang={open.document.language || undefined}
      value={content}
      spellCheck={false}
      rows={18}
      ref={(field) => {
        if (!field || field.dataset['placed'] !== undefined) return;
        field.dataset['placed'] = 'true';
        const caret = Math.min(reader()?.caret() ?? 0, content.length);
        field.focus({ preventScroll: true });
        field.setSelectionRange(caret, caret);
        field.scrollTop = (field.scrollHeight * caret) / Math.max(1, content.length) - field.clientHeight / 3;
      }}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
