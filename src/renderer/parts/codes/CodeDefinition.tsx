import { useRef, useState } from 'react';
import { codesStrings as say } from '#words/window/codes.ts';
import type { CodeNode } from '../../../shared/model/codeTree.ts';
import { Button } from '../../components/Button.tsx';
import styles from './CodeDefinition.module.css';

export type CodeDefinitionProps = {
  node: CodeNode;
  readOnly: boolean;
  isEditing: boolean;
  onEdit: () => void;
  /** The editor is done: with another text, or null when nothing changed. `byKey`: the focus goes back to the row. */
  onDone: (definition: string | null, byKey: boolean) => void;
};

/** What the selected code means, under the tree; to be read while coding, and edited in place. */
export function CodeDefinition({ node, readOnly, isEditing, onEdit, onDone }: CodeDefinitionProps) {
  const { code } = node;
  const isEmpty = code.definition.trim() === '';
  if (isEmpty && readOnly) return null;
  return (
    <div role="group" aria-label={say.definitionOf(code.name)} className={styles.panel}>
      <div className={styles.head}>
        <bdi className={styles.path}>{node.path}</bdi>
        {!readOnly && !isEditing && (
          <Button variant="quiet" className={styles.edit} onPress={onEdit}>
            {isEmpty ? say.writeDefinition : say.edit}
          </Button>
        )}
      </div>
      {isEditing ? (
        <Editor key={code.id} label={say.definitionOf(code.name)} initial={code.definition} onDone={onDone} />
      ) : (
        <p dir="auto" className={isEmpty ? styles.none : styles.text} onDoubleClick={readOnly ? undefined : onEdit}>
          {isEmpty ? say.noDefinition : code.definition}
        </p>
      )}
    </div>
  );
}

type EditorProps = { label: string; initial: string; onDone: CodeDefinitionProps['onDone'] };

function Editor({ label, initial, onDone }: EditorProps) {
  const [typed, setTyped] = useState(initial);
  const isDone = useRef(false);
  const finish = (takes: boolean, byKey: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(takes && typed.trim() !== initial ? typed.trim() : null, byKey);
  };
  return (
    <textarea
      dir="auto"
      rows={5}
      maxLength={20_000}
      aria-label={label}
      className={styles.editor}
      autoFocus
      value={typed}
      onFocus={({ currentTarget }) => currentTarget.setSelectionRange(initial.length, initial.length)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => finish(true, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') finish(false, true);
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(true, true);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
