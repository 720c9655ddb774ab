import { Scale } from 'lucide-react';
import { reliability } from '#words/window/reliability.ts';
import type { ChangedEvent } from '../../../shared/api/events.ts';
import type { Desk } from '../../parts/desk.ts';
import { agreementBindings } from './actions/agreementBindings.ts';
import { ExportAgreementDialog } from './dialogs/ExportAgreementDialog.tsx';
import { AgreementHelpDialog } from './dialogs/AgreementHelpDialog.tsx';
import { StartAgreedDialog } from './dialogs/StartAgreedDialog.tsx';
import { forgetAgreement, markStale } from './state/measuring.ts';
import { AgreementView } from './view/AgreementView.tsx';

declare module '../../state/ui.ts' {
  interface ViewNames {
    reliability: true;
  }
  interface DialogKinds {
    startAgreed: unknown;
    exportAgreement: unknown;
    reliabilityHelp: unknown;
  }
}

declare module '../../actions/view.ts' {
  interface RegionNames {
    reliabilityForm: true;
    reliabilityResults: true;
  }
}

/** Whether an event touches what agreement is measured on. */
function isMeasured({ tables }: ChangedEvent): boolean {
  const { annotation, answer, progress, document, code, variable, assignment } = tables;
  return [annotation, answer, progress, document, code, variable, assignment].some((change) => change !== undefined);
}

/** How well coders agree, where they differ, and what they agreed on. */
export const agreementDesk = {
  views: [
    {
      id: 'reliability',
      label: reliability.view,
      icon: Scale,
      action: 'view.reliability',
      Content: AgreementView,
    },
  ],
  regions: ['reliabilityForm', 'reliabilityResults'],
  dialogs: {
    startAgreed: StartAgreedDialog,
    exportAgreement: ExportAgreementDialog,
    reliabilityHelp: AgreementHelpDialog,
  },
  actions: agreementBindings,
  tasks: {
    'reliability.confusion': 'passing',
    'reliability.cell': 'passing',
    'reliability.picture': 'passing',
  },
  forget: forgetAgreement,
  onChanged: (event: ChangedEvent) => {
    if (isMeasured(event)) markStale();
  },
} satisfies Desk;
