import type { Annotation } from '../../shared/model/records.ts';
import { reader } from './readerHandle.ts';
import { currentProject, useRecords } from '../state/records.ts';
import { useUi } from '../state/ui.ts';

/** Whether this project takes changes. */
export function canChange(): boolean {
  const project = currentProject();
  return project !== null && !project.readOnly;
}

/** Whether the text is on screen: what is selected or chosen in one that is not is not acted on. */
export const isReading = (): boolean => reader() !== null && useRecords.getState().open !== null;

/** Whether a passage is selected on screen that a code could be applied to. */
export function canCode(): boolean {
  return canChange() && useUi.getState().selection !== null && isReading();
}

/** The coding that is chosen, if it is in the open document. */
export function activeAnnotation(): Annotation | null {
  const { activeAnnotation: id } = useUi.getState();
  return id === null ? null : (useRecords.getState().open?.annotations.get(id) ?? null);
}

export const hasProject = (): boolean => Boolean(useRecords.getState().status?.project);

export const hasDocument = (): boolean => useRecords.getState().open !== null;
