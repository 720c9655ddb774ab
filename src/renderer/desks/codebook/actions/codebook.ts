import { codebookStrings as say } from '#words/window/codebook.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { send } from '../../../actions/ask.ts';
import { activeAnnotation, canChange } from '../../../actions/conditions.ts';
import { sendFocus } from '../../../actions/sendFocus.ts';
import { focusRegion } from '../../../actions/view.ts';
import { useRecords } from '../../../state/records.ts';
import { notify, openDialog, useUi } from '../../../state/ui.ts';
import { useCodebookFocus } from '../state/codebookFocus.ts';

/** Opens the codebook view, at a code if one is named, and puts the focus into its tree. */
export function goToCodebook(code?: Id): void {
  // Who is there already stays at the code that is chosen.
  const chosen = code ?? (useUi.getState().view === 'codebook' ? undefined : activeAnnotation()?.code);
  if (chosen !== undefined) useCodebookFocus.setState({ code: chosen });
  useUi.setState({ view: 'codebook' });
  focusRegion('codebookTree');
}

/** How many frames the list of work to check may take to appear: it is asked for, and the core may be busy. */
const patience = 600;

/** Goes to the work that is to be checked again: to the row that was left, or to the first. */
export function goToStaleWork(): void {
  if (useRecords.getState().versions.length === 0) {
    notify('info', say.noVersionYet);
    return;
  }
  const { staleRow } = useCodebookFocus.getState();
  useUi.setState({ view: 'codebook' });
  const take = (): boolean => {
    const list = document.querySelector('[data-stale-work]');
    const rows = [...(list?.querySelectorAll<HTMLElement>('[data-work]') ?? [])];
    const row = rows.find(({ dataset }) => dataset.work === staleRow) ?? rows[0];
    row?.focus();
    if (list && !row) notify('info', say.noStale);
    return list !== null;
  };
  sendFocus(take, { frames: patience, isMeant: () => useUi.getState().view === 'codebook' });
}

/** The code that is chosen in the codebook view, while that is open. */
export function chosenCode(): Id | null {
  const { code } = useCodebookFocus.getState();
  return useUi.getState().view === 'codebook' && code !== null && useRecords.getState().codes.has(code) ? code : null;
}

export const canChangeChosen = (): boolean => canChange() && chosenCode() !== null;

/** Opens the dialog of an act on the chosen code. */
export function askAboutChosen(kind: 'mergeCode' | 'splitCode'): void {
  const code = chosenCode();
  if (code !== null) openDialog({ kind, code });
}

/** The code that the selected passage is an example of: that of the chosen coding, or of the coding that covers it. */
function exampleTarget(): { code: Id; span: { start: number; end: number } } | null {
  const { open } = useRecords.getState();
  const { selection } = useUi.getState();
  const active = activeAnnotation();
  if (!open) return null;
  if (active) return { code: active.code, span: selection ?? active };
  if (!selection) return null;
  const covers = [...open.annotations.values()]
    .filter(({ start, end }) => start <= selection.start && end >= selection.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  return covers[0] ? { code: covers[0].code, span: selection } : null;
}

/** Adds the selected passage to the examples of its coding's code. */
export async function takeExample(): Promise<void> {
  const { open, codes } = useRecords.getState();
  const target = exampleTarget();
  if (!open || !target) {
    notify('info', say.exampleNeedsCoding);
    return;
  }
  const { start, end } = target.span;
  const taken = await send('examples.create', {
    code: target.code,
    anchor: { document: open.document.id, start, end },
  });
  if (taken) notify('info', say.exampleTaken(codes.get(target.code)?.name ?? ''));
}
