import { strings } from '#words/window/frame.ts';
import type { ActionId } from '../../shared/actions.ts';
import { inBackground } from '../actions/ask.ts';
import type { Binding } from '../actions/binding.ts';
import { canChange } from '../actions/conditions.ts';
import { redo, undo } from '../actions/project.ts';
import { useRecords } from '../state/records.ts';

export const editBindings = {
  'edit.undo': {
    run: () => inBackground(undo),
    enabled: () => canChange() && useRecords.getState().history.undo !== null,
    label: () => {
      const step = useRecords.getState().history.undo;
      return step ? strings.history.by(strings.history.undo(step.label), step.coder) : strings.common.undo;
    },
  },
  'edit.redo': {
    run: () => inBackground(redo),
    enabled: () => canChange() && useRecords.getState().history.redo !== null,
    label: () => {
      const step = useRecords.getState().history.redo;
      return step ? strings.history.by(strings.history.redo(step.label), step.coder) : strings.common.redo;
    },
  },
} satisfies Partial<Record<ActionId, Binding>>;
