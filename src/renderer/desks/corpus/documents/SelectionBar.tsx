import { roundStrings as say } from '#words/window/rounds.ts';
import { runAction } from '../../../actions/registry.ts';
import { Button } from '../../../components/Button.tsx';
import { SelectionBar as Bar } from '../../../components/SelectionBar.tsx';
import { selectDocuments, useDocumentSelection } from '../../../state/documentSelection.ts';
import { useRecords } from '../../../state/records.ts';
import spoken from '../../../components/spoken.module.css';

/** How many documents are selected, and what can be done with all of them. */
export function SelectionBar() {
  const count = useDocumentSelection((state) => state.ids.size);
  const readOnly = useRecords((state) => state.status?.project?.readOnly ?? true);
  return (
    <>
      <span role="status" className={spoken.spoken}>
        {count > 0 && say.selected(count)}
      </span>
      {count > 0 && (
        <Bar
          label={say.selection}
          count={say.selected(count)}
          clearLabel={say.clearSelection}
          onClear={() => selectDocuments([])}
        >
          <Button variant="quiet" isDisabled={readOnly} onPress={() => runAction('documents.setStatus')}>
            {say.setStatus}
          </Button>
          <Button variant="quiet" isDisabled={readOnly} onPress={() => runAction('documents.assign')}>
            {say.give}
          </Button>
          <Button variant="quietDanger" isDisabled={readOnly} onPress={() => runAction('documents.remove')}>
            {say.remove}
          </Button>
        </Bar>
      )}
    </>
  );
}
