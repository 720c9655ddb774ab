import { useState } from 'react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import { strings } from '#words/window/frame.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { send } from '../../../actions/ask.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { useRecords } from '../../../state/records.ts';
import { VariableFields } from './VariableFields.tsx';
import { draftOf, emptyVariable, readDraft } from './variableDraft.ts';
import styles from '../../../parts/dialogFields.module.css';

type VariableDialogProps = {
  /** Null: a new one. */
  variable: Id | null;
  /** The code whose passages it is asked for; null: it is asked of articles. */
  code: Id | null;
  onClose: () => void;
};

/** Makes a variable or changes one; what the program refuses stays here to be mended. */
export function VariableDialog({ variable, code, onClose }: VariableDialogProps) {
  const variables = useRecords((state) => state.variables);
  const codeName = useRecords((state) => (code === null ? null : (state.codes.get(code)?.name ?? '')));
  const known = variable === null ? undefined : variables.get(variable);
  const [draft, setDraft] = useState(() => (known ? draftOf(known) : emptyVariable));
  const [problem, setProblem] = useState('');
  const others = [...variables.values()].filter(
    (other) => other.id !== variable && (other.scope !== 'passage' || other.code === code),
  );
  const save = async (): Promise<void> => {
    const read = readDraft(draft, (id) => variables.get(id)?.level);
    if ('problem' in read) {
      setProblem(read.problem);
      return;
    }
    setProblem('');
    const scope = code === null ? ('document' as const) : ('passage' as const);
    const saved = known
      ? await send('variables.update', { variable: known.id, ...read.fields })
      : await send('variables.create', { scope, code, ...read.fields });
    if (saved) onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      size="medium"
      title={known ? say.variableEdit(known.name) : say.variableNew}
      lead={codeName === null ? say.articleVariables : say.codeVariables(codeName)}
      submitLabel={known ? strings.common.save : say.create}
      onSubmit={() => void save()}
      remark={
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      }
    >
      <VariableFields draft={draft} others={others} onChange={(part) => setDraft((now) => ({ ...now, ...part }))} />
    </FormDialog>
  );
}
