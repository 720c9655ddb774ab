import type { ActionId } from '../../shared/actions.ts';
import type { ReaderCommand } from '../editor/types.ts';
import { useRecords } from '../state/records.ts';
import { openDialog, useUi } from '../state/ui.ts';
import { strings } from '../strings/strings.ts';
import { start } from './attempt.ts';
import { codebookBindings } from './codebookBindings.ts';
import { openPicker, removeAnnotation, repeatLastCode } from './coding.ts';
import { activeAnnotation, canChange, canCode } from './conditions.ts';
import { deskBindings } from './deskBindings.ts';
import { documentBindings } from './documentBindings.ts';
import { stepDocument } from './documents.ts';
import { askForFiles, askForFolder } from './filePicker.ts';
import { formBindings } from './formBindings.ts';
import { chooseCodebook, chooseProject, closeProject, openSample, redo, undo, verifyProject } from './project.ts';
import { reader, readerCommand } from './readerHandle.ts';
import { reliabilityBindings } from './reliabilityBindings.ts';
import {
  focusNextRegion,
  focusRegion,
  goToDrawer,
  openSideTab,
  setTheme,
  startMemo,
  startNewCode,
  stepTextSize,
} from './view.ts';
import type { Binding } from './binding.ts';

const hasProject = (): boolean => Boolean(useRecords.getState().status?.project);
const hasDocument = (): boolean => useRecords.getState().open !== null;
const canResize = (): boolean => canChange() && activeAnnotation() !== null;
const move = (name: ReaderCommand): Binding => ({ run: () => void readerCommand(name), enabled: hasDocument });
const resize = (name: ReaderCommand): Binding => ({ run: () => void readerCommand(name), enabled: canResize });

const projectBindings = {
  'project.new': { run: () => openDialog({ kind: 'newProject', files: [] }) },
  'project.open': { run: () => start(chooseProject) },
  'project.openSample': { run: () => start(openSample) },
  'project.close': { run: () => start(closeProject), enabled: hasProject },
  'import.files': { run: askForFiles, enabled: () => !hasProject() || canChange() },
  'import.folder': { run: askForFolder, enabled: () => !hasProject() || canChange() },
  'export.data': { run: () => openDialog({ kind: 'export' }), enabled: hasProject },
  'project.package': { run: () => openDialog({ kind: 'package' }), enabled: hasProject },
  'project.reattach': { run: () => openDialog({ kind: 'reattach' }) },
  'codebook.import': { run: () => start(chooseCodebook), enabled: canChange },
  'codebook.export': { run: () => openDialog({ kind: 'exportCodebook' }), enabled: hasProject },
  'project.backups': { run: () => openDialog({ kind: 'backups', project: null }), enabled: hasProject },
  'project.verify': { run: () => start(verifyProject), enabled: hasProject },
  'coder.identify': { run: () => openDialog({ kind: 'coder', then: null }) },
} satisfies Partial<Record<ActionId, Binding>>;

const editBindings = {
  'edit.undo': {
    run: () => start(undo),
    enabled: () => canChange() && useRecords.getState().history.undo !== null,
    label: () => {
      const step = useRecords.getState().history.undo;
      return step ? strings.history.by(strings.history.undo(step.label), step.coder) : strings.common.undo;
    },
  },
  'edit.redo': {
    run: () => start(redo),
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

const viewBindings = {
  'view.palette': { run: () => openDialog({ kind: 'palette' }) },
  'view.documents': { run: () => focusRegion('documents'), enabled: hasProject },
  'view.reader': { run: () => focusRegion('reader'), enabled: hasProject },
  'view.codes': {
    run: () => {
      openSideTab('codes');
      focusRegion('side');
    },
    enabled: hasProject,
  },
  'view.drawer': { run: () => focusRegion('drawer'), enabled: hasProject },
  'view.nextRegion': { run: () => focusNextRegion(1), enabled: hasProject },
  'view.previousRegion': { run: () => focusNextRegion(-1), enabled: hasProject },
  'view.segments': { run: () => goToDrawer('segments'), enabled: hasProject },
  'view.search': { run: () => goToDrawer('search'), enabled: hasProject },
  'view.history': { run: () => goToDrawer('history'), enabled: hasProject },
  'view.tasks': { run: () => goToDrawer('tasks'), enabled: hasProject },
  'view.theme.system': { run: () => setTheme('system') },
  'view.theme.light': { run: () => setTheme('light') },
  'view.theme.dark': { run: () => setTheme('dark') },
  'view.textLarger': { run: () => stepTextSize(1) },
  'view.textSmaller': { run: () => stepTextSize(-1) },
  'view.textReset': { run: () => stepTextSize(0) },
  'help.notices': { run: () => openDialog({ kind: 'notices' }) },
  'help.keys': { run: () => openDialog({ kind: 'keys' }) },
} satisfies Partial<Record<ActionId, Binding>>;

const codeBindings = {
  'code.pick': { run: () => openPicker('', reader()?.selectionRect() ?? null), enabled: canCode },
  'code.repeatLast': { run: repeatLastCode, enabled: () => canCode() && useUi.getState().recentCodes.length > 0 },
  'code.new': { run: startNewCode, enabled: canChange },
  'code.memo': { run: startMemo, enabled: () => activeAnnotation() !== null },
  'code.remove': {
    run: () => {
      const annotation = activeAnnotation();
      if (annotation) start(() => removeAnnotation(annotation.id));
    },
    enabled: canResize,
  },
  'code.startEarlier': resize('startEarlier'),
  'code.startLater': resize('startLater'),
  'code.endEarlier': resize('endEarlier'),
  'code.endLater': resize('endLater'),
  'code.startEarlierByCharacter': resize('startEarlierByCharacter'),
  'code.startLaterByCharacter': resize('startLaterByCharacter'),
  'code.endEarlierByCharacter': resize('endEarlierByCharacter'),
  'code.endLaterByCharacter': resize('endLaterByCharacter'),
} satisfies Partial<Record<ActionId, Binding>>;

const goBindings = {
  'go.nextSentence': move('nextSentence'),
  'go.previousSentence': move('previousSentence'),
  'go.nextParagraph': move('nextParagraph'),
  'go.previousParagraph': move('previousParagraph'),
  'go.nextAnnotation': move('nextAnnotation'),
  'go.previousAnnotation': move('previousAnnotation'),
  'go.nextDocument': { run: () => start(() => stepDocument(1, false)), enabled: hasDocument },
  'go.previousDocument': { run: () => start(() => stepDocument(-1, false)), enabled: hasDocument },
  'go.nextUncoded': { run: () => start(() => stepDocument(1, true)), enabled: hasDocument },
} satisfies Partial<Record<ActionId, Binding>>;

/** Every action of the table with what it does: the types fail when one is missing. */
export const bindings: Record<ActionId, Binding> = {
  ...projectBindings,
  ...editBindings,
  ...viewBindings,
  ...codeBindings,
  ...goBindings,
  ...formBindings,
  ...codebookBindings,
  ...deskBindings,
  ...documentBindings,
  ...reliabilityBindings,
};
