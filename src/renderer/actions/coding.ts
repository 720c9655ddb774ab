import type { Annotation, Code, Id } from '../../shared/model/records.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { currentProject, useRecords } from '../state/records.ts';
import { quietly } from '../state/store.ts';
import { notify, openDialog, useUi } from '../state/ui.ts';
import { codebookView as say } from '../strings/codebookView.ts';
import { send } from './attempt.ts';
import { toggleArchived, warnOfExcluded } from './codebook.ts';
import { reader } from './readerHandle.ts';
import { offerToUnite } from './unite.ts';

type NewCode = { name: string; parent: Id | null };

/** Whether this project takes changes. */
export function canChange(): boolean {
  const project = currentProject();
  return project !== null && !project.readOnly;
}

/** Whether a passage is selected that a code could be applied to. */
export function canCode(): boolean {
  return canChange() && useUi.getState().selection !== null && useRecords.getState().open !== null;
}

/** Runs `then` at once when it is known who codes, otherwise after the user has said so. */
export function withCoder(then: () => void): void {
  if (useRecords.getState().status?.coder) then();
  else openDialog({ kind: 'coder', then });
}

function remember(code: Id): void {
  useUi.setState(({ recentCodes }) => ({
    recentCodes: [code, ...recentCodes.filter((recent) => recent !== code)].slice(0, 20),
  }));
}

/** Applies a code, or a code made by the same act, to the selected passage. The selection stays where it is. */
export function applyCode(code: Id | NewCode): void {
  const { selection } = useUi.getState();
  const { open } = useRecords.getState();
  if (!selection || !open || !canChange()) return;
  const known = typeof code === 'string' ? useRecords.getState().codes.get(code) : undefined;
  if (known?.archived === true) {
    notify('info', say.archivedCode(known.name));
    return;
  }
  withCoder(() => void create(open.document.id, selection, code));
}

async function create(document: Id, span: { start: number; end: number }, code: Id | NewCode): Promise<void> {
  const { start, end } = span;
  const annotation = await send('annotations.create', { document, start, end, code });
  if (!annotation) return;
  quietly(() => {
    remember(annotation.code);
    useUi.setState({ activeAnnotation: annotation.id });
  });
  warnOfExcluded(annotation);
  offerToUnite(annotation);
}

/** Opens the code picker at the selection, with what was typed so far. */
export function openPicker(initial: string, anchor: DOMRect | null): void {
  if (!canCode()) return;
  withCoder(() => useUi.setState({ picker: { initial, anchor: anchor ?? reader()?.selectionRect() ?? null } }));
}

export function closePicker(): void {
  useUi.setState({ picker: null });
  reader()?.focus();
}

/** Applies the code that is pinned to a digit. */
export function applyDigit(digit: string): void {
  const code = [...useRecords.getState().codes.values()].find((candidate) => candidate.key === digit);
  if (code) applyCode(code.id);
  else notify('info', `No code is pinned to ${digit}. Pin one from its menu in the codes panel.`);
}

export function repeatLastCode(): void {
  const [last] = useUi.getState().recentCodes;
  if (last !== undefined && useRecords.getState().codes.has(last)) applyCode(last);
}

/** The coding that is chosen, if it is in the open document. */
export function activeAnnotation(): Annotation | null {
  const { activeAnnotation: id } = useUi.getState();
  return id === null ? null : (useRecords.getState().open?.annotations.get(id) ?? null);
}

export async function removeAnnotation(annotation: Id): Promise<void> {
  await send('annotations.remove', { annotations: [annotation] });
}

/** Moves the boundaries of a coding. */
export async function resizeAnnotation(annotation: Id, start: number, end: number): Promise<void> {
  const known = useRecords.getState().open?.annotations.get(annotation);
  if (!known || (known.start === utf16(start) && known.end === utf16(end))) return;
  await send('annotations.update', { annotation, start, end });
}

export async function recode(annotation: Id, code: Id): Promise<void> {
  await send('annotations.update', { annotation, code });
}

export async function setMemo(annotation: Id, memo: string): Promise<void> {
  await send('annotations.setMemo', { annotation, memo });
}

/** Acts of the codes panel. */
export const codeActs = {
  create: async (name: string, parent: Id | null): Promise<Code | undefined> => send('codes.create', { name, parent }),
  rename: (code: Id, name: string) => void send('codes.update', { code, name }),
  move: (code: Id, parent: Id | null, before: Id | null) => void send('codes.move', { code, parent, before }),
  recolour: (code: Id, look: { hue?: number; pattern?: Code['pattern'] }) =>
    void send('codes.update', { code, ...look }),
  pin: (code: Id, key: string | null) => void send('codes.update', { code, key }),
  define: (code: Id, definition: string) => void send('codes.update', { code, definition }),
  merge: (code: Id) => openDialog({ kind: 'mergeCode', code }),
  split: (code: Id) => openDialog({ kind: 'splitCode', code }),
  archive: (code: Id) => toggleArchived(code),
  remove: (code: Id) => openDialog({ kind: 'removeCode', code }),
};

/** Removes a code with the codes below it and all their codings. */
export async function removeCode(code: Id): Promise<void> {
  await send('codes.remove', { code });
}
