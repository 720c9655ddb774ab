import { useEffect, useState } from 'react';
import { codebookStrings as say } from '#words/window/codebook.ts';
import { strings } from '#words/window/frame.ts';
import { othersStrings } from '#words/window/others.ts';
import type { Result } from '../../../../shared/api/contract.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { orNotice, send } from '../../../actions/ask.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { client } from '../../../state/client.ts';
import { codePath, useRecords } from '../../../state/records.ts';
import { useCodebookFocus } from '../state/codebookFocus.ts';
import { CodeChooser } from './CodeChooser.tsx';
import styles from '../../../parts/dialogFields.module.css';

type Preview = { target: Id; counts: Result<'codes.mergePreview'> };

/** Chooses the code that takes all that another one has, and says before what moves. */
export function MergeDialog({ code: source, onClose }: { code: Id; onClose: () => void }) {
  const codes = useRecords((state) => state.codes);
  const asOf = useRecords((state) => state.history);
  const [target, setTarget] = useState<Id | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    if (target === null) return;
    let isCurrent = true;
    void orNotice(() => client().call('codes.mergePreview', { source, target })).then((counts) => {
      if (isCurrent && counts) setPreview({ target, counts });
    });
    return () => {
      isCurrent = false;
    };
  }, [source, target, asOf]);
  const known = preview !== null && preview.target === target ? preview.counts : null;
  const merge = async (): Promise<void> => {
    if (target === null) return;
    onClose();
    if (await send('codes.merge', { source, target })) useCodebookFocus.setState({ code: target });
  };
  // A code cannot go into one that stands below it.
  const isBelow = (code: Id): boolean => {
    for (let at = codes.get(code); at !== undefined; at = at.parent === null ? undefined : codes.get(at.parent)) {
      if (at.id === source) return true;
    }
    return false;
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="medium"
      title={say.mergeTitle(codes.get(source)?.name ?? '')}
      lead={say.mergeLead}
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" isDisabled={known === null} onPress={() => void merge()}>
            {say.mergeButton}
          </Button>
        </>
      }
    >
      <CodeChooser
        label={say.into}
        offers={(code) => !isBelow(code)}
        selected={target}
        onSelect={setTarget}
        onTake={(code) => {
          if (known !== null && code === target) void merge();
        }}
      />
      <div role="status" className={styles.preview}>
        {known && (
          <>
            <p>{say.mergeMoved(known.moved, known.documents, target === null ? '' : codePath(codes, target))}</p>
            {known.doubled > 0 && <p>{say.mergeDoubled(known.doubled)}</p>}
            {known.children + known.variables + known.examples > 0 && (
              <p>{say.mergeBelow(known.children, known.variables, known.examples)}</p>
            )}
            {known.shares.length > 0 && <p>{othersStrings.shares(known.shares)}</p>}
          </>
        )}
      </div>
    </Dialog>
  );
}
