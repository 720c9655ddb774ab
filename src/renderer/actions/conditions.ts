import type { Annotation } from '../../shared/model/records.ts';
import { currentProject, useRecords } from '../state/records.ts';
import { useUi } from '../state/ui.ts';

/** Whether this project takes changes. */
export function canChange(): boolean {
  const project = currentProject();
  return project !== null && !project.readOnly;
}

/** Whether a passage is selected that a code could be applied to. */
export function canCode(): boolean {
  return canChange() && useUi.getState().selection !== null && useRecords.getState().open !== null;
}

/** The coding that is chosen, if it is in the open document. */
export function activeAnnotation(): Annotation | null {
  const { activeAnnotation: id } = useUi.getState();
  return id === null ? null : (useRecords.getState().open?.annotations.get(id) ?? null);
}

export const hasProject = (): boolean => Boolean(useRecords.getState().status?.project);

export const hasDocument = (): boolean => useRecords.getState().open !== null;
