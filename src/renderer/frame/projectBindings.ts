import type { ActionId } from '../../shared/actions.ts';
import { inBackground } from '../actions/ask.ts';
import type { Binding } from '../actions/binding.ts';
import { canChange, hasProject } from '../actions/conditions.ts';
import { askForFiles, askForFolder } from '../actions/filePicker.ts';
import {
  chooseCodebook,
  chooseProject,
  closeProject,
  openSample,
  redo,
  undo,
  verifyProject,
} from '../actions/project.ts';
import { move } from '../desks/coding/actions/readerBindings.ts';
import { useRecords } from '../state/records.ts';
import { openDialog } from '../state/ui.ts';
import { strings } from '../strings/strings.ts';

export const projectBindings = {
  'project.new': { run: () => openDialog({ kind: 'newProject', files: [] }) },
  'project.open': { run: () => inBackground(chooseProject) },
  'project.openSample': { run: () => inBackground(openSample) },
  'project.close': { run: () => inBackground(closeProject), enabled: hasProject },
  'import.files': { run: askForFiles, enabled: () => !hasProject() || canChange() },
  'import.folder': { run: askForFolder, enabled: () => !hasProject() || canChange() },
  'export.data': { run: () => openDialog({ kind: 'export' }), enabled: hasProject },
  'project.package': { run: () => openDialog({ kind: 'package' }), enabled: hasProject },
  'project.reattach': { run: () => openDialog({ kind: 'reattach' }) },
  'codebook.import': { run: () => inBackground(chooseCodebook), enabled: canChange },
  'codebook.export': { run: () => openDialog({ kind: 'exportCodebook' }), enabled: hasProject },
  'project.backups': { run: () => openDialog({ kind: 'backups', project: null }), enabled: hasProject },
  'project.verify': { run: () => inBackground(verifyProject), enabled: hasProject },
  'coder.identify': { run: () => openDialog({ kind: 'coder', then: null }) },
} satisfies Partial<Record<ActionId, Binding>>;

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
  'edit.find': move('findInText'),
  'select.sentence': move('selectSentence'),
  'select.paragraph': move('selectParagraph'),
  'select.extendSentence': move('extendSentence'),
  'select.extendWord': move('extendWord'),
  'select.shrinkWord': move('shrinkWord'),
} satisfies Partial<Record<ActionId, Binding>>;
