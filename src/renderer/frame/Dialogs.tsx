import type { ComponentType } from 'react';
import { closeDialog, useUi } from '../state/ui.ts';
import type { OpenDialog } from '../state/ui.ts';
import { allDesks, allDialogs } from './allDesks.ts';

/** The dialog that is open, if one is, and what always opens over the text. */
export function Dialogs() {
  const dialog = useUi((state) => state.dialog);
  return (
    <>
      {allDesks.map(({ Overlay }, place) => Overlay && <Overlay key={place} />)}
      {dialog && <Open dialog={dialog} />}
    </>
  );
}

/** A dialog that is opened after another of its kind is another one only where its kind differs. */
function Open({ dialog: { kind, ...props } }: { dialog: OpenDialog }) {
  const Dialog = allDialogs[kind] as ComponentType<{ onClose: () => void }>; // it takes what its kind brings
  return <Dialog key={kind} {...props} onClose={closeDialog} />;
}
