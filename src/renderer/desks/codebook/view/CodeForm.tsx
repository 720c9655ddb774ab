import { BookMarked } from 'lucide-react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Code } from '../../../../shared/model/records.ts';
import { sendTyped } from '../../../actions/ask.ts';
import { toggleArchived, codeActs } from '../../../actions/codeActs.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { SavedTextField } from '../../../parts/SavedTextField.tsx';
import { codePath, useRecords } from '../../../state/records.ts';
import { openDialog } from '../../../state/ui.ts';
import { CodeLook } from './CodeLook.tsx';
import { CodeName } from './CodeName.tsx';
import { ExampleList } from './ExampleList.tsx';
import { ExclusiveSetField } from './ExclusiveSetField.tsx';
import styles from './CodeForm.module.css';

type CodeFormProps = { code: Code | undefined; readOnly: boolean };

/** The rules of the chosen code. Texts save themselves when they are left, and after a pause in typing. */
export function CodeForm({ code, readOnly }: CodeFormProps) {
  const codes = useRecords((state) => state.codes);
  if (!code)
    return (
      <EmptyState icon={<BookMarked />} title={say.chooseCode}>
        {say.chooseCodeText}
      </EmptyState>
    );
  const change = (fields: Partial<Pick<Code, 'name' | 'definition' | 'include' | 'exclude'>>): Promise<boolean> =>
    sendTyped('codes.update', { code: code.id, ...fields });
  const above = code.parent === null ? null : codePath(codes, code.parent);
  return (
    <form aria-label={say.form} className={styles.form} onSubmit={(event) => event.preventDefault()}>
      {above !== null && <bdi className={styles.above}>{above}</bdi>}
      <CodeName code={code} readOnly={readOnly} save={(name) => change({ name })} />
      {code.archived && <p className={styles.none}>{say.archivedNote}</p>}
      {(['definition', 'include', 'exclude'] as const).map((field) => (
        <SavedTextField
          key={field}
          label={say[field]}
          placeholder={say[`${field}Hint`]}
          rows={field === 'definition' ? 4 : 3}
          maxLength={20_000}
          saved={code[field]}
          isReadOnly={readOnly}
          save={(text) => change({ [field]: text })}
        />
      ))}
      <CodeLook code={code} readOnly={readOnly} />
      <ExclusiveSetField code={code} readOnly={readOnly} />
      <ExampleList code={code} readOnly={readOnly} />
      {!readOnly && <CodeButtons code={code} />}
    </form>
  );
}

function CodeButtons({ code }: { code: Code }) {
  return (
    <div className={styles.buttons}>
      <Button onPress={() => openDialog({ kind: 'mergeCode', code: code.id })}>{say.merge}</Button>
      <Button onPress={() => openDialog({ kind: 'splitCode', code: code.id })}>{say.split}</Button>
      <Button onPress={() => toggleArchived(code.id)}>{code.archived ? say.unarchive : say.archive}</Button>
      <Button variant="danger" onPress={() => codeActs.remove(code.id)}>
        {say.remove}
      </Button>
    </div>
  );
}
