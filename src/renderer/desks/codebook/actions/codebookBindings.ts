import type { ActionId } from '../../../../shared/actions.ts';
import { inBackground } from '../../../actions/ask.ts';
import type { Binding } from '../../../actions/binding.ts';
import { toggleArchived } from '../../../actions/codeActs.ts';
import { canChange, hasProject } from '../../../actions/conditions.ts';
import { chooseCodebook } from '../../../actions/project.ts';
import { withCoder } from '../../../actions/withCoder.ts';
import { useRecords } from '../../../state/records.ts';
import { openDialog } from '../../../state/ui.ts';
import { askAboutChosen, canChangeChosen, chosenCode, goToCodebook, goToStaleWork, takeExample } from './codebook.ts';

/** The codebook view, and what is done to the codebook from anywhere. */
export const codebookBindings = {
  'view.codebook': { run: () => goToCodebook(), enabled: () => Boolean(useRecords.getState().status?.project) },
  'codebook.import': { run: () => inBackground(chooseCodebook), enabled: canChange },
  'codebook.export': { run: () => openDialog({ kind: 'exportCodebook' }), enabled: hasProject },
  'codebook.takeExample': {
    run: () => void takeExample(),
    enabled: () => canChange() && useRecords.getState().open !== null,
  },
  'codebook.newVariable': {
    run: () => openDialog({ kind: 'variable', variable: null, code: chosenCode() }),
    enabled: canChange,
  },
  'codebook.merge': { run: () => askAboutChosen('mergeCode'), enabled: canChangeChosen },
  'codebook.split': { run: () => askAboutChosen('splitCode'), enabled: canChangeChosen },
  'codebook.archive': {
    run: () => {
      const code = chosenCode();
      if (code !== null) toggleArchived(code);
    },
    enabled: canChangeChosen,
  },
  'codebook.publish': { run: () => withCoder(() => openDialog({ kind: 'publish' })), enabled: canChange },
  'codebook.check': { run: goToStaleWork, enabled: () => Boolean(useRecords.getState().status?.project) },
  'codebook.names': {
    run: () => openDialog({ kind: 'entities' }),
    enabled: () => Boolean(useRecords.getState().status?.project),
  },
  'codebook.addTemplate': { run: () => openDialog({ kind: 'templates' }), enabled: canChange },
} satisfies Partial<Record<ActionId, Binding>>;
