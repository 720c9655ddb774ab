import { reader } from '../../../actions/readerHandle.ts';
import { sendFocus } from '../../../actions/sendFocus.ts';
import { useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';

/**
 * Shows the text with its margin alone, or the whole window again. The reader is made anew in its other place, where it
 * takes up what it showed and what was selected; the focus goes to it.
 */
function setFocusMode(isOn: boolean): void {
  const { focusMode } = useUi.getState();
  const before = reader();
  const { open } = useRecords.getState();
  if (focusMode === isOn || !before || !open) {
    useUi.setState({ focusMode: isOn && open !== null });
    return;
  }
  useUi.setState({ focusMode: isOn, view: 'code', pane: 'reader' });
  sendFocus(() => {
    const now = reader();
    if (now === null || now === before) return false;
    now.focus();
    return true;
  });
}

export function toggleFocusMode(): void {
  setFocusMode(!useUi.getState().focusMode);
}

/** Escape, where nothing else has taken it: no selection to drop, no dialog, no menu. */
export function leaveOnEscape(event: KeyboardEvent): void {
  const { dialog, picker } = useUi.getState();
  if (event.key !== 'Escape' || event.defaultPrevented || dialog !== null || picker !== null) return;
  if (document.querySelector('[role=menu], [role=listbox], [role=dialog], [role=alertdialog]')) return;
  event.preventDefault();
  setFocusMode(false);
}
